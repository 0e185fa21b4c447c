import { groupBy } from '../../../core/model/collect';
import { companyLabel, type CompanyPartition } from '../listing/companies';
import type { RawEmployee } from './rawEmployee';
import { done, failed, type Result } from '../../../core/model/result';
import { isFatal } from '../api/fatal';
import type { SoapCompany, SoapEmployee, SoapReader } from '../api/soap/reader';

/**
 * The bridge between the two numberings: REST knows people by GUID, SOAP by integer. Nmbrs' own
 * converter is the way; where it is closed, company number and employee number join, and then names
 * must agree too: a number is neither unique over companies nor forever one person's.
 */

/** Type ids in the order of the REST enumeration; only used when EmployeeType_GetList says nothing. */
const USUAL_TYPE_IDS: Record<string, number> = { payroll: 2, formerPayroll: 3 };

/** Letters of any script and digits: `Van-Dijk B.V.` and `van dijk bv` are the same. */
const plain = (text: string | null): string =>
	(text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** `0012` and `12` are one number. */
const plainNumber = (text: string | null): string => (text ?? '').trim().replace(/^0+(?=\d)/, '');

export interface FoundCompany {
	id: number;
	/** The name agrees as well. */
	sure: boolean;
}

/** The SOAP company of a REST company: by number, and by name where two share a number. */
export function findCompany(
	companies: readonly SoapCompany[],
	company: CompanyPartition,
): Result<FoundCompany> {
	const number = plainNumber(company.number);
	const withNumber = companies.filter((one) => number !== '' && plainNumber(one.number) === number);
	const named = withNumber.filter(({ name }) => plain(name) === plain(company.name));
	const [only, second] = withNumber.length > 1 ? named : withNumber;
	if (only === undefined || second !== undefined) {
		return failed('NMBRS_SOAP_COMPANY_UNKNOWN', { company: companyLabel(company) });
	}
	return done({ id: only.id, sure: named.includes(only) });
}

/** Ids of the employee types of these people, by their descriptions. */
async function typeIds(reader: SoapReader, people: readonly RawEmployee[]): Promise<number[]> {
	const types = await reader.employeeTypes();
	const listed = types.ok ? [...types.value] : [];
	const wanted = new Set(people.map(({ employeeType }) => employeeType ?? ''));
	return [...wanted].flatMap((type) => {
		// The whole description: a part of it would take "former payroll" for "payroll".
		const found = listed.find(([name]) => plain(name) === plain(type))?.[1] ?? USUAL_TYPE_IDS[type];
		return found === undefined ? [] : [found];
	});
}

/** The names of one person in the two APIs agree: birth name or partner's name is in the other. */
const sameName = (person: RawEmployee, employee: SoapEmployee): boolean =>
	[person.lastName, person.partnerName].some((name) => {
		const part = plain(name);
		return part !== '' && plain(employee.name).includes(part);
	});

/** SOAP ids by company number and employee number; a number twice joins nobody. */
async function idsByNumber(
	reader: SoapReader,
	companyId: number,
	people: readonly RawEmployee[],
): Promise<Result<Map<string, number>>> {
	const listed = new Map<number, SoapEmployee>();
	for (const type of await typeIds(reader, people)) {
		const employees = await reader.employees(companyId, type);
		if (!employees.ok) return employees;
		for (const employee of employees.value) listed.set(employee.id, employee);
	}
	const soapByNumber = groupBy([...listed.values()], ({ number }) => plainNumber(number));
	const restByNumber = groupBy(people, ({ employeeNumber }) => plainNumber(employeeNumber));
	const ids = new Map<string, number>();
	for (const [number, [person, another]] of restByNumber) {
		const [employee, second] = soapByNumber.get(number) ?? [];
		if (person === undefined || another !== undefined || number === '') continue;
		if (employee === undefined || second !== undefined || !sameName(person, employee)) continue;
		ids.set(person.employeeId.toLowerCase(), employee.id);
	}
	return done(ids);
}

/** SOAP ids of the people by REST id in lower case: the converter first, the numbers where it is closed. */
export async function soapIds(
	reader: SoapReader,
	company: CompanyPartition,
	people: readonly RawEmployee[],
): Promise<Result<Map<string, number>>> {
	const companies = await reader.companies();
	if (!companies.ok) return companies;
	const found = findCompany(companies.value, company);
	if (!found.ok) return found;
	const converted = await reader.employeeIds(found.value.id);
	if (converted.ok && converted.value.size > 0) return converted;
	if (!converted.ok && isFatal(converted.problem)) return converted;
	return found.value.sure
		? await idsByNumber(reader, found.value.id, people)
		: failed('NMBRS_SOAP_COMPANY_UNKNOWN', { company: companyLabel(company) });
}
