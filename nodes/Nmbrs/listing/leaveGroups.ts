import type { CompanyPartition } from './companies';
import { companyLabel } from './companies';
import { readListing } from './listing';
import type { CodedValue } from '../api/fields';
import { done, type Result } from '../../../core/model/result';
import type { RestClient } from '../api/restClient';
import { LeaveGroupRow } from '../api/schemas';

/** The leave groups of a company by id, and the pages that it took. */
export async function readLeaveGroups(
	client: RestClient,
	company: CompanyPartition,
): Promise<Result<{ groups: Map<string, CodedValue>; pages: number }>> {
	const query = { company: company.id, label: companyLabel(company) };
	const read = await readListing(client, 'leaveGroups', query);
	if (!read.ok) return read;
	const groups = new Map<string, CodedValue>();
	for (const row of read.value.rows) {
		const read = LeaveGroupRow(row);
		if (read === null || read.leaveGroupId === null) continue;
		groups.set(read.leaveGroupId, { code: read.group, description: read.description });
	}
	return done({ groups, pages: read.value.pages });
}
