import type { IExecuteFunctions } from 'n8n-workflow';
import {
	added,
	checked,
	choice,
	collection,
	names,
	number,
	picker,
	readAll,
	rows,
	several,
	text,
	toggle,
	wholeNumber,
} from '../../nodes/shared/parameters';
import { done } from '../../core/model/result';

const refusal = (problem: unknown, setting = 'Label'): object => ({
	ok: false,
	problem: { code: 'SETTING_INVALID', params: { setting, problem } },
});
const about = { displayName: 'Label', name: 'wire' };
const options = [
	{ name: 'First', value: 'a' },
	{ name: 'Second', value: 'b' },
];

describe('a text', () => {
	const one = text({ ...about, default: 'usual' });
	test.each([
		[' x ', 'x'],
		[12, '12'],
		['', ''],
		[null, ''],
		[undefined, ''],
	])('%p', (given, value) => {
		expect(one.parse(given)).toEqual(done(value));
	});
	test.each([[true], [{}], [[]], [Number.NaN]])('not %p', (given) => {
		expect(one.parse(given)).toMatchObject(refusal('it must be a text'));
	});
});

describe('a number', () => {
	const whole = wholeNumber({ ...about, default: 7, typeOptions: { minValue: 1, maxValue: 10 } });
	test.each([
		[1, 1],
		['10', 10],
		['', 7],
		[null, 7],
		[undefined, 7],
	])('%p', (given, value) => {
		expect(whole.parse(given)).toEqual(done(value));
	});
	// What was clamped, rounded or replaced in silence is refused.
	test.each([[0], [11], [1.5], ['x'], [true], [Number.NaN], [Infinity], [[]], [{}]])(
		'not %p',
		(given) => {
			expect(whole.parse(given)).toMatchObject(refusal('it must be a whole number from 1 to 10'));
		},
	);
	test('what only says how fast to read is never a reason to stop: the nearest, and 0 is the default', () => {
		const limits = { typeOptions: { minValue: 2, maxValue: 10 }, nearest: true };
		const whole = wholeNumber({ ...about, default: 7, ...limits });
		const given = [0, '0', -1, '', null, 1, 0.5, '4', 4.6, 11, '1000'];
		expect(given.map((value) => whole.parse(value))).toEqual(
			[7, 7, 7, 7, 7, 2, 2, 4, 5, 10, 10].map(done),
		);
		for (const odd of ['x', true, Number.NaN, Infinity, [], {}]) {
			expect(whole.parse(odd)).toMatchObject(refusal('it must be a whole number from 2 to 10'));
		}
		expect(number({ ...about, default: 7, ...limits }).parse(4.6)).toEqual(done(4.6));
		expect(whole.field).not.toHaveProperty('nearest');
	});
	test('limits of its own count instead of those of the panel, which shows only its own', () => {
		const hours = number({
			...about,
			default: 24,
			typeOptions: { minValue: 1 },
			limits: { above: 0, max: 744 },
		});
		expect(hours.parse(0.5)).toEqual(done(0.5));
		expect(hours.parse(0)).toMatchObject(refusal('it must be a number above 0 and at most 744'));
		expect(hours.field).toEqual({
			...about,
			type: 'number',
			default: 24,
			typeOptions: { minValue: 1 },
		});
	});
});

describe('yes or no, and a choice: nothing at all decides nothing', () => {
	const yes = toggle({ ...about, default: false });
	const one = choice({ ...about, options, default: 'a', also: ['old'] });
	test('what is taken', () => {
		expect([true, 'true', 'False', false].map((given) => yes.parse(given))).toEqual(
			[true, true, false, false].map(done),
		);
		expect(['a', ' b ', 'old'].map((given) => one.parse(given))).toEqual(
			['a', 'b', 'old'].map(done),
		);
	});
	test.each([[undefined], [null], [''], [1], ['ja'], [{}]])('not %p', (given) => {
		expect(yes.parse(given)).toMatchObject(refusal('it must be true or false'));
		expect(one.parse(given)).toMatchObject(refusal('choose one of First, Second'));
	});
	test('unless it is said what nothing at all means', () => {
		const no = toggle({ ...about, default: true, empty: false });
		const second = choice({ ...about, options, default: 'a', empty: 'b' });
		for (const nothing of [undefined, null, '', ' ']) {
			expect(no.parse(nothing)).toEqual(done(false));
			expect(second.parse(nothing)).toEqual(done('b'));
		}
		expect(no.parse('ja')).toMatchObject(refusal('it must be true or false'));
		expect(second.parse('c')).toMatchObject(refusal('choose one of First, Second'));
		for (const { field } of [no, second]) expect(field).not.toHaveProperty('empty');
	});
	test('what is taken but not shown stays out of the panel', () => {
		expect(one.field.options).toEqual(options);
	});
});

describe('several, and names', () => {
	const some = several({ ...about, options, default: [] });
	test.each([
		[
			['b', 'a'],
			['a', 'b'],
		],
		['b', ['b']],
		['a, b', ['a', 'b']],
		[[], []],
		[null, []],
	])('%p', (given, value) => {
		expect(some.parse(given)).toEqual(done(value));
	});
	test.each([[['c']], ['a,c'], [{}], [[['a']]]])('not %p', (given) => {
		expect(some.parse(given)).toMatchObject(refusal('choose from First, Second'));
	});
	test('names, each once', () => {
		expect(names(about).parse(['x, y', 'y', 3])).toEqual(done(['x', 'y', '3']));
		expect(names(about).parse({ a: 1 })).toMatchObject(refusal('it must be a list of names'));
	});
});

test('a picker gives the name that was chosen or typed', () => {
	const one = picker({ ...about, value: 'P', search: 'find', typed: { displayName: 'By Name' } });
	expect(one.parse({ __rl: true, mode: 'list', value: ' Q ' })).toEqual(done('Q'));
	expect(one.parse('Q')).toEqual(done('Q'));
	expect(one.parse(one.field.default)).toEqual(done('P'));
	expect(one.parse({ value: {} })).toMatchObject(refusal('it must be a text'));
});

describe('parameters within parameters', () => {
	const size = wholeNumber({ displayName: 'Size', name: 'pageSize', default: 5 });
	const which = choice({ displayName: 'Which', name: 'which', options, default: 'b' });
	const column = text({ displayName: 'Column', name: 'column', default: 'Stock' });

	test('a collection: what nobody added is the default, and an error has the label of its own', () => {
		const all = collection(about, { size, which });
		expect(all.parse({ pageSize: '9' })).toEqual(done({ size: 9, which: 'b' }));
		expect(all.parse('')).toEqual(done({ size: 5, which: 'b' }));
		expect(all.parse({ which: 'c' })).toMatchObject(refusal(expect.anything(), 'Which'));
		expect(all.parse('x')).toMatchObject(refusal(expect.stringContaining('an object')));
	});

	test('a collection of which only what was filled counts', () => {
		const some = added(about, { column });
		expect(some.parse({ column: ' Mail ' })).toEqual(done({ column: 'Mail' }));
		expect([{}, { column: '' }, null].map((given) => some.parse(given))).toEqual(
			[{}, {}, {}].map(done),
		);
	});

	test('rows: of the panel, one by itself, or a list; an error says which column of which row', () => {
		const table = rows({ ...about, row: { displayName: 'Row', name: 'lines' } }, { size, which });
		const row = { pageSize: 1, which: 'a' };
		const value = { size: 1, which: 'a' };
		for (const given of [{ lines: [row] }, { lines: row }, [row]]) {
			expect(table.parse(given)).toEqual(done([value]));
		}
		expect([{}, '', null].map((given) => table.parse(given))).toEqual([[], [], []].map(done));
		const wrong = { lines: [row, { ...row, pageSize: 'x' }] };
		expect(table.parse(wrong)).toMatchObject(refusal('row 2, Size: it must be a whole number'));
		expect(table.parse({ lines: ['x'] })).toMatchObject(refusal('row 1 is no row'));
		expect(table.parse('x')).toMatchObject(refusal('it must be a list of rows'));
	});

	test('all of a node, or the first problem; hidden ones are the default of the panel', () => {
		const context = {
			getNodeParameter: (name: string, item: number, preset: unknown) =>
				name === 'pageSize' ? item : preset,
		} as unknown as IExecuteFunctions;
		expect(readAll(context, { size, which }, 3)).toEqual(done({ size: 3, which: 'b' }));
		const never = checked(which, (_value, refuse) => refuse('not this'));
		expect(readAll(context, { never, size })).toMatchObject(refusal('not this', 'Which'));
	});
});
