import type { AlleoEmployee, SourceRef } from '../../model/employee';
import { idPrefixOf } from '../../model/idPrefix';
import { itemReason } from '../../issues';
import type { Accounts } from '../accounts';
import { deactivateRow } from '../rows';
import type { Draft } from '../planHash';
import { ruleText } from './rule';

/**
 * Active accounts with an external id of this source that the source no longer has. Absence is not
 * evidence: they are reported, and off-boarded only by explicit policy on complete coverage (I4).
 */

export const externalIdPrefix = (source: Pick<SourceRef, 'system' | 'id_prefix'>): string =>
	`${idPrefixOf(source)}-`;

export const isOurs = (account: AlleoEmployee, prefixes: readonly string[]): boolean => {
	const externalId = account.external_id;
	return externalId !== null && prefixes.some((prefix) => externalId.startsWith(prefix));
};

export function findAbsent(
	accounts: Accounts,
	isKnown: (externalId: string) => boolean,
	prefixes: readonly string[],
	taken: ReadonlySet<number>,
): AlleoEmployee[] {
	return accounts.all.filter(
		(account) =>
			account.is_active &&
			isOurs(account, prefixes) &&
			!isKnown(account.external_id ?? '') &&
			!taken.has(account.id),
	);
}

export function absentRow(account: AlleoEmployee): Draft {
	const row = deactivateRow(null, account, itemReason('ABSENT_DEACTIVATED'));
	return { ...row, rule: ruleText({ kind: 'cell', source: 'absent', target: 'active' }) };
}
