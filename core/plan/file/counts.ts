import { countBy } from '../../model/collect';
import type { FileSummary } from '../../model/summary';
import type { Draft } from '../planHash';
import type { FileProposal } from './proposal';

/** How many people are left out, and how many rows carry which remark: numbers instead of lists. */

export function leftOutCounts(proposals: readonly FileProposal[]): FileSummary['left_out'] {
	const counts = countBy(proposals, ({ leftOut }) => leftOut);
	return [...counts].sort().map(([code, people]) => ({ code, people }));
}

/** Remarks of the lines of the file; a held person's are on the row itself. */
export function countRemarks(rows: readonly Draft[]): FileSummary['remarks'] {
	const remarks = new Map<string, FileSummary['remarks'][number]>();
	for (const row of rows) {
		if (row.action !== 'update') continue;
		for (const { code, params } of row.notices) {
			const key = `${code}|${JSON.stringify(params)}`;
			const known = remarks.get(key);
			if (known === undefined) remarks.set(key, { code, params, people: 1 });
			else known.people++;
		}
	}
	return [...remarks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, remark]) => remark);
}
