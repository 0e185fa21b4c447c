import { isRecord } from '../../shared/parameters';
import { ColumnWatch, isAlleoField, type Withheld } from '../../../core/normalize/privacy';
import { checkRow } from '../api/filterCheck';
import { failed, type Problem } from '../../../core/model/result';
import type { AfasRow, AfasValue } from '../api/schemas';
import { CellReader, type CellKind } from './cells';
import { OrderCheck, orderText } from './order';
import type { ListingPlan } from './plan';

const HYPHEN = 45;

/** A date as the reader of cells gives it: holds no number, and needs no look. */
const isDateText = (value: AfasValue): boolean =>
	typeof value === 'string' &&
	value.length === 10 &&
	value.charCodeAt(4) === HYPHEN &&
	value.charCodeAt(7) === HYPHEN;

/** Separates the parts of a key; cannot occur in a trimmed cell of a key. */
const SEPARATOR = '\u0001';

/**
 * Takes pages in, keeps the wanted columns of their rows, and gathers the evidence that the listing
 * is whole: the order of the keys, keys on two pages, the keys of the first page.
 */
export class RowCollector {
	readonly rows: AfasRow[] = [];

	/** Rows as AFAS counts them, before yes/no columns are filtered here. */
	received = 0;

	pages = 0;

	firstPageKeys: string[] = [];

	repeated = 0;

	/** The key of the last row so far; null while there is none. */
	lastKey: string | null = null;

	readonly order: OrderCheck;

	readonly #plan: ListingPlan;

	/** Rows with a date that could not be read or a damaged text; they get a notice. */
	readonly odd = new Set<AfasRow>();

	readonly #pageOfKey = new Map<string, number>();

	readonly #cells = new CellReader();

	readonly #kept: ReadonlyArray<{ column: string; kind: CellKind; watch: ColumnWatch | null }>;

	/** A row with nothing in it: a copy that is filled costs half of a row that grows. */
	readonly #blank: Readonly<AfasRow>;

	readonly #needed: readonly string[];

	constructor(plan: ListingPlan) {
		this.#plan = plan;
		this.order = new OrderCheck(plan.order);
		this.#kept = plan.keep.map((column) => {
			const kind = plan.kinds.get(column) ?? 'plain';
			const isPeriodDate = kind === 'date' && plan.structural.has(column);
			return { column, kind, watch: isPeriodDate ? null : new ColumnWatch() };
		});
		this.#blank = Object.fromEntries(plan.keep.map((column) => [column, null]));
		// Of these an absent key must not become "empty": it would take access, or the company, away.
		const deciding = plan.keep.filter(isAlleoField);
		const ordered = plan.order.map(({ column }) => column);
		this.#needed = [...new Set([...plan.required, ...ordered, ...deciding])];
	}

	/**
	 * Takes a page in; null when it is fine. Every page but the first starts with the last row of the
	 * page before: had a row been added or removed in between, another row would stand there.
	 */
	addPage(page: unknown[]): Problem | null {
		const index = this.pages;
		const keys: string[] = [];
		for (const [place, raw] of page.entries()) {
			const checked = this.#checkKeys(raw);
			if (!checked.ok) return checked.problem;
			const key = checked.key.map(String).join(SEPARATOR);
			if (index > 0 && place === 0) {
				if (key === this.lastKey) continue;
				return this.#shifted(key);
			}
			keys.push(key);
			const seenOn = this.#pageOfKey.get(key);
			if (seenOn === undefined) this.#pageOfKey.set(key, index);
			else if (seenOn !== index) this.repeated += 1;
			this.order.add(checked.key);
			const problem = this.#keepRow(checked.row);
			if (problem !== null) return problem;
		}
		if (index > 0 && page.length === 0) return this.#shifted(null);
		this.pages += 1;
		this.received += keys.length;
		this.lastKey = keys.at(-1) ?? this.lastKey;
		if (index === 0) this.firstPageKeys = keys;
		return null;
	}

	/**
	 * Takes the columns out of all rows whose values look like citizen service numbers or bank accounts,
	 * and names them. To be called after the last row: no cell tells it alone.
	 */
	withholdPrivate(): Withheld[] {
		const withheld: Withheld[] = [];
		for (const { column, watch } of this.#kept) {
			const kind = this.#plan.structural.has(column) ? null : (watch?.verdict() ?? null);
			if (kind !== null) withheld.push({ column, kind });
		}
		if (withheld.length === 0) return withheld;
		const gone = new Set(withheld.map(({ column }) => column));
		const columns = this.#kept.map(({ column }) => column).filter((column) => !gone.has(column));
		for (const [at, row] of this.rows.entries()) {
			// A new row, since n8n keeps them all and taking keys out of an object doubles its size.
			const rest: AfasRow = {};
			for (const column of columns) {
				if (Object.hasOwn(row, column)) rest[column] = row[column] ?? null;
			}
			this.rows[at] = rest;
			if (this.odd.delete(row)) this.odd.add(rest);
		}
		return withheld;
	}

	/** A column that the sync cannot do without, and whose values are citizen service numbers. */
	get privateKey(): string | null {
		const { structural } = this.#plan;
		const found = this.#kept.find(
			({ column, watch }) => structural.has(column) && watch?.surelyServiceNumbers === true,
		);
		return found?.column ?? null;
	}

	/** The keys of rows that are read again; null when they are not rows. */
	keysOf(page: unknown[]): string[] | null {
		const keys: string[] = [];
		for (const raw of page) {
			const checked = this.#checkKeys(raw);
			if (!checked.ok) return null;
			keys.push(checked.key.map(String).join(SEPARATOR));
		}
		return keys;
	}

	#shifted(key: string | null): Problem {
		const { connector, order } = this.#plan;
		if (key !== null && this.#pageOfKey.has(key)) {
			return failed('AFAS_ROWS_REPEATED', { connector, order: orderText(order) }).problem;
		}
		const cause =
			key === null
				? 'a page came empty where a known row stood'
				: 'another row stood where two pages meet';
		return failed('AFAS_LISTING_CHANGED', { connector, cause }).problem;
	}

	#checkKeys(
		raw: unknown,
	):
		| { ok: true; row: Record<string, unknown>; key: AfasValue[] }
		| { ok: false; problem: Problem } {
		const { connector, order } = this.#plan;
		if (!isRecord(raw)) {
			return failed('AFAS_ANSWER_UNREADABLE', { connector, cause: 'a row that is not an object' });
		}
		for (const column of this.#needed) {
			if (!Object.hasOwn(raw, column)) {
				return failed('AFAS_ROW_COLUMN_MISSING', { connector, column });
			}
		}
		const key: AfasValue[] = [];
		for (const { column } of order) {
			const value = this.#cells.read(raw[column], 'plain');
			if (value === undefined) return this.#badCell(column);
			key.push(value);
		}
		return { ok: true, row: raw, key };
	}

	#badCell(column: string): { ok: false; problem: Problem } {
		return failed('AFAS_ANSWER_UNREADABLE', {
			connector: this.#plan.connector,
			cause: `column ${column} holds a list or an object`,
		});
	}

	#keepRow(raw: Record<string, unknown>): Problem | null {
		const { conditions, fields, connector } = this.#plan;
		if (conditions.length > 0) {
			const verdict = checkRow(conditions, fields, (column) =>
				this.#cells.read(raw[column], 'plain'),
			);
			if (verdict.notHonoured !== null) {
				return failed('AFAS_FILTER_NOT_HONOURED', { connector, field: verdict.notHonoured })
					.problem;
			}
			if (!verdict.keep) return null;
		}
		const row: AfasRow = { ...this.#blank };
		let whole = true;
		const { person } = this.#plan;
		const whose = person === null ? null : raw[person];
		const key = typeof whose === 'string' || typeof whose === 'number' ? String(whose) : null;
		this.#cells.odd = false;
		for (const { column, kind, watch } of this.#kept) {
			const value = this.#cells.read(raw[column], kind);
			if (value === undefined) return this.#badCell(column).problem;
			if (kind !== 'date' || !isDateText(value)) watch?.look(value, key);
			if (value !== null) row[column] = value;
			else if (!Object.hasOwn(raw, column)) whole = false;
		}
		const kept = whole ? row : this.#without(row, raw);
		if (this.#cells.odd) this.odd.add(kept);
		this.rows.push(kept);
		return null;
	}

	/** A column that the row does not have stays absent: not carried is not empty. */
	#without(row: AfasRow, raw: Record<string, unknown>): AfasRow {
		return Object.fromEntries(
			this.#kept
				.filter(({ column }) => Object.hasOwn(raw, column))
				.map(({ column }) => [column, row[column] ?? null]),
		);
	}
}
