import type { IExecuteFunctions } from 'n8n-workflow';
import { PayCycle } from '../../../core/payroll/payrollRecord';
import type { LeaveRule } from '../../../core/payroll/leaveRules';
import { done, failed, type Result } from '../../../core/model/result';
import {
	collectionParameter,
	locatorValue,
	personKeyParameter,
	readingParameters,
	referenceDateParameter,
	textParameter,
} from './parameters';
import type { Given, OtherComponent, PayrollSettings } from '../payroll/settings';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const rows = (value: unknown): Array<Record<string, unknown>> =>
	Array.isArray(value) ? value.filter(isRecord) : [];

/** The columns that the user named, by role. */
const columns = (context: IExecuteFunctions, name: string): Given =>
	Object.fromEntries(
		Object.entries(collectionParameter(context, name)).map(([role, value]) => [
			role,
			locatorValue(value),
		]),
	);

const CODE = /^[\w.-]{1,30}$/;

const others = (context: IExecuteFunctions): OtherComponent[] =>
	rows(collectionParameter(context, 'otherSources')['source'])
		.map((row) => ({
			accrual: locatorValue(row['accrual']),
			balance: locatorValue(row['balance']),
		}))
		.filter(({ accrual, balance }) => accrual !== '' || balance !== '');

const leaveRules = (context: IExecuteFunctions): LeaveRule[] =>
	rows(collectionParameter(context, 'leaveTypes')['rule']).map((row) => ({
		match: locatorValue(row['match']),
		kind: row['kind'] === 'nonStatutory' ? 'nonStatutory' : 'statutory',
	}));

const refuse = (setting: string, cause: string) =>
	failed('AFAS_SETTING_INVALID', { setting, cause });

/** Everything that "Payroll: Get Many" asks; refused before anything is sent. */
export function payrollParameters(context: IExecuteFunctions): Result<PayrollSettings> {
	const personKey = personKeyParameter(context);
	if (!personKey.ok) return personKey;
	const referenceDate = referenceDateParameter(context);
	if (!referenceDate.ok) return referenceDate;
	const text = (name: string): string => textParameter(context, name);
	const cycle = PayCycle.safeParse(text('payCycle'));
	const settings: PayrollSettings = {
		personKey: personKey.value,
		salaryConnector: text('salaryConnector'),
		wageConnector: text('wageComponentsConnector'),
		plansConnector: text('plansConnector'),
		leaveConnector: text('leaveConnector'),
		salaryColumns: columns(context, 'salaryColumns'),
		wageColumns: columns(context, 'wageColumns'),
		planColumns: columns(context, 'planColumns'),
		leaveColumns: columns(context, 'leaveColumns'),
		accrualComponent: text('accrualComponent'),
		balanceComponent: text('balanceComponent'),
		others: others(context),
		leaveRules: leaveRules(context),
		leaveUnit: text('leaveUnit') === 'days' ? 'days' : 'hours',
		payCycle: cycle.success ? cycle.data : null,
		referenceDate: referenceDate.value,
		reading: readingParameters(context),
	};
	const { salaryConnector, wageConnector, leaveConnector } = settings;
	if (salaryConnector === '' && wageConnector === '' && leaveConnector === '') {
		return refuse('Connectors', 'none is chosen');
	}
	const codes = [
		settings.accrualComponent,
		settings.balanceComponent,
		...settings.others.flatMap(({ accrual, balance }) => [accrual, balance]),
	].filter((code) => code !== '');
	if (wageConnector !== '' && codes.length === 0) {
		return refuse('Accrual Component', 'no wage component is named');
	}
	const odd = codes.find((code) => !CODE.test(code));
	return odd === undefined ? done(settings) : refuse('Accrual Component', `"${odd}" is no number`);
}
