import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { endWith } from '../../../core/runLog/desk/cut';
import { executionOf } from '../../../core/runLog/runPlans';

/**
 * Runs that the log has no end of, and n8n has: it was killed in the middle of them, and wrote that down when
 * it started again. Asked of n8n itself, one execution per workflow at most. Of an execution that n8n marks as
 * crashed without a word about why (queue mode) this tells nothing, as of one that still runs; time does. An
 * error of one of its steps was told within that time, where the desk was there to hear of it.
 */

const MINUTE_MS = 60_000;
/** A run that began less long ago is not asked about: it most likely reads. */
const YOUNG_MS = 10 * MINUTE_MS;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isOpen = ({ state, started_at: at }: IDataObject, now: number): boolean =>
	(state === 'started' || state === 'applying') && now - Date.parse(text(at)) > YOUNG_MS;

/**
 * @param rows of one workflow, in any order
 * @param now the present instant, ISO 8601 UTC
 * @returns execution ids
 */
export async function runsThatAreOver(
	context: Pick<IExecuteFunctions, 'getExecutionDataById'>,
	rows: readonly IDataObject[],
	now: string,
): Promise<string[]> {
	const [newest] = [...rows].sort((one, other) =>
		text(other['started_at']).localeCompare(text(one['started_at'])),
	);
	if (newest === undefined || !isOpen(newest, Date.parse(now))) return [];
	const id = executionOf(text(newest['run']));
	try {
		const data = await context.getExecutionDataById(id);
		const error = data?.resultData.error;
		return error !== undefined && endWith(error) !== 'cancelled' ? [id] : [];
	} catch {
		// Not known; the time that has passed decides.
		return [];
	}
}
