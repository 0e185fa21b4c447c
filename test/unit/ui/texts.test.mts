import { inPlural } from '../../../core/issues/text';
import { isKey, texts } from '../../../core/ui/texts';

const TABLE = {
	plain: ['Nothing', 'Niets'],
	hello: ['Hello {name}, {count} times', 'Hallo {name}, {count} keer'],
	short: ['Only {name}', 'Alleen {name}'],
} as const;
const say = texts(TABLE);

describe('texts', () => {
	test('a text is said in the language, with its places filled', () => {
		expect(say('en')('plain')).toBe('Nothing');
		expect(say('nl')('hello', { name: 'x', count: 2 })).toBe('Hallo x, 2 keer');
	});

	test('a value with a place in it is not filled again, and stands on one line', () => {
		const params = { name: '{count}\r\n- a line of ours?', count: 2 };
		expect(say('en')('hello', params)).toBe('Hello {count} - a line of ours?, 2 times');
	});

	test('one and several have words of their own', () => {
		const rows = texts({
			rows: ['{count} {count|row is|rows are} wrong', '{count} {count|rij is|rijen zijn} fout'],
		} as const);
		expect(rows('en')('rows', { count: 1 })).toBe('1 row is wrong');
		expect(rows('nl')('rows', { count: '1.200' })).toBe('1.200 rijen zijn fout');
		expect(rows('nl')('rows', { count: 0 })).toBe('0 rijen zijn fout');
		// @ts-expect-error the number is missing
		expect(rows('nl')('rows')).toBe('{count} {count|rij is|rijen zijn} fout');
		expect(inPlural('{count} {count|row|rows} of {name}')).toBe('{count} rows of {name}');
	});

	test('a special case has words of its own for some keys', () => {
		const other = texts(TABLE, { plain: ['No file', 'Geen bestand'] });
		expect(other('nl')('plain')).toBe('Geen bestand');
		expect(other('nl')('short', { name: 'x' })).toBe('Alleen x');
	});

	test('a key from elsewhere is known only if it is in the table', () => {
		expect(isKey(TABLE, 'plain')).toBe(true);
		expect(isKey(TABLE, 'constructor')).toBe(false);
	});

	/** The types are the test (tsconfig.check.json): each of these would be a text with a hole. */
	test('a missing place, an unknown place and an unknown key do not compile', () => {
		const t = say('en');
		const either = (key: 'hello' | 'short'): string => t(key, { name: 'x', count: 1 });
		expect(either('short')).toBe('Only x');
		// @ts-expect-error no place is filled
		expect(t('hello')).toContain('{name}');
		// @ts-expect-error one place is missing
		expect(t('hello', { name: 'x' })).toContain('{count}');
		// @ts-expect-error one place too many
		expect(t('short', { name: 'x', count: 1 })).toBe('Only x');
		// @ts-expect-error a text without places takes none
		expect(t('plain', { name: 'x' })).toBe('Nothing');
		// @ts-expect-error which of the two is not known, so both want their places
		expect(((key: 'hello' | 'short') => t(key, { name: 'x' }))('short')).toBe('Only x');
		// @ts-expect-error no such key
		expect(() => t('other')).toThrow();
	});
});
