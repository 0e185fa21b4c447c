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

/** Members of a cycle wait for each other for ever; everybody else can be put in order. */
function inCycle(start: Draft, next: ReadonlyMap<Draft, Draft>): boolean {
	const seen = new Set<Draft>();
	for (let row = next.get(start); row !== undefined && !seen.has(row); row = next.get(row)) {
		if (row === start) return true;
		seen.add(row);
	}
	return false;
}

/**
 * Holds the claims that cannot be met, until nothing more falls (a held row frees nothing), and
 * links the others to the row that must go first.
 */
export function settleClaims(proposals: readonly Proposal[], accounts: Accounts): void {
	for (;;) {
		const claims = collectClaims(proposals, accounts);
		const freeing = rowsThatFree(proposals);
		const waitsFor = new Map<Draft, Draft>();
		const fallen: Proposal[] = [];
		for (const { proposal, row, holders } of claims) {
			const freed = holders.map((holder) => freeing.get(holder.id));
			const [first] = freed;
			if (freed.length === 1 && first !== undefined) waitsFor.set(row, first);
			else fallen.push(proposal);
		}
		for (const { proposal, row } of claims) {
			if (inCycle(row, waitsFor)) fallen.push(proposal);
		}
		if (fallen.length === 0) {
			for (const [row, before] of waitsFor) row.linked_row_id ??= before.row_id;
			return;
		}
		for (const proposal of fallen) turnIntoHold(proposal);
	}
}
