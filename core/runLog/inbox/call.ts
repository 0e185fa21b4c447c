import { z } from 'zod';
import type { Companies } from '../../approval/inbox/row';
import { InboxFacts } from '../../model/inbox';
import type { DeskCall } from '../deskCall';

/** What a call of the desk says of the inbox. */

const Reached = z.array(z.object({ id: z.number().int(), name: z.string().catch('') }));

/** The Alleo companies that the customer's keys reach, as Sync Settings found them; null: not known. */
export const companiesOf = ({ settings }: Pick<DeskCall, 'settings'>): Companies =>
	Reached.safeParse(settings['alleo_companies']).data ?? null;

/** What the plan of the call asks; two plans of one reading ask the same. Null: it asks nothing. */
export function factsOf({ items }: Pick<DeskCall, 'items'>): InboxFacts | null {
	for (const { inbox } of items) {
		const facts = InboxFacts.safeParse(inbox);
		if (facts.success) return facts.data;
	}
	return null;
}

/** How many questions of this plan nobody answered yet, and the page on which that is done. */
export interface OpenQuestions {
	count: number;
	/** Signed; empty where no page is known. */
	link: string;
}

/** The link came with the start of the run, and back with this call. */
export function openQuestionsOf(call: Pick<DeskCall, 'items' | 'start'>): OpenQuestions {
	const { inbox } = call.start;
	const questions = factsOf(call)?.questions ?? [];
	return {
		count: questions.filter(({ answered }) => answered !== true).length,
		link: typeof inbox === 'string' ? inbox : '',
	};
}
