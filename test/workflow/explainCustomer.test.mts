import { explainGraph } from '../../core/connect/templates/explainGraph';
import { StoredWorkflow } from '../../core/connect/templates/workflow';
import type { Answer, AnswerPage } from '../../core/explain';
import { TYPES_OF } from '../../sandbox/demo/credentials.mts';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { readWorkflow, setUpCustomer } from '../../sandbox/demo/template.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import { outputOf } from '../support/engine.mts';
import { bindingsOf, engineOf } from '../support/sync.mts';
import { SYSTEMS } from '../support/templates.mts';
import type { SystemName } from '../support/templates.mts';

/** A customer's own daily sync with the question in the place of its comparison, through n8n's own engine. */

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ employees: 60 });
});

afterAll(async () => {
	await sandbox.close();
});

const COMPARE = 'Compare with Alleo';

async function ask(system: SystemName, file: string, person: string, settings = {}) {
	const types = TYPES_OF[system];
	const template = await readWorkflow(file);
	const customer = setUpCustomer(template, system, bindingsOf(types), settings);
	const stored = StoredWorkflow.parse({ ...customer, id: 'w1', active: true });
	const graph = explainGraph(stored, { person, title: 'Bakkerij Van Dijk', language: 'nl' });
	if (!graph.ok) throw new Error(graph.problem.code);
	const engine = await engineOf(sandbox, graph.value as unknown as Workflow, types, {});
	const run = await engine.start('Explain');
	const { error } = run.data.resultData;
	expect(error === undefined ? null : `${error.message} ${error.description}`).toBeNull();
	expect(run.data.resultData.lastNodeExecuted).toBe(COMPARE);
	const [answer] = outputOf<Answer & object>(run, COMPARE, 0);
	const [page] = outputOf<AnswerPage & object>(run, COMPARE, 1);
	return { answer, html: page?.html ?? '' };
}

describe.each(SYSTEMS)('%s', (system) => {
	const joiner = () => {
		const found = sandbox.world[system].people.find((person) => person.case === 'joiner');
		if (found === undefined) throw new Error('the world has no joiner');
		return found;
	};
	const files = [`${system}-daily-sync`, `past/${system}-daily-sync.v2`];

	test.each(files)('%s answers with a page, and writes nothing', async (file) => {
		const { businessEmail, externalId } = joiner();
		const { answer, html } = await ask(system, file, businessEmail ?? '');
		expect(answer).toMatchObject({ verdict: 'gets_access', external_id: externalId });
		expect(html).toContain('heeft nog geen toegang en wordt geonboard.');
		expect(html).toContain('Bakkerij Van Dijk');
		expect(sandbox.alleo.log.writes).toEqual([]);
	});

	test('what a person has to approve is what the schedule would ask', async () => {
		const file = `${system}-daily-sync`;
		const always = await ask(system, file, joiner().externalId, { approval: 'always' });
		const guarded = await ask(system, file, joiner().externalId, { approval: 'whenGuardTrips' });
		const step = ({ answer }: typeof always) =>
			answer?.steps.find(({ key }) => key === 'guards' || key === 'approval')?.text;
		expect(step(always)).not.toBe(step(guarded));
	});
});
