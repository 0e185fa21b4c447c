import type { Plan } from '../plan/finish';
import { planOf } from '../plan/people';
import type { Plans } from '../plan/people';
import { examine } from '../plan/people/examine';
import { compileRoute } from '../plan/people/route';
import { companyName } from '../report/companies';
import type { IssueCode, Language } from '../issues';
import { compareWithHistory } from '../runLog/compare';
import { rowsOf } from '../runLog/past';
import { carriedFailure, done, failed } from '../model/result';
import type { Result } from '../model/result';
import { historyOf, nameOf, rowsNow } from './facts';
import { headline } from './headline';
import { newestReading, readHistory, summaryFor } from './history';
import { inputProblem } from './inputs';
import { renderAnswer, renderAnswers } from './markdown';
import type { Format } from './markdown';
import { nearMisses } from './near';
import { renderFragment } from './page';
import { privateAddresses } from './privacy';
import { QUESTION_LIMIT, readQuestion } from './question';
import { search } from './search';
import { approval } from './steps/approval';
import { decision } from './steps/decision';
import { found } from './steps/found';
import { guards } from './steps/guards';
import { held } from './steps/held';
import { match } from './steps/match';
import { outcome } from './steps/outcome';
import { plan } from './steps/plan';
import { scope } from './steps/scope';
import { say } from './text';
import type { Answer, ExplainInput, Explanation, Facts, Step, Subject } from './types';
import { verdictOf } from './verdict';

export { settingsProblem } from './inputs';
export { renderProblem } from './page';
export { VERDICTS } from './types';
export type { Answer, AnswerPage, ExplainInput, Explanation, Step, Verdict } from './types';

/** More people with one name than this is a search, not an explanation. */
const ANSWER_LIMIT = 20;

const STEPS: ReadonlyArray<(facts: Facts, language: Language) => Step | null> = [
	found,
	scope,
	held,
	match,
	decision,
	plan,
	guards,
	approval,
	outcome,
];

const NOBODY: Subject = { person: null, proposal: null, account: null, foundBy: null };

/** Where nobody fits there is only to say where was looked. */
const NOBODY_STEPS: typeof STEPS = [found, match];

const stepsOf = (facts: Facts, language: Language): Step[] =>
	(facts.subject === NOBODY ? NOBODY_STEPS : STEPS)
		.map((step) => step(facts, language))
		.filter((step) => step !== null);

/** The Diff's errors, with what to do here instead of there. */
const OWN_CODES: Partial<Record<IssueCode, IssueCode>> = {
	DIFF_ITEM_MALFORMED: 'EXPLAIN_ITEM_MALFORMED',
};

/** How one answer reads in one language. */
interface Reading {
	headline: string;
	steps: Step[];
	markdown: string;
	plain: string;
}

function read(facts: Facts, language: Language): Reading {
	const steps = stepsOf(facts, language);
	const words = headline(facts, language);
	return {
		headline: words,
		steps,
		markdown: renderAnswer(words, steps, 'markdown'),
		plain: renderAnswer(words, steps, 'plain'),
	};
}

type Readings = Record<Language, Reading>;

/** The plan that the subject's row is in; where there is none, the one that has everything held. */
const planWith = (subject: Subject, plans: Plans): Plan =>
	plans.find((plan) => rowsNow(plan.rows, subject).length > 0) ?? plans[0];

function toAnswer(facts: Facts, readings: Readings): Answer {
	const { subject, question, match: number, matches, input } = facts;
	const { person, account, foundBy } = subject;
	const { en, nl } = readings;
	const chosen = readings[input.language];
	const isKnown = person !== null || account !== null;
	return {
		question: question.text,
		found: person !== null,
		found_by: foundBy,
		match: number,
		matches,
		verdict: verdictOf(facts),
		headline: chosen.headline,
		headline_en: en.headline,
		headline_nl: nl.headline,
		steps: chosen.steps,
		text_markdown: chosen.markdown,
		text_en: en.plain,
		text_nl: nl.plain,
		name: isKnown ? nameOf(subject, input.language) : null,
		external_id: person?.external_id ?? account?.external_id ?? null,
		employee_number: person?.source.employee_number ?? null,
		status: person?.status ?? null,
		reason_code: person?.reason.code ?? null,
		action: rowsNow(facts.rows, subject)[0]?.action ?? null,
		alleo_id: account?.id ?? null,
		alleo_company_id: account?.company_id ?? null,
		alleo_active: account?.is_active ?? null,
		reference_date: input.referenceDate,
	};
}

/** Name, number, company: what tells people of one name apart. */
function labelOf({ subject, input }: Facts, language: Language): string {
	const { person, account } = subject;
	const number = person?.source.employee_number ?? account?.external_id ?? null;
	const route = person === null ? null : compileRoute(input.options)(person);
	const id = account?.company_id ?? (route?.ok === true ? route.companyId : null);
	const known = { companies: [...(input.companyNames ?? [])] };
	const company = person?.company?.name ?? (id === null ? null : companyName(known, id, language));
	return [nameOf(subject, language), number, company]
		.filter((part) => part !== null && part !== '')
		.join(' · ');
}

/** Where a plan of this person alone is made; null where the plan of now does nothing about them. */
function applyOf({ subject, rows, input }: Facts): string | null {
	const id = subject.person?.external_id ?? null;
	const { applyUrl = '' } = input;
	const changes = rowsNow(rows, subject).some(({ action }) => action !== 'hold');
	if (id === null || !changes || !/^https?:\/\//.test(applyUrl)) return null;
	const separator = applyUrl.includes('?') ? '&' : '?';
	return `${applyUrl}${separator}only=${encodeURIComponent(id)}`;
}

function remarkOn(total: number, shown: number, language: Language): string | null {
	if (total <= 1) return null;
	const many = say(language)('matchesMany', { count: total });
	return total > shown ? `${many} ${say(language)('leftOut', { shown })}` : many;
}

/**
 * Why somebody did or did not get access: one answer per person who fits the question, one saying so
 * where nobody does. Reads nothing but its argument, writes nothing, and shows nothing private.
 */
export function explain(input: ExplainInput): Result<Explanation> {
	const question = readQuestion(input.question);
	if (question === null) return failed('EXPLAIN_QUESTION_UNUSABLE', { limit: QUESTION_LIMIT });
	const problem = inputProblem(input);
	if (problem !== null) return carriedFailure(problem);
	const examined = examine(input);
	if (!examined.ok) {
		const { code, params } = examined.problem;
		return carriedFailure({ code: OWN_CODES[code] ?? code, params });
	}
	const plans = planOf(examined.value, input);
	const rows = plans.flatMap((plan) => plan.rows);
	const history = readHistory(input.history);
	const { rows: log, workflow } = input.log ?? { rows: [], workflow: '' };
	const earlier = compareWithHistory(rows, rowsOf(log) ?? [], workflow, input.referenceDate);
	const hidden = privateAddresses(examined.value);
	const subjects = search(question, examined.value);
	const near = nearMisses(question, subjects, examined.value, hidden);

	const shown = subjects.length === 0 ? [NOBODY] : subjects.slice(0, ANSWER_LIMIT);
	const readings: Array<{ facts: Facts; readings: Readings }> = shown.map((subject, index) => {
		const told = historyOf(subject, history);
		const recorded = summaryFor(history, told.onRecord);
		const facts: Facts = {
			question,
			subject,
			examined: examined.value,
			input,
			rows,
			summary: recorded ?? planWith(subject, plans).summary,
			isOnRecord: recorded !== null,
			isSplit: (recorded === null ? plans : newestReading(history)).length > 1,
			history,
			earlier,
			...told,
			near,
			hidden,
			match: index + 1,
			matches: subjects.length,
		};
		return { facts, readings: { en: read(facts, 'en'), nl: read(facts, 'nl') } };
	});
	const answers = readings.map((one) => toAnswer(one.facts, one.readings));
	const title = input.title.replace(/\s+/g, ' ').trim();
	const texts = (language: Language, format: Format): string =>
		renderAnswers({
			title,
			question: question.text,
			referenceDate: input.referenceDate,
			answers: readings.map(({ readings: by }) => by[language][format]),
			remark: remarkOn(subjects.length, shown.length, language),
			language,
			format,
		});
	const { language } = input;
	const remark = remarkOn(subjects.length, shown.length, language);
	return done({
		answers,
		page: {
			question: question.text,
			found: answers.some((answer) => answer.found),
			matches: subjects.length,
			left_out: Math.max(0, subjects.length - shown.length),
			headline: remark ?? answers[0]?.headline ?? '',
			text_markdown: texts(language, 'markdown'),
			text_en: texts('en', 'plain'),
			text_nl: texts('nl', 'plain'),
			html: renderFragment({
				title,
				question: question.text,
				referenceDate: input.referenceDate,
				remark,
				answers: readings.map((one) => ({
					...one.readings[language],
					label: labelOf(one.facts, language),
					apply: applyOf(one.facts),
				})),
				language,
			}),
		},
	});
}
