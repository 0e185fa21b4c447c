import type { Fields } from './fields';

export interface AlleoGroup {
	id: number;
	name: string | null;
}

const key = (name: string): string => name.trim().normalize('NFC').toLowerCase();

/**
 * The group's id by its name, compared as the Diff compares names. `known: false` when Alleo has no
 * such group, or several: then the group stays out of the body and the rest of the row is still right.
 * `id` undefined = leave the group alone, null = take the person out of its group.
 */
export function resolveGroup(
	fields: Fields,
	groups: readonly AlleoGroup[],
): { known: boolean; id: number | null | undefined } {
	const name = fields.group;
	if (name === undefined) return { known: true, id: undefined };
	if (name === null) return { known: true, id: null };
	const found = groups.filter((group) => group.name !== null && key(group.name) === key(name));
	const [only] = found;
	return found.length === 1 && only !== undefined
		? { known: true, id: only.id }
		: { known: false, id: undefined };
}
