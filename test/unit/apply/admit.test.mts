import { admit } from '../../../core/apply/admit';
import type { AdmittedPlan, Admission } from '../../../core/apply/admit';
import type { Accept } from '../../../core/apply/approval';
import {
	account,
	AFTERWARDS,
	approvalFor,
	approved,
	DURING,
	mixedPlan,
	person,
	reseal,
} from './helper.mts';

/** What Sync Plan Apply accepts at all; everything else is one refusal (SPEC I2, I3). */

const { rows } = mixedPlan();

const tryAdmit = (
	items: readonly unknown[],
	{ accept = 'approved' as Accept, now = DURING, companies = [] as number[] } = {},
) => admit(items, { accept, now, companies });

function onlyOf(admission: Admission): AdmittedPlan {
	if (!admission.ok) throw new Error(admission.code);
	const [plan, ...more] = admission.plans;
	if (plan === undefined || more.length > 0) throw new Error('One plan was expected');
	return plan;
}

const codeOf = (...given: Parameters<typeof tryAdmit>): string => {
	const admission = tryAdmit(...given);
	return admission.ok ? 'admitted' : admission.code;
};

test('the plan of the fixtures holds every action', () => {
	expect(rows.map((row) => row.action)).toEqual([
		'deactivate',
		'update',
		'reactivate',
		'create',
		'hold',
	]);
	expect(rows[0]?.plan.status).toBe('ready');
});

test('an approved plan is admitted with all its rows, in the order of execution', () => {
	const admission = tryAdmit([...approved(rows)].reverse());
	const plan = onlyOf(admission);
	expect(plan.rows.map(({ row }) => row.position)).toEqual([0, 1, 2, 3, 4]);
	expect(plan.rows.map(({ item }) => item)).toEqual([4, 3, 2, 1, 0]);
	expect(plan.approval?.approver).toBe('Sanne');
});

test('rows that the approver left out are marked, not lost', () => {
	const excluded = [rows[1]!.row_id];
	const admission = tryAdmit(approved(rows, { excluded }));
	const plan = onlyOf(admission);
	expect(plan.rows.filter((row) => row.excluded).map(({ row }) => row.row_id)).toEqual(excluded);
	expect(plan.rows).toHaveLength(rows.length);
});

describe('approval', () => {
	test('a plan without approval is refused unless ready plans are accepted', () => {
		expect(codeOf(rows)).toBe('PLAN_NOT_APPROVED');
		expect(codeOf(rows, { accept: 'approvedOrReady' })).toBe('admitted');
	});

	test('a blocked plan needs an approval also where ready plans are accepted', () => {
		const blocked = reseal(rows, () => ({}), { status: 'blocked' });
		expect(codeOf(blocked, { accept: 'approvedOrReady' })).toBe('PLAN_NOT_APPROVED');
		expect(codeOf(approved(blocked), { accept: 'approvedOrReady' })).toBe('admitted');
	});

	test.each(['rejected', 'expired'] as const)('"%s" is no approval, ready or not', (decision) => {
		expect(codeOf(approved(rows, { decision }))).toBe('APPROVAL_NOT_GIVEN');
		expect(codeOf(approved(rows, { decision }), { accept: 'approvedOrReady' })).toBe(
			'APPROVAL_NOT_GIVEN',
		);
	});

	test('an approval of another plan, or of another version of it, is refused', () => {
		expect(codeOf(approved(rows, { plan_id: 'plan-2026-01-01-0' }))).toBe('APPROVAL_OTHER_PLAN');
		expect(codeOf(approved(rows, { plan_hash: 'a'.repeat(64) }))).toBe('APPROVAL_OTHER_PLAN');
	});

	test('rows with different approvals, or one without, are refused', () => {
		const mixed = approved(rows);
		mixed[2] = { ...mixed[2], approval: approvalFor(rows, { excluded: [rows[2]!.row_id] }) };
		expect(codeOf(mixed)).toBe('APPROVAL_MIXED');
		const partly = approved(rows);
		partly[1] = { ...rows[1] };
		expect(codeOf(partly)).toBe('APPROVAL_MIXED');
	});

	test('an approval that leaves out an unknown row, or is malformed, is refused', () => {
		expect(codeOf(approved(rows, { excluded: ['create-nobody'] }))).toBe(
			'APPROVAL_EXCLUDES_UNKNOWN',
		);
		const malformed = rows.map((row) => ({ ...row, approval: { decision: 'approved' } }));
		expect(codeOf(malformed)).toBe('APPROVAL_OTHER_PLAN');
		const yes = rows.map((row) => ({ ...row, approval: true }));
		expect(codeOf(yes, { accept: 'approvedOrReady' })).toBe('APPROVAL_OTHER_PLAN');
	});
});

describe('what was approved is what is applied', () => {
	test('no rows', () => expect(codeOf([])).toBe('PLAN_EMPTY'));

	test.each([
		['a changed value', (row: object) => ({ ...row, email: 'evil@example.nl' })],
		['a changed after', (row: object) => ({ ...row, after: { last_name: 'X' } })],
		['another account', (row: object) => ({ ...row, alleo_id: 1 })],
		['another company', (row: object) => ({ ...row, alleo_company_id: 43 })],
		['an added key', (row: object) => ({ ...row, extra: 1 })],
		['another action', (row: object) => ({ ...row, action: 'hold' })],
		['another place', (row: object) => ({ ...row, position: 2 })],
	])('%s in one row', (_name, change) => {
		const items = approved(rows);
		items[1] = change(items[1]!);
		expect(codeOf(items)).toBe('PLAN_ROW_ALTERED');
	});

	test('a row altered together with its own hash breaks the hash of the plan', () => {
		const changed = reseal(rows, (_row, index) => (index === 1 ? { name: 'Somebody else' } : {}));
		const items = approved(rows);
		items[1] = { ...items[1], name: 'Somebody else', row_hash: changed[1]?.row_hash };
		expect(codeOf(items)).toBe('PLAN_INCOMPLETE');
	});

	test('a missing row, a row twice, rows of two plans', () => {
		expect(codeOf(approved(rows).slice(1))).toBe('PLAN_INCOMPLETE');
		expect(codeOf(approved(rows).slice(0, -1))).toBe('PLAN_INCOMPLETE');
		const items = approved(rows);
		expect(codeOf([...items, items[0]])).toBe('PLAN_ROW_DUPLICATE');
		// Two versions of one plan; two plans that are each whole are two plans (several.test.mts).
		const version = reseal(rows, (_row, at) => (at === 2 ? { name: 'X' } : {}));
		expect(codeOf([...items.slice(0, 2), ...approved(version).slice(2)])).toBe('PLAN_MIXED');
		const other = reseal(rows, () => ({}), { id: 'plan-2' });
		expect(codeOf([...items.slice(0, 2), ...approved(other).slice(2)])).toBe('PLAN_INCOMPLETE');
	});

	test('a stretched expiry breaks the hash', () => {
		const stretched = rows.map((row) => ({
			...row,
			plan: { ...row.plan, expires_at: '2030-01-01T00:00:00.000Z' },
		}));
		expect(codeOf(approved(stretched as typeof rows))).toBe('PLAN_INCOMPLETE');
	});
});

describe('expiry', () => {
	test('from the very moment on which it expires the plan is refused', () => {
		expect(codeOf(approved(rows), { now: '2026-11-25T02:59:59.999Z' })).toBe('admitted');
		expect(codeOf(approved(rows), { now: AFTERWARDS })).toBe('PLAN_EXPIRED');
	});

	test('an expiry that is no date counts as expired', () => {
		const odd = reseal(rows, () => ({}), { expires_at: 'never' });
		expect(codeOf(approved(odd))).toBe('PLAN_EXPIRED');
	});
});

describe('items that are no plan rows', () => {
	test.each([
		['an empty item', {}, 'empty'],
		['an employee', person(1), 'an employee'],
		['an Alleo employee', account(1), 'an Alleo employee'],
		['the summary', mixedPlan().summary, 'summary'],
		['text', 'hello', 'empty'],
		['null', null, 'empty'],
		['something else', { a: 1 }, 'no plan'],
		['a row without its action', { ...rows[0], action: undefined }, 'action'],
	])('%s', (_name, item, words) => {
		for (const items of [[item], [...approved(rows), item], [item, ...approved(rows)]]) {
			const admission = tryAdmit(items);
			expect(admission).toMatchObject({ ok: false, code: 'APPLY_NOT_PLAN_ROW' });
			expect(JSON.stringify(admission)).toContain(words);
		}
	});

	test('the refusal names the item, counted as people do, and no value of it', () => {
		const admission = tryAdmit([...approved(rows), person(1)]);
		expect(admission).toMatchObject({ item: rows.length, params: { item: rows.length + 1 } });
		expect(JSON.stringify(admission)).not.toContain('person1@');
	});
});

describe('companies', () => {
	test('a plan for another company than the chosen one is refused', () => {
		expect(codeOf(approved(rows), { companies: [41] })).toBe('admitted');
		const admission = tryAdmit(approved(rows), { companies: [42, 43] });
		expect(admission).toMatchObject({
			code: 'WRONG_COMPANY',
			params: { company: 41, chosen: '42, 43' },
		});
	});
});

describe('rows that no Diff makes, however well they are sealed', () => {
	const create = rows.findIndex((row) => row.action === 'create');
	const update = rows.findIndex((row) => row.action === 'update');
	const deactivate = rows.findIndex((row) => row.action === 'deactivate');
	test.each([
		['a create with an account', create, { alleo_id: 1001 }],
		['a create without an address', create, { after: { external_id: 'nmbrs-1' } }],
		['an update without an account', update, { alleo_id: null }],
		['an update that changes nothing', update, { after: {} }],
		['an update of an unknown field', update, { after: { is_admin: true } }],
		['an update that deactivates', update, { after: { last_name: 'X', is_active: false } }],
		['a deactivation that renames', deactivate, { after: { is_active: false, last_name: 'X' } }],
		['a deactivation that activates', deactivate, { after: { is_active: true } }],
		['a row without a company', update, { alleo_company_id: null }],
		['a row_id of another row', update, { row_id: rows[0]!.row_id }],
		['two rows for one account', update, { alleo_id: rows[deactivate]!.alleo_id }],
	])('%s', (_name, index, parts) => {
		const odd = reseal(rows, (_row, at) => (at === index ? parts : {}));
		expect(codeOf(approved(odd))).toBe('PLAN_ROW_INVALID');
	});
});
