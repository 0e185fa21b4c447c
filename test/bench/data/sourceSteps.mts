import { AfasTokenApi } from '../../../credentials/AfasTokenApi.credentials';
import { NmbrsOAuth2Api } from '../../../credentials/NmbrsOAuth2Api.credentials';
import { Afas } from '../../../nodes/Afas/Afas.node';
import { Nmbrs } from '../../../nodes/Nmbrs/Nmbrs.node';
import { CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { nmbrsTokens } from './nmbrsTokens.mts';
import { TODAY } from './people.mts';
import type { Keys, Step } from './workflow.mts';

/** The two source nodes with their credentials, as a person sets them up. */

export interface SourceRun {
	step: Step;
	keys: Keys;
	/** What a bare client sends to get the same answers. */
	headers: Record<string, string>;
}

export interface SourceOptions {
	url: string;
	origin: string;
	concurrency: number;
}

/** Lists beside personal info and employments, which are always read. */
export const INCLUDED = ['contracts', 'department', 'function', 'manager'];

const SCOPE =
	'offline_access company.info.read employee.info.read employee.employment.read employee.orgstructure.read';

export async function nmbrsRun({ url, origin, concurrency }: SourceOptions): Promise<SourceRun> {
	const { clientId, clientSecret, subscriptionKey } = CREDENTIALS.nmbrs;
	const tokens = await nmbrsTokens({ origin, clientId, clientSecret, scope: SCOPE });
	const data = {
		clientId,
		clientSecret,
		subscriptionKey,
		baseUrl: url,
		authUrl: `${origin}/connect/authorize`,
		accessTokenUrl: `${origin}/connect/token`,
		scope: SCOPE,
		oauthTokenData: tokens as never,
	};
	return {
		step: {
			name: 'Read employees',
			node: new Nmbrs(),
			credential: 'nmbrsOAuth2Api',
			parameters: {
				resource: 'employee',
				operation: 'getAll',
				include: INCLUDED,
				referenceDate: TODAY,
				options: { concurrency },
			},
		},
		keys: {
			types: [new NmbrsOAuth2Api()],
			stored: { nmbrsOAuth2Api: { type: 'nmbrsOAuth2Api', data } },
		},
		headers: {
			authorization: `Bearer ${String(tokens['access_token'])}`,
			'x-subscription-key': subscriptionKey,
		},
	};
}

export function afasRun({ url, concurrency }: SourceOptions): SourceRun {
	const { environmentNumber, token } = CREDENTIALS.afas;
	const data = { environmentNumber, environment: 'production', token, baseUrl: url };
	return {
		step: {
			name: 'Read employees',
			node: new Afas(),
			credential: 'afasTokenApi',
			parameters: {
				authentication: 'token',
				resource: 'employee',
				operation: 'getAll',
				employeesConnector: 'Profit_Employees_Alleo',
				contractsConnector: 'Profit_Contract',
				referenceDate: TODAY,
				options: { parallelPages: concurrency },
			},
		},
		keys: {
			types: [new AfasTokenApi()],
			stored: { afasTokenApi: { type: 'afasTokenApi', data } },
		},
		headers: { authorization: `AfasToken ${Buffer.from(token).toString('base64')}` },
	};
}
