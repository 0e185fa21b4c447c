import { alleoFieldsOf, routedCompany } from './canonical.mts';
import {
	AFAS_EMPLOYERS,
	ALLEO_GROUPS,
	DEPARTMENTS,
	FUNCTIONS,
	WORLD_SETTINGS,
} from './catalogue.mts';
import { addDays } from './dates.mts';
import { createAddressBook, inventPerson } from './names.mts';
import { finishAfasPerson, finishNmbrsPerson } from './details.mts';
import type { Random } from './random.mts';
import type {
	AfasPerson,
	AlleoAccount,
	AlleoOnlyCase,
	CaseName,
	Expected,
	ExpectedAccount,
	Names,
	NmbrsPerson,
	PersonBase,
	System,
} from './types.mts';

/** Start and end in days from the reference date; `seniority` likewise (NMBRS only). */
export interface Service {
	start: number;
	end?: number | null;
	seniority?: number;
	/** Index of the NMBRS company or AFAS employer; the person's own when left out. */
	at?: number;
}

export interface Draft {
	service: Service[];
	/** NMBRS employee type; `payroll` when left out. */
	type?: string;
	/** Index of the NMBRS company or AFAS employer. */
	at?: number;
	names?: Partial<Names>;
	birthDate?: string;
	email?: string | null;
	access?: string | boolean | null;
	filter?: string | null;
	monthlyBudget?: number | null;
	/** AFAS: an existing person number, an own employee code. */
	personId?: string;
	employeeId?: string;
	/** NMBRS: names before (`past`) or after (`future`) this month. */
	namesPast?: Partial<Names>;
	namesFuture?: Partial<Names>;
	emailPast?: string;
}

export type Person = NmbrsPerson | AfasPerson;

export interface SystemBuilder {
	readonly system: System;
	readonly people: Person[];
	readonly accounts: AlleoAccount[];
	readonly onlyInAlleo: AlleoOnlyCase[];
	/** The case that an Alleo account belongs to, by its id. */
	readonly caseOf: ReadonlyMap<number, CaseName>;
	day(offset: number): string;
	person(name: CaseName, draft: Draft): Person;
	/** The account that yesterday's sync left for this person, with what is different in it. */
	account(person: PersonBase, differences?: Partial<AlleoAccount>): AlleoAccount;
	/** An account that belongs to nobody in the source. */
	strayAccount(name: CaseName, differences: Partial<AlleoAccount>): AlleoAccount;
	expect(person: PersonBase, expected: Partial<Expected> & Pick<Expected, 'action'>): void;
	address(names: Names): string;
	invent(): Names;
}

const expectedAccount = (account: AlleoAccount): ExpectedAccount => ({
	companyId: account.company_id,
	externalId: account.external_id,
	email: account.email,
	active: account.is_active,
});

const NOTHING: Expected = {
	action: 'unchanged',
	alleoActive: null,
	changedFields: [],
	alleoCompanyId: null,
	reason: null,
	accounts: [],
};

export interface BuilderInput {
	system: System;
	referenceDate: string;
	random: Random;
	/** Ids of Alleo accounts are unique over all companies. */
	nextAlleoId: () => number;
	companies: ReadonlyArray<{ companyId: string }>;
}

export function createBuilder(input: BuilderInput): SystemBuilder {
	const { system, referenceDate, random } = input;
	const settings = WORLD_SETTINGS[system];
	const addressBook = createAddressBook();
	const people: Person[] = [];
	const accounts: AlleoAccount[] = [];
	const onlyInAlleo: AlleoOnlyCase[] = [];
	const accountOf = new Map<string, AlleoAccount>();
	const caseOf = new Map<number, CaseName>();
	const places =
		system === 'nmbrs'
			? input.companies.map((company) => company.companyId)
			: AFAS_EMPLOYERS.map((employer) => employer.id);
	const day = (offset: number): string => addDays(referenceDate, offset);
	const address = (names: Names): string => addressBook(names, settings.emailDomain);

	/** Filter of a place: the first half of the places is the first Alleo company. */
	const filterOf = (at: number): string | null =>
		settings.routing[at < places.length / 2 ? 0 : 1]?.filter ?? null;

	const person = (name: CaseName, draft: Draft): Person => {
		const at = draft.at ?? 0;
		const invented = inventPerson(random);
		const names: Names = { ...invented.names, ...draft.names };
		const base = {
			case: name,
			expected: NOTHING,
			...names,
			companyId: places[at] ?? '',
			birthDate: draft.birthDate ?? addDays(referenceDate, -random.int(20 * 365, 62 * 365)),
			gender: invented.gender,
			businessEmail: draft.email === undefined ? address(names) : draft.email,
			privateEmail: random.chance(0.3) ? addressBook(names, `prive.${settings.emailDomain}`) : null,
			department: random.pick(DEPARTMENTS),
			function: random.pick(FUNCTIONS),
			extraFields: {
				alleo_access:
					draft.access === undefined ? (system === 'nmbrs' ? 'ja' : true) : draft.access,
				alleo_filter: draft.filter === undefined ? filterOf(at) : draft.filter,
				alleo_monthly_all_budget:
					draft.monthlyBudget === undefined || draft.monthlyBudget === null
						? null
						: system === 'nmbrs'
							? String(draft.monthlyBudget)
							: draft.monthlyBudget,
				alleo_oneoff_health_budget: null,
			},
		};
		const context = { index: people.length, places, referenceDate, random, draft, day };
		const finished =
			system === 'nmbrs' ? finishNmbrsPerson(base, context) : finishAfasPerson(base, context);
		people.push(finished);
		return finished;
	};

	const store = (
		differences: Partial<AlleoAccount>,
		fields: Partial<AlleoAccount>,
	): AlleoAccount => {
		const account: AlleoAccount = {
			id: input.nextAlleoId(),
			company_id: settings.defaultCompanyId,
			email: '',
			first_name: '',
			last_name: '',
			prefix: null,
			language: random.chance(0.1) ? 'en' : 'nl',
			private_email: null,
			is_active: true,
			company_group_id: null,
			group_name: null,
			external_id: null,
			registration_date: `${day(-random.int(100, 900))}T08:15:00`,
			offboarding_date: null,
			birthday: null,
			work_anniversary: null,
			last_active_date: random.chance(0.6) ? `${day(-random.int(1, 60))}T12:34:56` : null,
			...fields,
			...differences,
		};
		const group = ALLEO_GROUPS.find(
			(candidate) =>
				candidate.companyId === account.company_id && candidate.name === account.group_name,
		);
		account.company_group_id = account.group_name === null ? null : (group?.id ?? null);
		accounts.push(account);
		return account;
	};

	return {
		system,
		people,
		accounts,
		onlyInAlleo,
		caseOf,
		day,
		person,
		address,
		invent: () => inventPerson(random).names,
		account: (owner, differences = {}) => {
			const companyId = routedCompany(owner) ?? settings.defaultCompanyId;
			const account = store(differences, { company_id: companyId, ...alleoFieldsOf(owner) });
			accountOf.set(owner.externalId, account);
			caseOf.set(account.id, owner.case);
			return account;
		},
		strayAccount: (name, differences) => {
			const account = store(differences, {});
			caseOf.set(account.id, name);
			onlyInAlleo.push({
				system,
				case: name,
				alleoId: account.id,
				expected: {
					...NOTHING,
					action: name === 'absent' ? 'absent' : 'foreign',
					alleoActive: account.is_active,
					alleoCompanyId: account.company_id,
					accounts: [expectedAccount(account)],
				},
			});
			return account;
		},
		expect: (owner, expected) => {
			const account = accountOf.get(owner.externalId);
			const written = ['create', 'update', 'reactivate'].includes(expected.action);
			const companyId = routedCompany(owner);
			const after: ExpectedAccount | null = written
				? {
						companyId: companyId ?? settings.defaultCompanyId,
						externalId: owner.externalId,
						email: owner.businessEmail ?? '',
						active: true,
					}
				: account === undefined
					? null
					: {
							...expectedAccount(account),
							...(expected.action === 'deactivate' ? { active: false } : {}),
						};
			owner.expected = {
				...NOTHING,
				alleoActive: after?.active ?? null,
				alleoCompanyId: after?.companyId ?? null,
				accounts: after === null ? [] : [after],
				...expected,
			};
		},
	};
}
