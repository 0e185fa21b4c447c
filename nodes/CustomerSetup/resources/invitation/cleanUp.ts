import {
	ConnectProgress,
	readProgress,
	type InvitationRow,
} from '../../../../core/connect/invitation';
import { itemIssue } from '../../../../core/issues';
import { isFinishing } from '../../../shared/connect/drop';
import { readSealed } from '../../../shared/connect/sealed';
import type { UnsignedRow } from '../../../shared/connect/rowSignature';
import { dataTable } from '../../../shared/connect/table';
import type { ItemOperation } from '../operation';
import { clearedItem, dropBegun, type Closed } from './close';
import { isExpired, openStore, toItem, valueOf } from './shared';

/** The cookie of a browser lasts six hours; what lies longer nobody can finish any more. */
const ABANDONED_MS = 7 * 60 * 60 * 1000;

const holdsSomething = ({ sealed, progress }: InvitationRow): boolean =>
	sealed !== '' || Object.keys(readProgress(progress).credentials).length > 0;

/** How a row is left when it is cleared; null for one that a customer may still be busy with. */
function clearing(row: InvitationRow, now: number): Partial<UnsignedRow> | null {
	if (row.state === 'used' || row.state === 'ended') {
		// What was made is in use; only a consent of an attempt before it can be left.
		return readSealed(row.sealed).left.length > 0 ? {} : null;
	}
	if (!holdsSomething(row) || isFinishing(row, now)) return null;
	const progress = readProgress(row.progress);
	const over = row.state === 'revoked' || isExpired(row, now);
	if (!over && !(now - Date.parse(progress.begun) > ABANDONED_MS)) return null;
	const { language } = progress;
	return {
		state: row.state === 'connecting' ? 'open' : row.state,
		browser: '',
		progress: JSON.stringify(ConnectProgress.parse({ language, dropped: true })),
	};
}

const noticeOf = ({ left, live }: Closed, invitation: string) => {
	if (live) return itemIssue('CONNECT_CUT_OFF', null, { invitation });
	return left > 0 ? itemIssue('CONNECT_CONSENT_LEFT', null, { count: left }) : null;
};

/**
 * Clears what customers began and will not finish: invitations that have ended, and attempts of which the
 * browser can no longer go on. What was sealed is forgotten, a consent given back to NMBRS.
 */
export const cleanUp: ItemOperation = {
	name: 'Clean Up',
	action: 'Clean up unfinished invitations',
	description: 'Give back consents, and forget secrets, of connections that nobody finished',
	writes: true,
	fields: [dataTable.field],
	async run(given) {
		const store = await openStore(given);
		if (store === null) return [];
		const now = Date.now();
		const { rows } = valueOf(given, await store.where([]));
		const items = [];
		for (const row of rows) {
			const change = clearing(row, now);
			if (change === null) continue;
			const closed = await dropBegun(given, store, row, change);
			// The customer was quicker; tomorrow is another day.
			if (closed === null) continue;
			const notice = noticeOf(closed, row.invitation);
			items.push({
				...toItem(closed.row, now),
				...clearedItem(closed),
				needs_person: notice !== null,
				code: notice?.code ?? null,
				message: notice?.message ?? '',
				action: notice?.action ?? '',
			});
		}
		return items;
	},
};
