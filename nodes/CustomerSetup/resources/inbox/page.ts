import type { IDataObject } from 'n8n-workflow';
import type { FormFields } from '../../../../core/model/formFields';
import {
	readGiven,
	readPosted,
	rowKey,
	settle,
	stampOf,
} from '../../../../core/approval/inbox/settle';
import type { InboxRow } from '../../../../core/approval/inbox/row';
import { resolveIssue } from '../../../../core/issues';
import type { Language } from '../../../../core/issues';
import { renderInbox, renderInboxProblem } from '../../../../core/runLog/inbox/page';
import type { InboxNote } from '../../../../core/runLog/inbox/page';
import { say } from '../../../../core/runLog/inbox/text';
import { instantNow } from '../../../shared/clock';
import { isRecord } from '../../../shared/parameters';
import { readInboxLink } from '../../inbox/link';
import type { InboxLink } from '../../inbox/link';
import { InboxStore } from '../../inbox/store';
import { valueOf } from '../invitation/shared';
import type { ItemContext, ItemOperation } from '../operation';

/** The page on which support answers the questions of one customer, as a webhook serves it. */

interface Shown {
	html: string;
	status: number;
}

const problem = (
	code: 'INBOX_LINK_INVALID' | 'INBOX_TABLE_MISSING',
	language: Language,
): Shown => ({
	html: renderInboxProblem(resolveIssue(code, {}, language), language),
	status: code === 'INBOX_LINK_INVALID' ? 403 : 503,
});

/** A form as n8n gives it: a value, or a list where a name came several times. */
function fieldsOf(body: unknown): FormFields {
	const fields = new Map<string, string[]>();
	for (const [name, value] of Object.entries(isRecord(body) ? body : {})) {
		const values: unknown[] = Array.isArray(value) ? value : [value];
		fields.set(
			name,
			values.filter((one) => typeof one === 'string'),
		);
	}
	return fields;
}

interface Kept {
	rows: InboxRow[];
	notes: InboxNote[];
}

/** Keeps what was answered; what changed meanwhile, or was never offered, stays as it is. */
async function keep(
	given: ItemContext,
	store: InboxStore,
	rows: readonly InboxRow[],
	fields: FormFields,
	link: InboxLink & { by: string },
): Promise<Kept> {
	const byKey = new Map(rows.map((row) => [rowKey(row), row]));
	const notes: InboxNote[] = [];
	let count = 0;
	const after = [...rows];
	for (const { key, text, stamp } of readPosted(fields)) {
		const row = byKey.get(key);
		const chosen = row === undefined ? null : readGiven(text, row);
		if (row === undefined || chosen === null) continue;
		const settled = settle(row, chosen, link.by, instantNow());
		if (settled === null) continue;
		const isShown = stamp === stampOf(row);
		if (!isShown || !valueOf(given, await store.answer(row, stamp, settled))) {
			const { message, action } = resolveIssue(
				'INBOX_CHANGED_MEANWHILE',
				{ value: row.value },
				link.l,
			);
			notes.push({ tone: 'warn', text: `${message} ${action}` });
			continue;
		}
		after[rows.indexOf(row)] = { ...row, ...settled };
		count++;
	}
	const t = say(link.l);
	const told: InboxNote = {
		tone: 'good',
		text: count === 0 ? t('savedNothing') : t('saved', { count }),
	};
	return { rows: after, notes: [...(count === 0 && notes.length > 0 ? [] : [told]), ...notes] };
}

async function show(given: ItemContext, link: InboxLink, body: unknown): Promise<Shown> {
	const store = valueOf(given, await InboxStore.open(given.client));
	if (store === null) return problem('INBOX_TABLE_MISSING', link.l);
	const { rows } = valueOf(given, await store.rows(link.w));
	const fields = fieldsOf(body);
	const typed = (fields.get('by')?.[0] ?? '').trim().slice(0, 120);
	const page = { customer: link.c, language: link.l, by: link.b, typed };
	if (fields.size === 0) {
		return { html: renderInbox({ ...page, rows, notes: [] }), status: 200 };
	}
	const by = link.b || typed;
	if (by === '') {
		const notes: InboxNote[] = [{ tone: 'warn', text: say(link.l)('nameMissing') }];
		return { html: renderInbox({ ...page, rows, notes }), status: 422 };
	}
	const kept = await keep(given, store, rows, fields, { ...link, by });
	const fresh = kept.notes.some(({ tone }) => tone === 'warn')
		? valueOf(given, await store.rows(link.w)).rows
		: kept.rows;
	return { html: renderInbox({ ...page, rows: fresh, notes: kept.notes }), status: 200 };
}

export const page: ItemOperation = {
	name: 'Page',
	action: 'Show the page of an inbox',
	description:
		'Makes the page on which support answers the questions of a customer, and keeps what was answered',
	writes: true,
	fields: [
		{
			displayName: 'Request',
			name: 'request',
			type: 'json',
			default: '={{ $json }}',
			required: true,
			description:
				'What a Webhook node gave: the signed link in its query, the answers in its body',
		},
	],
	async run(given): Promise<IDataObject[]> {
		const request: unknown = given.context.getNodeParameter('request', given.item, {});
		const { query, body } = {
			query: undefined,
			body: undefined,
			...(isRecord(request) ? request : {}),
		};
		const token = isRecord(query) && typeof query['q'] === 'string' ? query['q'] : '';
		const link = readInboxLink(given.signingKey, token, Date.parse(instantNow()));
		const shown =
			link === null ? problem('INBOX_LINK_INVALID', 'nl') : await show(given, link, body);
		return [{ ...shown }];
	},
};
