import { guid } from '../../world/catalogue.mts';
import type { Gender, NmbrsPerson, PeriodRow, PersonalInfo, Schedule } from '../../world/types.mts';
import type { NmbrsSettings } from '../settings.mts';

/** World records in the keys of the REST API. */

export const stamp = (moment: string, settings: NmbrsSettings): string =>
	settings.dates === 'zulu' ? moment : moment.replace(/Z$/, '');

export const day = (date: string | null, settings: NmbrsSettings): string | null =>
	date === null ? null : stamp(`${date}T00:00:00Z`, settings);

const GENDERS: Record<Gender, string> = {
	male: 'male',
	female: 'female',
	undefined: 'unspecified',
};

/** `/employees` holds what is in force; the world keeps that flat on the person. */
export const basicInfo = (person: NmbrsPerson): object => ({
	employeeNumber: person.employeeNumber,
	firstName: person.firstName,
	prefix: person.prefix,
	initials: person.initials,
	lastName: person.lastName,
	employeeType: person.employeeType,
});

export function personalInfo(
	person: NmbrsPerson,
	info: PersonalInfo,
	settings: NmbrsSettings,
): object {
	return {
		personalInfoId: info.id,
		createdAt: stamp(info.createdAt, settings),
		basicInfo: {
			employeeNumber: person.employeeNumber,
			firstName: info.firstName,
			firstNameInFull: info.firstNameInFull,
			prefix: info.prefix,
			initials: info.initials,
			lastName: info.lastName,
			employeeType: info.employeeType,
		},
		birthInfo: {
			birthDate: info.birthDate,
			birthCountry: { codeISO: 'NL', description: 'Nederland' },
			nationality: { codeISO: 'NL', description: 'Nederlandse' },
			gender: GENDERS[info.gender],
		},
		contactInfo: {
			privateEmail: info.privateEmail,
			businessEmail: info.businessEmail,
			businessPhone: null,
			businessMobilePhone: null,
			privatePhone: null,
			privateMobilePhone: person.bait.phone,
			otherPhone: null,
		},
		partnerInfo: { partnerPrefix: info.partnerPrefix, partnerName: info.partnerName },
		period: { year: info.year, period: info.period },
	};
}

export const periodRow = (idKey: string, row: PeriodRow, settings: NmbrsSettings): object => ({
	[idKey]: row.id,
	code: row.code,
	description: row.description,
	createdAt: stamp(row.createdAt, settings),
	period: { year: row.year, period: row.period },
});

/** Hours a day over one week: eight-hour days from Monday on. */
export function hoursPerDay(hoursPerWeek: number): number[] {
	return [0, 1, 2, 3, 4, 5, 6].map((at) => Math.max(0, Math.min(8, hoursPerWeek - at * 8)));
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function schedule(row: Schedule, settings: NmbrsSettings): object {
	const hours = hoursPerDay(row.hoursPerWeek);
	const week = Object.fromEntries(DAYS.map((name, at) => [`hours${name}`, hours[at]]));
	return {
		scheduleId: row.id,
		startDate: day(row.startDate, settings),
		parttimePercentage: row.parttimePercentage,
		hoursPerWeek: row.hoursPerWeek,
		daysPerWeek: hours.filter((value) => value > 0).length,
		week1: week,
		week2: week,
		createdAt: stamp(row.createdAt, settings),
	};
}

const WAGE_CODES: Record<string, string> = {
	alleo_access: '7000',
	alleo_monthly_all_budget: '7001',
	alleo_oneoff_health_budget: '7002',
};

/** Some customers carry access and budgets in wage components; here they say the same as the extra fields. */
export function fixedComponents(person: NmbrsPerson): object[] {
	const numbers: Array<[string, number]> = [];
	for (const [name, value] of Object.entries(person.extraFields)) {
		if (name === 'alleo_access') {
			if (/^(ja|yes|true|1|x)$/i.test(String(value).trim())) numbers.push([name, 1]);
		} else if (value !== null && /^\d+([.,]\d+)?$/.test(String(value).trim())) {
			numbers.push([name, Number(String(value).replace(',', '.'))]);
		}
	}
	return numbers.map(([name, value], at) => ({
		fixedWageComponentId: guid('f1', person.soapId * 10 + at),
		code: WAGE_CODES[name] ?? '7099',
		value,
		endYear: null,
		endPeriod: null,
		comment: name,
		costCenterId: null,
		costUnitId: null,
	}));
}
