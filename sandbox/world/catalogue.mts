import { periodAt, periodsPerYear } from './payPeriods.mts';
import type { Cycle } from './payPeriods.mts';
import type { AfasWorld, AlleoWorld, NmbrsWorld, System } from './types.mts';

/** Deterministic GUID: the kind tells a reader of a log what it is. */
export const guid = (kind: string, number: number): string =>
	`${kind.padEnd(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** Departments; Alleo has a group of the same name in every company. */
export const DEPARTMENTS = [
	{ code: 1, description: 'Kantoor' },
	{ code: 2, description: 'Magazijn' },
	{ code: 3, description: 'Transport' },
	{ code: 4, description: 'Verkoop' },
	{ code: 5, description: 'Financiën' },
	{ code: 6, description: 'Klantenservice' },
] as const;

export const FUNCTIONS = [
	{ code: 10, description: 'Planner' },
	{ code: 11, description: 'Medewerker administratie' },
	{ code: 12, description: 'Orderpicker' },
	{ code: 13, description: 'Chauffeur' },
	{ code: 14, description: 'Accountmanager' },
	{ code: 15, description: 'Teamleider' },
] as const;

export interface SystemSettings {
	/** Field of the HR system that says who may be in Alleo. */
	accessField: string;
	/** Alleo company for people without an alleo_filter. */
	defaultCompanyId: number;
	routing: ReadonlyArray<{ filter: string; companyId: number }>;
	emailDomain: string;
}

/**
 * The settings under which every `expected` holds: selective sync on, empty access undecided,
 * business e-mail, birth name, absent people only reported, ineligible people deactivated.
 */
export const WORLD_SETTINGS: Record<System, SystemSettings> = {
	nmbrs: {
		accessField: 'alleo_access',
		defaultCompanyId: 41,
		routing: [
			{ filter: 'holding', companyId: 41 },
			{ filter: 'logistiek', companyId: 42 },
		],
		emailDomain: 'example.nl',
	},
	afas: {
		accessField: 'alleo_access',
		defaultCompanyId: 51,
		routing: [
			{ filter: 'zorg', companyId: 51 },
			{ filter: 'techniek', companyId: 52 },
		],
		emailDomain: 'example.com',
	},
};

/** NMBRS companies: two debtors, two companies each; the first debtor feeds Alleo 41, the second 42. */
export function nmbrsOrganisation(referenceDate: string): Omit<NmbrsWorld, 'people'> {
	const names = [
		'Voorbeeld B.V.',
		'Voorbeeld Diensten B.V.',
		'Voorbeeld Logistiek B.V.',
		'Voorbeeld Transport B.V.',
	];
	return {
		debtors: [
			{ debtorId: guid('d1', 1), soapId: 9001, number: '1000', name: 'Voorbeeld Holding' },
			{ debtorId: guid('d1', 2), soapId: 9002, number: '2000', name: 'Voorbeeld Logistiek Groep' },
		],
		companies: names.map((name, index) => {
			const cycle = NMBRS_CYCLES[index] ?? 'month';
			const { year, period } = periodAt(cycle, referenceDate);
			return {
				companyId: guid('c1', index + 1),
				soapId: 10_001 + index,
				number: String(index + 1),
				name,
				debtorId: guid('d1', index < 2 ? 1 : 2),
				periodsPerYear: periodsPerYear(cycle),
				currentYear: year,
				currentPeriod: period,
				leaveGroups: [
					{
						id: guid('1ea', index * 2 + 1),
						group: '1',
						description: 'Wettelijk verlof',
						kind: 'statutory',
					},
					{
						id: guid('1ea', index * 2 + 2),
						group: '2',
						description: 'Bovenwettelijk verlof',
						kind: 'extra',
					},
				],
			};
		}),
	};
}

/** The last company pays every four weeks, as drivers and warehouses do; the others by the month. */
const NMBRS_CYCLES: readonly Cycle[] = ['month', 'month', 'month', 'fourWeeks'];

export const cycleOfCompany = ({ periodsPerYear: count }: { periodsPerYear: number }): Cycle =>
	count === 13 ? 'fourWeeks' : 'month';

/** AFAS employers: 01 pays by the month, 02 every four weeks. */
export const cycleOfEmployer = (employerId: string): Cycle =>
	employerId === '02' ? 'fourWeeks' : 'month';

export const AFAS_EMPLOYERS: AfasWorld['employers'] = [
	{ id: '01', name: 'Voorbeeld Zorg B.V.' },
	{ id: '02', name: 'Voorbeeld Techniek B.V.' },
];

export const ALLEO_COMPANIES: AlleoWorld['companies'] = [
	{ id: 41, name: 'Voorbeeld Holding BV', system: 'nmbrs' },
	{ id: 42, name: 'Voorbeeld Logistiek BV', system: 'nmbrs' },
	{ id: 51, name: 'Voorbeeld Zorg BV', system: 'afas' },
	{ id: 52, name: 'Voorbeeld Techniek BV', system: 'afas' },
];

/** Group ids: company id, then a running number; 4101 is Kantoor in company 41. */
export const ALLEO_GROUPS: AlleoWorld['groups'] = ALLEO_COMPANIES.flatMap((company) => [
	...DEPARTMENTS.map((department) => ({
		id: company.id * 100 + department.code,
		companyId: company.id,
		name: department.description,
	})),
	/** A group may have no name. */
	{ id: company.id * 100 + 99, companyId: company.id, name: null },
]);
