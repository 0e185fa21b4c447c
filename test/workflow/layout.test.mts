import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { readBuilt } from '../support/built.mts';
import type { TemplateJson } from '../support/engine.mts';
import { ROOT } from '../support/paths.mts';
import { portsOf } from '../support/templates.mts';

/** Nodes on the canvas of n8n 2.41: a square, taller with many ports, and the name below it. */
const SIZE = 96;
const NAME = 32;
const GRID = 16;

const own = new Map<string, INodeTypeDescription>();

beforeAll(() => {
	for (const { description } of readBuilt().nodes) {
		own.set(`n8n-nodes-alleo.${description.name}`, description);
	}
});

function heightOf(node: INode): number {
	const { inputs, outputs } = portsOf(node, own.get(node.type));
	const ports = Math.max(inputs, outputs);
	return (ports > 2 ? 32 * ports + 32 : SIZE) + NAME;
}

const isNote = ({ type }: INode): boolean => type === 'n8n-nodes-base.stickyNote';

describe.each(readdirSync(path.join(ROOT, 'workflows')))('the canvas of workflows/%s', (file) => {
	const text = readFileSync(path.join(ROOT, 'workflows', file), 'utf8');
	const { nodes } = JSON.parse(text) as TemplateJson;
	const boxes = nodes.filter((node) => !isNote(node));

	test('no node covers another, or its name', () => {
		const covered = boxes.flatMap((one, index) =>
			boxes.slice(index + 1).flatMap((other) => {
				const [left, right] = [one, other].sort((a, b) => a.position[1] - b.position[1]);
				if (left === undefined || right === undefined) return [];
				const apart =
					Math.abs(one.position[0] - other.position[0]) >= SIZE ||
					right.position[1] - left.position[1] >= heightOf(left);
				return apart ? [] : [`${left.name} / ${right.name}`];
			}),
		);
		expect(covered).toEqual([]);
	});

	test('every node stands inside the note of its section', () => {
		const notes = nodes.filter(isNote).map(({ position: [x, y], parameters }) => ({
			left: x,
			top: y,
			right: x + Number(parameters['width']),
			bottom: y + Number(parameters['height']),
		}));
		const outside = boxes.filter((node) => {
			const [x, y] = node.position;
			return !notes.some(
				({ left, top, right, bottom }) =>
					x >= left && x + SIZE <= right && y >= top && y + heightOf(node) <= bottom,
			);
		});
		expect(outside.map(({ name }) => name)).toEqual([]);
	});

	test('everything is on the grid', () => {
		const off = nodes.filter(({ position }) => position.some((value) => value % GRID !== 0));
		expect(off.map(({ name }) => name)).toEqual([]);
	});
});
