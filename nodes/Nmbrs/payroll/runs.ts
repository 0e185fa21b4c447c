import { companyLabel, type CompanyPartition } from '../listing/companies';
import { done, failed, type Result } from '../../../core/model/result';
import type { PayrollReader, Run } from './payrollReader';
import type { NmbrsPayrollSettings } from './settings';

/** The runs to read of one company, all of one payroll period, and that period. */
export interface ChosenRuns {
	runs: Run[];
	year: number;
	period: number;
}

const rank = ({ year, period }: Run): number => year * 100 + period;

/** The runs of the latest period: a second run of a period belongs to it. */
function latest(runs: readonly Run[]): ChosenRuns | null {
	const [first, ...others] = [...runs].sort((one, other) => rank(other) - rank(one));
	if (first === undefined) return null;
	const same = others.filter((run) => rank(run) === rank(first));
	return { runs: [first, ...same], year: first.year, period: first.period };
}

/**
 * The locked runs of the last period of the year; in January, before the first run is locked, those of
 * the year before. Or the runs that the user chose, of the same two years.
 */
export async function chooseRuns(
	reader: PayrollReader,
	companyId: number,
	company: CompanyPartition,
	{ runIds, referenceDate }: NmbrsPayrollSettings,
): Promise<Result<ChosenRuns>> {
	const year = Number(referenceDate.slice(0, 4));
	const wanted = (run: Run): boolean => (runIds.size > 0 ? runIds.has(run.id) : run.locked);
	for (const one of [year, year - 1]) {
		const runs = await reader.runs(companyId, one);
		if (!runs.ok) return runs;
		const chosen = latest(runs.value.filter(wanted));
		if (chosen !== null) return done(chosen);
	}
	return runIds.size > 0
		? failed('NMBRS_RUN_UNKNOWN', { company: companyLabel(company) })
		: failed('NMBRS_RUN_NONE', { company: companyLabel(company), year });
}
