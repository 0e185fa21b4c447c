import { emailKey } from '../../identity/keys';
import { canonicalJson } from '../../model/hash';
import { withEmail } from '../accounts';
import type { Accounts } from '../accounts';
import type { Draft } from '../planHash';
import { asChosen } from '../rows';
import type { Proposal } from './proposal';

/**
 * The choices of a plan together: each may be taken besides everything that the plan does, and besides
 * every other choice. One that may not is not offered; the hold stays, and its advice says what to do.
 */

const accountKey = ({ alleo_company_id: company, alleo_id: id }: Draft): string | null =>
	id === null ? null : `account ${company ?? ''}/${id}`;

const addressKey = ({ alleo_company_id: company, after }: Draft): string | null =>
	typeof after['email'] === 'string' ? `mail ${company ?? ''}/${emailKey(after['email'])}` : null;

const keysOf = (row: Draft): string[] =>
	[accountKey(row), addressKey(row)].filter((key) => key !== null);

/** What is written, for telling two rows of one account apart: both records of one person offer the same. */
const written = (row: Draft): string =>
	canonicalJson({ action: row.action, account: row.alleo_id, after: row.after });

/** Whether another account of the company has the address that the row gives out. */
const isAddressTaken = (row: Draft, accounts: Accounts): boolean =>
	typeof row.after['email'] === 'string' &&
	withEmail(accounts, row.after['email']).some(
		(account) => account.company_id === row.alleo_company_id && account.id !== row.alleo_id,
	);

/** Takes back the choices that clash with a row of the plan, with each other, or with an address in use. */
export function settleChoices(proposals: readonly Proposal[], accounts: Accounts): void {
	const offers: Array<{ row: Draft; chosen: Draft }> = [];
	const byKey = new Map<string, Set<string>>();
	for (const { rows } of proposals) {
		for (const row of rows) {
			const chosen = asChosen(row);
			if (chosen === null) continue;
			offers.push({ row, chosen });
			for (const key of keysOf(chosen)) {
				byKey.set(key, (byKey.get(key) ?? new Set<string>()).add(written(chosen)));
			}
		}
	}
	if (offers.length > 0) {
		const taken = takenKeys(proposals, byKey);
		for (const { row, chosen } of offers) {
			const clashes = keysOf(chosen).some(
				(key) => taken.has(key) || (byKey.get(key)?.size ?? 0) > 1,
			);
			if (clashes || isAddressTaken(chosen, accounts)) row.choice = null;
		}
	}
	takeBackHalves(proposals);
}

/** Of the keys that choices ask for, those that a row of the plan takes. */
function takenKeys(
	proposals: readonly Proposal[],
	asked: ReadonlyMap<string, unknown>,
): ReadonlySet<string> {
	const taken = new Set<string>();
	for (const { rows } of proposals) {
		for (const row of rows) {
			if (row.action === 'hold') continue;
			for (const key of keysOf(row)) if (asked.has(key)) taken.add(key);
		}
	}
	return taken;
}

/** Half a move would leave somebody with two accounts, or with none: it is offered as a whole or not. */
function takeBackHalves(proposals: readonly Proposal[]): void {
	const halves: Draft[] = [];
	for (const { rows } of proposals) {
		for (const row of rows) {
			if ((row.choice?.reason ?? row.reason).code === 'MOVE') halves.push(row);
		}
	}
	const whole = new Set<Draft>();
	const byId = new Map(halves.map((row) => [row.row_id, row]));
	for (const row of halves) {
		const partner = byId.get(row.linked_row_id ?? '');
		if (partner !== undefined) whole.add(row).add(partner);
	}
	for (const row of halves) if (row.action === 'hold' && !whole.has(row)) row.choice = null;
}
