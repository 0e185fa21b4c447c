import type { IDataObject } from 'n8n-workflow';
import type { Language } from '../../../core/issues';
import { valueOf } from '../resources/invitation/shared';
import type { ItemContext } from '../resources/operation';
import { inboxUrl } from './link';
import { InboxStore } from './store';

/** What the fleet page says of the questions of each customer, and where they are answered. */

/** A page that was opened in the morning still leads on in the evening. */
const LINK_SECONDS = 12 * 60 * 60;

interface Asked {
	id: string;
	customer: string;
	language: Language;
}

/**
 * @param page of the inbox, without a query; empty where it is not on
 * @param reader who looks, and would answer; empty: not known
 * @param now the present instant, ISO 8601 UTC
 */
export async function inboxFacts(
	given: ItemContext,
	page: string,
	reader: string,
	now: string,
): Promise<(listed: Asked) => IDataObject> {
	const store = valueOf(given, await InboxStore.open(given.client));
	const open = store === null ? new Map<string, number>() : valueOf(given, await store.open());
	const expires = Math.floor(Date.parse(now) / 1000) + LINK_SECONDS;
	return ({ id, customer, language }) => {
		const link = { w: id, c: customer, b: reader, l: language, e: expires };
		return {
			questions: open.get(id) ?? 0,
			inbox_url: inboxUrl(page, given.signingKey, link),
		};
	};
}
