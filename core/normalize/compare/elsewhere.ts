import { Unreadable, compileValue } from '../mapping';
import type { NormalizeInput } from '../runs';

/**
 * Expressions of the published version that cannot be worked out where the draft runs, such as one that
 * reads a node which the draft no longer has. Taken as they are they would hold everybody "before".
 */

/** How many people an expression is tried on; one that works for any of them is taken. */
const TRIED = 25;

function worksHere(raw: unknown, { records, evaluate }: NormalizeInput): boolean {
	const compiled = compileValue(raw);
	if (compiled.kind !== 'expression') return true;
	const most = Math.min(TRIED, records.length);
	for (let index = 0; index < most; index++) {
		if (!(evaluate(compiled.expression, index) instanceof Unreadable)) return true;
	}
	return most === 0;
}

export interface Comparable {
	before: NormalizeInput;
	/** Keys of the mapping, or `accessField`, that were taken from the draft instead. */
	notCompared: string[];
}

/** The published version, with the draft's own in place of what cannot be worked out. */
export function comparable(before: NormalizeInput, now: NormalizeInput): Comparable {
	const notCompared: string[] = [];
	const own = now.mapping.value ?? {};
	const value = Object.fromEntries(
		Object.entries(before.mapping.value ?? {}).flatMap(([id, raw]) => {
			const draft = Object.hasOwn(own, id) ? own[id] : undefined;
			if (raw === draft || worksHere(raw, before)) return [[id, raw]];
			notCompared.push(id);
			return draft === undefined ? [] : [[id, draft]];
		}),
	);
	const mapping = before.mapping.value === null ? before.mapping : { ...before.mapping, value };
	const sameAccess =
		before.accessField === now.accessField || worksHere(before.accessField, before);
	if (!sameAccess) notCompared.push('accessField');
	const accessField = sameAccess ? before.accessField : now.accessField;
	return { before: { ...before, mapping, accessField }, notCompared };
}
