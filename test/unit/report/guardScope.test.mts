import { readSummary } from '../../../core/model/summary';
import type { GuardScope } from '../../../core/model/summary';
import { guard, scoped } from '../../../core/plan/guard';
import { guardWords } from '../../../core/report/page/words';
import { renderMarkdown } from '../../../core/report/markdown';
import { renderPage } from '../../../core/report/page';
import { pageInput } from '../../support/approvalPage.mts';
import { makePlan, trippedGuard } from '../../support/approvalPlan.mts';

/** The part and the days that a guard is about, in both languages. */

const zuid: GuardScope = { kind: 'partition', id: 'c2', name: 'Bakkerij Zuid', days: null };

const limit = (scope: GuardScope, people?: number) =>
	scoped(guard('DEACTIVATION_LIMIT', 3, 30), scope, people);

test.each<[string, GuardScope, number | undefined, string, string]>([
	[
		'a company',
		zuid,
		1030,
		'Bakkerij Zuid (1,030 people): 30 people would be off-boarded; the limit is 3.',
		'Bakkerij Zuid (1.030 mensen): 30 mensen zouden worden geoffboard; de grens is 3.',
	],
	[
		'an Alleo company, which has no name here',
		{ kind: 'alleoCompany', id: '42', name: null, days: null },
		30,
		'Alleo company 42 (30 people): 30 people would be off-boarded; the limit is 3.',
		'Alleo-bedrijf 42 (30 mensen): 30 mensen zouden worden geoffboard; de grens is 3.',
	],
	[
		'a group over seven days',
		{ kind: 'group', id: '41/winkel', name: 'Winkel', days: 7 },
		30,
		'Group Winkel (30 people), together with those of the last 7 days whom nobody was asked about: 30 people would be off-boarded; the limit is 3.',
		'Groep Winkel (30 mensen), samen met die van de laatste 7 dagen, over wie niemand is gevraagd: 30 mensen zouden worden geoffboard; de grens is 3.',
	],
	[
		'the whole plan over thirty days',
		{ kind: 'plan', id: null, name: null, days: 30 },
		undefined,
		'Together with those of the last 30 days whom nobody was asked about: 30 people would be off-boarded; the limit is 3.',
		'Samen met die van de laatste 30 dagen, over wie niemand is gevraagd: 30 mensen zouden worden geoffboard; de grens is 3.',
	],
])('%s', (_, scope, people, en, nl) => {
	const result = limit(scope, people);
	expect(result.message).toBe(en);
	expect(guardWords(result, 'en').message).toBe(en);
	expect(guardWords(result, 'nl').message).toBe(nl);
});

test('a code that nobody knows keeps its own text, with the part in it once', () => {
	const unknown = { ...limit(zuid, 30), code: 'LATER_VERSION' };
	expect(guardWords(unknown, 'nl').message).toBe(unknown.message);
});

test('a name without end is cut, and a line break in it is none', () => {
	const long = limit({ ...zuid, name: `a\nb${'x'.repeat(10_000)}` }, 30);
	expect(long.message.length).toBeLessThan(200);
	expect(long.message).not.toContain('\n');
});

test('a summary of an older version, whose guards have no scope, is about the whole plan', () => {
	const { summary } = makePlan([{ action: 'deactivate' }], {
		guards: [trippedGuard('DEACTIVATION_LIMIT', 30, 12)],
	});
	const old = { ...summary, guards: summary.guards.map(({ scope: _, ...rest }) => rest) };
	const read = readSummary(old);
	if (!read.ok) throw new Error(read.problem);
	expect(read.value.guards[0]?.scope).toEqual({ kind: 'plan', id: null, name: null, days: null });
	expect(guardWords(read.value.guards[0]!, 'nl').message).toMatch(/^30 mensen/);
});

test('page and markdown name the part; what the last days say stands under the same check', () => {
	const plan = makePlan([{ action: 'deactivate' }], {
		guards: [
			limit(zuid, 30),
			limit({ ...zuid, days: 7 }, 30),
			{ ...limit({ kind: 'plan', id: null, name: null, days: 30 }), tripped: false },
		],
	});
	const html = renderPage(pageInput(plan, { language: 'nl' }));
	expect(html).toContain('Bakkerij Zuid (30 mensen): 30 mensen');
	expect(html).toContain('Bakkerij Zuid (30 mensen), samen met die van de laatste 7 dagen');
	expect(html.match(/class="guard"/g)).toHaveLength(1);
	expect(html).toContain('30 dagen</span>');
	expect(renderMarkdown(plan.summary, plan.rows, 'nl')).toContain('Bakkerij Zuid');
});
