import { readDate, readEnd, UNREADABLE_DATE } from './dates';
import { readIdentity } from './externalId';
import { rawValue } from './person';
import { Findings } from './findings';
import { listedPeriods, serviceOf } from './service';
import { statusByDates, statusByType } from './status';
import type { AccessReader } from './access';
import type { Identity } from './externalId';
import type { RunContext } from './person';
import type { Period, Service } from './service';
import type { StatusVerdict } from './status';
import type { Employee, SourceRef } from '../model/employee';
import type { SourceRecord } from './mapping';

/** A run, with the access field where it decides, or where it is only watched. */
export interface RecordRun extends RunContext {
	access: AccessReader | null;
	/** Selective sync is off: what the field says is remarked, and decides nothing. */
	ignored: AccessReader | null;
	/** Somebody answers questions: without an inbox no value goes along with a person to be asked about. */
	asks: boolean;
	/** A column of which somebody may have answered what it is, and nobody knows what; null: none. */
	inDoubt: string | null;
}

const CONTROL = /\p{Cc}/u;

/** A short text for references and evidence; what is no text is left out, it decides nothing. */
export const label = (value: unknown): string | null => {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return null;
	const text = value.trim();
	return text === '' || text.length > 200 || CONTROL.test(text) ? null : text;
};

/** `prepareRuns` looked at the name of every record before the first of them is read. */
function namedPrefix(
	record: SourceRecord,
	{ mapping, options }: RunContext,
): Pick<SourceRef, 'id_prefix'> {
	if (mapping.system !== 'custom') return {};
	const name = options.idPrefix || record['idPrefix'];
	return typeof name === 'string' && name !== '' ? { id_prefix: name } : {};
}

interface Employments {
	/** Null where a date among them cannot be read. */
	periods: readonly Period[] | null;
	/** What could be read of the mapped start and end. */
	own: Period;
}

/**
 * The employments that decide. Those that the source lists, unless the user mapped other dates of
 * their own: what a person maps is what decides.
 */
function employments(
	record: SourceRecord,
	index: number,
	run: RecordRun,
	findings: Findings,
): Employments {
	const before = findings.problems?.length ?? 0;
	const start = readDate(rawValue(record, index, 'start_date', run), 'start_date', findings);
	const ending = readEnd(rawValue(record, index, 'end_date', run), 'end_date', findings);
	const own: Period = { start, end: ending.end };
	const listed = listedPeriods(record['employments']);
	if (listed === UNREADABLE_DATE) findings.add('DATE_UNREADABLE', 'employments');
	if (listed === UNREADABLE_DATE || (findings.problems?.length ?? 0) > before) {
		return { periods: null, own };
	}
	const alone = start === null && !ending.given ? [] : [own];
	if (listed.length === 0) return { periods: alone, own };
	const { start_date, end_date } = run.mapping.fields;
	if (start_date?.standard !== false && end_date?.standard !== false) {
		return { periods: listed, own };
	}
	const known = listed.some((period) => period.start === start && period.end === own.end);
	return { periods: known ? listed : alone, own };
}

function sourceRef(
	record: SourceRecord,
	index: number,
	identity: Identity | null,
	run: RecordRun,
): SourceRef {
	const company = record['company'];
	const companyId =
		typeof company === 'object' && company !== null ? (company as SourceRecord)['id'] : null;
	return {
		system: run.mapping.system,
		partition: label(record['partition']) ?? label(companyId),
		employee_id: identity?.employee_id ?? null,
		employee_number: label(rawValue(record, index, 'employee_number', run)),
		...namedPrefix(record, run),
	};
}

/** The company as the mapping has it; for evidence and the page, it decides nothing. */
export const companyOf = (
	record: SourceRecord,
	index: number,
	run: RecordRun,
): Employee['company'] => ({
	id: label(rawValue(record, index, 'company_id', run)),
	number: label(rawValue(record, index, 'company_number', run)),
	name: label(rawValue(record, index, 'company_name', run)),
});

/** Who it is and what type and dates say; `verdict` is null where they cannot say it. */
export interface Basics {
	findings: Findings;
	identity: Identity | null;
	source: SourceRef;
	service: Service;
	/** First and last day as far as they can be read; of somebody undecided they decide nothing. */
	dates: Period;
	verdict: StatusVerdict | null;
}

/** An end before its start decides nothing, whatever type and day it is; else the type, else the dates. */
function verdictOf(
	record: SourceRecord,
	index: number,
	service: Service,
	run: RecordRun,
	findings: Findings,
): StatusVerdict | null {
	if (service.reversed) return findings.add('DATES_REVERSED', 'end_date');
	if (run.mapping.system !== 'nmbrs') return statusByDates(service, findings);
	const type = record['employeeType'] ?? rawValue(record, index, 'employment_type', run);
	return statusByType(type, service, findings);
}

const nearest = ({ present, next, last }: Service): Period | null => present ?? next ?? last;

/** Reads what the status rests on, before access and before the fields that only Alleo needs. */
export function readBasics(record: SourceRecord, index: number, run: RecordRun): Basics {
	const findings = new Findings();
	const { mapping, options } = run;
	const key = mapping.fields.external_id;
	const mappedId = rawValue(record, index, 'external_id', run);
	const named = { system: mapping.system, ...namedPrefix(record, run) };
	const identity = readIdentity(record, named, key, mappedId, findings);
	const source = sourceRef(record, index, identity, run);
	const { periods, own } = employments(record, index, run, findings);
	const service = serviceOf(periods ?? [], options.referenceDate);
	const basics = { findings, identity, source, service };
	if (periods === null) return { ...basics, dates: own, verdict: null };
	const verdict = verdictOf(record, index, service, run, findings);
	const period = verdict === null ? nearest(service) : verdict.period;
	return { ...basics, dates: { start: period?.start ?? null, end: service.end }, verdict };
}
