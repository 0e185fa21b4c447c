import { countBy } from '../../model/collect';
import { WRITABLE_FIELDS } from '../../model/employee';
import { emailKey } from '../../identity/keys';
import type { WritableField } from '../../model/employee';
import { alleoValue } from '../changes';
import type { Proposal } from './proposal';
import { allowed } from '../options';
import type { DiffOptions } from '../options';

/**
 * FIELD_DRIFT: one field that goes wrong for many people at once. Four shapes are looked for: it
 * went empty, everybody has the same value, the mail domain changed, or it made people undecidable.
 */
export interface Drift {
	field: string;
	kind:
		| 'empty in the source'
		| 'the same value for everybody'
		| 'another mail domain'
		| 'not readable'
		| 'none';
	actual: number;
	limit: number;
}

function domain(email: string): string {
	const key = emailKey(email);
	return key.slice(key.lastIndexOf('@') + 1);
}

const isEmpty = (value: string | null): boolean => value === null || value.trim() === '';

/** Fields that differ between people by nature; the group or the language may well be one value. */
const PERSONAL: readonly WritableField[] = [
	'birthday',
	'work_anniversary',
	'first_name',
	'last_name',
];

/** The largest group of people whose value would be changed into one and the same. */
function collapsing(proposals: readonly Proposal[], field: WritableField): number {
	const counts = new Map<unknown, number>();
	let most = 0;
	for (const { count, rows } of proposals) {
		if (count !== 'update') continue;
		const change = rows[0]?.changes.find((entry) => entry.field === field);
		if (change === undefined) continue;
		const same = (counts.get(change.to) ?? 0) + 1;
		counts.set(change.to, same);
		if (same > most) most = same;
	}
	return most;
}

export function worstDrift(proposals: readonly Proposal[], options: DiffOptions): Drift {
	const matched = proposals.filter(
		(proposal) =>
			proposal.account !== null &&
			proposal.account.is_active &&
			proposal.person.status === 'active',
	);
	const known = proposals.filter((proposal) => proposal.account?.is_active === true);
	const drifts: Drift[] = [];
	const consider = (field: string, kind: Drift['kind'], actual: number, base: number): void => {
		drifts.push({ field, kind, actual, limit: allowed(options.limits.FIELD_DRIFT, base) });
	};
	for (const field of WRITABLE_FIELDS) {
		// People fill these in themselves in Alleo; the source being empty says nothing.
		if (field === 'private_email' || field === 'language') continue;
		const emptied = matched.filter(
			({ account, person }) =>
				account !== null &&
				isEmpty(person[field]) &&
				!person.unmapped.includes(field) &&
				!isEmpty(alleoValue(account, field)),
		).length;
		consider(field, 'empty in the source', emptied, matched.length);
	}
	for (const field of PERSONAL) {
		consider(field, 'the same value for everybody', collapsing(proposals, field), matched.length);
	}
	const moved = matched.filter(
		({ account, person }) =>
			account !== null &&
			account.email !== null &&
			person.email !== null &&
			domain(account.email) !== domain(person.email),
	).length;
	consider('email', 'another mail domain', moved, matched.length);
	const unreadable = countBy(known, ({ person }) =>
		person.status === 'held' ? (person.issues[0]?.field ?? 'record') : null,
	);
	for (const [field, count] of unreadable) consider(field, 'not readable', count, known.length);
	const score = (drift: Drift): number => drift.actual / Math.max(drift.limit, 1);
	return drifts.reduce<Drift>((worst, drift) => (score(drift) > score(worst) ? drift : worst), {
		field: '-',
		kind: 'none',
		actual: 0,
		limit: allowed(options.limits.FIELD_DRIFT, Math.max(matched.length, 1)),
	});
}
