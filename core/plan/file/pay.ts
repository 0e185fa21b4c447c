import type { Accounts } from '../accounts';
import { sha256 } from '../../model/hash';
import { itemIssue } from '../../issues';
import { PAY_COLUMN_KEYS, PAY_COLUMNS } from '../../payroll/columns';
import type { PlausibilityLimits } from '../../payroll/options';
import { periodText } from '../../payroll/normalized';
import type { NormalizedPayroll } from '../../payroll/normalized';
import type { Issue } from '../../model/employee';
import type { PayValues } from '../../model/plan';
import { identifier } from './identify';
import type { LineParts } from './identify';
import { closedPeriod, implausibilities, latestPeriods, reviewKey } from './plausible';
import { previousLine } from './previous';
import type { PreviousFile } from './previous';
import { fileRow, holdRow, leaveOut } from './proposal';
import type { FileProposal } from './proposal';

/** Salary and leave: from the normalized pay to a row, a hold or a counted reason for each person. */

export interface PayInput {
	records: readonly NormalizedPayroll[];
	accounts: Accounts;
	previous: PreviousFile;
	limits: PlausibilityLimits;
	/** `external_id@period` of people whose figures somebody has looked at. */
	reviewed: ReadonlySet<string>;
	/** Unguessable, from the node: goes into the hash of every row. */
	nonce: string;
}

function valuesOf(record: NormalizedPayroll, nonce: string): PayValues {
	return {
		primary_source: record.primary_source,
		secondary_source: record.secondary_source,
		gross_hourly_wage: record.gross_hourly_wage,
		non_statutory_leave_hours: record.non_statutory_leave_hours,
		statutory_leave_hours: record.statutory_leave_hours,
		salt: sha256(`${nonce}|${record.external_id ?? ''}`),
	};
}

/** Which columns have something, by name: it answers most questions without a figure. */
const filledColumns = (record: NormalizedPayroll): string =>
	PAY_COLUMN_KEYS.filter((column) => record[column] !== null)
		.map((column) => PAY_COLUMNS[column])
		.join(', ');

export function proposePay(input: PayInput): FileProposal[] {
	const identify = identifier(input.records, input.accounts);
	const latest = latestPeriods(input.records);
	return input.records.map((record) => {
		if (record.external_id !== null && record.in_service === false) {
			return leaveOut('FILE_LEFT_SERVICE');
		}
		const evidence = { period: periodText(record.period) };
		const found = identify({ person: record, evidence, notices: record.notices });
		return found.ok ? propose(record, found.value, input, latest(record)) : found.problem;
	});
}

/** In which closed period a wage began that is not that of the previous file; null: it is, or not known. */
const changedInClosedPeriod = (
	record: NormalizedPayroll,
	previousWage: number | null,
): ReturnType<typeof closedPeriod> => {
	const earlier = previousWage ?? record.earlier_hourly_wage;
	const { gross_hourly_wage: wage } = record;
	return wage === null || earlier === null || wage === earlier ? null : closedPeriod(record);
};

function propose(
	record: NormalizedPayroll,
	known: LineParts,
	input: PayInput,
	latest: NormalizedPayroll['period'],
): FileProposal {
	const line = previousLine(input.previous, known.email);
	const previousWage = line?.gross_hourly_wage ?? null;
	const causes = implausibilities({ record, limits: input.limits, previousWage, latest });
	const isHeld = causes.length > 0 && !input.reviewed.has(reviewKey(record));
	const remarks: Issue[] = [];
	if (input.previous.state === 'read' && line === null) {
		remarks.push(itemIssue('FLEX_NOT_IN_PREVIOUS'));
	}
	const back = changedInClosedPeriod(record, previousWage);
	const isSaid = isHeld && causes.some(({ code }) => code === 'FLEX_WAGE_MOVED_BACK');
	if (back !== null && !isSaid) remarks.push(itemIssue('FLEX_WAGE_BACK', null, back));
	if (isHeld) return holdRow({ ...known, notices: [...remarks, ...record.notices] }, causes);
	return fileRow(
		{
			...known,
			evidence: { ...known.evidence, columns: filledColumns(record) },
			notices: [
				...(causes.length === 0 ? [] : [itemIssue('FLEX_REVIEWED')]),
				...remarks,
				...record.notices,
			],
		},
		{ code: 'FLEX_READY', params: { period: periodText(record.period) } },
		{ flex: valuesOf(record, input.nonce) },
	);
}
