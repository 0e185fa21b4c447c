import { createBuilder } from './builder.mts';
import type { Person, SystemBuilder } from './builder.mts';
import { addAccessCases } from './casesAccess.mts';
import { addIdentityCases } from './casesIdentity.mts';
import { addServiceCases } from './casesService.mts';
import { AFAS_EMPLOYERS, ALLEO_COMPANIES, ALLEO_GROUPS, nmbrsOrganisation } from './catalogue.mts';
import { createRandom } from './random.mts';
import type { Random } from './random.mts';
import type {
	AfasPerson,
	AlleoAccount,
	CaseName,
	NmbrsPerson,
	System,
	World,
	WorldOptions,
} from './types.mts';

const SHARE_FORMER = 0.06;

/** Everybody without a story: in service and in step with Alleo, or gone for long and inactive there. */
function addEveryoneElse(
	build: SystemBuilder,
	count: number,
	places: number,
	random: Random,
): void {
	for (let index = 0; index < count; index++) {
		const at = index % places;
		const noFilter = at < places / 2 && random.chance(0.1) ? { filter: null } : {};
		const start = -random.int(120, 7000);
		if (index >= places && random.chance(SHARE_FORMER)) {
			const end = -random.int(60, 110);
			const former = build.person('former-inactive', {
				at,
				...noFilter,
				service: [{ start, end }],
				type: 'formerPayroll',
			});
			build.account(former, {
				is_active: false,
				offboarding_date: `${build.day(end)}T23:00:00`,
			});
			build.expect(former, { action: 'unchanged' });
			continue;
		}
		const person = build.person('unchanged', {
			at,
			...noFilter,
			service: [{ start }],
			monthlyBudget: random.chance(0.3) ? random.pick([25, 50, 62.5, 100]) : null,
		});
		build.account(person);
		build.expect(person, { action: 'unchanged' });
	}
}

/** The first unchanged person of a place manages the others. */
function assignManagers(people: readonly Person[]): void {
	const manager = new Map<string, Person>();
	for (const person of people) {
		if (person.case !== 'unchanged') continue;
		if (!manager.has(person.companyId)) manager.set(person.companyId, person);
	}
	for (const person of people) {
		const lead = manager.get(person.companyId);
		if (lead === undefined || lead === person) continue;
		if (person.system === 'afas') person.managerId = lead.employeeId;
		else {
			const since = person.departments[0];
			if (since === undefined) continue;
			const { year, period, createdAt } = since;
			person.managers = [
				{
					employeeId: lead.employeeId,
					firstName: lead.firstName,
					lastName: lead.lastName,
					email: lead.businessEmail ?? '',
					year,
					period,
					createdAt,
				},
			];
		}
	}
}

function buildSystem(
	system: System,
	options: WorldOptions,
	companies: ReadonlyArray<{ companyId: string }>,
	nextAlleoId: () => number,
): SystemBuilder {
	const { referenceDate } = options;
	const random = createRandom(options.seed * 2 + (system === 'nmbrs' ? 0 : 1));
	const build = createBuilder({ system, referenceDate, random, nextAlleoId, companies });
	if (!(options.systems ?? ['nmbrs', 'afas']).includes(system)) return build;
	addServiceCases(build);
	addIdentityCases(build);
	addAccessCases(build);
	const places = system === 'nmbrs' ? companies.length : AFAS_EMPLOYERS.length;
	addEveryoneElse(build, Math.max(places, options.employees - build.people.length), places, random);
	assignManagers(build.people);
	random.shuffle(build.people);
	return build;
}

/**
 * Makes the whole world. Deterministic: no clock, no `Math.random`. With 250 employees per system
 * fewer than a tenth of them change, so the guards of the sync stay quiet.
 */
export function generateWorld(options: WorldOptions): World {
	let alleoId = 500;
	const nextAlleoId = (): number => ++alleoId;
	const organisation = nmbrsOrganisation(options.referenceDate);
	const nmbrs = buildSystem('nmbrs', options, organisation.companies, nextAlleoId);
	const afas = buildSystem('afas', options, [], nextAlleoId);
	const isNmbrs = (person: Person): person is NmbrsPerson => person.system === 'nmbrs';
	const isAfas = (person: Person): person is AfasPerson => person.system === 'afas';
	const without = new Set(options.without);
	const kept = (one: { case: CaseName }): boolean => !without.has(one.case);
	const accountsOf = (build: SystemBuilder): AlleoAccount[] =>
		build.accounts.filter((account) => {
			const name = build.caseOf.get(account.id);
			return name === undefined || !without.has(name);
		});
	return {
		options,
		referenceDate: options.referenceDate,
		nmbrs: { ...organisation, people: nmbrs.people.filter(isNmbrs).filter(kept) },
		afas: { employers: AFAS_EMPLOYERS, people: afas.people.filter(isAfas).filter(kept) },
		alleo: {
			companies: ALLEO_COMPANIES,
			groups: ALLEO_GROUPS,
			accounts: [...accountsOf(nmbrs), ...accountsOf(afas)],
			onlyInAlleo: [...nmbrs.onlyInAlleo, ...afas.onlyInAlleo].filter(kept),
		},
	};
}
