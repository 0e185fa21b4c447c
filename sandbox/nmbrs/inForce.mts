import type { NmbrsCompany, NmbrsPerson, PersonalInfo } from '../world/types.mts';

/** The version of the personal data that the company's current period shows; the newest wins. */
export function infoInForce(person: NmbrsPerson, company: NmbrsCompany): PersonalInfo | undefined {
	const now = company.currentYear * 100 + company.currentPeriod;
	return person.personalInfo
		.filter((row) => row.year * 100 + row.period <= now)
		.sort(
			(a, b) =>
				a.year * 100 + a.period - (b.year * 100 + b.period) ||
				a.createdAt.localeCompare(b.createdAt),
		)
		.at(-1);
}
