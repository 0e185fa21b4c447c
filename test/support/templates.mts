import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INode, INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';
import { ROOT } from './paths.mts';
import type { TemplateJson } from './engine.mts';

export const SYSTEMS = ['nmbrs', 'afas'] as const;
export type SystemName = (typeof SYSTEMS)[number];

export const readWorkflow = (name: string): TemplateJson & Record<string, unknown> =>
	JSON.parse(readFileSync(path.join(ROOT, `workflows/${name}.json`), 'utf8')) as TemplateJson &
		Record<string, unknown>;

export const readTemplate = (system: SystemName): TemplateJson & Record<string, unknown> =>
	readWorkflow(`${system}-daily-sync`);

/** The nodes of n8n itself that the templates use: version and ports (n8n-nodes-base 2.41.1). */
export const CORE_TYPES: Record<
	string,
	{ version: number; inputs: number; outputs: number; parameters: string[] }
> = {
	'n8n-nodes-base.scheduleTrigger': { version: 1.4, inputs: 0, outputs: 1, parameters: ['rule'] },
	'n8n-nodes-base.manualTrigger': { version: 1, inputs: 0, outputs: 1, parameters: [] },
	'n8n-nodes-base.errorTrigger': { version: 1, inputs: 0, outputs: 1, parameters: [] },
	'n8n-nodes-base.noOp': { version: 1, inputs: 1, outputs: 1, parameters: [] },
	'n8n-nodes-base.set': {
		version: 3.5,
		inputs: 1,
		outputs: 1,
		parameters: [
			'mode',
			'assignments',
			'jsonOutput',
			'includeOtherFields',
			'include',
			'includeFields',
			'options',
		],
	},
	'n8n-nodes-base.formTrigger': {
		version: 2.6,
		inputs: 0,
		outputs: 1,
		parameters: [
			'authentication',
			'requireExecuteAccess',
			'formTitle',
			'formDescription',
			'formFields',
			'responseMode',
			'options',
		],
	},
	'n8n-nodes-base.form': {
		version: 2.5,
		inputs: 1,
		outputs: 1,
		parameters: [
			'operation',
			'respondWith',
			'responseText',
			'completionTitle',
			'completionMessage',
			'inputDataFieldName',
			'limitWaitTime',
			'limitType',
			'resumeAmount',
			'resumeUnit',
		],
	},
	'n8n-nodes-base.if': {
		version: 2.3,
		inputs: 1,
		outputs: 2,
		parameters: ['conditions', 'options'],
	},
	'n8n-nodes-base.dataTable': {
		version: 1.1,
		inputs: 1,
		outputs: 1,
		parameters: [
			'resource',
			'operation',
			'tableName',
			'columns',
			'options',
			'dataTableId',
			'matchType',
			'filters',
			'returnAll',
			'limit',
			'orderBy',
			'orderByColumn',
			'orderByDirection',
		],
	},
	'n8n-nodes-base.ftp': {
		version: 1.1,
		inputs: 1,
		outputs: 1,
		parameters: [
			'protocol',
			'operation',
			'path',
			'binaryPropertyName',
			'binaryData',
			'fileContent',
			'oldPath',
			'newPath',
			'recursive',
			'options',
		],
	},
	'n8n-nodes-base.httpRequest': {
		version: 4.5,
		inputs: 1,
		outputs: 1,
		parameters: ['method', 'url', 'options'],
	},
	'n8n-nodes-base.executeWorkflow': {
		version: 1.4,
		inputs: 1,
		outputs: 1,
		parameters: ['source', 'workflowId', 'workflowInputs', 'mode', 'options'],
	},
	'n8n-nodes-base.executeWorkflowTrigger': {
		version: 1.2,
		inputs: 0,
		outputs: 1,
		parameters: ['inputSource', 'workflowInputs'],
	},
	'n8n-nodes-base.webhook': {
		version: 2.1,
		inputs: 0,
		outputs: 1,
		parameters: ['multipleMethods', 'httpMethod', 'path', 'responseMode', 'options'],
	},
	'n8n-nodes-base.respondToWebhook': {
		version: 1.5,
		inputs: 1,
		outputs: 1,
		parameters: ['respondWith', 'redirectURL', 'responseBody', 'options'],
	},
	'n8n-nodes-base.merge': { version: 3.2, inputs: 2, outputs: 1, parameters: ['mode'] },
	'n8n-nodes-base.stopAndError': {
		version: 1,
		inputs: 1,
		outputs: 0,
		parameters: ['errorType', 'errorMessage'],
	},
	'n8n-nodes-base.stickyNote': {
		version: 1,
		inputs: 0,
		outputs: 0,
		parameters: ['content', 'height', 'width', 'color'],
	},
};

export interface Ports {
	inputs: number;
	outputs: number;
}

/** How many inputs and outputs a node has; they can be an expression on its parameters. */
export function portsOf(given: INode, description: INodeTypeDescription | undefined): Ports {
	const core = CORE_TYPES[given.type];
	if (core !== undefined) return core;
	if (description === undefined) throw new Error(`unknown type ${given.type}`);
	const node = structuredClone(given); // a Workflow fills in the defaults
	const type = { description } as INodeType;
	const find = (): INodeType => type;
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) },
	});
	return {
		inputs: NodeHelpers.getNodeInputs(workflow, node, description).length,
		outputs: NodeHelpers.getNodeOutputs(workflow, node, description).length,
	};
}

const isExpression = (value: unknown): boolean =>
	typeof value === 'string' && value.startsWith('=');

interface Named {
	name: string;
	value?: unknown;
	values?: INodeProperties[];
}

function valueProblems(property: INodeProperties, value: unknown, at: string): string[] {
	if (isExpression(value)) return property.noDataExpression ? [`${at} takes no expression`] : [];
	const options = (property.options ?? []) as Named[];
	if (property.type === 'options' && property.typeOptions?.loadOptionsMethod === undefined) {
		const known = options.map((option) => option.value);
		return known.includes(value) ? [] : [`${at} has no option ${JSON.stringify(value)}`];
	}
	if (property.type === 'multiOptions' && property.typeOptions?.loadOptionsMethod === undefined) {
		const known = options.map((option) => option.value);
		return (value as unknown[])
			.filter((one) => !known.includes(one))
			.map((one) => `${at} has no option ${JSON.stringify(one)}`);
	}
	if (property.type === 'boolean' && typeof value !== 'boolean') return [`${at} is no boolean`];
	if (property.type === 'number' && typeof value !== 'number') return [`${at} is no number`];
	if (property.type === 'collection') {
		return unknownParameters(value as Record<string, unknown>, options as never, at);
	}
	if (property.type === 'fixedCollection') {
		return Object.entries(value as Record<string, unknown>).flatMap(([name, rows]) => {
			const group = options.find((option) => option.name === name);
			if (group === undefined) return [`${at}.${name} does not exist`];
			return (Array.isArray(rows) ? rows : [rows]).flatMap((row) =>
				unknownParameters(row as Record<string, unknown>, group.values ?? [], `${at}.${name}`),
			);
		});
	}
	return [];
}

/** Parameters that the node's description does not have, or whose value it does not offer. */
export function unknownParameters(
	parameters: Record<string, unknown>,
	properties: INodeProperties[],
	at = '',
): string[] {
	return Object.entries(parameters).flatMap(([name, value]) => {
		const place = at === '' ? name : `${at}.${name}`;
		const named = properties.filter((property) => property.name === name);
		if (named.length === 0) return [`${place} does not exist`];
		// The same name can be declared for several operations; one that accepts the value is enough.
		const all = named.map((property) => valueProblems(property, value, place));
		return all.find((problems) => problems.length === 0) ?? all[0] ?? [];
	});
}
