/**
 * Fault switches: scripted trouble per method and path, a number of times. A call takes part in the
 * first matching fault of each kind that still has turns left, in the order they were set.
 */

export type FaultKind =
	/** Waits `ms` before handling. */
	| 'latency'
	/** Answers `status` (429, 500, 503, …) without handling; `retryAfter` adds the header. */
	| 'status'
	/** Handles the call (a write is stored), then answers `status`. */
	| 'statusAfter'
	/** Closes the connection without handling. */
	| 'drop'
	/** Handles the call (a write is stored), then closes the connection without an answer. */
	| 'dropAfter'
	/** Says nothing for `ms` (default 10 minutes), then closes the connection. Not handled. */
	| 'stall'
	/** Forgets every access token just before this call. */
	| 'expiredToken'
	/** A web page with status 200 (or `status`) where JSON belongs. */
	| 'html'
	/** The right answer, cut in half: broken JSON. */
	| 'truncatedJson'
	/** A page with only half of its rows, totals untouched. */
	| 'truncatedPage'
	/** A page without rows, totals untouched. */
	| 'emptyPage'
	/** The page before this one once more. */
	| 'repeatedPage'
	/** Totals that are `by` (default 1) smaller than the truth. */
	| 'shrunkTotals'
	/** A company that is gone: paths with `value` answer 404, lists leave it out. */
	| 'vanished';

export interface FaultInput {
	kind: FaultKind;
	/** `GET`, `POST`, …; any when left out. */
	method?: string;
	/** Part of the path with query; `*` stands for anything. Any path when left out. */
	path?: string;
	/** How many calls it hits; without end when left out. */
	times?: number;
	/** How many matching calls pass first. */
	after?: number;
	ms?: number;
	status?: number;
	/** Seconds as a number, any text as it is, `date` for an HTTP date `retrySeconds` from now. */
	retryAfter?: number | string;
	retrySeconds?: number;
	body?: string;
	by?: number;
	value?: string;
}

export interface Fault extends FaultInput {
	id: number;
	/** Matching calls seen, and calls hit. */
	seen: number;
	hits: number;
}

const KINDS: ReadonlySet<string> = new Set<FaultKind>([
	'latency',
	'status',
	'statusAfter',
	'drop',
	'dropAfter',
	'stall',
	'expiredToken',
	'html',
	'truncatedJson',
	'truncatedPage',
	'emptyPage',
	'repeatedPage',
	'shrunkTotals',
	'vanished',
]);

const pattern = (path: string): RegExp =>
	new RegExp(
		path
			.split('*')
			.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
			.join('.*'),
	);

export class FaultSwitches {
	private faults: Array<{ fault: Fault; path: RegExp | null }> = [];
	private nextId = 1;

	/** Sets a fault and returns it with its id; refuses an unknown kind. */
	add(input: FaultInput): Fault {
		if (!KINDS.has(input.kind)) throw new Error(`Unknown fault kind: ${String(input.kind)}`);
		const fault: Fault = { ...input, id: this.nextId++, seen: 0, hits: 0 };
		this.faults.push({ fault, path: input.path === undefined ? null : pattern(input.path) });
		return fault;
	}

	list(): Fault[] {
		return this.faults.map((entry) => entry.fault);
	}

	remove(id: number): void {
		this.faults = this.faults.filter((entry) => entry.fault.id !== id);
	}

	clear(): void {
		this.faults = [];
	}

	/** The faults that hit this call; takes one turn of each. */
	take(method: string, url: string): Fault[] {
		if (this.faults.length === 0) return [];
		const hit = new Map<FaultKind, Fault>();
		for (const { fault, path } of this.faults) {
			if (fault.method !== undefined && fault.method.toUpperCase() !== method) continue;
			if (path !== null && !path.test(url)) continue;
			fault.seen += 1;
			if (fault.seen <= (fault.after ?? 0)) continue;
			if (fault.times !== undefined && fault.hits >= fault.times) continue;
			if (hit.has(fault.kind) && fault.kind !== 'vanished') continue;
			fault.hits += 1;
			hit.set(fault.kind, fault);
		}
		return [...hit.values()];
	}
}

/** The header for a fault with `retryAfter`. */
export function retryAfterHeader(fault: FaultInput, now: number): string | null {
	if (fault.retryAfter === undefined) return null;
	if (fault.retryAfter !== 'date') return String(fault.retryAfter);
	return new Date(now + (fault.retrySeconds ?? 1) * 1000).toUTCString();
}
