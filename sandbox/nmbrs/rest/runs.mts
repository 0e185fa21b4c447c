import { cycleOfCompany, guid } from '../../world/catalogue.mts';
import { runDay } from '../../world/payPeriods.mts';
import type { NmbrsCompany } from '../../world/types.mts';

/** A payroll run, one per period. REST knows it by GUID, SOAP by `soapId`; `number` is neither. */
export interface Run {
	payrollRunId: string;
	soapId: number;
	number: number;
	year: number;
	description: string;
	createdAt: string;
	locked: boolean;
}

const MONTHS = [
	'Januari',
	'Februari',
	'Maart',
	'April',
	'Mei',
	'Juni',
	'Juli',
	'Augustus',
	'September',
	'Oktober',
	'November',
	'December',
];

/** The runs of a year: all periods up to the company's current one, which is not locked yet. */
export function runsOf(company: NmbrsCompany, year: number): Run[] {
	if (year > company.currentYear || year < company.currentYear - 5) return [];
	const cycle = cycleOfCompany(company);
	const last = year === company.currentYear ? company.currentPeriod : company.periodsPerYear;
	return Array.from({ length: last }, (_, at) => {
		const number = at + 1;
		const soapId = company.soapId * 10_000 + (year % 100) * 100 + number;
		const name = cycle === 'month' ? MONTHS[at] : undefined;
		return {
			payrollRunId: guid('a1', soapId),
			soapId,
			number,
			year,
			description: `${name ?? `Periode ${number}`} ${year}`,
			createdAt: `${runDay(cycle, { year, period: number })}T08:00:00Z`,
			locked: year < company.currentYear || number < company.currentPeriod,
		};
	});
}
