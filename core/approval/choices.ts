import { emailKey } from '../identity/keys';
import { canonicalJson } from '../model/hash';
import type { Ground, HoldChoice, PlanRow } from '../model/plan';
import { isTakeover } from '../plan/count';

/**
 * What a person can settle about who is who: a hold that carries its `choice`, and a takeover. One place
 * for what belongs together, so that the page, the decision and apply never count it differently.
 */

/** A hold that offers "the same person". */
export type ChoiceRow = PlanRow & { choice: HoldChoice };

export const offersChoice = (row: PlanRow): row is ChoiceRow =>
	row.action === 'hold' && row.choice !== null && row.choice !== undefined;

/** Holds with one answer: two sides of one question. */
export interface IdentityQuestion {
	/** row_id of the row that the choice is applied for, and the name of its answer in the form. */
	key: string;
	/** The row of the key first. */
	rows: readonly [ChoiceRow, ...PlanRow[]];
}

const sameChoice = (row: ChoiceRow): string => canonicalJson(row.choice);

/** The choice is told under the record that the account gets. */
const owns = (row: ChoiceRow): boolean => row.choice.after['external_id'] === row.external_id;

/** The second half of a move that is offered: its own row, but no question of its own. */
const endsMove = (row: ChoiceRow): boolean =>
	row.choice.action === 'deactivate' && row.choice.reason.code === 'MOVE';

/**
 * The questions of a plan, in the order of its rows. A hold without a choice, or with the second half of
 * a move, joins the one it is linked to.
 */
export function questionsOf(rows: readonly PlanRow[]): IdentityQuestion[] {
	const groups = new Map<string, [ChoiceRow, ...ChoiceRow[]]>();
	const groupOf = new Map<string, string>();
	const asks = (row: PlanRow): row is ChoiceRow => offersChoice(row) && !endsMove(row);
	for (const row of rows) {
		if (!asks(row)) continue;
		const text = sameChoice(row);
		const group = groups.get(text);
		if (group === undefined) groups.set(text, [row]);
		else group.push(row);
		groupOf.set(row.row_id, text);
	}
	const joined = new Map<string, PlanRow[]>();
	for (const row of groups.size === 0 ? [] : rows) {
		if (row.action !== 'hold' || asks(row) || row.linked_row_id === null) continue;
		const text = groupOf.get(row.linked_row_id);
		if (text !== undefined) joined.set(text, [...(joined.get(text) ?? []), row]);
	}
	return [...groups].map(([text, group]) => {
		const first = group.find(owns) ?? group[0];
		const others = group.filter((row) => row !== first);
		return { key: first.row_id, rows: [first, ...others, ...(joined.get(text) ?? [])] };
	});
}

/** What "the same person" would write: the choice, and the second half where it is a move. */
export const appliedOf = ({
	rows: [first, ...rest],
}: IdentityQuestion): [ChoiceRow, ...ChoiceRow[]] => [
	first,
	...rest.filter(offersChoice).filter(endsMove),
];

/** The row that is applied where the answer was "the same person": the choice, under the id of its hold. */
export function chosenRow({ choice, ...row }: ChoiceRow, isHeld: (id: string) => boolean): PlanRow {
	const { linked_row_id: linked } = row;
	const waitsFor = linked === null || isHeld(linked) ? null : linked;
	return { ...row, ...choice, linked_row_id: waitsFor };
}

/**
 * The place of the first row that changes an account, or gives out an address, that a row before it
 * does already; null where there is none. Holds change nothing.
 */
export function clashOf(rows: readonly PlanRow[]): number | null {
	const seen = new Set<string>();
	for (const [index, row] of rows.entries()) {
		if (row.action === 'hold') continue;
		const email = row.after['email'];
		const keys = [
			row.alleo_id === null ? null : `id ${row.alleo_company_id} ${row.alleo_id}`,
			typeof email === 'string' ? `mail ${row.alleo_company_id} ${emailKey(email)}` : null,
		];
		for (const key of keys) {
			if (key === null) continue;
			if (seen.has(key)) return index;
			seen.add(key);
		}
	}
	return null;
}

const SECOND_GROUND: ReadonlySet<Ground['key']> = new Set([
	'birthday',
	'first_name',
	'last_name',
	'number',
]);

/** A takeover for which only the address speaks: somebody ticks it, or it is left out. */
export const mustBeTicked = (row: PlanRow): boolean =>
	isTakeover(row) &&
	!(row.grounds ?? []).some(({ key, says }) => says === 'agrees' && SECOND_GROUND.has(key));
