import { biggestLine } from '../../../../core/report/fieldsView';
import { renderPage, renderReport } from '../../../../core/report/page';
import { selectRows } from '../../../../core/report/page/select';
import { nextView, readView, writeChange } from '../../../../core/report/page/view';
import { pageInput, visibleText } from '../../../support/approvalPage.mts';
import { HOSTILE_NAMES, makePlan } from '../../../support/approvalPlan.mts';
import type { Plan } from '../../../support/approvalPlan.mts';

/** Changes by field above the rows, and the rows that a field or a pair chooses. */

const moved = (number: number, from: string | null, to: string) => ({
	action: 'update' as const,
	external_id: `nmbrs-${number}`,
	name: `Person ${number}`,
	changes: [
		{ field: 'group', from, to },
		...(number % 10 === 0 ? [{ field: 'email', from: 'secret@a.example', to: 'b@a.example' }] : []),
	],
});

const PLAN = makePlan([
	...Array.from({ length: 228 }, (_, n) => moved(n + 1, 'Kantoor', 'Binnendienst')),
	...Array.from({ length: 12 }, (_, n) => moved(n + 300, null, 'Binnendienst')),
	{ action: 'create', external_id: 'nmbrs-900', name: 'Somebody New' },
]);

const view = (change: string) => readView({ change });
const found = (change: string, plan: Plan = PLAN): number =>
	selectRows(plan.rows, view(change), 100, new Map(), plan.summary.fields).found;

describe('changes by field on the page', () => {
	test.each([
		['nl', 'Wijzigingen per veld Groep 240 mensen 228× Kantoor → wordt Binnendienst 12× leeg'],
		['en', 'Changes by field Group 240 people 228× Kantoor → becomes Binnendienst 12× empty'],
	] as const)(
		'a mapping that moves 240 people is one line above the rows, in %s',
		(language, said) => {
			const input = pageInput(PLAN, { language });
			const text = visibleText(renderPage(input));
			expect(text).toContain(said);
			expect(text.indexOf(said)).toBeLessThan(text.indexOf('Person 1'));
			expect(visibleText(renderReport(input))).toContain(said);
		},
	);

	test('of a private field only how many people', () => {
		const page = renderPage(pageInput(PLAN, { view: view('group:2') }));
		const [card = ''] = /<section class="card fields"[\s\S]*?<\/section>/.exec(page) ?? [];
		expect(visibleText(card)).toMatch(/E-mail address 2\d people/);
		expect(card).not.toContain('example');
	});

	test('how many are new, where something was decided before', () => {
		const [group] = PLAN.summary.fields;
		if (group === undefined) throw new Error('no field');
		const plan = { ...PLAN, summary: { ...PLAN.summary, fields: [{ ...group, fresh: 7 }] } };
		expect(visibleText(renderPage(pageInput(plan)))).toContain('Group 240 people 7 new');
	});

	test('nothing above the rows where no account changes; the report has no buttons', () => {
		const none = makePlan([{ action: 'create' }]);
		expect(renderPage(pageInput(none))).not.toContain('id="fields"');
		expect(renderReport(pageInput(PLAN))).not.toContain('<button');
	});

	test('hostile values stay text', () => {
		const plan = makePlan(HOSTILE_NAMES.map((name, n) => moved(n + 1, name, `${name}!`)));
		const page = renderPage(pageInput(plan));
		expect(page).not.toContain('<script>alert');
		expect(page).not.toContain('<img');
		expect(page).not.toContain('\u202e');
	});
});

describe('a field or a pair chooses the rows', () => {
	test('a field all its people, a pair only its own', () => {
		expect([found('group'), found('group:1'), found('group:2'), found('email')]).toEqual([
			240,
			228,
			12,
			PLAN.summary.fields.find(({ field }) => field === 'email')?.people,
		]);
	});

	test('what the plan does not have, nobody has', () => {
		expect([found('group:3'), found('birthday'), found('email:1')]).toEqual([0, 0, 0]);
	});

	test.each(['', 'group:0', 'group:12', 'Group', '__proto__', '../x', 'group:1:2', 'a'.repeat(99)])(
		'%j chooses nothing',
		(change) => {
			expect(view(change).change).toBeUndefined();
			expect(found(change)).toBe(241);
		},
	);

	test('the button says that it is pressed, and goes with the form and the links', () => {
		const page = renderPage(pageInput(PLAN, { view: view('group:2') }));
		expect(page).toMatch(/value="field:group:2"[^>]*aria-pressed="true"/);
		expect(page).toMatch(/value="field:group"[^>]*aria-pressed="false"/);
		expect(page).toContain('name="view_field" value="group:2"');
		expect(visibleText(page)).toContain('12 found');
	});

	test('the same button again takes it back; paging and searching keep it', () => {
		const chosen = nextView(readView({ page: '2', action: 'update' }), 'ann', 'field:group:2');
		expect(chosen).toMatchObject({ action: 'update', q: 'ann', page: 1 });
		expect(writeChange(chosen.change)).toBe('group:2');
		expect(writeChange(nextView(chosen, 'ann', 'page:2').change)).toBe('group:2');
		expect(writeChange(nextView(chosen, 'x', 'search').change)).toBe('group:2');
		expect(writeChange(nextView(chosen, '', 'field:group').change)).toBe('group');
		expect(nextView(chosen, '', 'field:group:2').change).toBeUndefined();
		expect(nextView(chosen, 'x', 'clear')).toEqual(readView({}));
	});
});

describe('the change that most people share', () => {
	test('is one line; a change of few people is none', () => {
		expect(biggestLine(PLAN.summary.fields, 'nl')).toBe(
			'Groep: 240 mensen: 228x Kantoor → Binnendienst',
		);
		const few = makePlan(Array.from({ length: 9 }, (_, n) => moved(n + 1, 'A', 'B')));
		expect(biggestLine(few.summary.fields, 'nl')).toBeNull();
		expect(biggestLine([], 'nl')).toBeNull();
	});
});
