import type { IssueCode, IssueParams } from '../../issues';
import { countBy } from '../../model/collect';
import type { AlleoEmployee, Issue } from '../../model/employee';
import { done } from '../../model/result';
import type { Result } from '../../model/result';
import { withExternalId } from '../accounts';
import type { Accounts } from '../accounts';
import { holdForIssues, holdRow, leaveOut } from './proposal';
import type { FilePerson, FileProposal, RowParts } from './proposal';

/** Whose line of the file it would be: only people with one active account that Alleo can address. */

type AccountMatch =
	| { kind: 'account'; account: AlleoEmployee; email: string }
	| { kind: 'leftOut'; code: IssueCode }
	| { kind: 'hold'; code: IssueCode; params: IssueParams; account: AlleoEmployee };

function matchAccount(accounts: Accounts, externalId: string): AccountMatch {
	const known = withExternalId(accounts, externalId);
	if (known.length === 0) return { kind: 'leftOut', code: 'FILE_NOT_IN_ALLEO' };
	const [account, ...others] = known.filter(({ is_active: active }) => active);
	if (account === undefined) return { kind: 'leftOut', code: 'FILE_ACCOUNT_INACTIVE' };
	if (others.length > 0) {
		const params = { count: others.length + 1 };
		return { kind: 'hold', code: 'FLEX_SEVERAL_ACCOUNTS', params, account };
	}
	// Alleo's own spelling, not the HR system's: an address that Alleo does not know skips the line.
	const email = account.email?.trim() ?? '';
	return email === ''
		? { kind: 'hold', code: 'FLEX_ACCOUNT_NO_EMAIL', params: {}, account }
		: { kind: 'account', account, email };
}

/** A person of the source, before it is known who that is in Alleo. */
interface Unknown extends Pick<RowParts, 'evidence' | 'notices'> {
	person: FilePerson & { status: string; issues: readonly Issue[] };
}

export type LineParts = RowParts & { email: string; account: AlleoEmployee };

/** Gives the parts of the person's line, or what becomes of the person instead. */
export function identifier(
	people: readonly FilePerson[],
	accounts: Accounts,
): (given: Unknown) => Result<LineParts, FileProposal> {
	const times = countBy(people, ({ external_id: id }) => id);
	const instead = (problem: FileProposal): Result<never, FileProposal> => ({ ok: false, problem });
	return (given) => {
		const { external_id: id, status, issues } = given.person;
		if (id === null) {
			return instead(holdForIssues({ ...given, account: null, email: null }, issues));
		}
		const match = matchAccount(accounts, id);
		if (match.kind === 'leftOut') return instead(leaveOut(match.code));
		const { account } = match;
		const known = { ...given, account, email: account.email };
		if (match.kind === 'hold') return instead(holdRow(known, [match]));
		const count = times.get(id) ?? 1;
		if (count > 1) {
			return instead(holdRow(known, [{ code: 'DUPLICATE_EXTERNAL_ID', params: { count } }]));
		}
		if (status === 'held') return instead(holdForIssues(known, issues));
		return done({ ...known, email: match.email });
	};
}
