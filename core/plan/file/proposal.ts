import { displayName } from '../../model/employee';
import type { Draft } from '../planHash';
import type { AlleoEmployee, CompanyRef, Issue, SourceRef } from '../../model/employee';
import { carriedIssue, carriedReason } from '../../issues';
import type { IssueCode, IssueParams } from '../../issues';
import type { FieldValue, PayValues } from '../../model/plan';
import type { z } from 'zod';

/** One person of the source: a row of the plan, or left out for a reason that is counted. */
export type FileProposal = { row: Draft; leftOut: null } | { row: null; leftOut: IssueCode };

export const leaveOut = (code: IssueCode): FileProposal => ({ row: null, leftOut: code });

/** What both datasets know about a person. */
export interface FilePerson {
	external_id: string | null;
	start_date: string | null;
	end_date: string | null;
	company: z.infer<typeof CompanyRef>;
	source: SourceRef;
}

/** A cause: a code with its places, or an issue that came with the person. */
export interface Cause {
	code: IssueCode;
	params: IssueParams;
}

export interface RowParts {
	person: FilePerson;
	account: AlleoEmployee | null;
	email: string | null;
	evidence: Record<string, FieldValue>;
	notices: Issue[];
}

function baseRow(
	action: 'update' | 'hold',
	{ person, account, email, evidence, notices }: RowParts,
): Omit<Draft, 'reason'> {
	const facts: Record<string, FieldValue> = { ...evidence };
	if (person.source.employee_number !== null) {
		facts['employee_number'] = person.source.employee_number;
	}
	if (person.company.name !== null) facts['company'] = person.company.name;
	if (person.end_date !== null) facts['end_date'] = person.end_date;
	return {
		row_id: `${action}-${person.external_id ?? 'unidentified'}`,
		action,
		external_id: person.external_id,
		alleo_company_id: account?.company_id ?? null,
		alleo_id: account?.id ?? null,
		name: account === null ? null : displayName(account),
		email,
		changes: [],
		before: {},
		after: {},
		evidence: facts,
		notices,
		linked_row_id: null,
		budgets: {},
		partition: person.source.partition,
	};
}

/** A line of the file. */
export function fileRow(
	parts: RowParts & { email: string },
	reason: Cause,
	contents: { flex?: PayValues; budgets?: Record<string, number> },
): FileProposal {
	return {
		row: {
			...baseRow('update', parts),
			reason: carriedReason(reason),
			...(contents.flex === undefined ? {} : { flex: contents.flex }),
			budgets: contents.budgets ?? {},
		},
		leftOut: null,
	};
}

/** Nobody's line: the first cause is the reason, the others are remarks. */
export function holdRow(parts: RowParts, causes: readonly Cause[]): FileProposal {
	const [first, ...others] = causes;
	const reason: Cause = first ?? { code: 'CANNOT_BE_DECIDED', params: {} };
	const more = others.map((cause) => carriedIssue(cause));
	return {
		row: {
			...baseRow('hold', { ...parts, notices: [...more, ...parts.notices] }),
			reason: carriedReason(reason),
		},
		leftOut: null,
	};
}

/** The issues that came with a person, as causes; a code that nobody knows keeps its own words. */
export function holdForIssues(parts: RowParts, issues: readonly Issue[]): FileProposal {
	const [first, ...others] = issues;
	if (first === undefined) return holdRow(parts, []);
	const proposal = holdRow({ ...parts, notices: [...others, ...parts.notices] }, []);
	if (proposal.row === null) return proposal;
	const { code, message, field, params } = first;
	const filled = field === null || 'field' in params ? params : { field, ...params };
	return {
		row: { ...proposal.row, reason: { code, text: message, params: filled } },
		leftOut: null,
	};
}
