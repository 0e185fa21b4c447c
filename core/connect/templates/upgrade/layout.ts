import type { WorkflowNode } from '../workflow';
import { isNote } from './match';
import type { Wire } from './wires';

/** Where nodes of a person stand on the new canvas: beside what they hang on, the rest below everything. */

type Place = [number, number];

const NODE = { width: 96, height: 96 };
/** Below the lowest node or note. */
const GAP = 160;
const STEP = 128;

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

/**
 * @param standing the nodes that stand where the new template has them
 * @param added nodes and notes of a person, where they stood
 * @param wires of the upgraded workflow
 */
export function layOut(
	standing: readonly WorkflowNode[],
	added: readonly WorkflowNode[],
	wires: readonly Wire[],
): WorkflowNode[] {
	const places = new Map(
		standing.filter((node) => !isNote(node)).map((node) => [node.name, placeOf(node)]),
	);
	const placed = new Map<WorkflowNode, Place>();
	const put = (node: WorkflowNode, wanted: Place): void => {
		const place = free(wanted, [...places.values()]);
		places.set(node.name, place);
		placed.set(node, place);
	};
	const wanted = ({ name }: WorkflowNode): Place | null => {
		const parent = wires.find(({ from, to }) => to === name && places.has(from));
		const child = wires.find(({ from, to }) => from === name && places.has(to));
		const [before, after] = [places.get(parent?.from ?? ''), places.get(child?.to ?? '')];
		// At the height of what follows: n8n goes to the higher of two nodes first.
		if (before !== undefined && after !== undefined) {
			return [Math.round((before[0] + after[0]) / 2), after[1]];
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
	return added.map((node) => ({ ...node, position: placed.get(node) ?? placeOf(node) }));
}
