import { guid } from './catalogue.mts';
import { createdAt, nextPeriodOf, periodOf } from './dates.mts';
import { fakeBsn } from './names.mts';
import type { Draft } from './builder.mts';
import type { Random } from './random.mts';
import type {
	AfasPerson,
	Bait,
	Contract,
	Employment,
	Names,
	NmbrsPerson,
	PersonalInfo,
	PersonBase,
	Salary,
	Schedule,
} from './types.mts';

/** The vendor's own records around a person: employments, contracts, histories, pay, leave. */

export type PersonCore = Pick<
	PersonBase,
	| keyof Names
	| 'case'
	| 'expected'
	| 'companyId'
	| 'birthDate'
	| 'gender'
	| 'businessEmail'
	| 'privateEmail'
	| 'department'
	| 'function'
	| 'extraFields'
>;

export interface DetailContext {
	index: number;
	places: readonly string[];
	referenceDate: string;
	random: Random;
	draft: Draft;
	day: (offset: number) => string;
}

const bait = (index: number): Bait => ({
	bsn: fakeBsn(index * 7 + 11),
	street: 'Geheimlaan',
	houseNumber: 1 + (index % 200),
	zipCode: `${1000 + (index % 8999)} ZZ`,
	city: 'Nergenshuizen',
	phone: `+3100${String(index).padStart(7, '0')}`,
	iban: `NL00FAKE${String(index).padStart(10, '0')}`,
});

function employmentsOf(core: PersonCore, context: DetailContext): Employment[] {
	return context.draft.service.map((service, at) => ({
		id: guid('e1', context.index * 4 + at + 1),
		number: at + 1,
		employerId:
			service.at === undefined ? core.companyId : (context.places[service.at] ?? core.companyId),
		startDate: context.day(service.start),
		endDate: service.end === undefined || service.end === null ? null : context.day(service.end),
		seniorityDate: service.seniority === undefined ? null : context.day(service.seniority),
	}));
}

interface Terms {
	contracts: Contract[];
	schedules: Schedule[];
	salaries: Salary[];
}

/** One contract per employment, one schedule and one salary line. */
function termsOf(employments: readonly Employment[], context: DetailContext): Terms {
	const { index, random } = context;
	const percentage = random.pick([50, 60, 80, 90, 100, 100, 100]);
	const hoursPerWeek = (40 * percentage) / 100;
	const first = employments[0]?.startDate ?? context.referenceDate;
	const hourly = random.chance(0.4);
	return {
		contracts: employments.map((employment, at) => ({
			id: guid('c0', index * 4 + at + 1),
			startDate: employment.startDate,
			endDate: employment.endDate,
			indefinite: employment.endDate === null,
			hoursPerWeek,
			createdAt: createdAt(employment.startDate),
		})),
		schedules: [
			{
				id: guid('5c', index + 1),
				startDate: first,
				parttimePercentage: percentage,
				hoursPerWeek,
				createdAt: createdAt(first),
			},
		],
		salaries: [
			{
				id: guid('5a', index + 1),
				startDate: first,
				type: hourly ? 'grossHourlyWage' : 'grossFulltimeSalary',
				value: hourly ? 15 + random.int(0, 80) / 4 : 2400 + random.int(0, 150) * 20,
				createdAt: createdAt(first),
			},
		],
	};
}

const leaveOf = (random: Random): PersonBase['leave'] => ({
	statutory: random.int(0, 320) / 2,
	extra: random.int(0, 80) / 2,
});

function personalInfoOf(
	core: PersonCore,
	employeeType: string,
	context: DetailContext,
): PersonalInfo[] {
	const { draft, index, referenceDate } = context;
	const known = draft.service.every((service) => service.start > 0)
		? referenceDate
		: context.day(Math.min(...draft.service.map((service) => service.start)));
	const version = (
		at: number,
		date: string,
		period: { year: number; period: number },
	): PersonalInfo => ({
		id: guid('b1', index * 4 + at),
		createdAt: createdAt(date),
		...period,
		firstName: core.firstName,
		firstNameInFull: core.firstNameInFull,
		initials: core.initials,
		prefix: core.prefix,
		lastName: core.lastName,
		partnerPrefix: core.partnerPrefix,
		partnerName: core.partnerName,
		nameUse: core.nameUse,
		birthDate: core.birthDate,
		gender: core.gender,
		businessEmail: core.businessEmail,
		privateEmail: core.privateEmail,
		employeeType,
	});
	const changed = draft.namesPast !== undefined || draft.emailPast !== undefined;
	const versions = [version(1, known, periodOf(known))];
	if (changed) {
		versions[0] = {
			...version(1, known, periodOf(known)),
			...draft.namesPast,
			...(draft.emailPast === undefined ? {} : { businessEmail: draft.emailPast }),
		};
		versions.push(version(2, context.day(-2), periodOf(referenceDate)));
	}
	if (draft.namesFuture !== undefined) {
		versions.push({
			...version(3, context.day(-1), nextPeriodOf(referenceDate)),
			...draft.namesFuture,
		});
	}
	return versions;
}

/**
 * Salaries as they really are: a raise and one to come, a salary that is written for the part-time
 * already, now and then a net wage. By turn and not by chance, so that the rest of a world stays the same.
 */
function variedSalaries(salaries: Salary[], { index, day }: DetailContext): Salary[] {
	const [salary] = salaries;
	if (salary === undefined) return [];
	if (index % 37 === 9) return [{ ...salary, type: 'netHourlyWageInclWageComp', value: 14.5 }];
	if (index % 13 === 4 && salary.type === 'grossFulltimeSalary') {
		return [{ ...salary, type: 'grossParttimeSalary', value: salary.value - 400 }];
	}
	if (index % 11 !== 3 || salary.startDate > day(-120)) return salaries;
	const step = salary.type === 'grossHourlyWage' ? 0.75 : 120;
	const past = { ...salary, id: guid('5b', index + 1), value: salary.value - step };
	const future = { ...salary, id: guid('5d', index + 1), value: salary.value + step };
	const now = { ...salary, startDate: day(-90), createdAt: createdAt(day(-95)) };
	return [past, now, { ...future, startDate: day(40), createdAt: createdAt(day(-10)) }];
}

export function finishNmbrsPerson(core: PersonCore, context: DetailContext): NmbrsPerson {
	const { index, draft, random } = context;
	const employeeId = guid('e0', index + 1);
	const employments = employmentsOf(core, context);
	const employeeType = draft.type ?? 'payroll';
	const personalInfo = personalInfoOf(core, employeeType, context);
	const since = personalInfo[0] ?? { year: 2020, period: 1, createdAt: createdAt('2020-01-01') };
	const period = { year: since.year, period: since.period, createdAt: since.createdAt };
	const terms = termsOf(employments, context);
	return {
		system: 'nmbrs',
		...core,
		externalId: `nmbrs-${employeeId}`,
		employeeId,
		soapId: 700_001 + index,
		employeeNumber: index + 1,
		employeeType,
		personalInfo,
		employments,
		...terms,
		salaries: variedSalaries(terms.salaries, context),
		departments: [{ id: guid('de', index + 1), ...core.department, ...period }],
		functions: [{ id: guid('f0', index + 1), ...core.function, ...period }],
		managers: [],
		leave: leaveOf(random),
		bait: bait(index),
	};
}

export function finishAfasPerson(core: PersonCore, context: DetailContext): AfasPerson {
	const { index, draft, random } = context;
	const employeeId = draft.employeeId ?? String(101 + index).padStart(6, '0');
	const employments = employmentsOf(core, context);
	return {
		system: 'afas',
		...core,
		externalId: `afas-${employeeId}`,
		employeeId,
		employeeNumber: 101 + index,
		personId: draft.personId ?? String(1_000_101 + index),
		managerId: null,
		employments,
		...termsOf(employments, context),
		leave: leaveOf(random),
		bait: bait(index),
	};
}
