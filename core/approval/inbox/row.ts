import { z } from 'zod';
import { InboxKind, InboxReply } from '../../model/inbox';
import type { InboxAnswer } from '../../model/inbox';

/**
 * A row of the data table `Alleo inbox`: one value that somebody decides once for the customer of one
 * workflow, what it does until then, and what was answered. Names no person of the customer.
 */

/** n8n looks a table up by a part of its name: no other may contain it. */
export const INBOX_TABLE = 'Alleo inbox';

/** n8n gives null for a cell that nobody filled. */
const cell = z
	.string()
	.nullish()
	.transform((value) => value ?? '');

export const InboxRow = z.object({
	workflow: z.string().min(1),
	customer: cell,
	kind: InboxKind,
	/** As the source wrote it first; compared in the spelling of its rule. */
	value: z.string().min(1),
	/** Of the last reading; 0: nobody has it any more. */
	people: z
		.number()
		.nullish()
		.transform((count) => count ?? 0),
	/** What it does until it is answered: a key of the texts of the page. */
	effect: cell,
	/** Empty: not answered. */
	answer: z
		.union([InboxReply, z.literal('')])
		.nullish()
		.transform((reply) => reply ?? ''),
	target: cell,
	answered_by: cell,
	/** Instants, ISO 8601 UTC. */
	answered_at: cell,
	seen_at: cell,
	/** What it may be mapped to, as JSON (`readChoices`). */
	choices: cell,
	/** Every answer so far, the newest first, as JSON (`readPast`). */
	history: cell,
});
export type InboxRow = z.infer<typeof InboxRow>;

export const INBOX_COLUMNS = Object.keys(InboxRow.shape).map((name) => ({
	name,
	type: name === 'people' ? ('number' as const) : ('string' as const),
}));

/** Rows of one workflow; what cannot be read is counted, and is never an answer. */
export function readInbox(
	rows: readonly unknown[],
	workflow: string,
): { rows: InboxRow[]; unreadable: number } {
	const found: InboxRow[] = [];
	let unreadable = 0;
	for (const row of rows) {
		const parsed = InboxRow.safeParse(row);
		if (!parsed.success) unreadable++;
		else if (parsed.data.workflow === workflow) found.push(parsed.data);
	}
	return { rows: found, unreadable };
}

export const InboxChoice = z.object({ target: z.string().min(1), name: z.string() });
export type InboxChoice = z.infer<typeof InboxChoice>;

function listIn<T>(json: string, schema: z.ZodType<T>): T[] {
	try {
		return z.array(schema).safeParse(JSON.parse(json)).data ?? [];
	} catch {
		return [];
	}
}

export const readChoices = ({ choices }: Pick<InboxRow, 'choices'>): InboxChoice[] =>
	listIn(choices, InboxChoice);

/** An answer as it was, and whose. */
export const PastAnswer = z.object({
	answer: z.union([InboxReply, z.literal('')]),
	target: z.string(),
	by: z.string(),
	at: z.string(),
});
export type PastAnswer = z.infer<typeof PastAnswer>;

export const readPastAnswers = ({ history }: Pick<InboxRow, 'history'>): PastAnswer[] =>
	listIn(history, PastAnswer);

/** The answer of a row for the nodes of a run; null where there is none. */
export function answerOf({ kind, value, answer, target }: InboxRow): InboxAnswer | null {
	return answer === '' ? null : { kind, value, answer, target };
}

/** Alleo companies that the customer's keys reach; null: not known. */
export type Companies = ReadonlyArray<{ id: number; name: string }> | null;

/** Whether the answer leads to an Alleo company that is not there: as good as no answer. */
export const leadsNowhere = (
	{ kind, answer, target }: Pick<InboxRow, 'kind' | 'answer' | 'target'>,
	companies: Companies,
): boolean =>
	kind === 'filter' &&
	answer === 'map' &&
	companies !== null &&
	!companies.some(({ id }) => String(id) === target);

/** Somebody has to decide: not answered, and people have it now. */
export const isOpen = ({ answer, people }: Pick<InboxRow, 'answer' | 'people'>): boolean =>
	answer === '' && people > 0;
