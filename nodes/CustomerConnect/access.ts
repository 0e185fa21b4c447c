import type { AccessSeen } from '../../core/connect/access';
import { ACCESS_TICK } from '../../core/connect/page/access';
import { isEmpty, readYesNo } from '../../core/normalize/mapping';
import type { FormFields } from '../../core/model/formFields';

/**
 * The access field of the people who were looked at, counted. `values`: one for each person in service,
 * undefined where the person has no such field (empty as well).
 */
export function countAccess(
	field: string | null,
	values: Iterable<unknown>,
	people: number | null,
): AccessSeen {
	const seen: AccessSeen = { field, yes: 0, no: 0, empty: 0, other: 0, looked: 0, people };
	for (const value of values) {
		seen.looked += 1;
		const said = isEmpty(value) ? 'empty' : readYesNo(value);
		if (said === 'empty') seen.empty += 1;
		else if (said === null) seen.other += 1;
		else if (said) seen.yes += 1;
		else seen.no += 1;
	}
	return seen;
}

/** What the customer ticked on the page with the question. */
export const ticksAccess = (body: FormFields): boolean => body.has(ACCESS_TICK);
