import { readNumber, readYesNo } from '../../../../core/normalize/mapping';

describe('yes and no, and numbers', () => {
	test.each(['ja', 'yes', 'true', 'waar', '1', 'j', 'y', 'x', ' JA ', 'Yes', true, 1])(
		'%p is yes',
		(text) => {
			expect(readYesNo(text)).toBe(true);
		},
	);
	test.each(['nee', 'no', 'false', 'onwaar', '0', 'n', ' NEE ', false, 0])('%p is no', (text) => {
		expect(readYesNo(text)).toBe(false);
	});
	test.each(['maybe', 'ja/nee', '2', 2, '-', {}, ['ja'], 'jaa'])('%p is neither', (text) => {
		expect(readYesNo(text)).toBeNull();
	});

	test.each([
		[25, 25],
		[0, 0],
		['0', 0],
		['25', 25],
		['25,50', 25.5],
		['25.50', 25.5],
		['1.234,56', 1234.56],
		['1,234.56', 1234.56],
		['1.234.567', 1234567],
		['0.125', 0.125],
		[' 12 ', 12],
		['1234,5', 1234.5],
		['-3', -3],
	])('%p is %p', (given, expected) => {
		expect(readNumber(given)).toBe(expected);
	});
	test.each([
		'1.250',
		'1,250',
		'€ 25',
		'25 EUR',
		'1.2.3',
		'x',
		Number.NaN,
		Infinity,
		{},
		'1e3',
		'0x10',
	])('%p is not one clear number', (given) => {
		expect(readNumber(given)).toBeNull();
	});
});
