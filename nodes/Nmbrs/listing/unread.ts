import {
	UNREAD_COMPANY,
	UNREAD_UNKNOWN,
	unreadCompanyDetail,
	unlistedDebtorDetail,
} from '../../../core/model/coverage';
import { groupBy } from '../../../core/model/collect';
import type { CoverageCheck } from '../../shared/source/coverage';
import { companyLabel, type CompanyPartition, type Partitions } from './companies';

/**
 * What coverage says of companies that exist and are not read: on every company of the same debtor, and
 * on all where nothing of that debtor is read. A check that is ok: a choice is no gap.
 */
export function unreadChecks({
	companies,
	unread,
	unlisted,
}: Partitions): (company: CompanyPartition) => CoverageCheck[] {
	const checksOf = (left: readonly CompanyPartition[]): CoverageCheck[] =>
		left.map((company) => ({
			code: UNREAD_COMPANY,
			ok: true,
			detail: unreadCompanyDetail({ id: company.id, name: companyLabel(company) }),
		}));
	// Where the vendor names no debtor, the consent covers one.
	const debtorOf = ({ debtorId }: CompanyPartition): string => debtorId ?? '';
	const debtors = new Set(companies.map(debtorOf));
	const byDebtor = groupBy(unread, debtorOf);
	const elsewhere = checksOf(unread.filter((company) => !debtors.has(debtorOf(company))));
	const unknown = unlisted.map(({ id, name, problem }): CoverageCheck => {
		const detail = unlistedDebtorDetail({ name: name ?? id, cause: problem.code });
		return { code: UNREAD_UNKNOWN, ok: true, detail };
	});
	const checks = new Map(
		[...debtors].map((debtor) => [debtor, checksOf(byDebtor.get(debtor) ?? [])] as const),
	);
	return (company) => [...(checks.get(debtorOf(company)) ?? []), ...elsewhere, ...unknown];
}
