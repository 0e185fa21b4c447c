import { guid } from '../../world/catalogue.mts';
import type {
	Gender,
	NmbrsCompany,
	NmbrsPerson,
	PeriodRow,
	PersonalInfo,
	Schedule,
} from '../../world/types.mts';
import type { NmbrsSettings } from '../settings.mts';

/**
 * The per-company lists of the REST API: one item per employee with the employee's history. Keys are
 * those of the vendor's clients; nothing else is added, except behind a switch.
 */

export interface RestList {
	/** Scopes of which one is enough. */
	scopes: string[];
	/** The array beside `employeeId`. */
	item: (person: NmbrsPerson, settings: NmbrsSettings, company: NmbrsCompany) => object;
	/** Data that this project never asks for: calls are counted apart. */
	bait?: boolean;
}

const stamp = (moment: string, settings: NmbrsSettings): string =>
	settings.dates === 'zulu' ? moment : moment.replace(/Z$/, '');

const day = (date: string | null, settings: NmbrsSettings): string | null =>
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

const periodRow = (idKey: string, row: PeriodRow, settings: NmbrsSettings): object => ({
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

function schedule(row: Schedule, settings: NmbrsSettings): object {
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
function fixedComponents(person: NmbrsPerson): object[] {
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

const ORG = ['employee.orgstructure.read'];
const EMPLOYMENT = ['employee.employment.read', 'employee.employment'];
const PAYMENT = ['employee.payment.read', 'employee.payment'];
const INFO = ['employee.info.read', 'employee.info'];
const LEAVE = ['company.leave.read', 'employee.leave.read'];

/** By the last part of `/api/companies/{c}/employees/<list>`; matched without case, as ASP.NET does. */
export const REST_LISTS: Record<string, RestList> = {
	personalinfo: {
		scopes: INFO,
		item: (person, settings) => ({
			info: person.personalInfo.map((row) => personalInfo(person, row, settings)),
		}),
	},
	employments: {
		scopes: EMPLOYMENT,
		item: (person, settings) => ({
			employments: person.employments.map((row) => ({
				employmentId: row.id,
				startDate: day(row.startDate, settings),
				endDate: day(row.endDate, settings),
				seniorityDate: day(row.seniorityDate, settings),
				endContractReason: null,
				changedDate: day(row.startDate, settings),
			})),
		}),
	},
	contracts: {
		scopes: EMPLOYMENT,
		item: (person, settings) => ({
			contracts: person.contracts.map((row) => ({
				contractId: row.id,
				startDate: day(row.startDate, settings),
				trialPeriod: null,
				endDate: day(row.endDate, settings),
				indefinite: row.indefinite,
				writtenContract: true,
				hoursPerWeek: row.hoursPerWeek,
				createdAt: stamp(row.createdAt, settings),
			})),
		}),
	},
	functions: {
		scopes: ORG,
		item: (person, settings) => ({
			functions: person.functions.map((row) => periodRow('functionId', row, settings)),
		}),
	},
	departments: {
		scopes: ORG,
		item: (person, settings) => ({
			departments: person.departments.map((row) => periodRow('departmentId', row, settings)),
		}),
	},
	managers: {
		scopes: ORG,
		item: (person, settings) => ({
			managers: person.managers.map((row) => ({
				...(settings.managerContact ? { managerId: row.employeeId, email: row.email } : {}),
				firstName: row.firstName,
				lastName: row.lastName,
				createdAt: stamp(row.createdAt, settings),
				period: { year: row.year, period: row.period },
			})),
		}),
	},
	schedules: {
		scopes: EMPLOYMENT,
		item: (person, settings) => ({
			schedules: person.schedules.map((row) => schedule(row, settings)),
		}),
	},
	salaries: {
		scopes: PAYMENT,
		item: (person, settings) => ({
			salaries: person.salaries.map((row) => ({
				salaryId: row.id,
				startDate: day(row.startDate, settings),
				type: row.type,
				value: row.value,
				createdAt: stamp(row.createdAt, settings),
			})),
		}),
	},
	fixedwagecomponents: {
		scopes: PAYMENT,
		item: (person) => ({ fixedWageComponents: fixedComponents(person) }),
	},
	variablewagecomponents: {
		scopes: PAYMENT,
		item: (person, settings) => ({
			[settings.variableComponentsKey]: [
				{
					variableWageComponentId: guid('f2', person.soapId),
					code: '1200',
					value: 25.5,
					comment: null,
					costCenterId: null,
					costUnitId: null,
				},
			],
		}),
	},
	costcenters: {
		scopes: ORG,
		item: (person, settings) => ({
			employeeCostCenters: person.departments.map((row) => ({
				costCenters: { code: String(row.code * 100), description: row.description },
				percentage: 100,
				period: { year: row.year, period: row.period },
				createdAt: stamp(row.createdAt, settings),
			})),
		}),
	},
	leavebalances: {
		scopes: LEAVE,
		item: (person, _settings, company) => ({
			leaveBalances: company.leaveGroups.map((group) => ({
				leaveGroupId: group.id,
				leaveBalance: person.leave[group.kind],
			})),
		}),
	},
	leaverequests: { scopes: LEAVE, item: () => ({ EmployeeLeaveRequests: [] }) },
	privateinfos: {
		scopes: INFO,
		bait: true,
		item: (person) => ({ privateInfos: [{ BSN: person.bait.bsn }] }),
	},
	addresses: {
		scopes: INFO,
		bait: true,
		item: ({ bait }) => ({
			addresses: [
				{
					street: bait.street,
					houseNumber: String(bait.houseNumber),
					postalCode: bait.zipCode,
					city: bait.city,
					countryISOCode: 'NL',
				},
			],
		}),
	},
	bankaccounts: {
		scopes: PAYMENT,
		bait: true,
		item: ({ bait }) => ({ bankAccounts: [{ IBAN: bait.iban, city: bait.city }] }),
	},
	children: { scopes: INFO, bait: true, item: () => ({ children: [] }) },
};

export const LEAVE_SCOPES = LEAVE;
export const INFO_SCOPES = INFO;
export const PAYMENT_SCOPES = PAYMENT;
