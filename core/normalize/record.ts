import { BUDGET_PATTERN } from './mapping';
import { ineligibleReason, remarkIgnoredNo } from './access';
import { agreedAccess } from './agreement';
import { companyOf, readBasics } from './basics';
import { extraFieldsFailed } from './customFields';
import { noticesOf } from './notices';
import { readPerson } from './person';
import { Findings, toIssue, toReason } from './findings';
import type { Basics, RecordRun } from './basics';
import type { Finding } from './findings';
import type { Person } from './person';
import type { StatusVerdict } from './status';
import type { Employee, EmployeeStatus } from '../model/employee';
import type { Ask } from '../model/inbox';
import type { IssueCode } from '../issues';
import type { SourceRecord } from './mapping';

interface Decided {
	status: Exclude<EmployeeStatus, 'held'>;
	reason: IssueCode;
	access?: NonNullable<Employee['access']>;
}

type Standing = { status: EmployeeStatus; reason: IssueCode };

const UNDECIDED: Standing = { status: 'held', reason: 'CANNOT_BE_DECIDED' };

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
	if (run.inDoubt !== null) {
		return findings.add('INBOX_ANSWER_UNKNOWN', null, { name: run.inDoubt });
	}
	if (run.ignored !== null) remarkIgnoredNo(record, index, run.ignored, run.evaluate, findings);
	if (run.ignored !== null) return { status, reason, access: 'ignored' };
	if (run.access === null) return { status, reason };
	if (run.access.fromExtraFields && extraFieldsFailed(record)) {
		return findings.add('EXTRA_FIELDS_NOT_READ', run.access.field);
	}
	const access = agreedAccess(
		record,
		index,
		run.access,
		run.options.emptyAccess,
		run.evaluate,
		findings,
	);
	if (access === null) return null;
	const ineligible = ineligibleReason(access, run.options.emptyAccess, findings);
	return ineligible === null
		? { status, reason, access }
		: { status: 'ineligible', reason: ineligible, access };
}

/** An item while it is made: keys are written in the order in which they stand. */
type Fields = Omit<Employee, 'issues' | 'notices'>;

/** A field at fault is null, whatever could be read of it: its value stands nowhere. */
function withoutFaults(fields: Fields, problems: readonly Finding[] | null): Fields {
	if (problems === null) return fields;
	const left: Fields = { ...fields };
	for (const { field } of problems) {
		switch (field) {
			case 'start_date':
			case 'end_date':
			case 'email':
			case 'private_email':
			case 'first_name':
			case 'prefix':
			case 'last_name':
			case 'language':
			case 'birthday':
			case 'work_anniversary':
			case 'group':
			case 'alleo_filter':
			case 'employment_type':
				left[field] = null;
		}
	}
	return left;
}

/** What every item carries, whoever it is: everything of the person that is readable and valid. */
const fieldsOf = (
	record: SourceRecord,
	index: number,
	person: Person,
	{ dates, source, identity }: Basics,
	{ status, reason }: Standing,
	run: RecordRun,
): Fields => ({
	external_id: identity?.external_id ?? null,
	status,
	reason: toReason(reason),
	start_date: dates.start,
	end_date: dates.end,
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
	company: companyOf(record, index, run),
	source,
	clear: person.clear,
	unmapped: person.unmapped,
});

/** What is asked of this person's values, each once; nearly everybody has none. */
function asksOf(findings: Findings, others: Findings, run: RecordRun): Pick<Employee, 'asks'> {
	if (!run.asks || (findings.asks === null && others.asks === null)) return {};
	const asks = new Map<string, Ask>();
	for (const ask of [...(findings.asks ?? []), ...(others.asks ?? [])]) {
		asks.set(`${ask.kind} ${ask.value}`, ask);
	}
	return { asks: [...asks.values()] };
}

/** About a budget alone, also one on which employments disagree: it counts only where budgets are written. */
const ofBudget = ({ code, field }: Finding): boolean =>
	code === 'BUDGET_SEVERAL_MONTHLY' || (field !== null && BUDGET_PATTERN.test(field));

/**
 * One source record -> one canonical employee, decided or held. Precedence (design section 6): unusable
 * id, unknown type or unreadable dates -> held; ended; access; upcoming; active, which needs e-mail and
 * names. Who is held stays visible, so that the next step can recognise and protect them.
 */
export function normalizeRecord(record: SourceRecord, index: number, run: RecordRun): Employee {
	const basics = readBasics(record, index, run);
	const { identity, verdict, service, findings } = basics;
	const outcome =
		identity === null || verdict === null || findings.problems !== null
			? null
			: withAccess(record, index, verdict, run, findings);
	// What else is wrong with somebody undecided holds nobody: it is only left out, and said.
	const others = outcome === null ? new Findings() : findings;
	const person = readPerson(record, index, service, verdict?.period ?? null, run, others);
	const { problems } = findings;
	const decided = outcome?.status !== 'active' || problems === null ? outcome : null;
	const given = fieldsOf(record, index, person, basics, decided ?? UNDECIDED, run);
	const fields = withoutFaults(withoutFaults(given, others.problems), problems);
	if (decided !== null) {
		if (decided.access !== undefined) fields.access = decided.access;
		return {
			...fields,
			issues: [],
			notices: noticesOf(record, [findings], problems, decided.status),
			...asksOf(findings, others, run),
		};
	}
	return {
		...fields,
		issues: (problems ?? []).map(toIssue),
		notices:
			outcome === null
				? noticesOf(record, [findings, others], others.problems, 'held')
				: noticesOf(record, [findings], null, 'held'),
		clear: [],
		// A plan of employees writes no budgets: there it is a notice (core/plan/people/examine.ts).
		...(outcome !== null && problems?.every(ofBudget) === true ? { budget_only: true } : {}),
		...asksOf(findings, others, run),
	};
}
