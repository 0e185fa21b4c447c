import type { Employee } from '../../model/employee';
import { DECIDING_FIELDS } from '../options';
import type { DecidingField, DiffOptions, FieldUse } from '../options';

/**
 * Fields that decide about people and that not every customer has. That nobody has one is the ordinary
 * case, and what a column that dropped out of the connector looks like too; only what was in use in the
 * last good run tells the two apart.
 */

/** External ids that are remembered of one field in one partition. */
const REMEMBERED_IDS = 20;

const HAS: Record<DecidingField, (person: Employee) => boolean> = {
	alleo_filter: ({ alleo_filter: filter }) => filter !== null,
	alleo_access: ({ access }) => access === 'yes' || access === 'no',
};

/** Selective sync was switched off: the field decides nothing any more, there or not. */
const isSwitchedOff = (people: readonly Employee[], field: DecidingField): boolean =>
	field === 'alleo_access' && people.some(({ access }) => access === 'ignored');

/** Which fields decide about somebody who did not leave, partition by partition; what a good run remembers. */
export function fieldsInUse(people: readonly Employee[]): FieldUse[] {
	const uses: FieldUse[] = [];
	for (const field of DECIDING_FIELDS) {
		const ids = new Map<string | null, string[]>();
		for (const person of people) {
			if (person.status === 'ended' || person.external_id === null || !HAS[field](person)) continue;
			const { partition } = person.source;
			const list = ids.get(partition);
			if (list === undefined) ids.set(partition, [person.external_id]);
			else list.push(person.external_id);
		}
		for (const [partition, all] of ids) {
			uses.push({ field, partition, people: all.length, ids: all.sort().slice(0, REMEMBERED_IDS) });
		}
	}
	return uses;
}

/**
 * The fields that were in use and that nobody has now, by the partition of the people concerned: of a
 * partition that had it, or of all where nobody in the whole source has it. Where everybody who had a
 * value has left, nothing vanished.
 */
export function vanishedFields(
	people: readonly Employee[],
	options: Pick<DiffOptions, 'fieldsInUse' | 'retiredFields'>,
): ReadonlyMap<string | null, readonly DecidingField[]> {
	const vanished = new Map<string | null, DecidingField[]>();
	if (options.fieldsInUse.length === 0) return vanished;
	const retired = new Set(options.retiredFields.map((name) => name.trim().toLowerCase()));
	const staying = new Set(
		people.flatMap(({ status, external_id: id }) =>
			status === 'ended' || id === null ? [] : [id],
		),
	);
	const partitions = new Set(people.map(({ source }) => source.partition));
	for (const field of DECIDING_FIELDS) {
		if (retired.has(field) || isSwitchedOff(people, field)) continue;
		const having = new Set(people.filter(HAS[field]).map(({ source }) => source.partition));
		const missed = options.fieldsInUse.filter(
			(use) =>
				use.field === field &&
				!having.has(use.partition) &&
				(use.people > use.ids.length || use.ids.some((id) => staying.has(id))),
		);
		const concerned =
			having.size === 0 && missed.length > 0
				? partitions
				: new Set(missed.map(({ partition }) => partition).filter((one) => partitions.has(one)));
		for (const partition of concerned) {
			const list = vanished.get(partition);
			if (list === undefined) vanished.set(partition, [field]);
			else list.push(field);
		}
	}
	return vanished;
}
