import { expect } from '@jest/globals';
import type { Workflow, WorkflowNode } from '../../core/connect/templates/workflow';
import {
	accountsOf,
	applyOf,
	approvalOf,
	assignmentsOf,
	connectionsIn,
	diffOf,
	line,
	normalizeOf,
	own,
	rename,
	scheduleOf,
	settingIn,
	settingsOf,
	sourceOf,
	theNode,
	valuesOf,
} from './editor.mts';
import { nodeOf } from './upgrade.mts';

/**
 * What people do to a customer's workflow in n8n's editor, one kind each, and what of it must be there after an
 * upgrade. Nodes are found by type: another edit may have renamed them.
 */

export interface Edit {
	name: string;
	/** @param seed any whole number: which value, which node */
	apply(workflow: Workflow, seed: number): void;
	check(upgraded: Workflow, seed: number): void;
}

const pick = <T,>(list: readonly T[], seed: number): T => list[seed % list.length] as T;

const CRONS = ['0 6 * * 1-5', '15 5 * * *', '30 3,19 * * *'];
const ZONES = ['Europe/Brussels', 'Europe/London', 'America/New_York'];

const ROUTES = [
	[{ filter: 'A', companyId: '12' }],
	[
		{ filter: 'A', companyId: '12' },
		{ filter: 'B', companyId: '13' },
	],
];
const GUARDS = [{ deactivationMaximum: 3 }, { createMaximum: 40, updatePercent: 20 }];

const setting = (name: string, values: readonly unknown[]): Edit => ({
	name: `setting ${name}`,
	apply: (workflow, seed) => {
		const found = assignmentsOf(settingsOf(workflow)).find((one) => one.name === name);
		if (found !== undefined) found.value = pick(values, seed);
	},
	check: (upgraded, seed) => {
		expect(settingIn(upgraded, name)).toEqual(pick(values, seed));
	},
});

/** What a person drags into a field names Settings as it is called then. */
const typed = (workflow: Workflow, value: unknown): unknown =>
	typeof value === 'string'
		? value.replace("$('Settings')", `$('${settingsOf(workflow).name}')`)
		: value;

const parameter = (
	name: string,
	nodeIn: (workflow: Workflow) => WorkflowNode,
	key: string,
	values: readonly unknown[],
): Edit => ({
	name,
	apply: (workflow, seed) => {
		nodeIn(workflow).parameters[key] = typed(workflow, pick(values, seed));
	},
	check: (upgraded, seed) =>
		expect(nodeIn(upgraded).parameters[key]).toEqual(typed(upgraded, pick(values, seed))),
});

const onNode = (
	name: string,
	nodeIn: (workflow: Workflow) => WorkflowNode,
	change: (seed: number) => object,
): Edit => ({
	name,
	apply: (workflow, seed) => void Object.assign(nodeIn(workflow), change(seed)),
	check: (upgraded, seed) => expect(nodeIn(upgraded)).toMatchObject(change(seed)),
});

const renaming = (
	name: string,
	nodeIn: (workflow: Workflow) => WorkflowNode,
	to: string,
): Edit => ({
	name,
	apply: (workflow) => rename(workflow, nodeIn(workflow).name, to),
	check: (upgraded) => expect(nodeIn(upgraded).name).toBe(to),
});

/** Edits after which the workflow can be upgraded. */
export const EDITS: readonly Edit[] = [
	setting('customer_name', ['Bakkerij', "Café 't Hoekje", '="x"', 'Ünal & Zn']),
	setting('alleo_company_id', ['12', '4711']),
	setting('language', ['en', 'nl']),
	setting('selective_sync', ['on', 'off']),
	setting('approval', ['whenGuardTrips', 'always']),
	setting('integration_id', ['i-1', 'i-22']),
	{
		name: 'a setting of their own',
		apply: (workflow, seed) =>
			void assignmentsOf(settingsOf(workflow)).push({
				id: `own-${seed}`,
				name: 'cost_center',
				type: 'string',
				value: `K${seed}`,
			}),
		check: (upgraded, seed) => expect(settingIn(upgraded, 'cost_center')).toBe(`K${seed}`),
	},
	{
		name: 'mapping of a field',
		apply: (workflow, seed) => {
			valuesOf(normalizeOf(workflow))['group'] = pick(['$json.company.name', '$json.kst'], seed);
		},
		check: (upgraded, seed) =>
			expect(valuesOf(normalizeOf(upgraded))['group']).toBe(
				pick(['$json.company.name', '$json.kst'], seed),
			),
	},
	{
		name: 'mapping taken away',
		apply: (workflow) => void delete valuesOf(normalizeOf(workflow))['private_email'],
		check: (upgraded) =>
			expect(valuesOf(normalizeOf(upgraded))).not.toHaveProperty('private_email'),
	},
	parameter('email policy', normalizeOf, 'emailPolicy', ['private', 'businessThenPrivate']),
	parameter('access field', normalizeOf, 'accessField', [
		'$json.extraFields.alleo',
		'$json.access',
	]),
	{
		name: 'routes',
		apply: (workflow, seed) =>
			void (diffOf(workflow).parameters['routing'] = { routes: pick(ROUTES, seed) }),
		check: (upgraded, seed) => {
			const typedIn = (value: string) => ({ __rl: true, mode: 'id', value });
			const routes = pick(ROUTES, seed).map(({ filter, companyId }) => ({
				filter: typedIn(filter),
				companyId: typedIn(companyId),
			}));
			expect(settingsOf(upgraded).parameters['routing']).toEqual({ routes });
			expect(diffOf(upgraded).parameters).toMatchObject({ settingsFrom: 'syncSettings' });
			expect(diffOf(upgraded).parameters).not.toHaveProperty('routing');
		},
	},
	{
		name: 'guards',
		apply: (workflow, seed) => void (diffOf(workflow).parameters['guards'] = pick(GUARDS, seed)),
		check: (upgraded, seed) => {
			expect(settingsOf(upgraded).parameters['guards']).toMatchObject(pick(GUARDS, seed));
			expect(diffOf(upgraded).parameters).not.toHaveProperty('guards');
		},
	},
	parameter('absent policy', diffOf, 'absentPolicy', ['deactivate']),
	parameter('title', approvalOf, 'title', [
		'Plan',
		"={{ $('Settings').first().json.alleo_company_id }}",
	]),
	parameter('wait', approvalOf, 'limitWaitHours', [48, 72]),
	parameter('concurrency', applyOf, 'concurrency', [2, 3]),
	{
		name: 'schedule',
		apply: (workflow, seed) => {
			const rule = { interval: [{ field: 'cronExpression', expression: pick(CRONS, seed) }] };
			scheduleOf(workflow).parameters['rule'] = rule;
		},
		check: (upgraded, seed) =>
			expect(JSON.stringify(scheduleOf(upgraded).parameters['rule'])).toContain(pick(CRONS, seed)),
	},
	onNode('credential of the source', sourceOf, (seed) => ({
		credentials: { nmbrsOAuth2Api: { id: `c${seed}`, name: `Customer ${seed}` } },
	})),
	onNode('credential of Alleo', applyOf, (seed) => ({
		credentials: { alleoApi: { id: `a${seed}`, name: 'Alleo' } },
	})),
	onNode('retry', accountsOf, () => ({ retryOnFail: true, maxTries: 5 })),
	onNode('a note on a node', diffOf, (seed) => ({ notes: `look at ${seed}`, notesInFlow: true })),
	onNode('a node that is off', scheduleOf, () => ({ disabled: true })),
	parameter('what is read', sourceOf, 'referenceDate', ['2026-12-01']),
	{
		name: 'time zone and what is saved',
		apply: (workflow, seed) =>
			void Object.assign(workflow.settings, { timezone: pick(ZONES, seed), executionTimeout: 600 }),
		check: (upgraded, seed) =>
			expect(upgraded.settings).toMatchObject({
				timezone: pick(ZONES, seed),
				executionTimeout: 600,
			}),
	},
	renaming('Settings renamed', settingsOf, 'Instellingen'),
	renaming('Compare renamed', diffOf, "Vergelijk d'Alleo"),
	renaming('the schedule renamed', scheduleOf, 'Elke nacht'),
	{
		name: 'a node in between',
		apply: (workflow) => {
			const [before, after] = [normalizeOf(workflow).name, diffOf(workflow).name];
			workflow.nodes.push(own('Alleen actieve'));
			const connections = connectionsIn(workflow);
			const targets = connections[before]?.main[0] ?? [];
			const at = targets.findIndex(({ node }) => node === after);
			targets.splice(at, 1, line('Alleen actieve'));
			connections['Alleen actieve'] = { main: [[line(after)]] };
		},
		check: (upgraded) => {
			const [before, after] = [normalizeOf(upgraded).name, diffOf(upgraded).name];
			const connections = connectionsIn(upgraded);
			expect(connections[before]?.main[0]).toEqual([line('Alleen actieve')]);
			expect(connections['Alleen actieve']?.main[0]).toEqual([line(after)]);
			expect(nodeOf(upgraded, 'Alleen actieve').parameters).toEqual(own('x').parameters);
		},
	},
	{
		name: 'a node beside',
		apply: (workflow) => {
			workflow.nodes.push(own('Naar Slack'), own('Daarna'));
			const connections = connectionsIn(workflow);
			const outputs = (connections[applyOf(workflow).name] ??= { main: [] }).main;
			outputs[1] = [...(outputs[1] ?? []), line('Naar Slack')];
			connections['Naar Slack'] = { main: [[line('Daarna')]] };
		},
		check: (upgraded) => {
			const connections = connectionsIn(upgraded);
			expect(connections[applyOf(upgraded).name]?.main[1]).toContainEqual(line('Naar Slack'));
			expect(connections['Naar Slack']?.main[0]).toEqual([line('Daarna')]);
		},
	},
	{
		name: 'a note of their own',
		apply: (workflow) => {
			const parameters = { content: 'Bel eerst Anja', height: 100, width: 200 };
			workflow.nodes.push(own('Sticky Note', { type: 'n8n-nodes-base.stickyNote', parameters }));
		},
		check: (upgraded) =>
			expect(nodeOf(upgraded, 'Sticky Note').parameters['content']).toBe('Bel eerst Anja'),
	},
	{
		name: 'the address of the form',
		apply: (workflow, seed) => {
			const form = workflow.nodes.find(({ type }) => type.endsWith('.formTrigger'));
			if (form !== undefined) form.webhookId = `form-${seed}`;
		},
		check: (upgraded, seed) =>
			expect(theNode(upgraded, 'n8n-nodes-base.formTrigger').webhookId).toBe(`form-${seed}`),
	},
	{
		name: 'nodes moved',
		apply: (workflow, seed) => {
			for (const node of workflow.nodes) node['position'] = [seed % 700, (seed * 7) % 900];
		},
		check: () => undefined,
	},
	{
		name: 'imported again, with other ids',
		apply: (workflow, seed) => {
			for (const [at, node] of workflow.nodes.entries()) node.id = `new-${seed}-${at}`;
		},
		check: (upgraded) =>
			expect(new Set(upgraded.nodes.map(({ id }) => id)).size).toBe(upgraded.nodes.length),
	},
	{
		name: 'saved in the editor, which leaves defaults away',
		apply: (workflow) => {
			for (const { parameters } of workflow.nodes) {
				if (parameters['mode'] === 'manual') delete parameters['mode'];
				if (parameters['includeOtherFields'] === false) delete parameters['includeOtherFields'];
			}
		},
		check: () => undefined,
	},
];
