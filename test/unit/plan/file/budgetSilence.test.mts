import {
	budgetRun,
	guardOf,
	HEALTH,
	linesOf,
	MONTHLY,
	ONCE,
	tripped,
	worker,
} from '../../../support/budgetFile.mts';
import { account } from '../../../support/filePlan.mts';
import { accountsOf, budgetCoverage, everybody, ten } from '../../../support/tenBudgets.mts';

/** Nothing stops, and nothing is given twice, because something is not said. */

describe('a person of whom nothing is known keeps the line of last time', () => {
	const eleventh = worker(11, { [MONTHLY]: 1 });
	const run = (source: ReturnType<typeof worker>[], changes = {}) =>
		budgetRun({ source: [...source, eleventh], alleo: accountsOf(11), ...changes }, ten.last);
	const rest = everybody(10, { [MONTHLY]: 25, [ONCE]: 5 }).slice(1);
	const kept = { [MONTHLY]: '25.00', 'Sent Before': `${ONCE}=5.00` };

	test('absent from the source', () => {
		const { rows, content, summary, codes } = run(rest);
		expect(linesOf(content)['mens1@example.nl']).toEqual(kept);
		expect(codes['nmbrs-1']).toBe('BUDGET_UNCHANGED');
		expect(rows[0]?.notices).toMatchObject([{ code: 'BUDGET_ABSENT_KEPT' }]);
		expect(summary.counts).toMatchObject({ source: 10, update: 10, absent: 1 });
	});

	test('on hold', () => {
		const held = worker(
			1,
			{},
			{ status: 'held', issues: [{ code: 'BUDGET_UNREADABLE', message: 'x', action: 'y' }] },
		);
		const { content, rows } = run([held, ...rest]);
		expect(linesOf(content)['mens1@example.nl']).toEqual(kept);
		expect(rows.find(({ action }) => action === 'hold')).toMatchObject({
			budgets: { [MONTHLY]: 25 },
			changes: [],
		});
	});

	test.each([
		['several monthly budgets', { [MONTHLY]: 30, [HEALTH]: 10 }],
		['above the limit', { [MONTHLY]: 2500 }],
		['a fraction of a cent', { [MONTHLY]: 25.005 }],
	])('held for %s', (_name, budgets) => {
		const { content, codes } = run([worker(1, budgets), ...rest]);
		expect(linesOf(content)['mens1@example.nl']).toEqual(kept);
		expect(codes['nmbrs-1']).toMatch(/^BUDGET_(SEVERAL_MONTHLY|ABOVE_LIMIT|CENTS)$/);
	});

	test('of a part that was not read completely, whatever was read of it', () => {
		const source = [worker(1, {}), worker(2, {}, { status: 'ended' }), ...rest.slice(1), eleventh];
		const found = budgetRun(
			{ source, alleo: accountsOf(11), coverage: budgetCoverage(false) },
			ten.last,
		);
		expect(found.rows).toEqual([]);
		expect(tripped(found)).toContain('FILE_SOURCE_INCOMPLETE');
		expect(found.summary.file?.left_out).toEqual([
			{ code: 'BUDGET_PARTITION_INCOMPLETE', people: 1 },
			{ code: 'BUDGET_UNCHANGED', people: 10 },
		]);
	});

	test('two records of one id: the line once', () => {
		const twice = [worker(1, { [MONTHLY]: 1 }), worker(1, { [MONTHLY]: 2 }), ...rest];
		const { content, rows, last } = run(twice);
		expect(last.state).toBe('read');
		expect(linesOf(content)['mens1@example.nl']).toEqual(kept);
		expect(rows.filter(({ reason }) => reason.code === 'DUPLICATE_EXTERNAL_ID')).toHaveLength(2);
	});

	test('starts again later: the account stays, and so does the line', () => {
		const { content } = run([worker(1, {}, { status: 'upcoming' }), ...rest]);
		expect(linesOf(content)['mens1@example.nl']).toEqual(kept);
	});

	test('may have gone on under another id: a transfer is no stop and no new budget', () => {
		const old = worker(1, {}, { status: 'ended', end_date: '2026-11-27' });
		const next = worker(
			77,
			{ [MONTHLY]: 25, [ONCE]: 5 },
			{
				email: 'mens1@example.nl',
				first_name: 'Mens',
				last_name: 'Nummer1',
				start_date: '2026-11-28',
			},
		);
		const before = run([old, next, ...rest]);
		expect(linesOf(before.content)['mens1@example.nl']).toEqual(kept);
		// Once the daily sync wrote the new id on the account, it is the same line.
		const moved = [account(1, { external_id: 'nmbrs-77' }), ...accountsOf(11).slice(1)];
		const after = budgetRun({ source: [old, next, ...rest, eleventh], alleo: moved }, before.last);
		expect(after.rows).toEqual([]);
	});
});

describe('a field that nobody has any more', () => {
	test('renamed or not read: nobody is stopped, and a person looks', () => {
		const run = budgetRun({ source: everybody(10, {}), alleo: accountsOf(10) }, ten.last);
		expect(run.rows).toEqual([]);
		expect(guardOf(run, 'BUDGET_FIELD_VANISHED')).toMatchObject({
			tripped: true,
			actual: 10,
			params: { fields: MONTHLY },
		});
		expect(run.summary.status).toBe('blocked');
	});

	test('a new field of zeros for everybody is no evidence that they moved to it', () => {
		const run = budgetRun(
			{ source: everybody(10, { [HEALTH]: 0 }), alleo: accountsOf(10) },
			ten.last,
		);
		expect(tripped(run)).toContain('BUDGET_FIELD_VANISHED');
		expect(linesOf(run.content)['mens1@example.nl']).toMatchObject({ [MONTHLY]: '25.00' });
	});

	test('nor is a one-off for everybody, on the day on which the other column was lost', () => {
		const start = budgetRun({ source: everybody(10, { [MONTHLY]: 25 }), alleo: accountsOf(10) });
		const source = everybody(10, { [ONCE]: 100 });
		const run = budgetRun({ source, alleo: accountsOf(10) }, start.last);
		expect(tripped(run)).toContain('BUDGET_FIELD_VANISHED');
		expect(linesOf(run.content)['mens1@example.nl']).toEqual({
			[MONTHLY]: '25.00',
			[ONCE]: '100.00',
		});
	});

	test('0 in the field stops it: that is said, not silence', () => {
		const source = [
			worker(1, { [MONTHLY]: 0, [ONCE]: 5 }),
			...everybody(10, { [ONCE]: 5 }).slice(1),
		];
		const run = budgetRun({ source, alleo: accountsOf(10) }, ten.last);
		expect(linesOf(run.content)['mens1@example.nl']?.[MONTHLY]).toBe('0');
	});

	test('the field is there, and two people had it: then empty is a stop', () => {
		const start = budgetRun({ source: everybody(2, { [MONTHLY]: 25 }), alleo: accountsOf(2) });
		const given = { source: everybody(2, {}), alleo: accountsOf(2) };
		const unknown = budgetRun(given, start.last);
		expect(unknown.rows).toEqual([]);
		const known = budgetRun({ ...given, coverage: budgetCoverage(true, [MONTHLY]) }, start.last);
		expect(known.codes).toEqual({ 'nmbrs-1': 'BUDGET_STOPPED', 'nmbrs-2': 'BUDGET_STOPPED' });
		const three = budgetRun({ source: everybody(3, { [MONTHLY]: 25 }), alleo: accountsOf(3) });
		const all = { source: everybody(3, {}), alleo: accountsOf(3) };
		expect(
			budgetRun({ ...all, coverage: budgetCoverage(true, [MONTHLY]) }, three.last).rows,
		).toEqual([]);
	});

	test('of one part only: the people of the other are read', () => {
		const zuid = { source: { system: 'nmbrs', partition: 'company-2' } };
		const source = [
			...everybody(4, { [MONTHLY]: 25 }),
			worker(5, { [MONTHLY]: 25 }, zuid),
			worker(6, { [MONTHLY]: 25 }, zuid),
		];
		const start = budgetRun({ source, alleo: accountsOf(6) });
		const next = [...source.slice(0, 3), worker(4, {}), worker(5, {}, zuid), worker(6, {}, zuid)];
		const run = budgetRun({ source: next, alleo: accountsOf(6) }, start.last);
		expect(run.codes['nmbrs-4']).toBe('BUDGET_STOPPED');
		expect(guardOf(run, 'BUDGET_FIELD_VANISHED')).toMatchObject({ actual: 2 });
		expect(linesOf(run.content)['mens5@example.nl']).toEqual({ [MONTHLY]: '25.00' });
	});

	test('a column of one-offs that is gone forgets none, and asks nobody', () => {
		const run = budgetRun(
			{ source: everybody(10, { [MONTHLY]: 25 }), alleo: accountsOf(10) },
			ten.last,
		);
		expect(run).toMatchObject({ rows: [], summary: { status: 'empty' } });
		const back = budgetRun(
			{ source: everybody(10, { [MONTHLY]: 26, [ONCE]: 5 }), alleo: accountsOf(10) },
			run.last,
		);
		expect(linesOf(back.content)['mens1@example.nl']).toEqual({
			[MONTHLY]: '26.00',
			'Sent Before': `${ONCE}=5.00`,
		});
	});
});

test('the same plan whatever the order in which people and accounts came', () => {
	const source = [
		worker(1, { [MONTHLY]: 30, [ONCE]: 6 }),
		worker(2, {}, { status: 'ended', end_date: '2026-11-20' }),
		worker(3, { [MONTHLY]: 2500 }),
		worker(3, { [MONTHLY]: 25 }),
		worker(4, { [MONTHLY]: 30 }),
		worker(5, { [MONTHLY]: 31 }),
		...everybody(9, { [MONTHLY]: 25, [ONCE]: 5 }).slice(5),
	];
	const accounts = [
		...accountsOf(3),
		account(4, { email: 'samen@example.nl' }),
		account(5, { email: 'samen@example.nl', company_id: 42 }),
		...accountsOf(10).slice(5),
	];
	const one = budgetRun({ source, alleo: accounts }, ten.last);
	const other = budgetRun(
		{ source: [...source].reverse(), alleo: [...accounts].reverse() },
		ten.last,
	);
	expect(other.content).toBe(one.content);
	expect(other.summary).toEqual(one.summary);
	expect(one.last.state).toBe('read');
});
