import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { readAnswers } from '../../core/model/inbox';
import type { Answers } from '../../core/model/inbox';
import { kindOf } from './outcome';

/** What was answered in the inbox, as the desk gives it at the start of a run; read with an expression. */

/** Each node says what it makes of them. */
export const answersField = (description: string): INodeProperties => ({
	displayName: 'Answers of the Inbox',
	name: 'answers',
	type: 'json',
	default: '',
	description,
});

/** An expression that fails, or gives nothing, is told as not read: never taken for "no answer". */
export function answersGiven(context: IExecuteFunctions): Answers {
	try {
		const given: unknown = context.getNodeParameter('answers', 0, '');
		const panel: unknown = context.getNode().parameters['answers'];
		const isWired = typeof panel === 'string' && panel.startsWith('=');
		return readAnswers(isWired && (given === undefined || given === '') ? null : given);
	} catch (error) {
		context.logger.warn('The answers of the inbox could not be read', { error: kindOf(error) });
		return readAnswers(null);
	}
}
