import { createHash } from 'node:crypto';
import type { INodeExecutionData } from 'n8n-workflow';
import type { CountName, Item, Outcome } from './cell.mts';

/** A plan as the node gave it, against what the cases expect. */

export interface Plan {
	rows: Item[];
	summary: Item;
	outputs: INodeExecutionData[][];
}

const said = (row: Item): string =>
	`${String(row['action'])} ${String(row['external_id'])} ${(row['reason'] as { code: string }).code}`;

const PARTS: readonly CountName[] = [
	'create',
	'update',
	'reactivate',
	'deactivate',
	'hold',
	'unchanged',
	'upcoming',
	'ended_unknown',
	'ineligible_unknown',
	'merged',
];

/** Sorted keys, no spaces: written here again, so that the hash does not prove itself. */
const canonical = (value: unknown): string =>
	Array.isArray(value)
		? `[${value.map(canonical).join(',')}]`
		: typeof value === 'object' && value !== null
			? `{${Object.entries(value)
					.sort(([a], [b]) => (a < b ? -1 : 1))
					.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`)
					.join(',')}}`
			: JSON.stringify(value);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Throws, as expect does, where the plan is not the sum of what the cases expect. */
export function compare(outcomes: readonly Outcome[], { rows, summary, outputs }: Plan): void {
	const source = outcomes.flatMap((outcome) => outcome.source);
	const expected = outcomes.flatMap((outcome) => outcome.rows ?? []);
	// Rows: the same people and actions, the reasons and the writes that the rules name.
	const key = (row: { action?: unknown; external_id?: unknown }): string =>
		`${String(row.action)} ${String(row.external_id)}`;
	expect(rows.map(key).sort()).toEqual(expected.map(key).sort());
	for (const wanted of expected) {
		const row = rows.find((entry) => key(entry) === key(wanted)) ?? {};
		if (wanted.reason !== undefined) {
			expect(said(row)).toBe(`${key(wanted)} ${wanted.reason}`);
		}
		if (wanted.after !== undefined) expect(row['after']).toEqual(wanted.after);
		if (wanted.company !== undefined) expect(row['alleo_company_id']).toBe(wanted.company);
	}
	// Counts: of everybody, and they add up.
	const counts = summary['counts'] as Record<string, number>;
	const people = outcomes.flatMap((outcome) => outcome.people);
	for (const part of PARTS) {
		expect([part, counts[part]]).toEqual([part, people.filter((name) => name === part).length]);
	}
	expect(counts['source']).toBe(source.length);
	expect(counts['source']).toBe(PARTS.reduce((sum, part) => sum + (counts[part] ?? 0), 0));
	expect(counts['held']).toBe(
		source.filter((entry) => (entry as Item)['status'] === 'held').length,
	);
	expect(counts['absent']).toBe(outcomes.reduce((sum, { absent }) => sum + (absent ?? 0), 0));
	expect(counts['absent_deactivate']).toBe(0);
	// Every hold names the step that resolves it.
	for (const row of rows.filter(({ action }) => action === 'hold')) {
		const [first] = row['notices'] as Array<{ code: string; action: string }>;
		expect(first?.code).toBe((row['reason'] as { code: string }).code);
		expect(first?.action.length).toBeGreaterThan(5);
	}
	// Notices, wherever they are shown.
	const shown = [summary, ...rows].flatMap((entry) =>
		(entry['notices'] as Array<{ code: string }>).map(({ code }) => code),
	);
	for (const code of outcomes.flatMap(({ notices }) => notices ?? []))
		expect(shown).toContain(code);
	// Approval: a transfer or a move always, nothing else here but an empty source.
	const because = ['TAKEOVER', 'TRANSFER', 'MOVE'].filter((code) =>
		expected.some(({ reason }) => reason === code),
	);
	if (source.length === 0) because.unshift('EMPTY_SOURCE');
	expect(summary['needs_approval_because']).toEqual(because);
	expect(summary['needs_approval']).toBe(because.length > 0);
	const status = because.length > 0 ? 'blocked' : rows.length > 0 ? 'ready' : 'empty';
	expect([summary['status'], (summary['plan'] as Item)['status']]).toEqual([status, status]);
	// What asks for a person waits with what hangs together with it and what is held; the rest is ready.
	const waits = waiting(rows, because);
	const [first = [], second = []] = outputs.map((items) => items.map(({ json }) => json));
	expect(ids(first)).toEqual(ids(rows.filter((row) => waits.has(row))));
	expect(ids(second)).toEqual(ids(rows.filter((row) => !waits.has(row))));
	const [, ready = summary] = (outputs[2] ?? []).map(({ json }) => json as Item);
	expect(outputs[2]).toHaveLength(first.length > 0 && second.length > 0 ? 2 : 1);
	expect(ready['counts']).toEqual(summary['counts']);
	if (second.length > 0) {
		expect(ready).toMatchObject({ status: 'ready', needs_approval_because: [] });
		if (first.length > 0) expect(ready['notices']).toEqual([]);
	}
	// Every row: its plan, and a hash of everything else in it.
	for (const { plan: ref, row_hash: hash, ...rest } of rows) {
		expect(ref).toEqual(
			(second.some((row) => row['row_id'] === rest['row_id']) ? ready : summary)['plan'],
		);
		expect(hash).toBe(sha256(canonical(rest)));
	}
	expect(new Set(rows.map((row) => row['row_id'])).size).toBe(rows.length);
}

const ids = (rows: readonly Item[]): string[] => rows.map((row) => String(row['row_id'])).sort();

/** The slow way: over and over, until nothing more hangs together with what waits. */
function waiting(rows: readonly Item[], because: readonly string[]): ReadonlySet<Item> {
	if (because.length === 0) return new Set();
	const asks = (row: Item): boolean => because.includes(String((row['reason'] as Item)['code']));
	// A hold that asks about an account keeps the rows of that account with it.
	const asksToo = (row: Item): boolean => row['action'] === 'hold' && row['choice'] !== null;
	const asked = new Set(
		rows.filter((row) => (row['action'] === 'hold' ? asksToo(row) : asks(row))),
	);
	const rest = rows.filter((row) => row['action'] !== 'hold' && !asked.has(row));
	const hangs = (one: Item, other: Item): boolean =>
		one['linked_row_id'] === other['row_id'] ||
		other['linked_row_id'] === one['row_id'] ||
		(one['external_id'] !== null && one['external_id'] === other['external_id']) ||
		(one['alleo_id'] !== null && one['alleo_id'] === other['alleo_id']);
	for (let grown = true; grown; ) {
		const more = rest.filter((row) => !asked.has(row) && [...asked].some((one) => hangs(one, row)));
		for (const row of more) asked.add(row);
		grown = more.length > 0;
	}
	const all = new Set(rows.filter((row) => row['action'] === 'hold' || asked.has(row)));
	return all.size === rows.length || because.includes('EMPTY_SOURCE') ? new Set(rows) : all;
}
