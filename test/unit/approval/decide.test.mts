import { isExpired } from '../../../core/approval/rules';
import { Approval } from '../../../core/model/plan';
import { codes, decideOn, excluded } from '../../support/approvalPage.mts';
import { AFTER, DURING, EXPIRES, makePlan, reason } from '../../support/approvalPlan.mts';

const MIXED = makePlan([
	{ action: 'deactivate', row_id: 'd1' },
	{ action: 'deactivate', row_id: 'd2' },
	{ action: 'update', row_id: 'u1' },
	{ action: 'create', row_id: 'c1' },
	{ action: 'hold', row_id: 'h1' },
]);

describe('decisions', () => {
	test('approve: the whole plan, with who, when, why and the plan hash', () => {
		const verdict = decideOn(MIXED, { form: { comment: 'Checked with HR' } });
		expect(verdict).toMatchObject({
			kind: 'decided',
			approval: {
				plan_id: MIXED.summary.plan.id,
				plan_hash: MIXED.summary.plan.hash,
				decision: 'approved',
				approver: 'Sanne Support',
				comment: 'Checked with HR',
				decided_at: DURING,
				excluded: [],
			},
		});
		if (verdict.kind === 'decided')
			expect(Approval.parse(verdict.approval)).toEqual(verdict.approval);
	});

	test('approve without off-boardings leaves every off-boarding out', () => {
		const verdict = decideOn(MIXED, { form: { decision: 'approveWithoutOffboardings' } });
		expect(codes(verdict)).toEqual(['approved']);
		expect(excluded(verdict)).toEqual(['d1', 'd2']);
	});

	test('reject approves nothing, whatever else the form says', () => {
		const verdict = decideOn(MIXED, {
			form: { decision: 'reject', exclusions: new Map([['d1', 'x']]) },
		});
		expect(codes(verdict)).toEqual(['rejected']);
		expect(excluded(verdict)).toEqual([]);
	});

	test('single rows are left out with their own reason or the shared one', () => {
		const verdict = decideOn(MIXED, {
			form: {
				exclusions: new Map([
					['d1', 'Stays'],
					['u1', ''],
					['c1', ''],
				]),
				reason: 'Later',
			},
		});
		expect(excluded(verdict)).toEqual(['c1', 'd1', 'u1']);
		if (verdict.kind !== 'decided') return;
		expect(verdict.approval.exclusions).toEqual([
			{ reason: 'Stays', row_ids: ['d1'] },
			{ reason: 'Later', row_ids: ['u1', 'c1'] },
		]);
	});

	test('a row without any reason is asked for one', () => {
		const verdict = decideOn(MIXED, { form: { exclusions: new Map([['d1', '']]) } });
		expect(codes(verdict)).toEqual(['APPROVAL_REASON_MISSING']);
	});

	test('nobody decides without a name; a comment only where it is required', () => {
		expect(codes(decideOn(MIXED, { form: { approver: '' } }))).toEqual(['APPROVAL_NAME_MISSING']);
		expect(codes(decideOn(MIXED, { requireComment: true }))).toEqual(['APPROVAL_COMMENT_MISSING']);
		expect(codes(decideOn(MIXED, { form: { decision: 'reject', approver: '' } }))).toEqual([
			'APPROVAL_NAME_MISSING',
		]);
	});

	test('a form without a button decides nothing', () => {
		expect(codes(decideOn(MIXED, { form: { decision: null } }))).toEqual([
			'APPROVAL_DECISION_UNKNOWN',
		]);
	});

	test.each([
		['approver', 201],
		['comment', 2001],
		['reason', 501],
	] as const)('a %s of %d characters is too long', (field, length) => {
		expect(codes(decideOn(MIXED, { form: { [field]: 'x'.repeat(length) } }))).toEqual([
			'APPROVAL_TEXT_TOO_LONG',
		]);
	});
});

describe('a form that is not of this plan decides nothing', () => {
	test.each([
		['another plan hash', { planHash: 'f'.repeat(64) }],
		['no plan hash', { planHash: '' }],
		['a row that is not in the plan', { exclusions: new Map([['create-nmbrs-999', 'x']]) }],
		['a damaged list of rows', { damaged: true }],
	])('%s', (_case, form) => {
		for (const decision of ['approve', 'approveWithoutOffboardings', 'reject'] as const) {
			expect(codes(decideOn(MIXED, { form: { ...form, decision } }))).toEqual([
				'APPROVAL_FORM_TAMPERED',
			]);
		}
	});
});

describe('a plan past its end', () => {
	test('becomes "expired", never approved', () => {
		for (const decision of ['approve', 'reject'] as const) {
			expect(codes(decideOn(MIXED, { form: { decision }, now: AFTER }))).toEqual(['expired']);
		}
	});

	test('the very instant counts as past, and so does an end that cannot be read', () => {
		expect(isExpired(EXPIRES, EXPIRES)).toBe(true);
		expect(isExpired(EXPIRES, '2026-11-25T02:59:59.999Z')).toBe(false);
		expect(isExpired('soon', DURING)).toBe(true);
	});
});

describe('rows that belong together', () => {
	const plan = makePlan([
		{ action: 'deactivate', row_id: 'leave', reason: reason('MOVE') },
		{ action: 'create', row_id: 'arrive', linked_row_id: 'leave', reason: reason('MOVE') },
		{ action: 'update', row_id: 'frees', reason: reason('FIELDS_CHANGED', { count: 1 }) },
		{ action: 'create', row_id: 'waits', linked_row_id: 'frees' },
		{ action: 'create', row_id: 'waits too', linked_row_id: 'waits' },
	]);
	const without = (...rowIds: string[]): string[] =>
		excluded(decideOn(plan, { form: { exclusions: new Map(rowIds.map((id) => [id, 'x'])) } }));

	test('the two rows of a move stand or fall together', () => {
		expect(without('leave')).toEqual(['arrive', 'leave']);
		expect(without('arrive')).toEqual(['arrive', 'leave']);
		const verdict = decideOn(plan, { form: { decision: 'approveWithoutOffboardings' } });
		expect(excluded(verdict)).toEqual(['arrive', 'leave']);
	});

	test('a row that waits for one that is left out is left out too, not the other way round', () => {
		expect(without('frees')).toEqual(['frees', 'waits', 'waits too']);
		expect(without('waits')).toEqual(['waits', 'waits too']);
	});
});
