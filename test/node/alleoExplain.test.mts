import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { deciding } from '../../nodes/AlleoDiff/deciding';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { AlleoExplain } from '../../nodes/AlleoExplain/AlleoExplain.node';
import { fakeContext } from '../support/fakeContext.mts';
import { account, covered, person, range } from '../support/people.mts';

/** The node: panel to question and settings, items to answers; what they say is tested with core. */

const items = (values: readonly object[]): INodeExecutionData[] =>
	values.map((json) => ({ json: json as IDataObject }));

const people = range(1, 40).map((number) => person(number));
const accounts = range(1, 39).map((number) => account(number));

interface Given {
	source?: readonly object[];
	alleo?: readonly object[];
	coverage?: readonly object[];
	history?: readonly object[];
	continueOnFail?: boolean;
	timezone?: string;
}

async function ask(
	overrides: Record<string, unknown>,
	given: Given = {},
): Promise<[INodeExecutionData[], INodeExecutionData[]]> {
	const { context } = fakeContext({
		nodeType: 'n8n-nodes-alleo.alleoExplain',
		parameters: { companyId: '41', referenceDate: '2026-11-24', ...overrides },
		inputs: [
			items(given.source ?? people),
			items(given.alleo ?? accounts),
			items(given.coverage ?? [covered()]),
			items(given.history ?? []),
		],
		continueOnFail: given.continueOnFail ?? false,
	});
	const outputs = await new AlleoExplain().execute.call(context);
	return outputs as [INodeExecutionData[], INodeExecutionData[]];
}

test('one answer per person, linked to the record, and one page', async () => {
	const [answers, page] = await ask({ person: 'person40@example.nl' });
	expect(answers).toHaveLength(1);
	expect(answers[0]).toMatchObject({
		json: { found: true, verdict: 'gets_access', external_id: 'nmbrs-40' },
		pairedItem: { item: 39, input: 0 },
	});
	expect(page).toHaveLength(1);
	expect(page[0]?.json).toMatchObject({ found: true, matches: 1 });
	expect(String(page[0]?.json['html'])).toContain('First40 Last40');
});

test('somebody of Alleo alone is linked to the account', async () => {
	const [answers] = await ask({ person: 'nmbrs-50' }, { alleo: [...accounts, account(50)] });
	expect(answers[0]).toMatchObject({
		json: { found: false, alleo_id: 1050 },
		pairedItem: { item: 39, input: 1 },
	});
});

test('nobody found is an answer, not an empty output', async () => {
	const [answers, page] = await ask({ person: 'niemand@example.org', language: 'nl' });
	expect(answers[0]?.json).toMatchObject({
		found: false,
		verdict: 'not_found',
		headline: 'Niemand gevonden voor "niemand@example.org".',
		headline_en: 'Nobody was found for "niemand@example.org".',
	});
	expect(page).toHaveLength(1);
});

test('coverage and history are optional', async () => {
	const [answers] = await ask({ person: '1' }, { coverage: [], history: [] });
	expect(answers[0]?.json['verdict']).toBe('has_access');
});

test('a row of Alleo Diff and its outcome are told about', async () => {
	const { context } = fakeContext({
		parameters: { companyId: '41', referenceDate: '2026-11-24' },
		inputs: [items(people), items(accounts), items([covered()])],
	});
	const planned = await new AlleoDiff().execute.call(context);
	const history = planned.flat().map((item) => item.json);
	const [answers] = await ask({ person: '40' }, { history });
	expect(String(answers[0]?.json['text_en'])).toContain(
		'Onboard: In service and not yet in Alleo.',
	);
	expect(String(answers[0]?.json['text_en'])).toContain('In the plan of ');
});

test('it decides with the settings of Alleo Diff', async () => {
	const source = people.map((one, index) => (index === 0 ? { ...one, alleo_filter: 'Log' } : one));
	const routing = { routes: [{ filter: 'log', companyId: '42' }] };
	const [moved] = await ask({ person: 'nmbrs-1', routing }, { source });
	expect(moved[0]?.json['verdict']).toBe('moves');
	const changed = people.map((one, index) => (index === 0 ? { ...one, first_name: 'X' } : one));
	const fieldPolicies = { policies: [{ field: 'first_name', keep: 'onCreate' }] };
	const [kept] = await ask({ person: 'nmbrs-1', fieldPolicies }, { source: changed });
	expect(kept[0]?.json['action']).toBeNull();
});

test('an empty reference date is today in the time zone of the workflow', async () => {
	const [answers] = await ask({ person: '1', referenceDate: '' });
	expect(answers[0]?.json['reference_date']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test.each([
	['no question', { person: ' ' }, 'EXPLAIN_QUESTION_UNUSABLE'],
	['no company', { person: '1', companyId: '' }, 'SETTING_INVALID'],
	['a date that is none', { person: '1', referenceDate: 'today' }, 'SETTING_INVALID'],
	['a language that does not exist', { person: '1', language: 'fr' }, 'SETTING_INVALID'],
])('%s is refused with what to do', async (_name, overrides, code) => {
	await expect(ask(overrides)).rejects.toMatchObject({
		description: expect.stringContaining(code),
	});
});

test('half the data is no explanation; with "continue" the error leaves on Page alone', async () => {
	await expect(ask({ person: '1' }, { alleo: [{}] })).rejects.toMatchObject({
		message: 'Item 0 on the input "Alleo" is not what this input expects: the item is empty.',
	});
	const [answers, page] = await ask({ person: '1' }, { alleo: [{}], continueOnFail: true });
	expect(answers).toEqual([]);
	expect(page[0]?.json).toMatchObject({ code: 'EXPLAIN_ITEM_MALFORMED' });
});

test('with "continue" whoever asked sees what is wrong and what to do', async () => {
	const failed = { error: 'Alleo refused the keys.', description: '' };
	const wrong: Array<[Record<string, unknown>, Given]> = [
		[{ companyId: '' }, {}],
		[{}, { alleo: [failed] }],
	];
	for (const [overrides, given] of wrong) {
		const [answers, page] = await ask(
			{ person: '1', title: 'Voorbeeld <BV>', ...overrides },
			{ ...given, continueOnFail: true },
		);
		expect(answers).toEqual([]);
		expect(String(page[0]?.json['html'])).toMatch(/No explanation can be given now[\s\S]*To do: /);
		expect(String(page[0]?.json['html'])).not.toContain('<BV>');
	}
});

test('it holds no credential and has every setting that decides about people', () => {
	const { credentials, properties } = new AlleoExplain().description;
	expect(credentials).toBeUndefined();
	const names = properties.map(({ name }) => name);
	expect(names).toEqual(
		expect.arrayContaining(Object.values(deciding).map(({ field }) => field.name)),
	);
	expect(names).not.toContain('expiresAfterHours');
});
