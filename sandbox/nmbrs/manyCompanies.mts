import { guid } from '../world/catalogue.mts';
import type { NmbrsWorld } from '../world/types.mts';

/**
 * Spreads the people of a world over more companies (all of the first debtor), for measurements.
 * Changes the world in place. What the decision table expects of the people stays as it is.
 */
export function spreadOverCompanies(world: NmbrsWorld, count: number): void {
	const [model] = world.companies;
	const [debtor] = world.debtors;
	if (model === undefined || debtor === undefined) throw new Error('The world has no companies');
	const companies = Array.from({ length: count }, (_, index) => ({
		...model,
		companyId: guid('c1', index + 1),
		soapId: 10_001 + index,
		number: String(index + 1),
		name: `Voorbeeld ${index + 1} B.V.`,
		debtorId: debtor.debtorId,
		leaveGroups: model.leaveGroups.map((group, at) => ({
			...group,
			id: guid('1ea', index * model.leaveGroups.length + at + 1),
		})),
	}));
	world.debtors.splice(0, world.debtors.length, debtor);
	world.companies.splice(0, world.companies.length, ...companies);
	world.people.forEach((person, index) => {
		const company = companies[index % count];
		if (company === undefined) return;
		const old = person.companyId;
		person.companyId = company.companyId;
		for (const employment of person.employments) {
			if (employment.employerId === old) employment.employerId = company.companyId;
		}
	});
}
