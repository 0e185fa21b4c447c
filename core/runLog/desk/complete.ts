import { z } from 'zod';
import type { DeskMessage } from './compose';
import type { MessageKind } from './kinds';

/**
 * A message of the desk with what came of the step that it waited for: the daily sync was switched on or was
 * not, an invitation was made or was not.
 */

const text = z.string().catch('');

const Request = z.object({
	subject: text,
	text,
	link: text,
	customer: text,
	language: z.enum(['en', 'nl']).catch('nl'),
	kind: text,
	recipients: z.array(z.string()).catch([]),
	/** What stands before the link of an invitation. */
	invite: text,
});

const Came = z.object({
	error: text,
	details: text,
	invitation_url: text,
	subject: text,
	text,
	link: text,
});

const ENABLED = 'enabled' satisfies MessageKind;

/** @param request what the desk gave for the step @param came what the step gave */
export function completeMessage(request: unknown, came: unknown): DeskMessage {
	const { invite, ...message } = Request.parse(request ?? {});
	const { error, details, invitation_url: invitation, ...result } = Came.parse(came ?? {});
	if (invitation !== '') {
		const lines = [message.text, `${invite}: ${invitation}`];
		return { ...message, text: lines.filter((line) => line !== '').join('\n\n'), link: invitation };
	}
	if (error !== '') {
		// Where the desk knew the reason it has said it, in the customer's language.
		return { ...message, text: message.text || `${error} ${details}`.trim() };
	}
	return result.subject === '' ? message : { ...message, ...result, kind: ENABLED };
}
