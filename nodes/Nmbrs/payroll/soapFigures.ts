import type { LeaveBalance, PayCycle } from '../../../core/payroll/record';
import { itemIssue } from '../../../core/issues';
import { readAmount } from '../../../core/payroll/amount';
import { companyLabel, type CompanyPartition } from '../listing/companies';
import type { RawEmployee } from '../employee/rawEmployee';
import { done, failed, type Problem, type Result } from '../../../core/model/result';
import { isFatal } from '../api/fatal';
import { soapIds, findCompany } from '../employee/bridge';
import { concernsAll } from '../employee/extraFields';
import type { SoapReader } from '../api/soap/reader';
import { PayrollReader } from './payrollReader';
import { figuresOf, noFigures, type Figures } from './figures';
import { PayslipScanner, type Payslip } from './payslipScanner';
import { readReport, type ReportLimits } from './report';
import { chooseRuns, type ChosenRuns } from './runs';
import { inService } from './service';
import { namesReservation, needsPayslips, type NmbrsPayrollSettings } from './settings';

/** What SOAP knows of one company before anybody's figures are looked at. */
export interface CompanySlips {
	companyId: number;
	chosen: ChosenRuns | null;
	/** null: no payslips were asked for. */
	slips: Map<number, Payslip[]> | null;
	/** Payslips that do not say whose they are. */
	nameless: number;
}

/** The SOAP part of one company: the reader of the run, and how long reports may take. */
export interface SoapSource {
	soap: SoapReader;
	limits: ReportLimits;
}

const wantedOf = (settings: NmbrsPayrollSettings) => {
	const codes = new Set([
		settings.accrualComponent,
		settings.balanceComponent,
		settings.hourlyWageComponent,
		settings.monthlySalaryComponent,
		...settings.others.filter(({ kind }) => kind === 'component').map(({ code }) => code),
	]);
	const names = [
		...settings.reservationNames,
		...settings.others
			.filter(({ kind }) => kind === 'reservation')
			.map(({ code }) => code.toLowerCase()),
	];
	return {
		line: (code: string) => codes.has(code),
		reservation: (key: string) => namesReservation(names, key),
	};
};

/** The payslips of the chosen runs, by SOAP id of the employee. */
export async function readCompanySlips(
	{ soap, limits }: SoapSource,
	company: CompanyPartition,
	settings: NmbrsPayrollSettings,
): Promise<Result<CompanySlips>> {
	const reader = new PayrollReader(soap);
	const companies = await soap.companies();
	if (!companies.ok) return companies;
	const found = findCompany(companies.value, company);
	if (!found.ok) return found;
	const companyId = found.value.id;
	const payslips = needsPayslips(settings);
	const nothing = { companyId, chosen: null, slips: null, nameless: 0 };
	if (!payslips && settings.holiday !== 'reservations') return done(nothing);
	const chosen = await chooseRuns(reader, companyId, company, settings);
	if (!chosen.ok) return chosen;
	if (!payslips) return done({ ...nothing, chosen: chosen.value });
	const slips = new Map<number, Payslip[]>();
	let nameless = 0;
	const label = companyLabel(company);
	const wanted = wantedOf(settings);
	for (const run of chosen.value.runs) {
		const open = (): PayslipScanner => new PayslipScanner(wanted);
		const report = await readReport(reader, companyId, run, label, open, limits);
		if (!report.ok) return report;
		nameless += report.value.nameless;
		for (const [id, mine] of report.value.slips) {
			slips.set(id, [...(slips.get(id) ?? []), ...mine]);
		}
	}
	return done({ companyId, chosen: chosen.value, slips, nameless });
}

/** How often the company pays: the setting, else what Nmbrs says; null when neither tells. */
export async function readPayCycle(
	soap: SoapReader | null,
	companyId: number | null,
	{ payCycle }: NmbrsPayrollSettings,
): Promise<PayCycle | null> {
	if (payCycle !== 'auto') return payCycle;
	if (soap === null || companyId === null) return null;
	const read = await new PayrollReader(soap).payCycle(companyId);
	return read.ok ? read.value : null;
}

/** Somebody without a payslip: not paid yet, left out of the run, or not in service at all. */
function withoutSlip(person: RawEmployee, chosen: ChosenRuns, day: string): Figures {
	const figures = noFigures();
	if (inService(person, day) === false) return figures;
	const made = chosen.runs[0]?.day ?? null;
	const field = 'holiday_allowance_accrual';
	if (made !== null && person.startDate !== null && person.startDate > made) {
		figures.notices.push(itemIssue('NMBRS_PAYSLIP_NOT_YET', field));
	} else figures.issues.push(itemIssue('NMBRS_PAYSLIP_MISSING', field));
	return figures;
}

export interface PeopleFigures {
	byEmployee: Map<string, { figures: Figures; leave: LeaveBalance[] | null }>;
	/** Payslips of employees that were not read. */
	strangers: number;
	problem: Problem | null;
}

const notRead = (field: string, { code }: Problem) =>
	itemIssue('NMBRS_PAYROLL_NOT_READ', field, { cause: code });

/** Adds what one call per person gives: reservations, leave by type. */
class PerPerson {
	problem: Problem | null = null;

	constructor(
		private readonly reader: PayrollReader,
		private readonly settings: NmbrsPayrollSettings,
	) {}

	#note(problem: Problem): void {
		if (concernsAll(problem) || isFatal(problem)) this.problem ??= problem;
	}

	async holiday(id: number, figures: Figures, chosen: ChosenRuns): Promise<void> {
		const read = await this.reader.reservations(id, chosen.year, chosen.period);
		const field = 'holiday_allowance_balance';
		if (!read.ok) {
			this.#note(read.problem);
			figures.issues.push(notRead(field, read.problem));
			return;
		}
		const mine = read.value.filter(({ description }) =>
			namesReservation(this.settings.reservationNames, description ?? ''),
		);
		figures.notices.push(itemIssue('NMBRS_RESERVE_NO_ACCRUAL', 'holiday_allowance_accrual'));
		if (mine.length > 1) {
			figures.issues.push(itemIssue('NMBRS_RESERVE_TWICE', field, { field, count: mine.length }));
			return;
		}
		const amount = readAmount(mine[0]?.balance ?? null);
		if (amount.kind === 'number') figures.balance = amount.value;
		else if (amount.kind === 'odd') {
			figures.issues.push(itemIssue('NMBRS_AMOUNT_UNREADABLE', field, { field }));
		} else figures.notices.push(itemIssue('NMBRS_RESERVE_ABSENT', field, { field }));
	}

	async leave(id: number, figures: Figures): Promise<LeaveBalance[]> {
		const { statutoryType, nonStatutoryType, leaveUnit } = this.settings;
		const balances: LeaveBalance[] = [];
		for (const [type, name] of [
			['statutory', statutoryType],
			['nonStatutory', nonStatutoryType],
		] as const) {
			if (name === 'none') continue;
			const read = await this.reader.leavePerType(id, name);
			if (!read.ok) {
				this.#note(read.problem);
				figures.issues.push(notRead('leave', read.problem));
				continue;
			}
			const amount = readAmount(read.value);
			if (amount.kind === 'odd') {
				figures.issues.push(itemIssue('NMBRS_AMOUNT_UNREADABLE', 'leave', { field: 'leave' }));
			}
			const balance = amount.kind === 'number' ? amount.value : null;
			balances.push({ group: name, type, balance, unit: leaveUnit });
		}
		return balances;
	}
}

/** The figures of the people of one company, from its payslips and, where asked, person by person. */
export async function readPeopleFigures(
	soap: SoapReader,
	company: CompanyPartition,
	people: readonly RawEmployee[],
	{ chosen, slips }: CompanySlips,
	settings: NmbrsPayrollSettings,
): Promise<Result<PeopleFigures>> {
	const day = settings.referenceDate;
	const ids = await soapIds(soap, company, people);
	if (!ids.ok) return ids;
	const perPerson = new PerPerson(new PayrollReader(soap), settings);
	const byEmployee: PeopleFigures['byEmployee'] = new Map();
	const matched = new Set<number>();
	await Promise.all(
		people.map(async (person) => {
			const id = ids.value.get(person.employeeId.toLowerCase());
			const serving = inService(person, day) !== false;
			let figures = noFigures();
			let leave: LeaveBalance[] | null = settings.leave === 'soap' ? [] : null;
			const mine = id === undefined ? undefined : slips?.get(id);
			if (id !== undefined && mine !== undefined) matched.add(id);
			if (slips !== null && chosen !== null) {
				figures =
					mine === undefined ? withoutSlip(person, chosen, day) : figuresOf(mine, chosen, settings);
			}
			const asks = settings.holiday === 'reservations' || settings.leave === 'soap';
			if (serving && asks && id === undefined) {
				const { problem } = failed('NMBRS_SOAP_NOT_VISIBLE', { operation: 'ids', fault: 'no id' });
				figures.issues.push(notRead('holiday_allowance_balance', problem));
			} else if (serving && id !== undefined) {
				if (settings.holiday === 'reservations' && chosen !== null) {
					await perPerson.holiday(id, figures, chosen);
				}
				if (settings.leave === 'soap') leave = await perPerson.leave(id, figures);
			}
			byEmployee.set(person.employeeId, { figures, leave });
		}),
	);
	const strangers = [...(slips?.keys() ?? [])].filter((id) => !matched.has(id)).length;
	return done({ byEmployee, strangers, problem: perPerson.problem });
}
