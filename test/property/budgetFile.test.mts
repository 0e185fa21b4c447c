import fc from 'fast-check';
import type { AlleoEmployee } from '../../core/model/employee';
import type { LastBudgets } from '../../core/plan/file/lastBudgets';
import { budgetRun, HEALTH, linesOf, MONTHLY, ONCE } from '../support/budgetFile.mts';
import type { BudgetRun } from '../support/budgetFile.mts';
import { Ledger } from './budgetFile/ledger.mts';
import type { Agreed, Reading } from './budgetFile/ledger.mts';
import { peopleOf } from './firm/plans.mts';
import { accountId, accountOf, externalId } from './firm/records.mts';
import type { Vendor } from './firm/records.mts';
import { dayAfter, worker } from './firm/staff.mts';
import type { Worker } from './firm/staff.mts';
import { replayable } from './world.mts';

/**
 * Months of budgets from source records: Normalize, the plan against the last file, approval, the file, and that
 * file as the last one of the next month. A ledger that knows nothing of the code says what each file must be.
 */

const FIRST = '2026-01-05';
const PEOPLE = 7;

const cents = fc.integer({ min: 1, max: 90_000 }).map((amount) => amount / 100);
const amount = fc.oneof({ weight: 5, arbitrary: cents }, { weight: 1, arbitrary: fc.constant(0) });

type Event =
	| { kind: 'set'; who: number; field: string; amount: number }
	| { kind: 'clear'; who: number; field: string }
	/** Written so that it reads two ways: the person is held. */
	| { kind: 'mistype'; who: number; field: string }
	| { kind: 'leave' | 'offboard' | 'damage' | 'absent' | 'readdress' | 'leaveOut'; who: number }
	/** Two accounts change addresses. */
	| { kind: 'swap'; who: number; with: number }
	/** A part of the firm is not read completely. */
	| { kind: 'incomplete'; company: string }
	/** Nobody of a part of the firm has the field, because it was not read or has another name. */
	| { kind: 'vanish'; company: string; field: string }
	| { kind: 'reject' };

const who = fc.nat({ max: PEOPLE - 1 });
const company = fc.constantFrom('c1', 'c2');
const field = fc.constantFrom(MONTHLY, HEALTH, ONCE, 'alleo_oneoff_sport_budget');

const event: fc.Arbitrary<Event> = fc.oneof(
	{
		weight: 10,
		arbitrary: fc.record({ kind: fc.constant('set' as const), who, field, amount }),
	},
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('clear' as const), who, field }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('mistype' as const), who, field }) },
	{
		weight: 5,
		arbitrary: fc.record({
			kind: fc.constantFrom(
				'leave' as const,
				'offboard' as const,
				'damage' as const,
				'absent' as const,
				'readdress' as const,
				'leaveOut' as const,
			),
			who,
		}),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('swap' as const), who, with: who }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('incomplete' as const), company }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('vanish' as const), company, field }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('reject' as const) }) },
);

const months = fc.array(fc.array(event, { minLength: 0, maxLength: 9 }), {
	minLength: 2,
	maxLength: 7,
});

const agreements: fc.Arbitrary<Agreed> = fc.record({
	oneOff: fc.constantFrom('once', 'once', 'everyFile'),
	stopped: fc.constantFrom('zero', 'zero', 'empty'),
});

/** Who works here, as the truth is; what the source says of a month is made of it. */
class Firm {
	readonly vendor: Vendor;

	staff: Worker[];

	accounts: AlleoEmployee[];

	#addresses = 0;

	constructor(vendor: Vendor) {
		this.vendor = vendor;
		this.staff = Array.from({ length: PEOPLE }, (_, at) =>
			worker(at + 1, { company: at % 3 === 2 ? 'c2' : 'c1' }),
		);
		this.accounts = this.staff.map((one) => accountOf(vendor, one));
	}

	partitionOf = ({ company: own }: Worker): string =>
		this.vendor === 'afas' ? 'Profit_Employees_Alleo' : own;

	#change(at: number, changes: Partial<Worker>): void {
		this.staff = this.staff.map((one, index) => (index === at ? { ...one, ...changes } : one));
	}

	#account(at: number, changes: Partial<AlleoEmployee>): void {
		this.accounts = this.accounts.map((one, index) =>
			index === at ? { ...one, ...changes } : one,
		);
	}

	happen(events: readonly Event[], day: string): Reading {
		const off = new Set<number>();
		const absent = new Set<number>();
		const damaged = new Set<number>();
		const leftOut = new Set<number>();
		const unread = new Set<string>();
		const vanished: Array<{ company: string; field: string }> = [];
		const typed = new Map<number, string>();
		let rejected = false;
		for (const one of events) {
			if (one.kind === 'set' || one.kind === 'clear') this.#write(one);
			if (one.kind === 'mistype') typed.set(one.who, one.field);
			if (one.kind === 'leave') this.#change(one.who, { end: dayAfter(day, -1) });
			if (one.kind === 'offboard') off.add(one.who);
			if (one.kind === 'damage') damaged.add(one.who);
			if (one.kind === 'absent') absent.add(one.who);
			if (one.kind === 'leaveOut') leftOut.add(one.who);
			if (one.kind === 'readdress') {
				this.#account(one.who, { email: `nieuw${++this.#addresses}@example.nl` });
			}
			if (one.kind === 'swap') {
				const emails = [one.who, one.with].map((at) => this.accounts[at]?.email ?? null);
				this.#account(one.who, { email: emails[1] ?? null });
				this.#account(one.with, { email: emails[0] ?? null });
			}
			if (one.kind === 'incomplete') unread.add(one.company);
			if (one.kind === 'vanish') vanished.push(one);
			if (one.kind === 'reject') rejected = true;
		}
		for (const at of off) {
			// Only who left is off-boarded: the daily sync was there earlier that day.
			if (this.staff[at]?.end !== null) this.#account(at, { is_active: false });
		}
		const seen = this.staff.map((one, at): Worker => {
			const gone = vanished
				.filter((part) => this.vendor === 'afas' || part.company === one.company)
				.map((part) => part.field);
			const free = Object.fromEntries(
				Object.entries(one.free).filter(([name]) => !gone.includes(name)),
			);
			const mistyped = typed.get(at);
			if (mistyped !== undefined) free[mistyped] = '1.250';
			return { ...one, free, damaged: damaged.has(at) };
		});
		return {
			day,
			people: seen.map((one, at) => {
				const hasLeft = one.end !== null && one.end < day && !one.damaged;
				return {
					id: accountId(one),
					email: this.accounts[at]?.email ?? '',
					isActive: this.accounts[at]?.is_active === true,
					partition: this.partitionOf(one),
					free: one.free,
					hasLeft,
					// Of who left, an amount that cannot be read decides nothing.
					isHeld: one.damaged || (typed.has(at) && !hasLeft),
					isAbsent: absent.has(at),
					isLeftOut: leftOut.has(at),
				};
			}),
			incomplete: new Set(
				[...unread].map((part) => (this.vendor === 'afas' ? 'Profit_Employees_Alleo' : part)),
			),
			rejected,
			seen: seen.filter((_, at) => !absent.has(at)),
		};
	}

	/** One monthly budget at a time, as Alleo has it; the other one goes. */
	#write({ who: at, ...one }: Extract<Event, { kind: 'set' | 'clear' }>): void {
		const gone = new Set<string>([one.field]);
		if (one.kind === 'set' && one.field === MONTHLY) gone.add(HEALTH);
		if (one.kind === 'set' && one.field === HEALTH) gone.add(MONTHLY);
		const free: Record<string, number | string> = Object.fromEntries(
			Object.entries(this.staff[at]?.free ?? {}).filter(([field]) => !gone.has(field)),
		);
		if (one.kind === 'set') free[one.field] = one.amount;
		this.#change(at, { free });
	}
}

function runOf(firm: Firm, reading: Reading, last: LastBudgets, sent: Agreed): BudgetRun {
	const { day, seen, incomplete } = reading;
	const source = peopleOf({ vendor: firm.vendor, staff: seen, alleo: [], day });
	const partitions = new Set([...firm.staff.map(firm.partitionOf)]);
	const leftOut = reading.people.flatMap(({ isLeftOut }, at) =>
		isLeftOut ? [externalId(firm.vendor, firm.staff[at] ?? { id: '' })] : [],
	);
	return budgetRun(
		{
			source,
			sent,
			alleo: firm.accounts as unknown as Array<Record<string, unknown>>,
			referenceDate: day,
			coverage: [...partitions].map((partition) => ({
				partition,
				name: partition,
				complete: !incomplete.has(partition),
				employees: 1,
			})),
			leaveOut: ({ external_id: id }) => leftOut.includes(id ?? ''),
		},
		last,
	);
}

const filledLines = (content: string | null): Record<string, Record<string, string>> =>
	Object.fromEntries(
		Object.entries(linesOf(content)).filter(([, line]) => Object.keys(line).length > 0),
	);

/** A stop has evidence: of every change to nothing, the person was read, and left or has the field empty. */
function checkStops({ rows }: BudgetRun, reading: Reading): void {
	for (const { alleo_id: id, changes } of rows) {
		const person = reading.people.find((one) => one.id === id);
		for (const { field: name, to } of changes) {
			if (to !== null) continue;
			const isSaid = person?.hasLeft === true || person?.isActive === false;
			expect([id, name, isSaid || person?.isHeld === false]).toEqual([id, name, true]);
			expect(person?.isAbsent === true && person.isActive).toBe(false);
			expect(isSaid || !Object.hasOwn(person?.free ?? {}, name)).toBe(true);
		}
	}
}

function checkCounts({ rows, summary }: BudgetRun, reading: Reading): void {
	const leftOut = summary.file?.left_out.reduce((sum, { people }) => sum + people, 0) ?? 0;
	const absent = summary.counts.absent;
	const extra =
		summary.status === 'empty' || rows.every(({ action }) => action === 'hold') ? 0 : absent;
	expect(rows.length + leftOut).toBe(reading.seen.length + extra);
}

const live = (vendor: Vendor, all: readonly Event[][], agreed: Agreed): void => {
	const firm = new Firm(vendor);
	const ledger = new Ledger(agreed);
	let last: LastBudgets = { state: 'none' };
	all.forEach((events, month) => {
		const reading = firm.happen(events, dayAfter(FIRST, 30 * month));
		const run = runOf(firm, reading, last, agreed);
		checkStops(run, reading);
		checkCounts(run, reading);
		if (reading.rejected) return;
		const expected = ledger.month(reading);
		expect(filledLines(run.content)).toEqual(expected ?? {});
		expect(run.content === null).toBe(expected === null);
		last = run.last;
		expect(last.state).not.toBe('failed');
		// The same again: nothing is new. Who was left out is in the next plan.
		if (reading.people.some(({ isLeftOut }) => isLeftOut)) return;
		const again = runOf(firm, reading, last, agreed);
		expect(again.rows.filter(({ action }) => action === 'update')).toEqual([]);
		expect(again.content).toBeNull();
	});
	expect(ledger.givenTwice()).toEqual([]);
};

test.each(['nmbrs', 'afas'] as const)(
	'budgets of %s over months: each file is what the ledger says, a one-off is given once, nobody stops by silence',
	(vendor) => {
		fc.assert(
			fc.property(months, agreements, (all, agreed) => {
				live(vendor, all, agreed);
			}),
			{ ...replayable(), numRuns: Number(process.env['FC_RUNS'] ?? 150) },
		);
	},
);
