import type { AlleoEmployee } from '../../../core/model/employee';
import type { AlleoClient } from './client';
import type { Fault } from './reply';

/**
 * All employees of a company, active and inactive, or nothing: a listing with a hole in it would make
 * known people look new. Alleo has no sort order and no snapshot, so the proof is in the totals
 * (reference alleo 2.4): distinct ids = `count`, and the same `count` on every page and at the end.
 */

export type AlleoListing =
	| { ok: true; employees: AlleoEmployee[]; calls: number }
	| { ok: false; reason: 'fault'; fault: Fault }
	| { ok: false; reason: 'incomplete'; count: number; seen: number };

const PAGE_SIZE = 100;

/** A total that needs more calls than this is a fault of the server, not a big company. */
const MOST_PAGES = 20_000;

interface Part {
	rows: AlleoEmployee[];
	/** What each page said the total is. */
	counts: Set<number>;
	calls: number;
}

type PartResult = { ok: true; part: Part } | { ok: false; fault: Fault };

/**
 * Walks from `skip` to `end`, by the number of rows received: a short page need not be the last. The
 * page that reaches `total` asks for a full page, so that a total that is too small gives itself away.
 */
async function walk(
	client: AlleoClient,
	company: number,
	isActive: boolean,
	skip: number,
	end: number,
	total: number,
): Promise<PartResult> {
	const part: Part = { rows: [], counts: new Set(), calls: 0 };
	for (let at = skip; at < end; ) {
		const limit = end === total ? PAGE_SIZE : Math.min(PAGE_SIZE, end - at);
		const page = await client.page(company, { skip: at, limit, isActive });
		part.calls += 1;
		if (!page.ok) return page;
		part.counts.add(page.value.count);
		for (const row of page.value.rows) part.rows.push(row);
		if (page.value.rows.length === 0) break;
		at += page.value.rows.length;
	}
	return { ok: true, part };
}

/** One state of a company: the first page tells the total, the others follow side by side. */
async function readState(
	client: AlleoClient,
	company: number,
	isActive: boolean,
): Promise<PartResult> {
	const first = await client.page(company, { skip: 0, limit: PAGE_SIZE, isActive });
	if (!first.ok) return first;
	const { rows, count } = first.value;
	const whole: Part = { rows: [...rows], counts: new Set([count]), calls: 1 };
	const starts: number[] = [];
	const step = Math.max(1, rows.length);
	const announced = Math.ceil(count / step);
	// Left unread, the totals do not add up, and the listing counts as incomplete.
	if (rows.length > 0 && announced <= MOST_PAGES) {
		for (let at = step; at < count; at += step) starts.push(at);
	}
	const parts = await Promise.all(
		starts.map((at) => walk(client, company, isActive, at, Math.min(at + step, count), count)),
	);
	for (const result of parts) {
		if (!result.ok) return result;
		whole.calls += result.part.calls;
		for (const row of result.part.rows) whole.rows.push(row);
		for (const total of result.part.counts) whole.counts.add(total);
	}
	return { ok: true, part: whole };
}

/** The rows by id, or null when the totals do not add up. */
function merge(
	active: Part,
	inactive: Part,
	activeAtEnd: number,
): Map<number, AlleoEmployee> | null {
	const all = new Map<number, AlleoEmployee>();
	for (const { rows, counts } of [active, inactive]) {
		const ids = new Set(rows.map(({ id }) => id));
		if (counts.size !== 1 || !counts.has(ids.size)) return null;
		for (const row of rows) {
			const known = all.get(row.id);
			// Seen in both states: somebody was (de)activated while we read.
			if (known !== undefined && known.is_active !== row.is_active) return null;
			all.set(row.id, row);
		}
	}
	return active.counts.has(activeAtEnd) ? all : null;
}

type Attempt =
	| { ok: true; employees: AlleoEmployee[] }
	| { ok: false; fault: Fault }
	| { ok: null; count: number; seen: number };

async function readOnce(
	client: AlleoClient,
	company: number,
	calls: { made: number },
): Promise<Attempt> {
	const [active, inactive] = await Promise.all([
		readState(client, company, true),
		readState(client, company, false),
	]);
	if (!active.ok) return active;
	if (!inactive.ok) return inactive;
	// A person (de)activated between the two readings is in neither; the total gives it away.
	const again = await client.page(company, { skip: 0, limit: 1, isActive: true });
	calls.made += active.part.calls + inactive.part.calls + 1;
	if (!again.ok) return again;
	const all = merge(active.part, inactive.part, again.value.count);
	if (all !== null) return { ok: true, employees: [...all.values()] };
	const seen = new Set([...active.part.rows, ...inactive.part.rows].map(({ id }) => id)).size;
	const count = Math.max(...active.part.counts) + Math.max(...inactive.part.counts);
	return { ok: null, count, seen };
}

/** Reads a company completely; once more when it changed meanwhile, then gives up. */
export async function listEmployees(client: AlleoClient, company: number): Promise<AlleoListing> {
	const calls = { made: 0 };
	for (let attempt = 1; ; attempt++) {
		const read = await readOnce(client, company, calls);
		if (read.ok === true) return { ok: true, employees: read.employees, calls: calls.made };
		if (read.ok === false) return { ok: false, reason: 'fault', fault: read.fault };
		if (attempt === 2) {
			return { ok: false, reason: 'incomplete', count: read.count, seen: read.seen };
		}
	}
}
