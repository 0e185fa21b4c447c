import { z } from 'zod';
import type { SelectiveSync } from '../model/selectiveSync';

/**
 * The access field (`alleo_access`, of old `yourcampus_access`) as it was found at connecting, and what
 * the customer decided about it. Counts only: no value and no person.
 */

const count = z.number().int().nonnegative();

export const AccessSeen = z.object({
	/** The field's name as the HR system has it; null where nobody of those looked at has such a field. */
	field: z.string().nullable(),
	yes: count,
	no: count,
	empty: count,
	/** Something else than yes or no: who has it is held. */
	other: count,
	/**
	 * People who were looked at, and how many there are; fewer were looked at where that takes long.
	 * Null: more than were looked at, but not how many (AFAS does not say).
	 */
	looked: count,
	people: count.nullable(),
});
export type AccessSeen = z.infer<typeof AccessSeen>;

/** Only a field with a value for anybody is worth a question. */
export const hasAccessValues = (seen: AccessSeen | null): seen is AccessSeen =>
	seen !== null && seen.field !== null && seen.yes + seen.no + seen.other > 0;

/** The decision behind the tick; without a question nothing is decided, so `auto` stays. */
export const selectiveSyncOf = (seen: AccessSeen | null, ticked: boolean): SelectiveSync =>
	hasAccessValues(seen) ? (ticked ? 'on' : 'off') : 'auto';
