import { updateDisplayOptions } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';
import { WRITABLE_FIELDS } from '../../core/model/employee';
import { plausibilityProperty, reviewedProperty } from './file/properties';
import { guardsProperty } from './guardFields';

const fieldName = (field: string): string =>
	field
		.split('_')
		.map((word) => (word === 'id' ? 'ID' : word.charAt(0).toUpperCase() + word.slice(1)))
		.join(' ');

/** What decides about people; Alleo Explain has the same, so that it says what the plan would do. */
export const decidingProperties: INodeProperties[] = [
	{
		displayName: 'Alleo Company ID',
		name: 'companyId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 42',
		description:
			'The Alleo company of everybody whose alleo_filter is empty. Find it with Alleo > Company > Get Many. Leave empty only when every person is routed; a plan for a file then takes every account that comes in.',
	},
	{
		displayName: 'Routing',
		name: 'routing',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Route',
		default: {},
		description:
			'Which value of alleo_filter goes to which Alleo company. A value that is not in this table holds the person.',
		options: [
			{
				displayName: 'Route',
				name: 'routes',
				values: [
					{
						displayName: 'Filter Value',
						name: 'filter',
						type: 'string',
						default: '',
						placeholder: 'e.g. holding',
						description: 'Value of alleo_filter in the HR system, in any case',
					},
					{
						displayName: 'Alleo Company ID',
						name: 'companyId',
						type: 'string',
						default: '',
						placeholder: 'e.g. 42',
						description: 'The Alleo company that people with this value belong to',
					},
				],
			},
		],
	},
	{
		displayName: 'Approval',
		name: 'approval',
		type: 'options',
		options: [
			{
				name: 'Always',
				value: 'always',
				description:
					'Every plan waits for a person: dry runs, and every run until the first was confirmed',
			},
			{
				name: 'When a Guard Trips',
				value: 'whenGuardTrips',
				description: 'A plan that looks normal is ready at once; transfers and moves still wait',
			},
		],
		default: 'always',
		description: 'When a person has to approve the plan',
	},
	{
		displayName: 'People Absent From the Source',
		name: 'absentPolicy',
		type: 'options',
		options: [
			{ name: 'Report', value: 'report', description: 'Only show them; absence is not evidence' },
			{
				name: 'Deactivate',
				value: 'deactivate',
				description:
					'Plan their off-boarding, but only when Coverage proves that everything was read',
			},
		],
		default: 'report',
		description: 'What to do with people who are active in Alleo and no longer in the source',
	},
	{
		displayName: 'People Who Are Not Eligible',
		name: 'ineligiblePolicy',
		type: 'options',
		options: [
			{ name: 'Deactivate', value: 'deactivate', description: 'Plan their off-boarding' },
			{ name: 'Report', value: 'report', description: 'Only show them' },
		],
		default: 'deactivate',
		description: 'What to do with people who are active in Alleo while the access field says no',
	},
	guardsProperty,
	{
		displayName: 'Field Policies',
		name: 'fieldPolicies',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Field Policy',
		default: {},
		description:
			'How single fields are kept. Without a policy a field always follows the source; the language is only set at creation.',
		options: [
			{
				displayName: 'Policy',
				name: 'policies',
				values: [
					{
						displayName: 'Field',
						name: 'field',
						type: 'options',
						options: WRITABLE_FIELDS.filter((field) => field !== 'external_id')
							.map((field) => ({ name: fieldName(field), value: field }))
							.sort((a, b) => a.name.localeCompare(b.name)),
						default: 'language',
						description: 'The Alleo field',
					},
					{
						displayName: 'Keep',
						name: 'keep',
						type: 'options',
						options: [
							{ name: 'Always', value: 'always', description: 'Alleo follows the source' },
							{ name: 'On Create', value: 'onCreate', description: 'Only set at creation' },
							{
								name: 'When Empty',
								value: 'whenEmpty',
								description: 'Only set where Alleo has nothing',
							},
						],
						default: 'always',
						description: 'When the field is written',
					},
				],
			},
		],
	},
	{
		displayName: 'Reference Date',
		name: 'referenceDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-12-01',
		description:
			'The day that decides, YYYY-MM-DD. Empty means today in the time zone of the workflow. Use the same as in the source and in Employee Normalize.',
	},
];

const datasetProperty: INodeProperties = {
	displayName: 'Dataset',
	name: 'dataset',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Budgets',
			value: 'budgets',
			description: 'The budgets of the HR system, as a file',
		},
		{ name: 'Employees', value: 'employees', description: 'Accounts in Alleo' },
		{
			name: 'Salary and Leave',
			value: 'salaryLeave',
			description: 'Wages, salary sources and leave, as a file',
		},
	],
	default: 'employees',
	description: 'What the plan is about',
};

/** Settings that a plan for a file has too. */
const SHARED: ReadonlySet<string> = new Set(['companyId', 'approval', 'referenceDate']);

const onlyEmployees = (list: INodeProperties[]): INodeProperties[] =>
	updateDisplayOptions({ show: { dataset: ['employees'] } }, list);

export const properties: INodeProperties[] = [
	datasetProperty,
	...decidingProperties.flatMap((property) =>
		SHARED.has(property.name) ? [property] : onlyEmployees([property]),
	),
	...updateDisplayOptions({ show: { dataset: ['salaryLeave'] } }, [reviewedProperty]),
	...updateDisplayOptions({ show: { dataset: ['budgets', 'salaryLeave'] } }, [
		plausibilityProperty,
	]),
	{
		displayName: 'Expires After (Hours)',
		name: 'expiresAfterHours',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 720 },
		default: 24,
		description: 'How long the plan may be approved and applied; after that it is refused',
	},
	{
		displayName: 'Report Language',
		name: 'language',
		type: 'options',
		options: [
			{ name: 'Dutch', value: 'nl' },
			{ name: 'English', value: 'en' },
		],
		default: 'en',
		description: 'Language of report_markdown in the summary',
	},
];
