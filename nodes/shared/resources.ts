import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { done, failed, type Result } from '../../core/model/result';

/** What the panel shows of an operation. */
export interface Shown {
	name: string;
	/** Sentence case, for n8n's list of actions. */
	action: string;
	description: string;
}

export interface Resource<O> {
	name: string;
	/** In the order of the panel. */
	operations: Readonly<Record<string, O>>;
	/** The operation that a new node starts with. */
	default: string;
}

/** The resources of a node, in the order of the panel. A new one needs only its line there. */
export type Resources<O> = Readonly<Record<string, Resource<O>>>;

/** The operation that the panel chose: a pair of resource and operation, of an expression any pair. */
export function chosenOperation<O>(
	context: Pick<IExecuteFunctions, 'getNodeParameter'>,
	resources: Readonly<Record<string, Pick<Resource<O>, 'operations'>>>,
): Result<O> {
	const resource = String(context.getNodeParameter('resource', 0, ''));
	const name = String(context.getNodeParameter('operation', 0, ''));
	const known = Object.hasOwn(resources, resource) ? resources[resource]?.operations : undefined;
	const operation = known !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
	if (operation !== undefined) return done(operation);
	const problem = 'this resource does not have it';
	return failed('SETTING_INVALID', { setting: 'Operation', problem });
}

/** The two choices at the top of the panel: the resource, and the operation of each. */
export function choiceFields<O extends Shown>(
	resources: Resources<O>,
	usual: string,
): INodeProperties[] {
	const entries = Object.entries(resources);
	const resourceField: INodeProperties = {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: entries.map(([value, { name }]) => ({ name, value })),
		default: `${usual}`,
	};
	const operationFields = entries.map(
		([resource, one]): INodeProperties => ({
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [resource] } },
			options: Object.entries(one.operations).map(([value, { name, action, description }]) => ({
				name,
				value,
				action,
				description,
			})),
			default: `${one.default}`,
		}),
	);
	return [resourceField, ...operationFields];
}

/** The panel of a node: the resource, its operations, and the fields of each. */
export function panelOf<O extends Shown>(
	resources: Resources<O>,
	usual: string,
	fieldsOf: (operation: O) => INodeProperties[],
): INodeProperties[] {
	const fields = Object.entries(resources).flatMap(([resource, { operations }]) =>
		Object.entries(operations).flatMap(([operation, one]) =>
			updateDisplayOptions(
				{ show: { resource: [resource], operation: [operation] } },
				fieldsOf(one),
			),
		),
	);
	return [...choiceFields(resources, usual), ...fields];
}
