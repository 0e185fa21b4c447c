import type { Language } from '../../core/issues';
import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { questionsOf } from '../../core/approval/choices';
import { decide, TEXT_LIMITS } from '../../core/approval/decide';
import type { FormProblem } from '../../core/approval/decide';
import { EMPTY_FORM, readForm } from '../../core/approval/form';
import type { DecisionForm } from '../../core/approval/form';
import type { FormFields } from '../../core/model/formFields';
import { decisionRules } from '../../core/approval/rules';
import { readSummary } from '../../core/model/summary';
import { compareWithHistory } from '../../core/runLog/compare';
import type { Comparison } from '../../core/runLog/compare';
import type { Approval, PlanRow } from '../../core/model/plan';
import { renderPage } from '../../core/report/page';
import type { PageInput } from '../../core/report/page/context';
import { renderDecided, renderDecidedAlready, renderRefused } from '../../core/report/page/result';
import { PAGE_SIZE, selectRows } from '../../core/report/page/select';
import type { Selection } from '../../core/report/page/select';
import { FIRST_VIEW, nextView, readView } from '../../core/report/page/view';
import { formatInstant } from '../../core/ui/instant';
import { instantNow } from '../shared/clock';
import { kindOf } from '../shared/outcome';
import { isFromOwnPage } from '../shared/fromOwnPage';
import { notedDraft } from './draft';
import { newerSeenHere, newestOf, NOTHING_KNOWN } from './newest';
import type { Newest } from './newest';
import { fileOf } from './files';
import * as panel from './properties';
import { readPlan } from './readPlan';
import { readRunLog } from './history';
import { onPage } from './onPage';
import { linkQuery, readFields, waitingItems } from './request';
import { resumeWith, sendFile, showPage } from './respond';

const first = (fields: FormFields, name: string): string => fields.get(name)?.[0] ?? '';

/** The page of an error must not fail on its own. */
const languageOf = (context: IWebhookFunctions): Language => onPage(context, panel.language, 'en');

/** The form before anybody touched it: what was remembered is ticked and answered as it was. */
function rememberedForm(
	{ remembered, others }: Comparison,
	rows: readonly PlanRow[],
): DecisionForm {
	if (remembered.size === 0 && others.size === 0) return EMPTY_FORM;
	const entries = [...remembered];
	return {
		...EMPTY_FORM,
		answers: new Map(
			questionsOf(rows).flatMap(({ key }) => (others.has(key) ? [[key, 'other'] as const] : [])),
		),
		exclusions: new Map(entries.map(([rowId, { reason }]) => [rowId, reason])),
		untils: new Map(entries.map(([rowId, { until }]) => [rowId, until])),
	};
}

/** What every page of this plan needs. The items were checked before the wait began. */
function pageInput(
	context: IWebhookFunctions,
	now: string,
	newerAt: string | null,
): PageInput | null {
	const rows = waitingItems(context).map((item) => item.json as unknown as PlanRow);
	const read = readSummary(context.getNodeParameter('summary', ''));
	if (!read.ok || rows.length === 0) return null;
	const summary = read.value;
	const pageLanguage = languageOf(context);
	const { guards, partitions, plan } = summary;
	// An expression that fails offers nothing, and is no login: the page then asks for a name.
	const offersToEnable = onPage(context, panel.offerEnable, false);
	const approver = onPage(context, panel.knownApprover, '').slice(0, TEXT_LIMITS.approver);
	const workflow = context.getWorkflow().id ?? '';
	const history = compareWithHistory(rows, readRunLog(context), workflow, summary.reference_date);
	return {
		title: onPage(context, panel.title, ''),
		language: pageLanguage,
		summary,
		rows,
		rules: decisionRules({
			rows,
			guards,
			partitions,
			expiresAt: plan.expires_at,
			now,
			newerPlanAt: newerAt ?? newerSeenHere(workflow, plan),
			isForFile: plan.dataset !== undefined,
			offerEnable: offersToEnable,
		}),
		view: FIRST_VIEW,
		form: rememberedForm(history, rows),
		history,
		knownApprover: approver,
		problems: [],
		requireComment: onPage(context, panel.requireComment, false),
		formatInstant: (instant) => formatInstant(instant, context.getTimezone(), pageLanguage),
		draft: notedDraft(context),
		planAddress: onPage(context, panel.planAddress, ''),
		inboxUrl: onPage(context, panel.inboxUrl, ''),
		linkQuery: linkQuery(readFields(context.getQueryData())),
	};
}

/** A page that says why a request was not accepted; shows nothing of the plan. */
function refuse(
	context: IWebhookFunctions,
	problem: Pick<FormProblem, 'code' | 'params'>,
	status: number,
): IWebhookResponseData {
	const page = renderRefused(
		{
			title: '',
			language: languageOf(context),
			formatInstant: (instant) => instant,
			planAddress: onPage(context, panel.planAddress, ''),
		},
		{ ...problem, field: null },
		linkQuery(readFields(context.getQueryData())),
	);
	return showPage(context, page, status);
}

const lost = (context: IWebhookFunctions, problem: string): IWebhookResponseData =>
	refuse(
		context,
		{ code: 'APPROVAL_SUMMARY_UNREADABLE', params: { problem, expression: '…' } },
		500,
	);

/** The page asks whether its plan still waits; when not, n8n answers in this node's place. */
const asksForState = (context: IWebhookFunctions): boolean =>
	first(readFields(context.getQueryData()), 'format') === 'state';

/** GET: shows the plan or hands out the report. Changes nothing, so previews and scanners may come. */
function showPlan(context: IWebhookFunctions, { newerAt }: Newest): IWebhookResponseData {
	if (asksForState(context)) return showPage(context, 'waiting');
	const input = pageInput(context, instantNow(), newerAt);
	if (input === null) return lost(context, 'the plan cannot be read');
	const query = readFields(context.getQueryData());
	const file = fileOf(input, first(query, 'format'));
	if (file !== null) return sendFile(context, file);
	const view = readView({
		page: first(query, 'page'),
		q: first(query, 'q'),
		action: first(query, 'action'),
		onlyNew: first(query, 'new'),
		change: first(query, 'field'),
		sort: first(query, 'sort'),
	});
	return showPage(context, renderPage({ ...input, view }));
}

/** Every row carries the same approval: apply refuses a plan whose rows disagree. */
const itemsWith = (rows: readonly PlanRow[], approval: Approval): INodeExecutionData[] =>
	rows.map((row, index) => ({ json: { ...row, approval }, pairedItem: { item: index } }));

function decideNow(
	context: IWebhookFunctions,
	input: PageInput,
	form: DecisionForm,
	now: string,
): IWebhookResponseData {
	const checked = readPlan(waitingItems(context), context.getNodeParameter('summary', ''));
	if (!checked.ok) return lost(context, 'the plan was altered while it waited');
	const { plan, rows } = checked;
	const verdict = decide({
		plan,
		rows,
		rules: input.rules,
		form,
		requireComment: input.requireComment,
		language: input.language,
		now,
	});
	if (verdict.kind === 'refused') {
		return showPage(context, renderRefused(input, verdict.problem, input.linkQuery), 400);
	}
	if (verdict.kind === 'incomplete') {
		return showPage(context, renderPage({ ...input, form, problems: verdict.problems }), 422);
	}
	const { approval, leftOut } = verdict;
	const items = itemsWith(rows, approval);
	const { title, language, formatInstant: written, planAddress: kept = '' } = input;
	const about = plan.dataset === undefined ? {} : { dataset: plan.dataset };
	const result = { title, language, formatInstant: written, planAddress: kept, ...about };
	const pages = {
		taken: renderDecided(result, rows, approval, leftOut),
		late: renderDecidedAlready(result),
	};
	return resumeWith(context, pages, approval.decision === 'approved' ? [[], items] : [items, []]);
}

/** The rows that stand on a page with a box: one box stands for both halves of a move. */
const boxesOn = ({ rows, moves }: Selection): string[] =>
	rows.flatMap(({ row_id: id }) => [id, moves.get(id)?.leave.row_id ?? id]);

/** POST: decides, or turns a page of the form over. */
function takeDecision(context: IWebhookFunctions, newest: Newest): IWebhookResponseData {
	const now = instantNow();
	const plan = pageInput(context, now, newest.newerAt);
	if (plan === null) return lost(context, 'the plan cannot be read');
	const fields = readFields(context.getBodyData(), context.getRequestObject());
	const present = readView({
		page: first(fields, 'view_page'),
		q: first(fields, 'view_q'),
		action: first(fields, 'view_action'),
		onlyNew: first(fields, 'view_new'),
		change: first(fields, 'view_field'),
		sort: first(fields, 'view_sort'),
	});
	const carried = fields.has('view_page')
		? boxesOn(selectRows(plan.rows, present, PAGE_SIZE, plan.history?.seen, plan.summary.fields))
		: [];
	const posted = readForm(fields, carried);
	const form =
		plan.knownApprover === undefined || plan.knownApprover === ''
			? posted
			: { ...posted, approver: plan.knownApprover };
	if (form.go === null) {
		if (newest.unknown && form.decision !== 'reject') {
			return refuse(context, { code: 'APPROVAL_NEWEST_UNKNOWN', params: {} }, 503);
		}
		return decideNow(context, { ...plan, view: present }, form, now);
	}
	const view = nextView(present, first(fields, 'q'), form.go);
	return showPage(context, renderPage({ ...plan, view, form }));
}

/**
 * The webhook of the waiting execution. It must never throw: n8n would take an exception for an
 * answer and resume the execution on the first output.
 */
export function answerRequest(
	context: IWebhookFunctions,
	newest: Newest = NOTHING_KNOWN,
): IWebhookResponseData {
	try {
		const { method, headers } = context.getRequestObject();
		if (method !== 'POST') return showPlan(context, newest);
		return isFromOwnPage(headers)
			? takeDecision(context, newest)
			: refuse(context, { code: 'POSTED_FROM_ELSEWHERE', params: {} }, 403);
	} catch (error) {
		context.logger.error('Sync Approval could not answer a request', {
			error: kindOf(error),
		});
		return lost(context, 'something unexpected happened');
	}
}

/** The same, with what the run log knows of newer plans. */
export const answerKnowing = async (context: IWebhookFunctions): Promise<IWebhookResponseData> =>
	answerRequest(context, await newestOf(context, asksForState));
