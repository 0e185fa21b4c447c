import { resolveIssue } from '../../issues';
import type { IssueCode } from '../../issues';
import { compareText } from '../../model/collect';
import type { AlleoEmployee } from '../../model/employee';
import { Counts } from '../../model/summary';
import type { PlanNotice } from '../../model/summary';
import { displayName } from '../../model/employee';
import type { Past } from '../past';
import { groupKey } from '../accounts';
import type { Proposal } from './proposal';

/** The numbers of a plan of people. */
export function countPeople(
	proposals: readonly Proposal[],
	absent: number,
	absentDeactivated: number,
): Counts {
	const counts = Counts.parse({});
	for (const proposal of proposals) {
		counts[proposal.count]++;
		if (proposal.person.status === 'held') counts.held++;
	}
	counts.source = proposals.length;
	counts.absent = absent;
	counts.absent_deactivate = absentDeactivated;
	return counts;
}

function notice(
	code: IssueCode,
	params: Record<string, string | number>,
	who: { external_id: string | null; name: string | null },
	date: string | null,
): PlanNotice {
	const { message, action } = resolveIssue(code, params);
	return { ...who, code, message, action, params, date };
}

/** A group that Alleo does not have is one sentence, with everybody who is in it. */
function lackingGroups(proposals: readonly Proposal[]): PlanNotice[] {
	const groups = new Map<string, { group: string; people: string[] }>();
	for (const { person, lacking } of proposals) {
		if (lacking === undefined) continue;
		const key = groupKey(lacking);
		const known = groups.get(key) ?? { group: lacking, people: [] };
		groups.set(key, known);
		known.people.push(displayName(person) ?? person.external_id ?? '?');
	}
	return [...groups.values()].map(({ group, people }) => ({
		...notice('GROUP_NOT_IN_ALLEO', { group, count: people.length }, NOBODY, null),
		people: people.sort(compareText),
	}));
}

const NOBODY = { external_id: null, name: null };

/** Remarks of people without a row; those of people with one travel on the row. */
export function collectNotices(
	proposals: readonly Proposal[],
	reported: readonly AlleoEmployee[],
	groupsNotRead: ReadonlySet<number>,
	log: Past['log'],
): PlanNotice[] {
	const notices = [...groupsNotRead].map((company) =>
		notice('GROUPS_UNREADABLE', { company }, NOBODY, null),
	);
	if (log === 'unreadable') notices.push(notice('RUN_LOG_UNREADABLE', {}, NOBODY, null));
	for (const { person, remarks, rows } of proposals) {
		if (remarks.length === 0 && (rows.length > 0 || person.notices.length === 0)) continue;
		const who = { external_id: person.external_id, name: displayName(person) };
		for (const { code, params, date } of remarks) notices.push(notice(code, params, who, date));
		if (rows.length > 0) continue;
		for (const { code, message, action, params } of person.notices) {
			notices.push({ ...who, code, message, action, params, date: null });
		}
	}
	for (const account of reported) {
		const who = { external_id: account.external_id, name: displayName(account) };
		notices.push(notice('ABSENT_REPORTED', {}, who, null));
	}
	notices.push(...lackingGroups(proposals));
	return notices
		.map((entry) => ({ entry, key: orderKey(entry) }))
		.sort((a, b) => compareText(a.key, b.key))
		.map(({ entry }) => entry);
}

function orderKey({ code, date, external_id: id, name, message }: PlanNotice): string {
	return `${code}|${date ?? ''}|${id ?? ''}|${name ?? ''}|${message}`;
}
