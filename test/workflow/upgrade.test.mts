import { randomUUID } from 'node:crypto';
import { upgradeWorkflow } from '../../core/connect/templates/upgrade';
import type { Workflow as ConnectWorkflow } from '../../core/connect/templates/workflow';
import type { PlanRow } from '../../core/model/plan';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import type { System } from '../../sandbox/world/types.mts';
import { EDITS } from '../support/editorEdits.mts';
import { outputOf } from '../support/engine.mts';
import { setUpAs } from '../support/oldSync.mts';
import { engineFor } from '../support/sync.mts';
import { PAST, pastTemplate, SHIPPED } from '../support/upgrade.mts';

/** A workflow of before and what it is upgraded to make the same plan of the same records, in n8n's own engine. */

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await startSandbox({ employees: 60 })));
afterAll(async () => await sandbox.close());

const CHANGES = [
	'mapping of a field',
	'mapping taken away',
	'absent policy',
	'setting language',
	'Settings renamed',
	'Compare renamed',
];

/** The old template with the credentials, settings and routes of the new one, and what people changed. */
function oldOf(
	workflow: Workflow,
	system: System,
	version: number,
	edited: boolean,
): ConnectWorkflow {
	const old = setUpAs(pastTemplate(`${system}-daily-sync`, version), workflow);
	for (const { name, apply } of EDITS) if (edited && CHANGES.includes(name)) apply(old, 0);
	return old;
}

function upgraded(old: ConnectWorkflow): ConnectWorkflow {
	const options = { past: PAST, shipped: SHIPPED, newAddress: randomUUID };
	const done = upgradeWorkflow(old, options);
	if (done.kind !== 'upgrade') throw new Error(JSON.stringify(done, null, 1));
	return done.workflow;
}

const put = (workflow: Workflow, made: ConnectWorkflow): void =>
	void Object.assign(workflow, { nodes: made.nodes, connections: made.connections });

/** Without what follows from the instant of the run. */
const planOf = (rows: readonly PlanRow[]) =>
	rows.map(({ action, external_id, alleo_id, alleo_company_id, changes, after, reason }) => ({
		action,
		external_id,
		alleo_id,
		alleo_company_id,
		changes,
		after,
		code: reason.code,
	}));

async function plan(
	system: System,
	make: (workflow: Workflow) => ConnectWorkflow,
): Promise<{ waits: unknown; goes: unknown }> {
	let names = { start: '', compare: '' };
	const engine = await engineFor(sandbox, system, { approval: 'always' }, (workflow) => {
		const made = make(workflow);
		const named = (type: string) => made.nodes.find((node) => node.type === type)?.name ?? '';
		names = {
			start: named('n8n-nodes-base.scheduleTrigger'),
			compare: named('n8n-nodes-alleo.alleoDiff'),
		};
		put(workflow, made);
	});
	const run = await engine.start(names.start);
	expect([run.status, run.data.resultData.error?.message]).toEqual(['waiting', undefined]);
	const rows = (output: number) => planOf(outputOf<PlanRow>(run, names.compare, output));
	return { waits: rows(0), goes: rows(1) };
}

describe.each(['nmbrs', 'afas'] as const)('%s', (system) => {
	test.each([
		[1, false],
		[2, false],
		[2, true],
		[3, false],
		[3, true],
	])('version %i, changed by people: %s', async (version, edited) => {
		const before = await plan(system, (workflow) => oldOf(workflow, system, version, edited));
		const after = await plan(system, (workflow) =>
			upgraded(oldOf(workflow, system, version, edited)),
		);
		expect(before.waits).not.toEqual([]);
		expect(after).toEqual(before);
	});
});
