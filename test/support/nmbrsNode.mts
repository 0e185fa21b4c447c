import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { NmbrsOAuth2Api } from '../../credentials/NmbrsOAuth2Api.credentials';
import { NmbrsTokenApi } from '../../credentials/NmbrsTokenApi.credentials';
import type { Coverage } from '../../core/model/employee';
import type { RawEmployee } from '../../nodes/Nmbrs/employee/rawEmployee';
import { Nmbrs } from '../../nodes/Nmbrs/Nmbrs.node';
import type { NmbrsOptions } from '../../sandbox/nmbrs/server.mts';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { World } from '../../sandbox/world/types.mts';
import { ALL_SCOPES, NmbrsClient, REFERENCE_DATE, token } from '../sandbox/nmbrsClient.mts';
import { fakeContext, type FakeContext, type FakeCredential } from './fakeContext.mts';

/** The NMBRS node against the stand-in, as a workflow would run it. */

const { clientId, clientSecret, subscriptionKey, soapUsername, soapToken, soapDomain } =
	CREDENTIALS.nmbrs;

export interface RunOptions {
	continueOnFail?: boolean;
	items?: number;
	/** Leaves the SOAP credential out of the node. */
	withoutSoap?: boolean;
	oauth?: IDataObject;
	soap?: IDataObject;
	signal?: AbortSignal;
}

export interface NodeRun {
	employees: RawEmployee[];
	items: INodeExecutionData[];
	coverage: Coverage[];
	fake: FakeContext;
}

export class NmbrsBench {
	/** Token requests that the node's runs made. */
	refreshes = 0;

	private constructor(readonly client: NmbrsClient) {}

	static async start(
		options: NmbrsOptions & { world?: World; scope?: string; debtorIds?: string[] } = {},
	): Promise<NmbrsBench> {
		const { scope, debtorIds, ...rest } = options;
		const client = await NmbrsClient.start(rest);
		await client.connect(scope ?? ALL_SCOPES, debtorIds ?? []);
		return new NmbrsBench(client);
	}

	get server(): NmbrsClient['server'] {
		return this.client.server;
	}

	get world(): World {
		return this.client.world;
	}

	context(parameters: IDataObject, options: RunOptions = {}): FakeContext {
		const oauth: FakeCredential = {
			type: new NmbrsOAuth2Api(),
			data: {
				clientId,
				clientSecret,
				subscriptionKey,
				baseUrl: this.server.url,
				oauthTokenData: {
					access_token: this.client.accessToken,
					refresh_token: this.client.refreshToken,
				},
				...options.oauth,
			} as FakeCredential['data'],
			refresh: async () => await this.refresh(),
		};
		const soap: FakeCredential = {
			type: new NmbrsTokenApi(),
			data: {
				username: soapUsername,
				token: soapToken,
				domain: soapDomain,
				soapBaseUrl: `${this.server.url}/soap/v3`,
				...options.soap,
			} as FakeCredential['data'],
		};
		return fakeContext({
			nodeType: 'n8n-nodes-alleo.nmbrs',
			parameters: {
				resource: 'employee',
				operation: 'getAll',
				referenceDate: REFERENCE_DATE,
				...parameters,
			},
			credentials: {
				nmbrsOAuth2Api: oauth,
				...(options.withoutSoap === true ? {} : { nmbrsTokenApi: soap }),
			},
			input: Array.from({ length: options.items ?? 1 }, () => ({ json: {} })),
			continueOnFail: options.continueOnFail === true,
			...(options.signal === undefined ? {} : { signal: options.signal }),
		});
	}

	/** What n8n does on a 401: one refresh with the stored token, its successor saved. */
	private async refresh(): Promise<string> {
		this.refreshes += 1;
		const { json } = await token(this.server.origin, {
			grant_type: 'refresh_token',
			refresh_token: this.client.refreshToken,
		});
		if (json.access_token === undefined) {
			throw new Error('The credential "my nmbrsOAuth2Api" needs to be reconnected.');
		}
		this.client.accessToken = json.access_token;
		this.client.refreshToken = json.refresh_token;
		return json.access_token;
	}

	async run(parameters: IDataObject = {}, options: RunOptions = {}): Promise<NodeRun> {
		const fake = this.context(parameters, options);
		const [items = [], coverage = []] = await new Nmbrs().execute.call(fake.context);
		return {
			items,
			employees: items.map(({ json }) => json as unknown as RawEmployee),
			coverage: coverage.map(({ json }) => json as unknown as Coverage),
			fake,
		};
	}

	/** The error of a run that must fail, as the user reads it. */
	async fail(
		parameters: IDataObject = {},
		options: RunOptions = {},
	): Promise<{ message: string; description: string }> {
		try {
			await this.run(parameters, options);
		} catch (error) {
			const { message, description } = error as { message: string; description: string };
			return { message, description };
		}
		throw new Error('The run did not fail');
	}

	async close(): Promise<void> {
		await this.server.close();
	}
}

/** A check of a coverage item by its code, and the list that its detail starts with. */
export const checkOf = (
	item: Coverage | undefined,
	code: string,
	list = '',
): Coverage['checks'][number] | undefined =>
	item?.checks.find((check) => check.code === code && (check.detail ?? '').startsWith(list));
