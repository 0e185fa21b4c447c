import type { LeaveBalance } from './record';

/** Which leave is statutory: a table of the node, by code or by part of the name. */

/** What the law grants, what the employer adds, what is of no use to Alleo, or not told by the table. */
export type LeaveKind = 'statutory' | 'nonStatutory' | 'neither' | 'unknown';

/**
 * A line of the node's table: a leave group by its code or (part of) its description. In quotes the text is
 * the whole code or description: "Vakantie" says nothing about Vakantie bovenwettelijk.
 */
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

/** A text as a line that means exactly this group. */
export const exactly = (text: string): string => `"${text}"`;

const QUOTED = /^"(.+)"$/;

/** The kind of a leave group by the table: its code or name exactly, else the longest text in its name. */
export function leaveKind(
	group: { code: string | null; description: string | null },
	rules: readonly LeaveRule[],
): LeaveKind {
	const code = (group.code ?? '').trim().toLowerCase();
	const name = (group.description ?? '').trim().toLowerCase();
	const lower = rules
		.map(({ match, kind }) => ({ match: match.trim().toLowerCase(), kind }))
		.filter(({ match }) => match !== '')
		.map(({ match, kind }) => ({ whole: QUOTED.exec(match)?.[1]?.trim() ?? null, match, kind }));
	const exact = lower.find(({ match, whole }) =>
		[match, whole].some((text) => text !== null && (text === code || text === name)),
	);
	if (exact !== undefined) return exact.kind;
	const inName = lower
		.filter(({ match, whole }) => whole === null && name.includes(match))
		.sort((one, other) => other.match.length - one.match.length);
	return inName[0]?.kind ?? 'unknown';
}

/**
 * A balance as a payroll record has it, in a list; a group that the table says nothing about is `other`, and
 * one that it says to be neither is none.
 */
export function leaveBalancesOf(
	group: { code: string | null; description: string | null },
	balance: number | null,
	{ leaveRules, leaveUnit }: { leaveRules: readonly LeaveRule[]; leaveUnit: LeaveBalance['unit'] },
): LeaveBalance[] {
	const kind = leaveKind(group, leaveRules);
	if (kind === 'neither') return [];
	const type = kind === 'unknown' ? 'other' : kind;
	return [{ group: group.description ?? group.code, type, balance, unit: leaveUnit }];
}

/** Leave of no kind that the table knows. */
export const unknownLeave = (leave: readonly LeaveBalance[]): number =>
	leave.filter(({ type }) => type === 'other').length;
