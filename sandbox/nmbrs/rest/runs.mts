import { guid } from '../../world/catalogue.mts';
import type { NmbrsCompany } from '../../world/types.mts';

/** A payroll run, one per period. REST knows it by GUID, SOAP by `soapId`; `number` is neither. */
export interface Run {
	payrollRunId: string;
	soapId: number;
	number: number;
	year: number;
	description: string;
	createdAt: string;
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

/** The runs of a year: all periods before the company's current one. */
export function runsOf(company: NmbrsCompany, year: number): Run[] {
	if (year > company.currentYear || year < company.currentYear - 5) return [];
	const last = year === company.currentYear ? company.currentPeriod - 1 : company.periodsPerYear;
	return Array.from({ length: last }, (_, at) => {
		const number = at + 1;
		const soapId = company.soapId * 10_000 + (year % 100) * 100 + number;
		const month = String(Math.min(number, 12)).padStart(2, '0');
		return {
			payrollRunId: guid('a1', soapId),
			soapId,
			number,
			year,
			description: `${MONTHS[at] ?? `Periode ${number}`} ${year}`,
			createdAt: `${year}-${month}-24T08:00:00Z`,
		};
	});
}
