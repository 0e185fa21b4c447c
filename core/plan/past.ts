import type { RowAction } from '../model/plan';

/** What earlier runs of the same workflow did and left, as far as a new plan wants to know. */

/** Rows of one action that were applied on one day for one part of the people. */
export interface AppliedBefore {
	/** YYYY-MM-DD: the day that the run was about. */
	date: string;
	action: Exclude<RowAction, 'hold'>;
	partition: string | null;
	alleo_company_id: number | null;
	people: number;
}

export interface Past {
	/** `none`: no run log is kept. `unreadable`: there should be one, and it cannot be read in full. */
	log: 'read' | 'unreadable' | 'none';
	/** What went out in the last 30 days without anybody being asked; what a person approved was judged. */
	applied: readonly AppliedBefore[];
	/** Signatures (signature.ts) of the rows of plans that somebody decided; null: none was decided yet. */
	seen: ReadonlySet<string> | null;
	/** Signatures of rows that somebody left out up to a day that is not over. */
	leftOut: ReadonlySet<string>;
	/** Since which day (YYYY-MM-DD) somebody has been held without a break, by external id. */
	heldSince: ReadonlyMap<string, string>;
	/**
	 * Alleo companies that people were changed in, by id, as far back as the log goes; true where a person
	 * approved a plan since the last change.
	 */
	companies: ReadonlyMap<number, boolean>;
}

export const NO_PAST: Past = {
	log: 'none',
	applied: [],
	seen: null,
	leftOut: new Set(),
	heldSince: new Map(),
	companies: new Map(),
};
