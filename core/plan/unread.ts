import { resolveIssue } from '../issues';
import type { Coverage } from '../model/employee';
import {
	UNREAD_COMPANY,
	UNREAD_UNKNOWN,
	unlistedDebtors,
	unreadCompanies,
} from '../model/coverage';
import { compareText } from '../model/collect';
import type { PlanNotice } from '../model/summary';

/** Companies that exist and are not read, and debtors of whom that is unknown, once each. */
export function unreadNotices(coverage: readonly Coverage[]): PlanNotice[] {
	const said = new Map<string, PlanNotice>();
	const note = (key: string, name: string, issue: ReturnType<typeof resolveIssue>): void => {
		const { code, message, action, params } = issue;
		said.set(key, { external_id: null, name, code, message, action, params, date: null });
	};
	for (const partition of coverage) {
		for (const { id, name } of unreadCompanies(partition)) {
			note(id, name, resolveIssue(UNREAD_COMPANY, { company: name }));
		}
		for (const debtor of unlistedDebtors(partition)) {
			const { name, cause } = debtor;
			note(`|${name}`, name, resolveIssue(UNREAD_UNKNOWN, { debtor: name, cause }));
		}
	}
	const key = ({ code, name, message }: PlanNotice): string => `${code}|${name ?? ''}|${message}`;
	return [...said.values()].sort((a, b) => compareText(key(a), key(b)));
}
