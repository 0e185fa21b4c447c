import { z } from 'zod';
import { compareText } from '../model/collect';
import { FileMark } from '../model/fileMark';
import { GOOD_STATES } from './columns';
import { readDetails } from './details';
import { rowsOf } from './past';

/** Which files earlier runs of a workflow took for whole and for the present ones. */

/** One that went well up to some rows that Alleo refused: what was read was right. */
export const isGoodState = (state: unknown): boolean =>
	typeof state === 'string' && (GOOD_STATES.has(state) || state === 'partly');

/** What a person approved or what went out by itself; a plan that was rejected proves nothing. */
export interface EarlierFile extends FileMark {
	/** When the run started, ISO 8601 UTC. */
	read_at: string;
}

const LogRow = z.object({
	run: z.union([z.string(), z.number()]),
	workflow: z.union([z.string(), z.number()]).transform(String),
	state: z.string(),
	started_at: z.string(),
	counts: z.string().nullish(),
});

/**
 * @param history as `readPast` takes it
 * @returns the newest first; null where the run log cannot be read
 */
export function earlierFiles(
	history: unknown,
	workflow: string,
	partition: string,
): EarlierFile[] | null {
	const rows = rowsOf(history);
	if (rows === null) return null;
	return rows
		.flatMap((given) => {
			const row = LogRow.safeParse(given);
			if (!row.success || row.data.workflow !== workflow || !isGoodState(row.data.state)) return [];
			const { counts, started_at: readAt } = row.data;
			const own = readDetails(counts)?.files?.find((one) => one.partition === partition);
			if (own === undefined) return [];
			return [{ ...FileMark.parse(own), read_at: readAt }];
		})
		.sort((a, b) => compareText(b.read_at, a.read_at));
}
