import { guid } from '../world/catalogue.mts';
import type { NmbrsPerson, NmbrsWorld } from '../world/types.mts';

/** People whose data is legal and nasty. Each name is a promise that a reader has to keep. */
export type Oddity =
	| 'longName'
	| 'emoji'
	| 'rightToLeft'
	| 'nulBytes'
	| 'markup'
	| 'spaces'
	| 'noPersonalInfo'
	| 'futureInfoOnly'
	| 'noEmployments'
	| 'noContracts'
	| 'noOrganisation'
	| 'unknownGender'
	| 'oddAccessText';

const LONG = 'Voorbeeld '.repeat(200).trim();

const rename = (person: NmbrsPerson, lastName: string): void => {
	person.lastName = lastName;
	for (const info of person.personalInfo) info.lastName = lastName;
};

const BENDS: Record<Oddity, (person: NmbrsPerson, nextYear: number) => void> = {
	longName: (person) => rename(person, LONG),
	emoji: (person) => rename(person, 'Voorbeeld 🧑🏽‍💻🎉'),
	rightToLeft: (person) => rename(person, 'مثال \u202eabc'),
	nulBytes: (person) => rename(person, 'Voor\u0000beeld\u0007'),
	markup: (person) => rename(person, '<b>&amp;"Voor\'beeld"</b> {{ $json }} =1+1'),
	spaces: (person) => rename(person, ' \u00a0Voorbeeld\u200b '),
	noPersonalInfo: (person) => (person.personalInfo = []),
	futureInfoOnly: (person, nextYear) => {
		for (const info of person.personalInfo) Object.assign(info, { year: nextYear, period: 1 });
	},
	noEmployments: (person) => (person.employments = []),
	noContracts: (person) => Object.assign(person, { contracts: [], schedules: [], salaries: [] }),
	noOrganisation: (person) =>
		Object.assign(person, { departments: [], functions: [], managers: [] }),
	unknownGender: (person) =>
		person.personalInfo.forEach((info) => Object.assign(info, { gender: 'other' })),
	oddAccessText: (person) => (person.extraFields.alleo_access = ' JA \u00a0'),
};

/**
 * Gives one person per oddity the odd data, in place, and adds a company without employees.
 *
 * @returns the REST employee id of each oddity
 */
export function addOddities(world: NmbrsWorld): Record<Oddity, string> {
	const people = world.people.filter((person) => person.case === 'unchanged');
	const nextYear = (world.companies[0]?.currentYear ?? 2000) + 1;
	const chosen = (Object.keys(BENDS) as Oddity[]).map((oddity, at): [Oddity, string] => {
		const person = people[at];
		if (person === undefined) throw new Error('The world is too small for every oddity');
		BENDS[oddity](person, nextYear);
		return [oddity, person.employeeId];
	});
	const [first] = world.companies;
	if (first !== undefined) {
		const companyId = guid('c1', 9999);
		const empty = { companyId, soapId: 19_999, number: '9999', name: 'Lege B.V.' };
		world.companies.push({ ...first, ...empty });
	}
	return Object.fromEntries(chosen) as Record<Oddity, string>;
}
