import { emailKey } from '../employee';
import type { AlleoEmployee } from '../employee';
import { withEmail } from './accounts';
import type { Accounts } from './accounts';
import type { Proposal } from './judge';
import { holdRow } from './rows';
import type { Draft } from './rows';

/**
 * E-mail addresses that the plan gives out: each must be free when its row is written. An address
 * whose present holder takes another one in the same plan is free after that row; a swap is not,
 * because no order of single writes can do it.
 */

const givesAddress = (row: Draft): string | null =>
	row.action !== 'hold' && typeof row.after['email'] === 'string'
		? emailKey(row.after['email'])
		: null;

interface Claim {
	proposal: Proposal;
	row: Draft;
	holders: AlleoEmployee[];
}

function collectClaims(proposals: readonly Proposal[], accounts: Accounts): Claim[] {
	const claims: Claim[] = [];
	for (const proposal of proposals) {
		for (const row of proposal.rows) {
			const address = givesAddress(row);
			if (address === null) continue;
			const holders = withEmail(accounts, address).filter(
				(account) => account.id !== row.alleo_id && account.external_id !== row.external_id,
			);
			if (holders.length > 0) claims.push({ proposal, row, holders });
		}
	}
	return claims;
}

/** The row that takes the account's address away, by account id. */
function rowsThatFree(proposals: readonly Proposal[]): Map<number, Draft> {
	const freeing = new Map<number, Draft>();
	for (const proposal of proposals) {
		for (const row of proposal.rows) {
			if (row.alleo_id === null || givesAddress(row) === null) continue;
			const present = row.before['email'];
			if (typeof present === 'string' && emailKey(present) !== givesAddress(row))
				freeing.set(row.alleo_id, row);
		}
	}
	return freeing;
}

const turnIntoHold = (proposal: Proposal): void => {
	const companyId = proposal.rows[proposal.rows.length - 1]?.alleo_company_id ?? null;
	proposal.count = 'hold';
	proposal.rows = [holdRow(proposal.person, proposal.account, companyId, 'EMAIL_TAKEN')];
};

/** Which rows must be written before a row, because they free the address it takes. */
export type Waits = ReadonlyMap<Draft, readonly Draft[]>;

/** Members of a cycle wait for each other for ever; everybody else can be put in order. */
function inCycle(start: Draft, waits: Waits): boolean {
	const seen = new Set<Draft>();
	const open = [...(waits.get(start) ?? [])];
	for (let row = open.pop(); row !== undefined; row = open.pop()) {
		if (row === start) return true;
		if (seen.has(row)) continue;
		seen.add(row);
		open.push(...(waits.get(row) ?? []));
	}
	return false;
}

/** The row that an apply must wait for: the one in the same Alleo company, where addresses are unique. */
const nearest = (row: Draft, before: readonly Draft[]): Draft | undefined =>
	before.find((other) => other.alleo_company_id === row.alleo_company_id) ?? before[0];

/**
 * Holds the claims that cannot be met, until nothing more falls (a held row frees nothing), and
 * links the others to the row that must go first. Gives back who waits for whom, for the order.
 */
export function settleClaims(proposals: readonly Proposal[], accounts: Accounts): Waits {
	for (;;) {
		const claims = collectClaims(proposals, accounts);
		const freeing = rowsThatFree(proposals);
		const waits = new Map<Draft, readonly Draft[]>();
		const fallen: Proposal[] = [];
		for (const { proposal, row, holders } of claims) {
			const freed = holders.flatMap((holder) => freeing.get(holder.id) ?? []);
			if (freed.length === holders.length) waits.set(row, freed);
			else fallen.push(proposal);
		}
		for (const { proposal, row } of claims) {
			if (inCycle(row, waits)) fallen.push(proposal);
		}
		if (fallen.length === 0) {
			for (const [row, before] of waits) row.linked_row_id ??= nearest(row, before)?.row_id ?? null;
			return waits;
		}
		for (const proposal of fallen) turnIntoHold(proposal);
	}
}
