import { account, covered, outline, person, range, run } from '../../../support/people.mts';

/** Inputs as they come in practice: spaces, repeats, long chains, ids that look alike. */

describe('an external id with spaces around it in Alleo', () => {
	test.each(['nmbrs-1 ', ' nmbrs-1', '\tnmbrs-1 '])(
		'%j is the person, not somebody absent',
		(id) => {
			const { rows, summary } = run(
				[person(1), person(2)],
				[account(1, { external_id: id }), account(2)],
				{ absentPolicy: 'deactivate' },
				[covered()],
			);
			expect(rows).toEqual([]);
			expect(summary.counts).toMatchObject({ unchanged: 2, absent: 0, absent_deactivate: 0 });
		},
	);

	test('a blank one is none: the account can be linked', () => {
		const { rows } = run([person(1)], [account(1, { external_id: ' ' })]);
		expect(outline(rows)).toEqual(['update nmbrs-1 ADOPTED']);
		expect(rows[0]?.before['external_id']).toBeNull();
	});

	test('a move to another company is planned all the same', () => {
		const { rows } = run(
			[person(1, { alleo_filter: 'log' })],
			[account(1, { external_id: ' nmbrs-1' })],
			{
				routing: [{ filter: 'log', companyId: 42 }],
			},
		);
		expect(outline(rows)).toEqual(['create nmbrs-1 MOVE', 'deactivate nmbrs-1 MOVE']);
	});
});

test('row ids stay unique where an id looks like a numbered one', () => {
	const { rows } = run(
		[
			person(1, { external_id: 'afas-1' }),
			person(1, { external_id: 'afas-1' }),
			person(1, { external_id: 'afas-1-2' }),
		],
		[],
	);
	const ids = rows.map((row) => row.row_id);
	expect(rows).toHaveLength(3);
	expect(new Set(ids).size).toBe(3);
});

test('an account listed twice gives one plan, whichever copy comes first', () => {
	const copies = [account(1, { first_name: 'A' }), account(1, { first_name: 'B' })];
	expect(run([person(1)], copies)).toEqual(run([person(1)], [...copies].reverse()));
});

describe('addresses that everybody passes on', () => {
	const people = 5_000;
	/** Each person has the address of the next one, as when a column of an export slips by a row. */
	const slipped = (last: string) =>
		range(1, people).map((number) =>
			person(number, { email: number === people ? last : `person${number + 1}@example.nl` }),
		);
	const accounts = range(1, people).map((number) => account(number));

	test('a chain is put in order, the free address first', () => {
		const { rows } = run(slipped('free@example.nl'), accounts);
		expect(rows).toHaveLength(people);
		expect(rows[0]?.external_id).toBe(`nmbrs-${people}`);
		expect(rows.at(-1)?.external_id).toBe('nmbrs-1');
		expect(rows.every((row) => row.action === 'update')).toBe(true);
	});

	test('a circle is held as a whole', () => {
		const { rows, summary } = run(slipped('person1@example.nl'), accounts);
		expect(summary.counts.hold).toBe(people);
		expect(new Set(rows.map((row) => row.reason.code))).toEqual(new Set(['EMAIL_TAKEN']));
	});

	test('a chain whose end is taken is held as a whole', () => {
		const { summary } = run(slipped('other@example.nl'), [
			...accounts,
			account(people + 1, { email: 'other@example.nl', external_id: 'hr-9' }),
		]);
		expect(summary.counts.hold).toBe(people);
	});
});

test('many people without an id are put in one order in reasonable time', () => {
	const nameless = range(1, 5_000).map((number) =>
		person(number, { external_id: null, status: 'held' }),
	);
	const { summary } = run(nameless, []);
	expect(summary.counts).toMatchObject({ source: 5_000, hold: 5_000, held: 5_000 });
});

describe('items that Employee Normalize did not make', () => {
	const bare = { external_id: 'nmbrs-1', source: { system: 'nmbrs' } };

	test('null stands for absent, also for a whole part', () => {
		const nothing = { reason: null, company: null, budgets: null, issues: null, notices: null };
		const item = { ...person(1), ...nothing, clear: null, unmapped: null };
		expect(run([item], [account(1)]).rows).toEqual([]);
	});

	test('numbers and partitions may be numbers', () => {
		const source = { system: 'nmbrs', partition: 12, employee_id: 1, employee_number: 7 };
		const item = { ...person(1), email: 'new@example.nl', source, company: { id: 12, number: 3 } };
		const { rows, summary } = run([item], [account(1)], {}, [{ ...covered(), partition: 12 }]);
		expect(rows[0]).toMatchObject({ partition: '12', evidence: { employee_number: '7' } });
		expect(summary.partitions[0]?.partition).toBe('12');
	});

	test('an empty text is no value', () => {
		const item = { ...person(1), prefix: '', private_email: ' ', end_date: '', group: '' };
		expect(run([item], [account(1, { prefix: 'van' })]).rows).toEqual([]);
	});

	test.each([
		['ended', 'deactivate nmbrs-1 EMPLOYMENT_ENDED'],
		['ineligible', 'deactivate nmbrs-1 ACCESS_NO'],
		['held', 'hold nmbrs-1 CANNOT_BE_DECIDED'],
	])('%s without a reason gets the one of its status', (status, expected) => {
		const { rows } = run([{ ...bare, status }], [account(1)]);
		expect(outline(rows)).toEqual([expected]);
		expect(rows[0]?.reason.text).not.toBe('');
		expect(rows[0]?.evidence['reason']).toBe(rows[0]?.reason.code);
	});

	test('a held person may have no external id at all', () => {
		const { rows, summary } = run([{ status: 'held', source: { system: 'afas' } }], []);
		expect(rows[0]).toMatchObject({ action: 'hold', external_id: null });
		expect(summary.counts).toMatchObject({ source: 1, held: 1, hold: 1 });
	});

	test.each([
		['email', 'EMAIL_MISSING', 'e-mail address'],
		['first_name', 'NAME_MISSING', 'first_name'],
		['last_name', 'NAME_MISSING', 'last_name'],
	])('nobody is onboarded without %s', (field, code, said) => {
		const { rows } = run([{ ...person(1), [field]: null }, person(2)], []);
		expect(outline(rows)).toEqual(['create nmbrs-2 NEW_IN_SERVICE', `hold nmbrs-1 ${code}`]);
		expect(rows[1]?.reason.text).toContain(said);
		const moved = run([{ ...person(1), [field]: null, alleo_filter: 'log' }], [account(1)], {
			routing: [{ filter: 'log', companyId: 42 }],
		});
		expect(outline(moved.rows)).toEqual([`hold nmbrs-1 ${code}`]);
	});
});

test('spaces around values are not written, and are no change', () => {
	const spaced = { first_name: ' First1', last_name: 'Last1 ', email: ' person1@example.nl ' };
	expect(run([person(1, spaced)], [account(1)]).rows).toEqual([]);
	const [row] = run([person(1, spaced)], []).rows;
	expect(row?.after).toMatchObject({ first_name: 'First1', email: 'person1@example.nl' });
});

test('an issue that names its field once can be told in Dutch', () => {
	const issue = { code: 'EMAIL_MISSING', field: 'email', message: 'None.', action: 'Fill it.' };
	const { rows } = run([{ ...person(1), status: 'held', issues: [issue] }], []);
	expect(rows[0]?.reason).toMatchObject({ code: 'EMAIL_MISSING', params: { field: 'email' } });
});

test('the address that a transferred account leaves behind is free in the same plan', () => {
	const { first_name, last_name } = person(1);
	const moved = { first_name, last_name, email: 'moved@example.nl', birthday: '1980-01-01' };
	const { rows } = run(
		[
			person(1, { ...moved, status: 'ended' }),
			person(2, moved),
			person(3, { email: 'old@example.nl' }),
		],
		[account(1, { email: 'old@example.nl', birthday: '1980-01-01' })],
	);
	expect(outline(rows)).toEqual(['update nmbrs-2 TRANSFER', 'create nmbrs-3 NEW_IN_SERVICE']);
	expect(rows[1]?.linked_row_id).toBe(rows[0]?.row_id);
});
