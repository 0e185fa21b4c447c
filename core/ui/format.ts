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

/** The size of a number in whole hundredths, as its two parts. */
function hundredthsOf(value: number, language: Language): { whole: string; rest: string } {
	const hundredths = Math.round(Math.abs(value) * 100);
	return {
		whole: formatCount(Math.floor(hundredths / 100), language),
		rest: `${SEPARATORS[language].decimal}${String(hundredths % 100).padStart(2, '0')}`,
	};
}

/** An amount in EUR with two decimals: €1,250.00 or € 1.250,00. */
export function formatEuro(amount: number, language: Language): string {
	const { whole, rest } = hundredthsOf(amount, language);
	return `${amount < 0 ? '-' : ''}${language === 'nl' ? '€ ' : '€'}${whole}${rest}`;
}

/** Hours with two decimals where they are no whole number: 1,250 or 24,50. */
export function formatHours(hours: number, language: Language): string {
	const { whole, rest } = hundredthsOf(hours, language);
	return `${hours < 0 ? '-' : ''}${whole}${rest.endsWith('00') ? '' : rest}`;
}
