import { companyLabel, type CompanyPartition } from '../listing/companies';
import { leaveKind, type LeaveKind, type LeaveRule } from '../../../core/payroll/leaveRules';
import { readLeaveGroups } from '../listing/leaveGroups';
import { emptyRead, type PartitionRead } from '../../shared/source/source';
import { readTable } from '../listing/readTable';
import type { RestClient } from '../api/restClient';
import { LeaveBalanceRow } from '../api/schemas';

/** One balance of one employee. The unit is the vendor's own (hours, as far as known). */
export interface LeaveItem {
	source: 'nmbrs';
	employeeId: string;
	leaveGroupId: string | null;
	group: string | null;
	description: string | null;
	kind: LeaveKind;
	balance: number | null;
	company: { id: string; number: string | null; name: string | null };
}

/** The leave balances of one company with the names of their groups. */
export async function readCompanyLeave(
	client: RestClient,
	company: CompanyPartition,
	rules: readonly LeaveRule[],
): Promise<PartitionRead<LeaveItem>> {
	const query = { company: company.id, label: companyLabel(company) };
	const [table, groups] = await Promise.all([
		readTable(client, 'leaveBalances', 'leaveBalances', LeaveBalanceRow, query),
		readLeaveGroups(client, company),
	]);
	if (!table.ok) return emptyRead(table.problem);
	if (!groups.ok) return emptyRead(groups.problem);
	const { id, number, name } = company;
	const items = [...table.value.byEmployee].flatMap(([employeeId, rows]) =>
		rows.map(({ leaveGroupId, leaveBalance }): LeaveItem => {
			const group = groups.value.groups.get(leaveGroupId ?? '') ?? {
				code: null,
				description: null,
			};
			return {
				source: 'nmbrs',
				employeeId,
				leaveGroupId,
				group: group.code,
				description: group.description,
				kind: leaveKind(group, rules),
				balance: leaveBalance,
				company: { id, number, name },
			};
		}),
	);
	const { checks, pages, problem, byEmployee } = table.value;
	return {
		items,
		employees: byEmployee.size,
		pages: pages + groups.value.pages,
		checks,
		problem,
	};
}
