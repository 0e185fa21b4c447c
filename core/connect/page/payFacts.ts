import type { Language } from '../../issues';
import type { CustomerConnection } from '../connection';
import type { LeaveUse, WageUse } from '../pay';
import { componentName } from '../payAnswers';
import { say, type ConnectTextKey } from './text';

const NAMED: Record<WageUse | LeaveUse, ConnectTextKey> = {
	holidayAccrual: 'useAccrual',
	holidayBalance: 'useBalance',
	hourlyWage: 'useHourly',
	monthlySalary: 'useMonthly',
	statutory: 'leaveStatutory',
	nonStatutory: 'leaveNonStatutory',
	neither: 'leaveNeither',
};

/** What is what of pay: names and numbers. */
export function payFacts(
	{ pay, wage_components: wages, leave_groups: groups, afas_pay: afas }: CustomerConnection,
	language: Language,
): Array<readonly [ConnectTextKey, string]> {
	const t = say(language);
	const listed = (
		list: ReadonlyArray<{ label: string; role: WageUse | LeaveUse | null }>,
	): string =>
		list
			.map(({ label, role }) => (role === null ? label : `${t(NAMED[role])}: ${label}`))
			.join('; ');
	const numbers = [
		{ label: afas?.accrual_component ?? '', role: 'holidayAccrual' as const },
		{ label: afas?.balance_component ?? '', role: 'holidayBalance' as const },
	].filter(({ label }) => label !== '');
	const components = wages.map((one) => ({ label: componentName(one), role: one.role }));
	const types = afas?.leave_types ?? [];
	return [
		['payFact', pay ? t('payOn') : ''],
		[
			'afasConnectors',
			Object.values(afas?.connectors ?? {})
				.filter((name) => name !== '')
				.join(', '),
		],
		['wageComponents', listed([...components, ...numbers])],
		['leaveGroups', listed(groups.map(({ id, name, role }) => ({ label: name ?? id, role })))],
		['leaveTypes', listed(types.map(({ code, name, role }) => ({ label: name ?? code, role })))],
	];
}
