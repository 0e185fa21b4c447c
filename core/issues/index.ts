import { AFAS_ISSUES } from './afas';
import { AFAS_PAYROLL_ISSUES } from './afasPayroll';
import { APPLY_ISSUES } from './apply';
import { APPROVAL_ISSUES } from './approval';
import { DAILY_SYNC_ISSUES } from './dailySync';
import { CONNECT_ISSUES } from './connect';
import { CONNECT_PAGE_ISSUES } from './connectPage';
import { DIFF_ISSUES } from './diff';
import { EXPLAIN_ISSUES } from './explain';
import { FLEX_ISSUES } from './flex';
import { NMBRS_ISSUES } from './nmbrs';
import { NMBRS_PAYROLL_ISSUES } from './nmbrsPayroll';
import { NORMALIZE_ISSUES } from './normalize';
import { SOURCE_ISSUES } from './source';
import { CONNECT_TEST_ISSUES } from './connectTests';
import type { IssueText } from './define';
import { fill } from './text';
import type { Language, Params } from './text';

/**
 * The catalogue of codes: what happened, why it matters and what to do, in English and Dutch. Every
 * `code` in an item, an error or a page is a key of this table (tested); texts hold no personal value.
 */
export const ISSUES = {
	...SOURCE_ISSUES,
	...AFAS_ISSUES,
	...AFAS_PAYROLL_ISSUES,
	...NMBRS_ISSUES,
	...NMBRS_PAYROLL_ISSUES,
	...NORMALIZE_ISSUES,
	...DIFF_ISSUES,
	...APPROVAL_ISSUES,
	...APPLY_ISSUES,
	...EXPLAIN_ISSUES,
	...DAILY_SYNC_ISSUES,
	...CONNECT_ISSUES,
	...CONNECT_PAGE_ISSUES,
	...CONNECT_TEST_ISSUES,
	...FLEX_ISSUES,
};

export type IssueCode = keyof typeof ISSUES;
export type IssueParams = Params;
export type { Language };

const TABLE: Record<string, IssueText> = ISSUES;

export const isIssueCode = (code: string): code is IssueCode => Object.hasOwn(TABLE, code);

export interface ResolvedIssue {
	code: IssueCode;
	severity: IssueText['severity'];
	message: string;
	why: string | null;
	action: string;
	params: IssueParams;
}

/** The texts of one code in one language; `message` is what happened, `action` what to do. */
export function resolveIssue(
	code: IssueCode,
	params: IssueParams = {},
	language: Language = 'en',
): ResolvedIssue {
	const entry: IssueText = ISSUES[code];
	return {
		code,
		severity: entry.severity,
		message: fill(entry.what[language], params),
		why: entry.why === undefined ? null : fill(entry.why[language], params),
		action: fill(entry.action[language], params),
		params,
	};
}

/** An issue or notice as it travels on an item (core/model/employee.ts `Issue`), in English. */
export function itemIssue(
	code: IssueCode,
	field: string | null = null,
	params: IssueParams = {},
): { code: IssueCode; field: string | null; message: string; action: string; params: IssueParams } {
	const { message, action } = resolveIssue(code, params);
	return { code, field, message, action, params };
}

/** A reason as it travels on an item (core/model/employee.ts `Reason`), in English. */
export function itemReason(
	code: IssueCode,
	params: IssueParams = {},
): { code: IssueCode; text: string; params: IssueParams } {
	return { code, text: resolveIssue(code, params).message, params };
}
