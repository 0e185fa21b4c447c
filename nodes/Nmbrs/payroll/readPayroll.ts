import type { PayCycle, PayrollRecord } from '../../../core/payroll/record';
import { itemIssue } from '../../../core/issues';
import type { CompanyPartition } from '../listing/companies';
import { companyLabel } from '../listing/companies';
import type { CoverageCheck } from '../../shared/source/coverage';
import type { EmployeeOptions } from '../listing/gather';
import type { PartitionRead } from '../../shared/source/source';
import type { RawEmployee } from '../employee/rawEmployee';
import { readCompany } from '../employee/readCompany';
import { failed, type Problem, type Result } from '../../../core/model/result';
import type { RestClient } from '../api/restClient';
import { noFigures, type Figures } from './figures';
import { toRecord, type SoapPart } from './record';
import { needsPayslips, needsSoap, type NmbrsPayrollSettings } from './settings';
import {
	readCompanySlips,
	readPayCycle,
	readPeopleFigures,
	type CompanySlips,
	type PeopleFigures,
	type SoapSource,
} from './soapFigures';

const INCLUDED = ['salary', 'schedule'] as const;

interface CompanyFigures {
	slips: CompanySlips | null;
	people: PeopleFigures | null;
	cycle: PayCycle | null;
	problem: Problem | null;
}

/** What was picked on the payslips: its name, and whether somebody has it. */
interface Picked {
	what: string;
	has: (figures: Figures) => boolean;
}

function pickedOf({
	holiday,
	reservationNames,
	accrualComponent,
	balanceComponent,
	hourlyWageComponent: hourly,
	monthlySalaryComponent: monthly,
}: NmbrsPayrollSettings): Picked[] {
	const names =
		holiday === 'payslipReservation'
			? reservationNames
			: [accrualComponent, balanceComponent].filter((code) => code !== '');
	const isOnPayslip = holiday === 'payslipReservation' || holiday === 'payslipComponents';
	const allowance: Picked = {
		what: names.join(', '),
		has: ({ accrual, balance }) => accrual !== null || balance !== null,
	};
	// A company pays by the hour or by the month: where both are picked, one of them is enough.
	const wage: Picked = {
		what: [hourly, monthly].filter((code) => code !== '').join(', '),
		has: ({ hourlyWage, monthlySalary }) => hourlyWage !== null || monthlySalary !== null,
	};
	return [...(isOnPayslip ? [allowance] : []), ...(wage.what === '' ? [] : [wage])];
}

/** What nobody has is a setting that does not fit, not a company without any. */
function nobodyHasIt(
	{ slips, people }: CompanyFigures,
	company: CompanyPartition,
	settings: NmbrsPayrollSettings,
): Problem | null {
	if (people === null || (slips?.slips?.size ?? 0) === 0) return null;
	const all = [...people.byEmployee.values()].map(({ figures }) => figures);
	// Figures that could not be read say nothing of the setting.
	if (all.some(({ issues }) => issues.some(({ code }) => code !== 'NMBRS_PAYSLIP_MISSING'))) {
		return null;
	}
	const missing = pickedOf(settings).find(({ has }) => !all.some(has));
	if (missing === undefined) return null;
	const { what } = missing;
	return failed('NMBRS_RESERVE_NOT_FOUND', { company: companyLabel(company), what }).problem;
}

async function readFigures(
	source: SoapSource | null,
	company: CompanyPartition,
	slipsRead: Promise<Result<CompanySlips>> | null,
	people: readonly RawEmployee[],
	settings: NmbrsPayrollSettings,
): Promise<CompanyFigures> {
	const soap = source?.soap ?? null;
	const slips = slipsRead === null ? null : await slipsRead;
	const known = slips?.ok === true ? slips.value : null;
	const cycle = await readPayCycle(soap, known?.companyId ?? null, settings);
	const figures: CompanyFigures = { slips: known, people: null, cycle, problem: null };
	if (slips?.ok === false) return { ...figures, problem: slips.problem };
	if (soap === null || known === null || !needsSoap(settings) || people.length === 0) {
		return figures;
	}
	const read = await readPeopleFigures(soap, company, people, known, settings);
	if (!read.ok) return { ...figures, problem: read.problem };
	const all = { ...figures, people: read.value };
	return { ...all, problem: read.value.problem ?? nobodyHasIt(all, company, settings) };
}

/** What a person gets who has no figures of SOAP: why, or that SOAP was not asked. */
function without(
	settings: NmbrsPayrollSettings,
	source: SoapSource | null,
	problem: Problem | null,
) {
	const figures = noFigures();
	const field = 'holiday_allowance_accrual';
	if (needsSoap(settings) && source === null) {
		figures.notices.push(itemIssue('NMBRS_PAYROLL_SOAP_OFF', field));
	} else if (needsSoap(settings) && problem !== null) {
		figures.issues.push(itemIssue('NMBRS_PAYROLL_NOT_READ', field, { cause: problem.code }));
	}
	return { figures, leave: settings.leave === 'soap' ? [] : null };
}

function checksOf(
	{ slips, people, cycle, problem }: CompanyFigures,
	records: readonly PayrollRecord[],
	source: SoapSource | null,
	settings: NmbrsPayrollSettings,
): CoverageCheck[] {
	const checks: CoverageCheck[] = [
		{ code: 'PAY_CYCLE_KNOWN', ok: cycle !== null, detail: cycle ?? 'unknown' },
	];
	if (needsPayslips(settings)) {
		const run = slips?.chosen ?? null;
		const at = run === null ? '' : ` of ${run.year}-${String(run.period).padStart(2, '0')}`;
		const count = slips?.slips?.size ?? 0;
		const why = source === null ? 'no NMBRS Token API credential' : (problem?.code ?? '');
		const ok = slips?.slips !== null && slips !== null;
		const detail = ok ? `${count} people in ${run?.runs.length ?? 0} run(s)${at}` : why;
		checks.push({ code: 'PAYSLIPS_READ', ok, detail });
		const lost = (people?.strangers ?? 0) + (slips?.nameless ?? 0);
		if (ok) checks.push({ code: 'PAYSLIPS_MATCHED', ok: lost === 0, detail: `${lost} of nobody` });
	}
	const held = records.filter(({ issues }) => issues.length > 0).length;
	const detail = `${held} of ${records.length} people have issues`;
	return [...checks, { code: 'PAYROLL_COMPLETE', ok: held === 0, detail }];
}

/**
 * The payroll records of one company: its people, salaries, schedules and leave by REST, the payslips
 * of the run by SOAP beside it. Everybody who was read is given, with issues where figures are missing.
 */
export async function readCompanyPayroll(
	client: RestClient,
	source: SoapSource | null,
	company: CompanyPartition,
	settings: NmbrsPayrollSettings,
	employeeTypes: ReadonlySet<string>,
): Promise<PartitionRead<PayrollRecord>> {
	const { referenceDate } = settings;
	const leave = settings.leave === 'rest' ? (['leave'] as const) : [];
	const options: EmployeeOptions = {
		include: new Set([...INCLUDED, ...leave]),
		employeeTypes,
		referenceDate,
	};
	const asksSoap = source !== null && (needsSoap(settings) || settings.payCycle === 'auto');
	// The report is made in the background by Nmbrs, so it starts while the lists are read.
	const slips = asksSoap ? readCompanySlips(source, company, settings) : null;
	const read = await readCompany(client, company, options);
	const figures = await readFigures(source, company, slips, read.items, settings);
	const period = figures.slips?.chosen ?? null;
	const records = read.items.map((person) => {
		const none = (): SoapPart => without(settings, source, figures.problem);
		const soap = figures.people?.byEmployee.get(person.employeeId) ?? none();
		const paid = period === null ? null : { year: period.year, period: period.period };
		return toRecord({ person, soap, cycle: figures.cycle, period: paid, settings });
	});
	const asked = needsSoap(settings) ? figures.problem : null;
	return {
		...read,
		items: records,
		checks: [...read.checks, ...checksOf(figures, records, source, settings)],
		problem: read.problem ?? asked,
	};
}
