import { parseCivilDate } from '../../model/dates';

/**
 * Reading the spellings that HR systems use: yes and no, amounts, dates. Each returns null for what
 * it cannot read; the caller holds the person and never guesses (SPEC I10).
 */

const YES: ReadonlySet<string> = new Set(['ja', 'yes', 'true', 'waar', '1', 'j', 'y', 'x']);
const NO: ReadonlySet<string> = new Set(['nee', 'no', 'false', 'onwaar', '0', 'n']);

/** True for nothing at all: null, undefined, or a text of spaces only. */
export const isEmpty = (value: unknown): boolean =>
	value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** Yes or no in Dutch, English, 1/0 or a real boolean; trimmed, in any case. null for anything else. */
export function readYesNo(value: unknown): boolean | null {
	if (typeof value === 'boolean') return value;
	if (typeof value === 'number') return value === 1 ? true : value === 0 ? false : null;
	if (typeof value !== 'string') return null;
	const text = value.trim().toLowerCase();
	if (YES.has(text)) return true;
	return NO.has(text) ? false : null;
}

/**
 * A number with a decimal comma or point, as it stands or with thousands marks. A text that can be
 * read two ways, such as `1.250` (one thousand, or one and a quarter), is not read at all.
 */
export function readNumber(value: unknown): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	if (typeof value !== 'string') return null;
	const text = value.trim();
	if (/^-?\d{1,15}$/.test(text)) return Number(text);
	if (/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return null;
	if (/^-?\d{1,12}[.,]\d{1,10}$/.test(text)) return Number(text.replace(',', '.'));
	if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d{1,10})?$/.test(text)) {
		return Number(text.replaceAll('.', '').replace(',', '.'));
	}
	if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d{1,10})?$/.test(text)) return Number(text.replaceAll(',', ''));
	return null;
}

const MONTHS: Readonly<Record<string, string>> = {
	jan: '01',
	feb: '02',
	mrt: '03',
	maart: '03',
	mar: '03',
	apr: '04',
	mei: '05',
	may: '05',
	jun: '06',
	jul: '07',
	aug: '08',
	sep: '09',
	okt: '10',
	oct: '10',
	nov: '11',
	dec: '12',
};

/** What the `date` transform reads beyond core/dates: `19900504`, `1990/05/04`, `4 mei 1990`. */
export function readAnyDate(value: unknown): string | null {
	if (typeof value === 'number') return readAnyDate(String(value));
	if (typeof value !== 'string') return null;
	const text = value.trim();
	const known = parseCivilDate(text);
	if (known !== null) return known;
	const compact = /^(\d{4})[/.]?(\d{2})[/.]?(\d{2})$/.exec(text);
	if (compact !== null) return parseCivilDate(`${compact[1]}-${compact[2]}-${compact[3]}`);
	const spelled = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})$/i.exec(text);
	if (spelled === null) return null;
	const name = (spelled[2] ?? '').toLowerCase();
	const month = MONTHS[name] ?? MONTHS[name.slice(0, 3)];
	return month === undefined ? null : parseCivilDate(`${spelled[1]}-${month}-${spelled[3]}`);
}
