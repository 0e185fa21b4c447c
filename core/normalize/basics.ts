import { readDate, UNREADABLE_DATE } from './dates';
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
}

const CONTROL = /\p{Cc}/u;

/** A short text for references and evidence; what is no text is left out, it decides nothing. */
export const label = (value: unknown): string | null => {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return null;
	const text = value.trim();
	return text === '' || text.length > 200 || CONTROL.test(text) ? null : text;
};

/**
 * The employments that decide. Those that the source lists, unless the user mapped other dates of
 * their own: what a person maps is what decides.
 */
function employments(
	record: SourceRecord,
	index: number,
	run: RecordRun,
	findings: Findings,
): readonly Period[] | null {
	const before = findings.problems?.length ?? 0;
	const start = readDate(rawValue(record, index, 'start_date', run), 'start_date', findings);
	const end = readDate(rawValue(record, index, 'end_date', run), 'end_date', findings);
	const listed = listedPeriods(record['employments']);
	if (listed === UNREADABLE_DATE) return findings.add('DATE_UNREADABLE', 'employments');
	if ((findings.problems?.length ?? 0) > before) return null;
	const own = start === null && end === null ? [] : [{ start, end }];
	if (listed.length === 0) return own;
	const { start_date, end_date } = run.mapping.fields;
	if (start_date?.standard !== false && end_date?.standard !== false) return listed;
	const known = listed.some((period) => period.start === start && period.end === end);
	return known ? listed : own;
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
	verdict: StatusVerdict | null;
}

/** Reads what the status rests on, before access and before the fields that only Alleo needs. */
export function readBasics(record: SourceRecord, index: number, run: RecordRun): Basics {
	const findings = new Findings();
	const { mapping, options } = run;
	const key = mapping.fields.external_id;
	const mappedId = rawValue(record, index, 'external_id', run);
	const identity = readIdentity(record, mapping.system, key, mappedId, findings);
	const source = sourceRef(record, index, identity, run);
	const periods = employments(record, index, run, findings);
	const service = serviceOf(periods ?? [], options.referenceDate);
	if (periods === null) return { findings, identity, source, service, verdict: null };
	const type = record['employeeType'] ?? rawValue(record, index, 'employment_type', run);
	const verdict =
		mapping.system === 'nmbrs'
			? statusByType(type, service, findings)
			: statusByDates(service, findings);
	return { findings, identity, source, service, verdict };
}
