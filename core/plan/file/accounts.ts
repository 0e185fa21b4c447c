import { withExternalId } from '../accounts';
import type { Accounts } from '../accounts';
import type { AlleoEmployee } from '../../model/employee';
import type { Filling, IssueCode, IssueParams, PlacesOf } from '../../issues';

/** Whose line of the file it would be: only people with one active account that Alleo can address. */
export type AccountMatch =
	| { kind: 'account'; account: AlleoEmployee; email: string }
	| { kind: 'leftOut'; code: IssueCode }
	| { kind: 'hold'; code: IssueCode; params: IssueParams; account: AlleoEmployee | null };

const hold = <C extends IssueCode>(
	code: C,
	account: AlleoEmployee | null = null,
	...[params = {}]: Filling<PlacesOf<C>>
): AccountMatch => ({ kind: 'hold', code, params, account });

export function matchAccount(accounts: Accounts, externalId: string): AccountMatch {
	const known = withExternalId(accounts, externalId);
	if (known.length === 0) return { kind: 'leftOut', code: 'FILE_NOT_IN_ALLEO' };
	const [account, ...others] = known.filter(({ is_active: active }) => active);
	if (account === undefined) return { kind: 'leftOut', code: 'FILE_ACCOUNT_INACTIVE' };
	if (others.length > 0) {
		return hold('FLEX_SEVERAL_ACCOUNTS', account, { count: others.length + 1 });
	}
	// Alleo's own spelling, not the HR system's: an address that Alleo does not know skips the line.
	const email = account.email?.trim() ?? '';
	return email === ''
		? hold('FLEX_ACCOUNT_NO_EMAIL', account)
		: { kind: 'account', account, email };
}
