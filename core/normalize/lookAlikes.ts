import { meantField } from './alleoFields';
import { customFields } from './customFields';
import { simplify } from './fieldNames';
import { FIELD_IDS, isEmpty, pathsOf } from './mapping';
import type { AccessReader } from './access';
import type { Findings } from './findings';
import type { Compiled, Mapping, SourceRecord } from './mapping';

/** Names that a mapped value reads, simplified; all of an expression, which only n8n can take apart. */
function addNames(names: Set<string>, texts: string[], compiled: Compiled): void {
	if (compiled.kind === 'expression') texts.push(simplify(compiled.expression));
	for (const path of pathsOf(compiled)) for (const { key } of path) names.add(simplify(key));
}

/**
 * Fields with a value that look like one for Alleo and that nothing reads: neither a rule, nor the
 * mapping. Each name is looked at once a run.
 */
export class LookAlikes {
	readonly #names = new Set<string>();

	readonly #texts: string[] = [];

	readonly #meant = new Map<string, string | null>();

	/** @param answered names that somebody decided about, simplified: nobody is told of them again */
	constructor(
		mapping: Mapping,
		access: AccessReader | null,
		private readonly answered: ReadonlySet<string> = new Set(),
	) {
		const fields = [
			...FIELD_IDS.map((id) => mapping.fields[id]),
			...mapping.budgets.map(({ field }) => field),
		];
		for (const field of fields) {
			if (field !== null) addNames(this.#names, this.#texts, field.compiled);
		}
		if (access === null) return;
		this.#names.add(simplify(access.field));
		addNames(this.#names, this.#texts, access.compiled);
	}

	#meantBy(name: string): string | null {
		const known = this.#meant.get(name);
		if (known !== undefined) return known;
		const simple = simplify(name);
		const isRead = this.#names.has(simple) || this.#texts.some((text) => text.includes(simple));
		const meant = isRead ? null : meantField(name);
		this.#meant.set(name, meant);
		return meant;
	}

	/** The first such field of the record, filled or not, that `wanted` is about; null: none. */
	find(record: SourceRecord, wanted: (name: string) => boolean): string | null {
		for (const name in customFields(record)) {
			if (this.#meantBy(name) !== null && wanted(name)) return name;
		}
		return null;
	}

	/** A notice for each such field of one person, and the question what it is. */
	note(record: SourceRecord, findings: Findings): void {
		const fields = customFields(record);
		for (const name in fields) {
			const meant = this.#meantBy(name);
			if (meant === null || isEmpty(fields[name])) continue;
			findings.ask({ kind: 'column', value: name, meant });
			if (this.answered.has(simplify(name))) continue;
			findings.note('FIELD_NAME_ALMOST', null, { name, meant });
		}
	}
}
