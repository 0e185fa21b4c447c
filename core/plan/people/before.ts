import type { AlleoEmployee } from '../../model/employee';
import { createRow, deactivateRow, holdRow, ownIssuesRow, reactivateRow, updateRow } from '../rows';
import { itemReason } from '../../issues';
import { changesOf, hold, likenessTo, say } from './case';
import type { Case, Said } from './case';
import { update } from './cell';
import { offeredOfSeveral, offeredTransfer } from './choice';
import type { TransferHold } from './roles';
import type { BeforeName } from './rule';

/** The rules before the table: what is asked of a person first. Each decides, or passes with null. */
export type BeforeRule = (given: Case) => Said | null;

/** Held by the source itself, with several accounts: the table has no column for that. */
const ownIssues: BeforeRule = ({ person, target }) =>
	person.status === 'held' && target.state === 'duplicate'
		? say('hold', null, [ownIssuesRow(person, null)])
		: null;

/** Two people in service with one address, or two records with one id: nobody knows which is meant. */
const twin: BeforeRule = (given) => {
	const duplicate = given.context.people.duplicates.get(given.person);
	if (duplicate === undefined) return null;
	return hold(given, given.account, duplicate.code, { count: duplicate.count });
};

/**
 * The account here, then the end of the one elsewhere: whoever is linked goes second, so that a person
 * is not left without any account where Alleo refuses the second one.
 *
 * @param elsewhere under the person's own id, or that of their old record
 */
function moveTo(given: Case, elsewhere: AlleoEmployee, companyId: number): Said {
	const { person, role } = given;
	const moves = role?.as === 'mover' ? role : null;
	const here = moves === null ? given.account : null;
	const reason = itemReason('MOVE');
	const leave = deactivateRow(moves?.predecessor ?? person, elsewhere, reason);
	// A move that stopped half way: only the end of the old account is left to do.
	if (here?.is_active === true) {
		const kept = update(given, here);
		return { ...kept, rows: [leave, ...kept.rows], reason };
	}
	const arrive =
		here === null
			? createRow(person, companyId, reason)
			: reactivateRow(person, here, changesOf(given, here), reason);
	if (moves !== null) arrive.grounds = [...moves.likeness.grounds];
	leave.linked_row_id = arrive.row_id;
	return say(here === null ? 'create' : 'reactivate', elsewhere, [leave, arrive]);
}

function holdTransfer(given: Case, role: TransferHold): Said {
	const { person, account } = given;
	const grounds = role.likeness?.grounds ?? [];
	const choice = offeredTransfer(given, role);
	// Where the person belongs is part of the doubt.
	const row = holdRow(person, account, null, { code: role.code }, { grounds, choice });
	const next = role.side === 'old' ? (role.other?.external_id ?? null) : null;
	if (next !== null) row.linked_row_id = `hold-${next}`;
	return say('hold', account, [row]);
}

/** One of two records of one person; the table would off-board the old one and hold the new one. */
const transfer: BeforeRule = (given) => {
	const { person, role } = given;
	if (role === null) return null;
	if (role.as === 'hold') return holdTransfer(given, role);
	if (role.as === 'successor') {
		const changes = changesOf(given, role.account);
		const row = updateRow(person, role.account, changes, itemReason('TRANSFER'));
		row.grounds = [...role.likeness.grounds];
		return say('update', role.account, [row]);
	}
	if (role.as === 'mover') return moveTo(given, role.account, role.companyId);
	const merged = say('merged', null);
	if (role.pending && role.successor.start_date !== null) {
		const date = role.successor.start_date;
		merged.remarks.push({ code: 'TRANSFER_PENDING', params: { date }, date });
	}
	return merged;
};

const noExternalId: BeforeRule = (given) =>
	given.person.external_id === null ? hold(given, given.account, 'EXTERNAL_ID_MISSING') : null;

function holdSeveral(given: Case, accounts: readonly AlleoEmployee[]): Said {
	const { person, companyId } = given;
	const choice = offeredOfSeveral(given, accounts);
	const best = accounts.find(({ id }) => id === choice?.alleo_id);
	const grounds = best === undefined ? [] : likenessTo(given, best).grounds;
	const issue = { code: 'ALLEO_DUPLICATE', params: { count: accounts.length } } as const;
	return say('hold', null, [holdRow(person, null, companyId, issue, { choice, grounds })]);
}

const severalAccounts: BeforeRule = (given) =>
	given.target.state === 'duplicate' ? holdSeveral(given, given.target.accounts) : null;

/** An unknown routing value is held, never guessed (I10). */
const unrouted: BeforeRule = (given) =>
	given.person.status === 'active' && !given.route.ok
		? hold(given, given.account, given.route.code)
		: null;

/** In service here while the account is elsewhere: one move of two linked rows. */
const move: BeforeRule = (given) => {
	const { target, companyId } = given;
	if (companyId === null || target.state === 'duplicate' || target.elsewhere === null) return null;
	return moveTo(given, target.elsewhere, companyId);
};

interface Named {
	name: BeforeName;
	rule: BeforeRule;
}

/** For people whom the source could decide. */
const BEFORE: readonly Named[] = [
	{ name: 'twin', rule: twin },
	{ name: 'transfer', rule: transfer },
	{ name: 'noExternalId', rule: noExternalId },
	{ name: 'severalAccounts', rule: severalAccounts },
	{ name: 'unrouted', rule: unrouted },
	{ name: 'move', rule: move },
];

/** Whom the source holds is held for that and for nothing else. */
const BEFORE_HELD: readonly Named[] = [{ name: 'ownIssues', rule: ownIssues }];

/** The rules that are asked before the table, in their order. */
export const rulesBefore = ({ person }: Case): readonly Named[] =>
	person.status === 'held' ? BEFORE_HELD : BEFORE;
