import { AFAS_ISSUES } from './afas';
import { AFAS_PAYROLL_ISSUES } from './afasPayroll';
import { ALLEO_KEY_ISSUES } from './alleoKey';
import { APPLY_ISSUES } from './apply';
import { APPROVAL_ISSUES } from './approval';
import { BUDGET_FILE_ISSUES } from './budgetFile';
import { DAILY_BUDGET_ISSUES } from './dailyBudgets';
import { DAILY_SYNC_ISSUES } from './dailySync';
import { COMPANY_ISSUES } from './companies';
import { DELIVERY_ISSUES } from './delivery';
import { DESK_ISSUES } from './desk';
import { CONNECT_ISSUES } from './connect';
import { CONNECT_PAGE_ISSUES } from './connectPage';
import { DIFF_ISSUES } from './diff';
import { EMPLOYEE_FILE_ISSUES } from './employeeFile';
import { EVIDENCE_ISSUES } from './evidence';
import { EXPLAIN_ISSUES } from './explain';
import { FIELD_ISSUES } from './fields';
import { FILE_PLAN_ISSUES } from './filePlan';
import { IDENTITY_ISSUES } from './identity';
import { INSTALLATION_ISSUES } from './installation';
import { MOVE_ISSUES } from './moves';
import { INBOX_ISSUES } from './inbox';
import { NMBRS_ISSUES } from './nmbrs';
import { NMBRS_COVERAGE_ISSUES } from './nmbrsCoverage';
import { NMBRS_PAYROLL_ISSUES } from './nmbrsPayroll';
import { NORMALIZE_ISSUES } from './normalize';
import { PUBLISHED_ISSUES } from './published';
import { SETTINGS_ISSUES } from './settings';
import { SOURCE_ISSUES } from './source';
import { UPGRADE_ISSUES } from './upgrade';
import { CONNECT_TEST_ISSUES } from './connectTests';
import type { IssueText } from './define';
import { withSteps } from './steps';
import type { StepNames } from './steps';
import { fill } from './text';
import type { Filling, Language, Params, Places } from './text';

/**
 * The catalogue of codes: what happened, why it matters and what to do, in English and Dutch. Every
 * `code` in an item, an error or a page is a key of this table (tested); texts hold no personal value.
 */
export const ISSUES = {
	...SOURCE_ISSUES,
	...EMPLOYEE_FILE_ISSUES,
	...SETTINGS_ISSUES,
	...AFAS_ISSUES,
	...AFAS_PAYROLL_ISSUES,
	...NMBRS_ISSUES,
	...NMBRS_COVERAGE_ISSUES,
	...NMBRS_PAYROLL_ISSUES,
	...NORMALIZE_ISSUES,
	...PUBLISHED_ISSUES,
	...DIFF_ISSUES,
	...DAILY_BUDGET_ISSUES,
	...IDENTITY_ISSUES,
	...EVIDENCE_ISSUES,
	...MOVE_ISSUES,
	...COMPANY_ISSUES,
	...ALLEO_KEY_ISSUES,
	...APPROVAL_ISSUES,
	...APPLY_ISSUES,
	...EXPLAIN_ISSUES,
	...FIELD_ISSUES,
	...DAILY_SYNC_ISSUES,
	...INSTALLATION_ISSUES,
	...DESK_ISSUES,
	...INBOX_ISSUES,
	...CONNECT_ISSUES,
	...CONNECT_PAGE_ISSUES,
	...CONNECT_TEST_ISSUES,
	...FILE_PLAN_ISSUES,
	...BUDGET_FILE_ISSUES,
	...DELIVERY_ISSUES,
	...UPGRADE_ISSUES,
};

export type IssueCode = keyof typeof ISSUES;
export type IssueParams = Params;
export type { Filling, Language };

/** Worked out once for each code: the compiler asks for it at every call. */
type PlacesOfCodes = {
	[Code in IssueCode]: (typeof ISSUES)[Code] extends IssueText<infer T> ? Places<T> : never;
};

/** The places in the texts of a code; of one that is chosen at run time, those of all it may be. */
export type PlacesOf<C extends IssueCode> = PlacesOfCodes[C];

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

/** A code with its places, put together before: by a builder below, or on an item. */
export interface CarriedIssue {
	code: IssueCode;
	params?: IssueParams;
}

/**
 * The one untyped door: the texts of an issue whose places were filled elsewhere.
 * @param steps names of steps on the canvas of whoever resolves; the templates' names by default
 */
export function resolveCarried(
	{ code, params = {} }: CarriedIssue,
	language: Language = 'en',
	steps: StepNames = {},
): ResolvedIssue {
	const entry: IssueText = ISSUES[code];
	const filled = (text: string): string => fill(withSteps(text, language, steps), params);
	return {
		code,
		severity: entry.severity,
		message: filled(entry.what[language]),
		why: entry.why === undefined ? null : filled(entry.why[language]),
		action: filled(entry.action[language]),
		params,
	};
}

/** The texts of one code in one language; `message` is what happened, `action` what to do. */
export const resolveIssue = <C extends IssueCode>(
	code: C,
	...[params = {}, language]: Filling<PlacesOf<C>, [language?: Language]>
): ResolvedIssue => resolveCarried({ code, params }, language);

/** An issue or notice as it travels on an item (core/model/employee.ts `Issue`), in English. */
export function carriedIssue(
	{ code, params = {} }: CarriedIssue,
	field: string | null = null,
): { code: IssueCode; field: string | null; message: string; action: string; params: IssueParams } {
	const { message, action } = resolveCarried({ code, params });
	return { code, field, message, action, params };
}

export const itemIssue = <C extends IssueCode>(
	code: C,
	field: string | null = null,
	...[params = {}]: Filling<PlacesOf<C>>
): ReturnType<typeof carriedIssue> => carriedIssue({ code, params }, field);

/** Of a reason nothing else is needed, and everybody has one. */
function messageOf(code: IssueCode, params: IssueParams): string {
	const entry: IssueText = ISSUES[code];
	return fill(withSteps(entry.what.en, 'en'), params);
}

/** A reason as it travels on an item (core/model/employee.ts `Reason`), in English. */
export const carriedReason = ({
	code,
	params = {},
}: CarriedIssue): { code: IssueCode; text: string; params: IssueParams } => ({
	code,
	text: messageOf(code, params),
	params,
});

export const itemReason = <C extends IssueCode>(
	code: C,
	...[params = {}]: Filling<PlacesOf<C>>
): ReturnType<typeof carriedReason> => carriedReason({ code, params });
