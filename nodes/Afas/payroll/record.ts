import { findingsOf, type PayrollRecord } from '../../../core/payroll/record';
import { itemIssue } from '../../../core/issues';
import { externalIdOf } from '../../../core/normalize/externalId';
import type { Notice } from '../../shared/source/source';
import type { LeaveFigures } from './leave';
import { noSalary, type SalaryFigures } from './salary';
import type { PayrollSettings } from './settings';
import type { WageFigures } from './wages';

/** What was read of one person; null: the connector is not chosen, undefined: it has nobody of that code. */
export interface PersonParts {
	id: string;
	salary: SalaryFigures | null | undefined;
	wages: WageFigures | null | undefined;
	leave: LeaveFigures | null | undefined;
	/** Connectors that could not be read: everybody is told. */
	lost: readonly string[];
	partition: string;
	/** Latest payroll of the person's employer; null: not known. */
	latestOfEmployer: number | null;
}

/** Issues and notices of the person. */
function findings(
	parts: PersonParts,
	salary: SalaryFigures,
): { issues: Notice[]; notices: Notice[] } {
	const issues: Notice[] = [...salary.issues];
	const notices: Notice[] = [];
	const { wages, leave, lost, latestOfEmployer } = parts;
	if (parts.salary === undefined) issues.push(itemIssue('AFAS_SALARY_NONE', 'salary'));
	if (wages === undefined) {
		notices.push(itemIssue('AFAS_COMPONENTS_NONE', 'holiday_allowance_accrual'));
	}
	issues.push(...(wages?.issues ?? []), ...(leave?.issues ?? []));
	notices.push(...(wages?.notices ?? []), ...(leave?.notices ?? []));
	const paid = wages?.paid ?? null;
	if (paid !== null && latestOfEmployer !== null && paid < latestOfEmployer) {
		notices.push(itemIssue('AFAS_PERIOD_OLDER', 'period'));
	}
	for (const connector of lost) {
		issues.push(itemIssue('AFAS_CONNECTOR_NOT_READ', null, { connector }));
	}
	return findingsOf(salary.inService, issues, notices);
}

/** One person's payroll record. */
export function toRecord(parts: PersonParts, settings: PayrollSettings): PayrollRecord {
	const salary = parts.salary ?? noSalary();
	const { id, wages, leave } = parts;
	const employer = salary.employer ?? wages?.employer ?? null;
	const paid = wages?.paid ?? null;
	return {
		external_id: externalIdOf('afas', id, settings.personKey === 'PersonId'),
		source: { system: 'afas', partition: parts.partition, employee_id: id, employee_number: id },
		company: { id: employer, number: employer, name: salary.employerName },
		email: salary.email,
		period: paid === null ? null : { year: Math.floor(paid / 100), period: paid % 100 },
		pay_cycle: salary.cycle ?? settings.payCycle,
		gross_hourly_wage: salary.hourly,
		wage_since: salary.since,
		gross_monthly_salary: salary.monthly,
		holiday_allowance_accrual: wages?.accrual ?? null,
		holiday_allowance_balance: wages?.balance ?? null,
		other_sources: wages?.others ?? [],
		corrections: wages?.corrections ?? 0,
		leave: leave?.leave ?? [],
		hours_per_week: salary.hours,
		in_service: salary.inService,
		start_date: salary.startDate,
		end_date: salary.endDate,
		...findings(parts, salary),
	};
}
