import { z } from 'zod';

/**
 * The routing field (`alleo_filter`, of old `yourcampus_filter`) as it was found at connecting, and whether the
 * customer says that its values are Alleo companies of their own. Values and counts, no person. Which value
 * goes to which company Alleo chooses afterwards: the customer does not know those.
 */

const count = z.number().int().nonnegative();

/** More than these are no companies, and each may be about one person: only their number is told. */
export const MOST_VALUES = 20;

export const LONGEST_VALUE = 60;

export const FilterSeen = z.object({
	/** The field's name as the HR system has it; null where nobody of those looked at has such a field. */
	field: z.string().nullable(),
	/** The commonest first; empty where there are more than are shown. */
	values: z.array(z.object({ value: z.string(), people: count })),
	/** How many different values there are. */
	different: count,
	empty: count,
	/** As with the access field: people who were looked at, and how many there are where that is known. */
	looked: count,
	people: count.nullable(),
});
export type FilterSeen = z.infer<typeof FilterSeen>;

export const SEVERAL_COMPANIES = ['notAsked', 'one', 'several'] as const;
export const SeveralCompanies = z.enum(SEVERAL_COMPANIES);
export type SeveralCompanies = z.infer<typeof SeveralCompanies>;

/** Only a field with a value for anybody is worth a question. */
export const hasFilterValues = (seen: FilterSeen | null): seen is FilterSeen =>
	seen !== null && seen.field !== null && seen.different > 0;

/** The answer to the question; without one nothing is said. */
export const severalOf = (seen: FilterSeen | null, ticked: boolean): SeveralCompanies =>
	hasFilterValues(seen) ? (ticked ? 'several' : 'one') : 'notAsked';
