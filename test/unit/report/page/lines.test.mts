import { decide } from '../../../../core/approval/decide';
import { EMPTY_FORM } from '../../../../core/approval/form';
import { renderPage, renderReport } from '../../../../core/report/page';
import { selectRows } from '../../../../core/report/page/select';
import { nextView, readView } from '../../../../core/report/page/view';
import { formFor, pageInput, visibleText } from '../../../support/approvalPage.mts';
import { DURING, makePlan, reason, trippedGuard } from '../../../support/approvalPlan.mts';
import type { Plan } from '../../../support/approvalPlan.mts';

/** One line per person: order, causes, and what the line says. */

const held = (number: number, name: string, code: 'EMAIL_TAKEN' | 'EXTERNAL_ID_MISSING') => ({
	action: 'hold' as const,
	row_id: `h${number}`,
	name,
	external_id: `nmbrs-${number}`,
	reason: reason(code),
	evidence: { status: 'held', held_since: `2026-11-${10 + number}` },
});

const HELD = makePlan([
	...['Anna', 'Bram', 'Chaima', 'Daan', 'Esmée'].map((name, i) => held(i, name, 'EMAIL_TAKEN')),
	held(8, 'Fleur', 'EXTERNAL_ID_MISSING'),
]);

describe('holds of one cause', () => {
	test('stand under one line: the cause once, how many, who, folded', () => {
		const page = renderPage(pageInput(HELD));
		const [cause] = /<li class="cause">[\s\S]*?<\/summary>/.exec(page) ?? [];
		expect(visibleText(cause ?? '')).toContain(
			'The e-mail address belongs to another Alleo account. 5 Anna, Bram, Chaima, and 2 more',
		);
		expect(cause).not.toContain('<details open');
		// Who is the only one has a line of their own.
		expect(page.match(/<li class="cause">/g)).toHaveLength(1);
		expect(page.match(/<li class="row/g)).toHaveLength(6);
	});

	test('the count is of all pages', () => {
		const many = makePlan(Array.from({ length: 130 }, (_, i) => held(i, `P${i}`, 'EMAIL_TAKEN')));
		expect(renderPage(pageInput(many))).toMatch(/<span class="count">130<\/span><\/span>/);
	});

	test('sorted by a column, they are no groups', () => {
		const view = readView({ sort: '-name' });
		const page = renderPage(pageInput(HELD, { view }));
		expect(page).not.toContain('class="cause"');
		expect(page.indexOf('Fleur')).toBeLessThan(page.indexOf('Anna'));
	});
});

describe('order', () => {
	const ids = (plan: Plan, sort: string): string[] =>
		selectRows(plan.rows, readView({ sort })).rows.map((row) => row.row_id);

	test('by name, by reason, by day, up and down; who has no day stands last', () => {
		expect(ids(HELD, 'name')).toEqual(['h0', 'h1', 'h2', 'h3', 'h4', 'h8']);
		expect(ids(HELD, '-since')[0]).toBe('h8');
		expect(ids(HELD, 'why').at(-1)).toBe('h8');
		const leavers = makePlan([
			{ action: 'deactivate', row_id: 'none', evidence: {} },
			{ action: 'deactivate', row_id: 'late', evidence: { end_date: '2026-10-31' } },
			{ action: 'deactivate', row_id: 'early', evidence: { end_date: '2026-01-31' } },
		]);
		expect(ids(leavers, 'since')).toEqual(['early', 'late', 'none']);
	});

	test('a column turns round, then lets go; nonsense sorts nothing', () => {
		const up = nextView(readView({}), '', 'sort:name');
		expect(up.sort).toEqual({ by: 'name', down: false });
		const down = nextView(up, '', 'sort:name');
		expect(down.sort).toEqual({ by: 'name', down: true });
		expect(nextView(down, '', 'sort:name').sort).toBeUndefined();
		expect(readView({ sort: 'salary' }).sort).toBeUndefined();
	});
});

const MOVE = reason('MOVE');
const moving = (guards = false): Plan =>
	makePlan(
		[
			{ action: 'create', row_id: 'arrive', alleo_company_id: 13, reason: MOVE },
			{ action: 'deactivate', row_id: 'leave', linked_row_id: 'arrive', reason: MOVE },
			{ action: 'deactivate', row_id: 'off', external_id: 'nmbrs-2' },
		],
		guards ? { guards: [trippedGuard('UPDATE_LIMIT')] } : {},
	);

const decideOn = (plan: Plan, form: Parameters<typeof formFor>[1]) => {
	const { rules, rows } = pageInput(plan);
	return decide({
		plan: plan.summary.plan,
		rows,
		rules,
		form: formFor(plan, form),
		requireComment: false,
		now: DURING,
	});
};

const codes = (verdict: ReturnType<typeof decide>): string[] =>
	verdict.kind === 'incomplete'
		? verdict.problems.map(({ code }) => code)
		: [verdict.kind === 'decided' ? verdict.approval.decision : verdict.problem.code];

describe('off-boardings are confirmed', () => {
	test('by a tick where no safety check tripped, on the server too', () => {
		expect(codes(decideOn(moving(), { offboardings: '' }))).toEqual(['APPROVAL_OFFBOARDINGS_OPEN']);
		// What a page of the version before posted, which counted the end of a move.
		expect(codes(decideOn(moving(), { offboardings: '2' }))).toEqual([
			'APPROVAL_OFFBOARDINGS_OPEN',
		]);
		expect(codes(decideOn(moving(), { offboardings: '1' }))).toEqual(['approved']);
		const page = renderPage(pageInput(moving()));
		expect(page).toMatch(/type="checkbox"\s+id="offboardings"\s+name="offboardings"\s+value="1"/);
		expect(renderPage(pageInput(moving(), { form: formFor(moving()) }))).toMatch(
			/name="offboardings"\s+value="1"\s+checked/,
		);
	});

	test('by the number where one did: the move is not in it', () => {
		expect(codes(decideOn(moving(true), { offboardings: '2' }))).toEqual(['APPROVAL_COUNT_WRONG']);
		expect(codes(decideOn(moving(true), { offboardings: '1' }))).toEqual(['approved']);
	});

	test('not where nobody loses access by this decision', () => {
		const moved = makePlan([
			{ action: 'create', row_id: 'arrive', alleo_company_id: 13, reason: MOVE },
			{ action: 'deactivate', row_id: 'leave', linked_row_id: 'arrive', reason: MOVE },
		]);
		expect(codes(decideOn(moved, { offboardings: '' }))).toEqual(['approved']);
		expect(renderPage(pageInput(moved))).not.toContain('name="offboardings"');
		const out = new Map([['off', 'Stays']]);
		expect(codes(decideOn(moving(), { offboardings: '', exclusions: out }))).toEqual(['approved']);
		for (const decision of ['reject', 'approveWithoutOffboardings'] as const) {
			const expected = decision === 'reject' ? 'rejected' : 'approved';
			expect(codes(decideOn(moving(), { offboardings: '', decision }))).toEqual([expected]);
		}
	});
});

describe('the two halves of a move', () => {
	test.each(['arrive', 'leave'])('leaving out %s leaves out both', (half) => {
		const verdict = decideOn(moving(), { exclusions: new Map([[half, 'Not yet']]) });
		if (verdict.kind !== 'decided') throw new Error('no decision');
		expect(new Set(verdict.approval.excluded)).toEqual(new Set(['arrive', 'leave']));
	});

	test('a box that was ticked at either half is ticked', () => {
		const form = { ...EMPTY_FORM, exclusions: new Map([['leave', 'Not yet']]) };
		const page = renderPage(pageInput(moving(), { form }));
		expect(page).toMatch(/value="arrive"\s+data-of="move"\s+checked/);
		expect(page).toContain('value="Not yet"');
	});
});

test('the button says what it does, less who is left out', () => {
	const plan = moving();
	expect(visibleText(renderPage(pageInput(plan)))).toContain('Approve: 1 off-boarding , 1 move');
	const form = { ...EMPTY_FORM, exclusions: new Map([['off', 'No']]) };
	expect(visibleText(renderPage(pageInput(plan, { form, language: 'nl' })))).toContain(
		'Goedkeuren: 1 overplaatsen',
	);
});

test('the report has every line and no box', () => {
	const report = renderReport(pageInput(HELD));
	expect(report.match(/<li class="row/g)).toHaveLength(6);
	expect(report).not.toContain('<input');
	expect(report).not.toContain('<button');
});
