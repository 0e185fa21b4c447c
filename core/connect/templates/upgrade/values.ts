/** Values of a workflow's JSON: the same or not, and put together from three versions of them. */

type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What n8n's editor keeps beside a choice for its own panel: it changes nothing that a run does. */
const PANEL_ONLY: ReadonlySet<string> = new Set(['cachedResultName', 'cachedResultUrl']);

const keysOf = (row: Row): string[] =>
	Object.keys(row).filter((key) => row[key] !== undefined && !PANEL_ONLY.has(key));

/** Whether two values mean the same to a run. */
export function same(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (Array.isArray(one) && Array.isArray(other)) {
		return one.length === other.length && one.every((value, at) => same(value, other[at]));
	}
	if (!isRow(one) || !isRow(other)) return false;
	const keys = keysOf(one);
	return keys.length === keysOf(other).length && keys.every((key) => same(one[key], other[key]));
}

/** What was found while three versions were put together, by the place of the value: `fields.value.email`. */
export interface MergeLog {
	/** A person had changed it, and it stays as the person has it. */
	kept: string[];
	/** The same, where the new template says something else as well. */
	over: string[];
}

/** By which key the entries of these lists are told apart; null where they can't be. */
function entryKey(lists: ReadonlyArray<readonly unknown[]>): 'name' | 'id' | null {
	const keys = ['name', 'id'] as const;
	const found = keys.find((key) =>
		lists.every((list) => {
			const names = list.map((entry) => (isRow(entry) ? entry[key] : undefined));
			return (
				names.every((name) => typeof name === 'string' && name !== '') &&
				new Set(names).size === names.length
			);
		}),
	);
	return found ?? null;
}

const byKey = (list: readonly unknown[], key: string): Map<string, unknown> =>
	new Map(list.map((entry) => [isRow(entry) ? String(entry[key]) : '', entry]));

const place = (at: string, key: string): string => (at === '' ? key : `${at}.${key}`);

function mergeEntries(
	[base, theirs, next]: readonly [unknown, unknown, unknown],
	at: string,
	log: MergeLog,
): unknown {
	const lists = [base ?? [], theirs, next].map((list) => (Array.isArray(list) ? list : []));
	const key = entryKey(lists);
	if (key === null) return undefined;
	const [was = new Map(), is = new Map(), will = new Map()] = lists.map((list) => byKey(list, key));
	const names = new Set([...will.keys(), ...is.keys()]);
	return [...names].flatMap((name) => {
		const merged = merge3(was.get(name), is.get(name), will.get(name), place(at, name), log);
		return merged === undefined ? [] : [merged];
	});
}

/**
 * Base is what both came from, theirs what is stored, next what is shipped; undefined where there is none.
 * What a person changed stays; what nobody touched becomes the next.
 */
export function merge3(
	base: unknown,
	theirs: unknown,
	next: unknown,
	at: string,
	log: MergeLog,
): unknown {
	if (same(theirs, base)) return next;
	if (same(theirs, next)) return theirs;
	if (isRow(theirs) && isRow(next) && (isRow(base) || base === undefined)) {
		const keys = new Set([...Object.keys(next), ...Object.keys(theirs)]);
		const merged = [...keys].map((key) => {
			const value = merge3(base?.[key], theirs[key], next[key], place(at, key), log);
			return [key, value] as const;
		});
		return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
	}
	if (Array.isArray(theirs) && Array.isArray(next)) {
		const merged = mergeEntries([base, theirs, next], at, log);
		if (merged !== undefined) return merged;
	}
	(same(next, base) ? log.kept : log.over).push(at);
	return theirs;
}
