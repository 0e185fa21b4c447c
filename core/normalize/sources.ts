import { ACCESS_FIELD, FIELD_IDS } from './mapping';
import type { RecordRun } from './basics';

/** What feeds each field, by its Alleo name, and how the HR system calls the access field. */
export interface FieldSources {
	/** In words (`department.description`); several HR systems in one run each say their own. */
	words: ReadonlyMap<string, string>;
	/** Names that issues about access carry. */
	accessFields: ReadonlySet<string>;
}

export function sourcesOf(runs: readonly RecordRun[]): FieldSources {
	const said = new Map<string, Set<string>>();
	const accessFields = new Set<string>([ACCESS_FIELD]);
	const note = (id: string, source: string): void => {
		const known = said.get(id) ?? new Set();
		said.set(id, known.add(source));
	};
	for (const { mapping, access, ignored } of runs) {
		for (const id of FIELD_IDS) {
			const field = mapping.fields[id];
			if (field !== null) note(id, field.source);
		}
		for (const { name, field } of mapping.budgets) note(name, field.source);
		const reader = access ?? ignored;
		if (reader === null) continue;
		note(ACCESS_FIELD, reader.field);
		accessFields.add(reader.field);
	}
	return {
		words: new Map([...said].map(([id, sources]) => [id, [...sources].join(' / ')])),
		accessFields,
	};
}
