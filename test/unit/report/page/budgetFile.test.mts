import { decisionRules } from '../../../../core/approval/rules';
import { EMPTY_FORM } from '../../../../core/approval/form';
import { renderCsv } from '../../../../core/report/csv';
import { renderMarkdown } from '../../../../core/report/markdown';
import { renderPage } from '../../../../core/report/page';
import type { PageInput } from '../../../../core/report/page/context';
import { FIRST_VIEW } from '../../../../core/report/page/view';
import { account, range } from '../../../support/filePlan.mts';
import { budgetRun, MONTHLY, ONCE, worker } from '../../../support/budgetFile.mts';
import type { BudgetRun } from '../../../support/budgetFile.mts';

/** What a person reads of a plan of budgets: whose, from what to what, and what nobody knows. */

const alleo = range(6).map((number) => account(number));
const everybody = (changes: Record<number, Record<string, number>>) =>
	range(6).flatMap((number) =>
		number === 6 && changes[6] === undefined
			? []
			: [worker(number, changes[number] ?? { [MONTHLY]: 25 })],
	);

const first = budgetRun({ source: everybody({}), alleo });
const run = budgetRun(
	{
		source: everybody({ 1: { [MONTHLY]: 30.5 }, 2: {}, 3: { [ONCE]: 300 }, 6: { [MONTHLY]: 10 } }),
		alleo,
	},
	first.last,
);

const pageOf = ({ rows, summary }: BudgetRun, changes: Partial<PageInput> = {}): string =>
	renderPage({
		title: 'Bakkerij',
		language: 'en',
		summary,
		rows,
		rules: decisionRules({
			rows,
			guards: summary.guards,
			partitions: summary.partitions,
			expiresAt: summary.plan.expires_at,
			now: summary.plan.created_at,
			isForFile: true,
		}),
		view: FIRST_VIEW,
		form: EMPTY_FORM,
		problems: [],
		requireComment: false,
		formatInstant: (instant) => instant,
		linkQuery: '',
		...changes,
	});

const text = (html: string): string =>
	html
		.replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');

test('the page groups what is new, what changes and what stops; who stays is folded', () => {
	const html = pageOf(run);
	const said = text(html);
	expect(said).toMatch(
		/A new budget\. 1 .*The budget changes\. 2 .*The budget stops\. 1 .*The same as in the last file\. 2/,
	);
	expect(said).toContain('monthly budget (all categories): €25.00 → €30.50');
	expect(said).toContain('monthly budget (all categories): €25.00 → empty');
	expect(said).toContain(
		'monthly budget (all categories): €25.00 → empty; one-off budget (all categories): empty → €300.00',
	);
	expect(html).toMatch(
		/<details>\s*<summary>\s*<span class="cause-what">The same as in the last file/,
	);
});

test('old and new amount stand on the line itself, with room: no column beside it says the same for all', () => {
	const html = pageOf(run);
	expect(html).toMatch(
		/<span class="what">[^]{0,80}€25\.00 → €30\.50[^]{0,20}<\/span>\s*<span class="reason"><\/span>/,
	);
	expect(html).toContain('.what:has(+.reason:empty){grid-column:3/5;white-space:normal');
});

test('on a telephone each total stands under its own label', () => {
	expect(pageOf(run)).toMatch(
		/data-of="[^"]+">€125\.00<\/td>\s*<td class="number" data-of="[^"]+">€90\.50/,
	);
});

test('the totals: a month before and after, and what is newly given once', () => {
	expect(text(pageOf(run))).toMatch(/Total 1 2 1 2 €125\.00 €90\.50 €300\.00/);
	expect(text(pageOf(run, { language: 'nl' }))).toMatch(/€ 125,00 € 90,50 € 300,00/);
});

test('what Alleo does is said so far as it is published, and never promised', () => {
	const said = text(pageOf(run));
	expect(said).toContain('arrives on the 1st of the month');
	expect(said).toContain('Alleo does not publish what a raised monthly amount does');
	expect(said).toContain('The file says that it stops');
	expect(text(pageOf(first))).not.toContain('raised');
});

test('markdown and table say the same', () => {
	const markdown = renderMarkdown(run.summary, run.rows, 'en');
	expect(markdown).toContain(
		'1 new, 2 changed, 1 stopped, 2 unchanged; €125.00 → €90.50 a month; €300.00 new one\\-offs',
	);
	expect(markdown).toContain('does not publish what a raised monthly amount does');
	expect(markdown).toContain('monthly budget \\(all categories\\): €25.00 → €30.50');
	const csv = renderCsv(run.rows, 'nl');
	expect(csv).toContain('maandbudget (alle categorieën): € 25,00 → € 30,50');
	expect(csv).toContain('Alleo publiceert niet wat een verhoogd maandbedrag doet');
	expect(csv).toContain('"30,5"');
});

test('a category that sounds like pay is a budget all the same', () => {
	const source = [worker(1, { alleo_monthly_pension_budget: 12 })];
	expect(text(pageOf(budgetRun({ source, alleo })))).toContain('→ €12.00');
});

test('a file that cannot be compared is not approved on the page', () => {
	const doubt = budgetRun(
		{ source: everybody({}), alleo },
		{ state: 'failed', problem: 'it is no CSV' },
	);
	const html = pageOf(doubt);
	expect(text(html)).toContain('The last budget file could not be read: it is no CSV.');
	expect(html).not.toContain('value="approve"');
});
