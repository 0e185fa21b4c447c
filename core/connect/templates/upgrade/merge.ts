import { APPROVAL_NODE } from '../customer';
import { closeDoor } from '../forms';
import { isInvitationNode } from '../invitation';
import { withTemplate } from '../version';
import type { TemplateVersion } from '../version';
import type { Workflow, WorkflowNode } from '../workflow';
import { carryAdded } from './added';
import { instanceOf, keptForm } from './keptForm';
import { layOut } from './layout';
import { isNote } from './match';
import type { Filled } from './match';
import { changesOf, mergeNode } from './node';
import { pairUp } from './pairs';
import type { Pairs } from './pairs';
import type { UpgradeChange, UpgradeProblem, Unmerged } from './problems';
import { referencesIn, renamed } from './references';
import { withReplacedSteps } from './replacedStep';
import { mergeSettings } from './settings';
import { same } from './values';
import type { MergeLog } from './values';
import { mergeWires } from './mergeWires';
import { connectionsOf } from './wires';

/** The stored workflow on the new template: what a person set stays, what nobody touched becomes the new. */

export interface MergeOptions {
	filled: Filled;
	unmerged: Unmerged;
	/** A random UUID at each call, for forms that are new in the template. */
	newAddress: () => string;
	/** What the new template is. */
	mark: TemplateVersion;
	/** The template whose form starts the dry run of a customer; null where none ships. */
	dryRun: Workflow | null;
}

export interface Merge {
	workflow: Workflow;
	problems: UpgradeProblem[];
	changes: UpgradeChange[];
	/** By node, where its expressions came from; what n8n's border compares with. */
	sources: Array<{ name: string; from: unknown[] }>;
}

type Three = Pairs['kept'][number];

/** The place of a value as a person sees it in the panel. */
const spoken = (place: string): string =>
	place
		.replace(/^(?:assignments\.assignments|fields\.value|fields\.schema)\./, '')
		.replace(/\.value$/, '');

function mergeKept(pairs: Pairs, filled: Filled, changes: UpgradeChange[]) {
	const log = (three: Three): { node: WorkflowNode; log: MergeLog } => {
		const found: MergeLog = { kept: [], over: [] };
		return { node: mergeNode(three, pairs.names, filled, found), log: found };
	};
	const merged = pairs.kept.map(log);
	const real = merged.filter(({ node }) => !isNote(node));
	const say = (kind: UpgradeChange['kind'], of: (found: MergeLog) => string[]): void => {
		const names = real.flatMap(({ node, log: found }) =>
			of(found).map((place) => `${node.name}: ${spoken(place)}`),
		);
		if (names.length > 0) changes.push({ kind, names });
	};
	say('kept', ({ kept }) => kept);
	say('keptOver', ({ over }) => over);
	return merged.map(({ node }) => node);
}

/** Credentials of the nodes of the same type, where they all have the same: a new node reads as they do. */
function withCredentials(node: WorkflowNode, stored: Workflow): WorkflowNode {
	const all = stored.nodes.filter(({ type }) => type === node.type);
	const [first] = all.flatMap(({ credentials }) =>
		credentials === undefined ? [] : [credentials],
	);
	if (first === undefined || node.credentials !== undefined) return node;
	const agreed = all.every(
		({ credentials = first }) => JSON.stringify(credentials) === JSON.stringify(first),
	);
	return agreed ? { ...node, credentials: first } : node;
}

/** The approval page asks the run log for a newer plan with it; templates of before version 3 did not. */
function withInstance(node: WorkflowNode, stored: Workflow): WorkflowNode {
	const credentials = instanceOf(stored);
	if (node.type !== APPROVAL_NODE || credentials === undefined) return node;
	return { ...node, credentials: { ...credentials, ...node.credentials } };
}

const underNewNames = (node: WorkflowNode, name: string, rename: (name: string) => string) => ({
	...node,
	name,
	parameters: Object.fromEntries(
		Object.entries(node.parameters).map(([key, value]) => [key, renamed(value, rename)]),
	),
});

function referenceProblems(pairs: Pairs, nodes: readonly WorkflowNode[]): UpgradeProblem[] {
	const nextOf = new Map(
		pairs.kept.map(({ next }) => [pairs.names.next(next.name), next.parameters]),
	);
	return nodes.flatMap(({ name, parameters }) => {
		const { names, computed } = referencesIn(parameters);
		const missing = [...names].filter((other) => pairs.goneNames.has(other));
		const own = computed && !referencesIn(nextOf.get(name)).computed;
		const gone = missing.map((other) => ({
			code: 'UPGRADE_REFERENCE_GONE' as const,
			params: { node: name, other },
		}));
		const unread = own
			? [{ code: 'UPGRADE_REFERENCE_COMPUTED' as const, params: { node: name } }]
			: [];
		return [...gone, ...unread].map((one) => ({ ...one, node: name, optional: false }));
	});
}

/** Nodes of before that the product no longer has: gone as they were, unless a person changed them. */
function partWith(pairs: Pairs, { filled, unmerged }: MergeOptions) {
	const problems: UpgradeProblem[] = [];
	const staying: WorkflowNode[] = [];
	const leftOut: string[] = [];
	for (const { base, theirs } of pairs.gone) {
		const changed = changesOf({ base, theirs }, pairs.names, filled, isInvitationNode(base));
		if (changed.length === 0) continue;
		if (isNote(theirs)) {
			staying.push(theirs);
			continue;
		}
		const params = { node: theirs.name, settings: changed.join(', ') };
		problems.push({ code: 'UPGRADE_NODE_RETIRED', params, node: theirs.name, optional: true });
		if (unmerged === 'keepUnconnected') staying.push(theirs);
		else leftOut.push(theirs.name);
	}
	return { problems, staying, leftOut };
}

const ERROR_TRIGGER = 'n8n-nodes-base.errorTrigger';

/**
 * The settings of the stored workflow. One that was its own error workflow has nothing left that hears of a
 * run that stopped, where the new template leaves that to the desk.
 */
function heardBy({ id, settings }: Workflow, { nodes }: Workflow): Workflow['settings'] {
	const { errorWorkflow, ...others } = settings;
	const isOwn = errorWorkflow !== undefined && errorWorkflow === id;
	return isOwn && !nodes.some(({ type }) => type === ERROR_TRIGGER) ? others : settings;
}

export function mergeWorkflow(
	from: Workflow,
	stored: Workflow,
	to: Workflow,
	options: MergeOptions,
): Merge {
	const { base, next } = withReplacedSteps(from, stored, to);
	const { filled, unmerged, newAddress, mark, dryRun } = options;
	const paired = pairUp(base, stored, next, filled);
	const form = keptForm(paired, stored, dryRun);
	const pairs = { ...paired, gone: paired.gone.filter(({ theirs }) => theirs !== form?.form) };
	const changes: UpgradeChange[] = [];
	const kept = mergeKept(pairs, filled, changes).map((node) => withInstance(node, stored));
	const fresh = pairs.fresh.map((node) => {
		const named = underNewNames(node, pairs.names.next(node.name), pairs.names.next);
		return closeDoor(withCredentials(named, stored), newAddress);
	});
	// The mark stands in the overview; a person who took that note away gets it back.
	const overview = pairs.removed.flatMap(({ next: node }) =>
		isNote(node) && node.name === 'Overview' ? [node] : [],
	);
	const alive = new Set(
		[...kept, ...fresh].filter((node) => !isNote(node)).map(({ name }) => name),
	);
	const wires = mergeWires(pairs, { base, stored, next });
	const added = carryAdded(pairs, wires.theirs, alive, unmerged);
	const parted = partWith(pairs, options);
	const problems: UpgradeProblem[] = [
		...pairs.removed
			.filter(({ next: node }) => !isNote(node))
			.map(({ base: node }) => ({
				code: 'UPGRADE_NODE_REMOVED' as const,
				params: { node: node.name },
				node: node.name,
				optional: false,
			})),
		...wires.problems,
		...referenceProblems(pairs, kept),
		...added.problems,
		...parted.problems,
	];
	const standing = [...kept, ...fresh, ...overview, ...(form?.nodes ?? [])];
	const all = [...wires.wires, ...added.wires, ...(form?.wires ?? [])];
	const notes = pairs.added.filter(isNote);
	const laidOut = layOut(standing, [...added.nodes, ...notes, ...parted.staying], all);
	const nodes = [...laidOut.standing, ...laidOut.added];
	const settings = mergeSettings(base.settings, heardBy(stored, next), next.settings);
	const say = (kind: UpgradeChange['kind'], names: readonly string[]): void => {
		if (names.length > 0) changes.push({ kind, names: [...names] });
	};
	const real = (list: readonly WorkflowNode[]) =>
		list.filter((node) => !isNote(node)).map(({ name }) => name);
	const moved = pairs.kept.filter(
		(three) => three.theirs.name !== three.base.name && !isNote(three.theirs),
	);
	say('gone', real(pairs.gone.map(({ theirs }) => theirs)));
	say('added', real(fresh));
	say(
		'renamed',
		moved.map(({ theirs }) => theirs.name),
	);
	say(
		'keptNode',
		real(added.nodes).filter((name) => !added.unconnected.includes(name)),
	);
	say('unconnected', [...added.unconnected, ...real(parted.staying)]);
	say('leftOut', [...added.leftOut, ...parted.leftOut]);
	say('form', form === null ? [] : [form.form.name]);
	say('errorWorkflow', settings.ownErrorWorkflow ? ['errorWorkflow'] : []);
	const sources = [
		...pairs.kept.map(({ theirs, next: after }) => {
			const name = pairs.names.next(after.name);
			const from = [
				underNewNames(theirs, name, pairs.names.theirs),
				underNewNames(after, name, pairs.names.next),
			];
			return { name, from };
		}),
		...[
			...fresh,
			...overview,
			...added.nodes,
			...notes,
			...parted.staying,
			...(form?.nodes ?? []),
		].map((node) => ({ name: node.name, from: [node] })),
	];
	const workflow = withTemplate(
		{ ...stored, nodes, connections: connectionsOf(all), settings: settings.merged },
		mark,
	);
	return { workflow, problems, changes, sources };
}

export const isUnchanged = (one: Workflow, other: Workflow): boolean =>
	same(one.nodes, other.nodes) && same(one.connections, other.connections);
