import type { Language } from '../../issues';
import { done, failed } from '../../model/result';
import type { Result } from '../../model/result';
import { literal } from '../evaluated';
import { ALLEO_NODE, FILE_NODE, isSourceNode } from './customer';
import { callsDesk } from './desk';
import { settingsNode } from './settings';
import { isSettingsNode } from './settingsNode';
import { connectionsOf, wiresOf } from './upgrade/wires';
import type { Wire } from './upgrade/wires';
import type { StoredWorkflow, Workflow, WorkflowNode } from './workflow';

/**
 * A customer's daily sync with an explanation of one person in the place of its comparison: what leads to
 * Alleo Diff stays as the customer has it, the question takes the place of Alleo Diff, and everything after it
 * is gone. What is kept can only read: a node that is not known to stops it.
 */

export interface AskedPerson {
	person: string;
	language: Language;
	/** The customer, above the answer. */
	title: string;
	/** The form that makes a plan of one person; '' or absent where there is none. */
	applyUrl?: string;
	/** What was answered in the inbox of the customer; absent: the nodes say that it could not be read. */
	inbox?: readonly object[];
	/**
	 * What the desk would give the run of its earlier runs, as JSON (`condense`). null or absent: no run log is
	 * kept, and nothing is judged by it.
	 */
	history?: string | null;
}

const DIFF = 'n8n-nodes-alleo.alleoDiff';
const FILE_DATASETS: ReadonlySet<string | null> = new Set(['salaryLeave', 'budgets']);
const EXPLAIN = 'n8n-nodes-alleo.alleoExplain';
const NORMALIZE = 'n8n-nodes-alleo.employeeNormalize';
const NO_OP = 'n8n-nodes-base.noOp';
const MANUAL = 'n8n-nodes-base.manualTrigger';
const SCHEDULE = 'n8n-nodes-base.scheduleTrigger';

/** Nodes of n8n that only turn items into other items. */
const REWRITES: ReadonlySet<string> = new Set(
	'aggregate dateTime filter if limit merge noOp removeDuplicates renameKeys set sort splitOut switch'
		.split(' ')
		.map((name) => `n8n-nodes-base.${name}`),
);

const ALLEO_READS: ReadonlySet<unknown> = new Set(['get', 'getAll']);
/** What the node takes where a person chose nothing else (n8n keeps no default). */
const ALLEO_DEFAULT = { resource: 'employee', operation: 'getAll' };
const ALLEO_RESOURCES: ReadonlySet<unknown> = new Set(['employee', 'company', 'group']);

function isAlleoReader({ type, parameters }: WorkflowNode): boolean {
	const { resource, operation } = { ...ALLEO_DEFAULT, ...parameters };
	return type === ALLEO_NODE && ALLEO_RESOURCES.has(resource) && ALLEO_READS.has(operation);
}

/** The source nodes can only read, whatever is chosen in them. */
const isSource = ({ type }: WorkflowNode): boolean => isSourceNode(type);

/** n8n's own nodes that fetch a file, with what they may do there; undefined: what n8n keeps no word of. */
const FETCHES: Readonly<Record<string, ReadonlySet<unknown>>> = {
	'n8n-nodes-base.ftp': new Set([undefined, 'download', 'list']),
	'n8n-nodes-base.readWriteFile': new Set([undefined, 'read']),
};
const EXTRACT = 'n8n-nodes-base.extractFromFile';

const fetchesFile = ({ type, parameters }: WorkflowNode): boolean =>
	type === EXTRACT || FETCHES[type]?.has(parameters['operation']) === true;

const canOnlyRead = (node: WorkflowNode): boolean =>
	REWRITES.has(node.type) ||
	node.type === NORMALIZE ||
	isSettingsNode(node) ||
	isSource(node) ||
	isAlleoReader(node) ||
	fetchesFile(node);

const isTrigger = ({ type }: WorkflowNode): boolean => /Trigger$|\.webhook$/.test(type);

/** Whether a workflow is a daily sync of employees; salary and budgets have nobody's access to explain. */
export const comparesEmployees = ({ nodes }: Pick<StoredWorkflow, 'nodes'>): boolean =>
	nodes.some(isComparison);

function isComparison({ type, parameters, disabled }: WorkflowNode): boolean {
	const { dataset } = { dataset: 'employees', ...parameters };
	return type === DIFF && dataset === 'employees' && disabled !== true;
}

/** What a workflow compares with Alleo, as the node says it; null where it compares nothing. */
export function datasetOf({ nodes }: Pick<StoredWorkflow, 'nodes'>): string | null {
	const found = nodes.find(({ type, disabled }) => type === DIFF && disabled !== true);
	if (found === undefined) return null;
	const { dataset } = { dataset: 'employees', ...found.parameters };
	return typeof dataset === 'string' ? dataset : null;
}

/** Whether a workflow makes a file beside a daily sync. */
export const makesFile = (workflow: Pick<StoredWorkflow, 'nodes'>): boolean =>
	FILE_DATASETS.has(datasetOf(workflow));

/**
 * Steps that somebody put between what is read and the comparison: what they do to people is in no other
 * workflow.
 */
export function ownSteps({
	nodes,
	connections,
}: Pick<Workflow, 'nodes' | 'connections'>): string[] {
	const diff = nodes.find(isComparison);
	if (diff === undefined) return [];
	const wires = wiresOf(connections).filter(({ kind }) => kind === 'main');
	const leading = before(diff.name, wires);
	return nodes
		.filter((node) => leading.has(node.name) && node.disabled !== true)
		.filter((node) => node.type.startsWith('n8n-nodes-base.'))
		.filter((node) => !isTrigger(node) && !callsDesk(node) && node !== settingsNode({ nodes }))
		.map(({ name }) => name);
}

/** Everything that leads to a node, over any number of wires. */
function before(name: string, wires: readonly Wire[]): Set<string> {
	const found = new Set<string>();
	const todo = [name];
	for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
		for (const { from, to } of wires) {
			if (to !== next || from === name || found.has(from)) continue;
			found.add(from);
			todo.push(from);
		}
	}
	return found;
}

/** Does nothing: only its name is there, for the expressions that ask about it. */
const silent = ({ id, name, position }: WorkflowNode): WorkflowNode => ({
	id,
	name,
	type: NO_OP,
	typeVersion: 1,
	position,
	parameters: {},
});

/** The desk, which gives a run its answers of the inbox, is silent here: they stand in the node itself. */
function withAnswers(node: WorkflowNode, { inbox }: AskedPerson): WorkflowNode {
	const { parameters } = node;
	if (inbox === undefined || !('answers' in parameters)) return node;
	return { ...node, parameters: { ...parameters, answers: literal(JSON.stringify(inbox)) } };
}

/** A log that nobody wired: what the panel of a node has. */
const NO_LOG = '[]';

/** So too what it would give of earlier runs: what was left out, who is held since when, other companies. */
const withHistory = (node: WorkflowNode, { history }: AskedPerson): WorkflowNode =>
	(node.type === DIFF || node.type === EXPLAIN || isAlleoReader(node)) &&
	'history' in node.parameters
		? { ...node, parameters: { ...node.parameters, history: literal(history ?? NO_LOG) } }
		: node;

function explaining(diff: WorkflowNode, settings: string, question: AskedPerson): WorkflowNode {
	const { approval, ...given } = diff.parameters;
	// Explained is the plan of everybody.
	const rest = Object.fromEntries(Object.entries(given).filter(([name]) => name !== 'only'));
	// In the run of the schedule the setting counts; here no schedule ran.
	const isAsked = typeof approval === 'string' && approval.startsWith('=');
	return {
		...diff,
		type: EXPLAIN,
		onError: 'continueRegularOutput',
		parameters: {
			...rest,
			approval: isAsked
				? `={{ $('${settings.replace(/['\\]/g, '\\$&')}').first().json.approval }}`
				: approval,
			person: literal(question.person),
			title: literal(question.title),
			applyUrl: literal(question.applyUrl ?? ''),
			language: question.language,
		},
	};
}

/** A log without a run of this workflow: the desk, which would give it, is silent. */
const NO_RUNS = '[{}]';

/** A file is compared with earlier ones by the run itself; an answer about one person writes nothing. */
const withoutEarlier = (node: WorkflowNode): WorkflowNode =>
	node.type === FILE_NODE
		? { ...node, parameters: { ...node.parameters, history: NO_RUNS } }
		: node;

const withDesk = (node: WorkflowNode, question: AskedPerson): WorkflowNode =>
	withHistory(withAnswers(node, question), question);

/** A name that no node has. */
function freeName(nodes: readonly WorkflowNode[]): string {
	const taken = new Set(nodes.map(({ name }) => name));
	let name = 'Explain';
	while (taken.has(name)) name += ' one person';
	return name;
}

export function explainGraph(
	workflow: StoredWorkflow,
	question: AskedPerson,
): Result<StoredWorkflow> {
	const foreign = (part: string) =>
		failed('SYNC_WORKFLOW_FOREIGN', { workflow: workflow.name, part });
	const [diff, ...more] = workflow.nodes.filter(isComparison);
	const settings = settingsNode(workflow);
	if (diff === undefined || more.length > 0) return foreign('Compare with Alleo');
	if (settings === null) return foreign('Sync Settings');
	const wires = wiresOf(workflow.connections).filter(({ kind }) => kind === 'main');
	const leading = before(diff.name, wires);
	const kept = workflow.nodes.filter(({ name }) => leading.has(name));
	const triggers = kept.filter(isTrigger);
	const steps = kept.filter((node) => !isTrigger(node));
	const source = steps.find(isSource);
	if (source === undefined) return foreign('source node');
	const blocked = steps.find((node) => !canOnlyRead(node) && !callsDesk(node));
	if (blocked !== undefined) {
		return failed('EXPLAIN_WAY_BLOCKED', { node: blocked.name, workflow: workflow.name });
	}

	const start = freeName(workflow.nodes);
	const scheduled = triggers.filter(({ type }) => type === SCHEDULE);
	const starting = new Set((scheduled.length > 0 ? scheduled : triggers).map(({ name }) => name));
	const stepNames = new Set(steps.map(({ name }) => name));
	const intoSource = wires.filter(({ to }) => to === source.name);
	const readers = steps.filter(isAlleoReader).map(({ name }) => name);
	const own = wires.flatMap((wire): Wire[] => {
		if (wire.to !== diff.name && !stepNames.has(wire.to)) return [];
		// Alleo is read whatever becomes of the HR system: what could not be read is part of the answer.
		if (readers.includes(wire.to)) return [];
		if (starting.has(wire.from)) return [{ ...wire, from: start, output: 0 }];
		return stepNames.has(wire.from) ? [wire] : [];
	});
	const toReaders = readers.flatMap((to) =>
		intoSource.map((wire) => ({
			...wire,
			...(starting.has(wire.from) ? { from: start, output: 0 } : {}),
			to,
			input: { type: 'main', index: 0 },
		})),
	);
	const nodes = workflow.nodes.map((node) => {
		if (node === diff) return withDesk(explaining(node, settings.name, question), question);
		// The desk is told of runs, and this is none.
		if (!stepNames.has(node.name) || callsDesk(node)) return silent(node);
		return node.type.startsWith('n8n-nodes-alleo.')
			? withoutEarlier({
					...withDesk(node, question),
					onError: 'continueRegularOutput',
				})
			: node;
	});
	const first = {
		id: `${diff.id}-start`,
		name: start,
		type: MANUAL,
		typeVersion: 1,
		parameters: {},
	};
	return done({
		...workflow,
		nodes: [...nodes, { ...first, position: [0, 0] }],
		connections: connectionsOf([...own, ...toReaders]),
		settings: {
			...workflow.settings,
			// The answer is about people: nothing of it is kept, and nobody is told that it stopped.
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
			saveManualExecutions: false,
			saveExecutionProgress: false,
			errorWorkflow: undefined,
		},
	});
}
