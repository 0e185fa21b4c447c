import '../support/quiet.mts';
import 'reflect-metadata';
import { CredentialTestContext } from 'n8n-core/dist/execution-engine/node-execution-context/credentials-test-context';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	IDataObject,
	INodeExecutionData,
} from 'n8n-workflow';
import { AfasOAuth2Api } from '../../credentials/AfasOAuth2Api.credentials';
import { AfasTokenApi } from '../../credentials/AfasTokenApi.credentials';
import type { Coverage } from '../../core/model/employee';
import { Afas } from '../../nodes/Afas/Afas.node';
import { startAfas, type AfasStandIn } from '../../sandbox/afas/server.mts';
import type { AfasSettings } from '../../sandbox/afas/settings.mts';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';
import { fakeContext, type FakeContext } from '../support/fakeContext.mts';

export const REFERENCE_DATE = '2026-11-24';

export const smallWorld = (employees = 60) =>
	generateWorld({ employees, seed: 1, referenceDate: REFERENCE_DATE, systems: ['afas'] });

export const startSmallAfas = async (
	settings: Partial<AfasSettings> = {},
	employees = 60,
): Promise<AfasStandIn> => await startAfas(smallWorld(employees), { settings });

export const tokenCredential = (baseUrl: string): ICredentialDataDecryptedObject => ({
	environmentNumber: CREDENTIALS.afas.environmentNumber,
	environment: 'production',
	token: CREDENTIALS.afas.token,
	baseUrl,
});

export const oauthCredential = (baseUrl: string): ICredentialDataDecryptedObject => ({
	environmentNumber: CREDENTIALS.afas.environmentNumber,
	environment: 'production',
	clientId: CREDENTIALS.afas.clientId,
	clientSecret: CREDENTIALS.afas.clientSecret,
	accessToken: '',
	baseUrl,
});

export interface Run {
	employees: IDataObject[];
	coverage: Coverage[];
	items: INodeExecutionData[][];
	fake: FakeContext;
}

export interface RunOptions {
	baseUrl: string;
	parameters?: Record<string, unknown>;
	oauth?: boolean;
	credential?: ICredentialDataDecryptedObject;
	signal?: AbortSignal;
	continueOnFail?: boolean;
	input?: INodeExecutionData[];
}

/** A context of the AFAS node with real credentials' behaviour against a running server. */
export function afasContext(options: RunOptions): FakeContext {
	const { baseUrl, oauth = false } = options;
	const data = options.credential ?? (oauth ? oauthCredential(baseUrl) : tokenCredential(baseUrl));
	return fakeContext({
		nodeType: 'n8n-nodes-alleo.afas',
		parameters: {
			authentication: oauth ? 'oAuth2' : 'token',
			resource: 'employee',
			operation: 'getAll',
			employeesConnector: 'Profit_Employees_Alleo',
			contractsConnector: 'Profit_Contract',
			referenceDate: REFERENCE_DATE,
			...options.parameters,
		},
		credentials: oauth
			? { afasOAuth2Api: { data, type: new AfasOAuth2Api() } }
			: { afasTokenApi: { data, type: new AfasTokenApi() } },
		...(options.input === undefined ? {} : { input: options.input }),
		...(options.signal === undefined ? {} : { signal: options.signal }),
		...(options.continueOnFail === undefined ? {} : { continueOnFail: options.continueOnFail }),
	});
}

/** Runs the node as n8n would, with its outputs taken apart. */
export async function runAfas(options: RunOptions): Promise<Run> {
	const fake = afasContext(options);
	const items = await new Afas().execute.call(fake.context);
	return {
		employees: (items[0] ?? []).map(({ json }) => json),
		coverage: (items[1] ?? []).map(({ json }) => json as unknown as Coverage),
		items,
		fake,
	};
}

export interface ShownError {
	message: string;
	description: string;
}

/** What a user reads when the node stops. */
export async function errorOf(run: Promise<unknown>): Promise<ShownError> {
	try {
		await run;
	} catch (error) {
		const { message, description } = error as ShownError;
		return { message, description };
	}
	throw new Error('expected the node to stop');
}

/** n8n's own context of a credential test. */
export const credentialTestContext = (): ICredentialTestFunctions =>
	new CredentialTestContext({} as never);
