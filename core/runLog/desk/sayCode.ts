import { isIssueCode, resolveCarried } from '../../issues';
import type { IssueCode, Language } from '../../issues';

/** A code that came without what fills its texts: what the catalogue says of it, in the reader's language. */

const PLACE = /\{(\w+)\}/g;
const QUOTED_PLACE = /"?\{\w+\}"?/g;

const THE_SYSTEM: Readonly<Record<Language, string>> = { en: 'the system', nl: 'het systeem' };

/** Where nothing fills a place: a system is said as such, everything else is three dots. */
const withoutPlaces = (text: string, language: Language): string => {
	const named = text.replaceAll('{system}', THE_SYSTEM[language]);
	const said = named.replace(QUOTED_PLACE, '…').replaceAll('….', '…');
	return said.charAt(0).toUpperCase() + said.slice(1);
};

/** A word for one or for several, escaped. */
const FORMS = /\\\{\w+\\\|(.*?)\\\|(.*?)\\\}/g;

const literally = (text: string): string =>
	text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(FORMS, '(?:$1|$2)');

/** What fills the places of a code, read back from the English sentence in which they were filled. */
function paramsIn(code: IssueCode, given: string): Record<string, string> {
	const { message } = resolveCarried({ code }, 'en');
	const names = [...message.matchAll(PLACE)].flatMap(([, name]) => name ?? []);
	if (names.length === 0) return {};
	const parts = message.split(/\{\w+\}/).map(literally);
	const found = new RegExp(parts.join('([\\s\\S]{1,500}?)')).exec(given);
	return Object.fromEntries(names.map((name, at) => [name, found?.[at + 1] ?? `{${name}}`]));
}

/**
 * @param given what was said where it happened, in English and filled in
 * @returns empty for what is no code; a place that nothing fills is three dots
 */
export function sayCode(code: string, given: string, language: Language): string {
	if (!isIssueCode(code)) return '';
	const params = paramsIn(code, given);
	const { message, why, action } = resolveCarried({ code, params }, language);
	const text = [message, why, action].filter((part) => part !== null).join(' ');
	return withoutPlaces(text, language);
}

const CODE = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g;

/**
 * Problems as the log has them, for who reads no codes: what each code says, and the log's own words behind it.
 * @param problems such as `Read AFAS employees: AFAS_UNAVAILABLE`, `ALLEO_INVALID x2, ALLEO_LIMIT`
 */
export function sayProblems(problems: string, language: Language): string {
	const codes = new Set(
		(problems.match(CODE) ?? []).flatMap((one) => (isIssueCode(one) ? one : [])),
	);
	// With a hole in the middle a sentence says less than its code.
	const said = [...codes]
		.map((code) => withoutPlaces(resolveCarried({ code }, language).message, language))
		.map((text) => text.replace(/: …$/, '.'))
		.filter((text) => !text.includes('…'));
	return said.length === 0 ? `${problems}.` : `${said.join(' ')} (${problems})`;
}
