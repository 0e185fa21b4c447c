import fc from 'fast-check';
import { all, TODAY, verdict } from '../unit/normalize/support.mts';
import type { Raw } from '../unit/normalize/support.mts';
import { replayable } from './world.mts';

/**
 * Who is in service, against the rules of the domain told day by day (design section 6) and not as the
 * code has them: random employments around the reference date, types, access and addresses.
 */

interface Period {
	startDate: string;
	endDate: string | null;
}

/** Days around the reference date, 2026-11-24. */
const DAYS = [
	'2015-01-01',
	'2020-06-30',
	'2020-07-07',
	'2020-07-08',
	'2026-11-16',
	'2026-11-17',
	'2026-11-23',
	'2026-11-24',
	'2026-11-25',
	'2027-06-01',
];

const period = fc
	.tuple(fc.constantFrom(...DAYS), fc.option(fc.constantFrom(...DAYS)))
	.map(([one, other]): Period => {
		const [startDate, endDate] = other === null ? [one, null] : [one, other].sort();
		return { startDate: startDate ?? one, endDate: endDate ?? null };
	});

const running = (one: Period, day: string): boolean =>
	one.startDate <= day && (one.endDate === null || one.endDate >= day);

const daysApart = (from: string, to: string): number =>
	(Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

/** The first day of a service, going back over gaps of at most seven days until nothing changes. */
function serviceStart(periods: readonly Period[], from: string): string {
	const earlier = periods.find(
		(one) => one.startDate < from && (one.endDate === null || daysApart(one.endDate, from) <= 7),
	);
	return earlier === undefined ? from : serviceStart(periods, earlier.startDate);
}

interface Told {
	verdict: string;
	notices: string[];
	anniversary?: string | null;
}

function told(type: string | null, periods: readonly Period[]): Told {
	const past = periods.filter(({ endDate }) => endDate !== null && endDate < TODAY);
	const now = periods.filter((one) => running(one, TODAY));
	const coming = periods.filter(({ startDate }) => startDate > TODAY);
	const latest = now
		.map(({ startDate }) => startDate)
		.sort()
		.at(-1);
	const inService = (notices: string[]): Told => ({
		verdict: 'active: IN_SERVICE',
		notices,
		...(latest === undefined ? {} : { anniversary: serviceStart(periods, latest) }),
	});
	if (type === 'formerPayroll' && now.some(({ endDate }) => endDate === null)) {
		return { verdict: 'held: TYPE_AND_DATES_DISAGREE', notices: [] };
	}
	if (now.length > 0) {
		return inService(type === 'formerPayroll' ? ['FORMER_PAYROLL_IN_SERVICE'] : []);
	}
	if (coming.length > 0) {
		return {
			verdict: 'upcoming: STARTS_LATER',
			notices: past.length > 0 ? ['GAP_BEFORE_RETURN'] : [],
		};
	}
	if (type === 'payroll') return inService(past.length > 0 ? ['PAYROLL_END_PASSED'] : []);
	if (type === 'formerPayroll') return { verdict: 'ended: FORMER_PAYROLL', notices: [] };
	return past.length > 0
		? { verdict: 'ended: EMPLOYMENT_ENDED', notices: [] }
		: { verdict: 'held: DATES_MISSING', notices: [] };
}

const YES = ['ja', 'yes', 'true', 'waar', '1', 'j', 'y', 'x', ' JA ', 'Yes', true, 1];
const NO = ['nee', 'no', 'false', 'onwaar', '0', 'n', ' NEE', 'No', false, 0];
const EMPTY = ['', '   ', null, undefined];

/** Ended goes before access, access before the start, and only who is active needs an address. */
function withAccess(base: Told, access: unknown, emptyAccess: string, mail: string | null): Told {
	const [status] = base.verdict.split(':');
	if (status === 'held' || status === 'ended') return base;
	const ineligible = (code: string): Told => ({ verdict: `ineligible: ${code}`, notices: [] });
	if (NO.includes(access as never)) return ineligible('ACCESS_NO');
	if (EMPTY.includes(access as never)) {
		if (emptyAccess === 'no') return ineligible('ACCESS_NO');
		if (emptyAccess === 'undecided') return ineligible('ACCESS_EMPTY');
	} else if (!YES.includes(access as never))
		return { verdict: 'held: ACCESS_UNREADABLE', notices: [] };
	if (status === 'active' && mail === null) return { verdict: 'held: EMAIL_MISSING', notices: [] };
	return base;
}

const person = fc.record({
	system: fc.constantFrom('nmbrs', 'afas'),
	type: fc.constantFrom('payroll', 'formerPayroll'),
	periods: fc.array(period, { maxLength: 4 }),
	access: fc.constantFrom(...YES, ...NO, ...EMPTY, 'misschien', 2, {}),
	mail: fc.constantFrom('noor@voorbeeld.nl', 'noor@voorbeeld.nl', null),
});

type Given = typeof person extends fc.Arbitrary<infer T> ? T : never;

const records: Record<string, (given: Given) => Raw> = {
	nmbrs: ({ type, periods, access, mail }) => ({
		source: 'nmbrs',
		employeeId: 'b1',
		employeeType: type,
		businessEmail: mail,
		firstName: 'Noor',
		lastName: 'Testen',
		employments: periods,
		extraFields: { alleo_access: access },
	}),
	afas: ({ periods, access, mail }) => ({
		source: 'afas',
		EmployeeId: 'b1',
		Mail: mail,
		FirstName: 'Noor',
		BirthName: 'Testen',
		EmploymentStart: periods[0]?.startDate ?? null,
		EmploymentEnd: periods[0]?.endDate ?? null,
		employments: periods,
		alleo_access: access,
	}),
};

test('every person is what the rules say', () => {
	fc.assert(
		fc.property(
			fc.array(person, { minLength: 1, maxLength: 12 }),
			fc.constantFrom('undecided' as const, 'no' as const, 'yes' as const),
			(people, emptyAccess) => {
				// One person has the field in any case: missing for everybody stops the run.
				const everyone = [...people, { ...(people[0] as Given), access: 'ja' }];
				const given = everyone.map((one) => records[one.system]?.(one) ?? {});
				const options = { selectiveSync: 'on' as const, emptyAccess };
				const results = all(given, { options });
				results.forEach((employee, index) => {
					const { system, type, periods, access, mail } = everyone[index] as Given;
					const base = told(system === 'nmbrs' ? type : null, periods);
					const expected = withAccess(base, access, emptyAccess, mail);
					expect(verdict(employee)).toBe(expected.verdict);
					const notices = employee.notices.map(({ code }) => code);
					for (const code of expected.notices) expect(notices).toContain(code);
					if (employee.status !== 'active') return;
					if (expected.anniversary !== undefined) {
						expect(employee.work_anniversary).toBe(expected.anniversary);
					}
					expect(employee.external_id).toBe(`${system}-b1`);
				});
			},
		),
		replayable(),
	);
});
