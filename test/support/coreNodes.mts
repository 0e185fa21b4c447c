import type { INodeType } from 'n8n-workflow';

/**
 * Small doubles of the n8n nodes that the templates use; n8n-nodes-base itself is only installed with
 * the real n8n of the end-to-end tests, which run the templates with the originals.
 */

interface Assignment {
	name: string;
	value: unknown;
}

const description = (name: string, outputs = 1): INodeType['description'] => ({
	displayName: name,
	name,
	group: ['transform'],
	version: 1,
	description: name,
	defaults: { name },
	inputs: ['main'],
	outputs: Array.from({ length: outputs }, () => 'main' as const),
	properties: [],
});

const starter: INodeType = {
	description: { ...description('starter'), inputs: [] },
	async execute() {
		return [this.getInputData()];
	},
};

const noOp: INodeType = {
	description: description('noOp'),
	async execute() {
		return [this.getInputData()];
	},
};

/** Edit Fields: manual mapping, without the input's own fields. */
const set: INodeType = {
	description: {
		...description('set'),
		properties: [
			{ displayName: 'Mode', name: 'mode', type: 'options', options: [], default: 'manual' },
			{
				displayName: 'Fields to Set',
				name: 'assignments',
				type: 'assignmentCollection',
				default: {},
			},
			{ displayName: 'Options', name: 'options', type: 'collection', options: [], default: {} },
		],
	},
	async execute() {
		return [
			this.getInputData().map((_item, index) => {
				const { assignments } = this.getNodeParameter('assignments', index) as {
					assignments: Assignment[];
				};
				const json = Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
				return { json: json as never, pairedItem: { item: index } };
			}),
		];
	},
};

/** If: every condition an equality, as the templates have it. */
const ifNode: INodeType = {
	description: {
		...description('if', 2),
		properties: [{ displayName: 'Conditions', name: 'conditions', type: 'filter', default: {} }],
	},
	async execute() {
		const { conditions } = this.getNodeParameter('conditions', 0) as {
			conditions: Array<{ leftValue: unknown; rightValue: unknown }>;
		};
		const holds = conditions.every(({ leftValue, rightValue }) => leftValue === rightValue);
		return holds ? [this.getInputData(), []] : [[], this.getInputData()];
	},
};

/** Form: the real one waits until a browser shows its page; this one shows it to the test. */
const form: INodeType = {
	description: {
		...description('form'),
		properties: ['completionTitle', 'completionMessage'].map((name) => ({
			displayName: name,
			name,
			type: 'string' as const,
			default: '',
		})),
	},
	async execute() {
		const json = {
			title: this.getNodeParameter('completionTitle', 0) as string,
			message: this.getNodeParameter('completionMessage', 0) as string,
		};
		return [[{ json, pairedItem: { item: 0 } }]];
	},
};

export const CORE_NODES: Record<string, INodeType> = {
	'n8n-nodes-base.manualTrigger': starter,
	'n8n-nodes-base.scheduleTrigger': starter,
	'n8n-nodes-base.errorTrigger': starter,
	'n8n-nodes-base.executeWorkflowTrigger': starter,
	'n8n-nodes-base.form': form,
	'n8n-nodes-base.formTrigger': starter,
	'n8n-nodes-base.if': ifNode,
	'n8n-nodes-base.noOp': noOp,
	'n8n-nodes-base.set': set,
	'n8n-nodes-base.stickyNote': noOp,
};
