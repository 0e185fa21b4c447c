import type { WorkflowNode } from '../workflow';
import type { Filled } from './match';
import { renamed } from './references';
import type { Rename } from './references';
import { merge3, same } from './values';
import type { MergeLog } from './values';

/** One node of the three versions: as the template had it, as it is stored, as the template has it now. */

export interface Three {
	base: WorkflowNode;
	theirs: WorkflowNode;
	next: WorkflowNode;
}

/** How each version's names of nodes become the names of the upgraded workflow. */
export interface NodeNames {
	base: Rename;
	theirs: Rename;
	next: Rename;
}

/** Keys of a node that are no setting, or that are put together by themselves. */
const OWN_KEYS: ReadonlySet<string> = new Set([
	'id',
	'name',
	'type',
	'position',
	'parameters',
	'credentials',
	'webhookId',
]);

/** What n8n takes for a switch that is not there. */
const isOff = (key: string, value: unknown): boolean =>
	value === undefined ||
	value === false ||
	value === '' ||
	(key === 'onError' && value === 'stopWorkflow');

/** Such a switch, where it is off, is the same as one that is not there. */
const switched = (node: WorkflowNode, key: string): unknown =>
	isOff(key, node[key]) ? undefined : node[key];

/**
 * The parameters of the three, the ones that n8n left away filled in: a person who chooses a default in the
 * editor leaves no parameter behind, as one who changed nothing. Without the node's description, only what
 * was an expression can have become a default by choice.
 */
function filledIn(
	{ base, theirs, next }: Three,
	names: NodeNames,
	filled: Filled,
): Array<Record<string, unknown>> {
	const [was, is, will] = [base.parameters, theirs.parameters, next.parameters];
	const keys = new Set([...Object.keys(was), ...Object.keys(is), ...Object.keys(will)]);
	const shown = (node: WorkflowNode, rename: Rename): Record<string, unknown> => {
		const whole = filled(node);
		return Object.fromEntries(
			[...keys].flatMap((key) => {
				const value = node.parameters[key] ?? whole[key];
				return value === undefined ? [] : [[key, renamed(value, rename)] as const];
			}),
		);
	};
	const [before, stored, after] = [
		shown(base, names.base),
		shown(theirs, names.theirs),
		shown(next, names.next),
	];
	const known = filled(theirs) !== theirs.parameters;
	if (!known) {
		for (const key of Object.keys(before)) {
			const value = before[key];
			if (key in stored || (typeof value === 'string' && value.startsWith('='))) continue;
			stored[key] = value;
		}
	}
	return [before, stored, after];
}

/** The upgraded node at the place of the next one, under the name that `names` gives it. */
export function mergeNode(
	three: Three,
	names: NodeNames,
	filled: Filled,
	log: MergeLog,
): WorkflowNode {
	const { base, theirs, next } = three;
	const [before = {}, stored = {}, after = {}] = filledIn(three, names, filled);
	const all = new Set([...Object.keys(after), ...Object.keys(stored)]);
	const parameters = Object.fromEntries(
		[...all].flatMap((key) => {
			const value = merge3(before[key], stored[key], after[key], key, log);
			// A default that neither of the two writes down needs not be written down.
			const needless =
				!(key in theirs.parameters) && !(key in next.parameters) && same(value, stored[key]);
			return value === undefined || needless ? [] : [[key, value] as const];
		}),
	);
	const keys = [...new Set([base, theirs, next].flatMap((node) => Object.keys(node)))].filter(
		(key) => !OWN_KEYS.has(key),
	);
	const switches = keys.flatMap((key) => {
		const value = merge3(switched(base, key), switched(theirs, key), switched(next, key), key, log);
		return value === undefined ? [] : [[key, value] as const];
	});
	const credentials = { ...next.credentials, ...theirs.credentials };
	const webhookId = theirs.webhookId ?? next.webhookId;
	return {
		id: theirs.id,
		name: names.next(next.name),
		type: next.type,
		...Object.fromEntries(switches),
		position: next['position'],
		parameters,
		...(Object.keys(credentials).length === 0 ? {} : { credentials }),
		...(webhookId === undefined ? {} : { webhookId }),
	};
}

/** What the product writes into a workflow when it makes it: no choice of a person. */
const WRITTEN = new Set([
	'customerName',
	'system',
	'language',
	'integrationId',
	'replaceCredentialId',
]);

/**
 * What a person changed in a node that the next template no longer has; none where nothing was.
 * @param own true where the product fills in this node for each customer
 */
export function changesOf(
	{ base, theirs }: Pick<Three, 'base' | 'theirs'>,
	names: NodeNames,
	filled: Filled,
	own: boolean,
): string[] {
	const [before = {}, stored = {}] = filledIn({ base, theirs, next: base }, names, filled);
	const parameters = Object.keys({ ...before, ...stored }).filter(
		(key) => !(own && WRITTEN.has(key)) && !same(before[key], stored[key]),
	);
	const switches = Object.keys({ ...base, ...theirs }).filter(
		(key) =>
			!OWN_KEYS.has(key) &&
			key !== 'typeVersion' &&
			!same(switched(base, key), switched(theirs, key)),
	);
	return [...parameters, ...switches];
}
