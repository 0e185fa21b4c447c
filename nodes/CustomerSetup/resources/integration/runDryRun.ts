import type { IDataObject } from 'n8n-workflow';
import { say, sayIssue } from '../../../../core/connect/templates/messages';
import type { Message } from '../../../../core/connect/templates/messages';
import type { StoredWorkflow } from '../../../../core/connect/templates/workflow';
import type { IssueCode, IssueParams } from '../../../../core/issues';
import { customerOf, languageOf, systemName, toIntegration } from '../../dailySync/describe';
import { awaitDryRun, startDryRun } from '../../dailySync/dryRun';
import type { DryRun } from '../../dailySync/dryRun';
import { editorUrl, readDailySync } from '../../dailySync/store';
import { settingError, textOf } from '../invitation/shared';
import type { ItemContext, ItemOperation } from '../operation';

const LONGEST_WAIT_MINUTES = 120;

function waitMinutes(given: ItemContext): number {
	const minutes = Number(given.context.getNodeParameter('waitMinutes', given.item, 15));
	if (minutes >= 0 && minutes <= LONGEST_WAIT_MINUTES) return minutes;
	throw settingError(
		given,
		'Wait for the Plan (Minutes)',
		`it must be from 0 to ${LONGEST_WAIT_MINUTES}`,
	);
}

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
	if (run.status !== 'waiting') return { subject, text: say(language)('nothingText', params) };
	const link = run.link ?? '';
	const text =
		run.counts === null
			? say(language)('waitsLink', { link })
			: say(language)('waitsText', { ...run.counts, link });
	return { subject, text };
}

/** Starts a dry run and gives the link of its approval page, once the plan waits there. */
export const runDryRun: ItemOperation = {
	name: 'Run Dry Run',
	action: 'Run a dry run of an integration',
	description: 'Start a dry run, and give the link to the page on which it is approved',
	writes: true,
	fields: [
		{
			displayName: 'Workflow ID',
			name: 'workflowId',
			type: 'string',
			default: '={{ $json.workflow_id }}',
			required: true,
			description: 'Of the daily sync, as Create and Get Many give it. It need not be published.',
		},
		{
			displayName: 'Wait for the Plan (Minutes)',
			name: 'waitMinutes',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: LONGEST_WAIT_MINUTES },
			default: 15,
			description:
				'How long to wait for the link. After it the dry run goes on, and the message says so.',
		},
	],
	async run(given) {
		const { context } = given;
		const minutes = waitMinutes(given);
		const workflow = await readDailySync(given, textOf(given, 'workflowId'));
		const execution = await startDryRun(context, workflow);
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
		};
		return [item];
	},
};
