import { done } from '../../../../core/model/result';
import { checked, mapped, names, several, text } from '../../../shared/parameters';
import { ExtraFieldChoice, isTooWide } from '../../employee/extraFieldChoice';
import { nmbrsId } from './partitions';

const showForGet = { show: { resource: ['employee'], operation: ['get'] } };

export const companyId = nmbrsId(
	text({
		displayName: 'Company Name or ID',
		name: 'companyId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getCompanies' },
		default: '',
		required: true,
		displayOptions: showForGet,
		description:
			'Company that the employee belongs to. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	}),
);

export const employeeId = nmbrsId(
	text({
		displayName: 'Employee ID',
		name: 'employeeId',
		required: true,
		placeholder: 'e.g. 00000000-0000-4000-8000-000000000301',
		displayOptions: showForGet,
		description: 'The employeeId that Get Many returns, not the employee number',
	}),
);

const types = several({
	displayName: 'Employee Types',
	name: 'employeeTypes',
	options: [
		{ name: 'Applicant', value: 'applicant' },
		{ name: 'External', value: 'external' },
		{ name: 'Former External', value: 'formerExternal' },
		{ name: 'Former Payroll', value: 'formerPayroll' },
		{ name: 'New Hire', value: 'newHire' },
		{ name: 'Payroll', value: 'payroll' },
		{ name: 'Rejected Applicant', value: 'rejectedApplicant' },
	],
	default: ['payroll', 'formerPayroll'],
	displayOptions: { show: { resource: ['employee', 'payroll'], operation: ['getAll'] } },
	description:
		'Which employees are in scope. Keep Former Payroll: without it a leaver is absent instead of ended. A type that is not in this list is passed on and held later.',
});

export const employeeTypes = checked(types, (given, refuse) =>
	given.length > 0 ? done(new Set<string>(given)) : refuse('no type is chosen'),
);

export const include = mapped(
	several({
		displayName: 'Include',
		name: 'include',
		options: [
			{ name: 'Contracts', value: 'contracts' },
			{ name: 'Cost Center', value: 'costCenter' },
			{ name: 'Department', value: 'department' },
			{
				name: 'Extra Fields (SOAP)',
				value: 'extraFields',
				description:
					'Free fields such as alleo_access. Needs the NMBRS Token API credential; Nmbrs plans to end SOAP on 1 March 2027.',
			},
			{
				name: 'Fixed Wage Components',
				value: 'wageComponents',
				description: 'Values by code, for access or budgets that are kept there',
			},
			{ name: 'Function', value: 'function' },
			{ name: 'Leave Balances', value: 'leave' },
			{ name: 'Manager', value: 'manager' },
			{ name: 'Salary', value: 'salary' },
			{ name: 'Schedule', value: 'schedule' },
		],
		default: [],
		displayOptions: { show: { resource: ['employee'] } },
		description:
			'What to read besides personal data and employments. Each part is one more list per company, and may need a scope of its own in the credential.',
	}),
	(given) => new Set(given),
);

/** Which extra fields may leave the node: names, with `*` for anything. */
export const extraFieldNames = checked(
	names({
		displayName: 'Extra Field Names',
		name: 'extraFieldNames',
		default: 'alleo_*, yourcampus_*',
		displayOptions: { show: { resource: ['employee'], include: ['extraFields'] } },
		description:
			'Extra fields to pass on, separated by commas; * stands for anything. alleo_* and yourcampus_* stand for the fields that the sync knows: access, filter and budgets. To map another field, add its name. Private ones and pay never leave.',
	}),
	(written, refuse) =>
		written.some(isTooWide)
			? refuse('write at least three characters before a *: free fields may hold anything')
			: done(new ExtraFieldChoice(written)),
);

export const employeeFields = [
	companyId.field,
	employeeId.field,
	employeeTypes.field,
	include.field,
	extraFieldNames.field,
];
