import type { INodeCredentialTestResult } from 'n8n-workflow';
import { resolveCarried, type CarriedIssue } from '../../../core/issues';

/** The test of a credential that failed: what happened, why, and what to do. */
export function testFailed(issue: CarriedIssue): INodeCredentialTestResult {
	const { message, why, action } = resolveCarried(issue);
	return { status: 'Error', message: [message, why, action].filter(Boolean).join(' ') };
}
