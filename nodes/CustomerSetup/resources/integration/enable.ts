import { say, sayRunTimes } from '../../../../core/connect/templates/messages';
import { readSchedule } from '../../../../core/connect/templates/schedule';
import { readSetting, withSettings } from '../../../../core/connect/templates/settings';
import { StoredWorkflow } from '../../../../core/connect/templates/workflow';
import { issueError } from '../../../shared/outcome';
import { customerOf, isEnabled, languageOf, toIntegration } from '../../dailySync/describe';
import { bodyOf, editorUrl, readDailySync } from '../../dailySync/store';
import { valueAt, valueOf } from '../invitation/shared';
import type { ItemContext, ItemOperation } from '../operation';
import { text } from '../../../shared/parameters';

/** Only a run in which everything succeeded leads to one that nobody looks at. */
function checkRun(given: ItemContext): void {
	const { context, item } = given;
	const failed = Number(valueAt(given, failedChanges) || '0');
	if (!Number.isInteger(failed) || failed !== 0) {
		const params = { failed };
		throw issueError(context, 'SYNC_NOT_ENABLED_FAILURES', params, item);
	}
	const state = valueAt(given, runState);
	if (state !== '' && state !== 'applied') {
		const params = { state };
		throw issueError(context, 'SYNC_NOT_ENABLED_UNFINISHED', params, item);
	}
}

const workflowId = text({
	displayName: 'Workflow ID',
	name: 'workflowId',
	default: '={{ $workflow.id }}',
	required: true,
	description: 'Of the daily sync. In the daily sync itself: its own ID.',
});

const failedChanges = text({
	displayName: 'Failed Changes',
	name: 'failed',
	default: '={{ $json.failed }}',
	description: 'How many changes of the approved run failed. With any, nothing is enabled.',
});

const runState = text({
	displayName: 'State of the Run',
	name: 'state',
	default: '={{ $json.state }}',
	description:
		'As the run log has it. Anything but "applied" enables nothing; empty does not look at a run.',
});

/** Switches the daily sync on: it asks only when a guard trips, and is published. Twice is once. */
export const enable: ItemOperation = {
	name: 'Enable',
	action: 'Enable an integration',
	description: 'Let the daily sync ask only when a safety check trips, and publish it',
	writes: true,
	fields: [workflowId.field, failedChanges.field, runState.field],
	async run(given) {
		checkRun(given);
		const { client } = given;
		const id = valueAt(given, workflowId);
		const before = await readDailySync(given, id);
		const already = isEnabled(before) && readSetting(before, 'offer_enable') !== 'true';
		let workflow = before;
		if (!already) {
			const changed = withSettings(before, { approval: 'whenGuardTrips', offer_enable: false });
			valueOf(given, await client.updateWorkflow(id, bodyOf(changed), before));
			workflow = StoredWorkflow.parse(valueOf(given, await client.publishWorkflow(id)));
		}
		const language = languageOf(workflow);
		const params = {
			customer: customerOf(workflow),
			url: editorUrl(given, id),
			at: sayRunTimes(readSchedule(workflow), language),
		};
		return [
			{
				...toIntegration(given, workflow),
				already,
				subject: say(language)('enabled', params),
				text: say(language)('enabledText', params),
				link: params.url,
				kind: 'enabled',
			},
		];
	},
};
