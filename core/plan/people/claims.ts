import { emailKey } from '../../identity/keys';
import type { AlleoEmployee } from '../../model/employee';
import type { Accounts } from '../accounts';
import type { Proposal } from './proposal';
import { holdRow } from '../rows';
import { ruleText } from './rule';
import type { Draft } from '../planHash';

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

/** The account that the person's own move leaves, in another company: it is in nobody's way. */
const isLeft = ({ rows }: Proposal, { id, company_id: company }: AlleoEmployee): boolean =>
	rows.some(
		(row) => row.action === 'deactivate' && row.alleo_id === id && row.alleo_company_id === company,
	);

function collectClaims(proposals: readonly Proposal[], accounts: Accounts): Claim[] {
	const claims: Claim[] = [];
	for (const proposal of proposals) {
		for (const row of proposal.rows) {
			const address = givesAddress(row);
			if (address === null) continue;
			const having = accounts.byEmail.get(address);
			if (having === undefined) continue;
			const holders = having.filter(
				(account) =>
					account.id !== row.alleo_id &&
					account.external_id !== row.external_id &&
					!isLeft(proposal, account),
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
	const row = holdRow(proposal.person, proposal.account, companyId, { code: 'EMAIL_TAKEN' });
	proposal.count = 'hold';
	proposal.rows = [row];
	proposal.rule = { kind: 'policy', name: 'addressTaken' };
	row.rule = ruleText(proposal.rule);
	proposal.reason = row.reason;
};

/** Which rows must be written before a row, because they free the address it takes; those rows come first. */
export type Waits = ReadonlyMap<Draft, readonly Draft[]>;

/** The row that an apply must wait for: the one in the same Alleo company, where addresses are unique. */
const nearest = (row: Draft, before: readonly Draft[]): Draft | undefined =>
	before.find((other) => other.alleo_company_id === row.alleo_company_id) ?? before[0];

/**
 * The claims that can be met, in an order in which they can be written. What is left over waits for an
 * account that keeps its address, for a row that cannot be written, or, in a circle, for itself.
 */
function meetable(claims: readonly Claim[], freeing: ReadonlyMap<number, Draft>): Waits {
	const claimed = new Set(claims.map(({ row }) => row));
	const waiting = new Map<Draft, Claim[]>();
	const open = new Map<Claim, number>();
	const ready: Claim[] = [];
	for (const claim of claims) {
		const freed = claim.holders.flatMap((holder) => freeing.get(holder.id) ?? []);
		if (freed.length < claim.holders.length) continue;
		const first = freed.filter((row) => claimed.has(row));
		for (const row of first) waiting.set(row, [...(waiting.get(row) ?? []), claim]);
		if (first.length === 0) ready.push(claim);
		else open.set(claim, first.length);
	}
	const waits = new Map<Draft, readonly Draft[]>();
	for (const { row, holders } of ready) {
		waits.set(
			row,
			holders.flatMap((holder) => freeing.get(holder.id) ?? []),
		);
		for (const next of waiting.get(row) ?? []) {
			const left = (open.get(next) ?? 0) - 1;
			open.set(next, left);
			if (left === 0) ready.push(next);
		}
	}
	return waits;
}

const NOBODY: Waits = new Map();

/** The row of a move that is linked to the other one waits for it. */
function secondHalves(proposals: readonly Proposal[]): Array<[Draft, Draft[]]> {
	const halves: Array<[Draft, Draft[]]> = [];
	for (const { rows } of proposals) {
		for (const row of rows) {
			if (row.reason.code !== 'MOVE' || row.linked_row_id === null) continue;
			halves.push([row, rows.filter((first) => first.row_id === row.linked_row_id)]);
		}
	}
	return halves;
}

/**
 * Holds the claims that cannot be met (a held row frees nothing either), and links the others to the
 * row that must go first. Gives back who waits for whom, each row after those it waits for.
 */
export function settleClaims(proposals: readonly Proposal[], accounts: Accounts): Waits {
	const claims = collectClaims(proposals, accounts);
	const waits = claims.length === 0 ? NOBODY : meetable(claims, rowsThatFree(proposals));
	for (const { proposal, row } of claims) {
		if (!waits.has(row)) turnIntoHold(proposal);
	}
	for (const [row, before] of waits) {
		// The two rows of a move fall together, and a row that frees an address is no part of it.
		if (row.reason.code !== 'MOVE') row.linked_row_id ??= nearest(row, before)?.row_id ?? null;
	}
	return new Map([...waits, ...secondHalves(proposals)]);
}
