import { emailKey } from '../../../identity/keys';
import { accountKey } from '../../accounts';
import type { Accounts } from '../../accounts';
import { orderRows } from '../../order';
import type { Draft } from '../../planHash';
import type { KnownLine, KnownLines } from './lines';
import type { BudgetFileOptions } from './options';
import { holdWithLine } from './rows';

/** Who is on hold carries the line of last time, so that waiting stops nothing. */

/** The addresses of a file, each once: with one twice nobody could read the file back. */
export class Addresses {
	readonly #taken: Set<string>;

	constructor(rows: readonly Draft[]) {
		this.#taken = new Set(rows.flatMap(({ email }) => (email === null ? [] : [emailKey(email)])));
	}

	/** The first one that is free, taken from now on; null where each is somebody else's line. */
	take(wanted: ReadonlyArray<string | null>): string | null {
		for (const email of wanted) {
			const key = emailKey(email ?? '');
			if (email === null || email.trim() === '' || this.#taken.has(key)) continue;
			this.#taken.add(key);
			return email.trim();
		}
		return null;
	}
}

function openLines(rows: readonly Draft[], accounts: Accounts, lines: KnownLines) {
	const open = new Map<string, KnownLine>();
	for (const account of accounts.all) {
		const line = lines.ofAccount.get(account);
		if (line !== undefined) open.set(accountKey(account.company_id, account.id), line);
	}
	for (const { action, alleo_company_id: company, alleo_id: id } of rows) {
		if (action === 'update') open.delete(accountKey(company, id));
	}
	return open;
}

/**
 * Each line once: of two people of one account nobody knows which of them has it. It stands under the address
 * of the account, or, where that is another line's by now, under the one that it had.
 */
export function carryHeld(
	rows: readonly Draft[],
	accounts: Accounts,
	lines: KnownLines,
	options: BudgetFileOptions,
): Draft[] {
	const open = openLines(rows, accounts, lines);
	const addresses = new Addresses(rows.filter(({ action }) => action === 'update'));
	const carried = new Map<Draft, Draft>();
	for (const row of orderRows(rows)) {
		const key = accountKey(row.alleo_company_id, row.alleo_id);
		const line = row.action === 'hold' ? open.get(key) : undefined;
		if (line === undefined) continue;
		const email = addresses.take([row.email, line.email]);
		if (email === null) continue;
		open.delete(key);
		carried.set(row, holdWithLine({ ...row, email }, line, options));
	}
	return rows.map((row) => carried.get(row) ?? row);
}
