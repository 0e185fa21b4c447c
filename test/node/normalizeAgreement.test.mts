import { Workflow, type INode, type INodeTypes } from 'n8n-workflow';
import { compileValue, reader } from '../../core/normalize/mapping';

/** The native accessor and n8n's own evaluator give the same answer, missing intermediates included. */

const node: INode = {
	id: '1',
	name: 'Normalize',
	type: 'test.node',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const type = { description: { properties: [], inputs: ['main'], outputs: ['main'] } };
const nodeTypes = {
	getByName: () => type,
	getByNameAndVersion: () => type,
	getKnownTypes: () => ({}),
} as unknown as INodeTypes;
const workflow = new Workflow({
	id: 'w',
	name: 'w',
	active: false,
	nodeTypes,
	nodes: [node],
	connections: {},
	settings: {},
});

const json = {
	a: { b: { c: 1, 'x y': 2 }, nothing: null, list: [[1, 2], { k: 'v' }] },
	'e-mail': 'x@y',
	'x y': { z: 5 },
	list: [10, { k: 'v' }, null],
	text: 'abc',
	zero: 0,
	no: false,
	blank: '',
	nothing: null,
	length: 9,
	name: 'own',
	é: 'accent',
	$dollar: 1,
	_under: 2,
	class: 'word',
	'a"b': 'quote',
	'0': 'digit',
	date: '1990-05-04T00:00:00Z',
};

const n8n = (raw: string): unknown =>
	workflow.expression.getParameterValue(raw, null, 0, 0, 'Normalize', [{ json }], 'manual', {});

const native = (raw: string): unknown => {
	const compiled = compileValue(raw);
	expect(['path', 'chain', 'constant']).toContain(compiled.kind);
	return reader(compiled)?.(json, 0, () => {
		throw new Error('n8n must not be asked');
	});
};

const paths = [
	'$json',
	'$json.text',
	'$json.zero',
	'$json.no',
	'$json.blank',
	'$json.nothing',
	'$json.missing',
	'$json.missing.deeper',
	'$json.missing.deeper.still',
	'$json.nothing.deeper',
	'$json.zero.deeper',
	'$json.zero.deeper.still',
	'$json.text.deeper.still',
	'$json.a',
	'$json.a.b',
	'$json.a.b.c',
	'$json.a.b["x y"]',
	"$json.a['b'].c",
	'$json["a"]["b"]["c"]',
	'$json.a.nothing',
	'$json.a.nothing.x',
	'$json.a.list[0][1]',
	'$json.a.list[1].k',
	'$json.a.list[9]',
	'$json.a.list[9].k',
	'$json.list[0]',
	'$json.list[1].k',
	'$json.list[2].k',
	'$json.list["1"].k',
	'$json.list.length',
	'$json.text.length',
	'$json.text[0]',
	'$json.text[9]',
	'$json.length',
	'$json.name',
	'$json.missing?.deeper',
	'$json.missing?.deeper.still',
	'$json.missing.deeper?.still',
	'$json.a?.b?.c',
	'$json?.a.b.c',
	'$json.a?.missing.c',
	'$json.a?.["b"]?.c',
	'$json?.["e-mail"]',
	'$json["e-mail"]',
	'$json["x y"].z',
	"$json['x y']['z']",
	'$json["a\\"b"]',
	'$json[0]',
	'$json["0"]',
	'$json.é',
	'$json.$dollar',
	'$json._under',
	'$json.class',
	'$json . a . b . c',
	'$json [ "a" ] . b [ "c" ]',
	'$json.date',
	'$json.a || $json.text',
	'$json.blank || $json.text',
	'$json.blank ?? $json.text',
	'$json.nothing ?? $json.text',
	'$json.missing || $json.nothing',
	'$json.nothing || $json.missing',
	'$json.missing ?? $json.nothing ?? $json.zero',
	'$json.zero || $json.no || $json.blank',
	'$json.missing.deeper || $json.text',
	'$json.missing.deeper ?? $json.text',
	'$json.missing?.deeper ?? $json.text',
	'$json.text ?? $json.missing.deeper',
	'$json.missing ?? "fixed"',
	"$json.missing || 'fixed'",
	'$json.missing ?? 12.5',
	'$json.missing ?? null',
	'$json.missing ?? false',
	'"fixed"',
	"'it\\'s'",
	'12',
];

describe('accessor and evaluator agree', () => {
	const spaced = paths.flatMap((path) => [`={{ ${path} }}`, `={{${path}}}`, `={{\n\t${path}  }}`]);
	test.each(spaced)('%j', (raw) => {
		expect(native(raw)).toEqual(n8n(raw));
	});

	test.each(['=', '=abc', '=12', '=} text', 'plain'])('text without an expression: %j', (raw) => {
		expect(native(raw)).toEqual(n8n(raw));
	});

	test('a name that n8n refuses is left to n8n', () => {
		for (const key of [
			'__proto__',
			'constructor',
			'prototype',
			'mainModule',
			'caller',
			'binding',
		]) {
			const raw = `={{ $json.${key} }}`;
			expect(compileValue(raw).kind).toBe('expression');
			expect(() => n8n(raw)).toThrow();
		}
	});

	test('a method without a call: n8n refuses, the accessor carries nothing', () => {
		expect(() => n8n('={{ $json.text.trim }}')).toThrow('this is a function');
		expect(native('={{ $json.text.trim }}')).toBeUndefined();
	});
});
