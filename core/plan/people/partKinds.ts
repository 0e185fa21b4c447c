import type { Coverage, Employee } from '../../model/employee';
import type { GuardScope } from '../../model/summary';
import { groupKey } from '../accounts';
import { newDriftTally } from './drift';
import type { DriftTally } from './drift';

/** The parts that people fall into: an NMBRS company or an AFAS employer, an Alleo company, a group. */

export type Counted = 'create' | 'reactivate' | 'deactivate';

export interface HeadCount {
	/** Active accounts of this source. */
	active: number;
	/** Active accounts that come from another group. */
	movedIn: number;
	/** Records of people in service. */
	inService: number;
	create: number;
	reactivate: number;
	deactivate: number;
	/** Of those three, the halves of moves to another Alleo company. */
	moved: Record<Counted, number>;
	/** People who change, however many rows that takes. */
	update: number;
	/** People who are held because somebody else, or another account, is as much them as they are. */
	duplicates: number;
	drift: DriftTally;
}

/** The id of the part of those whose employer the source does not say. */
export const NO_EMPLOYER = '-';

export interface Part extends HeadCount {
	kind: Exclude<GuardScope['kind'], 'plan'>;
	id: string;
	name: string | null;
	/** Whether the run log knows the part, so that earlier days can be counted with it. */
	isLogged: boolean;
	/** Active accounts of the part that are off-boarded, by id. */
	ends: Set<number>;
	/** Active accounts of the part about which nobody could decide. */
	undecided: Set<number>;
	/** Rows of people who are here afterwards. */
	stays: number;
}

export const newTally = (): HeadCount => ({
	active: 0,
	movedIn: 0,
	inService: 0,
	create: 0,
	reactivate: 0,
	deactivate: 0,
	moved: { create: 0, reactivate: 0, deactivate: 0 },
	update: 0,
	duplicates: 0,
	drift: newDriftTally(),
});

type About = Pick<Part, 'kind' | 'id' | 'name' | 'isLogged'>;

const newPart = (about: About): Part => ({
	...newTally(),
	...about,
	ends: new Set(),
	undecided: new Set(),
	stays: 0,
});

/** The parts of the source that a person is in. */
type SourceParts = (person: Employee) => readonly Part[];

/**
 * The partition, where there are several, and the employer, where one partition has several. Those
 * without a company are a part of their own, so that a field that went empty hides nobody.
 */
export function sourceParts(
	people: readonly Employee[],
	coverage: readonly Coverage[],
): { of: SourceParts; all: () => Part[] } {
	const companies = new Map<string | null, Map<string | null, readonly Part[]>>();
	const companyNames = new Map<string, string | null>();
	for (const { source, company } of people) {
		const ids = companies.get(source.partition) ?? new Map<string | null, readonly Part[]>();
		companies.set(source.partition, ids.set(company.id, []));
		if (company.id !== null) companyNames.set(company.id, company.name ?? company.number);
	}
	const names = new Map(coverage.map(({ partition, name }) => [partition, name]));
	const all: Part[] = [];
	const make = (id: string, name: string | null, isLogged: boolean): Part => {
		const part = newPart({ kind: 'partition', id, name, isLogged });
		all.push(part);
		return part;
	};
	for (const [partition, ids] of companies) {
		const nameOf = partition === null ? null : (names.get(partition) ?? null);
		const own =
			partition === null || companies.size < 2
				? []
				: [make(partition, nameOf ?? companyNames.get(partition) ?? null, true)];
		for (const id of ids.keys()) {
			if (ids.size < 2) ids.set(id, own);
			else {
				const name = id === null ? nameOf : (companyNames.get(id) ?? null);
				ids.set(id, [...own, make(id ?? NO_EMPLOYER, name, false)]);
			}
		}
	}
	return {
		of: ({ source: { partition }, company }) => companies.get(partition)?.get(company.id) ?? [],
		all: () => all,
	};
}

/** Alleo's companies, made when somebody is first found in one. */
export function companyParts() {
	const parts = new Map<number, Part>();
	const at = (id: number | null): Part | null => {
		if (id === null) return null;
		let part = parts.get(id);
		if (part === undefined) {
			part = newPart({ kind: 'alleoCompany', id: String(id), name: null, isLogged: true });
			parts.set(id, part);
		}
		return part;
	};
	return { parts, at };
}

/** The groups of Alleo's companies, by the name as it is written, which is looked at once. */
export function groupParts() {
	const named = new Map<number, Map<string, Part | null>>();
	const parts = new Map<string, Part>();
	const make = (companyId: number, name: string): Part | null => {
		const key = groupKey(name);
		if (key === '') return null;
		const id = `${companyId}/${key}`;
		const known = parts.get(id);
		if (known !== undefined) return known;
		const part = newPart({ kind: 'group', id, name: name.trim(), isLogged: false });
		parts.set(id, part);
		return part;
	};
	const at = (companyId: number | null, name: string | null): Part | null => {
		if (companyId === null || name === null) return null;
		const names = named.get(companyId) ?? new Map<string, Part | null>();
		named.set(companyId, names);
		let part = names.get(name);
		if (part === undefined) names.set(name, (part = make(companyId, name)));
		return part;
	};
	return { parts, at };
}
