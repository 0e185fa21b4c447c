import { updateDisplayOptions } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';
import { ACCESS_FIELD, FIELDS } from '../../core/normalize/mapping';
import { CLEARABLE_FIELDS } from '../../core/normalize';
import { ID_PREFIX_RULE, isIdPrefix } from '../../core/model/idPrefix';
import { done } from '../../core/model/result';
import type { SelectiveSync } from '../../core/model/selectiveSync';
import {
	checked,
	choice,
	LANGUAGES,
	collection,
	mapped,
	parameter,
	referenceDate,
	several,
	text,
	textOf,
	toggle,
	wholeNumber,
} from '../shared/parameters';
import { answersField } from '../shared/answers';
import { accounts, knownRoutes, mode, previewCount } from './previewProperties';
import { salaryLeave } from './payroll/properties';
import { byName, transforms } from './transformProperty';

export const source = choice({
	displayName: 'Source',
	name: 'source',
	noDataExpression: true,
	options: [
		{ name: 'AFAS', value: 'afas' },
		{ name: 'Automatic', value: 'auto', description: 'Each person says where they come from' },
		{ name: 'Custom', value: 'custom', description: 'Another system: map the fields yourself' },
		{ name: 'NMBRS', value: 'nmbrs' },
	],
	default: 'auto',
	description: 'The HR system that the people come from',
});

const idPrefix = checked(
	text({
		displayName: 'ID Prefix',
		name: 'idPrefix',
		placeholder: 'e.g. hibob',
		displayOptions: { show: { source: ['custom'] } },
		description:
			'What the external IDs in Alleo begin with: hibob makes hibob-1001. Empty: the name that Employee File gives, else custom. Do not change it once people are in Alleo.',
	}),
	(name, refuse) => (name === '' || isIdPrefix(name) ? done(name) : refuse(ID_PREFIX_RULE)),
);

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

/** Workflows of before `auto` say true or false, also as text. */
const EARLIER = { true: 'on', false: 'off' } as const;

const chosenSync = choice({
	displayName: 'Selective Sync',
	name: 'selectiveSync',
	options: [
		{
			name: 'Automatic',
			value: 'auto',
			description: 'On as soon as the access field has a value for anybody',
		},
		{ name: 'Off', value: 'off', description: 'The access field decides nothing' },
		{ name: 'On', value: 'on', description: 'A run without the access field stops' },
	],
	default: 'auto',
	also: ['true', 'false'],
	description: 'Whether only people whose access field says yes get access',
});

const syncOf = mapped(
	chosenSync,
	(value): SelectiveSync => (value === 'true' || value === 'false' ? EARLIER[value] : value),
);

export const selectiveSync = parameter<SelectiveSync>(chosenSync.field, (given) =>
	syncOf.parse(typeof given === 'boolean' ? String(given) : textOf(given)?.toLowerCase()),
);

/** Whatever an expression may give is shown; n8n shows those fields by itself. */
const UNLESS_OFF: INodeProperties['displayOptions'] = { hide: { selectiveSync: ['off', false] } };

export const accessField = text({
	displayName: 'Access Field',
	name: 'accessField',
	default: ACCESS_FIELD,
	placeholder: 'e.g. alleo_access',
	description:
		'Name of the field in the HR system; alleo_access also finds the older yourcampus_access',
});

const emptyAccess = choice({
	displayName: 'Empty Access Field Means',
	name: 'emptyAccess',
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
	displayOptions: UNLESS_OFF,
	description: 'What it means when nobody filled the access field of a person',
});

const emailPolicy = choice({
	displayName: 'Email Policy',
	name: 'emailPolicy',
	options: [
		{ name: 'Business', value: 'business' },
		{ name: 'Business, Then Private', value: 'businessThenPrivate' },
		{ name: 'Private', value: 'private' },
	],
	default: 'business',
	description: 'Which address the person gets their Alleo account under',
});

const namePolicy = choice({
	displayName: 'Name Policy',
	name: 'namePolicy',
	options: [
		{ name: 'As Used', value: 'asUsed', description: 'By the name use in the HR system' },
		{ name: 'Birth Name', value: 'birth', description: 'What Alleo does itself' },
	],
	default: 'birth',
	description: 'Which last name Alleo gets',
});

const language = mapped(
	choice({
		displayName: 'Language',
		name: 'language',
		options: LANGUAGES,
		default: 'nl',
		also: [''],
		description: 'Language of new accounts where the mapping has none',
	}),
	(given) => (given === '' ? null : given),
);

const day = referenceDate({
	placeholder: 'e.g. 2026-11-24',
	description: 'The day to judge by; empty means today in the time zone of the workflow',
});

const options = collection(
	{ displayName: 'Options', name: 'options', placeholder: 'Add option' },
	{
		clearWhenEmpty: several({
			displayName: 'Clear When Empty',
			name: 'clearWhenEmpty',
			options: CLEARABLE_FIELDS.map((id) => ({ name: FIELDS[id].label, value: id })).sort(byName),
			default: [],
			description: 'Fields that are emptied in Alleo too when the source has them empty',
		}),
		gapDays: wholeNumber({
			displayName: 'Days Between Employments',
			name: 'gapDays',
			typeOptions: { minValue: 0, maxValue: 366 },
			default: 7,
			description: 'How many days may lie between two employments that count as one service',
		}),
		findBudgets: toggle({
			displayName: 'Find Budgets by Name',
			name: 'findBudgets',
			default: true,
			description:
				'Whether to pick up fields named like alleo_monthly_all_budget without mapping them',
		}),
		previewCount,
		accounts,
		routing: knownRoutes,
		anniversary: choice({
			displayName: 'Work Anniversary',
			name: 'anniversary',
			options: [
				{ name: 'Seniority Date, Else Start of Service', value: 'seniority' },
				{ name: 'Start of the Present Employment', value: 'presentEmployment' },
			],
			default: 'seniority',
			description: 'Which day counts as the work anniversary',
		}),
	},
);

export const dataset = choice({
	displayName: 'Dataset',
	name: 'dataset',
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
});

/** What is asked about employees, and read by its value; fields and transforms hold expressions. */
export const asked = {
	mode,
	source,
	idPrefix,
	selectiveSync,
	emptyAccess,
	emailPolicy,
	namePolicy,
	language,
	referenceDate: day,
	options,
};

const employeeProperties: INodeProperties[] = [
	mode.field,
	source.field,
	idPrefix.field,
	fields,
	transforms.field,
	selectiveSync.field,
	accessField.field,
	emptyAccess.field,
	emailPolicy.field,
	namePolicy.field,
	language.field,
	day.field,
	options.field,
];

const answers = answersField(
	'What was answered in the inbox of this customer, read with an expression: words of the access field, fields that look like one for Alleo, and what payroll has no place for. Empty: nothing was.',
);

export const properties: INodeProperties[] = [
	dataset.field,
	...updateDisplayOptions({ show: { dataset: ['employees'] } }, employeeProperties),
	...updateDisplayOptions(
		{ show: { dataset: ['salaryLeave'] } },
		Object.values(salaryLeave).map(({ field }) => field),
	),
	answers,
];
