import { normalize } from '../../../../core/normalize';
import type { AlleoEmployee, Employee } from '../../../../core/model/employee';
import type { GuardResult } from '../../../../core/model/summary';
import type { DiffOptions } from '../../../../core/plan/options';
import { account, covered, range, run } from '../../../support/people.mts';
import { inputOf, nmbrs } from '../../normalize/support.mts';
import type { Raw } from '../../normalize/support.mts';

/** Two companies of one source, from its records on, for the limits of parts. */

export const auto = { approval: 'whenGuardTrips' as const };
export const left = { employeeType: 'formerPayroll', endDate: '2026-11-01', employments: [] };

export const NOORD = { id: 'c1', name: 'Bakkerij Noord' };
export const ZUID = { id: 'c2', name: 'Bakkerij Zuid' };

export const record = (number: number, company: typeof NOORD, more: Raw = {}): Raw =>
	nmbrs({
		employeeId: String(number),
		businessEmail: `person${number}@example.nl`,
		firstName: `First${number}`,
		firstNameInFull: `First${number}`,
		prefix: null,
		lastName: `Last${number}`,
		birthDate: account(number).birthday,
		company: { ...company, number: company.id },
		department: { code: '1', description: 'Kantoor' },
		seniorityDate: '2020-01-01',
		...more,
	});

export const department = (description: string): Raw => ({
	department: { code: '1', description },
});

export function people(records: readonly Raw[]): Employee[] {
	const result = normalize(inputOf([...records]));
	if (!result.ok) throw new Error(result.problem.code);
	return result.value;
}

export const coverage = [NOORD, ZUID].map(({ id, name }) => ({ ...covered(id), name }));

export const plan = (
	records: readonly Raw[],
	accounts: readonly AlleoEmployee[],
	options: Partial<DiffOptions> = {},
) => run(people(records), accounts, { ...auto, ...options }, coverage).summary;

export const guardsOf = (summary: { guards: GuardResult[] }, code: string): GuardResult[] =>
	summary.guards.filter((guard) => guard.code === code);

export const accounts = range(1, 1030).map((number) => account(number));
export const noord = range(1, 1000).map((number) => record(number, NOORD));
export const zuid = (more: Raw) => range(1001, 1030).map((number) => record(number, ZUID, more));
