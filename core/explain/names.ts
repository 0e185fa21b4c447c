/** How names and addresses are compared when a person is looked up: by what they sound like on paper. */

/** Lower case, without accents, one space between words. */
export const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.trim();

/** The words of a name or of the part of an address before the @. */
export const wordsIn = (text: string): string[] =>
	plain(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');

/** True when one letter more, less, other, or two letters swapped make the texts equal. */
export function isOneEditAway(a: string, b: string): boolean {
	if (a === b) return true;
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (long.length - short.length > 1) return false;
	let start = 0;
	while (start < short.length && short[start] === long[start]) start++;
	const rest = (text: string, from: number): string => text.slice(from);
	if (short.length < long.length) return rest(short, start) === rest(long, start + 1);
	if (rest(short, start + 1) === rest(long, start + 1)) return true;
	return (
		short[start] === long[start + 1] &&
		short[start + 1] === long[start] &&
		rest(short, start + 2) === rest(long, start + 2)
	);
}

/** Every word of the question is a word of the name. */
export const hasWords = (name: readonly string[], wanted: readonly string[]): boolean =>
	wanted.length > 0 && wanted.every((word) => name.includes(word));

/** Short words must be right; in longer ones a typing mistake is forgiven. */
const FORGIVEN_FROM = 4;

export const hasSimilarWords = (name: readonly string[], wanted: readonly string[]): boolean =>
	wanted.length > 0 &&
	wanted.every((word) =>
		name.some((own) => own === word || (word.length >= FORGIVEN_FROM && isOneEditAway(own, word))),
	);
