import { updateDisplayOptions } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';
import { integration } from './integration';
import { invitation } from './invitation';
import type { Resource } from './operation';

/** Resource -> operations, in the order of the panel. A new resource needs only its line here. */
export const RESOURCES: Record<string, Resource> = {
	integration,
	invitation,
};

const resourceField: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: Object.entries(RESOURCES).map(([value, { name }]) => ({ name, value })),
	default: 'invitation',
};

const operationField = ([name, resource]: [string, Resource]): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [name] } },
	options: Object.entries(resource.operations).map(([value, operation]) => ({
		name: operation.name,
		value,
		action: operation.action,
		description: operation.description,
	})),
	default: `${resource.default}`,
});

const fieldsOf = ([name, { operations }]: [string, Resource]): INodeProperties[] =>
	Object.entries(operations).flatMap(([operation, { fields }]) =>
		updateDisplayOptions({ show: { resource: [name], operation: [operation] } }, fields),
	);

export const properties: INodeProperties[] = [
	resourceField,
	...Object.entries(RESOURCES).map(operationField),
	...Object.entries(RESOURCES).flatMap(fieldsOf),
];
