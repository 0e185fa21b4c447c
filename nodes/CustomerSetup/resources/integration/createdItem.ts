import type { IDataObject } from 'n8n-workflow';
import type { CustomerConnection } from '../../../../core/connect/connection';
import { payFacts } from '../../../../core/connect/page/payFacts';
import { say as words } from '../../../../core/connect/page/text';
import type { DailySyncCustomer } from '../../../../core/connect/templates/customer';
import { say, sayIssue, sayRunTimes } from '../../../../core/connect/templates/messages';
import { readSchedule } from '../../../../core/connect/templates/schedule';
import type { StoredWorkflow } from '../../../../core/connect/templates/workflow';
import type { CarriedIssue, Language } from '../../../../core/issues';
import type { MadeBeside } from '../../dailySync/beside';
import { SYSTEM_NAMES, isEnabled, toIntegration } from '../../dailySync/describe';
import { editorUrl } from '../../dailySync/store';
import type { ItemContext } from '../operation';

/** What Integration: Create made of a connection, as an item with the message that support gets. */

export interface Created {
	workflow: StoredWorkflow;
	created: boolean;
	notes: readonly CarriedIssue[];
	beside: readonly MadeBeside[];
}

const MADE = { salaryLeave: 'salaryLeaveText', budgets: 'budgetsText' } as const;

/** What the customer said of its pay, by the names of the HR system. */
function saidOfPay(connection: CustomerConnection, language: Language): string {
	if (!connection.pay) return '';
	return payFacts(connection, language)
		.filter(([key, value]) => key !== 'payFact' && value !== '')
		.map(([key, value]) => `${words(language)(key)}: ${value}`)
		.join('. ');
}

export function createdItem(
	given: ItemContext,
	made: Created,
	{ customer, connection }: { customer: DailySyncCustomer; connection: CustomerConnection },
): IDataObject {
	const { workflow, created, notes, beside } = made;
	const { language } = customer;
	const integration = toIntegration(given, workflow);
	const more = beside.map(({ kind, workflow: one, created: isNew }) => ({
		kind,
		workflow_id: one.id,
		workflow_name: one.name,
		workflow_url: editorUrl(given, one.id),
		created: isNew,
	}));
	const said = saidOfPay(connection, language);
	const params = {
		customer: customer.customer,
		system: SYSTEM_NAMES[customer.system],
		url: String(integration['workflow_url']),
		at: sayRunTimes(readSchedule(workflow), language),
	};
	const state = created ? 'createdText' : isEnabled(workflow) ? 'againOn' : 'againOff';
	return {
		...integration,
		customer: customer.customer,
		language,
		created,
		beside: more,
		notes: notes.map((note) => ({ code: note.code, text: sayIssue(note, language) })),
		subject: say(language)(created ? 'created' : 'again', params),
		text: [
			say(language)(state, params),
			...more
				.filter((one) => one.created)
				.map(({ kind, workflow_url: url }) => say(language)(MADE[kind], { url })),
			...(said === '' ? [] : [say(language)('saidOfPay', { said })]),
			...notes.map((note) => sayIssue(note, language)),
		].join('\n'),
	};
}
