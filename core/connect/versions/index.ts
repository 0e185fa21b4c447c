import { compareText } from '../../model/collect';
import { settingsOfNode } from './settings';
import type { NodeVersion, PanelField, Setting } from './settings';
import type { DraftDifference } from '../../model/draft';

export type { NodeVersion, PanelField } from './settings';

/** One version of a workflow, as far as it decides what a run does. */
export interface WorkflowNodes {
	nodes: readonly NodeVersion[];
	/** As n8n keeps them: by the name of the node that they leave. */
	connections: Readonly<Record<string, unknown>>;
}

/** A note on the canvas, which no run sees. */
const NOTE = /\.stickyNote$/;

/** What stands in place of a value that is not shown. */
const HIDDEN = '•••';

/** More than these are read by nobody, and they wait with the plan in n8n's database. */
const MOST = 100;

/** `n8n-nodes-alleo.employeeNormalize`: what kind of node it is, for a node that is new or gone. */
const kindOf = ({ type }: NodeVersion): string => type.replace(/^.*\./, '');

const textOf = (setting: Setting | undefined): string | null =>
	setting === undefined ? null : (setting.text ?? HIDDEN);

function nodeDifferences(
	before: NodeVersion,
	now: NodeVersion,
	panel: readonly PanelField[] | null,
): DraftDifference[] {
	const [was, is] = [settingsOfNode(before, panel), settingsOfNode(now, panel)];
	const node = now.name;
	const renamed =
		before.name === node ? [] : [{ node, setting: 'Name', from: before.name, to: node }];
	const keys = new Set([...was.keys(), ...is.keys()]);
	return [
		...renamed,
		...[...keys].flatMap((key) => {
			const [one, other] = [was.get(key), is.get(key)];
			if (one?.compared === other?.compared) return [];
			const setting = other?.label ?? one?.label ?? key;
			return [{ node, setting, from: textOf(one), to: textOf(other) }];
		}),
	];
}

/** Names of the nodes that follow, output by output, however n8n's lists are nested. */
function targetsOf(connection: unknown): string[] {
	if (Array.isArray(connection)) return connection.flatMap(targetsOf);
	if (typeof connection !== 'object' || connection === null) return [];
	if ('node' in connection && typeof connection.node === 'string') return [connection.node];
	return Object.values(connection).flatMap(targetsOf);
}

/** Which output leads where, with nothing that an editor may write in another way. */
const wired = (connection: unknown, rename: (name: string) => string): string => {
	if (Array.isArray(connection)) {
		const lists = connection.map((one) => wired(one, rename));
		while (lists.at(-1) === '[]' || lists.at(-1) === 'null') lists.pop();
		return `[${lists.join()}]`;
	}
	if (typeof connection !== 'object' || connection === null) return 'null';
	if ('node' in connection && typeof connection.node === 'string') {
		const input = 'index' in connection ? Number(connection.index) : 0;
		return JSON.stringify([rename(connection.node), input]);
	}
	return Object.entries(connection)
		.map(([kind, one]) => `${kind}${wired(one, rename)}`)
		.filter((text) => !text.endsWith('[]'))
		.sort(compareText)
		.join();
};

function connectionDifferences(
	before: WorkflowNodes,
	now: WorkflowNodes,
	renamed: ReadonlyMap<string, string>,
): DraftDifference[] {
	const rename = (name: string): string => renamed.get(name) ?? name;
	const was = new Map(Object.entries(before.connections).map(([name, one]) => [rename(name), one]));
	const is = new Map(Object.entries(now.connections));
	const shown = (connection: unknown, nameOf: (name: string) => string): string | null => {
		const names = [...new Set(targetsOf(connection).map(nameOf))];
		return names.length === 0 ? null : names.join(', ');
	};
	return [...new Set([...was.keys(), ...is.keys()])].flatMap((node) => {
		const [one, other] = [was.get(node), is.get(node)];
		if (wired(one ?? {}, rename) === wired(other ?? {}, (name) => name)) return [];
		const [from, to] = [shown(one, rename), shown(other, (name) => name)];
		return [{ node, setting: 'Connections', from, to }];
	});
}

/**
 * What a draft would do otherwise than the published version, setting by setting, in the order of the
 * draft's nodes. A node is the same where its id is, else where its name is. Positions and notes change
 * nothing; of a secret, and of what other vendors' nodes hold, only that it changed is said.
 *
 * @param panelOf the fields of the panel of a type of node; null where they are not known
 */
export function draftDifferences(
	published: WorkflowNodes,
	draft: WorkflowNodes,
	panelOf: (type: string) => readonly PanelField[] | null,
): DraftDifference[] {
	const real = ({ nodes }: WorkflowNodes) => nodes.filter(({ type }) => !NOTE.test(type));
	const before = real(published);
	const left = new Set(before);
	const renamed = new Map<string, string>();
	const differences: DraftDifference[] = [];
	const matched = new Map<NodeVersion, NodeVersion>();
	const pair = (same: (one: NodeVersion, other: NodeVersion) => boolean): void => {
		for (const now of real(draft)) {
			if (matched.has(now)) continue;
			const known = [...left].find((one) => one.type === now.type && same(one, now));
			if (known === undefined) continue;
			matched.set(now, known);
			left.delete(known);
			renamed.set(known.name, now.name);
		}
	};
	pair((one, other) => one.id !== undefined && one.id === other.id);
	pair((one, other) => one.name === other.name);
	for (const now of real(draft)) {
		const known = matched.get(now);
		differences.push(
			...(known === undefined
				? [{ node: now.name, setting: 'Node', from: null, to: kindOf(now) }]
				: nodeDifferences(known, now, panelOf(now.type))),
		);
	}
	for (const gone of left) {
		differences.push({ node: gone.name, setting: 'Node', from: kindOf(gone), to: null });
	}
	differences.push(...connectionDifferences(published, draft, renamed));
	return differences.slice(0, MOST);
}
