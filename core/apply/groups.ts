import type { Fields } from './fields';

export interface AlleoGroup {
	id: number;
	name: string | null;
}

const key = (name: string): string => name.trim().normalize('NFC').toLowerCase();

/** The groups of a company; null where Alleo did not give them, which costs the group and nothing else. */
export type CompanyGroups = readonly AlleoGroup[] | null;

/**
 * The group's id by its name, compared as the Diff compares names. With `problem` the group stays out of
 * the body and the rest of the row is still right: Alleo has no such group, or several, or does not say.
 * `id` undefined = leave the group alone, null = take the person out of its group.
 */
export function resolveGroup(
	fields: Fields,
	groups: CompanyGroups,
): { problem: 'GROUP_UNKNOWN' | 'GROUPS_NOT_READ' | null; id: number | null | undefined } {
	const name = fields.group;
	if (name === undefined) return { problem: null, id: undefined };
	if (name === null) return { problem: null, id: null };
	if (groups === null) return { problem: 'GROUPS_NOT_READ', id: undefined };
	const found = groups.filter((group) => group.name !== null && key(group.name) === key(name));
	const [only] = found;
	return found.length === 1 && only !== undefined
		? { problem: null, id: only.id }
		: { problem: 'GROUP_UNKNOWN', id: undefined };
}
