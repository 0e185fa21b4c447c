import { emailKey } from '../../../core/identity/keys';
import type { AlleoEmployee } from '../../../core/model/employee';
import type { PlanRow } from '../../../core/model/plan';
import { rowSignature } from '../../../core/plan/signature';

/** The naive reference of what waits for a person, from the rules and not from the code. */

const ABOUT_ACTION: Readonly<Record<string, PlanRow['action']>> = {
	DEACTIVATION_LIMIT: 'deactivate',
	PART_EMPTIED: 'deactivate',
	REACTIVATION_LIMIT: 'reactivate',
	CREATE_LIMIT: 'create',
	UPDATE_LIMIT: 'update',
};

const ABOUT_ROW = new Set(['TRANSFER', 'MOVE', 'ADOPTED_BY_ADDRESS', 'TAKEOVER']);

/** Guards that are about the reading as a whole: everything waits. */
export const isAboutWhole = (code: string): boolean =>
	ABOUT_ACTION[code] === undefined && code !== 'TAKEOVER';

/** A row that is unusual in itself, by a tripped guard, its reason, or what somebody decided before. */
export const isUnusual =
	(tripped: readonly string[], leftOut: ReadonlySet<string>) =>
	(row: PlanRow): boolean =>
		row.action !== 'hold' &&
		(tripped.some((code) => ABOUT_ACTION[code] === row.action) ||
			ABOUT_ROW.has(row.reason.code) ||
			leftOut.has(rowSignature(row) ?? ''));

/** An account that has the address now which a row gives out, in the same Alleo company. */
const holdersOf = (row: PlanRow, alleo: readonly AlleoEmployee[]): number[] => {
	const address = row.action === 'hold' ? undefined : row.after['email'];
	if (typeof address !== 'string') return [];
	return alleo
		.filter(
			({ company_id: company, email, id }) =>
				company === row.alleo_company_id &&
				id !== row.alleo_id &&
				emailKey(email ?? '') === emailKey(address),
		)
		.map(({ id }) => id);
};

const pulls = (one: PlanRow, other: PlanRow, alleo: readonly AlleoEmployee[]): boolean =>
	one.linked_row_id === other.row_id ||
	other.linked_row_id === one.row_id ||
	(one.external_id !== null && one.external_id === other.external_id) ||
	(one.alleo_id !== null && one.alleo_id === other.alleo_id) ||
	holdersOf(other, alleo).includes(one.alleo_id ?? -1);

/** Ids of the rows that wait: the unusual ones, what hangs on them, and the holds beside them. */
export function waitingOf(
	rows: readonly PlanRow[],
	unusual: (row: PlanRow) => boolean,
	alleo: readonly AlleoEmployee[],
): Set<string> {
	const first = rows.filter(unusual);
	if (first.length === 0) return new Set();
	// What is held changes nothing: it goes along, and pulls only what a choice of its own is about.
	const asked = rows.filter(({ choice }) => choice !== null && choice !== undefined);
	const found = new Set([...first, ...asked]);
	const changing = rows.filter(({ action }) => action !== 'hold');
	for (let before = -1; before !== found.size; ) {
		before = found.size;
		for (const row of changing) {
			if (!found.has(row) && [...found].some((one) => pulls(one, row, alleo))) found.add(row);
		}
	}
	for (const row of rows) if (row.action === 'hold') found.add(row);
	return new Set([...found].map((row) => row.row_id));
}
