import type { CompanyPartition } from './companies';
import { companyLabel } from './companies';
import { readListing } from './listing';
import type { CodedValue } from './person';
import { done, type Read } from './result';
import type { RestClient } from './restClient';
import { LeaveGroupRow } from './schemas';

/** What the law grants, what the employer adds, or not told by the table. */
export type LeaveKind = 'statutory' | 'nonStatutory' | 'unknown';

/** A line of the node's table: a leave group by its code or (part of) its description. */
export interface LeaveRule {
	match: string;
	kind: Exclude<LeaveKind, 'unknown'>;
}

/** Dutch leave groups as companies usually name them; the longest match wins. */
export const DEFAULT_LEAVE_RULES: readonly LeaveRule[] = [
	{ match: 'bovenwettelijk', kind: 'nonStatutory' },
	{ match: 'wettelijk', kind: 'statutory' },
	{ match: 'adv', kind: 'nonStatutory' },
	{ match: 'atv', kind: 'nonStatutory' },
];

/** The kind of a leave group by the table: its code exactly, else the longest text in its name. */
export function leaveKind(group: CodedValue, rules: readonly LeaveRule[]): LeaveKind {
	const code = (group.code ?? '').toLowerCase();
	const name = (group.description ?? '').toLowerCase();
	const lower = rules
		.map(({ match, kind }) => ({ match: match.trim().toLowerCase(), kind }))
		.filter(({ match }) => match !== '');
	const exact = lower.find(({ match }) => match === code || match === name);
	if (exact !== undefined) return exact.kind;
	const inName = lower
		.filter(({ match }) => name.includes(match))
		.sort((one, other) => other.match.length - one.match.length);
	return inName[0]?.kind ?? 'unknown';
}

/** The leave groups of a company by id, and the pages that it took. */
export async function readLeaveGroups(
	client: RestClient,
	company: CompanyPartition,
): Promise<Read<{ groups: Map<string, CodedValue>; pages: number }>> {
	const query = { company: company.id, label: companyLabel(company) };
	const read = await readListing(client, 'leaveGroups', query);
	if (!read.ok) return read;
	const groups = new Map<string, CodedValue>();
	for (const row of read.value.rows) {
		const parsed = LeaveGroupRow.safeParse(row);
		if (parsed.success && parsed.data.leaveGroupId !== null) {
			const { leaveGroupId, group, description } = parsed.data;
			groups.set(leaveGroupId, { code: group, description });
		}
	}
	return done({ groups, pages: read.value.pages });
}
