import type { IDataObject } from 'n8n-workflow';
import { say, sayIssue } from '../../../../core/connect/templates/messages';
import { readSetting, withSettings } from '../../../../core/connect/templates/settings';
import type { StoredWorkflow } from '../../../../core/connect/templates/workflow';
import type { Language } from '../../../../core/issues';
import { dataTable } from '../../../shared/connect/table';
import { issueError } from '../../../shared/outcome';
import { customerOf, languageOf, toIntegration } from '../../dailySync/describe';
import { chooseDailySync } from '../../dailySync/choose';
import { endConnection } from '../../dailySync/disconnect';
import type { DisconnectStep } from '../../dailySync/disconnect';
import { allWorkflows, bodyOf, editorUrl } from '../../dailySync/store';
import { valueAt, valueOf } from '../invitation/shared';
import type { ItemContext, ItemOperation } from '../operation';
import { named } from './named';
import { text } from '../../../shared/parameters';

function sentence(
	{ step, credential, outcome, issue, detail }: DisconnectStep,
	language: Language,
): string {
	if (issue !== null) {
		const said = sayIssue(issue, language);
		return detail === '' ? said : `${said} ${detail}`;
	}
	if (step === 'unpublish') {
		return say(language)(outcome === 'done' ? 'unpublishDone' : 'unpublishAlready');
	}
	if (step === 'invitations') return say(language)('invitationsEnded');
	if (step === 'revoke') return say(language)('revokeDone');
	return say(language)(outcome === 'done' ? 'deleteDone' : 'deleteAlready', { credential });
}

/** What a next connection must begin with: a run that a person looks at. */
async function askAgain(given: ItemContext, workflow: StoredWorkflow): Promise<void> {
	const asks =
		readSetting(workflow, 'approval') === 'always' &&
		readSetting(workflow, 'offer_enable') === 'true';
	if (asks) return;
	const changed = withSettings(workflow, { approval: 'always', offer_enable: true });
	valueOf(given, await given.client.updateWorkflow(workflow.id, bodyOf(changed), workflow));
}

const confirm = text({
	displayName: 'Confirm Customer Name',
	name: 'confirm',
	required: true,
	description: 'The customer name once more, exactly. Anything else disconnects nothing.',
});

/** Ends the connection of a customer: no run, no token, no credential. Says what it did; twice is once. */
export const disconnect: ItemOperation = {
	name: 'Disconnect',
	action: 'Disconnect an integration',
	description: 'Unpublish the daily sync, revoke the NMBRS token, and delete the credentials',
	writes: true,
	fields: [named.field, confirm.field, dataTable.field],
	async run(given) {
		const { context, item } = given;
		const all = await allWorkflows(given);
		const workflow = chooseDailySync(given, all, valueAt(given, named));
		const customer = customerOf(workflow);
		if (valueAt(given, confirm) !== customer) {
			throw issueError(context, 'SYNC_NOT_CONFIRMED', {}, item);
		}
		const steps = await endConnection(given, workflow, all);
		await askAgain(given, workflow);
		const language = languageOf(workflow);
		const left = steps.some(({ outcome }) => outcome === 'failed' || outcome === 'kept');
		const params = { customer, url: editorUrl(given, workflow.id) };
		const result: IDataObject = {
			...toIntegration(given, { ...workflow, active: false }),
			approval: 'always',
			complete: steps.every(({ outcome }) => outcome !== 'failed'),
			steps: steps.map(({ step, credential, outcome, issue }) => ({
				step,
				credential,
				outcome,
				code: issue?.code ?? null,
			})),
			subject: say(language)(left ? 'disconnectedPartly' : 'disconnected', params),
			text: [...steps.map((one) => sentence(one, language)), say(language)('kept', params)].join(
				'\n',
			),
		};
		return [result];
	},
};
