import type { AlleoEmployee, Coverage, Employee } from '../../model/employee';
import type { Accounts } from '../accounts';
import type { Draft } from '../planHash';
import { isOurs } from './absent';
import { addDrift } from './drift';
import { companyParts, groupParts, newTally, sourceParts } from './partKinds';
import type { Part, HeadCount } from './partKinds';
import type { Proposal } from './proposal';

/** What the guards count, of everybody and of each part: one pass over the accounts, one over the people. */

export interface Tallies {
	whole: HeadCount;
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

const isDuplicate = ({ rule }: Proposal): boolean =>
	rule.kind === 'before' && (rule.name === 'twin' || rule.name === 'severalAccounts');

/** A group that gets another name changes everybody in it: of that alone the group says nothing. */
const changesOnlyGroup = (row: Draft | undefined): boolean =>
	row?.changes.every(({ field }) => field === 'group') === true;

function countAction(one: HeadCount, { action, reason }: Draft): void {
	if (action === 'update' || action === 'hold') return;
	one[action]++;
	if (reason.code === 'MOVE') one.moved[action]++;
}

/** @param account the active account of this source that the row is about */
function addToPart(part: Part | null, row: Draft, account: AlleoEmployee | null): void {
	if (part === null) return;
	const { action } = row;
	countAction(part, row);
	if (action !== 'hold' && action !== 'deactivate') part.stays++;
	else if (account !== null) (action === 'hold' ? part.undecided : part.ends).add(account.id);
}

/** The whole, the parts of the source and the company that people count in: one list for all in the same. */
function countsOfAll(
	whole: HeadCount,
): (own: readonly Part[], home: Part | null) => readonly HeadCount[] {
	const known = new Map<readonly Part[], Map<Part | null, readonly HeadCount[]>>();
	return (own, home) => {
		let lists = known.get(own);
		if (lists === undefined) known.set(own, (lists = new Map()));
		let list = lists.get(home);
		if (list === undefined) {
			list = [whole, ...own, ...(home === null ? [] : [home])];
			lists.set(home, list);
		}
		return list;
	};
}

export function tally(input: PartsInput): Tallies {
	const whole = newTally();
	const source = sourceParts(input.people, input.coverage);
	const companies = companyParts();
	const groups = groupParts();
	const isActiveOurs = (account: AlleoEmployee): boolean =>
		account.is_active && isOurs(account, input.prefixes);
	const groupOf = (account: AlleoEmployee): Part | null =>
		groups.at(account.company_id, account.group_name);

	for (const account of input.accounts.all) {
		if (!isActiveOurs(account)) continue;
		whole.active++;
		for (const part of [companies.at(account.company_id), groupOf(account)]) {
			if (part !== null) part.active++;
		}
	}

	/** Where a person is once the row is written: in the group that the source says. */
	const groupAfter = (row: Draft, { person, account }: Proposal): Part | null =>
		groups.at(row.alleo_company_id, person.group ?? account?.group_name ?? null);

	function addRow(row: Draft, proposal: Proposal, own: readonly Part[]): void {
		const { account } = proposal;
		const { action } = row;
		const leaves = action === 'deactivate';
		const group = leaves && account !== null ? groupOf(account) : groupAfter(row, proposal);
		const present = account !== null && isActiveOurs(account) ? account : null;
		countAction(whole, row);
		for (const part of own) addToPart(part, row, present);
		addToPart(companies.at(row.alleo_company_id), row, present);
		addToPart(group, row, present);
		if (action === 'update' && group !== null && account !== null && group !== groupOf(account)) {
			group.movedIn++;
		}
	}

	const allOf = countsOfAll(whole);
	for (const proposal of input.proposals) {
		const { person, account, count, rows } = proposal;
		const own = source.of(person);
		const home = companies.at(account?.company_id ?? rows.at(-1)?.alleo_company_id ?? null);
		const all = allOf(own, home);
		if (person.status === 'active') for (const one of all) one.inService++;
		if (isDuplicate(proposal)) for (const one of all) one.duplicates++;
		// The old record of somebody who went on under another number has none.
		if (account !== null && isActiveOurs(account)) {
			for (const part of own) part.active++;
		}
		if (count === 'update') {
			for (const one of all) one.update++;
			const group = account === null || changesOnlyGroup(rows[0]) ? null : groupOf(account);
			if (group !== null) group.update++;
		}
		for (const row of rows) addRow(row, proposal, own);
		addDrift(all, proposal);
	}
	for (const account of input.leaving) {
		whole.deactivate++;
		for (const part of [companies.at(account.company_id), groupOf(account)]) {
			if (part === null) continue;
			part.deactivate++;
			part.ends.add(account.id);
		}
	}
	return {
		whole,
		parts: [...source.all(), ...companies.parts.values(), ...groups.parts.values()],
	};
}
