import { resolveCarried } from '../../issues';
import type { FileSummary, GuardResult } from '../../model/summary';
import { guard } from '../guard';
import type { FilePlanInput } from './input';

/** Guards about where the file goes: whether it can, and whether the file of last time is still there. */

/** What was found of the file of last time, for who reads: one that is gone makes no first file. */
export const previousFound = (
	{ sentBefore }: Pick<FilePlanInput, 'sentBefore'>,
	last: 'none' | 'failed' | 'read',
): Pick<FileSummary, 'previous'> => ({ previous: sentBefore && last === 'none' ? 'gone' : last });

/** @param last what was found of the file of last time */
export function folderGuards(
	{ folder, sentBefore }: Pick<FilePlanInput, 'folder' | 'sentBefore'>,
	last: 'none' | 'failed' | 'read',
): GuardResult[] {
	if (folder !== null) {
		const { message: cause } = resolveCarried({ code: folder });
		// The page says the cause in the language of its reader, so its code goes along, not its text.
		return [{ ...guard('FILE_FOLDER_UNUSABLE', 0, 1, { cause }), params: { cause: folder } }];
	}
	return sentBefore && last === 'none' ? [guard('FILE_PREVIOUS_GONE', 0, 1)] : [];
}
