import type { IDataObject } from 'n8n-workflow';
import { comparesEmployees } from '../../../../core/connect/templates/explainGraph';
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
import { workflowsOfCustomer } from '../../dailySync/siblings';
import { allWorkflows, bodyOf, editorUrl } from '../../dailySync/store';
import { valueAt, valueOf } from '../invitation/shared';
import type { ItemContext, ItemOperation } from '../operation';
import { named } from './named';
import { text } from '../../../shared/parameters';

function sentence(
	{ step, credential, workflow, outcome, issue, detail }: DisconnectStep,
	language: Language,
): string {
	if (issue !== null) {
		const said = [workflow, sayIssue(issue, language), detail].filter((part) => part !== '');
		return said.join(workflow === '' ? ' ' : ': ');
	}
	if (step === 'unpublish') {
		return say(language)(outcome === 'done' ? 'unpublishDone' : 'unpublishAlready', { workflow });
	}
	if (step === 'invitations') return say(language)('invitationsEnded');
	if (step === 'revoke') return say(language)('revokeDone');
	return say(language)(outcome === 'done' ? 'deleteDone' : 'deleteAlready', { credential });
}

/** What a next connection must begin with: a run that a person looks at. */
async function askAgain(given: ItemContext, workflow: StoredWorkflow): Promise<void> {
	// Of salary and leave a person looks at every plan, and nothing is enabled.
	const offers = comparesEmployees(workflow);
	const asks =
		readSetting(workflow, 'approval') === 'always' &&
		(!offers || readSetting(workflow, 'offer_enable') === 'true');
	if (asks) return;
	const wanted = offers ? { offer_enable: true } : {};
	const changed = withSettings(workflow, { approval: 'always', ...wanted });
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
	description:
		'Unpublish all workflows of the customer, revoke the NMBRS token, and delete the credentials',
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
		const own = workflowsOfCustomer(all, workflow);
		const steps = await endConnection(given, own, all);
		for (const one of own) await askAgain(given, one);
		const language = languageOf(workflow);
		const left = steps.some(({ outcome }) => outcome === 'failed' || outcome === 'kept');
		const params = { customer, url: editorUrl(given, workflow.id) };
		const result: IDataObject = {
			...toIntegration(given, { ...workflow, active: false }),
			approval: 'always',
			complete: steps.every(({ outcome }) => outcome !== 'failed'),
			workflows: own.map(({ id, name }) => ({ id, name, url: editorUrl(given, id) })),
			steps: steps.map(({ step, credential, workflow: name, outcome, issue }) => ({
				step,
				credential,
				workflow: name,
				outcome,
				code: issue?.code ?? null,
			})),
			subject: say(language)(left ? 'disconnectedPartly' : 'disconnected', params),
			text: [
				...steps.map((one) => sentence(one, language)),
				say(language)(own.length === 1 ? 'kept' : 'keptAll', params),
			].join('\n'),
		};
		return [result];
	},
};
