import {
	compileValue,
	describeSource,
	reader,
	Unreadable,
	type Evaluate,
} from '../../../../core/normalize/mapping';

const never: Evaluate = () => {
	throw new Error('n8n must not be asked');
};

const read = (raw: unknown, record: Record<string, unknown>): unknown => {
	const compiled = reader(compileValue(raw));
	return compiled === null ? 'nothing mapped' : compiled(record, 0, never);
};

const record = {
	a: { b: { c: 1, 'x y': 2 } },
	'e-mail': 'x@y',
	list: [10, { k: 'v' }],
	text: 'abc',
	zero: 0,
	no: false,
	blank: '',
	nothing: null,
	é: 'accent',
	class: 'word',
	length: 9,
};

describe('what a drag makes becomes a native accessor', () => {
	const table: Array<[string, unknown]> = [
		['={{ $json.a.b.c }}', 1],
		['={{$json.a.b.c}}', 1],
		['={{   $json . a . b . c   }}', 1],
		['={{\n$json.a.b.c\n}}', 1],
		['={{ $json.a.b["x y"] }}', 2],
		["={{ $json.a.b['x y'] }}", 2],
		["={{ $json['a']['b'].c }}", 1],
		['={{ $json[ "a" ].b.c }}', 1],
		['={{ $json["e-mail"] }}', 'x@y'],
		['={{ $json.list[0] }}', 10],
		['={{ $json.list[1].k }}', 'v'],
		['={{ $json.list["1"].k }}', 'v'],
		['={{ $json.a?.b?.c }}', 1],
		['={{ $json?.a?.["b"]?.c }}', 1],
		['={{ $json.é }}', 'accent'],
		['={{ $json.class }}', 'word'],
		['={{ $json.length }}', 9],
		['={{ $json.text.length }}', 3],
		['={{ $json.text[0] }}', 'a'],
		['={{ $json.zero }}', 0],
		['={{ $json.no }}', false],
		['={{ $json.blank }}', ''],
		['={{ $json.nothing }}', null],
		['={{ $json.missing }}', undefined],
		['={{ $json.missing.deeper.still }}', undefined],
		['={{ $json.nothing.deeper }}', undefined],
		['={{ $json.missing?.deeper }}', undefined],
		['={{ $json.zero.deeper }}', undefined],
	];
	test.each(table)('%s', (raw, value) => {
		expect(compileValue(raw).kind).toBe('path');
		expect(read(raw, record)).toEqual(value);
	});

	test('a chain of || or ?? is native too, and literals are constants', () => {
		expect(read('={{ $json.blank || $json.text }}', record)).toBe('abc');
		expect(read('={{ $json.blank ?? $json.text }}', record)).toBe('');
		expect(read('={{ $json.nothing ?? $json.missing ?? $json.zero }}', record)).toBe(0);
		expect(read('={{ $json.missing || "nl" }}', record)).toBe('nl');
		expect(read("={{ $json.missing ?? 'it\\'s' }}", record)).toBe("it's");
		expect(read('={{ "fixed" }}', record)).toBe('fixed');
		expect(read('={{ $json.missing.deeper ?? $json.text }}', record)).toBeUndefined();
		expect(read('={{ $json.missing?.deeper ?? $json.text }}', record)).toBe('abc');
	});
});

test('a field chosen in the panel is a path too, without the braces', () => {
	expect(read('$json.a.b.c', record)).toBe(1);
	expect(read('$json.blank || $json.text', record)).toBe('abc');
	expect(compileValue('$json is a word').kind).toBe('constant');
	expect(compileValue('$jsonText').kind).toBe('constant');
});

describe('constants', () => {
	test.each([
		['nl', 'nl'],
		['=nl', 'nl'],
		[' ={{ $json.text }}', ' ={{ $json.text }}'],
		[25, 25],
		[true, true],
	])('%p stays as it is', (raw, value) => {
		expect(compileValue(raw).kind).toBe('constant');
		expect(read(raw, record)).toBe(value);
	});

	test.each([null, undefined, ''])('%p maps nothing', (raw) => {
		expect(read(raw, record)).toBe('nothing mapped');
	});
});

describe('everything else goes to n8n', () => {
	test.each([
		'={{ $json.text.toUpperCase() }}',
		'={{ $json.text }} ',
		'= {{ $json.text }}',
		'={{ $json.text }}\n',
		'={{ $json.text }}{{ $json.zero }}',
		'=Hello {{ $json.text }}',
		'={{ $json.e-mail }}',
		'={{ $json.a + $json.zero }}',
		'={{ $json.a || $json.b ?? $json.c }}',
		'={{ $json.a ? 1 : 2 }}',
		'={{ $json[`text`] }}',
		'={{ $json.list[-1] }}',
		'={{ $json.list[01] }}',
		'={{ $json.list[$json.zero] }}',
		'={{ $json["a\\u0062"] }}',
		'={{ $("Node").item.json.text }}',
		'={{ $now }}',
		'={{ $jsonText }}',
		'={{ $json.text; }}',
		'={{ $json.__proto__ }}',
		'={{ $json["__proto__"] }}',
		'={{ $json.constructor }}',
		'={{ $json.constructorName }}',
		'={{ $json.prototype.x }}',
		'={{ }}',
		'={{}}',
		'={{ $json.text',
		'={{ {{ $json.text }} }}',
	])('%s', (raw) => {
		expect(compileValue(raw)).toEqual({ kind: 'expression', expression: raw });
	});

	test('the evaluator gets the raw expression and the index of the item', () => {
		const asked: unknown[] = [];
		const compiled = reader(compileValue('={{ $json.text.trim() }}'));
		const value = compiled?.(record, 7, (expression, index) => {
			asked.push(expression, index);
			return 'answer';
		});
		expect(value).toBe('answer');
		expect(asked).toEqual(['={{ $json.text.trim() }}', 7]);
	});
});

describe('only own properties are read', () => {
	test.each(['toString', 'hasOwnProperty', 'valueOf', 'map', 'slice', 'at'])('%s', (name) => {
		expect(read(`={{ $json.${name} }}`, record)).toBeUndefined();
		expect(read(`={{ $json.list.${name} }}`, record)).toBeUndefined();
		expect(read(`={{ $json.${name} }}`, { [name]: 'own' })).toBe('own');
	});

	test('a column that is called like a prototype is never followed', () => {
		const hostile = JSON.parse('{"__proto__":{"polluted":"yes"},"a":1}') as Record<string, unknown>;
		expect(read('={{ $json.polluted }}', hostile)).toBeUndefined();
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});
});

test('a mapping is described the way a person knows it', () => {
	const shown = (raw: unknown): string => describeSource(compileValue(raw));
	expect(shown('={{ $json.company.name }}')).toBe('company.name');
	expect(shown("={{ $json.extraFields['Alleo access'] }}")).toBe('extraFields["Alleo access"]');
	expect(shown('={{ $json.list[0].k }}')).toBe('list[0].k');
	expect(shown('={{ $json.a ?? $json.b }}')).toBe('a, else b');
	expect(shown('={{ $json.a.trim() }}')).toBe('{{ $json.a.trim() }}');
	expect(shown('nl')).toBe('(fixed value)');
	expect(new Unreadable('EXPRESSION_FAILED').code).toBe('EXPRESSION_FAILED');
});
