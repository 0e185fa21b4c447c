import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { readBuilt } from '../support/built.mts';
import { draw, NODE } from '../support/canvas.mts';
import type { Box, Canvas } from '../support/canvas.mts';
import { crossings, hidden } from '../support/crossings.mts';
import { ROOT } from '../support/paths.mts';
import { readWorkflow } from '../support/templates.mts';

/** What a person sees who opens a template in n8n 2.41, in a window of 1,600 x 1,000. */

const GRID = 16;

/** The canvas in that window at zoom 1, without n8n's menu, header and log bar: 1,558 x 898. */
const WINDOW = { width: 1536, height: 896 };
/** Workflows that stand once on an n8n may be larger: n8n opens them at a zoom of 0.6, still readable. */
const ONCE = { width: 2160, height: 1248 };

/** Workflows of which there is one for each customer. */
const isCustomers = (name: string): boolean => /-(daily-sync|salary-leave|budgets)$/.test(name);
const MOST_NODES = 14;

/**
 * Nodes whose own wires cross right behind them. n8n runs the topmost target of a node first, and the
 * order of the ports is that of the safe branch first. So what has to come first stands above, and its
 * wire comes from below.
 */
const TURNED: Record<string, string> = {
	'Compare with Alleo': 'the plan is told, and what is ready is applied, before the review waits',
	Desk: 'a plan is kept before anybody gets its address',
	...Object.fromEntries(
		['Read NMBRS employees', 'Read AFAS employees', 'Read employee file'].map((reader) => [
			reader,
			'what Alleo has is read before the mapping, whose Preview says who changes',
		]),
	),
	'Review and approve': 'what it hands on stands above it, for the order of the node before',
};

/**
 * Nodes whose own wires cross right before them, for the same reason: the order of its inputs is not the
 * order in which what they come from has to run.
 */
const MET: Record<string, string> = {
	'Compare with Alleo': 'Alleo is read first, so that the Preview of the mapping says who changes',
};

const own = new Map<string, INodeTypeDescription>();

beforeAll(() => {
	for (const { description } of readBuilt().nodes) {
		own.set(`n8n-nodes-alleo.${description.name}`, description);
	}
});

const meets = (one: Box, other: Box): boolean =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;

const names = readdirSync(path.join(ROOT, 'workflows'))
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replace('.json', ''));

describe.each(names)('the canvas of workflows/%s.json', (name) => {
	const template = readWorkflow(name);
	let canvas: Canvas;

	beforeAll(() => {
		canvas = draw(template, own);
	});

	test('no node covers another, or its name', () => {
		const nodes = [...canvas.nodes.values()];
		const covered = nodes.flatMap((one, index) =>
			nodes
				.slice(index + 1)
				.filter(
					(other) =>
						meets(one.body, other.body) ||
						meets(one.body, other.label) ||
						meets(one.label, other.body) ||
						meets(one.label, other.label),
				)
				.map((other) => `${one.name} / ${other.name}`),
		);
		expect(covered).toEqual([]);
	});

	test('every node stands inside the note of its section', () => {
		const outside = [...canvas.nodes.values()].filter(
			({ body, label }) =>
				!canvas.notes.some(
					({ left, top, right, bottom }) =>
						body.left >= left &&
						body.right <= right &&
						body.top >= top &&
						label.bottom - LAST_LINE <= bottom,
				),
		);
		expect(outside.map((node) => node.name)).toEqual([]);
	});

	test('no note covers another', () => {
		const { notes } = canvas;
		const covered = notes.flatMap((one, index) =>
			notes.slice(index + 1).filter((other) => meets(one, other)),
		);
		expect(covered).toEqual([]);
	});

	test('everything is on the grid', () => {
		const off = template.nodes.filter(({ position }) =>
			position.some((value) => value % GRID !== 0),
		);
		expect(off.map((node) => node.name)).toEqual([]);
	});

	test('every wire goes from left to right', () => {
		const at = (node: string): number => canvas.nodes.get(node)?.body.left ?? 0;
		const back = canvas.wires.filter(({ from, to }) => at(to) < at(from) + NODE + GRID);
		expect(back.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
	});

	test('no wire crosses another, and none runs behind a node or its name', () => {
		const unturned = crossings(canvas).filter(
			({ from, to }) => !(from !== null && from in TURNED) && !(to !== null && to in MET),
		);
		expect(unturned.map(({ text }) => text)).toEqual([]);
		expect(hidden(canvas)).toEqual([]);
	});

	test('all of it can be read without zooming', () => {
		const { left, top, right, bottom } = canvas.bounds;
		const limit = isCustomers(name) ? WINDOW : ONCE;
		expect(right - left).toBeLessThanOrEqual(limit.width);
		expect(bottom - top).toBeLessThanOrEqual(limit.height);
		const count = isCustomers(name) ? MOST_NODES : Infinity;
		expect(canvas.nodes.size).toBeLessThanOrEqual(count);
	});
});

/** n8n runs the topmost target of a node first. */
test.each(['nmbrs', 'afas', 'file'])('%s: what Alleo has is read before the mapping', (system) => {
	const { nodes } = readWorkflow(`${system}-daily-sync`);
	const top = (name: string): number =>
		nodes.find((node) => node.name === name)?.position[1] ?? Number.NaN;
	expect(top('Read Alleo accounts')).toBeLessThan(top('Normalize employees'));
});

/** Under the name there is room for a subtitle, which some nodes do not have. */
const LAST_LINE = 20;

describe('what the test of the canvas can see', () => {
	const node = (name: string, x: number, y: number, type = 'n8n-nodes-base.noOp'): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [x, y],
		parameters: {},
	});
	const wires = (...pairs: Array<[string, string]>) =>
		Object.fromEntries(
			pairs.map(([from, to]) => [
				from,
				{ main: [[{ node: to, type: 'main', index: 0 } as const]] },
			]),
		);
	const nodes = [node('a', 0, 0), node('b', 0, 320), node('c', 480, 0), node('d', 480, 320)];

	test('wires that cross', () => {
		const straight = draw({ nodes, connections: wires(['a', 'c'], ['b', 'd']) }, own);
		expect(crossings(straight)).toEqual([]);
		const crossed = draw({ nodes, connections: wires(['a', 'd'], ['b', 'c']) }, own);
		expect(crossings(crossed)).toEqual([
			{ from: null, to: null, text: 'a[0] -> d[0] x b[0] -> c[0]' },
		]);
	});

	test('wires that meet at one port do not cross', () => {
		const joined = draw({ nodes, connections: wires(['a', 'c'], ['b', 'c']) }, own);
		expect(crossings(joined)).toEqual([]);
	});

	test('a wire behind a node, or behind its name', () => {
		const connections = wires(['a', 'c']);
		const behind = (x: number, y: number): string[] =>
			hidden(draw({ nodes: [...nodes, node('e', x, y)], connections }, own));
		expect(behind(240, 0)).toEqual(['a[0] -> c[0] behind e']);
		expect(behind(240, -64)).toEqual(['a[0] -> c[0] behind e']);
		expect(behind(240, 64)).toEqual([]);
	});

	test('the curve of n8n, as its editor has it for two nodes', () => {
		const [wire] = draw({ nodes, connections: wires(['a', 'd']) }, own).wires;
		expect(wire?.points[0]).toEqual({ x: 104, y: 48 });
		expect(wire?.points.at(-1)).toEqual({ x: 472, y: 368 });
		expect(wire?.points[32]).toEqual({ x: 288, y: 208 });
	});
});
