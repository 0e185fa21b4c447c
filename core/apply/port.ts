import type { AlleoEmployee } from '../model/employee';
import type { PlanRow } from '../model/plan';
import type { CreateFields, Fields } from './fields';
import type { AlleoGroup } from './groups';
import type { RowResult } from './outcome';
import type { PresentState } from './prepare';

/**
 * What applying a plan needs of Alleo: one reading, and the few calls of a row. Whoever keeps this (the
 * Alleo node over HTTP, a list in memory in the tests) leaves the rest to `applyPlans`.
 */

/** How a call ended badly, as far as this row and the rows after it care. */
export interface CallFault {
	/** What became of the row whose call it was. */
	result: RowResult;
	/** Somebody has the address already. */
	conflict: boolean;
	/** Alleo may have carried the call out all the same. */
	outcomeUnknown: boolean;
	/** What has no chance any more: the whole run, this company, or this row only. */
	scope: 'run' | 'company' | 'row';
	/** Alleo does not answer properly; several in a row stop the run. */
	outage: boolean;
}

export type Answered<T, F> = { ok: true; value: T } | { ok: false; fault: F };

/** A write whose outcome is known in the end: after a silence Alleo was read before anything was sent again. */
export type Written<F> =
	| {
			ok: true;
			employee: AlleoEmployee;
			status: number | null;
			requestId: string | null;
			/** No answer came; the account was read back. */
			confirmedByRead: boolean;
			/** Sent, but Alleo kept its own value. */
			notTaken: string[];
	  }
	| { ok: false; fault: F };

/** The calls of one row. Once the first one is out, the others follow, whatever stops the run. */
export interface RowCalls<F> {
	/** At most once, whatever happens. `groupId` null: no group. */
	create(company: number, fields: CreateFields, groupId: number | null): Promise<Written<F>>;
	/** Only the fields given; `groupId` undefined leaves the group alone, null takes it away. */
	edit(
		company: number,
		id: number,
		fields: Fields,
		groupId: number | null | undefined,
	): Promise<Written<F>>;
	setActive(company: number, id: number, active: boolean): Promise<Written<F>>;
	/** Accounts of the company that have the address, active or not. */
	holders(company: number, email: string): Promise<Answered<readonly AlleoEmployee[], F>>;
}

/** What Alleo has now of the people of some rows, and the companies that could not be read. */
export interface PresentReading<F> {
	present: PresentState;
	faults: ReadonlyMap<number, F>;
}

export interface AlleoPort<F extends CallFault = CallFault> {
	/** At least the accounts of these rows, and those that have an address which a row gives out. */
	read(rows: readonly PlanRow[]): Promise<PresentReading<F>>;
	groups(company: number): Promise<Answered<readonly AlleoGroup[], F>>;
	row(): RowCalls<F>;
}
