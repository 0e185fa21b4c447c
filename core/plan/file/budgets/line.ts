import { budgetPeriod } from '../../../model/budget';
import type { FileBudgetLine, Change } from '../../../model/plan';
import type { LastBudgetsOfOne } from '../lastBudgets';
import type { BudgetFileOptions } from './options';

/**
 * One line of the budget file, against what was given until now. The file is the state of everybody, so a
 * monthly budget stands in it for as long as it runs; a one-off is given, and what was given stays given:
 * it is never stopped by a zero of ours, which Alleo might read as taking it back.
 */

export interface DecidedLine extends FileBudgetLine {
	/** In EUR; null is nothing. */
	changes: Change[];
	/** Fields that keep their amount though the source has none: nobody has them any more. */
	kept: string[];
}

type Options = Pick<BudgetFileOptions, 'oneOff' | 'stopped'>;

const isOneOff = (field: string): boolean => budgetPeriod(field) === 'oneoff';

const sorted = (amounts: Record<string, number>): Record<string, number> =>
	Object.fromEntries(Object.entries(amounts).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The line of last time again: nothing is given by it, and nothing stops. */
export function carriedLine(before: LastBudgetsOfOne, { oneOff }: Options): FileBudgetLine {
	const line: FileBudgetLine = { cells: {}, sent_before: {} };
	for (const [field, amount] of Object.entries(before)) {
		const isSent = isOneOff(field) && oneOff === 'once';
		(isSent ? line.sent_before : line.cells)[field] = amount;
	}
	return line;
}

class Writer {
	readonly line: DecidedLine = { cells: {}, sent_before: {}, changes: [], kept: [] };

	readonly #options: Options;

	readonly #before: LastBudgetsOfOne;

	constructor(before: LastBudgetsOfOne, options: Options) {
		this.#before = before;
		this.#options = options;
	}

	/** What the source has, to the cent; 0 is an amount like every other. */
	give(field: string, amount: number): void {
		const before = this.#before[field];
		const isSent = isOneOff(field) && this.#options.oneOff === 'once' && before === amount;
		(isSent ? this.line.sent_before : this.line.cells)[field] = amount;
		if (before !== amount) this.#change(field, amount);
	}

	keep(field: string): void {
		const before = carriedLine({ [field]: this.#before[field] ?? 0 }, this.#options);
		Object.assign(this.line.cells, before.cells);
		Object.assign(this.line.sent_before, before.sent_before);
	}

	/** A monthly budget that stopped; one that stopped before stays as it is. */
	stop(field: string): void {
		const running = (this.#before[field] ?? 0) > 0;
		if (!running || this.#options.stopped === 'zero') this.line.cells[field] = 0;
		if (running) this.#change(field, null);
	}

	/** The mark of a one-off goes, so that a later amount is a new one. */
	clear(field: string): void {
		this.#change(field, null);
	}

	#change(field: string, to: number | null): void {
		this.line.changes.push({ field, from: this.#before[field] ?? null, to });
	}

	done(): DecidedLine {
		const { cells, sent_before: sent } = this.line;
		return { ...this.line, cells: sorted(cells), sent_before: sorted(sent) };
	}
}

/**
 * @param before what was given until now, in EUR by field
 * @param now the budgets of the source, in EUR by field
 * @param hasVanished whether nobody has the field any more; then its emptiness is no evidence
 */
export function decideLine(
	before: LastBudgetsOfOne,
	now: Readonly<Record<string, number>>,
	hasVanished: (field: string) => boolean,
	options: Options,
): DecidedLine {
	const writer = new Writer(before, options);
	// Nobody has two monthly budgets, so whoever has one that they did not have moved to it. A one-off says nothing
	// of the kind: it may have been given to everybody on the day on which the other column was lost.
	const moved = Object.entries(now).some(
		([field, amount]) => amount > 0 && !isOneOff(field) && !Object.hasOwn(before, field),
	);
	for (const field of [...new Set([...Object.keys(before), ...Object.keys(now)])].sort()) {
		const amount = now[field];
		if (amount !== undefined) writer.give(field, amount);
		else if (!moved && hasVanished(field)) {
			writer.keep(field);
			if ((before[field] ?? 0) > 0 && !isOneOff(field)) writer.line.kept.push(field);
		} else if (isOneOff(field)) writer.clear(field);
		else writer.stop(field);
	}
	return writer.done();
}

/** Of somebody who left: what runs stops, and what was given was given. */
export function stoppedLine(before: LastBudgetsOfOne, options: Options): DecidedLine {
	const writer = new Writer(before, options);
	for (const field of Object.keys(before).sort()) {
		if (isOneOff(field)) writer.keep(field);
		else writer.stop(field);
	}
	return writer.done();
}

/** EUR a month. */
export const monthlyOf = (amounts: Readonly<Record<string, number>>): number[] =>
	Object.entries(amounts).flatMap(([field, amount]) =>
		budgetPeriod(field) === 'monthly' ? [amount] : [],
	);

/** Whether a monthly budget above zero stands there. */
export const isRunning = (amounts: Readonly<Record<string, number>>): boolean =>
	monthlyOf(amounts).some((amount) => amount > 0);

/** One-offs alone: they were given to the person, whatever account it was. */
export const oneOffsOf = (amounts: LastBudgetsOfOne): LastBudgetsOfOne =>
	Object.fromEntries(Object.entries(amounts).filter(([field]) => isOneOff(field)));
