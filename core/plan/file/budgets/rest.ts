import { isUndecided } from '../../../identity/kin';
import { indexPeople } from '../../../identity/people';
import type { AlleoEmployee, Coverage, Employee } from '../../../model/employee';
import { accountKey } from '../../accounts';
import type { Accounts } from '../../accounts';
import { DEFAULT_OPTIONS } from '../../options';
import type { Draft } from '../../planHash';
import { findTransfers } from '../../people/transfer';
import { Addresses } from './carry';
import { isRunning, oneOffsOf, stoppedLine } from './line';
import type { KnownLine, KnownLines } from './lines';
import type { BudgetFileOptions } from './options';
import { incompletePartitions } from './people';
import { decidedRow, keptRow, personOfAccount, accountlessRow } from './rows';
import type { KeptBecause } from './rows';

/**
 * Lines of the last file that no row of a person tells of: whoever left, takes no part any more, or is not in
 * the source at all. A budget stops on evidence alone: a record that ended, a no, an account that is not
 * active. Anything else leaves the line as it was.
 */

export interface RestInput {
	people: readonly Employee[];
	accounts: Accounts;
	coverage: readonly Coverage[];
	lines: KnownLines;
	/** Rows that write a line by now, holds that carry one included. */
	written: readonly Draft[];
	options: BudgetFileOptions;
	referenceDate: string;
}

export interface RestRow {
	row: Draft;
	/** Whose it is; null where the source does not know anybody with that external id. */
	person: Employee | null;
}

export interface Rest {
	rows: RestRow[];
	/** Lines that are left out, because nothing runs any more. */
	ended: KnownLine[];
}

type Fate = 'stop' | 'drop' | KeptBecause;

export function restOfLines(input: RestInput): Rest {
	const { accounts, lines, written, options } = input;
	const judge = judgeOf(input);
	const told = new Set(
		written.map(({ alleo_company_id: company, alleo_id: id }) => accountKey(company, id)),
	);
	const addresses = new Addresses(written);
	const rest: Rest = { rows: [], ended: [] };
	for (const account of accounts.all) {
		const line = lines.ofAccount.get(account);
		if (line === undefined || told.has(accountKey(account.company_id, account.id))) continue;
		const { person, fate } = judge(account, line);
		// The line of the account that is in use now stands for both.
		const wanted = account.is_active ? [account.email, line.email] : [account.email ?? line.email];
		const email = fate === 'drop' ? null : addresses.take(wanted);
		if (fate === 'drop' || email === null) {
			rest.ended.push(line);
			continue;
		}
		const who = person ?? personOfAccount(account);
		const parts = { person: who, account, email, evidence: {}, notices: [] };
		const { row } =
			fate === 'stop'
				? decidedRow(parts, stoppedLine(line.given, options), line.given, line, options)
				: keptRow(parts, line, fate, options);
		if (row !== null) rest.rows.push({ row, person });
	}
	const accountless = [
		...[...lines.unsure.values()].map((line) => ({ line, why: 'BUDGET_UNSURE_KEPT' as const })),
		...lines.missing.map((line) => ({ line, why: 'BUDGET_ACCOUNT_MISSING' as const })),
	];
	for (const { line, why } of accountless) {
		const row = accountlessRow(line, why, options);
		if (row !== null && addresses.take([line.email]) !== null) {
			rest.rows.push({ row, person: null });
		}
	}
	return rest;
}

type Judge = (account: AlleoEmployee, line: KnownLine) => { person: Employee | null; fate: Fate };

function judgeOf(input: RestInput): Judge {
	const { people: all, accounts, coverage, written, options, referenceDate } = input;
	const people = indexPeople(all);
	const withLine = new Set(written.map(({ external_id: id }) => id));
	const ids = new Set(all.map(({ external_id: id }) => id));
	const incomplete = incompletePartitions(coverage);
	const { gapDays } = DEFAULT_OPTIONS;
	// Which company the new record goes to does not matter here, so every route is one.
	const route = (): { ok: true; companyId: number } => ({ ok: true, companyId: 0 });
	const transfers = findTransfers({ people, accounts, route, referenceDate, gapDays });

	/** Somebody who may have gone on under another record is no leaver. */
	const mayGoOn = (person: Employee): boolean =>
		transfers.has(person) || incomplete.size > 0 || isUndecided(person);

	function ofActive(person: Employee): Fate {
		if (person.status === 'upcoming') return 'FILE_NOT_STARTED';
		const hasLeft = person.status === 'ended' || person.status === 'ineligible';
		return hasLeft && !mayGoOn(person) ? 'stop' : 'BUDGET_UNSURE_KEPT';
	}

	/**
	 * Whoever comes back to an account would be given the same one-off again: an end that was a mistake, leave
	 * without pay. So it is remembered until the source is known to have it no more, or another line has it.
	 */
	function isRemembered(person: Employee | undefined, line: KnownLine): boolean {
		const given = Object.keys(oneOffsOf(line.given));
		if (options.oneOff === 'everyFile' || given.length === 0) return false;
		if (person === undefined) return incomplete.size > 0;
		if (withLine.has(person.external_id)) return false;
		if (person.status === 'held' || incomplete.has(person.source.partition ?? '')) return true;
		return given.some((field) => Object.hasOwn(person.budgets, field));
	}

	function fateOf(account: AlleoEmployee, person: Employee | undefined, line: KnownLine): Fate {
		const isEmpty = Object.keys(line.given).length === 0;
		if (isEmpty) return 'drop';
		if (!account.is_active && !isRunning(line.given)) {
			return isRemembered(person, line) ? 'BUDGET_ONCE_REMEMBERED' : 'drop';
		}
		if (person?.status === 'held') return 'BUDGET_UNSURE_KEPT';
		if (person !== undefined && incomplete.has(person.source.partition ?? '')) {
			return 'BUDGET_PARTITION_INCOMPLETE';
		}
		// Off-boarding cancels budgets (help centre, "Offboarding"): the account says that it is over.
		if (!account.is_active) return 'stop';
		if (person !== undefined) return ofActive(person);
		return ids.has(account.external_id) ? 'BUDGET_UNSURE_KEPT' : 'BUDGET_ABSENT_KEPT';
	}

	return (account, line) => {
		const person = people.byExternalId.get(account.external_id ?? '');
		return { person: person ?? null, fate: fateOf(account, person, line) };
	};
}
