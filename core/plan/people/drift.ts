import { WRITABLE_FIELDS } from '../../model/employee';
import { emailKey } from '../../identity/keys';
import type { WritableField } from '../../model/employee';
import { alleoValue } from '../changes';
import type { Proposal } from './proposal';
import { allowed } from '../options';
import type { GuardLimit } from '../options';

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

/** People fill the others in themselves in Alleo; the source being empty says nothing. */
const FROM_SOURCE = WRITABLE_FIELDS.filter(
	(field) => field !== 'private_email' && field !== 'language',
);

/** Fields that differ between people by nature; the group or the language may well be one value. */
const PERSONAL: readonly WritableField[] = [
	'birthday',
	'work_anniversary',
	'first_name',
	'last_name',
];

/** What is counted of the people of one part, or of everybody. */
export interface DriftTally {
	/** In service, with an active account. */
	matched: number;
	/** Whatever the source says, with an active account. */
	known: number;
	emptied: Map<string, number>;
	/** Of each personal field, how many people change to each value. */
	changedTo: Map<string, Map<unknown, number>>;
	/** Most people of a personal field who change to one and the same value. */
	collapsed: Map<string, number>;
	movedDomain: number;
	unreadable: Map<string, number>;
}

export const newDriftTally = (): DriftTally => ({
	matched: 0,
	known: 0,
	emptied: new Map(),
	changedTo: new Map(),
	collapsed: new Map(),
	movedDomain: 0,
	unreadable: new Map(),
});

function addOne<K>(counts: Map<K, number>, key: K): number {
	const count = (counts.get(key) ?? 0) + 1;
	counts.set(key, count);
	return count;
}

function addChange(tally: DriftTally, field: string, to: unknown): void {
	const values = tally.changedTo.get(field) ?? new Map<unknown, number>();
	tally.changedTo.set(field, values);
	const same = addOne(values, to);
	if (same > (tally.collapsed.get(field) ?? 0)) tally.collapsed.set(field, same);
}

/** Counts one person in everything that they belong to. */
export function addDrift(
	all: ReadonlyArray<{ drift: DriftTally }>,
	{ person, account, count, rows }: Proposal,
): void {
	if (count === 'update') {
		for (const { field, to } of rows[0]?.changes ?? []) {
			if (!PERSONAL.some((one) => one === field)) continue;
			for (const { drift } of all) addChange(drift, field, to);
		}
	}
	if (account?.is_active !== true) return;
	for (const { drift } of all) drift.known++;
	if (person.status === 'held') {
		const field = person.issues[0]?.field ?? 'record';
		for (const { drift } of all) addOne(drift.unreadable, field);
	}
	if (person.status !== 'active') return;
	for (const { drift } of all) drift.matched++;
	for (const field of FROM_SOURCE) {
		if (!isEmpty(person[field]) || isEmpty(alleoValue(account, field))) continue;
		if (person.unmapped.includes(field)) continue;
		for (const { drift } of all) addOne(drift.emptied, field);
	}
	const { email } = account;
	if (email === null || person.email === null || email === person.email) return;
	if (domain(email) === domain(person.email)) return;
	for (const { drift } of all) drift.movedDomain++;
}

/** The field that is furthest over its limit, or nearest to it. */
export function worstDrift(tally: DriftTally, share: GuardLimit): Drift {
	const { matched, known } = tally;
	let worst: Drift = {
		field: '-',
		kind: 'none',
		actual: 0,
		limit: allowed(share, Math.max(matched, 1)),
	};
	const consider = (field: string, kind: Drift['kind'], actual: number, base: number): void => {
		const limit = allowed(share, base);
		const isWorse = actual / Math.max(limit, 1) > worst.actual / Math.max(worst.limit, 1);
		if (isWorse) worst = { field, kind, actual, limit };
	};
	for (const field of FROM_SOURCE) {
		consider(field, 'empty in the source', tally.emptied.get(field) ?? 0, matched);
	}
	for (const field of PERSONAL) {
		consider(field, 'the same value for everybody', tally.collapsed.get(field) ?? 0, matched);
	}
	consider('email', 'another mail domain', tally.movedDomain, matched);
	for (const [field, count] of tally.unreadable) consider(field, 'not readable', count, known);
	return worst;
}
