import type { IExecuteFunctions } from 'n8n-workflow';

import { done, type Result } from '../../../core/model/result';
import { readAll, refused } from '../../shared/parameters';
import type { OtherSourceSetting, PayrollSettings } from '../payroll/settings';
import { leaveGroups } from './descriptions/leaveAndPayroll';
import { day, optionsOfPayroll } from './descriptions/partitions';
import {
	accrualComponent,
	balanceComponent,
	holidayAllowance,
	leaveSource,
	leaveUnit,
	nonStatutoryType,
	otherSources,
	payCycle,
	payrollRun,
	reservationNames,
	runIds,
	statutoryType,
} from './descriptions/payroll';

type Holiday = Pick<
	PayrollSettings,
	'holiday' | 'reservationNames' | 'accrualComponent' | 'balanceComponent'
>;

function readHoliday(context: IExecuteFunctions): Result<Holiday> {
	const origin = holidayAllowance.read(context);
	if (!origin.ok) return origin;
	const refuse = (problem: string) => refused(holidayAllowance.field.displayName, problem);
	const holiday = origin.value;
	const none = { holiday, reservationNames: [], accrualComponent: '', balanceComponent: '' };
	if (holiday === 'none') return done(none);
	if (holiday === 'payslipComponents') {
		const read = readAll(context, { accrualComponent, balanceComponent });
		if (!read.ok) return read;
		const chosen = Object.values(read.value).some((code) => code !== '');
		return chosen ? done({ ...none, ...read.value }) : refuse('no wage component is chosen');
	}
	const read = reservationNames.read(context);
	if (!read.ok) return read;
	if (read.value.length === 0) return refuse('no reservation is named');
	return done({ ...none, reservationNames: read.value.map((name) => name.toLowerCase()) });
}

/** The further sources of which somebody said which. */
const named = (
	rows: ReadonlyArray<{ kind: OtherSourceSetting['kind']; component: string; reservation: string }>,
): OtherSourceSetting[] =>
	rows
		.map(({ kind, component, reservation }) => ({
			kind,
			code: kind === 'component' ? component : reservation,
		}))
		.filter(({ code }) => code !== '');

/** Everything that "Payroll: Get Many" asks; a wrong setting costs no call. */
export function readPayrollSettings(context: IExecuteFunctions): Result<PayrollSettings> {
	const holiday = readHoliday(context);
	if (!holiday.ok) return holiday;
	const read = readAll(context, {
		others: otherSources,
		run: payrollRun,
		payCycle,
		leave: leaveSource,
		leaveRules: leaveGroups,
		leaveUnit,
		options: optionsOfPayroll,
		referenceDate: day,
	});
	if (!read.ok) return read;
	const { others, run, options, ...settings } = read.value;
	const runs = run === 'chosen' ? runIds.read(context) : done(new Set<number>());
	if (!runs.ok) return runs;
	const types =
		settings.leave === 'soap'
			? readAll(context, { statutoryType, nonStatutoryType })
			: done({ statutoryType: 'none' as const, nonStatutoryType: 'none' as const });
	if (!types.ok) return types;
	return done({
		...holiday.value,
		...settings,
		...options,
		...types.value,
		others: named(others),
		runIds: runs.value,
	});
}
