import { account, outline, person, run } from '../../../support/people.mts';

/** Addresses that go from one person to another in one plan. */

describe('addresses that change hands', () => {
	test('an address change under the same external id is exactly one update', () => {
		const { rows } = run([person(1, { email: 'nieuw@example.nl' })], [account(1)]);
		expect(outline(rows)).toEqual(['update nmbrs-1 FIELDS_CHANGED']);
		expect(rows[0]?.changes).toEqual([
			{ field: 'email', from: 'person1@example.nl', to: 'nieuw@example.nl' },
		]);
	});

	test('a change in letter case alone is no change', () => {
		expect(run([person(1, { email: 'Person1@Example.NL' })], [account(1)]).rows).toEqual([]);
	});

	test('a chain is ordered: who gives an address away goes first', () => {
		const people = [
			person(1, { email: 'person2@example.nl' }),
			person(2, { email: 'person3@example.nl' }),
			person(3, { email: 'vrij@example.nl' }),
		];
		const { rows } = run(people, [account(1), account(2), account(3)]);
		expect(outline(rows)).toEqual([
			'update nmbrs-3 FIELDS_CHANGED',
			'update nmbrs-2 FIELDS_CHANGED',
			'update nmbrs-1 FIELDS_CHANGED',
		]);
		expect(rows.map((row) => row.linked_row_id)).toEqual([null, rows[0]?.row_id, rows[1]?.row_id]);
	});

	test('a newcomer may take an address that its holder gives away in the same plan', () => {
		const { rows } = run(
			[person(1, { email: 'nieuw@example.nl' }), person(9, { email: 'person1@example.nl' })],
			[account(1)],
		);
		expect(outline(rows)).toEqual([
			'update nmbrs-1 FIELDS_CHANGED',
			'create nmbrs-9 NEW_IN_SERVICE',
		]);
	});

	test('a swap cannot be done by single writes: both are held', () => {
		const people = [
			person(1, { email: 'person2@example.nl' }),
			person(2, { email: 'person1@example.nl' }),
		];
		expect(outline(run(people, [account(1), account(2)]).rows)).toEqual([
			'hold nmbrs-1 EMAIL_TAKEN',
			'hold nmbrs-2 EMAIL_TAKEN',
		]);
	});

	test('who waits for somebody held is held as well', () => {
		const people = [
			person(1, { email: 'person2@example.nl' }),
			person(2, { email: 'bezet@example.nl' }),
		];
		const accounts = [
			account(1),
			account(2),
			account(8, { email: 'bezet@example.nl', external_id: 'hibob-8' }),
		];
		expect(outline(run(people, accounts).rows)).toEqual([
			'hold nmbrs-1 EMAIL_TAKEN',
			'hold nmbrs-2 EMAIL_TAKEN',
		]);
	});

	test('adoption links the account and leaves the language alone', () => {
		const { rows } = run([person(1)], [account(1, { external_id: null, language: 'en' })]);
		expect(rows[0]?.after).toEqual({ external_id: 'nmbrs-1' });
	});
});
