import { resolveCarried } from '../../issues';
import { normalizeRecord } from '../record';
import { prepareRuns, stop } from '../runs';
import { FieldTallies } from './tallies';
import { comparable } from './elsewhere';
import { itemsOf } from './items';
import type { ComparedItem } from './items';
import type { NormalizeInput, Normalized } from '../runs';
import type { Employee } from '../../model/employee';
import type { SourceRecord } from '../mapping';

export type { ComparedItem } from './items';

/**
 * "Compare with what is published": the mapping of the draft and the published one over the same people,
 * all of them, in one pass. One item per Alleo field and one for the status, people affected most first;
 * before them what could not be compared. No value of a person is in any item.
 *
 * @param notCompared settings of the published version that could not be read here; they are the draft's
 * @returns the problem that stops the draft; `PUBLISHED_MAPPING_STOPS` where the published one would stop
 */
export function compareMappings(
	now: NormalizeInput,
	published: NormalizeInput,
	notCompared: readonly string[] = [],
): Normalized<ComparedItem[]> {
	const compared = comparePeople(now, published, notCompared);
	return compared.ok ? { ok: true, value: compared.value.items } : compared;
}

export interface ComparedPeople {
	items: ComparedItem[];
	/** What the published version makes of the same records, one for one. */
	before: Employee[];
}

/** The same, with the people themselves: for the eyes of who maps. */
export function comparePeople(
	now: NormalizeInput,
	published: NormalizeInput,
	notCompared: readonly string[] = [],
): Normalized<ComparedPeople> {
	const draft = prepareRuns(now);
	if (!draft.ok) return draft;
	const { before, notCompared: elsewhere } = comparable(published, now);
	const earlier = prepareRuns(before);
	if (!earlier.ok) {
		const { code, params } = earlier.problem;
		return stop('PUBLISHED_MAPPING_STOPS', { problem: resolveCarried({ code, params }).message });
	}
	const tallies = new FieldTallies();
	const people: Employee[] = [];
	for (let index = 0; index < now.records.length; index++) {
		const record = now.records[index] as SourceRecord;
		const nowRun = draft.value.of(record);
		const beforeRun = earlier.value.of(record);
		if (nowRun === null || beforeRun === null)
			return stop('SOURCE_UNKNOWN', { item: index }, index);
		const was = normalizeRecord(record, index, beforeRun);
		people.push(was);
		tallies.add(
			{ person: was, run: beforeRun },
			{ person: normalizeRecord(record, index, nowRun), run: nowRun },
			{ record, index },
		);
	}
	const items = itemsOf(tallies, now.records.length, [...notCompared, ...elsewhere]);
	return { ok: true, value: { items, before: people } };
}
