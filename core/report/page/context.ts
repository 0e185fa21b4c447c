import { questionsOf } from '../../approval/choices';
import type { IdentityQuestion } from '../../approval/choices';
import type { DecisionForm } from '../../approval/form';
import type { FormProblem } from '../../approval/decide';
import type { DecisionRules } from '../../approval/rules';
import type { Comparison } from '../../runLog/compare';
import type { Language } from '../../issues';
import type { DraftFacts } from '../../model/draft';
import type { PlanRow } from '../../model/plan';
import type { PlanSummary } from '../../model/summary';
import type { Selection } from './select';
import type { PageWords } from './text';
import { TO_NEWER } from '../../runLog/plans/address';
import { writeView } from './view';
import type { ViewQuery } from './view';

/** Everything that one rendering of the page needs; the pieces below read it, none changes it. */
export interface PageInput {
	title: string;
	language: Language;
	summary: PlanSummary;
	rows: readonly PlanRow[];
	rules: DecisionRules;
	view: ViewQuery;
	form: DecisionForm;
	/** What kept the posted form from deciding; empty on a first look. */
	problems: readonly FormProblem[];
	requireComment: boolean;
	/** Who decides, when a login already proved it; the page then asks for no name. */
	knownApprover?: string;
	/** What earlier decided plans say about the rows; nothing is marked without it. */
	history?: Comparison;
	/** The dry run is of an unpublished version; null or absent: it is not, or nobody looked. */
	draft?: DraftFacts | null;
	/** An instant (ISO 8601 UTC) in the time zone of the workflow, for a reader. */
	formatInstant: (instant: string) => string;
	/** The permanent address of the plan; '' or absent where this n8n has no page for plans. */
	planAddress?: string;
	/** The page with the questions about the customer; '' or absent where it is not known. */
	inboxUrl?: string;
	/** The query of the link, ready encoded and without `?`: it carries the token. */
	linkQuery: string;
}

export interface PageContext extends PageInput {
	t: PageWords;
	selection: Selection;
	/** What the plan asks about who is who, by the row_id of each row that it is about. */
	questions: ReadonlyMap<string, IdentityQuestion>;
	/** The plan writes to several Alleo companies, so each row says to which. */
	severalCompanies: boolean;
	/** A file to keep: no form, no paging, no links back. */
	isReport: boolean;
}

export const questionsByRow = (rows: readonly PlanRow[]): ReadonlyMap<string, IdentityQuestion> =>
	new Map(
		questionsOf(rows).flatMap((question) =>
			question.rows.map(({ row_id: id }): [string, IdentityQuestion] => [id, question]),
		),
	);

/** Approving is a choice; otherwise only rejecting is. */
export const canApprove = ({ lockedBy, supersededAt, expired }: DecisionRules): boolean =>
	lockedBy.length === 0 && supersededAt === null && !expired;

/** A link to the same page with another view; the token stays in it. */
export function viewLink(context: PageInput, view: Partial<ViewQuery>, format?: string): string {
	const parts = [context.linkQuery].filter((part) => part !== '');
	if (format !== undefined) parts.push(`format=${encodeURIComponent(format)}`);
	else parts.push(...writeView({ ...context.view, page: 1, ...view }));
	return `?${parts.join('&')}`;
}

/**
 * The permanent address with the present view: what the address bar shows, and where a form without script is
 * sent. n8n's own address of the page answers with bare JSON once the plan is decided. null where there is none.
 */
export const permanentView = ({ planAddress = '', view }: PageInput): string | null =>
	planAddress === '' ? null : [planAddress, ...writeView(view)].join('&');

/** Where a button of the form is sent to, and which part of the page is shown then. */
export const postTo = (input: PageInput, part: 'people' | 'problems'): string =>
	`${permanentView(input) ?? ''}#${part}`;

/** Leads to the newest plan of the workflow; null where this n8n has no page for plans. */
export const newerPlanLink = ({ planAddress = '' }: { planAddress?: string }): string | null =>
	planAddress === '' ? null : `${planAddress}&${TO_NEWER}=1`;
