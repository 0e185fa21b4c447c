import type { AfasField, AfasValue } from '../api/schemas';

/** One column of the order; `-` in AFAS's spelling means descending. */
export interface OrderColumn {
	column: string;
	descending: boolean;
}

export const orderText = (order: readonly OrderColumn[]): string =>
	order.map(({ column, descending }) => `${descending ? '-' : ''}${column}`).join(',');

type Compare = (left: AfasValue, right: AfasValue) => number;

const sign = (left: string | number, right: string | number): number =>
	left < right ? -1 : Number(left > right);

const word = new Intl.Collator('nl', { sensitivity: 'base' });
const wordNoPunctuation = new Intl.Collator('nl', { sensitivity: 'base', ignorePunctuation: true });
const numeric = new Intl.Collator('nl', { sensitivity: 'base', numeric: true });

const TEXT_ORDERS: ReadonlyArray<(left: string, right: string) => number> = [
	sign,
	(left, right) => sign(left.toLowerCase(), right.toLowerCase()),
	(left, right) => sign(left.toUpperCase(), right.toUpperCase()),
	word.compare,
	wordNoPunctuation.compare,
	numeric.compare,
];

/** Compares two cells; empty cells first or last, as the database of the environment has it. */
const comparator =
	(text: (left: string, right: string) => number, emptyFirst: boolean): Compare =>
	(left, right) => {
		const [noLeft, noRight] = [left === null || left === '', right === null || right === ''];
		if (noLeft || noRight) {
			if (noLeft && noRight) return 0;
			return noLeft === emptyFirst ? -1 : 1;
		}
		if (typeof left === 'number' && typeof right === 'number') return sign(left, right);
		return text(String(left), String(right));
	};

/** Every order that a database may have: a collation, and empty cells first or last. */
const PLAUSIBLE: readonly Compare[] = [true, false].flatMap((emptyFirst) =>
	TEXT_ORDERS.map((text) => comparator(text, emptyFirst)),
);

/**
 * Checks that keys come in order, page after page. The collation of the environment's database is
 * not documented, so an order counts as kept as long as one plausible collation explains all of it.
 * They are tried one at a time, each from the first key on: nearly always the first one fits.
 */
export class OrderCheck {
	readonly #keys: AfasValue[][] = [];

	readonly #order: readonly OrderColumn[];

	#trying = 0;

	constructor(order: readonly OrderColumn[]) {
		this.#order = order;
	}

	get kept(): boolean {
		return this.#trying < PLAUSIBLE.length;
	}

	/** `key` holds the values of the order's columns, in its sequence. */
	add(key: AfasValue[]): void {
		this.#keys.push(key);
		if (!this.kept || this.#follows(this.#keys.length - 1)) return;
		do this.#trying += 1;
		while (this.kept && !this.#keys.every((_, index) => this.#follows(index)));
	}

	/** Whether the key at a place comes after the one before it, or equals it. */
	#follows(index: number): boolean {
		const [previous, key] = [this.#keys[index - 1], this.#keys[index]];
		const compare = PLAUSIBLE[this.#trying];
		if (previous === undefined || key === undefined || compare === undefined) return true;
		for (const [place, { descending }] of this.#order.entries()) {
			const [left, right] = [previous[place] ?? null, key[place] ?? null];
			const result = left === right ? 0 : compare(left, right);
			if (result !== 0) return descending ? result > 0 : result < 0;
		}
		return true;
	}
}

const ID_LIKE = /(id|code|nummer|number|nr|seq|plan|periode|jaar|year|period)$/i;

/** An order for any connector: columns that look like keys first, then dates, six at most; never memo columns. */
export function guessOrder(fields: readonly AfasField[]): OrderColumn[] {
	const usable = fields.filter(({ dataType }) => dataType !== 'blob' && dataType !== 'boolean');
	const rank = (field: AfasField): number => {
		if (ID_LIKE.test(field.id)) return 0;
		return field.dataType === 'date' || field.dataType === 'int' ? 1 : 2;
	};
	return usable
		.map((field, index) => ({ field, index }))
		.sort((a, b) => rank(a.field) - rank(b.field) || a.index - b.index)
		.slice(0, 6)
		.map(({ field }) => ({ column: field.id, descending: false }));
}
