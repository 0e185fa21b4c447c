import { isIssueCode, resolveCarried } from '../../issues';
import type { Language } from '../../issues';

/** A code that came without what fills its texts: what the catalogue says of it, in the reader's language. */

const PLACE = /"?\{\w+\}"?/g;

/**
 * @param given what was said where it happened, in English and filled in
 * @returns empty for what is no code; a place that nothing fills is three dots
 */
export function sayCode(code: string, given: string, language: Language): string {
	if (!isIssueCode(code)) return '';
	const { message, why, action } = resolveCarried({ code }, language);
	const text = [message, why, action].filter((part) => part !== null).join(' ');
	if (text.search(PLACE) === -1) return text;
	return language === 'en' && given !== '' ? given : text.replace(PLACE, '…');
}
