import { updateDisplayOptions } from 'n8n-workflow';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { ACCESS_FIELD, FIELDS } from '../../core/normalize/mapping';
import { CLEARABLE_FIELDS } from '../../core/normalize';
import { salaryLeaveProperties } from './salaryLeave/properties';
import { byName, transforms } from './transformProperty';

const clearable: INodePropertyOptions[] = CLEARABLE_FIELDS.map((id) => ({
	name: FIELDS[id].label,
	value: id,
})).sort(byName);

const mode: INodeProperties = {
	displayName: 'Mode',
	name: 'mode',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Normalize',
			value: 'normalize',
			description: 'Pass every person on, ready for Alleo Diff',
		},
		{
			name: 'Try the Mapping',
			value: 'preview',
			description: 'Show field by field what the mapping makes of the first people',
		},
	],
	default: 'normalize',
};

const source: INodeProperties = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'AFAS', value: 'afas' },
		{ name: 'Automatic', value: 'auto', description: 'Each person says where they come from' },
		{ name: 'Custom', value: 'custom', description: 'Another system: map the fields yourself' },
		{ name: 'NMBRS', value: 'nmbrs' },
	],
	default: 'auto',
	description: 'The HR system that the people come from',
};

const fields: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description:
		'Which source field feeds which Alleo field. Drag a field from the input panel to change one.',
	typeOptions: {
		loadOptionsDependsOn: ['source'],
		resourceMapper: {
			resourceMapperMethod: 'getMappingFields',
			mode: 'add',
			valuesLabel: 'Fields',
			fieldWords: { singular: 'field', plural: 'fields' },
			supportAutoMap: false,
			addAllFields: true,
		},
	},
};

const access: INodeProperties[] = [
	{
		displayName: 'Selective Sync',
		name: 'selectiveSync',
		type: 'boolean',
		default: false,
		description: 'Whether only people whose access field says yes get access',
	},
	{
		displayName: 'Access Field',
		name: 'accessField',
		type: 'string',
		default: ACCESS_FIELD,
		placeholder: 'e.g. alleo_access',
		displayOptions: { show: { selectiveSync: [true] } },
		description:
			'Name of the field in the HR system; alleo_access also finds the older yourcampus_access',
	},
	{
		displayName: 'Empty Access Field Means',
		name: 'emptyAccess',
		type: 'options',
		options: [
			{ name: 'No', value: 'no', description: 'No access; an active account is deactivated' },
			{
				name: 'Undecided',
				value: 'undecided',
				description: 'Newcomers wait; an active account is left alone and held for a decision',
			},
			{ name: 'Yes', value: 'yes', description: 'Access' },
		],
		default: 'undecided',
		displayOptions: { show: { selectiveSync: [true] } },
		description: 'What it means when nobody filled the access field of a person',
	},
];

const policies: INodeProperties[] = [
	{
		displayName: 'Email Policy',
		name: 'emailPolicy',
		type: 'options',
		options: [
			{ name: 'Business', value: 'business' },
			{ name: 'Business, Then Private', value: 'businessThenPrivate' },
			{ name: 'Private', value: 'private' },
		],
		default: 'business',
		description: 'Which address the person gets their Alleo account under',
	},
	{
		displayName: 'Name Policy',
		name: 'namePolicy',
		type: 'options',
		options: [
			{ name: 'As Used', value: 'asUsed', description: 'By the name use in the HR system' },
			{ name: 'Birth Name', value: 'birth', description: 'What Alleo does itself' },
		],
		default: 'birth',
		description: 'Which last name Alleo gets',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: [
			{ name: 'Dutch', value: 'nl' },
			{ name: 'English', value: 'en' },
		],
		default: 'nl',
		description: 'Language of new accounts where the mapping has none',
	},
	{
		displayName: 'Reference Date',
		name: 'referenceDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-24',
		description: 'The day to judge by; empty means today in the time zone of the workflow',
	},
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Clear When Empty',
			name: 'clearWhenEmpty',
			type: 'multiOptions',
			options: clearable,
			default: [],
			description: 'Fields that are emptied in Alleo too when the source has them empty',
		},
		{
			displayName: 'Days Between Employments',
			name: 'gapDays',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 366 },
			default: 7,
			description: 'How many days may lie between two employments that count as one service',
		},
		{
			displayName: 'Find Budgets by Name',
			name: 'findBudgets',
			type: 'boolean',
			default: true,
			description:
				'Whether to pick up fields named like alleo_monthly_all_budget without mapping them',
		},
		{
			displayName: 'People to Try',
			name: 'previewCount',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: 5,
			description: 'How many people Try the Mapping shows',
		},
		{
			displayName: 'Work Anniversary',
			name: 'anniversary',
			type: 'options',
			options: [
				{ name: 'Seniority Date, Else Start of Service', value: 'seniority' },
				{ name: 'Start of the Present Employment', value: 'presentEmployment' },
			],
			default: 'seniority',
			description: 'Which day counts as the work anniversary',
		},
	],
};

const dataset: INodeProperties = {
	displayName: 'Dataset',
	name: 'dataset',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Employees', value: 'employees', description: 'Who works where, for accounts' },
		{
			name: 'Salary and Leave',
			value: 'salaryLeave',
			description: 'Payroll records, for the salary and leave file',
		},
	],
	default: 'employees',
	description: 'What comes in',
};

const employeeProperties: INodeProperties[] = [
	mode,
	source,
	fields,
	transforms,
	...access,
	...policies,
	options,
];

export const properties: INodeProperties[] = [
	dataset,
	...updateDisplayOptions({ show: { dataset: ['employees'] } }, employeeProperties),
	...updateDisplayOptions({ show: { dataset: ['salaryLeave'] } }, salaryLeaveProperties),
];
