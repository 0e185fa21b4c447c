import { emailKey } from '../../../identity/keys';
import { itemIssue } from '../../../issues';
import type { IssueCode } from '../../../issues';
import { budgetCategoryOf, PUBLISHED_CATEGORIES } from '../../../model/budget';
import type { AlleoEmployee, Issue } from '../../../model/employee';
import type { FileBudgetLine, Change } from '../../../model/plan';
import type { Draft } from '../../planHash';
import type { LastBudgetsOfOne } from '../lastBudgets';
import { fileRow } from '../proposal';
import type { FilePerson, FileProposal, RowParts } from '../proposal';
import { carriedLine } from './line';
import type { DecidedLine } from './line';
import type { KnownLine } from './lines';
import type { BudgetFileOptions } from './options';

/** Rows of a plan of budgets: a line that is decided, and a line that stays as it was. */

function reasonOf(changes: readonly Change[]): IssueCode {
	if (changes.length === 0) return 'BUDGET_UNCHANGED';
	if (changes.every(({ from }) => from === null)) return 'BUDGET_NEW';
	if (changes.some(({ to }) => to !== null)) return 'BUDGET_CHANGED';
	const stops = changes.some(({ field }) => field.startsWith('alleo_monthly_'));
	return stops ? 'BUDGET_STOPPED' : 'BUDGET_ONCE_CLEARED';
}

function categoryNotices({ cells }: FileBudgetLine): Issue[] {
	const categories = new Set(Object.keys(cells).map(budgetCategoryOf));
	return [...categories]
		.filter((category) => !PUBLISHED_CATEGORIES.has(category))
		.map((category) => itemIssue('BUDGET_CATEGORY_UNKNOWN', null, { category }));
}

export type AddressedParts = RowParts & { email: string };

/** A line that says nothing is none that moved. */
const movedNotices = (line: KnownLine | null, { email }: AddressedParts): Issue[] =>
	line !== null && Object.keys(line.given).length > 0 && line.key !== emailKey(email)
		? [itemIssue('BUDGET_ADDRESS_CHANGED')]
		: [];

const withLine = (
	{ row }: FileProposal,
	changes: Change[],
	sent_before: FileBudgetLine['sent_before'],
	otherwise: FileBudgetLine | null,
): FileProposal =>
	row === null
		? { row, leftOut: 'BUDGET_UNCHANGED' }
		: { row: { ...row, changes, budget_line: { sent_before, otherwise } }, leftOut: null };

/**
 * @param before what was given until now; null where the last file has no line
 * @param line the person's own line of the last file; null also where only the person's one-offs are known
 */
export function decidedRow(
	parts: AddressedParts,
	decided: DecidedLine,
	before: LastBudgetsOfOne | null,
	line: KnownLine | null,
	options: BudgetFileOptions,
): FileProposal {
	const { cells, sent_before: sent, changes, kept } = decided;
	const notices = [
		...movedNotices(line, parts),
		...kept.map((field) => itemIssue('BUDGET_FIELD_KEPT', field, { field })),
		...categoryNotices(decided),
		...parts.notices,
	];
	const code = reasonOf(changes);
	const proposal = fileRow({ ...parts, notices }, { code, params: {} }, { budgets: cells });
	const otherwise = before === null ? null : carriedLine(before, options);
	return withLine(proposal, changes, sent, otherwise);
}

/** The line of last time, under the account's address of today, with the reason in a notice. */
export function keptRow(
	parts: AddressedParts,
	line: KnownLine,
	why: KeptBecause,
	options: BudgetFileOptions,
): FileProposal {
	const carried = carriedLine(line.given, options);
	const notices = [...movedNotices(line, parts), itemIssue(why), ...parts.notices];
	const known = { ...parts, notices };
	const proposal = fileRow(
		known,
		{ code: 'BUDGET_UNCHANGED', params: {} },
		{ budgets: carried.cells },
	);
	return withLine(proposal, [], carried.sent_before, carried);
}

/** Why a line stays as it was though nobody holds it. */
export type KeptBecause =
	| 'FILE_NOT_STARTED'
	| 'BUDGET_ABSENT_KEPT'
	| 'BUDGET_ACCOUNT_MISSING'
	| 'BUDGET_ONCE_REMEMBERED'
	| 'BUDGET_PARTITION_INCOMPLETE'
	| 'BUDGET_UNSURE_KEPT';

/** A hold carries the line of last time, so that waiting stops nothing. */
export function holdWithLine(row: Draft, line: KnownLine, options: BudgetFileOptions): Draft {
	const otherwise = carriedLine(line.given, options);
	const { cells, sent_before } = otherwise;
	return { ...row, budgets: cells, budget_line: { sent_before, otherwise } };
}

const NOBODY: FilePerson = {
	external_id: null,
	start_date: null,
	end_date: null,
	company: { id: null, number: null, name: null },
	source: { system: 'custom', partition: null, employee_id: null, employee_number: null },
};

/** A line of which no account is known for certain; its number goes along, so that it is found again. */
export function accountlessRow(
	line: KnownLine,
	why: 'BUDGET_UNSURE_KEPT' | 'BUDGET_ACCOUNT_MISSING',
	options: BudgetFileOptions,
): Draft | null {
	const parts = { person: NOBODY, account: null, email: line.email, evidence: {}, notices: [] };
	const { row } = keptRow(parts, line, why, options);
	return row === null
		? null
		: { ...row, row_id: `update-line-${line.alleoId ?? 'unsure'}`, alleo_id: line.alleoId };
}

/** An account whose person the source does not have. */
export const personOfAccount = ({ external_id: id }: AlleoEmployee): FilePerson => ({
	...NOBODY,
	external_id: id,
});

/** Whether the line is another one than in the last file: an amount, or the address that it stands under. */
export const isChangedLine = ({ action, changes, notices }: Draft): boolean =>
	action === 'update' &&
	(changes.length > 0 || notices.some(({ code }) => code === 'BUDGET_ADDRESS_CHANGED'));
