import { addDays, isCivilDate, parseCivilDate } from '../../../core/model/dates';
import { problem } from '../../../core/model/result';
import type { Problem } from '../../../core/model/result';
import type { FileCell } from '../table/table';

/**
 * Dates of one column, in the order that a person chose. One cell cannot show that day and month stand the
 * other way round; a column can: then nothing of it is believed. What cannot be read stays as it came, so
 * that the person is held.
 */

export interface DateSettings {
	/** How dates with a day and a month of two digits are written; 2026-11-28 is read in any case. */
	order: 'dmy' | 'mdy';
	/** From where Excel counts its days; `refuse` where nobody said so. */
	excelDays: 'refuse' | '1900' | '1904';
}

const ORDER_NAMES = { dmy: '28-11-2026', mdy: '11-28-2026' } as const;

const SPLIT = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})( 00?:00(?::00)?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_NUMBER = /^\d{5}(?:[.,]0+)?$/;

/** 1 January 1930 to 31 December 2099; earlier and later numbers are no date of a person. */
const [FIRST_DAY, LAST_DAY] = [10_959, 73_050];

/** https://support.microsoft.com/office/e7fe7167-48a9-4b96-bb53-5612a800b487 (1900 and 1904 date systems) */
const DAY_ZERO = { '1900': '1899-12-30', '1904': '1904-01-01' } as const;

/** So many different dates without a single 13 where the day stands: one in ten thousand by chance. */
const ENOUGH = 10;

/** A column of which more cannot be read is no column of dates. */
const MOST_UNREADABLE = 0.2;

export class DateColumn {
	#filled = 0;

	#unreadable = 0;

	#firstUnreadable = 0;

	#serial = 0;

	#wrongOrder = 0;

	#certain = false;

	/** Dates whose first part is 2 to 12, by spelling. */
	readonly #unclear = new Map<string, number>();

	constructor(
		private readonly column: string,
		private readonly settings: DateSettings,
	) {}

	read(cell: FileCell | undefined, line: number): string | null {
		const text = cell === null || cell === undefined ? '' : String(cell).trim();
		if (text === '') return null;
		this.#filled += 1;
		const date = this.#day(text, line);
		if (date !== null) return date;
		this.#unreadable += 1;
		this.#firstUnreadable ||= line;
		return text;
	}

	#day(text: string, line: number): string | null {
		if (DAY_NUMBER.test(text)) return this.#excelDay(Number.parseInt(text, 10), line);
		const [, year, month, day] = COMPACT.exec(text) ?? [];
		if (year !== undefined) {
			const date = `${year}-${month ?? ''}-${day ?? ''}`;
			return isCivilDate(date) ? date : null;
		}
		const split = SPLIT.exec(text);
		if (split !== null) return this.#ordered(split, line);
		// Only what begins with the year: any other order is for the setting to say.
		return /^\d{4}-/.test(text) ? parseCivilDate(text) : null;
	}

	#excelDay(days: number, line: number): string | null {
		if (days < FIRST_DAY || days > LAST_DAY) return null;
		const { excelDays } = this.settings;
		if (excelDays !== 'refuse') return addDays(DAY_ZERO[excelDays], days);
		this.#serial ||= line;
		return null;
	}

	#ordered([text = '', first = '', , second = '', year = '']: RegExpExecArray, line: number) {
		const [one, two] = [Number(first), Number(second)];
		const isDayFirst = this.settings.order === 'dmy';
		const [day, month] = isDayFirst ? [one, two] : [two, one];
		if (month > 12 && day <= 12) this.#wrongOrder ||= line;
		if (day > 12) this.#certain = true;
		else if (day > 1 && day !== month && this.#unclear.size < ENOUGH) {
			this.#unclear.set(text, line);
		}
		const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
		return isCivilDate(date) ? date : null;
	}

	/** Why nothing of this column can be believed; null where single cells may be wrong at most. */
	problem(): Problem | null {
		const { column } = this;
		if (this.#serial > 0) return problem('FILE_DATES_SERIAL', { column, line: this.#serial });
		const [unclear] = this.#unclear.values();
		const doubtful = !this.#certain && this.#unclear.size >= ENOUGH ? (unclear ?? 0) : 0;
		const line = this.#wrongOrder || doubtful;
		if (line > 0) {
			return problem('FILE_DATES_ORDER', { column, line, order: ORDER_NAMES[this.settings.order] });
		}
		if (this.#unreadable <= Math.max(1, this.#filled * MOST_UNREADABLE)) return null;
		return problem('FILE_DATES_UNREADABLE', {
			column,
			count: this.#unreadable,
			all: this.#filled,
			line: this.#firstUnreadable,
		});
	}
}
