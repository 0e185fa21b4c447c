import { z } from 'zod';

/**
 * The inbox: values of the source that a person decides once for a customer. Steps ask (`Ask`), the plan
 * counts (`InboxQuestion`), a person answers (`InboxAnswer`, a row of the data table `Alleo inbox`), and the same
 * steps read the answers of the next run. Values are compared in the spelling of the rule that asks.
 */

/**
 * `group`: a group that Alleo lacks. `filter`: a routing value without a company. `access`: a word that is
 * neither yes nor no. `column`: a field that looks like one for Alleo. `wageComponent`, `leaveGroup`: of
 * payroll, without a place in the file.
 */
export const InboxKind = z.enum([
	'group',
	'filter',
	'access',
	'column',
	'wageComponent',
	'leaveGroup',
]);
export type InboxKind = z.infer<typeof InboxKind>;

/** `map`: to the target. `none`: no group. `ignore`: as if it were not there. `hold`: stays as it is, on purpose. */
export const InboxReply = z.enum(['map', 'none', 'ignore', 'hold']);
export type InboxReply = z.infer<typeof InboxReply>;

/** What a step met at one person; also where it was answered, so that the answer keeps its count. */
export const Ask = z.object({
	kind: InboxKind,
	value: z.string().min(1),
	/** Of a column: the field that was probably meant. Of a wage component: the columns that are free. */
	meant: z.string().optional(),
	/** Somebody answered it before this reading; the answer counted in it. */
	answered: z.literal(true).optional(),
});
export type Ask = z.infer<typeof Ask>;

export const InboxQuestion = Ask.extend({
	/** Of the present reading. */
	people: z.number().int().nonnegative(),
});
export type InboxQuestion = z.infer<typeof InboxQuestion>;

/** What the inbox is told of one reading. */
export const InboxFacts = z.object({
	questions: z.array(InboxQuestion),
	/** Names of the groups that the people concerned may have in Alleo. */
	groups: z.array(z.string()).default([]),
});
export type InboxFacts = z.infer<typeof InboxFacts>;

export const InboxAnswer = z.object({
	kind: InboxKind,
	value: z.string().min(1),
	answer: InboxReply,
	/** What a value is mapped to: the name of a group, the id of an Alleo company, `yes`, a field. */
	target: z.string().default(''),
	/** The target is not there any more: told, and as good as no answer. */
	gone: z.literal(true).optional(),
});
export type InboxAnswer = z.infer<typeof InboxAnswer>;

/** The answers as a step got them. Not read is never "no answer": it is told. */
export interface Answers {
	list: readonly InboxAnswer[];
	/** False: they were asked for, and could not be read. */
	read: boolean;
	/** Entries that are no answer. */
	unreadable: number;
}

export const NO_ANSWERS: Answers = { list: [], read: true, unreadable: 0 };
const NOT_READ: Answers = { list: [], read: false, unreadable: 0 };

const parsed = (json: string): unknown => {
	try {
		return JSON.parse(json);
	} catch {
		return null;
	}
};

/**
 * @param given a list of answers, or its JSON; the desk gives it at the start of a run. Empty: no inbox is
 * wired; anything else: it could not be read
 */
export function readAnswers(given: unknown): Answers {
	if (given === undefined || given === '') return NO_ANSWERS;
	const value = typeof given === 'string' ? parsed(given) : given;
	if (!Array.isArray(value)) return NOT_READ;
	const list = value.flatMap((entry) => InboxAnswer.safeParse(entry).data ?? []);
	return { list, read: true, unreadable: value.length - list.length };
}

/**
 * The answers of one kind by value, in one spelling. Two that contradict each other are none.
 *
 * @param spelled as the rule compares its values
 */
export function answersOf(
	{ list }: Answers,
	kind: InboxKind,
	spelled: (value: string) => string,
): ReadonlyMap<string, InboxAnswer> {
	const found = new Map<string, InboxAnswer>();
	const torn = new Set<string>();
	for (const one of list) {
		if (one.kind !== kind || one.gone === true) continue;
		const key = spelled(one.value);
		const known = found.get(key);
		if (known !== undefined && (known.answer !== one.answer || known.target !== one.target)) {
			torn.add(key);
		}
		found.set(key, one);
	}
	for (const key of torn) found.delete(key);
	return found;
}

/** Longer is a sentence, and no value of a list. */
const LONGEST = 120;

/** Nine digits are somebody's number, an address is somebody's own. */
const PRIVATE = /@|\d(?:[ .\-/]?\d){6}/;

/** A value that may be put to a person and kept: one line, and nothing that names one person. */
export const mayBeAsked = (value: string): boolean =>
	value.trim() !== '' && value.length <= LONGEST && !/\p{Cc}/u.test(value) && !PRIVATE.test(value);

/** More is a remark about somebody, and no word that many have. */
const LONGEST_WORD = 30;

/**
 * A word of a field whose values are somebody's own: it travels on a held person (only as `asks`, to be
 * counted), so nothing longer does.
 */
export const isAskableWord = (value: string): boolean =>
	mayBeAsked(value) && value.trim().length <= LONGEST_WORD && value.trim().split(/\s+/).length <= 3;
