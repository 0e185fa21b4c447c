import { itemIssue, resolveCarried } from '../../../core/issues';
import type { CoverageCheck } from '../../shared/source/coverage';
import type { CompanyPartition } from '../listing/companies';
import { allEnded } from './inForce';
import type { RawEmployee } from './rawEmployee';
import type { ExtraFieldChoice } from './extraFieldChoice';
import { failed, type Problem } from '../../../core/model/result';
import { isFatal } from '../api/fatal';
import { isKnownType } from './types';
import { soapIds } from './bridge';
import { GENERAL_FAULTS } from '../api/soap/faults';
import type { SoapReader } from '../api/soap/reader';

/**
 * Extra fields are asked for people of whom they can decide something: not for leavers whose every
 * employment is over, nor for unknown types, who are held anyway. `payroll` stays in service even
 * with an end date in the past, so access decides about them too.
 */
const needsExtraFields = (person: RawEmployee, referenceDate: string): boolean =>
	isKnownType(person.employeeType) &&
	(person.employeeType === 'payroll' || !allEnded(person.employments, referenceDate));

interface Failure {
	person: RawEmployee;
	problem: Problem;
}

const UNMATCHED = failed('NMBRS_SOAP_NOT_VISIBLE', {
	operation: 'ExtraFields_GetList',
	fault: 'no id',
});

/** True for problems that concern everybody: no other person would be answered either. */
export const concernsAll = ({ code }: Problem): boolean =>
	GENERAL_FAULTS.has(code) ||
	code === 'NMBRS_SOAP_COMPANY_UNKNOWN' ||
	code === 'NMBRS_SOAP_UNREACHABLE';

/** The one problem of a company whose extra fields are unknown; what ended the connection stays itself. */
function unread(problem: Problem): Problem {
	if (isFatal(problem)) return problem;
	const { message, action } = resolveCarried(problem);
	const detail = `${problem.code} ${problem.detail}`.trim();
	return failed('NMBRS_EXTRA_FIELDS_UNREAD', { cause: message, advice: action }, detail).problem;
}

/**
 * Why a company's extra fields are unknown, and not those of some people: a fault that concerns
 * everybody, or nobody who could be read.
 */
function problemOfAll(failures: readonly Failure[], asked: number): Problem | null {
	const all = failures.find(({ problem }) => concernsAll(problem) || isFatal(problem));
	if (all !== undefined) return unread(all.problem);
	const [first] = failures;
	return first !== undefined && failures.length === asked ? unread(first.problem) : null;
}

export interface ExtraFieldsOptions {
	referenceDate: string;
	/** Which fields may leave the node; the others are dropped here. */
	choice: ExtraFieldChoice;
}

export interface ExtraFieldsOutcome {
	check: CoverageCheck;
	/** Why the company is not whole: its extra fields are unknown. The people are marked `failed` all the same. */
	problem: Problem | null;
}

/**
 * Reads the extra fields of the people of one company and writes them into the records. One call per
 * person, bounded by the reader's transport. Whoever could not be read is marked, nobody is guessed; an
 * answer without any field is an answer. A fault of all is told once, by the company.
 */
export async function addExtraFields(
	reader: SoapReader,
	company: CompanyPartition,
	all: readonly RawEmployee[],
	{ referenceDate, choice }: ExtraFieldsOptions,
): Promise<ExtraFieldsOutcome> {
	const people = all.filter((person) => needsExtraFields(person, referenceDate));
	const failures: Failure[] = [];
	if (people.length > 0) {
		const ids = await soapIds(reader, company, people);
		await Promise.all(
			people.map(async (person) => {
				const id = ids.ok ? ids.value.get(person.employeeId.toLowerCase()) : undefined;
				const read = id === undefined ? (ids.ok ? UNMATCHED : ids) : await reader.extraFields(id);
				if (!read.ok) {
					person.extraFieldsStatus = 'failed';
					failures.push({ person, problem: read.problem });
					return;
				}
				const { values, doubled } = read.value;
				person.extraFields = Object.fromEntries(
					Object.entries(values).filter(([name]) => choice.takes(name)),
				);
				person.extraFieldsStatus = 'read';
				for (const field of doubled.filter((name) => choice.takes(name))) {
					person.notices.push(itemIssue('NMBRS_EXTRA_FIELD_TWICE', field, { field }));
				}
			}),
		);
	}
	const problem = problemOfAll(failures, people.length);
	for (const { person, problem: own } of problem === null ? failures : []) {
		const cause = { cause: own.code };
		person.notices.push(itemIssue('NMBRS_EXTRA_FIELDS_FAILED', 'extraFields', cause));
	}
	const detail = `${people.length - failures.length} of ${people.length} people`;
	return { check: { code: 'EXTRA_FIELDS_READ', ok: failures.length === 0, detail }, problem };
}
