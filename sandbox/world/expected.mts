/** What a case of the world must come to, by the decision table. */

/** What the decision table says about a person, with the settings in `WORLD_SETTINGS`. */
export type ExpectedAction =
	| 'create'
	| 'update'
	| 'reactivate'
	| 'deactivate'
	| 'hold'
	| 'unchanged'
	| 'upcoming'
	| 'ended_unknown'
	| 'ineligible_unknown'
	/** The old record of a transfer: no row of its own. */
	| 'merged'
	/** Two linked rows: deactivate in the old Alleo company, create in the new one. */
	| 'move'
	/** Only in Alleo, with this source's external id: reported, never written. */
	| 'absent'
	/** Only in Alleo, not ours: never touched. */
	| 'foreign'
	/** An employee type that is not chosen: not among the employees at all. */
	| 'out_of_scope';

/** One account as Alleo must have it after the plan was applied. */
export interface ExpectedAccount {
	companyId: number;
	externalId: string | null;
	email: string;
	active: boolean;
}

export interface Expected {
	action: ExpectedAction;
	/** State of the person's account after apply; null when there is none. */
	alleoActive: boolean | null;
	/** Alleo fields that the plan changes (keys of the Customer API, `group` for the group). */
	changedFields: string[];
	/** The company of the row, after a move the new one; null when the person has no account. */
	alleoCompanyId: number | null;
	/** The code that design names for this case, where it names one. */
	reason: string | null;
	/** Every account that belongs to the case after apply. */
	accounts: ExpectedAccount[];
}

export type CaseName =
	| 'unchanged'
	| 'former-inactive'
	| 'joiner'
	| 'leaver'
	| 'leaver-without-email'
	| 'last-day-today'
	| 'name-change'
	| 'email-change'
	| 'email-case'
	| 'repeated-prefix'
	| 'future-change'
	| 'future-starter'
	| 'return-gap'
	| 'future-end'
	| 'payroll-past-end'
	| 'former-open'
	| 'former-unknown'
	| 'rehire'
	| 'possible-rehire'
	| 'possible-rehire-other-id'
	| 'reused-email-leaver'
	| 'reused-email-newcomer'
	| 'missing-email'
	| 'unknown-type'
	| 'out-of-scope'
	| 'two-employments'
	| 'access-no'
	| 'access-no-unknown'
	| 'access-empty'
	| 'access-empty-newcomer'
	| 'access-unreadable'
	| 'unrouted'
	| 'move'
	| 'adopt'
	| 'transfer-old'
	| 'transfer-new'
	| 'possible-transfer-old'
	| 'possible-transfer-new'
	| 'budgets'
	| 'email-taken'
	| 'absent'
	| 'foreign-no-id'
	| 'foreign-other-system';
