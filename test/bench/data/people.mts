import type { RawEmployee } from '../../../nodes/Nmbrs/employee/rawEmployee';

/**
 * Invented people in the shape that the NMBRS node gives (department, function, manager, contracts,
 * schedule and extra fields included, histories beside them), made from their number alone.
 */

export const TODAY = '2026-11-24';
export const PEOPLE_PER_COMPANY = 2000;

const FIRST = [
	'Noor',
	'Daan',
	'Sanne',
	'Bram',
	'Fenna',
	'Youssef',
	'Lotte',
	'Joris',
	'Aylin',
	'Tijn',
];
const LAST = [
	'Jansen',
	'Berg',
	'Bakker',
	'Visser',
	'Dijk',
	'Meijer',
	'Bos',
	'Vermeer',
	'Kok',
	'Smit',
];
const PREFIX = [null, null, null, 'van den', null, null, 'de', null, 'van', null];
export const DEPARTMENTS: readonly string[] = [
	'Verkoop',
	'Magazijn',
	'Administratie',
	'Klantenservice',
	'Productie',
	'IT',
];
const FUNCTIONS = ['Medewerker', 'Teamleider', 'Adviseur', 'Planner', 'Chauffeur', 'Controller'];

const pick = <T,>(list: readonly T[], at: number): T => list[at % list.length] as T;
const two = (value: number): string => String(value).padStart(2, '0');

/** A well mixed number from 0, the same for the same arguments. */
const mix = (number: number, salt: number): number => {
	let value = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
	value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
	value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
	return (value ^ (value >>> 15)) >>> 0;
};

const dateOf = (number: number, salt: number, from: number, years: number): string => {
	const value = mix(number, salt);
	const year = from + (value % years);
	return `${year}-${two(1 + ((value >>> 8) % 12))}-${two(1 + ((value >>> 16) % 28))}`;
};

const guid = (kind: string, number: number): string =>
	`${kind.padEnd(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

export const companyRef = (companyNumber: number): { partition: string; name: string } => ({
	partition: guid('c', companyNumber),
	name: `Voorbeeld ${companyNumber} B.V.`,
});

export type Standing = 'inService' | 'left' | 'upcoming';

/** Of a hundred people eight have left and one has yet to start. */
export function standingOf(number: number): Standing {
	const part = mix(number, 1) % 100;
	if (part < 8) return 'left';
	return part === 8 ? 'upcoming' : 'inService';
}

/** The fields that end up in Alleo. */
export interface Essence {
	employeeId: string;
	firstName: string;
	prefix: string | null;
	lastName: string;
	email: string;
	privateEmail: string | null;
	birthday: string;
	start: string;
	end: string | null;
	group: string;
}

export function essenceOf(number: number): Essence {
	const standing = standingOf(number);
	const firstName = pick(FIRST, mix(number, 2));
	const lastName = `${pick(LAST, mix(number, 3))}${mix(number, 4) % 4 === 0 ? '-Test' : ''}`;
	return {
		employeeId: guid('e', number),
		firstName,
		prefix: pick(PREFIX, mix(number, 5)),
		lastName,
		email: `${firstName}.${lastName}.${number}@voorbeeld.nl`.toLowerCase(),
		privateEmail: mix(number, 6) % 3 === 0 ? `p${number}@thuis.example` : null,
		birthday: dateOf(number, 7, 1960, 45),
		start: standing === 'upcoming' ? '2027-01-01' : dateOf(number, 8, 2005, 20),
		end: standing === 'left' ? dateOf(number, 9, 2025, 1) : null,
		group: pick(DEPARTMENTS, mix(number, 10)),
	};
}

const periodRow = (kind: string, number: number, at: number, year: number) => ({
	id: guid(kind, number * 4 + at),
	createdAt: `${year}-01-05T09:00:00`,
	year,
	period: 1,
});

const coded = (code: number, description: string) => ({ code: String(code), description });

/** One employee of NMBRS, about 3 kB as JSON; a fifth of them were re-hired within the group. */
export function rawEmployee(number: number): RawEmployee {
	const essence = essenceOf(number);
	const standing = standingOf(number);
	const companyNumber = Math.floor(number / PEOPLE_PER_COMPANY) + 1;
	const { partition: companyId, name: companyName } = companyRef(companyNumber);
	const start = { startDate: essence.start, endDate: essence.end, seniorityDate: essence.start };
	const employments = [{ employmentId: guid('d', number * 2), ...start }];
	if (mix(number, 11) % 5 === 0) {
		const earlier = { startDate: '2001-02-01', endDate: '2003-12-31', seniorityDate: null };
		employments.push({ employmentId: guid('d', number * 2 + 1), ...earlier } as never);
	}
	const person = {
		firstName: essence.firstName,
		firstNameInFull: `${essence.firstName}a`,
		prefix: essence.prefix,
		initials: `${essence.firstName.charAt(0)}.`,
		lastName: essence.lastName,
		partnerPrefix: null,
		partnerName: null,
	};
	const contact = {
		birthDate: essence.birthday,
		gender: number % 2 === 0 ? 'female' : 'male',
		businessEmail: essence.email,
		privateEmail: essence.privateEmail,
	};
	const employeeNumber = String((number % PEOPLE_PER_COMPANY) + 1);
	const employeeType = standing === 'left' ? 'formerPayroll' : 'payroll';
	const department = coded(mix(number, 10) % 6, essence.group);
	const work = coded(mix(number, 12) % 6, pick(FUNCTIONS, mix(number, 12)));
	const manager = { firstName: 'Eva', lastName: 'Voorbeeld', email: 'eva@voorbeeld.nl' };
	const contract = {
		contractId: guid('b', number),
		startDate: essence.start,
		endDate: essence.end,
		indefinite: true,
		hoursPerWeek: 36,
		createdAt: '2024-01-05T09:00:00',
	};
	const schedule = { parttimePercentage: 90, hoursPerWeek: 36 };
	return {
		source: 'nmbrs',
		employeeId: essence.employeeId,
		employeeNumber,
		employeeType,
		...person,
		nameUse: null,
		...contact,
		...start,
		employments,
		company: {
			id: companyId,
			number: String(companyNumber),
			name: companyName,
			debtorId: guid('a', 1),
		},
		partition: companyId,
		histories: {
			personalInfo: [2024, 2022].map((year, at) => ({
				...periodRow('f', number, at, year),
				employeeNumber,
				employeeType,
				...person,
				...contact,
			})),
			departments: [{ ...periodRow('d1', number, 0, 2022), ...department }],
			functions: [{ ...periodRow('f1', number, 0, 2022), ...work }],
			managers: [{ ...periodRow('a1', number, 0, 2022), employeeId: guid('e', 1), ...manager }],
			schedules: [{ id: guid('5', number), startDate: essence.start, ...schedule }],
		},
		extraFields: { alleo_access: 'ja', alleo_filter: null, alleo_monthly_all_budget: '50' },
		extraFieldsStatus: 'read',
		notices: [],
		contracts: [contract],
		contract,
		department,
		function: work,
		manager,
		schedule,
	};
}
