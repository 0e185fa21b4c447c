import { EMPTY_FORM, readForm } from '../../../core/approval/form';

describe('reading the form', () => {
	const fields = (given: Record<string, string[]>) => new Map(Object.entries(given));

	test('choices of other pages travel along; an emptied box takes a row back in', () => {
		const form = readForm(
			fields({
				carried: [
					JSON.stringify([
						['a', 'old'],
						['b', 'other page'],
					]),
				],
				excluded: ['c'],
				'reason:c': [' new '],
			}),
			['a', 'c'],
		);
		expect([...form.exclusions]).toEqual([
			['b', 'other page'],
			['c', 'new'],
		]);
	});

	test('ten thousand rows at once', () => {
		const ids = Array.from({ length: 10_000 }, (_, index) => `create-nmbrs-${index}`);
		expect(readForm(fields({ excluded: ids })).exclusions.size).toBe(10_000);
	});

	test.each(['[[', '{}', '[["a"]]', '[[1,2]]', 'null'])(
		'a broken list %s is noticed',
		(carried) => {
			expect(readForm(fields({ carried: [carried] })).damaged).toBe(true);
		},
	);

	test('nothing but the three buttons is a decision', () => {
		for (const decision of ['Approve', 'approved', '', 'yes', '__proto__']) {
			expect(readForm(fields({ decision: [decision] })).decision).toBeNull();
		}
		expect(readForm(fields({}))).toEqual(EMPTY_FORM);
	});
});
