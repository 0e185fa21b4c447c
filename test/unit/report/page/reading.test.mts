import { countRows } from '../../../../core/plan/count';
import type { DraftFacts } from '../../../../core/model/draft';
import { otherPart } from '../../../../core/report/otherPart';
import { renderMarkdown } from '../../../../core/report/markdown';
import { renderPage, renderReport } from '../../../../core/report/page';
import { pageInput, visibleText } from '../../../support/approvalPage.mts';
import { bigPlan, HOSTILE_NAMES, makePlan } from '../../../support/approvalPlan.mts';
import type { Plan } from '../../../support/approvalPlan.mts';

/** What the page says of where its plan comes from: a part of a reading, a draft, and who waits since when. */

const shown = (plan: Plan, overrides: Parameters<typeof pageInput>[1] = {}): string =>
	visibleText(renderPage(pageInput(plan, overrides)));

const leavers = (count: number) =>
	Array.from({ length: count }, (_, n) => ({
		action: 'deactivate' as const,
		external_id: `nmbrs-${n + 1}`,
		row_id: `deactivate-${n}`,
	}));

const NONE = countRows([]);

/** 12 leavers wait; 4 joiners and 31 changes went on. */
function split(): Plan {
	const plan = makePlan(leavers(12));
	const counts = { ...plan.summary.counts, create: 4, update: 31, source: 247 };
	const other = { ...NONE, create: 4, update: 31 };
	return { ...plan, summary: { ...plan.summary, counts, other } };
}

describe('a plan that is a part of a reading', () => {
	test('says what went on by itself, and its numbers are its own', () => {
		const text = shown(split());
		expect(text).toContain('goes on by itself: 4 onboardings, 31 updates.');
		expect(text).toContain('12 in this plan, 35 in the part that goes on by itself, 200 unchanged');
		expect(shown(split(), { language: 'nl' })).toContain(
			'De rest van dezelfde run gaat vanzelf door: 4 onboarden, 31 bijwerken.',
		);
	});

	test('so does the text; the counts are of its rows', () => {
		const { summary, rows } = split();
		const text = renderMarkdown(summary, rows, 'en');
		expect(text).toContain('- 12 off-boardings · 200 unchanged');
		expect(text).toContain('goes on by itself: 4 onboardings, 31 updates.');
	});

	test('the part that goes on says that the other one waits', () => {
		const { summary, rows } = split();
		const text = renderMarkdown({ ...summary, status: 'ready' }, rows, 'en');
		expect(text).toContain('waits for one: 4 onboardings, 31 updates.');
	});

	test('a plan that is the only one says nothing of it, nor does one of an earlier version', () => {
		const whole = bigPlan(40);
		expect(otherPart(whole.summary)).toBeNull();
		expect(shown(whole)).not.toContain('by itself');
		const { other: _other, ...earlier } = split().summary;
		expect(otherPart(earlier)).toBeNull();
	});
});

describe('a dry run of a draft', () => {
	const difference = { node: 'Settings', setting: 'Absent People', from: 'report', to: null };
	const facts = (parts: Partial<DraftFacts>): DraftFacts => ({
		published: true,
		differences: [],
		unknown: false,
		...parts,
	});
	const one = makePlan([{ action: 'create' }]);

	test.each([
		['en', 'Dry run of an unpublished version 1 setting differs'],
		['nl', 'Proefrun van een niet-gepubliceerde versie 1 instelling verschilt'],
	] as const)('is said before all else, with what differs, in %s', (language, said) => {
		const draft = facts({ differences: [difference] });
		const text = shown(one, { language, draft });
		expect(text).toContain(said);
		expect(text).toMatch(/Absent People Settings report (not there|niet aanwezig)/);
		expect(text.indexOf(said)).toBeLessThan(text.search(/Waiting for|Wacht op/));
		expect(visibleText(renderReport(pageInput(one, { language, draft })))).toContain(said);
	});

	test('many differences are folded', () => {
		const differences = Array.from({ length: 20 }, () => difference);
		const page = renderPage(pageInput(one, { draft: facts({ differences }) }));
		expect(page).toContain('<details><summary>Show all 20 settings');
	});

	test('nothing published, the same, or not comparable: each is said as it is', () => {
		expect(shown(one, { draft: facts({ published: false }) })).toContain('is published yet');
		expect(shown(one, { draft: facts({}) })).toContain('are those of the published version');
		const unknown = shown(one, { draft: facts({ unknown: true }) });
		expect(unknown).toContain('could not be compared in full');
		expect(unknown).not.toContain('are those of the published version');
		expect(unknown).toContain('Dry run of the version in the editor');
		expect(unknown).not.toContain('unpublished');
	});

	test('a plan of the published version says nothing of it', () => {
		expect(shown(one, { draft: null })).not.toContain('unpublished');
		expect(shown(one)).not.toContain('unpublished');
	});

	test('hostile names and endless values do no harm', () => {
		const differences = HOSTILE_NAMES.map((name) => ({
			node: name,
			setting: name,
			from: 'x'.repeat(5000),
			to: name,
		}));
		const page = renderPage(pageInput(one, { draft: facts({ differences }) }));
		expect(page).not.toContain('<script>alert');
		expect(page).not.toContain('x'.repeat(300));
	});
});

describe('since when somebody is held', () => {
	const held = (since: unknown) =>
		makePlan([{ action: 'hold', evidence: { status: 'held', held_since: since as string } }]);

	test('is said once, in days', () => {
		const text = shown(held('2026-11-12'));
		expect(text).toContain('On hold since 12 Nov 2026 (12 days)');
		// On the line, and below it with the days.
		expect(text.match(/12 Nov 2026/g)).toHaveLength(2);
		expect(shown(held('2026-11-23'), { language: 'nl' })).toContain(
			'Wacht sinds 23 nov 2026 (1 dag)',
		);
		expect(shown(held('2026-11-24'))).toContain('On hold since today');
	});

	test('a row of an earlier version, or a value that is no day, counts no days', () => {
		expect(shown(held('nonsense'))).not.toMatch(/On hold since (today|.* days?\))/);
		expect(shown(makePlan([{ action: 'hold' }]))).not.toContain('On hold since');
	});
});
