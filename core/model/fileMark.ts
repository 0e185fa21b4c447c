import { z } from 'zod';
import type { Coverage } from './employee';

/**
 * What a file was, so that the next run can tell an old one, a short one and one with another header. A
 * source of files says it with one check, `{ code: 'FILE_READ', ok: true, detail: <JSON> }`; the plan's
 * summary carries it, and the run log keeps it of runs that went well. No value of a person.
 */
export const FILE_READ = 'FILE_READ';

/** Whoever is not in a list that nobody counted may have been cut off: their absence says nothing. */
export const FILE_NOT_COUNTED = 'FILE_NOT_COUNTED';

export const FileMark = z.object({
	/** Of the content: 16 hexadecimal digits of its SHA-256. */
	hash: z.string().regex(/^[0-9a-f]{16}$/),
	/** When the file was last changed, ISO 8601 UTC; null where nobody says so. */
	changed_at: z.string().nullable(),
	people: z.number().int().nonnegative(),
	/** Names of the columns that were read, in the order of the file. */
	columns: z.array(z.string().max(200)).max(200),
});
export type FileMark = z.infer<typeof FileMark>;

type Checked = Pick<Coverage, 'checks'>;

export const fileMarkDetail = (mark: FileMark): string => JSON.stringify(mark);

function parse(detail: string): FileMark | null {
	try {
		return FileMark.parse(JSON.parse(detail));
	} catch {
		return null;
	}
}

/** Undefined where the partition is no file, or what it says of it cannot be read. */
export function fileMarkOf({ checks }: Checked): FileMark | undefined {
	const check = checks.find(({ code, ok }) => code === FILE_READ && ok);
	return check?.detail == null ? undefined : (parse(check.detail) ?? undefined);
}

export const isCounted = ({ checks }: Checked): boolean =>
	!checks.some(({ code }) => code === FILE_NOT_COUNTED);
