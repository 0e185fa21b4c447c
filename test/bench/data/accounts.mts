import type { AlleoEmployee, Coverage } from '../../../core/model/employee';
import { companyRef, DEPARTMENTS, essenceOf, PEOPLE_PER_COMPANY, standingOf } from './people.mts';

/** Alleo's side of the same people, at four distances from the source. */

export const COMPANY = 41;

/** Alleo's groups; the last one is where the people were before they changed departments. */
export const GROUPS = [...DEPARTMENTS, 'Oude afdeling'].map((name, index) => ({
	id: 7 + index,
	companyId: COMPANY,
	name,
}));

const groupOf = (name: string): { company_group_id: number; group_name: string } => ({
	company_group_id: GROUPS.find((group) => group.name === name)?.id ?? 0,
	group_name: name,
});

export const SCENARIOS = ['no change', '2 % changed', '30 % changed', 'everyone new'] as const;
export type Scenario = (typeof SCENARIOS)[number];

const SHARE: Record<Scenario, number> = {
	'no change': 0,
	'2 % changed': 2,
	'30 % changed': 30,
	'everyone new': 100,
};

/** Spreads the changed people evenly over the list: no two neighbours at 30 %. */
const isChanged = (number: number, share: number): boolean => (number * 37) % 100 < share;

/** The account as yesterday's sync left it. */
function account(number: number): AlleoEmployee {
	const person = essenceOf(number);
	const left = standingOf(number) === 'left';
	return {
		id: 1_000_000 + number,
		company_id: COMPANY,
		is_active: !left,
		email: person.email,
		private_email: person.privateEmail,
		first_name: person.firstName,
		prefix: person.prefix,
		last_name: person.lastName,
		language: 'nl',
		...groupOf(person.group),
		external_id: `nmbrs-${person.employeeId}`,
		birthday: person.birthday,
		work_anniversary: person.start,
		registration_date: '2024-02-01T08:00:00',
		offboarding_date: left ? '2025-12-31T08:00:00' : null,
		last_active_date: '2026-11-20T12:34:56',
	};
}

/**
 * The account of one person, or null where there is none. Of those changed, one in ten is new, one
 * in ten has left (where there is a leaver), and the others differ in name, address or group.
 */
export function accountOf(number: number, scenario: Scenario): AlleoEmployee | null {
	const standing = standingOf(number);
	if (scenario === 'everyone new' || standing === 'upcoming') return null;
	const present = account(number);
	if (!isChanged(number, SHARE[scenario])) return present;
	if (standing === 'left') return { ...present, is_active: true, offboarding_date: null };
	switch (Math.floor(number / 100) % 10) {
		case 0:
			return null;
		case 1:
		case 2:
		case 3:
			return { ...present, last_name: 'Voorheen' };
		case 4:
		case 5:
			return { ...present, email: `oud.${number}@voorbeeld.nl` };
		default:
			return { ...present, ...groupOf('Oude afdeling') };
	}
}

export function accounts(count: number, scenario: Scenario): AlleoEmployee[] {
	const list: AlleoEmployee[] = [];
	for (let number = 0; number < count; number++) {
		const found = accountOf(number, scenario);
		if (found !== null) list.push(found);
	}
	return list;
}

/** Every company read completely. */
export const coverage = (count: number): Coverage[] =>
	Array.from({ length: Math.ceil(count / PEOPLE_PER_COMPANY) }, (_, index) => ({
		...companyRef(index + 1),
		complete: true,
		employees: Math.min(PEOPLE_PER_COMPANY, count - index * PEOPLE_PER_COMPANY),
		pages: PEOPLE_PER_COMPANY / 100,
		checks: [],
		error: null,
	}));
