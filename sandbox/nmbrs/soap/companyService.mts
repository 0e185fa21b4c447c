import type { NmbrsCompany } from '../../world/types.mts';
import { cycleOfCompany } from '../../world/catalogue.mts';
import { bookedIn } from '../../world/ledger.mts';
import type { Period } from '../../world/payPeriods.mts';
import { runsOf } from '../rest/runs.mts';
import type { Run } from '../rest/runs.mts';
import { fault, SoapFault } from './faults.mts';
import type { SoapCall, SoapService } from './service.mts';
import { soapMoment } from './service.mts';
import { escapeXml, row } from './xml.mts';

const PERIOD_TYPES: Record<number, [declaration: string, suffix: string]> = {
	12: ['Month', 'M'],
	13: ['Week4', 'W4'],
	52: ['Week4', 'W1'],
};

const companyRow = (call: SoapCall, company: NmbrsCompany): string =>
	row(
		'Company',
		{
			ID: company.soapId,
			Number: company.number,
			Name: company.name,
			LoonaangifteTijdvak: PERIOD_TYPES[company.periodsPerYear]?.[0] ?? 'None',
			KvkNr: '00000000',
		},
		call.state.settings.soapNull,
	);

const companies = (call: SoapCall, debtorId: string | null): string | null =>
	call.state.model.world.companies
		.filter((one) => call.sees(one) && (debtorId === null || one.debtorId === debtorId))
		.map((one) => companyRow(call, one))
		.join('') || null;

/** Wage codes of the wage model; made up, as no code is the same in two companies. */
export const WAGE_CODES = [
	{ code: 1000, description: 'Salaris' },
	{ code: 4000, description: 'Vakantiegeld' },
	{ code: 4010, description: 'Opbouw vakantiegeld' },
	{ code: 4020, description: 'Saldo vakantiegeld' },
	{ code: 5000, description: 'Bonus' },
	{ code: 7000, description: 'Alleo toegang' },
];

const runPeriod = (call: SoapCall, runs: readonly Run[]): Period => {
	const run = runs.find((one) => one.soapId === call.int('RunId'));
	return { year: run?.year ?? 0, period: run?.number ?? 0 };
};

const wageCodes = (call: SoapCall): string => {
	call.company('CompanyId');
	return WAGE_CODES.map(({ code, description }) =>
		row('WageCode', { Code: code, Description: description }, call.state.settings.soapNull),
	).join('');
};

export const companyService: SoapService = {
	List_GetAll: { run: (call) => companies(call, null) },
	List_GetByDebtor: {
		run: (call) => {
			const id = call.int('DebtorId');
			const debtor = call.state.model.world.debtors.find((one) => one.soapId === id);
			if (debtor === undefined) throw fault(1003);
			return companies(call, debtor.debtorId);
		},
	},
	Company_GetCurrentPeriod: {
		run: (call) => {
			const { currentYear, currentPeriod, periodsPerYear } = call.company('CompanyId');
			const suffix = PERIOD_TYPES[periodsPerYear]?.[1] ?? 'M';
			return escapeXml(`${currentYear}-${String(currentPeriod).padStart(2, '0')}-${suffix}`);
		},
	},
	Run_GetList: {
		run: (call) => {
			const company = call.company('CompanyId');
			return (
				runsOf(company, call.int('Year'))
					.map((run) =>
						row(
							'RunInfo',
							{
								ID: run.soapId,
								Number: run.number,
								Year: run.year,
								PeriodStart: run.number,
								PeriodEnd: run.number,
								Description: run.description,
								RunAt: soapMoment(run.createdAt),
								IsLocked: run.locked,
							},
							call.state.settings.soapNull,
						),
					)
					.join('') || null
			);
		},
	},
	Run_GetEmployeesByRunCompany: {
		run: (call) => {
			const company = call.company('CompanyId');
			const runs = runsOf(company, call.int('Year'));
			if (!runs.some((run) => run.soapId === call.int('RunId'))) throw fault(2021);
			return (
				call
					.people(company)
					.filter(
						(person) => bookedIn(person, cycleOfCompany(company), runPeriod(call, runs)) !== null,
					)
					.map((person) =>
						row(
							'EmployeeIdNumber',
							{ EmployeeId: person.soapId, EmployeeNumber: person.employeeNumber },
							call.state.settings.soapNull,
						),
					)
					.join('') || null
			);
		},
	},
	WageModel_GetWageCodes: { run: wageCodes },
	WageModel2_GetWageCodes: { run: wageCodes },
	Converter_GetByCompany_IntToGuid: {
		run: (call) => {
			const company = call.company('CompanyId');
			const entity = call.text('Entity');
			const pairs = {
				Employee: () =>
					call.people(company).map((one): [number, string] => [one.soapId, one.employeeId]),
				Company: (): Array<[number, string]> => [[company.soapId, company.companyId]],
				Debtor: () =>
					call.state.model.world.debtors
						.filter((one) => one.debtorId === company.debtorId)
						.map((one): [number, string] => [one.soapId, one.debtorId]),
			}[entity];
			if (pairs === undefined) throw new SoapFault(2030, 'Invalid set of values');
			const mappings = pairs().map(([IdInt, IdGuid]) =>
				row('Mapping', { IdInt, IdGuid }, call.state.settings.soapNull),
			);
			return `<Entity>${escapeXml(entity)}</Entity><Mappings>${mappings.join('')}</Mappings>`;
		},
	},
};
