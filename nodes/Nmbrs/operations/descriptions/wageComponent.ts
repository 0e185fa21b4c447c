import type { INodeProperties } from 'n8n-workflow';

/** A picker of the wage codes of the chosen companies. */
export const wageComponent = (
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'displayOptions'>,
): INodeProperties => ({
	...field,
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getWageCodes', loadOptionsDependsOn: ['companyIds'] },
	default: '',
});

export const CHOOSE =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.';
