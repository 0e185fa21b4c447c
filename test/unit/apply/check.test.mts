import { checkAccount, checkCreate } from '../../../core/apply/check';
import { prepare } from '../../../core/apply/prepare';
import type { PresentState } from '../../../core/apply/prepare';
import type { AdmittedRow } from '../../../core/apply/admit';
import type { RowResult } from '../../../core/apply/outcome';
import type { AlleoEmployee } from '../../../core/model/employee';
import type { PlanRow } from '../../../core/model/plan';
import { run } from '../../support/people.mts';
import { account, mixedAccounts, mixedPlan, person, range, READY, reseal } from './helper.mts';

/** Each row against Alleo's present state (SPEC I3, I6, I7, I8). */

const { rows } = mixedPlan();
const rowOf = (action: PlanRow['action']): PlanRow => {
	const row = rows.find((candidate) => candidate.action === action);
	if (row === undefined) throw new Error(action);
	return row;
};

describe('a row on an existing account', () => {
	const update = rowOf('update');

	test('as planned: only the fields that differ are sent', () => {
		expect(checkAccount(update, account(2))).toEqual({
			do: 'write',
			fields: ['last_name'],
			activate: false,
		});
	});

	test('already so: nothing is sent', () => {
		expect(checkAccount(update, account(2, { last_name: 'Nieuw' }))).toMatchObject({
			do: 'already',
		});
		expect(checkAccount(rowOf('deactivate'), account(3, { is_active: false }))).toMatchObject({
			do: 'already',
		});
		expect(checkAccount(rowOf('reactivate'), account(4))).toMatchObject({ do: 'already' });
	});

	test.each<[string, Partial<AlleoEmployee>, string]>([
		['the field itself', { last_name: 'Anders' }, 'last_name'],
		['the address', { email: 'new@example.nl' }, 'email'],
		['the external id', { external_id: 'nmbrs-9' }, 'external_id'],
		['the state', { is_active: false }, 'is_active'],
	])('moved since the plan: %s', (_name, change, field) => {
		expect(checkAccount(update, account(2, change))).toEqual({
			do: 'skip',
			code: 'CHANGED_SINCE',
			params: { fields: field },
		});
	});

	test('gone', () => {
		expect(checkAccount(update, null)).toMatchObject({ do: 'skip', code: 'ACCOUNT_GONE' });
	});

	test('an address in other case, a date with a time, null for missing: nothing moved', () => {
		const { rows: changed } = run(
			[person(1, { birthday: '1990-01-02', last_name: 'Nieuw' })],
			[account(1)],
			READY,
		);
		const present = account(1, {
			email: 'Person1@Example.NL',
			birthday: `${account(1).birthday}T00:00:00`,
			private_email: '',
		});
		expect(checkAccount(changed[0]!, present)).toMatchObject({ do: 'write' });
	});

	test('a half written row is finished, not refused', () => {
		const { rows: two } = run(
			[person(1, { last_name: 'Nieuw', prefix: 'van' })],
			[account(1)],
			READY,
		);
		expect(checkAccount(two[0]!, account(1, { last_name: 'Nieuw' }))).toEqual({
			do: 'write',
			fields: ['prefix'],
			activate: false,
		});
	});

	test('a re-activation that was activated but not yet changed goes on with the changes', () => {
		const { rows: two } = run(
			[person(1, { last_name: 'Nieuw' })],
			[account(1, { is_active: false })],
			READY,
		);
		expect(checkAccount(two[0]!, account(1, { is_active: false }))).toEqual({
			do: 'write',
			fields: ['last_name'],
			activate: true,
		});
		expect(checkAccount(two[0]!, account(1))).toEqual({
			do: 'write',
			fields: ['last_name'],
			activate: false,
		});
	});
});

describe('a create', () => {
	const create = rowOf('create');

	test('nobody has the external id: it goes out', () => {
		expect(checkCreate(create, [])).toMatchObject({ do: 'write' });
	});

	test('our own create of an earlier run is already so', () => {
		expect(checkCreate(create, [account(1, { id: 77 })])).toEqual({ do: 'already', alleoId: 77 });
	});

	test('an account with that external id but another address is left for a new plan', () => {
		const other = account(1, { email: 'x@example.nl' });
		expect(checkCreate(create, [other])).toMatchObject({ do: 'skip', code: 'ACCOUNT_EXISTS' });
	});

	test('an inactive account with that external id is no create of ours', () => {
		const left = account(1, { is_active: false });
		expect(checkCreate(create, [left])).toMatchObject({ do: 'skip', code: 'ACCOUNT_EXISTS' });
	});

	test('two accounts with the external id: none is chosen', () => {
		expect(checkCreate(create, [account(1), account(1, { id: 2 })])).toMatchObject({
			do: 'skip',
			code: 'DUPLICATE_IN_ALLEO',
		});
	});
});

const presentOf = (accounts: readonly AlleoEmployee[]): PresentState => ({
	account: (company, id) =>
		accounts.find((one) => one.company_id === company && one.id === id) ?? null,
	withExternalId: (company, externalId) =>
		accounts.filter((one) => one.company_id === company && one.external_id === externalId),
	withEmail: (email) => accounts.filter((one) => one.email?.toLowerCase() === email.toLowerCase()),
});

const prepareRows = (
	planRows: readonly PlanRow[],
	accounts: readonly AlleoEmployee[],
	excluded: readonly string[] = [],
	failed: ReadonlyMap<number, RowResult> = new Map(),
) => {
	const admitted: AdmittedRow[] = planRows.map((row, item) => ({
		row,
		item,
		excluded: excluded.includes(row.row_id),
	}));
	const prepared = prepare(admitted, presentOf(accounts), failed);
	const codes = Object.fromEntries([...prepared.settled].map(([id, { code }]) => [id, code]));
	// Conservation: every row is settled or goes out, never both, never neither.
	expect(prepared.settled.size + prepared.writes.size).toBe(planRows.length);
	expect(prepared.order.stages.flat().sort()).toEqual([...prepared.writes.keys()].sort());
	return { stages: prepared.order.stages, codes };
};

describe('the rows together', () => {
	test('held and excluded rows are settled as such; the others go out in their order', () => {
		const excluded = rowOf('update').row_id;
		const { stages, codes } = prepareRows(rows, mixedAccounts(), [excluded]);
		expect(codes).toEqual({ [rowOf('hold').row_id]: 'HELD', [excluded]: 'EXCLUDED' });
		expect(stages).toEqual([
			[rowOf('deactivate').row_id],
			[rowOf('reactivate').row_id],
			[rowOf('create').row_id],
		]);
	});

	test('a company that could not be read takes its rows with it, held rows stay held', () => {
		const failed = new Map([[41, { kind: 'failed', code: 'ALLEO_FORBIDDEN' } as RowResult]]);
		const { stages, codes } = prepareRows(rows, [], [], failed);
		expect(stages).toEqual([]);
		expect(Object.values(codes).sort()).toEqual([
			'ALLEO_FORBIDDEN',
			'ALLEO_FORBIDDEN',
			'ALLEO_FORBIDDEN',
			'ALLEO_FORBIDDEN',
			'HELD',
		]);
	});

	test('a create whose address somebody took meanwhile is not sent', () => {
		const [create] = run([person(1)], [], READY).rows;
		const linked = account(9, { email: 'person1@example.nl' });
		expect(prepareRows([create!], [linked]).codes).toEqual({
			[create!.row_id]: 'EMAIL_HELD_IN_ALLEO',
		});
		const unlinked = account(9, { email: 'PERSON1@example.nl', external_id: null });
		expect(prepareRows([create!], [unlinked]).codes).toEqual({
			[create!.row_id]: 'ACCOUNT_EXISTS',
		});
		const elsewhere = account(9, { email: 'person1@example.nl', company_id: 42 });
		expect(prepareRows([create!], [elsewhere]).stages).toEqual([[create!.row_id]]);
	});

	test('a value that Alleo would refuse is seen before anything is sent', () => {
		const long = reseal(run([person(1)], [], READY).rows, (row) => ({
			after: { ...row.after, email: `${'x'.repeat(95)}@example.nl` },
		}));
		expect(prepareRows(long, []).codes).toEqual({ [long[0]!.row_id]: 'FIELD_INVALID' });
	});
});

describe('a move between two companies', () => {
	const options = { ...READY, routing: [{ filter: 'noord', companyId: 42 }] };
	const source = [person(1, { alleo_filter: 'noord' }), ...range(2, 40).map((n) => person(n))];
	const accounts = range(1, 40).map((number) => account(number));
	const move = run(source, accounts, options).rows;
	const [arrive, leave] = [move[0]!, move[1]!];
	const freeing = run(source, accounts, { ...options, moveOrder: 'deactivateFirst' }).rows;

	test('the Diff plans two linked rows', () => {
		expect(move.map((row) => `${row.action} ${row.alleo_company_id}`)).toEqual([
			'create 42',
			'deactivate 41',
		]);
		expect(leave.linked_row_id).toBe(arrive.row_id);
		expect(freeing.map((row) => `${row.action} ${row.linked_row_id}`)).toEqual([
			'deactivate null',
			`create ${leave.row_id}`,
		]);
	});

	test('both go out, the create first; by the setting the deactivation', () => {
		expect(prepareRows(move, accounts).stages).toEqual([[arrive.row_id], [leave.row_id]]);
		expect(prepareRows(freeing, accounts).stages).toEqual([[leave.row_id], [arrive.row_id]]);
	});

	test('the create was done before: the deactivation goes out alone', () => {
		const made = account(1, { id: 5, company_id: 42 });
		expect(prepareRows(move, [...accounts, made]).stages).toEqual([[leave.row_id]]);
	});

	test.each([
		['the deactivation is left out', [leave.row_id], accounts],
		['the create is left out', [arrive.row_id], accounts],
		['the old account changed', [], [account(1, { email: 'x@example.nl' })]],
		[
			'the new account exists',
			[],
			[...accounts, account(1, { id: 5, company_id: 42, email: 'y@example.nl' })],
		],
	])('%s: neither half goes out', (_name, excluded, present) => {
		const { stages, codes } = prepareRows(move, present, excluded);
		expect(stages).toEqual([]);
		expect(Object.values(codes)).toContain('LINKED_SKIPPED');
	});

	test('the deactivation was done before: the create goes out alone', () => {
		const present = [account(1, { is_active: false })];
		expect(prepareRows(move, present).stages).toEqual([[arrive.row_id]]);
	});
});
