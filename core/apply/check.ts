import { alleoValue, sameValue } from '../plan/changes';
import { WRITABLE_FIELDS } from '../model/employee';
import { emailKey } from '../identity/keys';
import type { AlleoEmployee, WritableField } from '../model/employee';
import type { Filling, IssueCode, IssueParams, PlacesOf } from '../issues';
import type { FieldValue, PlanRow } from '../model/plan';
import type { Fields } from './fields';

/**
 * Each row against Alleo's present state, right before it is written (SPEC I3, I7, I8). What already
 * holds is not sent again; what moved since the plan was made is skipped, with the fields that moved.
 */

export type PresentVerdict =
	| { do: 'write'; fields: string[]; activate: boolean }
	| { do: 'already'; alleoId: number }
	| { do: 'skip'; code: IssueCode; params: IssueParams };

const skip = <C extends IssueCode>(
	code: C,
	...[params = {}]: Filling<PlacesOf<C>>
): PresentVerdict => ({
	do: 'skip',
	code,
	params,
});

const isWritable = (field: string): field is WritableField =>
	WRITABLE_FIELDS.some((name) => name === field);

const isEmpty = (value: FieldValue | undefined): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Whether the account has this value: e-mails without case, null and missing alike, groups by name. */
export function holds(account: AlleoEmployee, field: string, value: FieldValue): boolean {
	if (field === 'is_active') return account.is_active === value;
	if (!isWritable(field)) return false;
	const present = alleoValue(account, field);
	if (isEmpty(value)) return isEmpty(present);
	return sameValue(field, present, String(value));
}

/** The fields of `wanted` that the account does not have. */
export const differing = (account: AlleoEmployee, wanted: Record<string, FieldValue>): string[] =>
	Object.keys(wanted).filter((field) => !holds(account, field, wanted[field] ?? null));

/** The same for the fields that are to be sent. */
export const differingFields = (account: AlleoEmployee, fields: Fields): string[] =>
	differing(account, fields as Record<string, FieldValue>);

/**
 * A row that changes an existing account.
 *
 * @param present the account as it is now, null when Alleo no longer has it
 */
export function checkAccount(row: PlanRow, present: AlleoEmployee | null): PresentVerdict {
	if (present === null) return skip('ACCOUNT_GONE');
	const left = differing(present, row.after);
	if (left.length === 0) return { do: 'already', alleoId: present.id };
	// A field that has its new value already is a row that was half written before, not a conflict.
	const moved = Object.keys(row.before).filter(
		(field) =>
			!holds(present, field, row.before[field] ?? null) &&
			!(field in row.after && holds(present, field, row.after[field] ?? null)),
	);
	if (moved.length > 0) return skip('CHANGED_SINCE', { fields: moved.join(', ') });
	return {
		do: 'write',
		fields: left.filter((field) => field !== 'is_active'),
		activate: row.action === 'reactivate' && !present.is_active,
	};
}

/**
 * A create: nobody may have the external id yet. The e-mail address is looked at elsewhere, because
 * an earlier row of the plan may free it.
 *
 * @param sameId accounts of the company that have the row's external id
 */
export function checkCreate(row: PlanRow, sameId: readonly AlleoEmployee[]): PresentVerdict {
	const [only] = sameId;
	if (only === undefined) return { do: 'write', fields: Object.keys(row.after), activate: false };
	if (sameId.length > 1) return skip('DUPLICATE_IN_ALLEO', { count: sameId.length });
	return isOurCreate(row.after, only)
		? { do: 'already', alleoId: only.id }
		: skip('ACCOUNT_EXISTS');
}

/** Whether an account is the result of this very create: same external id, same address, active. */
export function isOurCreate(after: Record<string, FieldValue>, account: AlleoEmployee): boolean {
	const { external_id: externalId, email } = after;
	return (
		account.is_active &&
		typeof email === 'string' &&
		account.email !== null &&
		emailKey(account.email) === emailKey(email) &&
		(isEmpty(externalId) ? isEmpty(account.external_id) : account.external_id === externalId)
	);
}
