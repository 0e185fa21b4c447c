import { groupBy } from '../../core/model/collect';
import { groupRows } from '../../nodes/Afas/employee/records';
import { newest } from '../../nodes/shared/source/rows';

/** What both vendors do with rows before they are people. */

describe('the newest row', () => {
	const row = (start: string | null, name: string) => ({ start, name });
	const nameOf = (rows: ReadonlyArray<ReturnType<typeof row>>) =>
		newest(rows, ({ start }) => start)?.name ?? null;

	test('has the highest key; rows without one never count', () => {
		expect(nameOf([row('2025', 'a'), row('2026', 'b'), row(null, 'c'), row('2024', 'd')])).toBe(
			'b',
		);
		expect(nameOf([row(null, 'c')])).toBeNull();
		expect(nameOf([])).toBeNull();
	});

	test('of two with the same key it is the later one: corrections are appended', () => {
		expect(nameOf([row('2025', 'first'), row('2025', 'corrected')])).toBe('corrected');
		expect(newest([1, 2], () => 0)).toBe(2);
	});
});

test('groups keep the order in which rows came, and lose nobody', () => {
	const rows = ['b1', 'a1', '-', 'b2', '-'].map((text) => ({ text }));
	const groups = groupBy(rows, ({ text }) => (text === '-' ? null : (text[0] ?? '')));
	expect([...groups].map(([key, group]) => [key, group.map(({ text }) => text)])).toEqual([
		['b', ['b1', 'b2']],
		['a', ['a1']],
	]);
	const keyed = ['b', 'a', null, 'b', null].map((key) => ({ key }));
	expect(groupRows(keyed, 'key').map((group) => group.length)).toEqual([2, 1, 1, 1]);
});
