import { isEvaluated } from '../../evaluated';
import {
	asParameter,
	isSettingName,
	isSettingsNode,
	SETTING_PARAMETERS,
	SETTINGS_NODE,
	typedChoice,
} from '../settingsNode';
import { assignmentsOf } from '../settingsSet';
import type { Assignment } from '../settingsSet';
import type { Workflow, WorkflowNode } from '../workflow';
import type { Filled } from './match';
import type { UpgradeProblem } from './problems';
import { renamed } from './references';
import { isRow, same } from './values';

/**
 * A daily sync of before version 4 as if it had had the step Sync Settings already: the Set node "Settings",
 * routes and guards of Alleo Diff, and Selective Sync of Employee Normalize in one node, under the id and the
 * name of the Set node. What follows then compares like with like, and renames what reads it.
 */

const DIFF = 'n8n-nodes-alleo.alleoDiff';
const NORMALIZE = 'n8n-nodes-alleo.employeeNormalize';
const ALLEO = 'n8n-nodes-alleo.alleo';

export interface WithSettingsStep {
	base: Workflow;
	stored: Workflow;
	problems: UpgradeProblem[];
}

/** Set nodes can do more than hold fields; of that Sync Settings does nothing. */
const PLAIN: Readonly<Record<string, unknown>> = {
	mode: 'manual',
	includeOtherFields: false,
	options: {},
};

const ownWays = ({ parameters }: WorkflowNode): string[] =>
	Object.keys(parameters).filter(
		(key) => key !== 'assignments' && !same(parameters[key], PLAIN[key]),
	);

const isExpression = (value: unknown): boolean => typeof value === 'string' && isEvaluated(value);

/** Yes and no of before there was "automatic". */
const SYNC: Readonly<Record<string, string>> = { true: 'on', false: 'off' };

function valueOf(name: string, value: unknown): unknown {
	if (isExpression(value)) return value;
	if (name === 'selective_sync') return SYNC[String(value).toLowerCase()] ?? value;
	return name === 'offer_enable' ? String(value) === 'true' : String(value ?? '');
}

/** Fields that the template did not have, or that somebody made into something else. */
const ownFields = (fields: readonly Assignment[], template: readonly Assignment[]): Assignment[] =>
	fields.filter(
		(field) =>
			!isSettingName(field.name) &&
			!template.some((one) => one.name === field.name && same(one.value, field.value)),
	);

const settingsIn = (fields: readonly Assignment[]): Record<string, unknown> =>
	Object.fromEntries(
		fields.flatMap(({ name, value }) =>
			isSettingName(name)
				? [[SETTING_PARAMETERS[name].name, asParameter(name, valueOf(name, value))] as const]
				: [],
		),
	);

/** A route as n8n keeps choices of lists. */
const route = (row: unknown): unknown =>
	isRow(row)
		? Object.fromEntries(
				Object.entries(row).map(([key, value]) =>
					['filter', 'companyId'].includes(key) && !isRow(value)
						? [key, typedChoice(String(value))]
						: [key, value],
				),
			)
		: row;

/** Routes and guards of Alleo Diff, where somebody set them. */
function limitsOf(diff: WorkflowNode | undefined, presets: unknown): Record<string, unknown> {
	const { routing, guards } = diff?.parameters ?? {};
	const routes = isRow(routing) ? routing['routes'] : undefined;
	const list = routes === undefined ? [] : Array.isArray(routes) ? routes : [routes];
	return {
		...(list.length === 0 ? {} : { routing: { routes: list.map(route) } }),
		...(isRow(guards) && Object.keys(guards).length > 0
			? { guards: { ...(isRow(presets) ? presets : {}), ...guards } }
			: {}),
	};
}

/** n8n drops an expression for the whole of a table or a collection, so it never did anything. */
function unreadable(diff: WorkflowNode | undefined): string[] {
	const { routing, guards } = diff?.parameters ?? {};
	return [
		...(routing === undefined || isRow(routing) ? [] : ['routing']),
		...(guards === undefined || isRow(guards) ? [] : ['guards']),
	];
}

/** The Alleo credential of the other steps, where they agree. */
function alleoOf({ nodes }: Workflow): Pick<WorkflowNode, 'credentials'> {
	const found = nodes.flatMap(({ type, credentials }) => {
		const alleo = type === ALLEO ? credentials?.['alleoApi'] : undefined;
		return alleo === undefined ? [] : [alleo];
	});
	const [first, ...others] = found;
	return first === undefined || others.some(({ id }) => id !== first.id)
		? {}
		: { credentials: { alleoApi: first } };
}

const only = (nodes: readonly WorkflowNode[], type: string): WorkflowNode | undefined => {
	const [first, ...more] = nodes.filter((node) => node.type === type);
	return more.length > 0 ? undefined : first;
};

const without = (node: WorkflowNode, ...keys: string[]): WorkflowNode => ({
	...node,
	parameters: Object.fromEntries(
		Object.entries(node.parameters).filter(([key]) => !keys.includes(key)),
	),
});

/** What the steps that had a setting of their own say from now on. */
interface Given {
	/** The name of the Set node in the template, and how its Employee Normalize read it. */
	template: { name: string; fields: readonly Assignment[]; sync: unknown };
	/** What the panel of Sync Settings has. */
	presets: Readonly<Record<string, unknown>>;
	/** Whether what is left away is known to be the default. */
	known: boolean;
}

function converted(workflow: Workflow, settings: WorkflowNode, given: Given): Workflow {
	const { template, presets, known } = given;
	const fields = assignmentsOf(settings) ?? [];
	const diff = only(workflow.nodes, DIFF);
	const normalize = only(workflow.nodes, NORMALIZE);
	const sync = normalize?.parameters['selectiveSync'] ?? (known ? 'auto' : undefined);
	const moved = sync !== undefined && normalize !== undefined && !isExpression(sync);
	const reads = renamed(template.sync, (name) => (name === template.name ? settings.name : name));
	const more = ownFields(fields, template.fields);
	const step: WorkflowNode = {
		...settings,
		type: SETTINGS_NODE,
		typeVersion: 1,
		...alleoOf(workflow),
		parameters: {
			...settingsIn(fields),
			...(moved ? { selectiveSync: valueOf('selective_sync', sync) } : {}),
			...limitsOf(diff, presets['guards']),
			...(more.length === 0 ? {} : { moreSettings: { assignments: more } }),
		},
	};
	const nodes = workflow.nodes.map((node) => {
		if (node === settings) return step;
		if (node === diff) return without(node, 'routing', 'guards');
		if (node !== normalize || !moved) return node;
		return { ...node, parameters: { ...node.parameters, selectiveSync: reads } };
	});
	return { ...workflow, nodes };
}

/** An address at home that goes to Alleo was asked for, or nobody minded: either way it stays as it is. */
function keepingPrivateEmail(base: Workflow): Workflow {
	const nodes = base.nodes.map((node) => {
		const { fields } = node.parameters;
		if (node.type !== NORMALIZE || !isRow(fields)) return node;
		const { value, schema } = fields;
		const kept = {
			...fields,
			value: isRow(value)
				? Object.fromEntries(Object.entries(value).filter(([id]) => id !== 'private_email'))
				: value,
			schema: Array.isArray(schema)
				? schema.filter((field) => !isRow(field) || field['id'] !== 'private_email')
				: schema,
		};
		return { ...node, parameters: { ...node.parameters, fields: kept } };
	});
	return { ...base, nodes };
}

const mapsPrivateEmail = ({ nodes }: Workflow): boolean =>
	nodes.some(({ type, parameters: { fields } }) => {
		const value = type === NORMALIZE && isRow(fields) ? fields['value'] : undefined;
		return isRow(value) && Object.hasOwn(value, 'private_email');
	});

/** Both versions with the step, where the next template has it and the base has not. */
export function withSettingsStep(
	base: Workflow,
	stored: Workflow,
	next: Workflow,
	filled: Filled,
): WithSettingsStep {
	const after = next.nodes.find(isSettingsNode);
	const was = base.nodes.find((node) => assignmentsOf(node) !== null);
	if (after === undefined || was === undefined) return { base, stored, problems: [] };
	const is = stored.nodes.find((node) => assignmentsOf(node) !== null);
	const presets = filled({ ...after, parameters: {} });
	const template = {
		name: was.name,
		fields: assignmentsOf(was) ?? [],
		sync: only(base.nodes, NORMALIZE)?.parameters['selectiveSync'],
	};
	const given = { template, presets, known: presets['selectiveSync'] !== undefined };
	const compared =
		mapsPrivateEmail(stored) && !mapsPrivateEmail(next) ? keepingPrivateEmail(base) : base;
	const before = converted(compared, was, given);
	// Without its fields it is no "Settings" any more: it counts as taken out, and is named.
	if (is === undefined) return { base: before, stored, problems: [] };
	const diffs = stored.nodes.filter(({ type }) => type === DIFF);
	const odd = [
		...[{ node: is, settings: ownWays(is) }],
		...diffs.map((node) => ({ node, settings: unreadable(node) })),
		...(diffs.length > 1 ? diffs.map((node) => ({ node, settings: ['routing', 'guards'] })) : []),
	].filter(({ settings }) => settings.length > 0);
	return {
		base: before,
		stored: converted(stored, is, given),
		problems: odd.map(({ node, settings }) => ({
			code: 'UPGRADE_SETTINGS_STEP',
			params: { node: node.name, settings: settings.join(', ') },
			node: node.name,
			optional: false,
		})),
	};
}
