import type { InvitationRow } from '../../core/connect/invitation';
import { InvitationStore } from '../shared/connect/store';
import type { N8nConnection, N8nResult } from '../shared/n8nApi';

/**
 * The store as the pages use it. A link that is shared, previewed or scanned can be opened a thousand
 * times in a second, and each look-up is a call to n8n's own API: look-ups of one invitation that are
 * under way at the same time become one, and the id of the table is remembered for a while. That holds for
 * one process only, and is safe: every step is still taken by a compare-and-set in the database.
 */
const REMEMBERED_MS = 30_000;

const tables = new Map<string, { id: ReturnType<typeof InvitationStore.find>; until: number }>();
const stepping = new Set<string>();
const lookUps = new Map<string, Promise<N8nResult<InvitationRow | null>>>();

export class PageStore {
	constructor(
		private readonly store: InvitationStore,
		/** Tells this table of this instance from others. */
		private readonly key: string,
	) {}

	/** Null when there is no such table yet. */
	static async open(
		{ client, baseUrl, signingKey }: N8nConnection,
		name: string,
		now: number,
	): Promise<N8nResult<PageStore | null>> {
		const key = `${baseUrl} ${name}`;
		const known = tables.get(key);
		const fresh = known !== undefined && known.until > now;
		const finding = fresh ? known.id : InvitationStore.find(client, name);
		if (!fresh) tables.set(key, { id: finding, until: now + REMEMBERED_MS });
		const found = await finding;
		// What failed, or is not there yet, is asked again next time.
		if (!found.ok || found.value === null) tables.delete(key);
		if (!found.ok) return found;
		const { value: table } = found;
		const store = table === null ? null : new InvitationStore(client, table, signingKey);
		return { ok: true, value: store === null ? null : new PageStore(store, key) };
	}

	async get(invitation: string): Promise<N8nResult<InvitationRow | null>> {
		const key = `${this.key} ${invitation}`;
		const underway = lookUps.get(key);
		if (underway !== undefined) return await underway;
		const lookUp = this.store.get(invitation);
		lookUps.set(key, lookUp);
		try {
			return await lookUp;
		} finally {
			lookUps.delete(key);
		}
	}

	async where(...given: Parameters<InvitationStore['where']>) {
		return await this.store.where(...given);
	}

	/** Of steps from the same row, the first that is under way here wins or nobody does: the others lost. */
	async step(...given: Parameters<InvitationStore['step']>): ReturnType<InvitationStore['step']> {
		const [{ invitation, signature }] = given;
		const key = `${this.key} ${invitation} ${signature}`;
		if (stepping.has(key)) return { ok: true, value: null };
		stepping.add(key);
		try {
			return await this.store.step(...given);
		} finally {
			stepping.delete(key);
		}
	}
}
