import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { OPERATORS } from '../../api/operators';

/** A picker of GetConnectors that also takes a typed name, since AFAS may be out of reach. */
export const connectorField = (
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'> & {
		value: string;
		required?: boolean;
	},
): INodeProperties => ({
	displayName: field.displayName,
	name: field.name,
	type: 'resourceLocator',
	default: { mode: 'list', value: field.value },
	required: field.required ?? false,
	description: field.description ?? '',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchConnectors', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. Profit_Employees_Alleo',
		},
	],
});

/** The list searches that give columns, each of one connector of the node. */
export type ColumnSearch =
	| 'searchColumns'
	| 'searchContractColumns'
	| 'searchSalaryColumns'
	| 'searchWageColumns'
	| 'searchPlanColumns'
	| 'searchLeaveColumns';

/** A picker of columns that also takes a typed name. */
export const columnField = (
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'> & {
		value: string;
		method: ColumnSearch;
		placeholder?: string;
	},
): INodeProperties => ({
	displayName: field.displayName,
	name: field.name,
	type: 'resourceLocator',
	default: { mode: 'list', value: field.value },
	description: field.description ?? '',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: field.method, searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'id',
			type: 'string',
			placeholder: `e.g. ${field.placeholder ?? (field.value || 'EmployeeId')}`,
		},
	],
});

const operatorOptions: INodePropertyOptions[] = OPERATORS.map(({ name, value }) => ({
	name,
	value,
}));

export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Condition',
	default: {},
	description:
		'Rows that AFAS must return. Yes/no columns are filtered here instead of in AFAS, and conditions with "Not" keep rows where the column is empty.',
	options: [
		{
			displayName: 'Condition',
			name: 'conditions',
			values: [
				columnField({
					displayName: 'Column',
					name: 'field',
					value: '',
					method: 'searchColumns',
					description: 'The column to look at. Filters on free fields are slow in AFAS.',
				}),
				{
					displayName: 'Operator',
					name: 'operator',
					type: 'options',
					options: operatorOptions,
					default: 1,
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. 01 or 2026-01-31',
					displayOptions: { hide: { operator: [8, 9] } },
				},
				{
					displayName: 'Group',
					name: 'group',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 1,
					description:
						'Conditions with the same group number must all hold. A row is returned when any one group holds.',
				},
			],
		},
	],
};

export const orderField: INodeProperties = {
	displayName: 'Order By',
	name: 'orderBy',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Column',
	default: {},
	description:
		'Columns that together are unique for a row; without that, pages may skip or repeat people. Leave empty for the default: person, employee, employer, employment number (DvId), start date, as far as the connector has them.',
	options: [
		{
			displayName: 'Column',
			name: 'columns',
			values: [
				columnField({
					displayName: 'Column',
					name: 'column',
					value: '',
					method: 'searchColumns',
					description: 'A column of the connector. Whole numbers sort fastest in AFAS.',
				}),
				{
					displayName: 'Direction',
					name: 'direction',
					type: 'options',
					options: [
						{ name: 'Ascending', value: 'ascending' },
						{ name: 'Descending', value: 'descending' },
					],
					default: 'ascending',
				},
			],
		},
	],
};

export const pageSizeField: INodeProperties = {
	displayName: 'Page Size',
	name: 'pageSize',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1000,
	description:
		'Rows per request. It is lowered by itself where the connector has so many columns that AFAS would run out of memory.',
};

export const onPartitionErrorField: INodeProperties = {
	displayName: 'On Connector Error',
	name: 'onPartitionError',
	type: 'options',
	options: [
		{
			name: 'Continue',
			value: 'continue',
			description: 'Give no rows, and say so on the output Coverage',
		},
		{ name: 'Stop', value: 'stop', description: 'Stop the workflow with the reason' },
	],
	default: 'stop',
	description:
		'What to do when a connector cannot be read completely. A partial list is never given.',
};

/** Settings of the transport, for every operation that reads rows. */
export const readingOptions: INodeProperties[] = [
	{
		displayName: 'Parallel Pages',
		name: 'parallelPages',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 5 },
		default: 1,
		description: 'Pages asked for at the same time. AFAS prefers 1 and refuses more than 5.',
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeoutSeconds',
		type: 'number',
		typeOptions: { minValue: 10, maxValue: 900 },
		default: 120,
		description: 'How long one page may take. AFAS itself gives up after 900 seconds.',
	},
];

/** What a person lets out beside the columns that the sync knows. Nothing by default. */
export const additionalColumnsField: INodeProperties = {
	displayName: 'Additional Column Names or IDs',
	name: 'additionalColumns',
	type: 'multiOptions',
	typeOptions: {
		loadOptionsMethod: 'getAdditionalColumns',
		loadOptionsDependsOn: [
			'employeesConnector.value',
			'contractsConnector.value',
			'connector.value',
		],
	},
	default: [],
	hint: 'None chosen: only the columns that the sync itself uses',
	description:
		'Further columns to pass on, for a mapping of your own in Employee Normalize. Private columns and pay are not in the list and never leave. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const columnListOptions: INodeProperties[] = [
	{
		displayName: 'Columns to Leave Out',
		name: 'dropColumns',
		type: 'string',
		default: '',
		placeholder: 'e.g. CostCenter, Manager',
		description:
			'Columns that would leave this node but must not, separated by commas. Citizen service number, address, phone, bank and marital status never do.',
	},
	{
		displayName: 'Only These Columns',
		name: 'onlyColumns',
		type: 'string',
		default: '',
		placeholder: 'e.g. Mail, FirstName, BirthName',
		description:
			'If set, only these columns leave the node beside those that decide who is in service. Separate them by commas.',
	},
];
