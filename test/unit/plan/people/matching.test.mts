import { asChosen } from '../../../../core/plan/rows';
import type { PlanRow } from '../../../../core/model/plan';
import { account, held, outline, person, run, tripped } from '../../../support/people.mts';

/** Whose account it is: what is taken over, what is asked, and what "the same person" would do. */

const ENDED = { status: 'ended', end_date: '2026-10-31' } as const;
const somebodyElse = { first_name: 'Anders', last_name: 'Iemand', birthday: '1955-05-05' };
const unattended = { approval: 'whenGuardTrips' } as const;

const says = (row: PlanRow | undefined): Record<string, string> =>
	Object.fromEntries((row?.grounds ?? []).map((ground) => [ground.key, ground.says]));

describe('takeover: an active account with the external id of another system', () => {
	const foreign = account(1, { external_id: 'yc-77', group_name: 'Oud' });

	test('nothing against it: one update that writes the new id, and the plan waits', () => {
		const { rows, summary } = run([person(1)], [foreign], unattended);
		expect(outline(rows)).toEqual(['update nmbrs-1 TAKEOVER']);
		expect(rows[0]).toMatchObject({
			alleo_id: 1001,
			before: { external_id: 'yc-77', is_active: true },
			after: { external_id: 'nmbrs-1', group: 'Kantoor' },
			rule: 'active / foreign',
			choice: null,
		});
		expect(says(rows[0])).toMatchObject({ email: 'agrees', birthday: 'agrees' });
		expect(summary.needs_approval_because).toEqual(['TAKEOVER']);
		expect(tripped(summary)).toEqual(['TAKEOVER']);
	});

	test('a number equal to the old id is a ground of its own', () => {
		const bare = { first_name: null, last_name: null, birthday: null };
		const byNumber = run([person(1)], [account(1, { ...bare, external_id: '0001' })]).rows[0];
		expect([byNumber?.reason.code, says(byNumber)['number']]).toEqual(['TAKEOVER', 'agrees']);
		const byAddress = run([person(1)], [account(1, { ...bare, external_id: 'yc-77' })]).rows[0];
		expect(says(byAddress)).toMatchObject({ email: 'agrees', birthday: 'unknown' });
		expect(says(byAddress)['number']).toBe('unknown');
	});

	test.each([
		['the birthday differs', { birthday: '1955-05-05' }],
		['both names differ', { first_name: 'Anders', last_name: 'Iemand', birthday: null }],
		['a twin', { first_name: 'Anders' }],
	])('%s: held, with the takeover as the choice', (_name, changes) => {
		const { rows } = run([person(1)], [{ ...foreign, ...changes }]);
		expect(outline(rows)).toEqual(['hold nmbrs-1 EMAIL_TAKEN']);
		expect(rows[0]?.choice).toMatchObject({
			action: 'update',
			alleo_id: 1001,
			reason: { code: 'TAKEOVER' },
			after: { external_id: 'nmbrs-1' },
		});
	});

	test('off: held, and what is offered is byte for byte what would have been planned', () => {
		const [planned] = run([person(1)], [foreign]).rows;
		const { rows } = run([person(1)], [foreign], { takeover: 'off' });
		expect(outline(rows)).toEqual(['hold nmbrs-1 EMAIL_TAKEN']);
		const { action, alleo_company_id, alleo_id, changes, before, after, reason } = planned!;
		const expected = { action, alleo_company_id, alleo_id, changes, before, after, reason };
		expect(rows[0]?.choice).toEqual(expected);
		expect(asChosen(rows[0]!)).toMatchObject({ ...expected, external_id: 'nmbrs-1' });
	});

	test('inactive: a possible re-hire, which is offered', () => {
		const { rows } = run([person(1)], [{ ...foreign, is_active: false }]);
		expect(outline(rows)).toEqual(['hold nmbrs-1 POSSIBLE_REHIRE']);
		expect(rows[0]?.choice).toMatchObject({
			action: 'reactivate',
			after: { is_active: true, external_id: 'nmbrs-1' },
		});
	});

	test('in another Alleo company: no second account, the account there is offered', () => {
		const routing = [{ filter: 'zuid', companyId: 42 }];
		const { rows } = run([person(1)], [{ ...foreign, company_id: 42 }], { routing });
		expect(outline(rows)).toEqual(['hold nmbrs-1 EMAIL_TAKEN']);
		expect(rows[0]?.choice).toMatchObject({ action: 'update', alleo_company_id: 42 });
	});

	test('whom nobody matches is left alone, and an absence it is not', () => {
		const { rows, summary } = run([person(2)], [foreign, account(2)], {
			absentPolicy: 'deactivate',
		});
		expect(rows).toEqual([]);
		expect(summary.counts.absent).toBe(0);
	});

	test.each(['upcoming', 'ended', 'ineligible'] as const)('of somebody %s: nothing', (status) => {
		expect(run([person(1, { status, start_date: '2027-01-01' })], [foreign]).rows).toEqual([]);
	});
});

describe('an account of this source under another number', () => {
	const other = account(1, { external_id: 'nmbrs-9' });
	const choiceOf = (others: object[]): unknown =>
		run([person(1), ...others], [other]).rows.find((row) => row.external_id === 'nmbrs-1')?.choice;

	test('whose record is gone: a new employee number, offered', () => {
		expect(choiceOf([])).toMatchObject({ action: 'update', reason: { code: 'TRANSFER' } });
	});

	test.each([
		['in service', {}],
		['held', held(9, 'NAME_MISSING', 'first_name')],
		['later', { status: 'upcoming' as const, start_date: '2027-01-01' }],
	])('whose record is still there (%s): two people, nothing is offered', (_name, changes) => {
		const there = person(9, { email: 'negen@example.nl', ...changes, external_id: 'nmbrs-9' });
		expect(choiceOf([there])).toBeNull();
	});

	test('two who would get one account are offered nothing', () => {
		const twins = [person(1), person(2, { email: person(1).email })];
		for (const row of run(twins, [account(1, { external_id: 'yc-1' })]).rows) {
			expect([row.action, row.choice]).toEqual(['hold', null]);
		}
	});
});

describe('a number that was used again', () => {
	test.each([
		['active', true, 'update'],
		['inactive', false, 'reactivate'],
	] as const)('%s: held with what would have followed', (_name, is_active, action) => {
		const { rows } = run([person(1)], [account(1, { ...somebodyElse, is_active })]);
		expect(outline(rows)).toEqual(['hold nmbrs-1 IDENTITY_CHANGED']);
		expect(rows[0]?.choice).toMatchObject({ action, after: { last_name: 'Last1' } });
		expect(says(rows[0])).toMatchObject({ external_id: 'agrees', birthday: 'differs' });
	});

	test('who left is not off-boarded by it, but with nothing but an id is', () => {
		const accounts = [account(1, somebodyElse)];
		const { rows } = run([person(1, ENDED)], accounts);
		expect(outline(rows)).toEqual(['hold nmbrs-1 IDENTITY_CHANGED']);
		expect(rows[0]?.choice).toMatchObject({ action: 'deactivate', after: { is_active: false } });
		const bare = { ...ENDED, first_name: null, last_name: null, birthday: null, email: null };
		expect(run([person(1, bare)], accounts).rows[0]?.action).toBe('deactivate');
	});

	test('a move off-boards nobody else', () => {
		const routing = [{ filter: 'zuid', companyId: 42 }];
		const { rows } = run([person(1, { alleo_filter: 'zuid' })], [account(1, somebodyElse)], {
			routing,
		});
		expect(outline(rows)).toEqual(['hold nmbrs-1 IDENTITY_CHANGED']);
		expect(rows[0]?.choice?.action).toBe('update');
	});

	test.each([
		['a corrected birthday', { birthday: '1999-09-09' }],
		['a new name', { first_name: 'Sam', last_name: 'Wit' }],
	])('%s stays an update that nobody is asked about', (_name, changes) => {
		const { rows, summary } = run([person(1, changes)], [account(1), account(2)], unattended);
		expect([rows[0]?.action, summary.needs_approval]).toEqual(['update', false]);
	});
});

describe('an account without external id', () => {
	const unlinked = account(1, { external_id: null });

	test.each([
		['nothing but the address', { first_name: null, last_name: null, birthday: null }],
		['a birthday that is nobody’s', { first_name: null, last_name: null, birthday: '1900-01-01' }],
		['another first name and no birthday', { first_name: 'Anders', birthday: null }],
	])('%s: linked, with approval', (_name, changes) => {
		const { rows, summary } = run([person(1)], [{ ...unlinked, ...changes }], unattended);
		expect(outline(rows)).toEqual(['update nmbrs-1 ADOPTED_BY_ADDRESS']);
		expect(summary.needs_approval_because).toEqual(['ADOPTED_BY_ADDRESS']);
	});

	test('with a ground besides it: linked, and nobody is asked', () => {
		const { rows, summary } = run([person(1)], [unlinked], unattended);
		expect(outline(rows)).toEqual(['update nmbrs-1 ADOPTED']);
		expect(rows[0]?.grounds).not.toEqual([]);
		expect(summary.needs_approval).toBe(false);
	});

	test('somebody else: held; linking is offered', () => {
		const { rows } = run([person(1)], [{ ...unlinked, ...somebodyElse }]);
		expect(outline(rows)).toEqual(['hold nmbrs-1 ADOPT_DOUBTFUL']);
		expect(rows[0]?.choice).toMatchObject({ action: 'update', after: { external_id: 'nmbrs-1' } });
	});

	test('of a leaver: its end is offered, unless the reading is not proven complete', () => {
		const offer = (coverage?: object[]): unknown =>
			run([person(1, ENDED)], [unlinked], {}, coverage).rows[0]?.choice ?? null;
		expect(offer()).toMatchObject({ action: 'deactivate', alleo_id: 1001 });
		const part = {
			partition: 'c1',
			name: 'c1',
			complete: false,
			employees: 1,
			pages: 1,
			checks: [],
		};
		expect(offer([{ ...part, error: { code: 'NETWORK', message: 'Lost.' } }])).toBeNull();
	});

	test('an empty access field ends nothing: linking is offered', () => {
		const reason = { code: 'ACCESS_EMPTY', text: '', params: {} };
		const { rows } = run([person(1, { status: 'ineligible', reason })], [unlinked]);
		expect(rows[0]?.reason.code).toBe('INELIGIBLE_NOT_LINKED');
		expect(rows[0]?.choice).toMatchObject({ action: 'update' });
	});
});

describe('several accounts', () => {
	test('the only active one is offered, and nobody is off-boarded', () => {
		const old = account(1, { id: 3001, external_id: 'yc-1', is_active: false });
		const { rows } = run([person(1)], [account(1, { external_id: 'yc-2' }), old]);
		expect(outline(rows)).toEqual(['hold nmbrs-1 ALLEO_DUPLICATE']);
		expect(rows[0]?.choice).toMatchObject({ action: 'update', alleo_id: 1001 });
	});

	test('two active ones: nobody can say which', () => {
		const two = [account(1, { external_id: null }), account(1, { external_id: null, id: 3001 })];
		expect(run([person(1)], two).rows[0]?.choice).toBeNull();
	});

	test('none of them is off-boarded for being absent', () => {
		const two = [8, 9].map((n) => account(1, { id: 3000 + n, external_id: `nmbrs-${n}` }));
		const { rows } = run([person(1)], two, { absentPolicy: 'deactivate' });
		expect(outline(rows)).toEqual(['hold nmbrs-1 ALLEO_DUPLICATE']);
	});
});

describe('two records of what may be one person', () => {
	const noBirthday = { email: 'noor@example.nl', birthday: null, first_name: 'Noor' };
	const old = person(1, { ...noBirthday, ...ENDED });
	const next = (changes: object = {}) =>
		person(2, { ...noBirthday, last_name: 'Last1', start_date: '2026-11-01', ...changes });

	test('in one Alleo company both offer the transfer', () => {
		const { rows } = run([old, next()], [account(1, noBirthday)]);
		expect(outline(rows)).toEqual([
			'hold nmbrs-1 POSSIBLE_TRANSFER',
			'hold nmbrs-2 POSSIBLE_TRANSFER',
		]);
		expect(rows[1]?.choice).toMatchObject({
			action: 'update',
			alleo_id: 1001,
			after: { external_id: 'nmbrs-2' },
			reason: { code: 'TRANSFER' },
		});
		expect(rows[0]?.choice).toEqual(rows[1]?.choice);
		expect(says(rows[0])).toMatchObject({ email: 'agrees', birthday: 'unknown' });
	});

	test('in another one the new record offers the account there; the old one its end, as one move', () => {
		const routing = [{ filter: 'zuid', companyId: 42 }];
		const people = [old, next({ alleo_filter: 'zuid' })];
		const { rows } = run(people, [account(1, noBirthday)], { routing });
		expect(rows.map((row) => row.choice?.action ?? null)).toEqual(['deactivate', 'create']);
		expect(rows[1]?.choice).toMatchObject({ alleo_company_id: 42, reason: { code: 'MOVE' } });
		expect(rows[0]?.linked_row_id).toBe(rows[1]?.row_id);
	});

	test('the account of a leaver who goes today is not offered as well', () => {
		const people = [
			person(1, { ...ENDED, email: 'sales@example.nl', birthday: '1970-05-05' }),
			person(2, { email: 'sales@example.nl', start_date: '2026-11-01' }),
		];
		const { rows } = run(people, [
			account(1, { email: 'sales@example.nl', birthday: '1970-05-05' }),
		]);
		expect(outline(rows)).toEqual([
			'deactivate nmbrs-1 IN_SERVICE',
			'hold nmbrs-2 EMAIL_OF_LEAVER',
		]);
		expect(rows[1]?.choice).toBeNull();
	});
});

test('a held person says of which account they may be', () => {
	const { rows } = run(
		[held(1, 'NAME_MISSING', 'first_name', { email: person(1).email })],
		[account(1)],
	);
	expect([rows[0]?.reason.code, says(rows[0])['birthday']]).toEqual(['NAME_MISSING', 'agrees']);
	expect(rows[0]?.choice).toBeNull();
});

test('a held person without an address keeps the account of their old number', () => {
	const people = [
		held(2, 'EMAIL_MISSING', 'email', {
			birthday: person(1).birthday,
			first_name: 'First1',
			last_name: 'Last1',
		}),
	];
	const { rows } = run(people, [account(1)], { absentPolicy: 'deactivate' });
	expect(outline(rows)).toEqual(['hold nmbrs-2 EMAIL_MISSING']);
});
