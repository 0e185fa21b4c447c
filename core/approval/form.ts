import { z } from 'zod';

/**
 * The form of the approval page as it is posted. Unknown fields are ignored; every field is text
 * from outside and nothing of it is trusted before `decide` has checked it against the plan.
 */
export const DECISIONS = ['approve', 'approveWithoutOffboardings', 'reject'] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** row_id to the reason for leaving it out; '' while no reason was given. */
export type Exclusions = ReadonlyMap<string, string>;

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
	/** A part of the form could not be read; it must not decide anything. */
	damaged: boolean;
}

/** Field values by name, in the order of the form; a name can come several times. */
export type Fields = ReadonlyMap<string, readonly string[]>;

export const REASON_PREFIX = 'reason:';

const Carried = z.array(z.tuple([z.string(), z.string()]));

const first = (fields: Fields, name: string): string => fields.get(name)?.[0] ?? '';

/** Rows excluded on other pages travel along in one hidden field, so that paging needs no script. */
function readCarried(text: string): { exclusions: Map<string, string>; damaged: boolean } {
	if (text === '') return { exclusions: new Map(), damaged: false };
	try {
		const parsed = Carried.safeParse(JSON.parse(text));
		return parsed.success
			? { exclusions: new Map(parsed.data), damaged: false }
			: { exclusions: new Map(), damaged: true };
	} catch {
		return { exclusions: new Map(), damaged: true };
	}
}

/**
 * Reads a posted form.
 * @param shown row_ids that the posted page showed with a box: an empty box there takes a row back in
 */
export function readForm(fields: Fields, shown: Iterable<string> = []): DecisionForm {
	const { exclusions, damaged } = readCarried(first(fields, 'carried'));
	for (const rowId of shown) exclusions.delete(rowId);
	for (const rowId of fields.get('excluded') ?? []) {
		exclusions.set(rowId, first(fields, `${REASON_PREFIX}${rowId}`).trim());
	}
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
		damaged,
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
	damaged: false,
};
