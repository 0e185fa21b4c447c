import { ineligibleReason, readAccess, remarkIgnoredNo } from './access';
import { companyOf, readBasics } from './basics';
import { extraFieldsFailed } from './customFields';
import { noticesOf, sourceNotices } from './notices';
import { readPerson } from './person';
import { toIssue, toReason } from './findings';
import type { Basics, RecordRun } from './basics';
import type { Findings } from './findings';
import type { StatusVerdict } from './status';
import type { Employee, EmployeeStatus } from '../model/employee';
import type { IssueCode } from '../issues';
import type { SourceRecord } from './mapping';

/** A held person: who it is and why, and nothing else; never the value that is wrong. */
function held(record: SourceRecord, basics: Basics, run: RecordRun): Employee {
	const { identity, source, findings } = basics;
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
	access?: NonNullable<Employee['access']>;
}

/** Ended goes before access, access before the start: null means that access cannot be told. */
function withAccess(
	record: SourceRecord,
	index: number,
	verdict: StatusVerdict,
	run: RecordRun,
	findings: Findings,
): Decided | null {
	const { status, reason } = verdict;
	if (status === 'ended') return { status, reason };
	if (run.ignored !== null) remarkIgnoredNo(record, index, run.ignored, run.evaluate, findings);
	if (run.ignored !== null) return { status, reason, access: 'ignored' };
	if (run.access === null) return { status, reason };
	if (run.access.fromExtraFields && extraFieldsFailed(record)) {
		return findings.add('EXTRA_FIELDS_NOT_READ', run.access.field);
	}
	const access = readAccess(record, index, run.access, run.evaluate, findings);
	if (access === null) return null;
	const ineligible = ineligibleReason(access, run.options.emptyAccess, findings);
	return ineligible === null
		? { status, reason, access }
		: { status: 'ineligible', reason: ineligible, access };
}

function decided(
	record: SourceRecord,
	index: number,
	external_id: string,
	verdict: StatusVerdict,
	basics: Basics,
	run: RecordRun,
): Employee {
	const { service, source, findings } = basics;
	const outcome = withAccess(record, index, verdict, run, findings);
	if (outcome === null) return held(record, basics, run);
	const person = readPerson(record, index, service, verdict.period, run, findings);
	if (outcome.status === 'active' && findings.problems !== null) return held(record, basics, run);
	return {
		external_id,
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
		...(outcome.access === undefined ? {} : { access: outcome.access }),
		company: companyOf(record, index, run),
		source,
		issues: [],
		notices: noticesOf(record, findings, outcome.status),
		clear: person.clear,
		unmapped: person.unmapped,
	};
}

/**
 * One source record -> one canonical employee, decided or held. Precedence (design section 6): unusable
 * id, unknown type or unreadable dates -> held; ended; access; upcoming; active, which needs e-mail and names.
 */
export function normalizeRecord(record: SourceRecord, index: number, run: RecordRun): Employee {
	const basics = readBasics(record, index, run);
	const { identity, verdict, findings } = basics;
	if (identity === null || verdict === null || findings.problems !== null) {
		return held(record, basics, run);
	}
	return decided(record, index, identity.external_id, verdict, basics, run);
}
