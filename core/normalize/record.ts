import { ineligibleReason, readAccess } from './access';
import { extraFieldsFailed } from './customFields';
import { readDate, UNREADABLE_DATE } from './dates';
import { readIdentity } from './externalId';
import { Findings, toIssue, toReason } from './problems';
import { readPerson, rawValue } from './person';
import { listedPeriods, serviceOf } from './service';
import { statusByDates, statusByType } from './status';
import { isIssueCode } from '../issues';
import type { AccessReader } from './access';
import type { Identity } from './externalId';
import type { RunContext } from './person';
import type { Problem } from './problems';
import type { Period, Service } from './service';
import type { Verdict } from './status';
import type { Employee, EmployeeStatus, Issue, SourceRef } from '../employee';
import type { IssueCode } from '../issues';
import type { SourceRecord } from '../mapping';

/** A run, with the access field where selective sync is on. */
export interface RecordRun extends RunContext {
	access: AccessReader | null;
}

/** A short text for references and evidence; what is no text is left out, it decides nothing. */
const label = (value: unknown): string | null => {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return null;
	const text = value.trim();
	return text === '' || text.length > 200 || /\p{Cc}/u.test(text) ? null : text;
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
	const start = readDate(rawValue(record, index, 'start_date', run), 'start_date', findings);
	const end = readDate(rawValue(record, index, 'end_date', run), 'end_date', findings);
	const listed = listedPeriods(record['employments']);
	if (listed === UNREADABLE_DATE) return findings.add('DATE_UNREADABLE', 'employments');
	if (findings.problems !== null) return null;
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

/** The source node's own remarks, rebuilt from the catalogue, so that no value can travel in a text. */
function sourceNotices(record: SourceRecord): Issue[] {
	const list = record['notices'];
	if (!Array.isArray(list) || list.length === 0) return [];
	const notices: Issue[] = [];
	for (const entry of list as readonly unknown[]) {
		if (typeof entry !== 'object' || entry === null) continue;
		const { code, field } = entry as { code?: unknown; field?: unknown };
		if (typeof code !== 'string' || !isIssueCode(code)) continue;
		notices.push(toIssue({ code, field: label(field), params: numbersOf(entry) }));
	}
	return notices;
}

/** Of a remark's parameters only counts and plain names, such as a column's. */
function numbersOf(entry: object): Record<string, string | number> {
	const { params } = entry as { params?: unknown };
	const kept: Record<string, string | number> = {};
	if (typeof params !== 'object' || params === null) return kept;
	for (const [key, value] of Object.entries(params)) {
		if (typeof value === 'number') kept[key] = value;
		else if (typeof value === 'string' && /^[A-Za-z_][\w.]{0,60}$/.test(value)) kept[key] = value;
	}
	return kept;
}

/** What stays of the findings when the person is not held by them: remarks. */
function notices(record: SourceRecord, findings: Findings, left: readonly Problem[]): Issue[] {
	const own = findings.notices;
	const source = sourceNotices(record);
	if (own === null && left.length === 0) return source;
	return [...source, ...(own ?? []).map(toIssue), ...left.map(toIssue)];
}

/** A held person: who it is and why, and nothing else; never the value that is wrong. */
function held(
	record: SourceRecord,
	identity: Identity | null,
	source: SourceRef,
	run: RecordRun,
	findings: Findings,
): Employee {
	return {
		external_id: identity?.external_id ?? null,
		status: 'held',
		reason: toReason('CANNOT_BE_DECIDED'),
		start_date: null,
		end_date: null,
		email: null,
		private_email: null,
		first_name: null,
		prefix: null,
		last_name: null,
		language: null,
		birthday: null,
		work_anniversary: null,
		group: null,
		alleo_filter: null,
		employment_type: null,
		budgets: {},
		company: { id: null, number: null, name: null },
		source,
		issues: (findings.problems ?? []).map(toIssue),
		notices: sourceNotices(record),
		clear: [],
		unmapped: run.unmapped,
	};
}

interface Decided {
	status: Exclude<EmployeeStatus, 'held'>;
	reason: IssueCode;
}

/** Ended goes before access, access before the start: null means that access cannot be told. */
function withAccess(
	record: SourceRecord,
	index: number,
	verdict: Verdict,
	run: RecordRun,
	findings: Findings,
): Decided | null {
	const { status, reason } = verdict;
	if (run.access === null || status === 'ended') return { status, reason };
	if (run.access.fromExtraFields && extraFieldsFailed(record)) {
		return findings.add('EXTRA_FIELDS_NOT_READ', run.access.field);
	}
	const access = readAccess(record, index, run.access, run.evaluate, findings);
	if (access === null) return null;
	const ineligible = ineligibleReason(access, run.options.emptyAccess, findings);
	return ineligible === null ? { status, reason } : { status: 'ineligible', reason: ineligible };
}

/** What is wrong with a person who is not held by it: shown as it is before the start, else in short. */
const leftover = (problems: readonly Problem[] | null, status: EmployeeStatus): Problem[] => {
	if (problems === null) return [];
	if (status === 'upcoming') return [...problems];
	return problems
		.filter(({ code }) => code !== 'EMAIL_MISSING' && code !== 'NAME_MISSING')
		.map(({ field }) => ({ code: 'FIELD_IGNORED' as const, field, params: {} }));
};

function decided(
	record: SourceRecord,
	index: number,
	identity: Identity,
	source: SourceRef,
	verdict: Verdict,
	service: Service,
	run: RecordRun,
	findings: Findings,
): Employee {
	const outcome = withAccess(record, index, verdict, run, findings);
	if (outcome === null) return held(record, identity, source, run, findings);
	const person = readPerson(record, index, service, verdict.period, run, findings);
	if (outcome.status === 'active' && findings.problems !== null) {
		return held(record, identity, source, run, findings);
	}
	const raw = (id: 'company_id' | 'company_number' | 'company_name'): string | null =>
		label(rawValue(record, index, id, run));
	return {
		external_id: identity.external_id,
		status: outcome.status,
		reason: toReason(outcome.reason),
		start_date: verdict.period?.start ?? null,
		end_date: service.end,
		email: person.email,
		private_email: person.private_email,
		first_name: person.first_name,
		prefix: person.prefix,
		last_name: person.last_name,
		language: person.language,
		birthday: person.birthday,
		work_anniversary: person.work_anniversary,
		group: person.group,
		alleo_filter: person.alleo_filter,
		employment_type: person.employment_type,
		budgets: person.budgets,
		company: { id: raw('company_id'), number: raw('company_number'), name: raw('company_name') },
		source,
		issues: [],
		notices: notices(record, findings, leftover(findings.problems, outcome.status)),
		clear: person.clear,
		unmapped: run.unmapped,
	};
}

/**
 * One source record -> one canonical employee, decided or held. Precedence (design section 6): unusable
 * id, unknown type or unreadable dates -> held; ended; access; upcoming; active, which needs e-mail and names.
 */
export function normalizeRecord(record: SourceRecord, index: number, run: RecordRun): Employee {
	const findings = new Findings();
	const { mapping, options } = run;
	const mappedId = rawValue(record, index, 'external_id', run);
	const identity = readIdentity(
		record,
		mapping.system,
		mapping.fields.external_id,
		mappedId,
		findings,
	);
	const source = sourceRef(record, index, identity, run);
	const periods = employments(record, index, run, findings);
	const service = serviceOf(periods ?? [], options.referenceDate);
	const verdict =
		mapping.system === 'nmbrs'
			? statusByType(record['employeeType'], service, findings)
			: periods === null
				? null
				: statusByDates(service, findings);
	if (identity === null || verdict === null || findings.problems !== null) {
		return held(record, identity, source, run, findings);
	}
	return decided(record, index, identity, source, verdict, service, run, findings);
}
