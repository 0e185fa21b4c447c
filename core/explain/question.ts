import { emailKey } from '../identity/keys';
import { plain, wordsIn } from './names';

/** What support typed: an e-mail address, an employee number, an external id or a name. */
export interface Question {
	/** As shown back: trimmed, without control characters. */
	text: string;
	/** The address in it, for comparing; null where it is none. */
	email: string | null;
	/** For ids and numbers: lower case. */
	id: string;
	/** For names. */
	words: readonly string[];
}

/** Characters; more than any name, number or address is long. */
export const QUESTION_LIMIT = 254;

const INVISIBLE = /[\p{Cc}\p{Cf}]+/gu;

/** An address as it is pasted from a mail program: `Fenna <fenna@example.nl>`, `mailto:…`. */
function addressIn(text: string): string | null {
	const inBrackets = /<([^<>\s]+@[^<>\s]+)>/.exec(text)?.[1];
	const bare = (inBrackets ?? text).replace(/^mailto:/i, '').replace(/[;,.]+$/, '');
	return /^\S+@\S+$/.test(bare) ? emailKey(bare) : null;
}

/** null where nothing was typed, or more than a person's name can be. */
export function readQuestion(given: string): Question | null {
	const text = given.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
	if (text === '' || text.length > QUESTION_LIMIT) return null;
	return { text, email: addressIn(text), id: plain(text), words: wordsIn(text) };
}
