import type { InboxFacts, InboxKind, InboxQuestion } from '../../model/inbox';
import { ACCESS_FIELD, PUBLISHED_BUDGETS } from '../../normalize/mapping';
import { COMPONENT_TARGETS, LEAVE_TARGETS } from '../../payroll/answered';
import { QUESTION_KEYS } from '../../plan/people/questions';
import type { InboxChoice, Companies, InboxRow } from './row';

/** What a reading asks, beside the rows that are there: rows to add, and what changes in others. */

/** More choices than this are no list to choose from. */
const MOST_CHOICES = 250;

/** What a value does until somebody answers; a key of the texts of the page. */
export const EFFECTS: Record<InboxKind, string> = {
	group: 'withoutGroup',
	filter: 'held',
	access: 'held',
	column: 'notRead',
	wageComponent: 'notInFile',
	leaveGroup: 'notInFile',
};

const plain = (targets: readonly string[]): InboxChoice[] =>
	[...new Set(targets)].map((target) => ({ target, name: target }));

/** What a value may be mapped to. A list that is not known is empty: the page then says where it comes from. */
export function choicesOf(
	{ kind, meant }: Pick<InboxQuestion, 'kind' | 'meant'>,
	groups: readonly string[],
	companies: Companies,
): InboxChoice[] {
	switch (kind) {
		case 'group':
			return plain(groups).slice(0, MOST_CHOICES);
		case 'filter':
			return (companies ?? [])
				.slice(0, MOST_CHOICES)
				.map(({ id, name }) => ({ target: String(id), name: name || String(id) }));
		case 'access':
			return plain(['yes', 'no']);
		case 'column':
			return plain([
				...(meant === undefined ? [] : [meant]),
				ACCESS_FIELD,
				'alleo_filter',
				...PUBLISHED_BUDGETS,
			]);
		case 'leaveGroup':
			return plain(LEAVE_TARGETS);
		case 'wageComponent':
			return plain(
				COMPONENT_TARGETS.filter((target) =>
					(meant ?? '').split(' ').some((free) => free !== '' && target.startsWith(free)),
				),
			);
	}
}

const keyOf = ({ kind, value }: Pick<InboxRow, 'kind' | 'value'>): string =>
	`${kind} ${QUESTION_KEYS[kind](value)}`;

/** The columns that a reading writes; what somebody answered is in no other column's way. */
export type SeenQuestion = Pick<InboxRow, 'customer' | 'people' | 'effect' | 'seen_at' | 'choices'>;

export interface Merged {
	add: InboxRow[];
	change: Array<{ row: InboxRow; seen: SeenQuestion }>;
}

export interface MergeInput {
	workflow: string;
	customer: string;
	/** Of this reading; null: it asked nothing. */
	facts: InboxFacts | null;
	companies: Companies;
	/** The rows of this workflow. */
	rows: readonly InboxRow[];
	/** The present instant, ISO 8601 UTC. */
	now: string;
}

const unchanged = (row: InboxRow, seen: SeenQuestion): boolean =>
	row.people === seen.people &&
	row.choices === seen.choices &&
	row.effect === seen.effect &&
	row.customer === seen.customer &&
	row.seen_at.slice(0, 10) === seen.seen_at.slice(0, 10);

/** One row for each value, however it is spelled; a value that nobody has any more counts nobody. */
export function mergeQuestions(input: MergeInput): Merged {
	const { workflow, customer, facts, companies, rows, now } = input;
	const known = new Map(rows.map((row) => [keyOf(row), row]));
	const merged: Merged = { add: [], change: [] };
	const asked = new Set<string>();
	for (const question of facts?.questions ?? []) {
		const key = keyOf(question);
		asked.add(key);
		const row = known.get(key);
		const choices = choicesOf(question, facts?.groups ?? [], companies);
		const seen: SeenQuestion = {
			customer,
			people: question.people,
			effect: EFFECTS[question.kind],
			seen_at: now,
			// What was known of the companies stays where this run could not ask.
			choices: choices.length === 0 && row !== undefined ? row.choices : JSON.stringify(choices),
		};
		if (row !== undefined) {
			if (!unchanged(row, seen)) merged.change.push({ row, seen });
			continue;
		}
		const { kind, value } = question;
		const empty = {
			answer: '',
			target: '',
			answered_by: '',
			answered_at: '',
			history: '',
		} as const;
		merged.add.push({ workflow, kind, value, ...seen, ...empty });
	}
	for (const [key, row] of known) {
		if (asked.has(key) || row.people === 0) continue;
		const { effect, seen_at: seenAt, choices } = row;
		merged.change.push({ row, seen: { customer, people: 0, effect, seen_at: seenAt, choices } });
	}
	return merged;
}
