import { daysBetween, isCivilDate } from '../../model/dates';
import { readExclusions } from '../../approval/exclusions';
import { readDetails } from '../details';
import { isGoodState } from '../files';
import type { DeskRows } from './work';

/**
 * The run log as a run takes it along: a plan that waits keeps it, and most columns say nothing to a new
 * plan. `readPast` and `readMemory` make the same of it as of the whole rows; a test holds that.
 */

/** What is no list is no run log: Alleo Diff plans with limits of half the size. */
export const NOT_READ = 'not read';

/** One day more than any window of a limit. */
const WINDOW_DAYS = 31;

const KEPT = [
	'run',
	'workflow',
	'state',
	'decision',
	'decided_at',
	'approver',
	'plan_status',
	'reference_date',
	'started_at',
	'finished_at',
	'createdAt',
	'to_create',
	'to_reactivate',
	'to_deactivate',
	'applied',
	'exclusions',
];

type Raw = Record<string, unknown>;

const isDecided = ({ decision }: Raw): boolean =>
	decision === 'approved' || decision === 'rejected';

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether a limit over days may still count it: what has no readable day counts as today. */
function isRecent(row: Raw, referenceDate: string): boolean {
	const days = [row['reference_date'], row['finished_at'], row['started_at'], row['createdAt']];
	const day = days.map((value) => asText(value).slice(0, 10)).find(isCivilDate);
	return day === undefined || daysBetween(day, referenceDate) <= WINDOW_DAYS;
}

/** The row whose list of held people is the newest up to the day. */
function holdsRow(rows: readonly Raw[], referenceDate: string): Raw | null {
	let newest: { row: Raw; key: string } | null = null;
	for (const row of rows) {
		const date = asText(row['reference_date']);
		if (!isCivilDate(date) || date > referenceDate) continue;
		if (readDetails(asText(row['counts']))?.holds === undefined) continue;
		const key = `${date} ${asText(row['started_at'])}`;
		if (newest === null || key > newest.key) newest = { row, key };
	}
	return newest?.row ?? null;
}

/** Of each Alleo company the newest row of a run that changed people there (`Past.companies`). */
function lastOfCompanies(rows: readonly Raw[]): ReadonlySet<Raw> {
	const last = new Map<number, { row: Raw; at: string }>();
	for (const row of rows) {
		const at = asText(row['finished_at']) || asText(row['started_at']);
		for (const { alleo_company_id: company } of readDetails(asText(row['counts']))?.applied ?? []) {
			if (company === null || at < (last.get(company)?.at ?? '')) continue;
			last.set(company, { row, at });
		}
	}
	return new Set([...last.values()].map(({ row }) => row));
}

/** The newest row that says what the files were, however long ago: the next one is compared with it. */
function lastWithFiles(rows: readonly Raw[]): Raw | null {
	let newest: { row: Raw; at: string } | null = null;
	for (const row of rows) {
		const at = asText(row['started_at']);
		if (newest !== null && at <= newest.at) continue;
		if (!isGoodState(row['state'])) continue;
		if (readDetails(asText(row['counts']))?.files !== undefined) newest = { row, at };
	}
	return newest?.row ?? null;
}

function countsOf(row: Raw, withHolds: boolean): string | undefined {
	const details = readDetails(asText(row['counts']));
	if (details === null) return undefined;
	const { applied, holds, files } = details;
	const kept = {
		...(applied === undefined ? {} : { applied }),
		...(files === undefined ? {} : { files }),
		...(withHolds && holds !== undefined ? { holds } : {}),
	};
	return Object.keys(kept).length === 0 ? undefined : JSON.stringify(kept);
}

const filled = (row: Raw): Raw =>
	Object.fromEntries(
		Object.entries(row).filter(([, value]) => value !== null && value !== undefined),
	);

/**
 * @param workflow n8n's id; rows of another workflow are left out
 * @param referenceDate YYYY-MM-DD, of the new plan
 * @returns null where the log cannot be read, or has rows of which none is one of a run log
 */
export function condense(rows: DeskRows, workflow: string, referenceDate: string): Raw[] | null {
	if (rows === null) return null;
	const readable = rows.filter(
		({ run, workflow: of }) => asKey(run) !== null && asKey(of) !== null,
	);
	if (rows.length > 0 && readable.length === 0) return null;
	const own = readable.filter((row) => asKey(row['workflow']) === workflow);
	const held = holdsRow(own, referenceDate);
	const lasts = lastOfCompanies(own);
	const filed = lastWithFiles(own);
	return own
		.filter(
			(row) =>
				isDecided(row) ||
				row === held ||
				row === filed ||
				lasts.has(row) ||
				isRecent(row, referenceDate) ||
				readExclusions(asText(row['exclusions'])).length > 0,
		)
		.map((row) => {
			const counts = countsOf(row, row === held);
			return filled({
				...Object.fromEntries(KEPT.map((name) => [name, row[name]])),
				...(counts === undefined ? {} : { counts }),
				...(isDecided(row) ? { signatures: row['signatures'] } : {}),
			});
		});
}

const asKey = (value: unknown): string | null =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : null;
