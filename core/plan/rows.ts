import type {
	AlleoEmployee,
	Employee,
	EmployeeStatus,
	Issue,
	Reason,
	WritableField,
} from '../model/employee';
import { carriedIssue, carriedReason, itemReason } from '../issues';
import type { CarriedIssue, IssueCode } from '../issues';
import type { Change, FieldValue, Ground, HoldChoice, RowAction } from '../model/plan';
import { alleoValue, createdValues } from './changes';
import { displayName } from '../model/employee';
import type { Draft } from './planHash';

type Values = Record<string, FieldValue>;

/** What a status says by itself, for people whose items give no reason of their own. */
const OWN_REASON = {
	active: 'IN_SERVICE',
	upcoming: 'STARTS_LATER',
	ended: 'EMPLOYMENT_ENDED',
	ineligible: 'ACCESS_NO',
	held: 'CANNOT_BE_DECIDED',
} as const satisfies Record<EmployeeStatus, IssueCode>;

/** Why the person has their status; always a code that a reader can look up. */
export const reasonOf = (person: Employee): Reason =>
	person.reason.code === 'NONE' ? itemReason(OWN_REASON[person.status]) : person.reason;

/** What the source said, for a person to judge by: dates and words, no contact data beyond the row's own. */
export function evidenceOf(person: Employee): Values {
	const evidence: Values = { status: person.status, reason: reasonOf(person).code };
	const { start_date, end_date, employment_type, source, company, alleo_filter } = person;
	if (start_date !== null) evidence['start_date'] = start_date;
	if (end_date !== null) evidence['end_date'] = end_date;
	if (employment_type !== null) evidence['employment_type'] = employment_type;
	if (source.employee_number !== null) evidence['employee_number'] = source.employee_number;
	if (company.name !== null) evidence['company'] = company.name;
	if (alleo_filter !== null) evidence['alleo_filter'] = alleo_filter;
	return evidence;
}

/** The Alleo fields that the decision used; compared again right before the row is written. */
function beforeOf(account: AlleoEmployee, changes: readonly Change[]): Values {
	const before: Values = {
		is_active: account.is_active,
		external_id: account.external_id,
		email: account.email,
	};
	for (const change of changes) {
		if (change.field === 'is_active') continue;
		before[change.field] = alleoValue(account, change.field as WritableField);
	}
	return before;
}

/** Not by way of entries: that is made for every person, and takes eight times as long. */
function afterOf(changes: readonly Change[]): Values {
	const after: Values = {};
	for (const { field, to } of changes) after[field] = to;
	return after;
}

interface RowParts {
	action: RowAction;
	person: Employee | null;
	account: AlleoEmployee | null;
	companyId: number | null;
	changes: Change[];
	/** Of a create: what it writes; else that follows from the changes. */
	after?: Values;
	reason: Reason;
	evidence?: Values;
	notices?: Issue[];
	offer?: Offer;
}

/** What a hold of identity shows and offers. */
export interface Offer {
	grounds: readonly Ground[];
	/** The row that follows from "the same person". */
	choice: Draft | null;
}

/** Of a row that changes something, what a hold carries of it. */
function choiceOf({ action, ...row }: Draft): HoldChoice | null {
	if (action === 'hold') return null;
	const { alleo_company_id, alleo_id, changes, before, after, reason } = row;
	return { action, alleo_company_id, alleo_id, changes, before, after, reason };
}

/** The hold as it is once somebody answered "the same person"; null where it offers nothing. */
export const asChosen = (row: Draft): Draft | null =>
	row.choice === null || row.choice === undefined ? null : { ...row, ...row.choice, choice: null };

function row(parts: RowParts): Draft {
	const { action, person, account, changes } = parts;
	const externalId = person?.external_id ?? account?.external_id ?? null;
	return {
		row_id: `${action}-${externalId ?? 'unidentified'}`,
		action,
		external_id: externalId,
		alleo_company_id: parts.companyId,
		alleo_id: account?.id ?? null,
		name:
			(person === null ? null : displayName(person)) ??
			(account === null ? null : displayName(account)),
		email: person?.email ?? account?.email ?? null,
		changes,
		before: account === null ? {} : beforeOf(account, changes),
		after: parts.after ?? (action === 'hold' ? {} : afterOf(changes)),
		reason: parts.reason,
		evidence: parts.evidence ?? (person === null ? {} : evidenceOf(person)),
		notices: parts.notices ?? person?.notices ?? [],
		linked_row_id: null,
		budgets: person?.budgets ?? {},
		partition: person?.source.partition ?? null,
		choice: parts.offer?.choice ? choiceOf(parts.offer.choice) : null,
		grounds: [...(parts.offer?.grounds ?? [])],
		rule: null,
	};
}

const ACTIVATE: Change = { field: 'is_active', from: false, to: true };
const DEACTIVATE: Change = { field: 'is_active', from: true, to: false };

export const createRow = (person: Employee, companyId: number, reason: Reason): Draft =>
	row({
		action: 'create',
		person,
		account: null,
		companyId,
		changes: [],
		after: createdValues(person),
		reason,
	});

export const updateRow = (
	person: Employee,
	account: AlleoEmployee,
	changes: Change[],
	reason: Reason,
): Draft =>
	row({ action: 'update', person, account, companyId: account.company_id, changes, reason });

export const reactivateRow = (
	person: Employee,
	account: AlleoEmployee,
	changes: Change[],
	reason: Reason,
): Draft =>
	row({
		action: 'reactivate',
		person,
		account,
		companyId: account.company_id,
		changes: [{ ...ACTIVATE }, ...changes],
		reason,
	});

export const deactivateRow = (
	person: Employee | null,
	account: AlleoEmployee,
	reason: Reason,
): Draft =>
	row({
		action: 'deactivate',
		person,
		account,
		companyId: account.company_id,
		changes: [{ ...DEACTIVATE }],
		reason,
	});

/** A hold changes nothing; its first notice names the step that resolves it. */
export function holdRow(
	person: Employee,
	account: AlleoEmployee | null,
	companyId: number | null,
	issue: CarriedIssue,
	offer: Offer = { grounds: [], choice: null },
): Draft {
	return row({
		action: 'hold',
		person,
		account,
		companyId: account?.company_id ?? companyId,
		changes: [],
		reason: carriedReason(issue),
		notices: [carriedIssue(issue), ...person.issues, ...person.notices],
		offer,
	});
}

/** A person whom the source itself could not decide: the first issue is the reason, all are shown. */
export function ownIssuesRow(
	person: Employee,
	account: AlleoEmployee | null,
	grounds: readonly Ground[] = [],
): Draft {
	const [first] = person.issues;
	const reason: Reason =
		first === undefined
			? reasonOf(person)
			: { code: first.code, text: first.message, params: first.params };
	return row({
		action: 'hold',
		person,
		account,
		companyId: account?.company_id ?? null,
		changes: [],
		reason,
		notices: [...person.issues, ...person.notices],
		offer: { grounds, choice: null },
	});
}
