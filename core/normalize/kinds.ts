import { readAnyDate } from './mapping';
import { isEmail } from './text';

/** What kind of thing a text is, where that can be told for sure; everything else is a text. */
export type Kind = 'email' | 'date' | 'number' | 'id' | 'link' | 'text';

const GUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
const LINK = /^(?:https?:\/\/|www\.)\S+$/i;
/** Digits with the marks of amounts, telephone numbers and shares; a currency before or behind. */
const NUMBER = /^(?:EUR|€|\$|£)?[\s\d.,:/+()-]*\d[\s\d.,:/+()-]*(?:EUR|euro|€|%|,-)?$/i;
/** `1990-05-04T00:00:00`: the day before it is what counts. */
const WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/;

/** @param text trimmed, not empty */
export function kindOf(text: string): Kind {
	if (text.includes('@')) return isEmail(text) ? 'email' : 'text';
	if (GUID.test(text)) return 'id';
	if (LINK.test(text)) return 'link';
	if (!/\d/.test(text)) return 'text';
	const [, day = text] = WITH_TIME.exec(text) ?? [];
	if (readAnyDate(day) !== null) return 'date';
	return NUMBER.test(text) ? 'number' : 'text';
}
