import type { IssueCode, IssueParams } from '../../../../core/issues';
import { failureIssue } from '../../../shared/errors';
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
 * The catalogue entry of a fault. Codes: "Nmbrs API error codes",
 * https://support.nmbrs.com/hc/en-us/articles/360013526891.
 */
export function faultIssue(
	fault: SoapFault,
	operation: string,
): { code: IssueCode; params: IssueParams } {
	const { code } = fault;
	if (code === 1001) return { code: 'NMBRS_SOAP_LOGIN', params: {} };
	if (code === 1002) return { code: 'NMBRS_SOAP_OPERATION_BLOCKED', params: { operation } };
	if (code === 1004) return { code: 'NMBRS_SOAP_DISABLED', params: {} };
	if (code !== null && NOT_VISIBLE.has(code)) {
		return { code: 'NMBRS_SOAP_NOT_VISIBLE', params: { operation, fault: code } };
	}
	return { code: 'NMBRS_SOAP_FAULT', params: { operation, fault: code ?? 'without a number' } };
}

/** What a transport failure of SOAP means: from 2027 on, most likely that SOAP is gone. */
export function soapFailure(failure: ApiFailure, operation: string): ReturnType<typeof failed> {
	const { code, params } = failureIssue('nmbrs', failure);
	const general = failed(code, params, failure.detail);
	return isFatal(general.problem) || code === 'ANSWER_TOO_BIG'
		? general
		: failed('NMBRS_SOAP_UNREACHABLE', { operation }, failure.detail);
}
