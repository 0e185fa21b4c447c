import { DEFAULT_LIMITS } from '../../../core/plan/options';
import type { DiffOptions } from '../../../core/plan/options';
import { DEFAULT_OPTIONS } from '../../../core/plan/options';
import { AlleoApi } from '../../../credentials/AlleoApi.credentials';
import { Alleo } from '../../../nodes/Alleo/Alleo.node';
import { CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { outputOf } from '../../support/engine.mts';
import { accounts, COMPANY } from '../data/accounts.mts';
import type { Scenario } from '../data/accounts.mts';
import { rawEmployee } from '../data/people.mts';
import { diffAll, normalizeAll } from '../data/sync.mts';
import { given, runSteps } from '../data/workflow.mts';
import { argumentsOf, report } from '../tool/part.mts';

/** A plan applied by the Alleo node in n8n's own engine, over real HTTP, at the rate that Alleo states. */

export interface ApplyResult {
	rows: number;
	seconds: number;
	outcomes: Record<string, number>;
}

const { people, scenario, url } = argumentsOf<{
	people: number;
	scenario: Scenario;
	url: string;
}>();

/** Nothing trips, so that the plan is ready as it is. */
const NO_LIMIT = { percent: 100, minimum: 1e6, maximum: 1e6 };
const options: DiffOptions = {
	...DEFAULT_OPTIONS,
	companyId: COMPANY,
	approval: 'whenGuardTrips',
	limits: Object.fromEntries(
		Object.keys(DEFAULT_LIMITS).map((guard) => [guard, NO_LIMIT]),
	) as DiffOptions['limits'],
};

async function main(): Promise<void> {
	const source = Array.from({ length: people }, (_, index) => rawEmployee(index));
	const plan = diffAll(normalizeAll(source as never), accounts(people, scenario), {
		options,
		createdAt: new Date().toISOString(),
		expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
	});
	const { accessKey, secretKey } = CREDENTIALS.alleo;
	const apply = {
		name: 'Apply to Alleo',
		node: new Alleo(),
		parameters: { resource: 'syncPlan', operation: 'apply', accept: 'approvedOrReady' },
		inputs: ['Plan'],
		credential: 'alleoApi',
	};
	const { nodes, run } = await runSteps([{ name: 'Plan', node: given(plan.rows) }, apply], {
		types: [new AlleoApi()],
		stored: {
			alleoApi: { type: 'alleoApi', data: { accessKey, secretKey, baseUrl: url, accessToken: '' } },
		},
	});
	const outcomes: Record<string, number> = {};
	for (const output of [0, 1]) {
		for (const { outcome } of outputOf<{ outcome: string }>(run, 'Apply to Alleo', output)) {
			outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
		}
	}
	const seconds = (nodes['Apply to Alleo'] ?? 0) / 1000;
	report({ rows: plan.rows.length, seconds, outcomes } satisfies ApplyResult);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});
