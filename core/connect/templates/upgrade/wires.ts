import { isRow } from './values';

/** The wires of a workflow, one by one. */

export interface Wire {
	from: string;
	/** `main`, or what a node of n8n's own AI gives another. */
	kind: string;
	output: number;
	to: string;
	input: { type: string; index: number };
}

export const wireKey = ({ from, kind, output, to, input }: Wire): string =>
	JSON.stringify([from, kind, output, to, input.type, input.index]);

/** Of `connections` as n8n keeps them; what leads to no node is none. */
export function wiresOf(connections: Readonly<Record<string, unknown>>): Wire[] {
	return Object.entries(connections).flatMap(([from, kinds]) =>
		Object.entries(isRow(kinds) ? kinds : {}).flatMap(([kind, outputs]) =>
			(Array.isArray(outputs) ? outputs : []).flatMap((targets: unknown, output) =>
				(Array.isArray(targets) ? targets : []).flatMap((target: unknown) =>
					isRow(target) && typeof target['node'] === 'string'
						? [
								{
									from,
									kind,
									output,
									to: target['node'],
									input: {
										type: typeof target['type'] === 'string' ? target['type'] : kind,
										index: Number(target['index'] ?? 0),
									},
								},
							]
						: [],
				),
			),
		),
	);
}

interface Target {
	node: string;
	type: string;
	index: number;
}

export function connectionsOf(wires: readonly Wire[]): Record<string, unknown> {
	const all = new Map<string, Map<string, Target[][]>>();
	for (const { from, kind, output, to, input } of wires) {
		const kinds = all.get(from) ?? new Map<string, Target[][]>();
		all.set(from, kinds);
		const outputs = kinds.get(kind) ?? [];
		kinds.set(kind, outputs);
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: to, ...input });
	}
	return Object.fromEntries([...all].map(([from, kinds]) => [from, Object.fromEntries(kinds)]));
}

export const renameWires = (wires: readonly Wire[], rename: (name: string) => string): Wire[] =>
	wires.map((wire) => ({ ...wire, from: rename(wire.from), to: rename(wire.to) }));
