import { isCivilDate } from '../model/dates';
import type { Language } from '../issues';

/** Numbers, money and dates as a reader of the page writes them; no machine locale, no clock. */

const MONTHS: Record<Language, readonly string[]> = {
	en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
	nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
};

/** `2026-03-01` as `1 Mar 2026`; anything that is no civil date stays as it is. */
export function formatDate(value: string, language: Language): string {
	if (!isCivilDate(value)) return value;
	const month = MONTHS[language][Number(value.slice(5, 7)) - 1] ?? '';
	return `${Number(value.slice(8, 10))} ${month} ${value.slice(0, 4)}`;
}

const SEPARATORS: Record<Language, { group: string; decimal: string }> = {
	en: { group: ',', decimal: '.' },
	nl: { group: '.', decimal: ',' },
};

/** A whole number with groups of three: 12,500 or 12.500. */
export const formatCount = (value: number, language: Language): string =>
	String(value).replace(/\B(?=(\d{3})+(?!\d))/g, SEPARATORS[language].group);

/** An amount in EUR with two decimals: €1,250.00 or € 1.250,00. */
export function formatEuro(amount: number, language: Language): string {
	const cents = Math.round(Math.abs(amount) * 100);
	const { decimal } = SEPARATORS[language];
	const whole = formatCount(Math.floor(cents / 100), language);
	const text = `${whole}${decimal}${String(cents % 100).padStart(2, '0')}`;
	return `${amount < 0 ? '-' : ''}${language === 'nl' ? '€ ' : '€'}${text}`;
}
