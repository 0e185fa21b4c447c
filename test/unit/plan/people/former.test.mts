import { condense } from '../../../../core/runLog/desk/history';
import { rowsToForget } from '../../../../core/runLog/retention';
import { readPast } from '../../../../core/runLog/past';
import { Counts } from '../../../../core/model/summary';
import type { AlleoEmployee, Employee } from '../../../../core/model/employee';
import type { DiffOptions } from '../../../../core/plan/options';
import { NO_PAST } from '../../../../core/plan/past';
import type { Past } from '../../../../core/plan/past';
import { account, covered, person, range, run, TODAY, tripped } from '../../../support/people.mts';

/** A company that Settings and routes name no more: nobody there is new, and nobody there is changed. */

const wrote = (companies: ReadonlyArray<readonly [number, boolean]>): Past => ({
	...NO_PAST,
	log: 'read',
	companies: new Map(companies),
});
const NOT_JUDGED = wrote([[42, false]]);

const routes = [{ filter: 'noord', companyId: 42 }];
const north = { alleo_filter: 'noord' };
const source = [
	...range(1, 40).map((n) => person(n)),
	...range(41, 44).map((n) => person(n, north)),
];
const accounts = [
	...range(1, 40).map((n) => account(n)),
	...range(41, 44).map((n) => account(n, { company_id: 42 })),
];
/** The customer took the filter and the route away together: these four now belong to company 41. */
const merged = range(1, 44).map((n) => person(n));

const plan = (
	people: readonly Employee[],
	alleo: readonly AlleoEmployee[],
	options: Partial<DiffOptions>,
) => run([...people], [...alleo], { approval: 'whenGuardTrips', ...options }, [covered()]);

const outline = ({ rows }: ReturnType<typeof plan>): string[] =>
	rows.map(({ action, external_id: id, reason }) => `${action} ${id} ${reason.code}`);

const HELD = range(41, 44).map((n) => `hold nmbrs-${n} FORMER_COMPANY`);

test('with its route nothing changes', () => {
	expect(outline(plan(source, accounts, { routing: routes, past: NOT_JUDGED }))).toEqual([]);
});

test('a route that was taken out: who has an account there is held, not onboarded again', () => {
	const result = plan(merged, accounts, { past: NOT_JUDGED });
	expect(outline(result)).toEqual(HELD);
	const [row] = result.rows;
	expect(row?.reason.text).toContain('42');
	// No row may lead Apply, or an answer on the page, to the account there.
	expect(result.rows.map((one) => [one.alleo_id, one.choice ?? null])).toEqual(
		HELD.map(() => [null, null]),
	);
});

test('without the log they would be onboarded a second time: this is what the log is for', () => {
	expect(outline(plan(merged, accounts, { past: NO_PAST }))).toEqual(
		range(41, 44).map((n) => `create nmbrs-${n} NEW_IN_SERVICE`),
	);
});

test('known by address alone, too; not by an account that is closed, nor where they have one', () => {
	const at = (n: number, more: Partial<AlleoEmployee>) => account(n, { company_id: 42, ...more });
	const others = [
		...accounts.slice(0, 40),
		at(41, { external_id: null, email: 'PERSON41@example.nl' }),
		at(42, { is_active: false }),
		at(43, {}),
		account(43, { id: 3043 }),
		at(99, { external_id: 'afas-1' }),
	];
	const rows = outline(plan(merged.slice(0, 43), others, { past: NOT_JUDGED }));
	expect(rows.sort()).toEqual(['create nmbrs-42 NEW_IN_SERVICE', 'hold nmbrs-41 FORMER_COMPANY']);
});

test('a leaver whose account is in the former company is shown, and nothing is done there', () => {
	const left = person(41, { status: 'ended', end_date: '2026-11-01' });
	const result = plan([...merged.slice(0, 40), left], accounts, { past: NOT_JUDGED });
	expect(outline(result)).toEqual(['hold nmbrs-41 FORMER_COMPANY']);
});

test('people of another customer in a company that was written into by mistake are left alone', () => {
	const foreign = range(500, 540).map((n) => account(n, { company_id: 42 }));
	const result = plan(merged.slice(0, 40), [...accounts.slice(0, 40), ...foreign], {
		past: NOT_JUDGED,
		absentPolicy: 'deactivate',
	});
	expect(outline(result)).toEqual([]);
	expect(result.summary.counts.absent).toBe(0);
});

describe('a company that gives no accounts', () => {
	const others = accounts.slice(0, 40);

	test('was not read: somebody is asked before anybody is onboarded', () => {
		const { summary } = plan(merged, others, { past: NOT_JUDGED });
		expect(tripped(summary)).toEqual(['COMPANY_NOT_READ']);
		expect(summary.status).toBe('blocked');
		const found = summary.guards.find(({ code }) => code === 'COMPANY_NOT_READ');
		expect(found).toMatchObject({ actual: 1, limit: 0, params: { companies: '42' } });
	});

	test('that the plan is about counts as well: a credential of somebody else', () => {
		const past = wrote([
			[41, false],
			[42, false],
		]);
		const { summary } = plan(merged, [account(900, { company_id: 77 })], { past });
		expect(tripped(summary)).toContain('COMPANY_NOT_READ');
	});

	test('is quiet once a person approved a plan without it, and where it was read', () => {
		expect(tripped(plan(merged, others, { past: wrote([[42, true]]) }).summary)).toEqual([]);
		expect(tripped(plan(merged, accounts, { past: NOT_JUDGED }).summary)).toEqual([]);
	});
});

describe('what the run log says', () => {
	const record = (run_: string, at: string, company: number | null, more: object = {}) => ({
		run: run_,
		workflow: 'w1',
		state: 'applied',
		decision: null,
		started_at: at,
		finished_at: at,
		counts: JSON.stringify({
			...Counts.parse({}),
			...(company === null
				? {}
				: {
						applied: [{ action: 'update', partition: 'c1', alleo_company_id: company, people: 2 }],
					}),
		}),
		...more,
	});
	const companies = (...rows: object[]) => [...readPast(rows, 'w1', TODAY).companies];

	test('every company that was written into, however long ago; not those of another workflow', () => {
		const old = record('1', '2024-01-02T04:00:00Z', 42);
		const other = { ...record('2', '2026-11-02T04:00:00Z', 77), workflow: 'w2' };
		expect(companies(old, other, record('3', '2026-11-03T04:00:00Z', 41))).toEqual([
			[42, false],
			[41, false],
		]);
	});

	test('an approval counts for what was written before it, and not for what it wrote itself', () => {
		const approved = { decision: 'approved' };
		const first = record('1', '2026-11-01T04:00:00Z', 42);
		expect(companies(first, record('2', '2026-11-02T04:00:00Z', 41, approved))).toEqual([
			[42, true],
			[41, false],
		]);
		expect(
			companies(record('2', '2026-11-02T04:00:00Z', 41, approved), {
				...first,
				finished_at: '2026-11-03T04:00:00Z',
			}),
		).toEqual([
			[41, false],
			[42, false],
		]);
	});

	test('is what a run takes along, and what stays when old rows go', () => {
		const rows = [
			{ id: 1, createdAt: '2024-01-01T04:00:00Z', ...record('1', '2024-01-01T04:00:00Z', 42) },
			{ id: 2, createdAt: '2024-01-02T04:00:00Z', ...record('2', '2024-01-02T04:00:00Z', 42) },
			{ id: 3, createdAt: '2024-01-03T04:00:00Z', ...record('3', '2024-01-03T04:00:00Z', null) },
			{ id: 4, createdAt: '2026-11-03T04:00:00Z', ...record('4', '2026-11-03T04:00:00Z', 41) },
		];
		expect(readPast(condense(rows, 'w1', TODAY), 'w1', TODAY)).toEqual(readPast(rows, 'w1', TODAY));
		expect(rowsToForget(rows, 400, '2026-11-24T04:00:00Z')).toEqual([1, 3]);
	});
});
