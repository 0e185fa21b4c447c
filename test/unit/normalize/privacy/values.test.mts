import fc from 'fast-check';
import { ColumnWatch, type PrivateKind } from '../../../../core/normalize/privacy';

/** Made-up numbers that pass or fail the checks; nobody's. */
const BSN = ['123456782', '111222333', '010000070', '999999990', '100000009'];
const IBAN = 'NL91ABNA0417164300';

const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
const passes = (digits: string): boolean =>
	Number(digits) > 0 &&
	[...digits].reduce((sum, digit, at) => sum + Number(digit) * (weights[at] ?? 0), 0) % 11 === 0;

const verdict = (
	values: unknown[],
	people = values.map((_, at) => `p${at}`),
): PrivateKind | null => {
	const watch = new ColumnWatch();
	for (const [at, value] of values.entries()) watch.look(value, people[at] ?? null);
	return watch.verdict();
};

/** The same pseudo-random nine-digit numbers each time; like another system's personnel numbers. */
function numbers(count: number, seed: number): string[] {
	let state = seed;
	return Array.from({ length: count }, () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return String(100_000_000 + (state % 900_000_000));
	});
}

const nineDigits = fc.integer({ min: 1, max: 999_999_999 }).map((n) => String(n).padStart(9, '0'));
const serviceNumber = nineDigits.filter(passes).filter((digits) => !/^0?[012]\d{7}$/.test(digits));

describe('a citizen service number', () => {
	test.each(BSN)('%s passes the 11-test', (digits) => {
		expect(passes(digits)).toBe(true);
		expect(verdict([digits])).toBe('BSN');
	});

	test.each<[string, unknown]>([
		['as a number', 123_456_782],
		['as a number that lost its zero', 10_000_070],
		['with the zero dropped', '10000070'],
		['with dots', '1234.56.782'],
		['in threes', '123 456 782'],
		['with dashes', '123-456-782'],
		['spread out', '1 2 3 4 5 6 7 8 2'],
		['with spaces that do not break', '123\u00a0456\u00a0782'],
		['with invisible characters', '123\u200b456\u200b782'],
		['in wide digits', '１２３４５６７８２'],
		['with decimals', '123456782,00'],
		['in a sentence', 'BSN: 123456782'],
		['between letters', 'NL123456782B01'],
		['beside a date', '123456782 01-02-1990'],
		['before a date', '1990-02-01, 123.456.782'],
		['beside another number', '0612345678 / 123456782'],
		['two in one field', '123456789 | 123456782'],
		['in Arabic digits', '١٢٣٤٥٦٧٨٢'],
		['in Devanagari digits', '१२३४५६७८२'],
		['with other dashes', '123–456−782'],
		['with thousands marks', '123,456,782'],
		['in three columns', '123|456|782'],
		['filled up to twelve', '000123456782'],
		['beside an identifier', '3F2504E0-4F89-11D3-9A0C-0305E82C3301 123456782'],
	])('%s', (_name, value) => {
		expect(verdict([value])).toBe('BSN');
	});

	test.each<[string, unknown]>([
		['a number that fails', '123456789'],
		['ten digits', '1234567820'],
		['a telephone number', '0612345678'],
		['a date', '1985-04-12'],
		['a Dutch date', '12-04-1985'],
		['a date without signs', '19850412'],
		['an amount', 1234.56],
		['an amount as text', '100000.70'],
		['an amount with four decimals', '1250.0100'],
		['two years', '2024-2025'],
		['a telephone number in ten digits', '0123456782'],
		['an identifier', '10000070-4F89-11D3-9A0C-0305E82C3301'],
		['an identifier of digits', '12345678-1234-5678-1234-567812345678'],
		['zeros', '000000000'],
		['words', 'Afdeling Verkoop, tweede verdieping'],
		['nothing', null],
		['yes', true],
	])('not %s', (_name, value) => {
		expect(verdict([value])).toBeNull();
	});

	test('whatever the number, its spelling and the text around it', () => {
		const spelled = fc.tuple(
			serviceNumber,
			fc.constantFrom<(digits: string) => unknown>(
				(digits) => digits,
				(digits) => Number(digits),
				(digits) => digits.replace(/^0(?!0)/, ''),
				(digits) => digits.replace(/(...)(...)(...)/, '$1 $2 $3'),
				(digits) => digits.replace(/(....)(..)(...)/, '$1.$2.$3'),
				(digits) => `nr. ${digits} (oud)`,
			),
		);
		fc.assert(
			fc.property(spelled, ([digits, spell]) => {
				fc.pre(Number(digits) >= 30_000_000);
				expect(verdict([spell(digits)])).toBe('BSN');
			}),
		);
	});
});

describe('a bank account', () => {
	test.each([
		IBAN,
		'nl91abna0417164300',
		'NL91 ABNA 0417 1643 00',
		'NL91-ABNA-0417-1643-00',
		'IBAN NL91 ABNA 0417 1643 00 t.n.v. N. Testen',
		'rekeningNL91ABNA0417164300',
		'DE89 3704 0044 0532 0130 00',
		'GB29 NWBK 6016 1331 9268 19',
		'BE68539007547034',
	])('%s', (value) => {
		expect(verdict([value])).toBe('IBAN');
	});

	test.each([
		'NL92ABNA0417164300',
		'NL91ABNA041716430',
		'XX91ABNA0417164300',
		'3F2504E0-4F89-11D3-9A0C-0305E82C3301',
	])('not %s', (value) => {
		expect(verdict([value])).toBeNull();
	});

	test('one that everybody shares is one all the same', () => {
		expect(verdict(Array(500).fill(IBAN))).toBe('IBAN');
	});
});

describe('a column as a whole', () => {
	test('identifiers of a system are neither, however many', () => {
		const one = (seed: number): string =>
			numbers(4, seed)
				.map((number) => Number(number).toString(16).padStart(8, '0'))
				.join('')
				.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
		const all = Array.from({ length: 3000 }, (_, seed) => one(seed * 7919 + 3));
		for (let at = 0; at < all.length; at += 30) expect(verdict(all.slice(at, at + 30))).toBeNull();
	});

	test('one cell among thousands of words gives it away', () => {
		const texts = Array.from({ length: 5000 }, (_, at) => `Medewerker ${at}`);
		expect(verdict([...texts, 'bsn is 123456782'])).toBe('BSN');
		expect(verdict([...texts, 123_456_782])).toBe('BSN');
	});

	test('where the text says it, no statistics count', () => {
		expect(verdict([...numbers(1000, 1), 'BSN 123456782'])).toBe('BSN');
	});

	test('other nine-digit numbers stay, though one in eleven passes', () => {
		const withheld = Array.from({ length: 300 }, (_, seed) =>
			verdict(numbers(200, seed * 7919 + 1)),
		).filter((kind) => kind !== null).length;
		// Three standard deviations: under 1 in 100.
		expect(withheld).toBeLessThanOrEqual(6);
		expect(numbers(200, 1).filter(passes).length).toBeGreaterThan(8);
	});

	test('numbers of a tenth of the people are found among other numbers', () => {
		const real = numbers(20_000, 3).filter(passes).slice(0, 100);
		expect(real).toHaveLength(100);
		expect(verdict([...numbers(900, 5), ...real])).toBe('BSN');
	});

	test('a column of them with typing errors is one', () => {
		const real = numbers(20_000, 3).filter(passes).slice(0, 100);
		expect(verdict(real.map((digits, at) => (at % 4 === 0 ? '123456789' : digits)))).toBe('BSN');
	});

	test('a code that more than five people share identifies nobody', () => {
		expect(verdict(Array(200).fill('10000070'))).toBeNull();
		expect(verdict(Array(5).fill('10000070'))).toBe('BSN');
		// One person with a row for each contract is one person.
		expect(verdict(Array(200).fill('10000070'), Array(200).fill('p1'))).toBe('BSN');
	});

	test('where nobody knows whose row it is, sharing says nothing', () => {
		expect(verdict(Array(200).fill('10000070'), [])).toBe('BSN');
	});

	test('the key of the people is one only beyond doubt', () => {
		const watch = (values: string[]): boolean => {
			const column = new ColumnWatch();
			for (const value of values) column.look(value, value);
			return column.surelyServiceNumbers;
		};
		expect(watch(numbers(1000, 9))).toBe(false);
		expect(watch(['123456782'])).toBe(false);
		const real = numbers(20_000, 3).filter(passes);
		expect(watch(real.slice(0, 2))).toBe(false);
		expect(watch(real.slice(0, 3))).toBe(true);
		expect(watch([...real.slice(0, 3), '123456789'])).toBe(false);
		expect(watch(real.slice(0, 6))).toBe(true);
	});

	test('never throws, whatever a cell holds', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.anything())),
				(values) => {
					expect([null, 'BSN', 'IBAN']).toContain(verdict(values));
				},
			),
		);
	});
});
