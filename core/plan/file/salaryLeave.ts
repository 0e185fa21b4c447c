import type { Accounts } from '../accounts';
import { sha256 } from '../../model/hash';
import { itemIssue } from '../../issues';
import { FLEX_COLUMN_KEYS, FLEX_COLUMNS } from '../../payroll/columns';
import type { FlexLimits } from '../../payroll/options';
import { periodText } from '../../payroll/record';
import type { FlexRecord } from '../../payroll/record';
import type { FlexValues } from '../../model/plan';
import { matchAccount } from './accounts';
import { implausibilities, latestPeriods, reviewKey } from './plausible';
import { previousLine } from './previous';
import type { PreviousFile } from './previous';
import { fileRow, holdForIssues, holdRow, leaveOut } from './proposal';
import type { FileProposal } from './proposal';

/** Salary and leave: from the flex records to a row, a hold or a counted reason for each person. */

export interface SalaryLeaveInput {
	records: readonly FlexRecord[];
	accounts: Accounts;
	previous: PreviousFile;
	limits: FlexLimits;
	/** `external_id@period` of people whose figures somebody has looked at. */
	reviewed: ReadonlySet<string>;
	/** Unguessable, from the node: goes into the hash of every row. */
	nonce: string;
}

function valuesOf(record: FlexRecord, nonce: string): FlexValues {
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
const filledColumns = (record: FlexRecord): string =>
	FLEX_COLUMN_KEYS.filter((column) => record[column] !== null)
		.map((column) => FLEX_COLUMNS[column])
		.join(', ');

export function proposeSalaryLeave(input: SalaryLeaveInput): FileProposal[] {
	const twins = new Map<string, number>();
	for (const { external_id: id } of input.records) {
		if (id !== null) twins.set(id, (twins.get(id) ?? 0) + 1);
	}
	const latest = latestPeriods(input.records);
	return input.records.map((record) => propose(record, input, twins, latest(record)));
}

function propose(
	record: FlexRecord,
	input: SalaryLeaveInput,
	twins: ReadonlyMap<string, number>,
	latest: FlexRecord['period'],
): FileProposal {
	const evidence = { period: periodText(record.period) };
	const parts = { person: record, account: null, email: null, evidence, notices: record.notices };
	if (record.external_id === null) return holdForIssues(parts, record.issues);
	if (record.in_service === false) return leaveOut('FILE_LEFT_SERVICE');
	const match = matchAccount(input.accounts, record.external_id);
	if (match.kind === 'leftOut') return leaveOut(match.code);
	const { account } = match;
	const known = { ...parts, account, email: account?.email ?? null };
	if (match.kind === 'hold') return holdRow(known, [match]);
	const count = twins.get(record.external_id) ?? 1;
	if (count > 1) {
		return holdRow(known, [{ code: 'DUPLICATE_EXTERNAL_ID', params: { count } }]);
	}
	if (record.status === 'held') return holdForIssues(known, record.issues);

	const causes = implausibilities({
		record,
		limits: input.limits,
		previousWage: previousLine(input.previous, match.email)?.gross_hourly_wage ?? null,
		latest,
	});
	const isReviewed = input.reviewed.has(reviewKey(record));
	if (causes.length > 0 && !isReviewed) return holdRow(known, causes);
	return fileRow(
		{
			...known,
			email: match.email,
			evidence: { ...evidence, columns: filledColumns(record) },
			notices:
				causes.length === 0 ? record.notices : [itemIssue('FLEX_REVIEWED'), ...record.notices],
		},
		{ code: 'FLEX_READY', params: { period: periodText(record.period) } },
		{ flex: valuesOf(record, input.nonce) },
	);
}
