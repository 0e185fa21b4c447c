import type {
	IDataObject,
	IExecuteWorkflowInfo,
	IExecuteFunctions,
	INodeExecutionData,
	IRunExecutionData,
	IWorkflowBase,
} from 'n8n-workflow';
import { CustomerConnection } from '../../core/connect/connection';
import { INVITATION_COLUMNS, InvitationRow } from '../../core/connect/invitation';
import { StoredWorkflow } from '../../core/connect/templates/workflow';
import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import { CustomerSetup } from '../../nodes/CustomerSetup/CustomerSetup.node';
import { signatureOf } from '../../nodes/shared/connect/rowSignature';
import { fakeContext } from './fakeContext.mts';
import type { FakeCredential } from './fakeContext.mts';
import type { N8nStandIn } from './n8nApi.mts';

/** Runs an operation of Customer Setup on integrations against the stand-in of n8n's API. */

export const SECRETS = {
	apiKey: 'the-api-key',
	signingKey: 'signing-key-0123456789-0123456789-abcd',
	refresh: 'REFRESH-TOKEN-CANARY',
	client: 'client-secret-canary',
};

export interface SetupRun {
	items: IDataObject[];
	/** Workflows that were started from within, as given to n8n. */
	started: IWorkflowBase[];
	/** The items that they were started with. */
	handed: INodeExecutionData[][];
	log: string[];
	/** The files that go along with the items, by the name of their field. */
	files: Array<Record<string, { name: string; text: string }>>;
}

export interface SetupOptions {
	json?: object;
	/** False: there is no invitation of the customer on the item. */
	invited?: boolean;
	continueOnFail?: boolean;
	toolExecution?: boolean;
	/** Credentials besides Alleo n8n API that are chosen in the node. */
	chosen?: Record<string, FakeCredential>;
	/** What n8n keeps of the execution that is started; by number of the look. */
	looks?: Array<IRunExecutionData | undefined>;
	/** Answers a sub-workflow that is waited for. */
	sub?: (workflow: IWorkflowBase) => Promise<INodeExecutionData[]>;
	/** As `sub`, with every output of the last node. */
	subOutputs?: (workflow: IWorkflowBase) => Promise<INodeExecutionData[][]>;
}

export async function runSetup(
	n8n: N8nStandIn,
	operation: string,
	parameters: object,
	options: SetupOptions = {},
): Promise<SetupRun> {
	const { apiKey, signingKey } = SECRETS;
	const instance: FakeCredential = {
		type: new AlleoN8nApi(),
		data: { baseUrl: n8n.server.url, apiKey, signingKey },
	};
	const { context, log } = fakeContext({
		nodeType: 'n8n-nodes-alleo.customerSetup',
		parameters: { resource: 'integration', operation, ...parameters },
		credentials: { alleoN8nApi: instance, ...options.chosen },
		input: [{ json: (options.json ?? {}) as IDataObject }],
		continueOnFail: options.continueOnFail ?? false,
		toolExecution: options.toolExecution ?? false,
	});
	if (operation === 'create' && options.invited !== false) keepInvitation(n8n, options.json);
	const started: IWorkflowBase[] = [];
	const handed: INodeExecutionData[][] = [];
	let looked = 0;
	const more = {
		getInstanceBaseUrl: () => 'https://n8n.example.com/',
		executeWorkflow: async ({ code }: IExecuteWorkflowInfo, input: INodeExecutionData[]) => {
			if (code === undefined)
				throw new Error('n8n runs a workflow by id only when it is published');
			started.push(code);
			handed.push(input);
			const outputs = await options.subOutputs?.(code);
			return { executionId: '77', data: outputs ?? [(await options.sub?.(code)) ?? []] };
		},
		getExecutionDataById: async () => {
			const { looks = [] } = options;
			return looks[Math.min(looked++, looks.length - 1)];
		},
	};
	const whole = Object.assign(context, more) as unknown as IExecuteFunctions;
	const [items = []] = await new CustomerSetup().execute.call(whole);
	const files = items.map(({ binary = {} }) =>
		Object.fromEntries(
			Object.entries(binary).map(([field, { fileName = '', data }]) => [
				field,
				{ name: fileName, text: Buffer.from(data, 'base64').toString('utf8') },
			]),
		),
	);
	return { items: items.map((item) => item.json), started, handed, log, files };
}

/** A row of the data table as this package writes it, signature and all. */
export function invitationRow(changes: Partial<InvitationRow>): InvitationRow {
	const empty = Object.fromEntries(INVITATION_COLUMNS.map((column) => [column, '']));
	const row = InvitationRow.parse({
		...empty,
		invitation: 'inv-1',
		customer: 'Bakkerij Van Dijk',
		system: 'nmbrs',
		state: 'used',
		expires_at: '2027-01-01T00:00:00.000Z',
		integration: 'i-1',
		...changes,
	});
	return { ...row, signature: signatureOf(SECRETS.signingKey, row) };
}

/** Customer Connect has kept what it gave out. */
function keepInvitation(n8n: N8nStandIn, json: object = {}): void {
	const given = CustomerConnection.safeParse(json);
	if (!given.success) return;
	const { customer, system, integration_id: integration, invitation_id: invitation } = given.data;
	const connection = JSON.stringify(given.data);
	const row = invitationRow({ invitation, customer, system, integration, connection });
	const others = (n8n.invitations ?? []).filter((one) => one['invitation'] !== invitation);
	n8n.invitations = [...others, { id: others.length + 1, ...row }];
}

/** A customer who has just connected, as Customer Connect gives it. */
export const connected = (changes: object = {}): CustomerConnection =>
	CustomerConnection.parse({
		customer: 'Bakkerij Van Dijk',
		system: 'nmbrs',
		integration_id: 'i-1',
		invitation_id: 'inv-1',
		workflow_id: null,
		alleo_company_id: '12',
		credentials: {
			nmbrsOAuth2Api: { id: 'oauth1', name: 'NMBRS Bakkerij Van Dijk' },
			nmbrsTokenApi: { id: 'token1', name: 'NMBRS token Bakkerij Van Dijk' },
		},
		debtors: [{ id: 'd-1', number: '1', name: 'Bakkerij' }],
		companies: [],
		wage_components: [],
		leave_groups: [],
		afas_environment: null,
		tests: [],
		tested_at: '2026-11-28T04:00:00.000Z',
		connected_at: '2026-11-28T04:00:00.000Z',
		replaced: null,
		notices: [],
		language: 'nl',
		...changes,
	});

/** Alleo's credential is named only; opening it would show. */
export const ALLEO: Record<string, FakeCredential> = {
	alleoApi: {
		get data(): never {
			throw new Error('Customer Setup opened the Alleo credential');
		},
	} as unknown as FakeCredential,
};

/** Runs Integration: Create for a customer that has just connected. */
export const createSync = async (
	n8n: N8nStandIn,
	json: object = connected(),
	parameters: object = {},
	/** False: the invitation stays as it is kept. */
	invited = true,
): Promise<SetupRun> =>
	await runSetup(
		n8n,
		'create',
		{ alleoCompanyId: '12', templateWorkflowId: '', ...parameters },
		{ json, chosen: ALLEO, invited },
	);

/** The one workflow that n8n has; fails when there are more or none. */
export function onlyWorkflow(n8n: N8nStandIn): StoredWorkflow {
	expect(n8n.workflows.size).toBe(1);
	return StoredWorkflow.parse([...n8n.workflows.values()][0]);
}

/** An NMBRS credential with a token, as n8n hands it to a node. @param url the identity server's */
export const grantOf = (url: string, more: object = {}) => ({
	data: {
		clientId: 'client-1',
		clientSecret: SECRETS.client,
		accessTokenUrl: `${url}/connect/token`,
		authentication: 'body',
		oauthTokenData: { access_token: 'ACCESS-TOKEN-CANARY', refresh_token: SECRETS.refresh },
		...more,
	} as never,
});
