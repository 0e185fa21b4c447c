import { isCivilDate } from '../model/dates';
import type { AlleoEmployee, Coverage } from '../model/employee';
import { done, failed } from '../model/result';
import type { Result } from '../model/result';
import { indexAccounts } from './accounts';
import type { Accounts } from './accounts';
import { sortAccounts } from './order';
import { readAccounts, readCoverage } from './read';
import type { MalformedItem, ReadResult } from './read';

/** What every plan is made of: the inputs as they are, and what only the outside world knows. */
export interface PlanInput {
	source: readonly unknown[];
	alleo: readonly unknown[];
	coverage: readonly unknown[];
	/** Today in the workflow's time zone, `YYYY-MM-DD`. */
	referenceDate: string;
	/** Instants, ISO 8601 UTC. */
	createdAt: string;
	expiresAt: string;
	/** How people call the Alleo companies, so far as the workflow knows; only for a reader. */
	companyNames?: ReadonlyArray<{ id: number; name: string }>;
}

export interface PlanReading<T> {
	/** In the order in which they came. */
	people: T[];
	/** Only accounts of the companies that were asked for, in one order however they arrived. */
	accounts: Accounts;
	/** The other companies' accounts too. */
	allAccounts: readonly AlleoEmployee[];
	coverage: Coverage[];
}

const malformed = (input: string, { item, problem }: MalformedItem): Result<never> =>
	failed('DIFF_ITEM_MALFORMED', { input, item, problem });

/**
 * Reads the inputs of a plan; the first item that is not what it should be is the problem, people
 * before accounts before coverage.
 *
 * @param companies the Alleo companies that the plan is about; null takes every account that came in
 */
export function readInputs<T>(
	input: PlanInput,
	readPeople: (items: readonly unknown[]) => ReadResult<T>,
	companies: ReadonlySet<number> | null,
): Result<PlanReading<T>> {
	if (!isCivilDate(input.referenceDate)) {
		return failed('SETTING_INVALID', {
			setting: 'Reference Date',
			problem: 'not a date YYYY-MM-DD',
		});
	}
	const people = readPeople(input.source);
	if (!people.ok) return malformed('Employees', people.problem);
	const alleo = readAccounts(input.alleo);
	if (!alleo.ok) return malformed('Alleo', alleo.problem);
	const coverage = readCoverage(input.coverage);
	if (!coverage.ok) return malformed('Coverage', coverage.problem);
	const allAccounts = sortAccounts(alleo.value);
	const accounts = indexAccounts(allAccounts, companies);
	if (!accounts.ok) return accounts;
	return done({
		people: people.value,
		accounts: accounts.value,
		allAccounts,
		coverage: coverage.value,
	});
}
