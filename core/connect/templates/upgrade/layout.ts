import type { WorkflowNode } from '../workflow';
import { isNote } from './match';
import type { Wire } from './wires';

/**
 * Where nodes of a person stand on the new canvas: between what they connect, for which everything to the right
 * makes room; beside what they hang on; the rest below everything.
 */

type Place = [number, number];

const NODE = { width: 96, height: 96 };
/** Below the lowest node or note. */
const GAP = 160;
const STEP = 128;
/** From a node to the next on a wire, so that names and ports do not touch. */
const STRIDE = 144;

const placeOf = ({ position }: WorkflowNode): Place => {
	const [x, y] = Array.isArray(position) ? position : [];
	return [Number(x ?? 0), Number(y ?? 0)];
};

const bottomOf = (node: WorkflowNode): number => {
	const { height } = node.parameters;
	return placeOf(node)[1] + (isNote(node) && typeof height === 'number' ? height : NODE.height);
};

const apart = (one: Place, other: Place): boolean =>
	Math.abs(one[0] - other[0]) >= NODE.width || Math.abs(one[1] - other[1]) >= NODE.height;

function free(wanted: Place, taken: readonly Place[]): Place {
	let place = wanted;
	while (!taken.every((other) => apart(place, other))) place = [place[0], place[1] + STEP];
	return place;
}

/** The canvas from `x` on moved to the right; a note that `x` lies in becomes wider. */
function moved(node: WorkflowNode, x: number, by: number): WorkflowNode {
	const [left, top] = placeOf(node);
	if (left >= x) return { ...node, position: [left + by, top] };
	const { width } = node.parameters;
	return isNote(node) && typeof width === 'number' && left + width > x
		? { ...node, parameters: { ...node.parameters, width: width + by } }
		: node;
}

export interface LaidOut {
	standing: WorkflowNode[];
	added: WorkflowNode[];
}

/**
 * @param template the nodes as the new template has them
 * @param added nodes and notes of a person, where they stood
 * @param wires of the upgraded workflow
 */
export function layOut(
	template: readonly WorkflowNode[],
	added: readonly WorkflowNode[],
	wires: readonly Wire[],
): LaidOut {
	let standing = [...template];
	const places = new Map(
		standing.filter((node) => !isNote(node)).map((node) => [node.name, placeOf(node)]),
	);
	const placed = new Map<WorkflowNode, Place>();
	const makeRoom = (x: number, by: number): void => {
		if (by <= 0) return;
		standing = standing.map((node) => moved(node, x, by));
		for (const [name, [left, top]] of places) if (left >= x) places.set(name, [left + by, top]);
		for (const [node, [left, top]] of placed) if (left >= x) placed.set(node, [left + by, top]);
	};
	/** What stands at the end of a line of nodes that are not placed yet. */
	const reached = (name: string, seen = new Set<string>()): Place | undefined => {
		for (const { from, to } of wires) {
			if (from !== name || seen.has(to)) continue;
			seen.add(to);
			const place = places.get(to) ?? reached(to, seen);
			if (place !== undefined) return place;
		}
		return undefined;
	};
	const put = (node: WorkflowNode, wanted: Place): void => {
		const place = free(wanted, [...places.values()]);
		places.set(node.name, place);
		placed.set(node, place);
	};
	const wanted = ({ name }: WorkflowNode): Place | null => {
		const parent = wires.find(({ from, to }) => to === name && places.has(from));
		const [before, after] = [places.get(parent?.from ?? ''), reached(name)];
		// At the height of what follows: n8n goes to the higher of two nodes first.
		if (before !== undefined && after !== undefined && before[0] < after[0]) {
			const at = before[0] + STRIDE;
			makeRoom(after[0], at + STRIDE - after[0]);
			return [at, after[1]];
		}
		if (before !== undefined) return [before[0] + 208, before[1]];
		return after === undefined ? null : [after[0] - 208, after[1]];
	};
	const nodes = added.filter((node) => !isNote(node));
	for (let found = true; found; ) {
		found = false;
		for (const node of nodes) {
			const place = placed.has(node) ? null : wanted(node);
			if (place === null) continue;
			put(node, place);
			found = true;
		}
	}
	const rest = added.filter((node) => !placed.has(node));
	const top =
		Math.max(0, ...standing.map(bottomOf), ...[...placed.values()].map(([, y]) => y)) + GAP;
	const corner = rest.map(placeOf);
	const [left, high] = [
		Math.min(0, ...corner.map(([x]) => x)),
		Math.min(...corner.map(([, y]) => y)),
	];
	for (const node of rest) {
		const [x, y] = placeOf(node);
		placed.set(node, [x - left, y - high + top]);
	}
	const nodesOf = added.map((node) => ({ ...node, position: placed.get(node) ?? placeOf(node) }));
	return { standing, added: nodesOf };
}
