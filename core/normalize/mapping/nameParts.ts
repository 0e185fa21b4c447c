import { INFIX_WORDS } from '../../model/infixes';

/** The parts of a Dutch name that stands in one field. Absent is ''. */
export interface NameParts {
	first: string;
	prefix: string;
	last: string;
}

const isInfix = (word: string): boolean => INFIX_WORDS.has(word.toLowerCase());

const words = (text: string): string[] =>
	text
		.trim()
		.split(/\s+/)
		.filter((word) => word !== '');

/** How many words from `from` on form an infix; the last word is always a name. */
function infixLength(list: readonly string[], from: number): number {
	let length = 0;
	while (from + length < list.length - 1 && isInfix(list[from + length] ?? '')) length++;
	return length;
}

/** `Berg, van der` and `Berg, Jan van der`: the name, then first names, then the infix. */
function afterComma(last: string, rest: string): NameParts {
	const list = words(rest);
	let start = list.length;
	while (start > 0 && isInfix(list[start - 1] ?? '')) start--;
	return { first: list.slice(0, start).join(' '), prefix: list.slice(start).join(' '), last };
}

/** A last name with its infix: `van der Berg`, `Berg, van der`; `Jansen van Galen` stays whole. */
export function splitLastName(text: string): NameParts {
	const comma = text.indexOf(',');
	if (comma > 0) return afterComma(words(text.slice(0, comma)).join(' '), text.slice(comma + 1));
	const list = words(text);
	const length = infixLength(list, 0);
	return { first: '', prefix: list.slice(0, length).join(' '), last: list.slice(length).join(' ') };
}

/** A whole name: `Jan van der Berg`, `Berg, Jan van der`; without an infix the first word is the first name. */
export function splitFullName(text: string): NameParts {
	if (text.includes(',')) return splitLastName(text);
	const list = words(text);
	if (list.length < 2) return { first: '', prefix: '', last: list.join(' ') };
	let at = 0;
	while (at < list.length - 1 && !isInfix(list[at] ?? '')) at++;
	const first = at === list.length - 1 ? 1 : at;
	const length = infixLength(list, first);
	return {
		first: list.slice(0, first).join(' '),
		prefix: list.slice(first, first + length).join(' '),
		last: list.slice(first + length).join(' '),
	};
}
