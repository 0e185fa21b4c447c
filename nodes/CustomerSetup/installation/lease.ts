import { randomUUID } from 'node:crypto';
import type { N8nClient, N8nResult, N8nRow, RowCondition } from '../../shared/n8nApi';

/**
 * One installation at a time, in every process: n8n's API makes a second workflow of the same name without a
 * word. The lease is a row of the table that Installation keeps; it changes hands by a compare-and-set on
 * who holds it and since when. Of two that make its row at once the row with the lowest id is the lease.
 */

export const LEASE_KEY = 'lease';

/** An installation takes seconds; one that was killed stops counting after this. */
const ENDS_AFTER_MS = 10 * 60_000;

export interface Lease {
	/** Says that it is still going on. False: it took too long, and somebody else has it. */
	keep(): Promise<boolean>;
	release(): Promise<void>;
}

export type Taken = { lease: Lease } | { busySince: string };

const eq = (columnName: string, value: string): RowCondition => ({
	columnName,
	condition: 'eq',
	value,
});

const cell = (row: N8nRow, name: string): string => {
	const value = row[name];
	return typeof value === 'string' ? value : '';
};

async function leaseRow(client: N8nClient, table: string): Promise<N8nResult<N8nRow | null>> {
	const read = await client.rows(table, [eq('key', LEASE_KEY)]);
	if (!read.ok) return read;
	const [first = null] = [...read.value].sort((one, other) => one.id - other.id);
	return { ok: true, value: first };
}

/** @param now milliseconds since 1970 */
export async function takeLease(
	client: N8nClient,
	table: string,
	now: () => number,
): Promise<N8nResult<Taken>> {
	const mine = randomUUID();
	const free = { holder: '', at: '' };
	const stamp = (): string => new Date(now()).toISOString();
	let found = await leaseRow(client, table);
	if (!found.ok) return found;
	if (found.value === null) {
		const row = { key: LEASE_KEY, workflow: randomUUID(), done: '', ...free };
		const made = await client.insertRow(table, row);
		if (!made.ok) return made;
		found = await leaseRow(client, table);
		if (!found.ok) return found;
	}
	const row = found.value;
	if (row === null) return { ok: true, value: { busySince: stamp() } };
	const holder = cell(row, 'holder');
	const since = cell(row, 'at');
	if (holder !== '' && now() - Date.parse(since) < ENDS_AFTER_MS) {
		return { ok: true, value: { busySince: since } };
	}
	const own = [eq('key', LEASE_KEY), eq('workflow', cell(row, 'workflow'))];
	const taken = await client.updateRows(table, [...own, eq('holder', holder), eq('at', since)], {
		holder: mine,
		at: stamp(),
	});
	if (!taken.ok) return taken;
	const lowest = await leaseRow(client, table);
	if (!lowest.ok) return lowest;
	if (taken.value.length === 0 || lowest.value === null || cell(lowest.value, 'holder') !== mine) {
		return { ok: true, value: { busySince: stamp() } };
	}
	const held = [...own, eq('holder', mine)];
	return {
		ok: true,
		value: {
			lease: {
				async keep() {
					const kept = await client.updateRows(table, held, { at: stamp() });
					return kept.ok && kept.value.length > 0;
				},
				// What cannot be given back ends by itself.
				async release() {
					await client.updateRows(table, held, free);
				},
			},
		},
	};
}
