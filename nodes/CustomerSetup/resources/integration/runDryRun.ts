import { countsText } from '../../../../core/ui/actions';
import type { IDataObject } from 'n8n-workflow';
import { say, sayIssue, toPage } from '../../../../core/connect/templates/messages';
import type { Message } from '../../../../core/connect/templates/messages';
import type { StoredWorkflow } from '../../../../core/connect/templates/workflow';
import type { IssueCode, IssueParams } from '../../../../core/issues';
import {
	customerOf,
	isEnabled,
	languageOf,
	systemName,
	toIntegration,
} from '../../dailySync/describe';
import { chooseDailySync } from '../../dailySync/choose';
import { awaitDryRun, startDryRun } from '../../dailySync/dryRun';
import type { DryRun } from '../../dailySync/dryRun';
import { allWorkflows, editorUrl, readDailySync } from '../../dailySync/store';
import { valueAt } from '../invitation/shared';
import type { ItemContext, ItemOperation } from '../operation';
import { issueError } from '../../../shared/outcome';
import { number, text } from '../../../shared/parameters';

const LONGEST_WAIT_MINUTES = 120;

/** A run that stopped, or what is odd about it, as a code. */
function issueOf(run: DryRun, minutes: number): { code: IssueCode; params: IssueParams } | null {
	if (run.status === 'failed') return { code: 'SYNC_DRY_RUN_FAILED', params: { node: run.node } };
	if (run.status === 'running') return { code: 'SYNC_DRY_RUN_SLOW', params: { minutes } };
	const lost = run.status === 'waiting' && run.link === null;
	return lost ? { code: 'SYNC_DRY_RUN_NO_LINK', params: {} } : null;
}

function messageOf(
	given: ItemContext,
	workflow: StoredWorkflow,
	run: DryRun,
	where: { execution: string; minutes: number },
): Message {
	const language = languageOf(workflow);
	const params = {
		customer: customerOf(workflow),
		system: systemName(workflow),
		url: editorUrl(given, workflow.id),
	};
	const subject = say(language)(run.status === 'waiting' ? 'waits' : run.status, params);
	const issue = issueOf(run, where.minutes);
	const at = say(language)('execution', {
		url: editorUrl(given, workflow.id, where.execution),
	});
	if (issue !== null) {
		const said = sayIssue(issue, language);
		const problem = run.status === 'failed' ? [run.problem] : [];
		return { subject, text: [said, ...problem, at].join('\n') };
	}
	if (run.status !== 'waiting') {
		const said = isEnabled(workflow) ? 'nothingOn' : 'nothingText';
		return { subject, text: say(language)(said, params) };
	}
	const link = run.link ?? '';
	const text =
		run.rows === null
			? say(language)('waitsLink', { link })
			: say(language)('waitsText', { counts: countsText(run.rows, language), link });
	return { subject, text };
}

/** What the form shows: numbers and the way to the plan, or what there is to say instead. */
function pageOf(workflow: StoredWorkflow, run: DryRun, text: string): string {
	if (run.status !== 'waiting' || run.link === null) return toPage(text, null);
	const language = languageOf(workflow);
	const t = say(language);
	const numbers = run.rows === null ? '' : t('numbers', { counts: countsText(run.rows, language) });
	return toPage(numbers, { link: run.link, label: t('look') });
}

const workflowId = text({
	displayName: 'Workflow ID or Customer Name',
	name: 'workflowId',
	default: '={{ $json.workflow_id }}',
	required: true,
	description:
		'Of the daily sync, as Create and Get Many give it, or the customer as its Sync Settings names it. It need not be published.',
});

const askedBy = text({
	displayName: 'Asked By',
	name: 'askedBy',
	placeholder: 'e.g. Sanne Support (sanne@example.com)',
	description:
		"Who asked for it, where a login of n8n proves it and the link goes to nobody else: the decision then stands in that name, and no message is sent. Empty lets the page ask for a name, and sends the customer's usual message.",
});

const only = text({
	displayName: 'Only This Person',
	name: 'only',
	placeholder: 'e.g. nmbrs-1001',
	description:
		'The external ID of one person: the plan is then about that person alone, with what belongs to them. Everybody is still read, compared and guarded. Empty: a plan of everybody.',
});

const DIFF = 'n8n-nodes-alleo.alleoDiff';

/** A workflow of before version 4 does not hand it on, and would make a plan of everybody. */
const takesOne = ({ nodes }: StoredWorkflow): boolean =>
	nodes.some(
		({ type, parameters }) => type === DIFF && String(parameters['only'] ?? '').startsWith('='),
	);

/** An id costs one call; a name is looked for in all workflows. */
async function wanted(given: ItemContext): Promise<StoredWorkflow> {
	const one = valueAt(given, workflowId);
	if (/^[A-Za-z0-9]{8,}$/.test(one)) {
		const found = await given.client.workflow(one);
		if (found.ok || found.problem.status !== 404) return await readDailySync(given, one);
	}
	return chooseDailySync(given, await allWorkflows(given), one);
}

const waitMinutes = number({
	displayName: 'Wait for the Plan (Minutes)',
	name: 'waitMinutes',
	typeOptions: { minValue: 0, maxValue: LONGEST_WAIT_MINUTES },
	default: 15,
	description:
		'How long to wait for the link. After it the dry run goes on, and the message says so.',
});

/** Starts a dry run and gives the link of its approval page, once the plan waits there. */
export const runDryRun: ItemOperation = {
	name: 'Run Dry Run',
	action: 'Run a dry run of an integration',
	description: 'Start a dry run, and give the link to the page on which it is approved',
	writes: true,
	fields: [workflowId.field, waitMinutes.field, askedBy.field, only.field],
	async run(given) {
		const { context } = given;
		const minutes = valueAt(given, waitMinutes);
		const workflow = await wanted(given);
		const one = valueAt(given, only);
		if (one !== '' && !takesOne(workflow)) {
			throw issueError(context, 'SYNC_ONLY_NOT_KNOWN', {}, given.item);
		}
		const asked = { by: valueAt(given, askedBy), only: one };
		const execution = await startDryRun(context, workflow, asked);
		const run = await awaitDryRun(context, execution, minutes);
		const { subject, text } = messageOf(given, workflow, run, { execution, minutes });
		const item: IDataObject = {
			...toIntegration(given, workflow),
			execution_id: execution,
			execution_url: editorUrl(given, workflow.id, execution),
			dry_run: run.status,
			link: run.status === 'waiting' ? run.link : null,
			counts: run.status === 'waiting' ? run.counts : null,
			code: issueOf(run, minutes)?.code ?? null,
			subject,
			text,
			page: pageOf(workflow, run, text),
		};
		return [item];
	},
};
