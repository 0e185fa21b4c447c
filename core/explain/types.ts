import type { SummaryFacts } from '../model/summary';
import type { DiffInput, Examined } from '../plan/people/examine';
import type { Proposal } from '../plan/people/proposal';
import type { AlleoEmployee, Employee } from '../model/employee';
import type { Language } from '../issues';
import type { Outcome, PlanRow } from '../model/plan';
import type { Comparison } from '../runLog/compare';
import type { History, RowOnRecord } from './history';
import type { Question } from './question';

export interface ExplainInput extends DiffInput {
	/** What support typed. */
	question: string;
	/** Shown above the answers, such as the customer's name; may be empty. */
	title: string;
	/** Plan rows, approved rows, summaries and outcomes of a run, in any mix; may be empty. */
	history: readonly unknown[];
	/**
	 * The form that makes a plan of one person, with the customer filled in; '' where there is none. The
	 * external id goes behind it.
	 */
	applyUrl?: string;
	/** The run log as Alleo Diff gets it, and the workflow that it is about; absent: nobody gave one. */
	log?: { rows: unknown; workflow: string };
	/** IANA name of the zone in which times are told; absent: Europe/Amsterdam. */
	timeZone?: string;
	/** The language of `headline`, `steps`, `text_markdown` and the page; both are always there as plain text. */
	language: Language;
}

/** How a person was found; the last four through their Alleo account. */
export type FoundBy =
	| 'email'
	| 'private_email'
	| 'external_id'
	| 'employee_number'
	| 'name'
	| 'alleo_id'
	| 'alleo_email'
	| 'alleo_private_email'
	| 'alleo_name';

/** One person who fits the question: a record of the source, or an Alleo account that no record has. */
export interface Subject {
	person: Employee | null;
	proposal: Proposal | null;
	/** The person's own account: linked, to be linked, or about to be; never somebody else's. */
	account: AlleoEmployee | null;
	foundBy: FoundBy | null;
}

/** A person who was not asked about but could have been meant. */
export interface NearMiss {
	name: string | null;
	email: string | null;
	external_id: string | null;
	where: 'source' | 'alleo';
	because: 'sameName' | 'sameLocalPart' | 'similarName' | 'similarAddress' | 'similarNumber';
}

/** Everything that is known about one subject; the steps only put it into words. */
export interface Facts {
	question: Question;
	subject: Subject;
	examined: Examined;
	input: ExplainInput;
	/** The plan as it would be now; guards and approval come from the given summary where there is one. */
	rows: readonly PlanRow[];
	summary: SummaryFacts;
	/** Whether the summary is one that came in. */
	isOnRecord: boolean;
	/** Whether the reading gave two plans, of which one waits and the other goes on by itself. */
	isSplit: boolean;
	history: History;
	/** What earlier decided plans say about the rows of now. */
	earlier: Comparison;
	onRecord: readonly RowOnRecord[];
	outcomes: readonly Outcome[];
	near: readonly NearMiss[];
	hidden: ReadonlySet<string>;
	/** 1-based; how many people fit the question. */
	match: number;
	matches: number;
}

export const STEP_KEYS = [
	'found',
	'scope',
	'held',
	'match',
	'decision',
	'plan',
	'guards',
	'approval',
	'outcome',
] as const;
export type StepKey = (typeof STEP_KEYS)[number];

/** ok: true where the way to access is free here, false where it stops, null where it only informs. */
export interface Step {
	key: StepKey;
	title: string;
	text: string;
	ok: boolean | null;
	/** The code of the catalogue that the step rests on, for docs/troubleshooting.md. */
	code: string | null;
}

export const VERDICTS = [
	'has_access',
	'gets_access',
	'moves',
	'loses_access',
	'no_access',
	'waits',
	'held',
	'merged',
	'not_managed',
	'not_found',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One item of the output "Answers". Holds no private address, birthday or pay. */
export interface Answer {
	question: string;
	/** True where the HR system has a record of the person. */
	found: boolean;
	found_by: FoundBy | null;
	match: number;
	matches: number;
	verdict: Verdict;
	headline: string;
	headline_en: string;
	headline_nl: string;
	steps: Step[];
	text_markdown: string;
	/** Plain text, for a mail or a chat. */
	text_en: string;
	text_nl: string;
	name: string | null;
	external_id: string | null;
	employee_number: string | null;
	status: string | null;
	reason_code: string | null;
	/** What the plan of now does with the person; null where it does nothing. */
	action: string | null;
	alleo_id: number | null;
	alleo_company_id: number | null;
	/** Whether the person's own account is active; null where the person has none. */
	alleo_active: boolean | null;
	reference_date: string;
}

/** The item of the output "Page": all answers together, to show or to send. */
export interface AnswerPage {
	question: string;
	found: boolean;
	matches: number;
	/** Matches beyond the limit, which have no answer. */
	left_out: number;
	headline: string;
	text_markdown: string;
	text_en: string;
	text_nl: string;
	html: string;
}

/** The items of both outputs. */
export interface Explanation {
	answers: Answer[];
	page: AnswerPage;
}
