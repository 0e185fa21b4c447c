import { done } from '../../../../core/model/result';
import { checked, choice, names, rows, text } from '../../../shared/parameters';
import { leaveGroups } from './leaveAndPayroll';
import { CHOOSE, wageComponent } from './wageComponent';

const shown = (more: Record<string, string[]> = {}) => ({
	show: { resource: ['payroll'], operation: ['getAll'], ...more },
});

export const holidayAllowance = choice({
	displayName: 'Holiday Allowance',
	name: 'holidayAllowance',
	options: [
		{
			name: 'Not Read',
			value: 'none',
			description: 'Leave accrual and balance empty; nothing of SOAP is needed for it',
		},
		{
			name: 'Payslips: Reservation',
			value: 'payslipReservation',
			description: 'Accrual and balance of the reservation on the payslips of the run (SOAP)',
		},
		{
			name: 'Payslips: Wage Components',
			value: 'payslipComponents',
			description: 'Accrual and balance from lines of the payslips of the run (SOAP)',
		},
		{
			name: 'Reservations per Employee',
			value: 'reservations',
			description: 'Balance only, one SOAP call for each employee',
		},
	],
	default: 'payslipReservation',
	displayOptions: shown(),
	description:
		'Where accrual and balance come from. Nmbrs gives them through SOAP only, which it plans to end on 1 March 2027.',
});

export const reservationNames = names({
	displayName: 'Reservation Names',
	name: 'reservationNames',
	default: 'vakantiegeld, vakantietoeslag, vakantiebijslag',
	displayOptions: shown({ holidayAllowance: ['payslipReservation', 'reservations'] }),
	description:
		'Name of the holiday-allowance reservation as on the payslip, or a part of it; several separated by commas',
});

export const accrualComponent = wageComponent({
	displayName: 'Accrual Component Name or ID',
	name: 'accrualComponent',
	displayOptions: shown({ holidayAllowance: ['payslipComponents'] }),
	description: `Wage component with what was built up in the period. ${CHOOSE}`,
});

export const balanceComponent = wageComponent({
	displayName: 'Balance Component Name or ID',
	name: 'balanceComponent',
	displayOptions: shown({ holidayAllowance: ['payslipComponents'] }),
	description: `Wage component with the balance at the end of the period. ${CHOOSE}`,
});

export const otherSources = rows(
	{
		displayName: 'Other Sources',
		name: 'otherSources',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Source',
		displayOptions: shown(),
		description: 'Further amounts of the payslips that may feed a budget, such as a bonus (SOAP)',
		row: { displayName: 'Source', name: 'source' },
	},
	{
		kind: choice({
			displayName: 'Kind',
			name: 'kind',
			options: [
				{ name: 'Reservation', value: 'reservation' },
				{ name: 'Wage Component', value: 'component' },
			],
			default: 'component',
		}),
		component: wageComponent({
			displayName: 'Component Name or ID',
			name: 'component',
			displayOptions: { show: { kind: ['component'] } },
			description: `Its lines are added up. ${CHOOSE}`,
		}),
		reservation: text({
			displayName: 'Reservation Name',
			name: 'reservation',
			displayOptions: { show: { kind: ['reservation'] } },
			description: 'Name as on the payslip, or a part of it',
		}),
	},
);

export const payrollRun = choice({
	displayName: 'Payroll Run',
	name: 'payrollRun',
	options: [
		{
			name: 'Chosen Runs',
			value: 'chosen',
			description: 'Runs that you choose, at least one for each company',
		},
		{
			name: 'Last Locked',
			value: 'lastLocked',
			description: 'The locked runs of the last period of the year, in January of the year before',
		},
	],
	default: 'lastLocked',
	displayOptions: shown(),
});

export const runIds = checked(
	names({
		displayName: 'Run Names or IDs',
		name: 'runIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getRuns', loadOptionsDependsOn: ['companyIds'] },
		default: [],
		displayOptions: shown({ payrollRun: ['chosen'] }),
		description:
			'Runs of this year and the year before. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	}),
	(ids, refuse) => {
		if (ids.length === 0) return refuse('no run is chosen');
		return ids.every((id) => /^\d{1,12}$/.test(id))
			? done(new Set(ids.map(Number)))
			: refuse('a run is chosen by its ID, a number');
	},
);

export const payCycle = choice({
	displayName: 'Pay Cycle',
	name: 'payCycle',
	options: [
		{ name: 'As Nmbrs Says (SOAP)', value: 'auto' },
		{ name: 'Four Weeks', value: 'fourWeeks' },
		{ name: 'Half a Year', value: 'halfYear' },
		{ name: 'Month', value: 'month' },
		{ name: 'Quarter', value: 'quarter' },
		{ name: 'Week', value: 'week' },
		{ name: 'Year', value: 'year' },
	],
	default: 'auto',
	displayOptions: shown(),
	description:
		'How often the companies pay: a salary per period is a monthly salary only where they pay by the month',
});

const LEAVE_TYPES = [
	{ name: 'None', value: 'none' },
	{ name: 'Type 1', value: 'Type1' },
	{ name: 'Type 2', value: 'Type2' },
	{ name: 'Type 3', value: 'Type3' },
	{ name: 'Type 4', value: 'Type4' },
] as const;

export const leaveSource = choice({
	displayName: 'Leave Balances',
	name: 'leaveSource',
	options: [
		{ name: 'Not Read', value: 'none' },
		{ name: 'REST, by Leave Group', value: 'rest', description: 'One list for each company' },
		{
			name: 'SOAP, by Leave Type',
			value: 'soap',
			description: 'One or two calls for each employee',
		},
	],
	default: 'rest',
	displayOptions: shown(),
});

export const statutoryType = choice({
	displayName: 'Statutory Leave',
	name: 'statutoryType',
	options: LEAVE_TYPES,
	default: 'Type1',
	displayOptions: shown({ leaveSource: ['soap'] }),
	description: 'Leave type that holds the statutory hours (wettelijk)',
});

export const nonStatutoryType = choice({
	displayName: 'Non-Statutory Leave',
	name: 'nonStatutoryType',
	options: LEAVE_TYPES,
	default: 'Type2',
	displayOptions: shown({ leaveSource: ['soap'] }),
	description: 'Leave type that holds the hours on top (bovenwettelijk)',
});

export const leaveUnit = choice({
	displayName: 'Leave Unit',
	name: 'leaveUnit',
	options: [
		{ name: 'Days', value: 'days' },
		{ name: 'Hours', value: 'hours' },
	],
	default: 'hours',
	displayOptions: shown({ leaveSource: ['rest', 'soap'] }),
	description: 'What the companies keep leave in. Nmbrs does not say it with the balance.',
});

export const payrollGetAllFields = [
	holidayAllowance.field,
	reservationNames.field,
	accrualComponent.field,
	balanceComponent.field,
	otherSources.field,
	payrollRun.field,
	runIds.field,
	payCycle.field,
	leaveSource.field,
	{ ...leaveGroups.field, displayOptions: shown({ leaveSource: ['rest'] }) },
	statutoryType.field,
	nonStatutoryType.field,
	leaveUnit.field,
];
