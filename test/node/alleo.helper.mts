import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { admit } from '../../core/apply/admit';
import { applyPlans } from '../../core/apply/run';
import type { AlleoEmployee } from '../../core/model/employee';
import type { Outcome, PlanRow } from '../../core/model/plan';
import { AlleoApi } from '../../credentials/AlleoApi.credentials';
import { Alleo } from '../../nodes/Alleo/Alleo.node';
import { connect } from '../../nodes/Alleo/api/connect';
import { runOptions } from '../../nodes/Alleo/apply/port';
import { systemClock } from '../../nodes/shared/http/clock';
import { startAlleo } from '../../sandbox/alleo/server.mts';
import type { AlleoStandIn } from '../../sandbox/alleo/server.mts';
import type { AlleoSettings } from '../../sandbox/alleo/settings.mts';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { World } from '../../sandbox/world/types.mts';
import { fakeContext, type FakeContext } from '../support/fakeContext.mts';
import { approved } from '../unit/apply/helper.mts';

/** The Alleo node against the Alleo stand-in, over real HTTP. */

export const COMPANIES = [
	{ id: 41, name: 'Voorbeeld Holding BV', system: 'nmbrs' as const },
	{ id: 42, name: null as unknown as string, system: 'nmbrs' as const },
];

export const GROUPS = [
	{ id: 7, companyId: 41, name: 'Kantoor' },
	{ id: 8, companyId: 41, name: 'Magazijn' },
	{ id: 9, companyId: 41, name: null },
	{ id: 17, companyId: 42, name: 'Kantoor' },
];

/** A stand-in that holds exactly these accounts. */
export async function startWith(
	accounts: readonly AlleoEmployee[],
	settings: Partial<AlleoSettings> = {},
	companies: readonly object[] = COMPANIES,
): Promise<AlleoStandIn> {
	const alleo = { companies, groups: GROUPS, accounts, onlyInAlleo: [] };
	return await startAlleo({ alleo } as unknown as World, { settings });
}

export const credentialFor = (
	baseUrl: string,
	secretKey: string = CREDENTIALS.alleo.secretKey,
) => ({
	alleoApi: {
		data: { accessKey: CREDENTIALS.alleo.accessKey, secretKey, baseUrl, accessToken: '' },
		type: new AlleoApi(),
	},
});

export interface NodeRun {
	baseUrl: string;
	parameters: Record<string, unknown>;
	items?: readonly object[];
	signal?: AbortSignal;
	continueOnFail?: boolean;
	toolExecution?: boolean;
	secretKey?: string;
	staticData?: IDataObject;
}

export const contextFor = (run: NodeRun): FakeContext =>
	fakeContext({
		nodeType: 'n8n-nodes-alleo.alleo',
		parameters: { companyId: '', options: {}, additionalFields: {}, ...run.parameters },
		credentials: credentialFor(run.baseUrl, run.secretKey),
		input: (run.items ?? [{}]).map((json): INodeExecutionData => ({ json: json as IDataObject })),
		...(run.signal === undefined ? {} : { signal: run.signal }),
		...(run.staticData === undefined ? {} : { staticData: run.staticData }),
		continueOnFail: run.continueOnFail ?? false,
		toolExecution: run.toolExecution ?? false,
	});

/** Runs the node as n8n would. */
export async function runNode(
	run: NodeRun,
): Promise<{ outputs: INodeExecutionData[][]; fake: FakeContext }> {
	const fake = contextFor(run);
	return { outputs: await new Alleo().execute.call(fake.context), fake };
}

/** What a user reads when the node stops. */
export async function errorOf(
	run: Promise<unknown>,
): Promise<{ message: string; description: string }> {
	try {
		await run;
	} catch (error) {
		const { message, description } = error as { message: string; description: string };
		return { message, description };
	}
	throw new Error('expected the node to stop');
}

/** The real clock, except that waits between calls are over at once. */
export const hasty = { ...systemClock, sleep: async () => await systemClock.sleep(1, undefined) };

export interface ApplyOptions {
	concurrency?: number;
	timeoutMs?: number;
	signal?: AbortSignal;
	/** Instead of the waits that the headers and back-offs ask for. */
	clock?: typeof systemClock;
}

/** The executor without the panel: rows of a plan, waits between calls cut short. */
export async function applyPlan(
	alleo: AlleoStandIn,
	rows: readonly PlanRow[],
	options: ApplyOptions = {},
): Promise<{ outcomes: Outcome[]; stopped: string | null }> {
	const { concurrency = 4, timeoutMs, signal, clock = hasty } = options;
	const fake = contextFor({
		baseUrl: alleo.url,
		parameters: {},
		...(signal === undefined ? {} : { signal }),
	});
	const connection = await connect(fake.context, {
		concurrency,
		clock,
		...(timeoutMs === undefined ? {} : { timeoutMs }),
	});
	const admission = admit(approved(rows), {
		accept: 'approved',
		now: rows[0]?.plan.created_at ?? '',
		companies: [],
	});
	if (!admission.ok) throw new Error(admission.code);
	const result = await applyPlans(runOptions(connection, concurrency), admission.plans);
	if (!result.ok) throw new Error(result.fault.cause.detail);
	return result;
}

/** `action external_id outcome CODE` of each row. */
export const outline = (outcomes: readonly Outcome[]): string[] =>
	outcomes.map(
		({ action, external_id: id, outcome, code }) => `${action} ${id} ${outcome} ${code}`,
	);

/** `METHOD path` of the writes that reached Alleo, in order. */
export const writesOf = (alleo: AlleoStandIn): string[] =>
	alleo.log.writes.map((entry) => `${entry.method} ${entry.url.replace(/^.*\/v1/, '')}`);

export const accountOf = (alleo: AlleoStandIn, externalId: string) =>
	alleo.state.store.accounts.filter((account) => account.external_id === externalId);

/** Stops a stand-in and those before it, after each test. */
export function standIns(): (
	accounts: readonly AlleoEmployee[],
	settings?: Partial<AlleoSettings>,
) => Promise<AlleoStandIn> {
	const open: AlleoStandIn[] = [];
	afterEach(async () => {
		for (const alleo of open.splice(0)) await alleo.close();
	});
	return async (accounts, settings) => {
		const alleo = await startWith(accounts, settings);
		open.push(alleo);
		return alleo;
	};
}
