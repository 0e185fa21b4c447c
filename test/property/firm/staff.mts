/**
 * A group of companies with its staff, for tests that start from source records: who works where, since
 * when and until when. No two people share a name, a birthday and an address.
 */

export const DAY = '2026-11-24';

export const dayAfter = (date: string, days: number): string =>
	new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export interface Worker {
	id: string;
	/** Key of the NMBRS company or AFAS employer. */
	company: string;
	group: string;
	/** Another column that a mapping can read the group from; the group itself when null. */
	team: string | null;
	/** Decides about the Alleo company: `zuid` goes to another one. */
	filter: string | null;
	start: string;
	/** Last day in service; null while open. */
	end: string | null;
	access: 'ja' | 'nee';
	email: string;
	first: string;
	last: string;
	birthday: string;
	/** The end date cannot be read, so that the person is held. */
	damaged: boolean;
	/** NMBRS: the type says that somebody left, whatever the dates say. */
	former: boolean;
	/** Free fields, by name; what is not there is empty. */
	free: Readonly<Record<string, number | string>>;
}

const PARTS = ['ba', 'de', 'fi', 'go', 'ku', 'la', 'me', 'no', 'pu', 'ri', 'sa', 'te', 'vi', 'wo'];

/** A word of four syllables that no other number has. */
function word(number: number): string {
	let left = number * 7 + 3;
	let text = '';
	for (let at = 0; at < 4; at++) {
		text += PARTS[left % PARTS.length] ?? '';
		left = Math.floor(left / PARTS.length) + at;
	}
	return text.charAt(0).toUpperCase() + text.slice(1);
}

const two = (value: number): string => String(value).padStart(2, '0');

export const worker = (number: number, changes: Partial<Worker> = {}): Worker => ({
	id: String(10_000 + number),
	company: 'c1',
	group: 'Kantoor',
	team: null,
	filter: null,
	start: '2020-01-01',
	end: null,
	access: 'ja',
	email: `p${number}@example.nl`,
	first: word(number),
	last: `${word(number + 5000)}stra`,
	birthday: `${1960 + (number % 41)}-${two(1 + (number % 12))}-${two(1 + (number % 28))}`,
	damaged: false,
	former: false,
	free: {},
	...changes,
});

/** So many people, numbered from `from`. */
export const staff = (count: number, from: number, changes: Partial<Worker> = {}): Worker[] =>
	Array.from({ length: count }, (_, index) => worker(from + index, changes));

export const companyName = (company: string): string => `Bedrijf ${company}`;
