import { groupBy, put } from '../model/collect';
import type { RowAction } from '../model/plan';
import type { GuardResult } from '../model/summary';
import type { Waits } from './people/claims';
import type { Draft } from './planHash';
import { rowSignature } from './signature';

/**
 * One reading in two plans: what somebody must look at waits, with everything that hangs together with
 * it; the rest goes on by itself. Only where each thing that asks for approval is about single actions:
 * a guard about the reading as a whole leaves nothing that can be trusted.
 */

/** A row, so far as it decides whether somebody is asked. */
type Asking = Pick<
	Draft,
	| 'action'
	| 'reason'
	| 'external_id'
	| 'alleo_company_id'
	| 'changes'
	| 'after'
	| 'choice'
	| 'notices'
>;

const does =
	(action: RowAction) =>
	(row: Asking): boolean =>
		row.action === action;

/** Of each guard about single actions: its rows. A guard that is not here is about the whole. */
const ABOUT: ReadonlyMap<string, (row: Asking) => boolean> = new Map([
	['DEACTIVATION_LIMIT', does('deactivate')],
	['PART_EMPTIED', does('deactivate')],
	['REACTIVATION_LIMIT', does('reactivate')],
	['CREATE_LIMIT', does('create')],
	['UPDATE_LIMIT', does('update')],
	['TAKEOVER', ({ reason }: Asking) => reason.code === 'TAKEOVER'],
]);

/** Reasons for which a person is asked however few there are. */
const ASKING_REASONS: readonly string[] = ['TRANSFER', 'MOVE', 'ADOPTED_BY_ADDRESS'];

const IN_NEW_COMPANY = 'ANSWERED_COMPANY_NEW';

/** In an Alleo company that only an answer of the inbox names, before anybody is there. */
const inNewCompany = ({ notices }: Asking): boolean =>
	notices.some(({ code }) => code === IN_NEW_COMPANY);

/** @param leftOut signatures of rows that somebody left out, up to a day that is not over */
const wasLeftOut = (row: Asking, leftOut: ReadonlySet<string>): boolean =>
	leftOut.size > 0 && row.action !== 'hold' && leftOut.has(rowSignature(row) ?? '');

/** Why rows ask for a person by themselves, whatever the guards say; each code once. */
export function askingCodes(rows: readonly Asking[], leftOut: ReadonlySet<string>): string[] {
	const reasons = new Set(rows.map(({ reason }) => reason.code));
	const codes = ASKING_REASONS.filter((code) => reasons.has(code));
	const isLeftOut = rows.some((row) => wasLeftOut(row, leftOut));
	return [
		...codes,
		...(rows.some(inNewCompany) ? [IN_NEW_COMPANY] : []),
		...(isLeftOut ? ['LEFT_OUT_BEFORE'] : []),
	];
}

/** What one reading gives, before it is a plan. */
export interface Reading {
	/** In the order of execution. */
	rows: readonly Draft[];
	guards: readonly GuardResult[];
	/** Which rows must be written before a row. */
	waits: Waits;
	leftOut: ReadonlySet<string>;
}

/**
 * @returns for each row whether it waits, some of them and not all; null where the plan stays one:
 * nothing asks, something is about the whole, or nothing is left that could go on
 */
export function whatWaits({ rows, guards, waits, leftOut }: Reading): boolean[] | null {
	const tripped = new Set(guards.flatMap((guard) => (guard.tripped ? [guard.code] : [])));
	const about: Array<(row: Asking) => boolean> = [];
	for (const code of tripped) {
		const isMeant = ABOUT.get(code);
		if (isMeant === undefined) return null;
		about.push(isMeant);
	}
	const asks = (row: Draft): boolean =>
		row.action !== 'hold' &&
		(about.some((isMeant) => isMeant(row)) ||
			ASKING_REASONS.includes(row.reason.code) ||
			inNewCompany(row) ||
			wasLeftOut(row, leftOut));
	const seeds = rows.filter(asks);
	if (seeds.length === 0) return null;
	// Whoever answers a hold finds the account that it is about as the plan shows it.
	const asked = rows.filter(({ choice }) => choice !== null && choice !== undefined);
	const waiting = closure(rows, [...seeds, ...asked], waits);
	// What is held changes nothing by itself, and goes where somebody looks.
	const flags = rows.map((row) => row.action === 'hold' || waiting.has(row));
	return flags.includes(false) ? flags : null;
}

const keysOf = ({ row_id: id, linked_row_id: linked, ...row }: Draft): string[] => [
	`row ${id}`,
	...(linked === null ? [] : [`row ${linked}`]),
	...(row.external_id === null ? [] : [`person ${row.external_id}`]),
	...(row.alleo_id === null ? [] : [`account ${row.alleo_company_id ?? ''}/${row.alleo_id}`]),
];

/** Rows linked either way, of one person or account, and whatever must be written after a row that waits. */
function closure(
	rows: readonly Draft[],
	seeds: readonly Draft[],
	waits: Waits,
): ReadonlySet<Draft> {
	const changing = rows.filter(({ action }) => action !== 'hold');
	const pairs = changing.flatMap((row) => keysOf(row).map((key) => ({ key, row })));
	const together = groupBy(pairs, ({ key }) => key);
	const after = new Map<Draft, Draft[]>();
	for (const [row, before] of waits) for (const first of before) put(after, first, row);
	const waiting = new Set(seeds);
	// A set is walked in the order of insertion, what is added on the way included.
	for (const row of waiting) {
		for (const next of after.get(row) ?? []) waiting.add(next);
		for (const key of keysOf(row)) {
			for (const other of together.get(key) ?? []) waiting.add(other.row);
			// One look at each group: a column that collapsed must not make this quadratic.
			together.delete(key);
		}
	}
	return waiting;
}
