import { itemIssue } from '../../../core/issues';
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
	choice: ExtraFieldChoice;
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
	{ referenceDate, choice }: ExtraFieldsOptions,
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
					Object.entries(values).filter(([name]) => choice.takes(name)),
				);
				person.extraFieldsStatus = 'read';
				for (const field of doubled.filter((name) => choice.takes(name))) {
					person.notices.push(itemIssue('NMBRS_EXTRA_FIELD_TWICE', field, { field }));
				}
			}),
		);
	}
	const detail = `${people.length - failures} of ${people.length} people`;
	return { check: { code: 'EXTRA_FIELDS_READ', ok: failures === 0, detail }, problem };
}
