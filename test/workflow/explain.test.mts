import type { IDataObject, INodeType } from 'n8n-workflow';
import { DEFAULT_OPTIONS } from '../../core/plan/options';
import { explain } from '../../core/explain';
import type { Answer, AnswerPage, Verdict } from '../../core/explain';
import { TYPES_OF } from '../../sandbox/demo/credentials.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import { WORLD_SETTINGS } from '../../sandbox/world/catalogue.mts';
import type { ExpectedAction } from '../../sandbox/world/expected.mts';
import { CORE_NODES } from '../support/coreNodes.mts';
import { executed, outputOf } from '../support/engine.mts';
import { EXPLAIN_NODE, explainWorkflow } from '../support/explain.mts';
import { bindingsOf, engineOf } from '../support/sync.mts';
import { SYSTEMS } from '../support/templates.mts';
import type { SystemName } from '../support/templates.mts';

/**
 * The form of before version 3 through n8n's own engine, against the stand-ins; and every named case
 * explained.
 */

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ employees: 60 });
});

afterAll(async () => {
	await sandbox.close();
});

const noOp = CORE_NODES['n8n-nodes-base.noOp'] as INodeType;

/** The form as if somebody sent it, and the If node for text that equals. */
const doubles = (answers: IDataObject): Record<string, INodeType> => ({
	'n8n-nodes-base.formTrigger': {
		description: { ...noOp.description, inputs: [] },
		execute: async () => [[{ json: answers }]],
	},
	'n8n-nodes-base.form': noOp,
	'n8n-nodes-base.if': {
		description: {
			...noOp.description,
			outputs: ['main', 'main'],
			properties: [{ displayName: 'Conditions', name: 'conditions', type: 'filter', default: {} }],
		},
		async execute() {
			const { conditions } = this.getNodeParameter('conditions', 0) as {
				conditions: Array<{ leftValue: string; rightValue: string }>;
			};
			const holds = conditions.every(({ leftValue, rightValue }) => leftValue === rightValue);
			return holds ? [this.getInputData(), []] : [[], this.getInputData()];
		},
	},
});

async function ask(system: SystemName, person: string, language: 'Nederlands' | 'English') {
	const types = TYPES_OF[system];
	const workflow = explainWorkflow(system, bindingsOf(types));
	const form = { person, system: system.toUpperCase(), language };
	const engine = await engineOf(sandbox, workflow, types, doubles(form));
	const run = await engine.start(EXPLAIN_NODE.form);
	const { error } = run.data.resultData;
	expect(error === undefined ? null : `${error.message} ${error.description}`).toBeNull();
	return run;
}

describe.each(SYSTEMS)('%s', (system) => {
	const other = system === 'nmbrs' ? 'afas' : 'nmbrs';
	const joiner = () => {
		const found = sandbox.world[system].people.find((person) => person.case === 'joiner');
		if (found === undefined) throw new Error('the world has no joiner');
		return found;
	};

	test('the form is answered with a page, and nothing was written or asked of the other system', async () => {
		const { businessEmail, externalId } = joiner();
		const run = await ask(system, businessEmail ?? '', 'Nederlands');
		expect(executed(run, EXPLAIN_NODE.read[other])).toBe(false);
		expect(outputOf<Answer & object>(run, EXPLAIN_NODE.explain, 0)).toMatchObject([
			{ found: true, verdict: 'gets_access', external_id: externalId },
		]);
		const [page, ...more] = outputOf<AnswerPage & object>(run, EXPLAIN_NODE.page);
		expect(more).toEqual([]);
		expect(page?.html).toContain('heeft nog geen toegang en wordt geonboard.');
		expect(page?.html).toContain('Voorbeeld Holding');
		expect(sandbox.alleo.log.writes).toEqual([]);
	});

	/** What the world expects of a person, as a verdict. `unchanged` depends on the account. */
	const VERDICTS: Partial<Record<ExpectedAction, Verdict[]>> = {
		create: ['gets_access'],
		update: ['has_access'],
		reactivate: ['gets_access'],
		deactivate: ['loses_access'],
		hold: ['held'],
		unchanged: ['has_access', 'no_access'],
		upcoming: ['waits'],
		ended_unknown: ['no_access'],
		ineligible_unknown: ['no_access'],
		merged: ['merged'],
		move: ['moves'],
		out_of_scope: ['not_found', 'no_access'],
	};

	test('every person of the world, named case or not, is explained as decided', async () => {
		const run = await ask(system, joiner().externalId, 'English');
		const { defaultCompanyId, routing } = WORLD_SETTINGS[system];
		const input = {
			source: outputOf(run, EXPLAIN_NODE.normalize, 0),
			alleo: outputOf(run, EXPLAIN_NODE.alleo, 0),
			coverage: outputOf(run, EXPLAIN_NODE.read[system], 1),
			history: [],
			title: '',
			options: { ...DEFAULT_OPTIONS, companyId: defaultCompanyId, routing },
			language: 'en' as const,
			referenceDate: sandbox.world.referenceDate,
			createdAt: '2026-11-24T03:00:00.000Z',
			expiresAt: '2026-11-24T03:00:00.000Z',
		};
		const wrong: string[] = [];
		for (const { externalId, case: name, expected } of sandbox.world[system].people) {
			const result = explain({ ...input, question: externalId });
			if (!result.ok) throw new Error(result.problem.code);
			const answer =
				result.value.answers.find((one) => one.external_id === externalId) ??
				result.value.answers[0];
			const text = answer?.text_en ?? '';
			const wanted = VERDICTS[expected.action] ?? [];
			const right =
				answer !== undefined &&
				wanted.includes(answer.verdict) &&
				(expected.reason === null ||
					expected.action === 'out_of_scope' ||
					text.includes(expected.reason)) &&
				!/\{\w+\}|undefined/.test(text + answer.text_nl);
			if (!right) wrong.push(`${name}: wanted ${expected.action} ${expected.reason}; ${text}`);
		}
		expect(wrong).toEqual([]);
	});
});
