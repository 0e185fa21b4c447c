import type { AlleoEmployee, Coverage, Employee } from '../../model/employee';
import type { GuardScope } from '../../model/summary';
import { groupKey } from '../accounts';
import type { Accounts } from '../accounts';
import type { Draft } from '../planHash';
import { isOurs } from './absent';
import { addDrift, newDriftTally } from './drift';
import type { DriftTally } from './drift';
import type { Proposal } from './proposal';

/**
 * What the guards count: of everybody, and of each part that the people fall into: an NMBRS company or
 * an AFAS employer, an Alleo company, a group. One pass over the accounts and one over the people.
 */

export type Counted = 'create' | 'reactivate' | 'deactivate';

export interface Tally {
	/** Active accounts of this source. */
	active: number;
	/** Active accounts that come from another group. */
	movedIn: number;
	/** Records of people in service. */
	inService: number;
	create: number;
	reactivate: number;
	deactivate: number;
	/** People who change, however many rows that takes. */
	update: number;
	/** People who are held because somebody else, or another account, is as much them as they are. */
	duplicates: number;
	drift: DriftTally;
}

export interface Part extends Tally {
	kind: Exclude<GuardScope['kind'], 'plan'>;
	id: string;
	name: string | null;
	/** Whether the run log knows the part, so that earlier days can be counted with it. */
	isLogged: boolean;
	/** Active accounts of the part that are off-boarded. */
	ends: number;
	/** Rows of people who are here afterwards, or who are held. */
	stays: number;
}

export interface Tallies {
	whole: Tally;
	parts: readonly Part[];
}

export interface PartsInput {
	people: readonly Employee[];
	proposals: readonly Proposal[];
	/** The absent accounts that the policy off-boards. */
	leaving: readonly AlleoEmployee[];
	coverage: readonly Coverage[];
	accounts: Accounts;
	/** How the external ids of this source start. */
	prefixes: readonly string[];
}

const newTally = (): Tally => ({
	active: 0,
	movedIn: 0,
	inService: 0,
	create: 0,
	reactivate: 0,
	deactivate: 0,
	update: 0,
	duplicates: 0,
	drift: newDriftTally(),
});

type About = Pick<Part, 'kind' | 'id' | 'name' | 'isLogged'>;

const newPart = (about: About): Part => ({ ...newTally(), ...about, ends: 0, stays: 0 });

/** Parts of one kind, made when somebody is first found in one. */
function partsOf(about: (key: string) => About) {
	const parts = new Map<string, Part>();
	const at = (key: string): Part => {
		const known = parts.get(key);
		if (known !== undefined) return known;
		const part = newPart(about(key));
		parts.set(key, part);
		return part;
	};
	return { parts, at };
}

/** The parts of the source that a person is in. */
type SourceParts = (person: Employee) => readonly Part[];

/**
 * The partition, where there are several, and the employer, where one partition has several. Those
 * without a company are a part of their own, so that a field that went empty hides nobody.
 */
function sourceParts(input: PartsInput): { of: SourceParts; all: () => Part[] } {
	const companies = new Map<string | null, Set<string | null>>();
	const companyNames = new Map<string, string | null>();
	for (const { source, company } of input.people) {
		const ids = companies.get(source.partition) ?? new Set();
		companies.set(source.partition, ids.add(company.id));
		if (company.id !== null) companyNames.set(company.id, company.name ?? company.number);
	}
	const names = new Map(input.coverage.map(({ partition, name }) => [partition, name]));
	const partitions = partsOf((id) => ({
		kind: 'partition',
		id,
		name: names.get(id) ?? companyNames.get(id) ?? null,
		isLogged: true,
	}));
	const employers = new Map<string | null, ReturnType<typeof partsOf>>();
	for (const [partition, ids] of companies) {
		if (ids.size < 2) continue;
		const inPartition = partsOf((id) => ({
			kind: 'partition',
			id,
			name: companyNames.get(id) ?? names.get(partition ?? '') ?? null,
			isLogged: false,
		}));
		employers.set(partition, inPartition);
	}
	return {
		of: ({ source: { partition }, company }) => {
			const employer = employers.get(partition)?.at(company.id ?? '-');
			const own = partition === null || companies.size < 2 ? null : partitions.at(partition);
			return [own, employer].filter((part) => part !== null && part !== undefined);
		},
		all: () => [
			...partitions.parts.values(),
			...[...employers.values()].flatMap(({ parts }) => [...parts.values()]),
		],
	};
}

/** The groups of Alleo's companies, by the name as it is written, which is looked at once. */
function groupParts() {
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

const isDuplicate = ({ rule }: Proposal): boolean =>
	rule.kind === 'before' && (rule.name === 'twin' || rule.name === 'severalAccounts');

/** A group that gets another name changes everybody in it: of that alone the group says nothing. */
const changesOnlyGroup = (row: Draft | undefined): boolean =>
	row?.changes.every(({ field }) => field === 'group') === true;

export function tally(input: PartsInput): Tallies {
	const whole = newTally();
	const source = sourceParts(input);
	const companies = partsOf((id) => ({ kind: 'alleoCompany', id, name: null, isLogged: true }));
	const groups = groupParts();
	const company = (id: number | null): Part | null => (id === null ? null : companies.at(`${id}`));
	const isActiveOurs = (account: AlleoEmployee): boolean =>
		account.is_active && isOurs(account, input.prefixes);
	const groupOf = (account: AlleoEmployee): Part | null =>
		groups.at(account.company_id, account.group_name);
	const present = (given: ReadonlyArray<Part | null>): Part[] =>
		given.filter((part) => part !== null);

	for (const account of input.accounts.all) {
		if (!isActiveOurs(account)) continue;
		whole.active++;
		for (const part of present([company(account.company_id), groupOf(account)])) part.active++;
	}

	/** Where a person is once the row is written: in the group that the source says. */
	const groupAfter = (row: Draft, { person, account }: Proposal): Part | null =>
		groups.at(row.alleo_company_id, person.group ?? account?.group_name ?? null);

	function addRow(row: Draft, proposal: Proposal, own: readonly Part[]): void {
		const { account } = proposal;
		const { action } = row;
		const leaves = action === 'deactivate';
		const group = leaves && account !== null ? groupOf(account) : groupAfter(row, proposal);
		const parts = [...own, ...present([company(row.alleo_company_id), group])];
		if (action !== 'update' && action !== 'hold') {
			for (const one of [whole, ...parts]) one[action]++;
		}
		const isEnd = leaves && account !== null && isActiveOurs(account);
		for (const part of parts) {
			if (isEnd) part.ends++;
			if (!leaves) part.stays++;
		}
		if (action === 'update' && group !== null && account !== null && group !== groupOf(account)) {
			group.movedIn++;
		}
	}

	for (const proposal of input.proposals) {
		const { person, account, count, rows } = proposal;
		const own = source.of(person);
		const home = company(account?.company_id ?? rows.at(-1)?.alleo_company_id ?? null);
		const parts = home === null ? own : [...own, home];
		const all: readonly Tally[] = [whole, ...parts];
		if (person.status === 'active') for (const one of all) one.inService++;
		if (isDuplicate(proposal)) for (const one of all) one.duplicates++;
		// The account of two records of one person is where the record is that goes on.
		if (account !== null && isActiveOurs(account) && count !== 'merged') {
			for (const part of own) part.active++;
		}
		if (count === 'update') {
			for (const one of all) one.update++;
			const group = account === null || changesOnlyGroup(rows[0]) ? null : groupOf(account);
			if (group !== null) group.update++;
		}
		for (const row of rows) addRow(row, proposal, own);
		addDrift(
			all.map(({ drift }) => drift),
			proposal,
		);
	}
	for (const account of input.leaving) {
		whole.deactivate++;
		for (const part of present([company(account.company_id), groupOf(account)])) {
			part.deactivate++;
			part.ends++;
		}
	}
	return {
		whole,
		parts: [...source.all(), ...companies.parts.values(), ...groups.parts.values()],
	};
}
