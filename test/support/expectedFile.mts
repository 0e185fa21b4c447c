import { expectedPayroll } from '../../sandbox/world/payroll.mts';
import type { ExpectedPayroll } from '../../sandbox/world/payroll.mts';
import type { System, World } from '../../sandbox/world/types.mts';

/**
 * The file as it must arrive, worked out from the made-up world alone: nothing here is shared with what
 * makes the file.
 */

/** Hours of a full-time month that the customers of the made-up world set. */
export const FULL_TIME_HOURS = 173.33;

const HEAD =
	'Email,Primary Salary Source,Secondary Salary Source,Gross Hourly Wage,Balance of Non-Statutory Leave Hours,Balance of Statutory Leave Hours';

/** Whole cents as Alleo's files have them: 25640 is 256.40, nothing known is an empty cell. */
function money(cents: number | null): string {
	if (cents === null) return '';
	if (cents === 0) return '0';
	const text = String(Math.abs(cents)).padStart(3, '0');
	return `${cents < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}

const rank = ({ period }: ExpectedPayroll): number => period.year * 100 + period.period;

/** Whoever was not in the last run of their company is held: the figures are of an older period. */
function lastRuns(people: readonly ExpectedPayroll[]): Map<string, number> {
	const last = new Map<string, number>();
	for (const one of people) {
		if (one.inService === false || one.accrualCents === null) continue;
		const key = `${one.companyId}|${one.payCycle}`;
		last.set(key, Math.max(last.get(key) ?? 0, rank(one)));
	}
	return last;
}

export function expectedPeople(world: World, system: System): ExpectedPayroll[] {
	const all = expectedPayroll(world, { fullTimeHoursPerMonth: FULL_TIME_HOURS });
	const people = all.filter((one) => one.system === system);
	const last = lastRuns(people);
	return people.filter(
		(one) =>
			one.inService !== false &&
			one.status === 'ok' &&
			one.hourlyWageCents !== null &&
			(one.accrualCents === null ||
				rank(one) >= (last.get(`${one.companyId}|${one.payCycle}`) ?? 0)),
	);
}

export interface WhoseFile {
	/** External ids of people whose figures somebody has to look at first: they have no line. */
	held?: ReadonlySet<string>;
	/** The Alleo company that the customer has; all where it is left out. */
	companyId?: number;
}

export function expectedFile(
	world: World,
	system: System,
	{ held = new Set(), companyId }: WhoseFile = {},
): string {
	const active = world.alleo.accounts
		.filter(({ is_active: is }) => is)
		.filter(({ company_id: id }) => companyId === undefined || id === companyId);
	const addresses = new Map(active.map(({ external_id: id, email }) => [id ?? '', email]));
	const lines = expectedPeople(world, system)
		.filter(({ externalId }) => addresses.has(externalId) && !held.has(externalId))
		.sort((a, b) => (a.externalId < b.externalId ? -1 : 1))
		.map((one) =>
			[
				addresses.get(one.externalId),
				money(one.accrualCents),
				'',
				money(one.hourlyWageCents),
				one.nonStatutoryHours,
				one.statutoryHours,
			].join(','),
		);
	return [HEAD, ...lines, ''].join('\n');
}
