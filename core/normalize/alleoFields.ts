import { simplify } from './fieldNames';
import { ACCESS_FIELD, BUDGET_PATTERN, PUBLISHED_BUDGETS } from './mapping/fields';

/**
 * The fields that customers make for Alleo, by name: which one a name is, and which one it was probably
 * meant to be. One place for both HR systems; where such a field stands and what it says is elsewhere.
 */

const ROUTING = 'alleo_filter';

/** The name of a budget field as Alleo has it; null for what is none. `yourcampus_` is the older name. */
export function budgetField(name: string): string | null {
	const present = name
		.trim()
		.toLowerCase()
		.replace(/^yourcampus_/, 'alleo_');
	return BUDGET_PATTERN.test(present) ? present : null;
}

/**
 * The field that a rule reads under this name, in its present spelling: `Alleo Access` and
 * `yourcampus_access` are `alleo_access`. A budget has no other spelling than its own, in any case.
 */
export function alleoField(name: string): string | null {
	const simple = simplify(name.trim()).replace(/^yourcampus/, 'alleo');
	if (simple === simplify(ACCESS_FIELD)) return ACCESS_FIELD;
	if (simple === simplify(ROUTING)) return ROUTING;
	return budgetField(name);
}

/** Letters and digits alone; accents are no difference. */
const folded = (name: string): string =>
	name
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '')
		.replace(/yourcampus/, 'alleo');

const WITHOUT_BRAND = PUBLISHED_BUDGETS.map((name) => [folded(name).slice('alleo'.length), name]);

const WANTED: ReadonlyArray<readonly [string, string]> = [
	ACCESS_FIELD,
	ROUTING,
	...PUBLISHED_BUDGETS,
].map((name) => [folded(name), name]);

/** Names of fields are short; a longer one is no slip of the pen. */
const LONGEST = 60;

/** How many letters differ, where two that changed places count as one (optimal string alignment). */
function slips(a: string, b: string): number {
	let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let least = Math.min(
				(last[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + 1,
				(last[j - 1] ?? 0) + (same ? 0 : 1),
			);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
			row.push(least);
		}
		[before, last] = [last, row];
	}
	return last[b.length] ?? 0;
}

/** One slip in every six letters, two at least: `alleo acces`, `aleo_fliter`, `alleo_monthly_budget`. */
const mayDiffer = (wanted: string): number => Math.max(2, Math.floor(wanted.length / 6));

/** What a name of ours is about, where no spelling is near: `alleo_budget`, `Alleo toegang`. */
function bySubject(name: string): string | null {
	if (!name.includes('alleo')) return null;
	if (name.includes('budget')) {
		const once = /oneoff|eenmalig|once/.test(name) ? 'oneoff' : 'monthly';
		const health = /health|gezond|vitali/.test(name) ? 'health' : 'all';
		return `alleo_${once}_${health}_budget`;
	}
	if (/acc?ess|toegang/.test(name)) return ACCESS_FIELD;
	return name.includes('filter') ? ROUTING : null;
}

/**
 * The field that was probably meant by a name that no rule reads; null where it is one that is read, or
 * looks like none of ours.
 */
export function meantField(name: string): string | null {
	if (name.length > LONGEST || alleoField(name) !== null) return null;
	const spelled = budgetField(name.trim().replace(/[\s.-]+/g, '_'));
	if (spelled !== null) return spelled;
	const given = folded(name);
	const bare = WITHOUT_BRAND.find(([wanted]) => wanted === given)?.[1];
	if (bare !== undefined) return bare;
	let nearest: string | null = null;
	let least = Infinity;
	for (const [wanted, field] of WANTED) {
		if (Math.abs(wanted.length - given.length) > mayDiffer(wanted)) continue;
		const distance = slips(given, wanted);
		if (distance <= mayDiffer(wanted) && distance < least) [nearest, least] = [field, distance];
	}
	return nearest ?? bySubject(given);
}
