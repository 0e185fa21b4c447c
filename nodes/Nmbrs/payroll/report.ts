import type { TransportClock } from '../../shared/http';
import { done, failed, type Problem, type Result } from '../../../core/model/result';
import type { PayrollReader, Run } from './payrollReader';
import type { PayslipScanner } from './payslipScanner';

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
	open: () => PayslipScanner,
	{ limitMs, clock, signal }: ReportLimits,
): Promise<Result<PayslipScanner>> {
	const end = clock.now() + limitMs;
	for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
		await clock.sleep(wait, signal);
		const read = await reader.taskResult(task, open);
		if (!read.ok) return read;
		const { status, sink } = read.value;
		if (status.toLowerCase() === 'success') {
			const problem = sink === null ? 'nothing in it' : sink.problem;
			return sink !== null && problem === null
				? done(sink)
				: failed('NMBRS_REPORT_UNREADABLE', { company, problem: problem ?? '' });
		}
		if (!RUNNING.has(status.toLowerCase())) {
			return failed('NMBRS_REPORT_FAILED', {
				company,
				status: /^[\w ]{1,40}$/.test(status) ? status : 'none',
			});
		}
		if (clock.now() >= end) {
			return failed('NMBRS_REPORT_TIMEOUT', { company, minutes: Math.round(limitMs / 60_000) });
		}
	}
}

/**
 * Starts the payslip report of a run, waits for it, and reads it while it comes. Each question gets a
 * scanner of its own: an answer that was cut off leaves nothing behind.
 */
export async function readReport(
	reader: PayrollReader,
	companyId: number,
	run: Run,
	company: string,
	open: () => PayslipScanner,
	limits: ReportLimits,
): Promise<Result<PayslipScanner>> {
	for (let start = 1; ; start += 1) {
		const task = await reader.startPayslips(companyId, run);
		if (!task.ok) return task;
		const report = await waitFor(reader, task.value, company, open, limits);
		if (report.ok || start >= STARTS || !isLost(report.problem)) return report;
	}
}
