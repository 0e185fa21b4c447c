import type { IDataObject } from 'n8n-workflow';
import { mergeQuestions } from '../../../../core/approval/inbox/merge';
import { isOpen } from '../../../../core/approval/inbox/row';
import type { InboxRow } from '../../../../core/approval/inbox/row';
import { companiesOf, factsOf } from '../../../../core/runLog/inbox/call';
import type { DeskCall } from '../../../../core/runLog/deskCall';
import { setting } from '../../../../core/runLog/desk/compose';
import { readDeskCall } from '../../../../core/runLog/deskCall';
import { instantNow } from '../../../shared/clock';
import { toError } from '../../../shared/outcome';
import { text } from '../../../shared/parameters';
import { answersFor } from '../../inbox/answers';
import { INBOX_PATH, inboxUrl } from '../../inbox/link';
import { InboxStore } from '../../inbox/store';
import { valueAt, valueOf } from '../invitation/shared';
import type { ItemContext, ItemOperation } from '../operation';

/** What the desk asks and tells the inbox while a customer's workflow runs. */

const CALL = "={{ $('When a workflow calls').first().json }}";

/** What the nodes of a run get where the inbox could not be asked; they say so, and hold. */
const NOT_READ = 'not read';

const webhooks = text({
	displayName: 'Address of Webhooks',
	name: 'webhooksUrl',
	placeholder: 'e.g. https://n8n.example.com',
	description: 'Of this n8n, without /webhook; empty gives no link',
});

const path = text({
	displayName: 'Path of the Page',
	name: 'inboxPath',
	default: INBOX_PATH,
	description: 'Of the webhook of the workflow with the questions; Start here fills it in',
});

/** A plan may wait for a month. */
const LINK_SECONDS = 31 * 24 * 60 * 60;

const nameOf = (call: DeskCall): string => setting(call, 'customer_name') || call.workflow_name;

/** The link to the questions of this customer; empty where no page is known. */
const linkOf = (given: ItemContext, call: DeskCall): string => {
	const base = valueAt(given, webhooks).replace(/\/+$/, '');
	const page = /^https?:\/\//.test(base) ? `${base}/webhook/${valueAt(given, path)}` : '';
	const seconds = Math.floor(Date.parse(instantNow()) / 1000);
	return inboxUrl(page, given.signingKey, {
		w: call.workflow,
		c: nameOf(call),
		b: '',
		l: setting(call, 'language') === 'en' ? 'en' : 'nl',
		e: seconds + LINK_SECONDS,
	});
};

/** What a run that starts gets. */
async function answers(
	given: ItemContext,
	call: DeskCall,
	{ start }: IDataObject,
): Promise<IDataObject> {
	const inbox = linkOf(given, call);
	const isRecord = typeof start === 'object' && start !== null;
	return {
		answers: await answersFor(given, call.workflow, companiesOf(call)),
		inbox,
		// It comes back with the later calls of the run, whose messages lead to the questions.
		...(isRecord && inbox !== '' ? { start: { ...start, inbox } } : {}),
	};
}

/** Asks what this reading asks, and remembers who has what now. */
async function ask(given: ItemContext, call: DeskCall): Promise<IDataObject> {
	const facts = factsOf(call);
	const found = valueOf(given, await InboxStore.open(given.client));
	if (facts === null && found === null) return { questions: 0 };
	const store = found ?? valueOf(given, await InboxStore.make(given.client));
	const { rows } = valueOf(given, await store.rows(call.workflow));
	const { add, change } = mergeQuestions({
		workflow: call.workflow,
		customer: nameOf(call),
		facts,
		companies: companiesOf(call),
		rows,
		now: instantNow(),
	});
	for (const row of add) valueOf(given, await store.ask(row));
	for (const { row, seen } of change) valueOf(given, await store.see(row, seen));
	const now: InboxRow[] = [
		...add,
		...rows.map((row) => ({ ...row, ...change.find((one) => one.row === row)?.seen })),
	];
	return { questions: now.filter(isOpen).length };
}

/** The item goes on with what the inbox says; nothing here stops a run. */
export const exchange: ItemOperation = {
	name: 'Exchange',
	action: 'Exchange questions and answers of a run',
	description:
		'For the desk: gives a run that starts the answers of its customer, and keeps what its plan asks',
	writes: true,
	fields: [
		{
			displayName: 'Call',
			name: 'call',
			type: 'json',
			default: CALL,
			required: true,
			description: 'What the workflow that called the desk gave, read with an expression',
		},
		webhooks.field,
		path.field,
	],
	async run(given) {
		const { context, item } = given;
		const json = context.getInputData()[item]?.json ?? {};
		const read = readDeskCall(context.getNodeParameter('call', item, {}));
		if (!read.ok) throw toError(context, read.problem, item);
		const call = read.value;
		if (call.event === 'start') return [{ ...json, ...(await answers(given, call, json)) }];
		return [call.event === 'plan' ? { ...json, ...(await ask(given, call)) } : json];
	},
	otherwise(context, item) {
		const json = context.getInputData()[item]?.json ?? {};
		// Only a start gives the run's record back.
		return [json['start'] === undefined ? json : { ...json, answers: NOT_READ }];
	},
};
