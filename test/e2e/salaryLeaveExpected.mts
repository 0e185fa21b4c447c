import type { Sandbox } from '../../sandbox/start.mts';
import type { System } from '../../sandbox/world/types.mts';
import type { Context } from './context.mts';

/**
 * The file as it must arrive, worked out from the made-up world alone: nothing here is shared with what
 * makes the file.
 */

export interface ExpectedPay {
	externalId: string;
	inService: boolean;
	/** Texts as they must stand in the file; '' where nothing is known. */
	accrual: string;
	wage: string;
	nonStatutory: string;
	statutory: string;
}

const HEAD =
	'Email,Primary Salary Source,Secondary Salary Source,Gross Hourly Wage,Balance of Non-Statutory Leave Hours,Balance of Statutory Leave Hours';

/** Addresses of the active accounts, by external id. */
function activeAddresses(sandbox: Sandbox): Map<string, string> {
	const accounts = sandbox.world.alleo.accounts.filter(({ is_active: active }) => active);
	return new Map(accounts.map(({ external_id: id, email }) => [id ?? '', email]));
}

export function fileOf(sandbox: Sandbox, people: readonly ExpectedPay[]): string {
	const addresses = activeAddresses(sandbox);
	const lines = people
		.filter(({ externalId, inService }) => inService && addresses.has(externalId))
		.sort((a, b) => (a.externalId < b.externalId ? -1 : 1))
		.map(({ externalId, accrual, wage, nonStatutory, statutory }) =>
			[addresses.get(externalId), accrual, '', wage, nonStatutory, statutory].join(','),
		);
	return [HEAD, ...lines, ''].join('\n');
}

export function stub(context: Context, system: System): ExpectedPay[] {
	const { sandbox } = context;
	const people = sandbox.world.alleo.accounts.filter(({ external_id: id }) => id?.startsWith(system));
	return people.map(({ external_id: id }, n) => ({
		externalId: id ?? '',
		inService: true,
		accrual: (200 + n * 1.37).toFixed(2),
		wage: (17 + n * 0.13).toFixed(2),
		nonStatutory: '24.5',
		statutory: '80',
	}));
}

export const stubRecords = (context: Context, system: System): object[] =>
	stub(context, system).map((p) => ({
		external_id: p.externalId,
		source: { system, partition: '1', employee_id: null, employee_number: null },
		period: { year: 2026, period: 11 }, pay_cycle: 'month',
		gross_hourly_wage: p.wage.replace('.', ','), holiday_allowance_accrual: p.accrual,
		leave: [{ group: 'a', type: 'statutory', balance: 80, unit: 'hours' }, { group: 'b', type: 'nonStatutory', balance: '24,5', unit: 'hours' }],
	}));

export function expectedFile(context: Context, system: System, _rows: object[]): string {
	return fileOf(context.sandbox, stub(context, system));
}
