import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { askedPlan, TO_NEWER, viewIn } from '../../core/runLog/plans/address';
import type { PlanRight } from '../../core/runLog/plans/address';
import { PlanOnRecord } from '../../core/runLog/plans/columns';
import { planFromLog } from '../../core/runLog/plans/record';
import { renderNoPlan, renderPlan } from '../../core/runLog/plans/page';
import { planState } from '../../core/runLog/plans/state';
import type { RunInN8n } from '../../core/runLog/plans/state';
import { instantNow } from '../shared/clock';
import { kindOf } from '../shared/outcome';
import { textOf, valueOf } from '../shared/parameters';
import {
	planAddress,
	rightOf,
	signingKeyOf,
	waitingPageOf,
	webhooksAt,
} from '../shared/planAddress';
import { planPath } from './planPageProperties';
import { object, rowsOf } from './rows';

/**
 * What the permanent address of a plan answers. It shows and never decides: while the plan waits it leads on
 * to the page that decides, whose address is made here of n8n's own and of the execution that is on record.
 */

/** `location` is empty unless the answer leads on. */
interface Answer {
	status: number;
	html: string;
	location: string;
}

const shown = (status: number, html: string): Answer => ({ status, html, location: '' });

const leadsTo = (location: string): Answer => ({ status: 303, html: '', location });

const withView = (location: string, query: IDataObject): string =>
	location.includes('?')
		? `${location}${viewIn(query)}`
		: `${location}${viewIn(query).replace('&', '?')}`;

const UNKNOWN = (): Answer => shown(404, renderNoPlan('unknown', ['nl', 'en']));

const parameter = (context: IExecuteFunctions, name: string): unknown =>
	context.getNodeParameter(name, 0, '');

/** A row of the table of plans; null for anything else. */
const planIn = (row: unknown): PlanOnRecord | null => PlanOnRecord.safeParse(row).data ?? null;

/** Rows of a table; null where they could not be read. n8n gives one empty item where there are none. */
function plansIn(
	given: unknown,
	read: (row: unknown) => PlanOnRecord | null,
): PlanOnRecord[] | null {
	const rows = rowsOf(given).filter((row) => Object.keys(row).length > 0);
	if (rows.some((row) => row['error'] !== undefined)) return null;
	return rows.flatMap((row) => read(row) ?? []);
}

interface Run {
	run: RunInN8n;
	/** What n8n asks for with the address of the page that decides. */
	token: string;
}

/** How the execution stands in n8n's database, whichever process runs it. */
async function runOf(context: IExecuteFunctions, execution: string, now: string): Promise<Run> {
	try {
		const data = await context.getExecutionDataById(execution);
		if (data === undefined) return { run: 'over', token: '' };
		if (data.resultData.error !== undefined) return { run: 'failed', token: '' };
		const { waitTill } = data;
		const until = waitTill === undefined || waitTill === null ? NaN : new Date(waitTill).getTime();
		const waits = until > Date.parse(now);
		return { run: waits ? 'waiting' : 'running', token: waits ? (data.resumeToken ?? '') : '' };
	} catch (error) {
		context.logger.warn('Sync Run Log could not ask n8n about the run of a plan', {
			error: kindOf(error),
		});
		return { run: 'unknown', token: '' };
	}
}

/** Of the same workflow and another reading: two plans of one reading stand beside each other. */
const newerThan = (record: PlanOnRecord, later: readonly PlanOnRecord[]): PlanOnRecord | null =>
	later
		.filter(({ workflow }) => workflow === record.workflow)
		.reduce<PlanOnRecord | null>(
			(newest, one) => ((one.made_at ?? '') > ((newest ?? record).made_at ?? '') ? one : newest),
			null,
		);

const pageIn = (query: IDataObject): number => {
	const page = Number(query['page'] ?? 1);
	return Number.isSafeInteger(page) && page > 0 ? page : 1;
};

async function answerOf(
	context: IExecuteFunctions,
	record: PlanOnRecord,
	later: readonly PlanOnRecord[],
	asked: { right: PlanRight; signingKey: string; query: IDataObject },
): Promise<Answer> {
	const now = instantNow();
	const own = textOf(parameter(context, 'ownAddress')) ?? '';
	const place = {
		webhooks: webhooksAt(own),
		path: valueOf(context, planPath.read(context)),
	};
	const { right, signingKey, query } = asked;
	const newer = newerThan(record, later);
	const toNewer = newer === null ? null : planAddress(place, signingKey, newer.plan_id, 'look');
	if (query[TO_NEWER] === '1' && toNewer !== null) return leadsTo(toNewer);
	const { run, token } = await runOf(context, record.run, now);
	const state = planState({ record, right, run, hasNewer: newer !== null, now });
	if (state === 'decide') {
		const location = run === 'unknown' ? null : waitingPageOf(own, record.run, token);
		return location === null
			? shown(503, renderNoPlan('unread', ['nl', 'en']))
			: leadsTo(withView(location, query));
	}
	const html = renderPlan({
		record,
		state,
		newer: toNewer,
		ownAddress: planAddress(place, signingKey, record.plan_id, right) ?? '',
		page: pageIn(query),
	});
	return shown(200, html);
}

export async function planPageItem(context: IExecuteFunctions): Promise<IDataObject> {
	const query = object(parameter(context, 'asked'));
	const asked = askedPlan(query);
	const signingKey = await signingKeyOf(context);
	const right = asked === null ? null : rightOf(signingKey, asked.plan, asked.signature);
	if (asked === null || right === null) return { ...UNKNOWN() };
	const kept = plansIn(parameter(context, 'plan'), planIn);
	const logged = plansIn(parameter(context, 'logged'), planFromLog);
	const later = plansIn(parameter(context, 'later'), planIn);
	const isMeant = ({ plan_id: id }: PlanOnRecord): boolean => id === asked.plan;
	const own = (kept ?? []).filter(isMeant);
	// Its own row could not be written, or not be read: then the run log says what it knows.
	const [record, ...more] = own.length > 0 ? own : (logged ?? []).filter(isMeant);
	if (later === null || (record === undefined && (kept === null || logged === null))) {
		return { ...shown(503, renderNoPlan('unread', ['nl', 'en'])) };
	}
	if (record === undefined) return { ...shown(410, renderNoPlan('gone', ['nl', 'en'])) };
	// One id for two plans is no id.
	if (more.length > 0) return { ...UNKNOWN() };
	return {
		...(await answerOf(context, record, later, { right, signingKey, query })),
	};
}
