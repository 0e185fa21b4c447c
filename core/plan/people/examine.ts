import type { AlleoEmployee, Coverage, Employee, SourceSystem } from '../../model/employee';
import { isCounted } from '../../model/fileMark';
import { withoutBudgetFaults } from '../budgetFaults';
import { done } from '../../model/result';
import type { Result } from '../../model/result';
import { externalIdPrefix, findAbsent } from './absent';
import { withExternalId } from '../accounts';
import type { Accounts } from '../accounts';
import { accountsOfSomebody } from '../../identity/missing';
import type { BudgetsSent } from '../budgetsDiffer';
import { withAnsweredGroups } from './answered';
import { answeredCompanies } from './answeredCompany';
import { settleClaims } from './claims';
import type { Waits } from './claims';
import { settleChoices } from './choices';
import { evidenceOf } from './evidence';
import { createJudge } from './judge';
import type { Proposal } from './proposal';
import type { DiffOptions } from '../options';
import { sortPeople } from '../order';
import { indexPeople } from '../../identity/people';
import type { People } from '../../identity/people';
import { formerAccounts } from './former';
import { readInputs } from '../inputs';
import type { PlanInput } from '../inputs';
import { readEmployees } from '../read';
import { compileRoute, managedCompanies } from './route';
import type { Draft } from '../planHash';
import { findTransfers } from './transfer';
import type { TransferRole } from './roles';

/** The first half of the diff: who everybody is and what is proposed for each, before it is a plan. */

export interface DiffInput extends PlanInput {
	options: DiffOptions;
	/**
	 * The external id of the one person that the plan is to be about; '' or absent: everybody. All people are
	 * read, compared and guarded all the same, and such a plan always waits for a person.
	 */
	only?: string;
	/** How budgets go to Alleo; absent: nothing is said of them but what new accounts have. */
	budgets?: BudgetsSent;
}

/** Everything that the plan, and an explanation of one person in it, is made of. */
export interface Examined {
	people: People;
	/** Only accounts of the Alleo companies that this workflow manages. */
	accounts: Accounts;
	/** Every account that came in, the other companies' too. */
	allAccounts: readonly AlleoEmployee[];
	coverage: readonly Coverage[];
	proposals: readonly Proposal[];
	/** Which rows wait for which, because of an address that changes hands, or of a move. */
	waits: Waits;
	transfers: ReadonlyMap<Employee, TransferRole>;
	/** How the external ids of this source start. */
	prefixes: readonly string[];
	/** Active accounts with an id of this source that the source no longer has. */
	absent: readonly AlleoEmployee[];
	/** The absent ones that the policy off-boards. */
	leaving: readonly AlleoEmployee[];
	/** Accounts that a held person may turn out to own. */
	doubted: ReadonlySet<number>;
	/** Moves that wait because Alleo refused them before, as `moveKey`. */
	refused: ReadonlySet<string>;
	/** The group as the source has it, of people for whom the inbox says another or none. */
	sourceGroups: ReadonlyMap<Employee, string>;
	/** Groups that answers of the inbox name and that Alleo does not have. */
	goneGroups: ReadonlySet<string>;
}

const SYSTEMS: readonly SourceSystem[] = ['nmbrs', 'afas', 'custom'];

/** Reads the inputs and judges everybody; nothing but its argument, in any order of the items. */
export function examine(input: DiffInput): Result<Examined> {
	const { options, referenceDate } = input;
	const read = readInputs(input, readEmployees, managedCompanies(options));
	if (!read.ok) return read;
	const { accounts, allAccounts } = read.value;
	const former = formerAccounts(allAccounts, options);
	if (!former.ok) return former;
	const route = compileRoute(options);
	const answered = withAnsweredGroups(
		read.value.people.map(withoutBudgetFaults),
		options.answers,
		accounts,
		route,
	);
	const people = indexPeople(sortPeople(answered.people));
	const evidence = evidenceOf(people.all, read.value.coverage, options);
	const { coverage } = evidence;
	const prefixes = [...new Set(people.all.map(({ source }) => externalIdPrefix(source)))];
	if (prefixes.length === 0)
		prefixes.push(...SYSTEMS.map((system) => externalIdPrefix({ system })));
	const transfers = findTransfers({
		people,
		accounts,
		route,
		referenceDate,
		gapDays: options.gapDays,
	});
	const refused = new Set<string>();
	const judge = createJudge({
		people,
		accounts,
		options,
		route,
		transfers,
		prefixes,
		isOwned: goesOn(people),
		evidence,
		former: former.value,
		referenceDate,
		refused,
	});
	const proposals = people.all.map(judge);
	const waits = settleClaims(proposals, accounts);
	settleChoices(proposals, accounts);

	const absent = findAbsent(
		accounts,
		isKnown(people),
		prefixes,
		accountsOf(proposals, (row) => row.action !== 'hold'),
	);
	const mayDeactivateAbsent =
		options.absentPolicy === 'deactivate' &&
		people.all.length > 0 &&
		evidence.noneNew &&
		readCompletely(coverage, options);
	// An account that a held person may turn out to own is not off-boarded for being absent.
	const answeredOnly = answeredCompanies(options);
	const doubted = new Set([
		...absent.filter(({ company_id: id }) => answeredOnly.has(id)).map(({ id }) => id),
		...accountsOf(proposals, (row) => row.action === 'hold'),
		...severalOf(proposals),
		...accountsOfSomebody(
			absent,
			people,
			({ external_id: id }) => id === null || withExternalId(accounts, id).length === 0,
		).map(({ id }) => id),
	]);
	const leaving = mayDeactivateAbsent ? absent.filter((account) => !doubted.has(account.id)) : [];
	return done({
		people,
		accounts,
		allAccounts,
		coverage,
		proposals,
		waits,
		transfers,
		prefixes,
		absent,
		leaving,
		doubted,
		refused,
		sourceGroups: answered.sourceGroups,
		goneGroups: answered.goneGroups,
	});
}

/** Whether a record that did not end has the account's external id: the account is that person's. */
function goesOn({ byExternalId, duplicates }: People): (account: AlleoEmployee) => boolean {
	const repeated = new Set(
		[...duplicates.keys()].flatMap(({ status, external_id: id }) =>
			status === 'ended' ? [] : [id],
		),
	);
	return ({ external_id: id }) => {
		if (id === null) return false;
		const only = byExternalId.get(id);
		return only === undefined ? repeated.has(id) : only.status !== 'ended';
	};
}

/** Whether the source has a record with an external id. */
function isKnown({ byExternalId, duplicates }: People): (externalId: string) => boolean {
	const repeated = new Set([...duplicates.keys()].map(({ external_id: id }) => id));
	return (externalId) => byExternalId.has(externalId) || repeated.has(externalId);
}

/** The accounts that rows of one kind are about. */
function accountsOf(
	proposals: readonly Proposal[],
	wanted: (row: Draft) => boolean,
): ReadonlySet<number> {
	const ids = new Set<number>();
	for (const { rows } of proposals) {
		for (const row of rows) if (row.alleo_id !== null && wanted(row)) ids.add(row.alleo_id);
	}
	return ids;
}

/** The accounts that people have more than one of. */
function severalOf(proposals: readonly Proposal[]): number[] {
	const ids: number[] = [];
	for (const { target } of proposals) {
		if (target.state === 'duplicate') ids.push(...target.accounts.map(({ id }) => id));
	}
	return ids;
}

/** Every partition complete and counted, at least one, and none that earlier runs knew is missing. */
function readCompletely(coverage: readonly Coverage[], options: DiffOptions): boolean {
	const read = new Set(coverage.map((entry) => entry.partition));
	return (
		coverage.length > 0 &&
		coverage.every((entry) => entry.complete && isCounted(entry)) &&
		options.knownPartitions.every((partition) => read.has(partition))
	);
}
