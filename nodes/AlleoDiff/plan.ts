import { randomUUID } from 'node:crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { planOf } from '../../core/plan/people';
import { examine } from '../../core/plan/people/examine';
import type { DiffInput, Examined } from '../../core/plan/people/examine';
import { NOT_OVERRIDABLE } from '../../core/plan/options';
import { planOfFile } from '../../core/plan/file';
import type { FileDataset } from '../../core/model/plan';
import { done, failed } from '../../core/model/result';
import type { Result } from '../../core/model/result';
import { withReport } from '../../core/report/markdown';
import type { ReportedPlan } from '../../core/report/markdown';
import { civilToday, instantNow } from '../shared/clock';
import { issueError } from '../shared/outcome';
import { jsonOn } from '../shared/inputs';
import { readAll } from '../shared/parameters';
import { approval, companyId, day, readDeciding } from './deciding';
import { COVERAGE_INPUT, readBudgetsSent, readLastFiles, splitCoverage } from './filePlan/previous';
import { budgetLimits } from './budgetLimits';
import { oneOffBudgets, plausibility, reviewed, stoppedBudgets } from './filePlan/properties';
import { remember, remembered } from './memory';
import { companyNames } from './companyNames';
import { hasSentFile, past } from './past';
import { forgetMoves, refusedMoves } from '../shared/refusedMoves';
import { budgetFile, dataset, expiresAfterHours, language, only } from './properties';

/** From parameters and inputs to a plan; core does the rest. */

export const json = (items: INodeExecutionData[]): IDataObject[] => items.map((item) => item.json);

/** Hours in milliseconds; the expiry is an instant, unlike every other date here. */
const HOUR = 3_600_000;

const expiresAfter = (createdAt: string, hours: number): string =>
	new Date(Date.parse(createdAt) + hours * HOUR).toISOString();

/** Whether a plan of one person is about anybody at all. */
const knowsOnly = ({ people, allAccounts }: Examined, wanted: string): boolean =>
	wanted === '' ||
	people.all.some(({ external_id: id }) => id === wanted) ||
	allAccounts.some(({ external_id: id }) => id === wanted);

async function planAccounts(context: IExecuteFunctions): Promise<Result<ReportedPlan[]>> {
	const today = civilToday(context.getTimezone());
	const memory: IDataObject = context.getWorkflowStaticData('node') ?? {};
	const deciding = readDeciding(context, remembered(memory, today));
	if (!deciding.ok) return deciding;
	const others = readAll(context, { expiresAfterHours, language, only, budgetFile });
	if (!others.ok) return others;
	const createdAt = instantNow();
	const coverage = jsonOn(context, COVERAGE_INPUT);
	const input: DiffInput = {
		source: json(context.getInputData(0)),
		alleo: json(context.getInputData(1)),
		coverage,
		options: {
			...deciding.value.options,
			refusedMoves: refusedMoves(context),
			past: past(context, deciding.value.referenceDate),
		},
		referenceDate: deciding.value.referenceDate,
		createdAt,
		expiresAt: expiresAfter(createdAt, others.value.expiresAfterHours),
		only: others.value.only,
		budgets: await readBudgetsSent(context, others.value.budgetFile),
		companyNames: companyNames(context),
	};
	const examined = examine(input);
	if (!examined.ok) return examined;
	if (!knowsOnly(examined.value, others.value.only)) return failed('PLAN_OF_NOBODY');
	const plans = planOf(examined.value, input);
	const [{ summary }] = plans;
	const named = new Set(coverage.map((entry) => String(entry['partition'])));
	const { people } = examined.value;
	const seen = {
		people: people.all,
		coverage: examined.value.coverage.filter(({ partition }) => named.has(partition)),
		good: !summary.guards.some(({ code, tripped }) => tripped && NOT_OVERRIDABLE.has(code)),
	};
	remember(memory, seen, today);
	forgetMoves(context, examined.value.refused);
	return done(plans.map((made) => withReport(made, others.value.language)));
}

/** The settings of a plan for a file. */
const FILE_PARAMETERS = {
	companyId,
	approval,
	referenceDate: day,
	reviewed,
	plausibility,
	budgetLimits,
	oneOffBudgets,
	stoppedBudgets,
	expiresAfterHours,
	language,
};

async function planFileRows(
	context: IExecuteFunctions,
	kind: FileDataset,
): Promise<Result<ReportedPlan[]>> {
	if (kind === 'salaryLeave' && context.isToolExecution()) {
		throw issueError(context, 'FLEX_NOT_BY_TOOL');
	}
	const read = readAll(context, FILE_PARAMETERS);
	if (!read.ok) return read;
	const {
		referenceDate,
		expiresAfterHours: hours,
		plausibility: own,
		language: wanted,
		oneOffBudgets: oneOff,
		stoppedBudgets: stopped,
		...options
	} = read.value;
	const createdAt = instantNow();
	const { coverage, previous } = splitCoverage(context);
	const result = planOfFile({
		dataset: kind,
		source: json(context.getInputData(0)),
		alleo: json(context.getInputData(1)),
		coverage: json(coverage),
		...(await readLastFiles(context, kind, previous)),
		sentBefore: hasSentFile(context),
		options: {
			...options,
			...own,
			budgetLines: { oneOff, stopped, limits: options.budgetLimits },
		},
		referenceDate,
		createdAt,
		expiresAt: expiresAfter(createdAt, hours),
		nonce: randomUUID(),
		companyNames: companyNames(context),
	});
	return result.ok ? done([withReport(result.value, wanted)]) : result;
}

/** The plan that the parameter Dataset asks for: of people sometimes two, what waits before what is ready. */
export async function plan(context: IExecuteFunctions): Promise<Result<ReportedPlan[]>> {
	const read = dataset.read(context);
	if (!read.ok) return read;
	return read.value === 'employees'
		? await planAccounts(context)
		: await planFileRows(context, read.value);
}
