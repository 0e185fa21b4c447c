import { itemIssue } from '../../../../core/issues';
import type { CoverageCheck } from '../coverage';
import { companyLabel, type CompanyPartition } from '../companies';
import { allEnded } from '../inForce';
import type { RawEmployee } from '../person';
import { done, failed, isFatal, type Problem, type Read } from '../result';
import { isKnownType } from '../types';
import { GENERAL_FAULTS } from './faults';
import type { SoapCompany, SoapReader } from './reader';

/** Type ids in the order of the REST enumeration; only used when EmployeeType_GetList says nothing. */
const USUAL_TYPE_IDS: Record<string, number> = { payroll: 2, formerPayroll: 3 };

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/**
 * Extra fields are asked for people of whom they can decide something: not for leavers whose every
 * employment is over, nor for unknown types, who are held anyway. `payroll` stays in service even
 * with an end date in the past, so access decides about them too.
 */
export const needsExtraFields = (person: RawEmployee, referenceDate: string): boolean =>
	isKnownType(person.employeeType) &&
	(person.employeeType === 'payroll' || !allEnded(person.employments, referenceDate));

/** The SOAP company of a REST company: by number, and by name where two share a number. */
export function findCompany(
	companies: readonly SoapCompany[],
	company: CompanyPartition,
): Read<number> {
	const withNumber = companies.filter(({ number }) => number !== null && number === company.number);
	const named = withNumber.filter(({ name }) => plain(name ?? '') === plain(company.name ?? ''));
	const [only, second] = withNumber.length > 1 ? named : withNumber;
	if (only === undefined || second !== undefined) {
		return failed('NMBRS_SOAP_COMPANY_UNKNOWN', { company: companyLabel(company) });
	}
	return done(only.id);
}

/** Where the id converter is closed: company number and employee number; a number twice joins nobody. */
async function idsByNumber(
	reader: SoapReader,
	companyId: number,
	people: readonly RawEmployee[],
): Promise<Read<Map<string, number>>> {
	const types = await reader.employeeTypes();
	const wanted = new Set(people.map(({ employeeType }) => employeeType ?? ''));
	const typeIds = [...wanted].flatMap((type) => {
		const listed = types.ok
			? [...types.value].find(([name]) => plain(name) === plain(type))
			: undefined;
		const id = listed?.[1] ?? USUAL_TYPE_IDS[type];
		return id === undefined ? [] : [id];
	});
	const byNumber = new Map<string, number | null>();
	for (const typeId of typeIds) {
		const listed = await reader.employeeNumbers(companyId, typeId);
		if (!listed.ok) return listed;
		for (const { id, number } of listed.value) {
			const known = byNumber.get(number);
			byNumber.set(number, known === undefined || known === id ? id : null);
		}
	}
	const restNumbers = new Map<string, number>();
	for (const { employeeNumber } of people) {
		restNumbers.set(employeeNumber ?? '', (restNumbers.get(employeeNumber ?? '') ?? 0) + 1);
	}
	const ids = new Map<string, number>();
	for (const { employeeId, employeeNumber } of people) {
		const id = byNumber.get(employeeNumber ?? '');
		if (typeof id === 'number' && restNumbers.get(employeeNumber ?? '') === 1) {
			ids.set(employeeId.toLowerCase(), id);
		}
	}
	return done(ids);
}

/** SOAP ids of the people by REST id: the converter first, the numbers where it gives nothing. */
async function soapIds(
	reader: SoapReader,
	company: CompanyPartition,
	people: readonly RawEmployee[],
): Promise<Read<Map<string, number>>> {
	const companies = await reader.companies();
	if (!companies.ok) return companies;
	const found = findCompany(companies.value, company);
	if (!found.ok) return found;
	const converted = await reader.employeeIds(found.value);
	if (converted.ok && converted.value.size > 0) return converted;
	if (!converted.ok && isFatal(converted.problem)) return converted;
	return await idsByNumber(reader, found.value, people);
}

function markFailed(person: RawEmployee, problem: Problem): void {
	person.extraFieldsStatus = 'failed';
	person.notices.push(
		itemIssue('NMBRS_EXTRA_FIELDS_FAILED', 'extraFields', { cause: problem.code }),
	);
}

const UNMATCHED = failed('NMBRS_SOAP_NOT_VISIBLE', {
	operation: 'ExtraFields_GetList',
	fault: 'no id',
});

/** True for problems that concern everybody: the run had better stop than hold all people. */
export const concernsAll = ({ code }: Problem): boolean =>
	GENERAL_FAULTS.has(code) ||
	code === 'NMBRS_SOAP_COMPANY_UNKNOWN' ||
	code === 'NMBRS_SOAP_UNREACHABLE';

export interface ExtraFieldsOptions {
	referenceDate: string;
	/** Which fields may leave the node; the others are dropped here. */
	wanted: (name: string) => boolean;
}

export interface ExtraFieldsOutcome {
	check: CoverageCheck;
	/** The problem that kept a whole company from being read; people are marked `failed` all the same. */
	problem: Problem | null;
}

/**
 * Reads the extra fields of the people of one company and writes them into the records. One call per
 * person, bounded by the reader's transport. Whoever could not be read is marked, nobody is guessed.
 */
export async function addExtraFields(
	reader: SoapReader,
	company: CompanyPartition,
	all: readonly RawEmployee[],
	{ referenceDate, wanted }: ExtraFieldsOptions,
): Promise<ExtraFieldsOutcome> {
	const people = all.filter((person) => needsExtraFields(person, referenceDate));
	let problem: Problem | null = null;
	let failures = 0;
	if (people.length > 0) {
		const ids = await soapIds(reader, company, people);
		if (!ids.ok) problem = ids.problem;
		await Promise.all(
			people.map(async (person) => {
				const id = ids.ok ? ids.value.get(person.employeeId.toLowerCase()) : undefined;
				const read = id === undefined ? (ids.ok ? UNMATCHED : ids) : await reader.extraFields(id);
				if (!read.ok) {
					failures += 1;
					if (concernsAll(read.problem) || isFatal(read.problem)) problem ??= read.problem;
					markFailed(person, read.problem);
					return;
				}
				const { values, doubled } = read.value;
				person.extraFields = Object.fromEntries(
					Object.entries(values).filter(([name]) => wanted(name)),
				);
				person.extraFieldsStatus = 'read';
				for (const field of doubled.filter(wanted)) {
					person.notices.push(itemIssue('NMBRS_EXTRA_FIELD_TWICE', field, { field }));
				}
			}),
		);
	}
	const detail = `${people.length - failures} of ${people.length} people`;
	return { check: { code: 'EXTRA_FIELDS_READ', ok: failures === 0, detail }, problem };
}
