import type { Coverage } from '../../model/employee';
import { done } from '../../model/result';
import type { Result } from '../../model/result';
import { Counts } from '../../model/summary';
import { NormalizedPayroll } from '../../payroll/normalized';
import { finish } from '../finish';
import type { Plan } from '../finish';
import { readInputs } from '../inputs';
import { orderRows } from '../order';
import type { Draft } from '../planHash';
import { countQuestions } from '../people/questions';
import type { ReadResult } from '../read';
import { planBudgets } from './budgets';
import { countRemarks, leftOutCounts } from './counts';
import { folderGuards, previousFound } from './folder';
import { fileGuards } from './guards';
import { companiesOf } from './input';
import type { FilePlanInput } from './input';
import { previousLine } from './previous';
import type { PreviousFile } from './previous';
import type { FileProposal } from './proposal';
import { proposePay } from './pay';
import { totalCompanies } from './totals';
import { holdTwins } from './twins';

export type { FilePlanInput, FilePlanOptions } from './input';

/**
 * The plan of a file: one row for each line and each held person. Reads nothing but its argument and
 * gives the same bytes for the same content, in any order.
 */
export const planOfFile = (input: FilePlanInput): Result<Plan> =>
	input.dataset === 'budgets' ? planBudgets(input) : planSalaryLeave(input);

function planSalaryLeave(input: FilePlanInput): Result<Plan> {
	const { previous, nonce, options } = input;
	const read = readInputs(input, readRecords, companiesOf(options));
	if (!read.ok) return read;
	const { people: records, accounts, coverage } = read.value;
	const reviewed = new Set(options.reviewed);
	const limits = options.plausibility;
	const proposals = proposePay({ records, accounts, previous, limits, reviewed, nonce });
	return done(planOf(proposals, coverage, records, input));
}

function readRecords(items: readonly unknown[]): ReadResult<NormalizedPayroll> {
	const values: NormalizedPayroll[] = [];
	for (const [item, given] of items.entries()) {
		const parsed = NormalizedPayroll.safeParse(given);
		if (!parsed.success) {
			return { ok: false, problem: { item, problem: 'it is no salary and leave record' } };
		}
		values.push(parsed.data);
	}
	return done(values);
}

function planOf(
	proposals: readonly FileProposal[],
	coverage: readonly Coverage[],
	records: readonly NormalizedPayroll[],
	input: FilePlanInput,
): Plan {
	const { options, previous } = input;
	const drafts = holdTwins(proposals.flatMap(({ row }) => (row === null ? [] : [row])));
	const rows = orderRows(drafts);
	const people = proposals.length;
	const compared = comparedPeople(rows, records, previous);
	const { limits } = options;
	const ofFolder = folderGuards(input, previous.state);
	const isSaid = ofFolder.length > 0;
	const { questions } = countQuestions(records.flatMap(({ asks = [] }) => asks));
	return finish(
		{
			rows,
			guards: [
				...fileGuards({ people, rows, coverage, previous, compared, limits, isSaid }),
				...ofFolder,
			],
			counts: countPeople(rows, people),
			coverage,
			notices: [],
			file: {
				left_out: leftOutCounts(proposals),
				remarks: countRemarks(rows),
				compared,
				...previousFound(input, previous.state),
				companies: totalCompanies(rows, 'salaryLeave'),
			},
			...(questions.length === 0 ? {} : { inbox: { questions, groups: [] } }),
		},
		input,
	);
}

const countOf = (rows: readonly Draft[], action: Draft['action']): number =>
	rows.filter((row) => row.action === action).length;

/** Everybody of the source is counted once: in the file, held, or left out. */
function countPeople(rows: readonly Draft[], people: number): Counts {
	const hold = countOf(rows, 'hold');
	return {
		...Counts.parse({}),
		source: people,
		held: hold,
		unchanged: people - rows.length,
		update: countOf(rows, 'update'),
		hold,
	};
}

/** People of the file whose wage the previous file or an earlier period tells. */
function comparedPeople(
	rows: readonly Draft[],
	records: readonly NormalizedPayroll[],
	previous: PreviousFile,
): number {
	const told = new Set(
		records.flatMap(({ external_id: id, earlier_hourly_wage: wage }) =>
			wage === null ? [] : [id],
		),
	);
	return rows.filter(
		({ action, email, external_id: id }) =>
			action === 'update' &&
			(told.has(id) ||
				(email !== null && previousLine(previous, email)?.gross_hourly_wage != null)),
	).length;
}
