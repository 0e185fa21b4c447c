import { resolveIssue } from '../../issues';
import { unreadCompanies } from '../../model/coverage';
import type { Coverage, Employee } from '../../model/employee';
import type { DecidingField, DiffOptions } from '../options';
import { vanishedFields } from './fieldUse';

/**
 * What the reading proves (design section 6, "Evidence"). "Could not be read" is never "nobody has it":
 * a part that was not read to its end, a field that was in use and that nobody has any more, and a
 * company that nobody reads yet each leave something open.
 */
export interface Evidence {
	/** As it came, but a partition in which a field vanished is not complete. */
	coverage: readonly Coverage[];
	/** Everywhere while nothing is incomplete; as soon as something is, only where it is proven. */
	isWhole: (partition: string | null) => boolean;
	/** Fields of the partition that decided about people, and that nobody has now. */
	vanished: (partition: string | null) => readonly DecidingField[];
	/** The name of a part of the source that was not read to its end; null while all were. */
	unreadPart: () => string | null;
	/** The name of a company beside the partition that nobody reads, and that the last good run did not know. */
	newUnread: (partition: string | null) => string | null;
	/** No company appeared anywhere that nobody reads. */
	noneNew: boolean;
}

type Given = Pick<DiffOptions, 'fieldsInUse' | 'retiredFields' | 'knownUnread'>;

/** The name that stands for people without a partition of their own. */
const NO_PARTITION = '-';

function withGap(entry: Coverage, field: DecidingField): Coverage {
	const { code, message, action } = resolveIssue('FIELD_VANISHED', { field });
	return { ...entry, complete: false, error: entry.error ?? { code, message, action } };
}

/** Coverage with the vanished fields as gaps; a partition that no coverage names is added. */
function withGaps(
	coverage: readonly Coverage[],
	people: readonly Employee[],
	vanished: ReadonlyMap<string | null, readonly DecidingField[]>,
): Coverage[] {
	const fieldOf = (partition: string): DecidingField | undefined => vanished.get(partition)?.[0];
	const named = new Set(coverage.map(({ partition }) => partition));
	const known = coverage.map((entry) => {
		const field = fieldOf(entry.partition);
		return field === undefined ? entry : withGap(entry, field);
	});
	const others = [...vanished].flatMap(([partition, [field]]) => {
		if (field === undefined || (partition !== null && named.has(partition))) return [];
		const employees = people.filter(({ source }) => source.partition === partition).length;
		const proof = { employees, pages: 0, checks: [], error: null, complete: false };
		return [withGap({ partition: partition ?? NO_PARTITION, name: null, ...proof }, field)];
	});
	return [...known, ...others];
}

export function evidenceOf(
	people: readonly Employee[],
	given: readonly Coverage[],
	options: Given,
): Evidence {
	const vanished = vanishedFields(people, options);
	const coverage = vanished.size === 0 ? given : withGaps(given, people, vanished);
	const gaps = coverage.filter((entry) => !entry.complete);
	const incomplete = new Set(gaps.map(({ partition }) => partition));
	const proven = new Set(
		coverage.flatMap(({ complete, partition }) =>
			complete && !incomplete.has(partition) ? [partition] : [],
		),
	);
	const [gap] = gaps;
	const unread = newlyUnread(given, options.knownUnread);
	return {
		coverage,
		isWhole: (partition) => gap === undefined || (partition !== null && proven.has(partition)),
		vanished: (partition) => vanished.get(partition) ?? [],
		unreadPart: () => (gap === undefined ? null : (gap.name ?? gap.partition)),
		newUnread: unread.beside,
		noneNew: unread.any === null,
	};
}

/** `any` counts for a partition that no coverage names. */
interface NewlyUnread {
	any: string | null;
	beside: (partition: string | null) => string | null;
}

function newlyUnread(coverage: readonly Coverage[], known: readonly string[] | null): NewlyUnread {
	if (known === null) return { any: null, beside: () => null };
	const before = new Set(known);
	const names = new Map<string | null, string | null>();
	for (const entry of coverage) {
		const company = unreadCompanies(entry).find(({ id }) => !before.has(id));
		names.set(entry.partition, names.get(entry.partition) ?? company?.name ?? null);
	}
	const any = [...names.values()].find((name) => name !== null) ?? null;
	return {
		any,
		beside: (partition) => names.get(partition) ?? (names.has(partition) ? null : any),
	};
}
