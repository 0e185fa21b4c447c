import type { IssueCode } from '../../../../core/issues';
import { failureProblem } from '../../../shared/outcome';
import type { ApiFailure } from '../../../shared/http';
import type { SoapFault } from '../../../shared/soap';
import { failed, type Problem } from '../../../../core/model/result';
import { isFatal } from '../fatal';

const NOT_VISIBLE = new Set([1003, 2003, 2004, 2009]);

/** Concern the user, not one company or person: the next call would be refused alike. */
export const GENERAL_FAULTS: ReadonlySet<IssueCode> = new Set([
	'NMBRS_SOAP_LOGIN',
	'NMBRS_SOAP_OPERATION_BLOCKED',
	'NMBRS_SOAP_DISABLED',
	'NMBRS_SOAP_RETIRED',
]);

/** 1 March 2027 in Amsterdam: the day from which Nmbrs plans to have no SOAP any more. */
const RETIRED_FROM_MS = Date.UTC(2027, 1, 28, 23);

const NAMES_A_THING: ReadonlySet<IssueCode> = new Set([
	'NMBRS_SOAP_NOT_VISIBLE',
	'NMBRS_SOAP_COMPANY_UNKNOWN',
]);

/** From the planned end on every refusal names the retirement first; what was refused stays in it. */
export function afterRetirement(problem: Problem, operation: string, nowMs: number): Problem {
	if (nowMs < RETIRED_FROM_MS || isFatal(problem) || NAMES_A_THING.has(problem.code))
		return problem;
	const { detail } = problem;
	return failed('NMBRS_SOAP_RETIRED', { operation, cause: problem.code }, detail).problem;
}

/**
 * What a fault means. Codes: "Nmbrs API error codes",
 * https://support.nmbrs.com/hc/en-us/articles/360013526891.
 */
export function faultProblem({ code }: SoapFault, operation: string): Problem {
	const detail = `${operation}: fault ${code ?? 'without number'}`;
	if (code === 1001) return { code: 'NMBRS_SOAP_LOGIN', params: {}, detail };
	if (code === 1002) {
		return { code: 'NMBRS_SOAP_OPERATION_BLOCKED', params: { operation }, detail };
	}
	if (code === 1004) return { code: 'NMBRS_SOAP_DISABLED', params: {}, detail };
	if (code !== null && NOT_VISIBLE.has(code)) {
		return { code: 'NMBRS_SOAP_NOT_VISIBLE', params: { operation, fault: code }, detail };
	}
	const params = { operation, fault: code ?? 'without a number' };
	return { code: 'NMBRS_SOAP_FAULT', params, detail };
}

/** What a transport failure of SOAP means: from 2027 on, most likely that SOAP is gone. */
export function soapFailure(failure: ApiFailure, operation: string): ReturnType<typeof failed> {
	const problem = failureProblem('nmbrs', failure);
	return isFatal(problem) || problem.code === 'ANSWER_TOO_BIG'
		? { ok: false, problem }
		: failed('NMBRS_SOAP_UNREACHABLE', { operation }, failure.detail);
}
