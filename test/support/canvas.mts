import type { INode, INodeTypeDescription } from 'n8n-workflow';
import type { TemplateJson } from './engine.mts';
import { portsOf } from './templates.mts';
import type { Ports } from './templates.mts';

/**
 * What n8n 2.41 draws of a workflow, measured in its editor at zoom 1 (pixels; y goes down): a node is a
 * square, taller with more than two ports, with its name and subtitle below; a wire is a Bézier curve
 * from 8 pixels right of an output to 8 left of an input, with both handles half-way.
 */

export interface Point {
	x: number;
	y: number;
}

export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

export interface DrawnNode {
	name: string;
	body: Box;
	/** The name and the subtitle under the body. */
	label: Box;
	ports: Ports;
}

export interface Wire {
	from: string;
	output: number;
	to: string;
	input: number;
	/** Along the curve, from output to input. */
	points: Point[];
}

export interface Canvas {
	nodes: Map<string, DrawnNode>;
	wires: Wire[];
	notes: Box[];
	/** Everything, notes included. */
	bounds: Box;
}

export const NODE = 96;
const PORT_STEP = 32;
/** Half of a port's circle: a wire begins and ends beside it. */
const PORT = 8;
const LINE = 20;
const ABOVE_NAME = 7;
const LETTER = 6.8;
/** Names longer than this are broken over lines. */
const NAME_WIDTH = 150;
const STEPS = 64;

export const isNote = ({ type }: INode): boolean => type === 'n8n-nodes-base.stickyNote';

const heightOf = ({ inputs, outputs }: Ports): number => {
	const most = Math.max(inputs, outputs);
	return most > 2 ? PORT_STEP * (most + 1) : NODE;
};

function drawNode(node: INode, ports: Ports): DrawnNode {
	const [x, y] = node.position;
	const bottom = y + heightOf(ports);
	const width = node.name.length * LETTER;
	const half = Math.min(width, NAME_WIDTH) / 2;
	const middle = x + NODE / 2;
	const top = bottom + ABOVE_NAME;
	const lines = Math.ceil(width / NAME_WIDTH) + 1;
	return {
		name: node.name,
		body: { left: x, top: y, right: x + NODE, bottom },
		label: { left: middle - half, top, right: middle + half, bottom: top + lines * LINE },
		ports,
	};
}

/** Where one of several ports is on the side of a node. */
const portAt = ({ top, bottom }: Box, place: number, count: number): number =>
	top + ((bottom - top) * (place + 1)) / (count + 1);

function curve(start: Point, end: Point): Point[] {
	const half = (start.x + end.x) / 2;
	return Array.from({ length: STEPS + 1 }, (_, step) => {
		const t = step / STEPS;
		const s = 1 - t;
		const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
		return {
			x: a * start.x + (b + c) * half + d * end.x,
			y: (a + b) * start.y + (c + d) * end.y,
		};
	});
}

const around = (boxes: readonly Box[]): Box => ({
	left: Math.min(...boxes.map(({ left }) => left)),
	top: Math.min(...boxes.map(({ top }) => top)),
	right: Math.max(...boxes.map(({ right }) => right)),
	bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

export function draw(
	{ nodes, connections }: Pick<TemplateJson, 'nodes' | 'connections'>,
	own: ReadonlyMap<string, INodeTypeDescription>,
): Canvas {
	const drawn = new Map(
		nodes
			.filter((node) => !isNote(node))
			.map((node) => [node.name, drawNode(node, portsOf(node, own.get(node.type)))]),
	);
	const at = (name: string): DrawnNode => {
		const found = drawn.get(name);
		if (found === undefined) throw new Error(`a wire at a node that is not there: ${name}`);
		return found;
	};
	const wires = Object.entries(connections).flatMap(([from, { main = [] }]) =>
		main.flatMap((targets, output) =>
			(targets ?? []).map(({ node: to, index: input }) => {
				const [source, target] = [at(from), at(to)];
				const start = {
					x: source.body.right + PORT,
					y: portAt(source.body, output, source.ports.outputs),
				};
				const end = {
					x: target.body.left - PORT,
					y: portAt(target.body, input, target.ports.inputs),
				};
				return { from, output, to, input, points: curve(start, end) };
			}),
		),
	);
	const notes = nodes.filter(isNote).map(({ position: [left, top], parameters }) => ({
		left,
		top,
		right: left + Number(parameters['width']),
		bottom: top + Number(parameters['height']),
	}));
	const bounds = around([
		...notes,
		...[...drawn.values()].flatMap(({ body, label }) => [body, label]),
	]);
	return { nodes: drawn, wires, notes, bounds };
}
