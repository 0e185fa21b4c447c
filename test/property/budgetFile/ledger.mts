import type { Worker } from '../firm/staff.mts';

/**
 * A tiny ledger of budgets, written without the code that it checks: what Alleo was told of each account, and
 * what the next file must therefore say.
 */

export interface Person {
	/** Alleo's number of the account. */
	id: number;
	email: string;
	isActive: boolean;
	partition: string;
	/** The free fields as they were read. */
	free: Readonly<Record<string, number | string>>;
	hasLeft: boolean;
	isHeld: boolean;
	isAbsent: boolean;
	isLeftOut: boolean;
}

export interface Reading {
	day: string;
	people: readonly Person[];
	incomplete: ReadonlySet<string>;
	rejected: boolean;
	/** What the source gives. */
	seen: readonly Worker[];
}

/** What an account was told: monthly amounts that stand, and one-offs that were given. */
interface Told {
	email: string;
	amounts: Record<string, number>;
}

const isMonthly = (field: string): boolean => field.includes('_monthly_');

const runs = (amounts: Record<string, number>): boolean =>
	Object.entries(amounts).some(([field, amount]) => isMonthly(field) && amount > 0);

const euros = (amount: number): string => (amount === 0 ? '0' : amount.toFixed(2));

type Amounts = Record<string, number>;

export interface Agreed {
	oneOff: 'once' | 'everyFile';
	stopped: 'zero' | 'empty';
}

export class Ledger {
	readonly #agreed: Agreed;

	constructor(agreed: Agreed) {
		this.#agreed = agreed;
	}

	#told = new Map<number, Told>();

	/** Whose line is that of last time because they are on hold. */
	readonly #waiting = new Set<number>();

	/** One-offs by account and field, in the order in which they were given; a mark that was cleared is null. */
	readonly #gifts = new Map<string, Array<number | null>>();

	/** The filled lines of the file of this month; null where none is sent. */
	month(reading: Reading): Record<string, Record<string, string>> | null {
		const next = new Map<number, Told>();
		let changed = false;
		const proposals = reading.people.map((person) => ({
			person,
			after: this.#after(person, reading),
		}));
		for (const { person, after } of proposals) {
			const before = this.#told.get(person.id);
			if (after === null) continue;
			const isOther =
				JSON.stringify(this.#essence(after)) !==
				JSON.stringify(this.#essence(before?.amounts ?? {}));
			// Who waits is no reason for a file, nor a line that says nothing, whatever their address is by now.
			const moved =
				before !== undefined && before.email !== person.email && Object.keys(after).length > 0;
			changed ||= isOther || (moved && !this.#waiting.has(person.id));
		}
		if (!changed) return null;
		const lines: Record<string, Record<string, string>> = {};
		for (const { person, after } of proposals) {
			const before = this.#told.get(person.id);
			// Who has no line any more cannot be left out of it.
			const isOut = person.isLeftOut && after !== null;
			const amounts = isOut ? (before?.amounts ?? null) : after;
			if (amounts === null) continue;
			next.set(person.id, { email: person.email, amounts });
			const line = this.#line(person, before?.amounts ?? {}, amounts);
			if (Object.keys(line).length > 0) lines[person.email] = line;
		}
		// A file with nobody in it is none: the last one stays.
		if (next.size === 0) return null;
		this.#told = next;
		return lines;
	}

	/** What is told of a person this month; null: there is no line. */
	#after(person: Person, { people, incomplete }: Reading): Amounts | null {
		const before = this.#told.get(person.id)?.amounts;
		const kept = before ?? null;
		const isOver = !person.isActive;
		// Nothing runs on an account that is not active: its line goes, but for a gift that would be given again.
		if (isOver && !runs(before ?? {})) {
			// Where one-offs stand in every file, nothing has to be remembered.
			const gifts =
				this.#agreed.oneOff === 'everyFile'
					? []
					: Object.keys(before ?? {}).filter((field) => !isMonthly(field));
			const isUnknown = person.isAbsent
				? incomplete.size > 0
				: person.isHeld || incomplete.has(person.partition);
			const isThere =
				!person.isAbsent && gifts.some((field) => typeof person.free[field] === 'number');
			return gifts.length > 0 && (isUnknown || isThere) ? kept : null;
		}
		this.#waiting.delete(person.id);
		if (person.isHeld && !person.isAbsent) {
			if (person.isActive) this.#waiting.add(person.id);
			return kept;
		}
		if (incomplete.has(person.partition) && !person.isAbsent) return kept;
		if (isOver) return this.#stopped(before ?? {});
		if (person.isAbsent) return kept;
		if (person.hasLeft) {
			if (before === undefined) return null;
			return incomplete.size > 0 ? kept : this.#stopped(before);
		}
		const now = Object.fromEntries(
			Object.entries(person.free).filter(([name]) => name.endsWith('_budget')),
		) as Amounts;
		const moved = Object.keys(now).some(
			(field) => isMonthly(field) && (now[field] ?? 0) > 0 && before?.[field] === undefined,
		);
		const after: Amounts = { ...now };
		for (const [field, amount] of Object.entries(before ?? {})) {
			if (Object.hasOwn(now, field)) continue;
			const others = people.some(
				(one) =>
					one.partition === person.partition &&
					!one.isAbsent &&
					Object.hasOwn(one.free, field) &&
					one.free[field] !== '1.250',
			);
			if (!moved && !others) after[field] = amount;
			else if (isMonthly(field)) this.#stop(after, field, amount);
		}
		const running = Object.entries(after).filter(
			([field, amount]) => isMonthly(field) && amount > 0,
		);
		if (running.length > 1) {
			this.#waiting.add(person.id);
			return kept;
		}
		return Object.keys(after).length === 0
			? kept === null || Object.keys(kept).length === 0
				? null
				: {}
			: after;
	}

	#stopped(before: Amounts): Amounts {
		const after: Amounts = {};
		for (const [field, amount] of Object.entries(before)) {
			if (isMonthly(field)) this.#stop(after, field, amount);
			else after[field] = amount;
		}
		return after;
	}

	/** What runs becomes 0, or nothing, as agreed; what was 0 stays so. */
	#stop(after: Amounts, field: string, amount: number): void {
		if (amount === 0 || this.#agreed.stopped === 'zero') after[field] = 0;
	}

	#essence(amounts: Amounts): Array<[string, number]> {
		return Object.entries(amounts).sort(([a], [b]) => (a < b ? -1 : 1));
	}

	#line(person: Person, before: Amounts, after: Amounts): Record<string, string> {
		const line: Record<string, string> = {};
		const sent: string[] = [];
		for (const [field, amount] of this.#essence(after)) {
			if (isMonthly(field)) line[field] = euros(amount);
			else if (before[field] === amount) {
				if (this.#agreed.oneOff === 'everyFile') line[field] = euros(amount);
				else sent.push(`${field}=${amount.toFixed(2)}`);
			} else {
				line[field] = euros(amount);
				this.#gift(person.id, field, amount);
			}
		}
		for (const field of Object.keys(before)) {
			if (!isMonthly(field) && !Object.hasOwn(after, field)) this.#gift(person.id, field, null);
		}
		if (sent.length > 0) line['Sent Before'] = sent.join('; ');
		return line;
	}

	#gift(id: number, field: string, amount: number | null): void {
		const key = `${id} ${field}`;
		this.#gifts.set(key, [...(this.#gifts.get(key) ?? []), amount]);
	}

	/** The same amount twice in a row, without the field having been empty in between. */
	givenTwice(): string[] {
		return [...this.#gifts].flatMap(([key, amounts]) =>
			amounts.some((amount, at) => amount !== null && amount === amounts[at - 1]) ? [key] : [],
		);
	}
}
