import {
	answersOf,
	isAskableWord,
	mayBeAsked,
	NO_ANSWERS,
	readAnswers,
} from '../../../core/model/inbox';

const filter = (value: string, target: string, answer = 'map') => ({
	kind: 'filter',
	value,
	answer,
	target,
});
const lower = (value: string): string => value.trim().toLowerCase();

describe('the answers as a step gets them', () => {
	test('nothing is wired: there are none', () => {
		expect(readAnswers('')).toEqual(NO_ANSWERS);
		expect(readAnswers(undefined)).toEqual(NO_ANSWERS);
		expect(readAnswers([])).toEqual(NO_ANSWERS);
	});
	test.each([['not read'], [null], [{}], ['{"kind":'], [7]])(
		'%p is never "no answer"',
		(given: unknown) => {
			expect(readAnswers(given)).toEqual({ list: [], read: false, unreadable: 0 });
		},
	);
	test('a list, or its JSON; what is no answer is counted and does not count', () => {
		const list = [filter('holding', '42'), { kind: 'filter', value: 'x' }, 'map', filter('', '1')];
		for (const given of [list, JSON.stringify(list)]) {
			expect(readAnswers(given)).toEqual({
				list: [filter('holding', '42')],
				read: true,
				unreadable: 3,
			});
		}
	});
	test('one value in two spellings with two answers has none', () => {
		const torn = readAnswers([
			filter('Holding', '42'),
			filter('holding ', '43'),
			filter('Noord', '44'),
		]);
		expect([...answersOf(torn, 'filter', lower).keys()]).toEqual(['noord']);
		expect(answersOf(torn, 'group', lower).size).toBe(0);
	});
});

test.each([
	['misschien', true],
	['Afdeling 12', true],
	['Postcode 1234', true],
	['fenna@example.nl', false],
	['123456782', false],
	['1234.56.782', false],
	['NL91 ABNA 0417 1643 00', false],
	['twee\nregels', false],
	['   ', false],
	['x'.repeat(121), false],
])('%p may be asked: %p', (value, allowed) => {
	expect(mayBeAsked(value)).toBe(allowed);
});

test.each([
	['misschien', true],
	['alleen op vrijdag', true],
	['met ingang van maandag weer', false],
	['x'.repeat(31), false],
	['fenna@example.nl', false],
])('%p is a word that may travel: %p', (value, allowed) => {
	expect(isAskableWord(value)).toBe(allowed);
});
