/**
 * Paths into a source record, such as `company.name`: what a person drags from n8n's input panel.
 * Reading is native, by own properties only, and agrees with n8n's evaluator (tested side by side).
 */

/** One step; `optional` is written `?.` and ends the path without making the expression fail. */
export interface PathStep {
	key: string;
	optional: boolean;
}
export type Path = readonly PathStep[];

export type SourceRecord = Readonly<Record<string, unknown>>;

/**
 * What n8n's evaluator does where JavaScript would throw: `$json.a.b` without `a` gives up on the
 * whole expression. A plain path then carries nothing; in `$json.a.b ?? $json.c` the rest is not read.
 */
export const GAVE_UP: unique symbol = Symbol('gave up');

/** Names that every object has: only an own property of the record counts. */
const INHERITED: ReadonlySet<string> = new Set(
	[Object.prototype, Array.prototype, String.prototype, Number.prototype].flatMap((prototype) =>
		Object.getOwnPropertyNames(prototype),
	),
);

const step = (container: NonNullable<unknown>, key: string): unknown => {
	if (INHERITED.has(key) && !Object.hasOwn(Object(container), key)) return undefined;
	return (container as SourceRecord)[key];
};

/** The value at the path; undefined where the record does not carry it, GAVE_UP as above. */
export function readPath(record: SourceRecord, path: Path): unknown {
	let value: unknown = record;
	for (const { key, optional } of path) {
		if (value === null || value === undefined) return optional ? undefined : GAVE_UP;
		value = step(value, key);
	}
	return value;
}

/** A function that reads one path; the two shapes that nearly all mappings have get their own. */
export function pathReader(path: Path): (record: SourceRecord) => unknown {
	const [first, second, third] = path;
	if (first === undefined) return (record) => record;
	if (second === undefined) return (record) => step(record, first.key);
	if (third === undefined) {
		return (record) => {
			const container = step(record, first.key);
			if (container === null || container === undefined) return undefined;
			return step(container, second.key);
		};
	}
	return (record) => {
		const value = readPath(record, path);
		return value === GAVE_UP ? undefined : value;
	};
}

/** A path as a person reads it: `company.name`, `extraFields["Alleo access"]`, `histories.departments[0]`. */
export const showPath = (path: Path): string =>
	path
		.map(({ key }, index) => {
			if (/^\d+$/.test(key)) return `[${key}]`;
			if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)) return `[${JSON.stringify(key)}]`;
			return index === 0 ? key : `.${key}`;
		})
		.join('');
