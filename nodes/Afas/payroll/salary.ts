import type { PayCycle } from '../../../core/payroll/record';
import { itemIssue } from '../../../core/issues';
import { groupBy } from '../../../core/model/collect';
import { newest } from '../../shared/source/rows';
import type { AfasRow } from '../api/schemas';
import type { Notice } from '../../shared/source/source';
import { textCell } from '../listing/cells';
import { amountCell, dateCell } from './cells';
import type { SalaryPart } from './plan';

export interface SalaryFigures {
	hourly: number | null;
	monthly: number | null;
	/** First day of the line in force. */
	since: string | null;
	hours: number | null;
	cycle: PayCycle | null;
	email: string | null;
	employer: string | null;
	employerName: string | null;
	inService: boolean | null;
	startDate: string | null;
	endDate: string | null;
	issues: Notice[];
}

export const noSalary = (): SalaryFigures => ({
	hourly: null,
	monthly: null,
	since: null,
	hours: null,
	cycle: null,
	email: null,
	employer: null,
	employerName: null,
	inService: null,
	startDate: null,
	endDate: null,
	issues: [],
});

/** How Profit and its customers write a pay cycle. Anything else is not known. */
const CYCLES: Readonly<Record<string, PayCycle>> = {
	maand: 'month',
	month: 'month',
	m: 'month',
	'4weken': 'fourWeeks',
	vierweken: 'fourWeeks',
	periode: 'fourWeeks',
	fourweeks: 'fourWeeks',
	week: 'week',
	w: 'week',
	kwartaal: 'quarter',
	quarter: 'quarter',
	halfjaar: 'halfYear',
	halfyear: 'halfYear',
	jaar: 'year',
	year: 'year',
};

export const cycleOf = (text: string | null): PayCycle | null =>
	CYCLES[(text ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')] ?? null;

interface Span {
	start: string | null | undefined;
	end: string | null | undefined;
}

const holds = ({ start, end }: Span, day: string): boolean =>
	start !== undefined &&
	end !== undefined &&
	(start === null || start <= day) &&
	(end === null || end >= day);

/** The salary line in force of each employment: the newest that has started and not ended. */
function inForce(rows: readonly AfasRow[], { columns }: SalaryPart, day: string): AfasRow[] {
	const startOf = (row: AfasRow): string | null => {
		const span = { start: dateCell(row, columns.start), end: dateCell(row, columns.end) };
		return holds(span, day) ? (span.start ?? '') : null;
	};
	const groups = groupBy(rows, (row) => textCell(row, columns.employment) ?? '');
	return [...groups.values()].map((lines) => newest(lines, startOf)).filter((row) => row !== null);
}

/** In service on a day, by the employment dates in the salary lines; null: the connector has none. */
function serviceOf(
	rows: readonly AfasRow[],
	{ columns }: SalaryPart,
	day: string,
): Pick<SalaryFigures, 'inService' | 'startDate' | 'endDate'> {
	const spans = rows.map((row) => ({
		start: dateCell(row, columns.employmentStart),
		end: dateCell(row, columns.employmentEnd),
	}));
	const unknown = columns.employmentStart === null || columns.employmentEnd === null;
	const odd = spans.some(({ start, end }) => start === undefined || end === undefined);
	const ordered = [...spans].sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1));
	const shown = ordered.find((span) => holds(span, day)) ?? ordered.at(-1);
	return {
		inService: unknown || odd ? null : spans.some((span) => holds(span, day)),
		startDate: shown?.start ?? null,
		endDate: shown?.end ?? null,
	};
}

const differ = (values: ReadonlyArray<number | null>): boolean => new Set(values).size > 1;

/** The salary of one person from the lines of the salary connector. */
export function readSalary(
	rows: readonly AfasRow[],
	part: SalaryPart,
	referenceDate: string,
): SalaryFigures {
	const { columns } = part;
	const issues: Notice[] = [];
	const service = serviceOf(rows, part, referenceDate);
	const dates = [columns.start, columns.end, columns.employmentStart, columns.employmentEnd];
	for (const column of dates) {
		if (column !== null && rows.some((row) => dateCell(row, column) === undefined)) {
			issues.push(itemIssue('AFAS_DATE_UNREADABLE', column, { column }));
		}
	}
	const lines = inForce(rows, part, referenceDate);
	const [line] = lines;
	const read = (column: string | null): Array<number | null> =>
		lines.map((row) => amountCell(row, column, issues));
	const [hourly, monthly] = [read(columns.hourlyWage), read(columns.monthlySalary)];
	const several = differ(hourly) || differ(monthly);
	if (line === undefined) issues.push(itemIssue('AFAS_SALARY_NONE', 'salary'));
	else if (several) {
		issues.push(itemIssue('AFAS_SALARY_SEVERAL', 'salary', { count: lines.length }));
	} else if ((hourly[0] ?? null) === null && (monthly[0] ?? null) === null) {
		if (issues.length === 0) issues.push(itemIssue('AFAS_SALARY_NONE', 'salary'));
	}
	const about = line ?? rows.at(-1);
	return {
		hourly: several ? null : (hourly[0] ?? null),
		monthly: several ? null : (monthly[0] ?? null),
		since: line === undefined || lines.length > 1 ? null : (dateCell(line, columns.start) ?? null),
		hours: lines.length === 1 ? amountCell(line, columns.hours, issues) : null,
		cycle: cycleOf(textCell(about, columns.cycle)),
		email: textCell(about, columns.email),
		employer: textCell(about, columns.employer),
		employerName: textCell(about, columns.employerName),
		...service,
		issues,
	};
}
