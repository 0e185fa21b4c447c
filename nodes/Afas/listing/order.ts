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

/**
 * Checks that keys come in order, page after page. The collation of the environment's database is
 * not documented, so an order counts as kept as long as one plausible collation explains all of it.
 */
export class OrderCheck {
	#plausible: Compare[] = [true, false].flatMap((emptyFirst) =>
		TEXT_ORDERS.map((text) => comparator(text, emptyFirst)),
	);

	#previous: AfasValue[] | null = null;

	readonly #order: readonly OrderColumn[];

	constructor(order: readonly OrderColumn[]) {
		this.#order = order;
	}

	get kept(): boolean {
		return this.#plausible.length > 0;
	}

	/** `key` holds the values of the order's columns, in its sequence. */
	add(key: AfasValue[]): void {
		const previous = this.#previous;
		this.#previous = key;
		if (previous === null || this.#plausible.length === 0) return;
		if (key.every((value, index) => value === previous[index])) return;
		this.#plausible = this.#plausible.filter((compare) => this.#follows(previous, key, compare));
	}

	#follows(previous: AfasValue[], key: AfasValue[], compare: Compare): boolean {
		for (const [index, { descending }] of this.#order.entries()) {
			const result = compare(previous[index] ?? null, key[index] ?? null);
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
