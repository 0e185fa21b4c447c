import type { INodeCredentialTestResult } from 'n8n-workflow';
import { resolveIssue, type IssueCode, type IssueParams } from '../../../core/issues';

/** The test of a credential that failed: what happened, why, and what to do. */
export function testFailed(issue: {
	code: IssueCode;
	params?: IssueParams;
}): INodeCredentialTestResult {
	const { message, why, action } = resolveIssue(issue.code, issue.params);
	return { status: 'Error', message: [message, why, action].filter(Boolean).join(' ') };
}
