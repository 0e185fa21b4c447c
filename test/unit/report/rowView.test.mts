import { resolveIssue } from '../../../core/issues';
import type { Language } from '../../../core/issues';
import { Employee } from '../../../core/model/employee';
import type { PlanRow } from '../../../core/model/plan';
import { renderCsv } from '../../../core/report/csv';
import { renderMarkdown } from '../../../core/report/markdown';
import { renderReport } from '../../../core/report/page';
import { rowView } from '../../../core/report/rowView';
import { account, plan as filePlan, planInput } from '../../support/filePlan.mts';
import { makePlan, reason } from '../../support/approvalPlan.mts';
import type { Plan } from '../../support/approvalPlan.mts';
import { pageInput, visibleText } from '../../support/approvalPage.mts';

/** One row in the same words on the page, in the markdown and in the CSV. */

const LANGUAGES: Language[] = ['en', 'nl'];

/** What each shows, as a reader has it: without the marks of its form. */
function shown({ rows, summary }: Plan, language: Language): Record<string, string> {
	return {
		page: visibleText(renderReport(pageInput({ rows, summary }, { language }))),
		markdown: renderMarkdown(summary, rows, language).replaceAll('\\', ''),
		csv: renderCsv(rows, language, summary.notices).replaceAll('""', '"'),
	};
}

const notice = {
	code: 'GROUP_UNKNOWN',
	field: 'group',
	message: 'm',
	action: 'a',
	params: { field: 'group' },
};

const plan = makePlan([
	{ action: 'deactivate', reason: reason('MOVE'), row_id: 'moved' },
	{ action: 'hold', reason: reason('EMAIL_TAKEN'), row_id: 'held', budgets: { x: 1 } },
	{ action: 'update', reason: reason('TRANSFER'), row_id: 'moves on', notices: [notice] },
	{
		action: 'update',
		row_id: 'plain',
		evidence: { status: 'active', reason: 'IN_SERVICE', company: 'Bakkerij {Zon} BV' },
		changes: [
			{ field: 'last_name', from: 'Jansen', to: null },
			{ field: 'iban', from: 'NL01', to: 'NL02' },
		],
		budgets: { alleo_monthly_all_budget: 77 },
	},
	{ action: 'update', row_id: 'odd', evidence: { reason: 'EMPLOYMENT_ENDED', status: 'ended' } },
	{ action: 'create', row_id: 'new', budgets: { alleo_oneoff_health_budget: 12.5 } },
]);

const allOf = ({ rows }: Plan, language: Language): string[] =>
	rows.flatMap((row) => {
		const view = rowView(row, language);
		return [
			view.why,
			view.nextStep ?? '',
			...view.evidence.flatMap(({ label, text }) => [label, text]),
			...view.changes.flatMap(({ label, from, to }) => [label, from ?? '', to ?? '']),
			...view.notices.map(({ message }) => message),
		];
	});

describe.each(LANGUAGES)('%s', (language) => {
	test('the three say the same of every row', () => {
		const texts = shown(plan, language);
		for (const said of allOf(plan, language)) {
			for (const text of Object.values(texts)) expect(text).toContain(said);
		}
	});

	test('"in service, because: in service" is said nowhere; another reason everywhere', () => {
		const because = language === 'en' ? 'Because' : 'Omdat';
		const { page, markdown, csv } = shown(plan, language);
		const counts = [page, markdown, csv].map((text) => text?.split(`${because}`).length);
		expect(counts).toEqual([2, 2, 2]);
		expect(csv).not.toContain(language === 'en' ? 'In service.' : 'In dienst.');
	});

	/** A company may be called so: only a sentence of ours that misses something is left away. */
	test('a name with braces is shown', () => {
		for (const text of Object.values(shown(plan, language))) {
			expect(text).toContain('Bakkerij {Zon} BV');
		}
	});
});

test('the next step is named where it is somebody’s turn, in all three', () => {
	const steps = plan.rows.map((row) => [row.row_id, rowView(row, 'en').nextStep !== null]);
	expect(Object.fromEntries(steps)).toEqual({
		held: true,
		moved: true,
		'moves on': true,
		plain: false,
		odd: false,
		new: false,
	});
});

test('what changes: old and new, of a new account what it gets, of a held person nothing', () => {
	const texts = Object.fromEntries(
		plan.rows.map((row) => [row.row_id, rowView(row, 'en').changes.map(({ text }) => text)]),
	);
	expect(texts['plain']).toEqual(['Last name: Jansen → empty', 'iban: changed → changed']);
	expect(texts['new']?.[2]).toBe('First name: Anna');
	const held = { ...(plan.rows[0] as PlanRow), action: 'hold' as const };
	expect(rowView(held, 'en').changes).toEqual([]);
});

test('a group that Alleo lacks is one sentence with everybody’s name, not one a person', () => {
	const people = ['Anna Bakker', 'Bas Smit', 'Cas Vos'];
	const many = makePlan(
		people.map((name, n) => ({
			action: 'create' as const,
			row_id: `new-${n}`,
			name,
			notices: [notice],
		})),
	);
	const params = { group: 'Planner', count: 4 };
	const { message, action } = resolveIssue('GROUP_NOT_IN_ALLEO', params, 'en');
	const nobody = { external_id: null, name: null, date: null };
	const said = { ...nobody, code: 'GROUP_NOT_IN_ALLEO', message, action, params };
	const own = resolveIssue('GROUP_UNKNOWN', {}, 'en').message;
	const summary = { ...many.summary, notices: [{ ...said, people: [...people, 'Dirk de Wit'] }] };
	const { page = '', markdown = '', csv = '' } = shown({ ...many, summary }, 'en');
	for (const text of [page, markdown, csv]) {
		expect(text.split(message)).toHaveLength(2);
		expect(text).toContain('Dirk de Wit');
	}
	expect(markdown).not.toContain(own);
	expect(csv).not.toContain(own);
	// Without the sentence for all, each row keeps its own.
	expect(shown(many, 'en')['csv']?.split(own)).toHaveLength(4);
});

describe('amounts', () => {
	const people = [25, 100.5].map((amount, n) =>
		Employee.parse({
			external_id: `nmbrs-${n + 1}`,
			status: 'active',
			source: { system: 'nmbrs', partition: 'company-1' },
			budgets: { alleo_monthly_all_budget: amount, alleo_oneoff_health_budget: 3 },
		}),
	);
	const alleo = [account(1), account(2)];
	const budgets = filePlan(planInput(0, { dataset: 'budgets', source: people, alleo }));

	test.each(LANGUAGES)('%s: a plan of budgets says them everywhere', (language) => {
		const { page, markdown, csv } = shown(budgets, language);
		const euro = language === 'en' ? '€100.50 per month' : '€ 100,50 per maand';
		expect(page).toContain(euro);
		expect(markdown).toContain(euro);
		expect(csv).toContain(language === 'en' ? '"100.5"' : '"100,5"');
	});

	test('and so it does with their totals', () => {
		const { page, markdown } = shown(budgets, 'en');
		expect(page).toContain('€125.50');
		expect(markdown).toContain('per month, all categories: 2, Total €125.50');
	});

	test('accounts: only what a new account releases', () => {
		const said = plan.rows.filter((row) => rowView(row, 'en').amounts.length > 0);
		expect(said.map(({ row_id: id }) => id)).toEqual(['new']);
		const { page, markdown, csv } = shown(plan, 'en');
		for (const text of [page, markdown]) {
			expect(text).toContain('€12.50 one-off, health');
			expect(text).not.toContain('77');
		}
		expect(csv).toContain('"12.5"');
		expect(csv).not.toContain('"77"');
	});

	/** No row of such a plan has budgets; if one had, its amounts would be somebody's pay. */
	test('salary and leave: never, whatever a row carries', () => {
		const { rows, summary } = filePlan(planInput(6));
		const carrying = rows.map((row) => ({
			...row,
			action: 'create' as const,
			budgets: { alleo_monthly_all_budget: 4711.25 },
		}));
		const texts = Object.values(shown({ rows: carrying, summary }, 'en'));
		for (const text of texts) expect(text).not.toMatch(/4,?711/);
	});

	test('salary and leave: totals are on the page, which somebody opens, and not in the text', () => {
		const { rows, summary } = filePlan(planInput(6));
		const total = summary.file?.companies[0]?.columns[0]?.total ?? 0;
		expect(total).toBeGreaterThan(1000);
		const euros = `€${Math.floor(total / 1000)},${String(Math.floor(total) % 1000).padStart(3, '0')}`;
		const { page, markdown } = shown({ rows, summary }, 'en');
		expect(page).toContain(euros);
		expect(markdown).not.toContain('€');
		expect(markdown).toContain('Primary salary source: 6');
	});
});
