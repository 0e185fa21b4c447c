import { emailKey, fullNameKey, placeholderBirthdays } from '../../../core/identity/keys';
import { compare } from '../../../core/identity/likeness';
import type { Traits } from '../../../core/identity/likeness';
import { indexPeople } from '../../../core/identity/people';
import { held, person, range } from '../../support/people.mts';

/** Keys in one spelling, and what they say of two records. */

const noor: Traits = {
	external_id: 'nmbrs-1',
	email: 'noor@example.nl',
	birthday: '1990-05-17',
	first_name: 'Noor',
	prefix: 'van der',
	last_name: 'Berg',
	number: null,
};
const as = (changes: Partial<Traits>): Traits => ({ ...noor, external_id: 'nmbrs-2', ...changes });
const never = (): boolean => false;

describe('verdict', () => {
	test.each<[string, Partial<Traits>, string]>([
		['the same address and birthday', {}, 'same'],
		['initials agree with a first name', { first_name: 'N.A.' }, 'same'],
		['a married name', { last_name: 'Anders', prefix: null }, 'same'],
		['a prefix in the name', { last_name: 'Van der Berg', prefix: null }, 'same'],
		['a twin', { first_name: 'Anna' }, 'likely'],
		['no birthday, one name', { birthday: null, last_name: 'Anders' }, 'likely'],
		['nothing but the address', { birthday: null, first_name: null, last_name: null }, 'unsure'],
		['another birthday', { birthday: '1991-01-01' }, 'other'],
		['both names differ', { first_name: 'Bram', last_name: 'Bakker' }, 'other'],
		['another address, the rest agrees', { email: 'new@example.nl' }, 'likely'],
		['another address, no birthday', { email: 'new@example.nl', birthday: null }, 'unsure'],
		['another address and first name', { email: 'new@example.nl', first_name: 'Anna' }, 'other'],
		[
			'under one id, a corrected birthday',
			{ external_id: 'nmbrs-1', birthday: '1991-05-17' },
			'same',
		],
		[
			'under one id, birthday and both names differ',
			{ external_id: 'nmbrs-1', birthday: '1991-05-17', first_name: 'Bram', last_name: 'Bakker' },
			'other',
		],
	])('%s', (_name, changes, verdict) => {
		expect(compare(noor, as(changes), never).verdict).toBe(verdict);
	});

	test('a placeholder is no birthday, for and against', () => {
		const two = as({ birthday: '1900-01-01', first_name: 'Bram', last_name: 'Bakker' });
		const one = { ...noor, birthday: '1900-01-01' };
		expect(compare(one, two, (day) => day === '1900-01-01').verdict).toBe('other');
		expect(
			compare(one, as({ birthday: '1900-01-01' }), (day) => day === '1900-01-01').verdict,
		).toBe('likely');
	});
});

describe('keys', () => {
	test.each([
		['a zero-width character', 'jan\u200b@example.nl', 'jan@example.nl'],
		['NFD and NFC', 'andre\u0301@example.nl', 'andr\u00e9@example.nl'],
		['a domain in Unicode and in ASCII', 'a@m\u00fcller.example', 'a@xn--mller-kva.example'],
		['case and spaces', ' A@Example.NL ', 'a@example.nl'],
	])('%s', (_name, one, other) => {
		expect(emailKey(one)).toBe(emailKey(other));
	});

	test('names without case, accents, apostrophes and prefixes', () => {
		const key = fullNameKey({ first_name: 'Ren\u00e9e', prefix: "'t", last_name: 'Hart' });
		expect(fullNameKey({ first_name: 'RENEE', prefix: null, last_name: '\u2019t  hart' })).toBe(
			key,
		);
		expect(fullNameKey({ first_name: null, prefix: null, last_name: 'Hart' })).toBeNull();
	});

	test('a birthday that more people share than chance allows is nobody\u2019s', () => {
		const shared = range(1, 12).map((number) => person(number, { birthday: '1985-01-01' }));
		expect(placeholderBirthdays(shared)('1985-01-01')).toBe(true);
		expect(placeholderBirthdays(shared.slice(0, 3))('1985-01-01')).toBe(false);
		// A dozen records of one person are one person.
		const one = shared.map((record) => ({ ...record, first_name: 'Noor', last_name: 'Berg' }));
		expect(placeholderBirthdays(one)('1985-01-01')).toBe(false);
	});
});

describe('duplicates', () => {
	const email = 'x@example.nl';

	test('a held record counts, an ended one does not', () => {
		const one = person(1, { email });
		const lacks = held(2, 'NAME_MISSING', 'first_name', { email, first_name: null });
		const ended = person(3, { email, status: 'ended' });
		const { duplicates } = indexPeople([one, lacks, ended]);
		expect([...duplicates]).toEqual([[one, { code: 'DUPLICATE_EMAIL', count: 2 }]]);
		expect(indexPeople([lacks, ended]).duplicates.size).toBe(0);
	});

	test('the held old record of a person who goes on is no second one', () => {
		const one = person(1, { email, start_date: '2026-11-01' });
		const before = { ...one, external_id: 'nmbrs-9', status: 'held' as const };
		const old = { ...before, start_date: '2020-01-01', end_date: '2026-10-31' };
		expect(indexPeople([one, old]).duplicates.size).toBe(0);
		const reversed = { ...old, start_date: '2026-11-01' };
		expect(indexPeople([one, reversed]).duplicates.size).toBe(1);
	});
});
