import type { NmbrsPerson, PersonalInfo } from '../world/types.mts';
import { infoInForce } from './inForce.mts';
import type { NmbrsModel } from './model.mts';

/** Fields of a person that Nmbrs keeps in the personal data, where a reader finds them. */
const INFO_FIELDS = [
	'firstName',
	'firstNameInFull',
	'initials',
	'prefix',
	'lastName',
	'partnerPrefix',
	'partnerName',
	'birthDate',
	'gender',
	'businessEmail',
	'privateEmail',
	'employeeType',
] as const satisfies ReadonlyArray<keyof PersonalInfo & keyof NmbrsPerson>;

/**
 * Changes a person as an administrator in Nmbrs would: the fields of the personal data also in the
 * version that is in force. `department` and `function` replace the newest row's code and text.
 *
 * @returns the person, or null when there is none with this REST id
 */
export function editPerson(
	model: NmbrsModel,
	employeeId: string,
	changes: Partial<NmbrsPerson>,
): NmbrsPerson | null {
	const person = model.person(employeeId);
	if (person === undefined) return null;
	Object.assign(person, changes);
	const company = model.company(person.companyId);
	const info = company && changes.personalInfo === undefined && infoInForce(person, company);
	if (info) {
		const fields = INFO_FIELDS.filter((name) => name in changes);
		Object.assign(info, Object.fromEntries(fields.map((name) => [name, changes[name]])));
	}
	Object.assign(person.departments.at(-1) ?? {}, changes.department);
	Object.assign(person.functions.at(-1) ?? {}, changes.function);
	model.changed();
	return person;
}
