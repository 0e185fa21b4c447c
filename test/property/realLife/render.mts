import type { AfasRow } from '../../../nodes/Afas/api/schemas';
import { groupRows, toRecord } from '../../../nodes/Afas/employee/records';
import { STOCK_COLUMNS } from '../../../nodes/Afas/employee/columns';
import { DAY } from './truth.mts';
import type { Job, Truth } from './truth.mts';

/** The records that a source node would deliver of the jobs; those of AFAS by the node's own grouping. */

type Raw = Record<string, unknown>;

export const partitionOf = ({ vendor }: Truth, { company }: Pick<Job, 'company'>): string =>
	vendor === 'afas' ? 'Profit_Employees_Alleo' : company;

const bounds = ({ spans }: Job) => ({
	startDate: spans[0]?.start ?? null,
	endDate: spans.at(-1)?.end ?? null,
});

const nmbrs = (job: Job, selective: boolean): Raw => ({
	source: 'nmbrs',
	employeeId: job.id,
	employeeNumber: job.number,
	employeeType: job.type,
	firstName: job.first,
	prefix: job.prefix,
	lastName: job.last,
	birthDate: job.birthday,
	businessEmail: job.email,
	privateEmail: null,
	...bounds(job),
	seniorityDate: null,
	employments: job.spans.map(({ start, end }, at) => ({
		employmentId: `e${at}`,
		startDate: start,
		endDate: end,
		seniorityDate: null,
	})),
	company: { id: job.company, number: '1', name: 'Voorbeeld BV', debtorId: 'd1' },
	extraFields: { ...(selective ? { alleo_access: job.access } : {}), alleo_filter: job.filter },
	extraFieldsStatus: 'read',
	notices: [],
});

const afasRows = (job: Job, selective: boolean): AfasRow[] =>
	job.spans.map((span, at) => ({
		EmployeeId: job.id,
		EmployerId: '01',
		DvId: String(at + 1),
		PersonId: `9${job.id}`,
		FirstName: job.first,
		PrefixBirthName: job.prefix,
		BirthName: job.last,
		DateOfBirth: job.birthday,
		Mail: job.email,
		EmploymentStart: span.start,
		EmploymentEnd: span.end,
		HourPerWeek: span.hours ?? 36,
		alleo_filter: job.filter,
		...(selective ? { alleo_access: span.access ?? job.access } : {}),
	}));

const custom = (job: Job, selective: boolean): Raw => ({
	source: 'custom',
	partition: job.company,
	id: job.id,
	mail: job.email,
	fn: job.first,
	pr: job.prefix,
	ln: job.last,
	bd: job.birthday,
	sd: job.spans.at(-1)?.start ?? null,
	ed: job.spans.at(-1)?.end ?? null,
	filter: job.filter,
	...(selective ? { alleo_access: job.access } : {}),
});

export const CUSTOM_MAPPING = Object.fromEntries(
	Object.entries({
		external_id: 'id',
		email: 'mail',
		first_name: 'fn',
		prefix: 'pr',
		last_name: 'ln',
		birthday: 'bd',
		start_date: 'sd',
		end_date: 'ed',
		alleo_filter: 'filter',
	}).map(([field, column]) => [field, `={{ $json.${column} }}`]),
);

export function recordsOf(truth: Truth): Raw[] {
	const { vendor, jobs } = truth;
	const selective = truth.selective && !truth.columnGone;
	if (vendor === 'nmbrs') return jobs.map((job) => nmbrs(job, selective));
	if (vendor === 'custom') return jobs.map((job) => custom(job, selective));
	const rows = jobs.flatMap((job) => afasRows(job, selective));
	return groupRows(rows, STOCK_COLUMNS.employeeId).map((group) =>
		toRecord(group, [], [], {
			columns: STOCK_COLUMNS,
			personKey: 'EmployeeId',
			partition: 'Profit_Employees_Alleo',
			referenceDate: DAY,
			kinds: new Map(),
			odd: new Set(),
			withheld: [],
		}),
	);
}
