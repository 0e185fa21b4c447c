/** What reached a stand-in, for the tests: which operations, how often, how many at the same time. */

export interface LogEntry {
	seq: number;
	method: string;
	/** Path without ids: `/companies/{company_id}/employees`. */
	template: string;
	/** What the caller wanted, where the path alone does not say it: a connector's name. */
	operation: string | null;
	/** Path with the query, as it came. */
	url: string;
	/** null while in flight, and for good when the connection was dropped before an answer. */
	status: number | null;
	write: boolean;
	/** A remark of the handler on a write: the keys that were sent. */
	note: string | null;
	/** The faults that were played on this call. */
	faults: string[];
	durationMs: number;
}

export interface Counts {
	calls: number;
	writes: number;
	mostOverlapping: number;
	byMethod: Record<string, number>;
	/** By `GET /companies/{company_id}/employees`, or by method and operation where there is one. */
	byOperation: Record<string, number>;
	byStatus: Record<string, number>;
}

const MAX_ENTRIES = 20_000;

const add = (counts: Record<string, number>, key: string): void => {
	counts[key] = (counts[key] ?? 0) + 1;
};

const noCounts = (): Counts => ({
	calls: 0,
	writes: 0,
	mostOverlapping: 0,
	byMethod: {},
	byOperation: {},
	byStatus: {},
});

export class RequestLog {
	/** The newest calls, oldest first; counts go on when old entries are dropped. */
	entries: LogEntry[] = [];
	counts: Counts = noCounts();
	/** Calls that are being answered now. */
	open = 0;
	private seq = 0;
	private readonly name: string;
	private readonly print: (line: string) => void;

	constructor(name: string, print: (line: string) => void) {
		this.name = name;
		this.print = print;
	}

	begin(method: string, url: string): LogEntry {
		this.open += 1;
		this.counts.mostOverlapping = Math.max(this.counts.mostOverlapping, this.open);
		const entry: LogEntry = {
			seq: ++this.seq,
			method,
			template: url.split('?')[0] ?? url,
			operation: null,
			url,
			status: null,
			write: false,
			note: null,
			faults: [],
			durationMs: 0,
		};
		this.entries.push(entry);
		if (this.entries.length > MAX_ENTRIES) this.entries.splice(0, MAX_ENTRIES / 2);
		return entry;
	}

	/** Closes an entry, counts it and prints it when it was a write. */
	end(entry: LogEntry, status: number | null, durationMs: number): void {
		this.open -= 1;
		entry.status = status;
		entry.durationMs = durationMs;
		this.counts.calls += 1;
		add(this.counts.byMethod, entry.method);
		add(this.counts.byOperation, `${entry.method} ${entry.operation ?? entry.template}`);
		add(this.counts.byStatus, status === null ? 'dropped' : String(status));
		if (!entry.write) return;
		this.counts.writes += 1;
		const note = entry.note === null ? '' : `  ${entry.note}`;
		const path = entry.url.split('?')[0] ?? '';
		this.print(`${this.name.padEnd(6)} ${entry.method} ${path} -> ${status ?? 'dropped'}${note}`);
	}

	get writes(): LogEntry[] {
		return this.entries.filter((entry) => entry.write);
	}

	reset(): void {
		this.entries = [];
		this.counts = noCounts();
	}
}
