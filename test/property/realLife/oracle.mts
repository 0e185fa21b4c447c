import type { AlleoEmployee } from '../../../core/model/employee';
import type { PlanRow } from '../../../core/model/plan';
import type { Truth } from './truth.mts';

/**
 * Judges a state of Alleo by what is really so. It knows no rule of the product: only that nobody's
 * account becomes another person's, that nobody in service with access loses one, that nobody else gets
 * one, and that nobody has two.
 */

const IDENTITY = ['external_id', 'email', 'first_name', 'last_name', 'birthday'] as const;

/** External id to the key of its human, by the records that the source has now. */
export const ownersOfIds = (truth: Truth): ReadonlyMap<string, number> =>
	new Map(truth.jobs.map(({ id, owner }) => [truth.externalId(id), owner]));

const mayKeep = (truth: Truth, key: number): boolean => {
	const human = truth.humans[key];
	return human !== undefined && human.inService && human.wish !== 'no';
};

export const mayGet = (truth: Truth, key: number): boolean => {
	const human = truth.humans[key];
	return human !== undefined && human.inService && human.wish === 'yes';
};

const activeOf = (
	accounts: readonly AlleoEmployee[],
	owners: ReadonlyMap<number, number>,
): Map<number, number> => {
	const count = new Map<number, number>();
	for (const { id, is_active: isActive } of accounts) {
		const key = owners.get(id);
		if (isActive && key !== undefined) count.set(key, (count.get(key) ?? 0) + 1);
	}
	return count;
};

export interface Harm {
	what:
		| 'given to another'
		| 'lost'
		| 'granted'
		| 'two accounts'
		| 'has none in the end'
		| 'still has one in the end';
	who: number;
	account: number;
}

/**
 * What came of people's accounts between two states.
 *
 * @param owners account id to human; new accounts are added by the external id that they were made with
 */
export function harmsOf(
	truth: Truth,
	owners: Map<number, number>,
	before: readonly AlleoEmployee[],
	after: readonly AlleoEmployee[],
): Harm[] {
	const harms: Harm[] = [];
	const ids = ownersOfIds(truth);
	const known = new Map(before.map((account) => [account.id, account]));
	for (const account of after) {
		const { id, external_id: externalId } = account;
		const writer = ids.get(externalId ?? '');
		const was = known.get(id);
		if (was === undefined) {
			owners.set(id, writer ?? -1);
			if (!mayGet(truth, writer ?? -1))
				harms.push({ what: 'granted', who: writer ?? -1, account: id });
			continue;
		}
		const owner = owners.get(id) ?? -1;
		const written = IDENTITY.some((field) => was[field] !== account[field]);
		if (written && writer !== owner)
			harms.push({ what: 'given to another', who: owner, account: id });
		if (!was.is_active && account.is_active && !mayGet(truth, owner))
			harms.push({ what: 'granted', who: owner, account: id });
	}
	const had = activeOf(before, owners);
	const has = activeOf(after, owners);
	for (const [who, count] of had) {
		if (!has.has(who) && mayKeep(truth, who)) harms.push({ what: 'lost', who, account: count });
	}
	for (const [who, count] of has) {
		if (count > Math.max(1, had.get(who) ?? 0))
			harms.push({ what: 'two accounts', who, account: count });
	}
	return harms;
}

/**
 * Who is not as they should be after somebody careful looked twice. Whoever is still held, by record or
 * by account, waits for the source to be repaired and is left out.
 */
export function notInStep(
	truth: Truth,
	owners: ReadonlyMap<number, number>,
	accounts: readonly AlleoEmployee[],
	rows: readonly PlanRow[],
): Harm[] {
	if (truth.incomplete.size > 0) return [];
	const ids = ownersOfIds(truth);
	const waiting = new Set(
		rows.flatMap((row) => [ids.get(row.external_id ?? ''), owners.get(row.alleo_id ?? -1)]),
	);
	const harms: Harm[] = [];
	for (const { key } of truth.humans) {
		const records = truth.jobs.filter(({ owner }) => owner === key);
		if (waiting.has(key) || records.length === 0) continue;
		const linked = accounts.filter(
			({ id, is_active: isActive, external_id: externalId }) =>
				isActive && owners.get(id) === key && ids.get(externalId ?? '') === key,
		);
		if (mayGet(truth, key) && linked.length === 0)
			harms.push({ what: 'has none in the end', who: key, account: 0 });
		if (!mayKeep(truth, key) && linked.length > 0)
			harms.push({ what: 'still has one in the end', who: key, account: linked[0]?.id ?? 0 });
	}
	return harms;
}
