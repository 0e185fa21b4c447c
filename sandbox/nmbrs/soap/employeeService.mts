import { cycleOfCompany } from '../../world/catalogue.mts';
import { bookedIn } from '../../world/ledger.mts';
import type { NmbrsPerson } from '../../world/types.mts';
import { fault } from './faults.mts';
import { bulkOperations } from './employeeBulk.mts';
import type { SoapCall, SoapService } from './service.mts';
import { row } from './xml.mts';

/** REST type -> SOAP id and description. An unknown type of the world is in none of the lists. */
export const EMPLOYEE_TYPES = [
	{ type: 'applicant', description: 'Applicant' },
	{ type: 'newHire', description: 'New hire' },
	{ type: 'payroll', description: 'Payroll' },
	{ type: 'formerPayroll', description: 'Former payroll' },
	{ type: 'external', description: 'External' },
	{ type: 'formerExternal', description: 'Former external' },
	{ type: 'rejectedApplicant', description: 'Rejected applicant' },
];

export const displayName = (person: NmbrsPerson): string =>
	[person.firstName, person.prefix, person.lastName].filter((part) => part !== null).join(' ');

const employees = (call: SoapCall, people: NmbrsPerson[]): string | null => {
	const type = EMPLOYEE_TYPES[call.int('EmployeeType')]?.type;
	return (
		people
			.filter((person) => person.employeeType === type)
			.map((person) =>
				row(
					'Employee',
					{ Id: person.soapId, Number: person.employeeNumber, DisplayName: displayName(person) },
					call.state.settings.soapNull,
				),
			)
			.join('') || null
	);
};

/** First id of the extra fields; each name keeps its own id for every employee. */
const FIRST_FIELD_ID = 901;

const extraFields = (call: SoapCall): string | null => {
	const person = call.person('EmployeeId');
	const { extraFieldNames, extraFieldsEmpty, extraFieldsAnswer, soapNull } = call.state.settings;
	if (extraFieldsAnswer === 'none') return null;
	if (extraFieldsAnswer !== 'fields') throw fault(extraFieldsAnswer);
	const fields: Array<[string, string | boolean | number | null]> = [
		...Object.entries(person.extraFields),
		['Kledingmaat', 'M'],
	];
	return (
		fields
			.map(([name, value], at) =>
				value === null && extraFieldsEmpty === 'left out'
					? ''
					: row(
							'FreeField',
							{
								Id: FIRST_FIELD_ID + at,
								Name: extraFieldNames[name] ?? name,
								Type: 'Text',
								Value: value,
							},
							soapNull,
						),
			)
			.join('') || null
	);
};

const LEAVE_TYPES: Record<string, (person: NmbrsPerson) => number> = {
	Undefined: ({ leave }) => leave.statutory + leave.extra,
	Type1: ({ leave }) => leave.statutory,
	Type2: ({ leave }) => leave.extra,
	Type3: () => 0,
	Type4: () => 0,
};

const OPENING_HOURS = 200;
const HOLIDAY_ALLOWANCE_PERCENT = 8;

/** Reservations of one employee after the run of a period; none where nothing is reserved. */
function reservations(call: SoapCall): string | null {
	const person = call.person('EmployeeId');
	const at = { year: call.int('Year'), period: call.int('Period') };
	const company = call.state.model.company(person.companyId);
	const cycle = company === undefined ? 'month' : cycleOfCompany(company);
	const balance = bookedIn(person, cycle, at)?.balance ?? null;
	if (balance === null) return null;
	return row(
		'Reservation',
		{
			CalculationMethodAge: 'None',
			DecMinValue: 0,
			DecPercentage: HOLIDAY_ALLOWANCE_PERCENT,
			MaxAge: 0,
			EmployeeID: person.soapId,
			MinAge: 0,
			Number: 1,
			PaymentPeriod: 5,
			PeriodStart: 1,
			YearStart: at.year,
			PeriodEnd: company?.periodsPerYear ?? 12,
			YearEnd: at.year,
			PaymentMode: 'CompanySettings',
			Description: 'Vakantietoeslag',
			Saldo: (balance / 100).toFixed(2),
		},
		call.state.settings.soapNull,
	);
}

export const employeeService: SoapService = {
	...bulkOperations,
	EmployeeType_GetList: {
		run: ({ state }) =>
			EMPLOYEE_TYPES.map(({ description }, id) =>
				row('EmployeeType', { Id: id, Description: description }, state.settings.soapNull),
			).join(''),
	},
	List_GetByCompany: { run: (call) => employees(call, call.people(call.company('CompanyId'))) },
	List_GetByDebtor: {
		run: (call) => {
			const id = call.int('DebtorId');
			const debtor = call.state.model.world.debtors.find((one) => one.soapId === id);
			if (debtor === undefined) throw fault(1003);
			const theirs = call.state.model.world.companies.filter(
				(one) => one.debtorId === debtor.debtorId && call.sees(one),
			);
			return employees(
				call,
				theirs.flatMap((company) => call.people(company)),
			);
		},
	},
	ExtraFields_GetList: { run: extraFields },
	LeaveBalance_Get: {
		run: (call) => {
			const { leave } = call.person('EmployeeId');
			const values = {
				DecMedewerkerVerlofStartSaldo: OPENING_HOURS,
				DecMedewerkerVerlofCurrSaldo: leave.statutory + leave.extra,
			};
			return Object.entries(values)
				.map(([name, value]) => `<${name}>${value}</${name}>`)
				.join('');
		},
	},
	LeaveBalance_GetPerType: {
		run: (call) => {
			const person = call.person('EmployeeId');
			const balance = LEAVE_TYPES[call.text('LeaveType')];
			if (balance === undefined) throw fault(2022);
			return (
				`<OpeningBalance>${OPENING_HOURS}</OpeningBalance>` +
				`<CurrentBalance>${balance(person)}</CurrentBalance>`
			);
		},
	},
	Manager_GetCurrent: {
		run: (call) => {
			const person = call.person('EmployeeId');
			const manager = person.managers.at(-1);
			if (manager === undefined) return null;
			return row(
				'x',
				{
					Number: intNumber(call, manager.employeeId),
					FirstName: manager.firstName,
					Name: manager.lastName,
					Email: manager.email,
				},
				call.state.settings.soapNull,
			).slice('<x>'.length, -'</x>'.length);
		},
	},
	Reservations_GetList: { run: reservations },
};

function intNumber(call: SoapCall, employeeId: string): number {
	return call.state.model.person(employeeId)?.employeeNumber ?? 0;
}
