import { ACCESS_FIELD } from '../mapping';
import {
	INGREDIENTS,
	SEEN_FIELDS,
	seenAccess,
	seenBudget,
	seenField,
	seenIngredient,
} from './fields';
import { FieldTally } from './tally';
import type { RecordRun } from '../basics';
import type { Employee } from '../../model/employee';
import type { SourceRecord } from '../mapping';

/** One person in one version. */
interface Version {
	person: Employee;
	run: RecordRun;
}

export const STATUS = 'status';

/** Where a field came from in each version; several HR systems in one run each say their own. */
export interface Sources {
	before: Set<string>;
	now: Set<string>;
}

/** Budgets that a person has in either version, or is held for. */
function budgetsOf(was: Employee, is: Employee): ReadonlySet<string> {
	const names = new Set<string>();
	for (const person of [was, is]) {
		for (const name in person.budgets) names.add(name);
		for (const { field } of person.issues)
			if (field?.endsWith('_budget') === true) names.add(field);
	}
	return names;
}

/** The counts of every field, filled person by person. */
export class FieldTallies {
	readonly status = new FieldTally(STATUS);
	readonly fields = new Map<string, FieldTally>();
	readonly sources = new Map<string, Sources>();
	activeBefore = 0;
	activeNow = 0;
	readonly #runs = new Map<RecordRun, Set<RecordRun>>();
	readonly #differing = new Set<string>();

	add(before: Version, now: Version, where: { record: SourceRecord; index: number }): void {
		this.#meet(before.run, now.run);
		const [was, is] = [before.person, now.person];
		if (was.status === 'active') this.activeBefore++;
		if (is.status === 'active') this.activeNow++;
		const count = (id: string, from: ReturnType<typeof seenField>, to: typeof from): void =>
			this.#tally(id).add({ held: from, person: was }, { held: to, person: is });
		this.status.add(
			{ held: { value: was.status }, person: was },
			{ held: { value: is.status }, person: is },
		);
		for (const id of SEEN_FIELDS) count(id, seenField(was, id), seenField(is, id));
		const accessOf = ({ access, ignored }: RecordRun): string =>
			(access ?? ignored)?.field ?? ACCESS_FIELD;
		count(ACCESS_FIELD, seenAccess(was, accessOf(before.run)), seenAccess(is, accessOf(now.run)));
		// Only those that this person has: everybody else's are empty on both sides, and count nowhere.
		for (const name of budgetsOf(was, is)) count(name, seenBudget(was, name), seenBudget(is, name));
		for (const id of INGREDIENTS) {
			if (!this.#differing.has(id)) continue;
			const { record, index } = where;
			count(
				id,
				seenIngredient(record, index, id, before.run),
				seenIngredient(record, index, id, now.run),
			);
		}
	}

	#tally(id: string): FieldTally {
		const known = this.fields.get(id);
		if (known !== undefined) return known;
		const made = new FieldTally(id);
		this.fields.set(id, made);
		return made;
	}

	/** Each pair of runs is looked at once: there are as many as HR systems. */
	#meet(before: RecordRun, now: RecordRun): void {
		const met = this.#runs.get(before) ?? new Set();
		if (met.has(now)) return;
		this.#runs.set(before, met.add(now));
		const note = (id: string, was: string, is: string): void => {
			const sources = this.sources.get(id) ?? { before: new Set(), now: new Set() };
			this.sources.set(id, sources);
			if (was !== '') sources.before.add(was);
			if (is !== '') sources.now.add(is);
		};
		for (const id of [...SEEN_FIELDS, ...INGREDIENTS]) {
			const [was, is] = [before.mapping.fields[id], now.mapping.fields[id]];
			note(id, was?.source ?? '', is?.source ?? '');
		}
		for (const id of INGREDIENTS) {
			const [was, is] = [before.mapping.fields[id], now.mapping.fields[id]];
			if (JSON.stringify(was?.compiled) !== JSON.stringify(is?.compiled)) this.#differing.add(id);
		}
		const accessOf = ({ access, ignored }: RecordRun): string => (access ?? ignored)?.field ?? '';
		note(ACCESS_FIELD, accessOf(before), accessOf(now));
		for (const { name, field } of before.mapping.budgets) note(name, field.source, '');
		for (const { name, field } of now.mapping.budgets) note(name, '', field.source);
	}
}
