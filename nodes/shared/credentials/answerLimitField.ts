import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_ANSWER_MB } from '../http/body';

/** In each credential of a vendor: how big one answer may be. */
export const answerLimitField = (defaultMb = DEFAULT_ANSWER_MB): INodeProperties => ({
	displayName: 'Largest Answer (MB)',
	name: 'maxAnswerMb',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: defaultMb,
	description:
		'An answer that goes on beyond this, unpacked, is not read any further. Far above what is real; raise it only when an error says so.',
});
