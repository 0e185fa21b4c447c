import type { IDataObject } from 'n8n-workflow';
import { readProgress, type InvitationRow } from '../../../../core/connect/invitation';
import { readNmbrsApp } from '../../../CustomerConnect/settings';
import { readAlleoKey } from '../../../../core/connect/alleoKey';
import {
	deleteMade,
	giveBack,
	isFinishing,
	mayBeLive,
	toGiveBack,
} from '../../../shared/connect/drop';
import type { UnsignedRow } from '../../../shared/connect/rowSignature';
import { NOTHING_SEALED, readSealed, sealedText } from '../../../shared/connect/sealed';
import type { InvitationStore } from '../../../shared/connect/store';
import { issueError } from '../../../shared/outcome';
import type { ItemContext } from '../operation';
import { valueOf } from './shared';

/** Ending what a customer had begun with an invitation, or what of it could not be given back before. */

export interface Closed {
	row: InvitationRow;
	/** Credentials of an end that was cut off. */
	deleted: string[];
	/** Consents that were given back to NMBRS, and those that could not be yet. */
	givenBack: number;
	left: number;
	problems: string[];
	/** The end was cut off, so the credential that it replaces may have the new tokens already. */
	live: boolean;
}

/**
 * Changes the row, then clears what it held: credentials are deleted, consents given back. In this order, as
 * a customer who is quicker must not lose what is in use by then. Null: the row was another by then.
 */
export async function dropBegun(
	given: ItemContext,
	store: InvitationStore,
	row: InvitationRow,
	change: Partial<UnsignedRow>,
): Promise<Closed | null> {
	const { context, client, signingKey } = given;
	const unfinished = row.state !== 'used' && row.state !== 'ended';
	const live = unfinished && mayBeLive(row);
	const before = toGiveBack(row);
	const sealed = sealedText({ ...NOTHING_SEALED, left: before });
	const closed = valueOf(given, await store.step(row, { ...change, sealed }));
	if (closed === null) return null;
	const made = unfinished ? await deleteMade(client, row) : { deleted: [], problems: [] };
	const key = readAlleoKey(row.alleo_key);
	if (unfinished && key.kind === 'made') {
		const gone = await client.deleteCredential(key.id);
		if (gone.ok) made.deleted.push(key.id);
		else if (gone.problem.status !== 404) made.problems.push(gone.problem);
	}
	const app = before.length === 0 ? null : await readNmbrsApp(context);
	const sealedBy = { signingKey, invitation: row.invitation };
	const usable = app?.ok === true ? app.value : null;
	const { left, problems } = await giveBack(context, usable, sealedBy, before);
	const cleared = { sealed: sealedText({ ...readSealed(closed.sealed), left }) };
	const saved =
		left.length === before.length ? closed : valueOf(given, await store.step(closed, cleared));
	const [refused] = made.problems;
	if (refused !== undefined) valueOf(given, { ok: false, problem: refused });
	return {
		row: saved ?? closed,
		deleted: made.deleted,
		givenBack: before.length - left.length,
		left: left.length,
		problems,
		live,
	};
}

/** Closes a link that is still open, and drops what the customer had begun. Null: it was not open. */
export async function closeLink(
	given: ItemContext,
	store: InvitationStore,
	invitation: string,
): Promise<Closed | null> {
	// Again, because the customer may just have taken a step.
	for (let attempt = 0; attempt < 5; attempt += 1) {
		const row = valueOf(given, await store.get(invitation));
		if (row === null || (row.state !== 'open' && row.state !== 'connecting')) return null;
		refuseFinishing(given, row);
		const progress = { ...readProgress(row.progress), given: [], credentials: {} };
		const closed = await dropBegun(given, store, row, {
			state: 'revoked',
			step: '',
			browser: '',
			progress: JSON.stringify(progress),
		});
		if (closed !== null) return closed;
	}
	return null;
}

function refuseFinishing({ context, item }: ItemContext, row: InvitationRow): void {
	if (!isFinishing(row, Date.now())) return;
	const { invitation } = row;
	throw issueError(context, 'CONNECT_FINISHING', { invitation }, item);
}

/** What was cleared, as part of an item. */
export const clearedItem = ({ deleted, givenBack, left, live }: Closed): IDataObject => ({
	deleted_credentials: deleted,
	consents_given_back: givenBack,
	consents_left: left,
	may_be_in_use: live,
});
