import { piecesOf, type BulkText } from '../../../shared/soap';
import type { TransportClock } from '../../../shared/http';
import { done, failed, type Problem, type Read } from '../result';
import type { PayrollReader, Run } from '../soap/payrollReader';
import { PayslipScanner, type Payslip, type Wanted } from './payslipScanner';

/** How long a report may take, and whose clock says so. */
export interface ReportLimits {
	limitMs: number;
	clock: TransportClock;
	signal: AbortSignal | undefined;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15_000;

/** Statuses of a task that still runs; every other one but `success` is the end of it. */
const RUNNING: ReadonlySet<string> = new Set(['enqueued', 'executing']);

/** Task not available, invalid result, task of another kind: start the report once more. */
const LOST_TASK: ReadonlySet<unknown> = new Set([2019, 2020, 2021]);
const STARTS = 2;

const isLost = ({ params }: Problem): boolean => LOST_TASK.has(params['fault']);

/** Asks until the task ends: after 1 s, then 2, 4, 8, then every 15 s, up to the limit. */
async function waitFor(
	reader: PayrollReader,
	task: string,
	company: string,
	{ limitMs, clock, signal }: ReportLimits,
): Promise<Read<BulkText | null>> {
	const end = clock.now() + limitMs;
	for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
		await clock.sleep(wait, signal);
		const read = await reader.taskResult(task);
		if (!read.ok) return read;
		const { status, content } = read.value;
		if (status.toLowerCase() === 'success') return done(content);
		if (!RUNNING.has(status.toLowerCase())) {
			return failed('NMBRS_REPORT_FAILED', { company, status: status.slice(0, 40) || 'none' });
		}
		if (clock.now() >= end) {
			return failed('NMBRS_REPORT_TIMEOUT', { company, minutes: Math.round(limitMs / 60_000) });
		}
	}
}

/** The payslips of one report, or why it cannot be read. Nothing of the report is in the problem. */
export function scanReport(
	content: BulkText | null,
	company: string,
	wanted: Wanted,
	emit: (slip: Payslip) => void,
): Read<null> {
	const scanner = new PayslipScanner(wanted, emit);
	if (content !== null) {
		for (const piece of piecesOf(content)) if (!scanner.write(piece)) break;
	}
	scanner.end();
	const { problem } = scanner;
	return problem === null ? done(null) : failed('NMBRS_REPORT_UNREADABLE', { company, problem });
}

/** Starts the payslip report of a run, waits for it, and reads it. */
export async function readReport(
	reader: PayrollReader,
	companyId: number,
	run: Run,
	company: string,
	limits: ReportLimits,
): Promise<Read<BulkText | null>> {
	for (let start = 1; ; start += 1) {
		const task = await reader.startPayslips(companyId, run);
		if (!task.ok) return task;
		const content = await waitFor(reader, task.value, company, limits);
		if (content.ok || start >= STARTS || !isLost(content.problem)) return content;
	}
}
