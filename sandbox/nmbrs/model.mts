import type { Debtor, NmbrsCompany, NmbrsPerson, NmbrsWorld } from '../world/types.mts';

interface Index {
	size: number;
	debtors: Map<string, Debtor>;
	companies: Map<string, NmbrsCompany>;
	companiesBySoapId: Map<number, NmbrsCompany>;
	people: Map<string, NmbrsPerson>;
	peopleBySoapId: Map<number, NmbrsPerson>;
	peopleByCompany: Map<string, NmbrsPerson[]>;
}

function buildIndex(world: NmbrsWorld): Index {
	const peopleByCompany = new Map<string, NmbrsPerson[]>();
	for (const company of world.companies) peopleByCompany.set(company.companyId, []);
	for (const person of world.people) peopleByCompany.get(person.companyId)?.push(person);
	return {
		size: world.people.length,
		debtors: new Map(world.debtors.map((debtor) => [debtor.debtorId, debtor])),
		companies: new Map(world.companies.map((company) => [company.companyId, company])),
		companiesBySoapId: new Map(world.companies.map((company) => [company.soapId, company])),
		people: new Map(world.people.map((person) => [person.employeeId, person])),
		peopleBySoapId: new Map(world.people.map((person) => [person.soapId, person])),
		peopleByCompany,
	};
}

/**
 * The people of the world, found by either id. People are read live, so a changed field shows at
 * once; call `changed()` after moving somebody to another company or swapping one for another.
 */
export class NmbrsModel {
	readonly world: NmbrsWorld;
	private index: Index;

	constructor(world: NmbrsWorld) {
		this.world = world;
		this.index = buildIndex(world);
	}

	changed(): void {
		this.index = buildIndex(this.world);
	}

	debtor = (id: string): Debtor | undefined => this.fresh().debtors.get(id);
	company = (id: string): NmbrsCompany | undefined => this.fresh().companies.get(id);
	companyBySoapId = (id: number): NmbrsCompany | undefined =>
		this.fresh().companiesBySoapId.get(id);
	person = (id: string): NmbrsPerson | undefined => this.fresh().people.get(id);
	personBySoapId = (id: number): NmbrsPerson | undefined => this.fresh().peopleBySoapId.get(id);
	peopleOf = (companyId: string): NmbrsPerson[] =>
		this.fresh().peopleByCompany.get(companyId) ?? [];

	private fresh(): Index {
		if (this.index.size !== this.world.people.length) this.changed();
		return this.index;
	}
}
