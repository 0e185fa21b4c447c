import { z } from 'zod';
import type { FormFields } from '../model/formFields';

/**
 * The form of the approval page as it is posted. Unknown fields are ignored; every field is text
 * from outside and nothing of it is trusted before `decide` has checked it against the plan.
 */
export const DECISIONS = [
	'approve',
	'approveAndEnable',
	'approveWithoutOffboardings',
	'reject',
] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** row_id to the reason for leaving it out; '' while no reason was given. */
export type Exclusions = ReadonlyMap<string, string>;

/** row_id of a row that is left out to the last day on which to propose that again, as typed. */
export type Untils = ReadonlyMap<string, string>;

/** What a person answered about a hold of identity; "not now" is no answer. */
export const ANSWERS = ['same', 'other'] as const;
export type HoldAnswer = (typeof ANSWERS)[number];

export interface DecisionForm {
	planHash: string;
	decision: DecisionKind | null;
	/** Where to go on the page instead of deciding, such as `page:2`; null when a decision was posted. */
	go: string | null;
	approver: string;
	comment: string;
	/** The typed number of off-boardings, as typed. */
	offboardings: string;
	/** One reason for every row that is left out without its own. */
	reason: string;
	exclusions: Exclusions;
	untils: Untils;
	/** Key of a question (core/approval/choices.ts) to its answer. */
	answers: ReadonlyMap<string, HoldAnswer>;
	/** row_ids of the takeovers that were ticked, of those that must be. */
	taken: ReadonlySet<string>;
	/** A part of the form could not be read; it must not decide anything. */
	damaged: boolean;
}

export const REASON_PREFIX = 'reason:';
export const UNTIL_PREFIX = 'until:';
export const ANSWER_PREFIX = 'answer:';
/** The third answer: the next plan asks again. */
export const NOT_NOW = 'later';

/** row_id, reason, and the day where there is one. */
const Carried = z.array(z.tuple([z.string(), z.string()]).rest(z.string()));
type Carried = z.infer<typeof Carried>;

const first = (fields: FormFields, name: string): string => fields.get(name)?.[0] ?? '';

/** Rows excluded on other pages travel along in one hidden field, so that paging needs no script. */
function readCarried(text: string): { carried: Carried; damaged: boolean } {
	if (text === '') return { carried: [], damaged: false };
	try {
		const parsed = Carried.safeParse(JSON.parse(text));
		return parsed.success
			? { carried: parsed.data, damaged: false }
			: { carried: [], damaged: true };
	} catch {
		return { carried: [], damaged: true };
	}
}

const CarriedAnswers = z.object({
	answers: z.array(z.tuple([z.string(), z.enum(ANSWERS)])),
	taken: z.array(z.string()),
});
type CarriedAnswers = z.infer<typeof CarriedAnswers>;

const NO_ANSWERS: CarriedAnswers = { answers: [], taken: [] };

/** Answers and ticks of other pages, in a hidden field of their own. */
function readCarriedAnswers(text: string): CarriedAnswers & { damaged: boolean } {
	if (text === '') return { ...NO_ANSWERS, damaged: false };
	try {
		const parsed = CarriedAnswers.safeParse(JSON.parse(text));
		return parsed.success ? { ...parsed.data, damaged: false } : { ...NO_ANSWERS, damaged: true };
	} catch {
		return { ...NO_ANSWERS, damaged: true };
	}
}

/** As `writeCarried`, for the answers and the ticked takeovers. */
export const writeAnswers = ({ answers, taken }: DecisionForm): string =>
	answers.size === 0 && taken.size === 0
		? ''
		: JSON.stringify({ answers: [...answers], taken: [...taken] } satisfies CarriedAnswers);

/** What was answered on this page goes before what was carried; two answers to one question are none. */
function readAnswers(
	fields: FormFields,
	shown: ReadonlySet<string>,
): Pick<DecisionForm, 'answers' | 'taken' | 'damaged'> {
	const carried = readCarriedAnswers(first(fields, 'answers'));
	const answers = new Map<string, HoldAnswer>(carried.answers);
	let { damaged } = carried;
	for (const [name, values] of fields) {
		if (!name.startsWith(ANSWER_PREFIX)) continue;
		const key = name.slice(ANSWER_PREFIX.length);
		const given = new Set(values);
		const answer = ANSWERS.find((known) => given.has(known));
		damaged ||= given.size !== 1 || (answer === undefined && !given.has(NOT_NOW));
		if (answer === undefined) answers.delete(key);
		else answers.set(key, answer);
	}
	const ticked = carried.taken.filter((rowId) => !shown.has(rowId));
	return { answers, taken: new Set([...ticked, ...(fields.get('taken') ?? [])]), damaged };
}

/** What `readForm` reads again on the next page. */
export function writeCarried({ exclusions, untils }: DecisionForm): string {
	if (exclusions.size === 0) return '';
	const carried: Carried = [...exclusions].map(([rowId, reason]) => {
		const until = untils.get(rowId);
		return until === undefined ? [rowId, reason] : [rowId, reason, until];
	});
	return JSON.stringify(carried);
}

/**
 * Reads a posted form.
 * @param shown row_ids that the posted page showed with a box: an empty box there takes a row back in
 */
export function readForm(fields: FormFields, shown: Iterable<string> = []): DecisionForm {
	const { carried, damaged } = readCarried(first(fields, 'carried'));
	const exclusions = new Map<string, string>();
	const untils = new Map<string, string>();
	const add = (rowId: string, reason: string, until: string): void => {
		exclusions.set(rowId, reason);
		if (until === '') untils.delete(rowId);
		else untils.set(rowId, until);
	};
	const unticked = new Set(shown);
	for (const [rowId, reason, until = ''] of carried) {
		if (!unticked.has(rowId)) add(rowId, reason, until);
	}
	for (const rowId of fields.get('excluded') ?? []) {
		const until = first(fields, `${UNTIL_PREFIX}${rowId}`).trim();
		add(rowId, first(fields, `${REASON_PREFIX}${rowId}`).trim(), until);
	}
	const answered = readAnswers(fields, unticked);
	const decision = first(fields, 'decision');
	const go = first(fields, 'go');
	return {
		planHash: first(fields, 'plan_hash'),
		decision: DECISIONS.find((kind) => kind === decision) ?? null,
		go: go === '' ? null : go,
		approver: first(fields, 'approver').trim(),
		comment: first(fields, 'comment').trim(),
		offboardings: first(fields, 'offboardings').trim(),
		reason: first(fields, 'reason').trim(),
		exclusions,
		untils,
		...answered,
		damaged: damaged || answered.damaged,
	};
}

export const EMPTY_FORM: DecisionForm = {
	planHash: '',
	decision: null,
	go: null,
	approver: '',
	comment: '',
	offboardings: '',
	reason: '',
	exclusions: new Map(),
	untils: new Map(),
	answers: new Map(),
	taken: new Set(),
	damaged: false,
};
