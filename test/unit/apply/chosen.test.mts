import { admit } from '../../../core/apply/admit';
import { wantedSkip } from '../../../core/apply/prepare';
import type { Approval, PlanRow } from '../../../core/model/plan';
import { choice, QUESTIONS } from '../../support/identityPlan.mts';
import { approved, DURING, reseal } from './helper.mts';

/** Holds that a person answered: what was chosen is applied as it was shown, and nothing else is. */

const { rows } = QUESTIONS;

const tryAdmit = (overrides: Partial<Approval>, given: readonly PlanRow[] = rows) =>
	admit(approved(given, overrides), { accept: 'approved', now: DURING, companies: [] });

const admitted = (overrides: Partial<Approval>) => {
	const admission = tryAdmit(overrides);
	if (!admission.ok) throw new Error(admission.code);
	return admission.plans.flatMap((plan) => plan.rows);
};
const rowOf = (found: ReturnType<typeof admitted>, id: string) => {
	const row = found.find((one) => one.row.row_id === id);
	if (row === undefined) throw new Error(`no row ${id}`);
	return row;
};

test('a chosen hold becomes the row that the page showed, byte for byte, under its own id', () => {
	const { row } = rowOf(admitted({ chosen: ['h51'] }), 'h51');
	expect(row).toMatchObject({ ...choice(9051, 'nmbrs-51'), row_id: 'h51', name: 'Hüseyin Öztürk' });
});

test('what nobody chose stays held', () => {
	const found = admitted({ chosen: ['h51'] });
	for (const id of ['h52', 'h70', 'h71', 'h90']) {
		expect(rowOf(found, id).row.action).toBe('hold');
		expect(wantedSkip(rowOf(found, id))).toMatchObject({ code: 'HELD' });
	}
});

test('a choice that two rows carry is applied once; the other row says where', () => {
	const found = admitted({ chosen: ['h70', 'h71'] });
	expect(rowOf(found, 'h71').row).toMatchObject({ action: 'update', linked_row_id: null });
	expect(wantedSkip(rowOf(found, 'h71'))).toBeNull();
	expect(rowOf(found, 'h70').row.action).toBe('hold');
	expect(wantedSkip(rowOf(found, 'h70'))).toEqual({
		kind: 'skipped',
		code: 'ANSWERED_TOGETHER',
		params: { other: 'nmbrs-71' },
	});
});

test('somebody else: nothing is written, and the outcome says so', () => {
	const row = rowOf(admitted({ others: ['h52'] }), 'h52');
	expect(row.row.action).toBe('hold');
	expect(wantedSkip(row)).toMatchObject({ kind: 'skipped', code: 'ANSWERED_OTHER' });
});

test.each([
	['a hold without a choice', { chosen: ['h90'] }],
	['a row that is no hold', { chosen: ['u1'] }],
	['a row that is not there', { chosen: ['h99'] }],
	['somebody else of a row that asks nothing', { others: ['h90'] }],
	['both answers', { chosen: ['h51'], others: ['h51'] }],
	['an answer twice', { chosen: ['h51', 'h51'] }],
	['chosen and left out', { chosen: ['h51'], excluded: ['h51'] }],
])('%s is refused as a whole', (_name, overrides) => {
	expect(tryAdmit(overrides)).toMatchObject({ ok: false, code: 'APPROVAL_CHOSEN_UNKNOWN' });
});

test('a choice that was altered after the page showed it is refused', () => {
	const items = approved(rows, { chosen: ['h51'] }).map((item) =>
		'row_id' in item && item.row_id === 'h51'
			? { ...item, choice: choice(9052, 'nmbrs-51') }
			: item,
	);
	const verdict = admit(items, { accept: 'approved', now: DURING, companies: [] });
	expect(verdict).toMatchObject({ ok: false, code: 'PLAN_ROW_ALTERED' });
});

test('a choice is held to what every row is held to', () => {
	const odd = (parts: object, other = 'h51') =>
		reseal(rows, (row) =>
			row.row_id === other ? { choice: { ...choice(9051, 'nmbrs-51'), ...parts } } : {},
		);
	const code = (given: readonly PlanRow[], chosen = ['h51']) => {
		const verdict = tryAdmit({ chosen }, given);
		return verdict.ok ? 'admitted' : verdict.code;
	};
	expect(code(odd({}))).toBe('admitted');
	expect(code(odd({ after: { is_admin: true } }))).toBe('PLAN_ROW_INVALID');
	expect(code(odd({ after: {} }))).toBe('PLAN_ROW_INVALID');
	expect(code(odd({ alleo_id: 9031 }))).toBe('PLAN_ROW_INVALID'); // the takeover has that account
	expect(code(odd({ alleo_id: 9031 }), ['h52'])).toBe('admitted'); // nobody chose it
});
