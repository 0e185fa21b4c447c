import { resolveIssue } from '../../issues';
import type { Filling, IssueCode, PlacesOf } from '../../issues';
import { compareText } from '../../model/collect';
import type { Employee } from '../../model/employee';
import { answersOf, mayBeAsked } from '../../model/inbox';
import type { Answers, Ask, InboxFacts, InboxKind, InboxQuestion } from '../../model/inbox';
import type { PlanNotice } from '../../model/summary';
import { accessWord } from '../../normalize/access';
import { simplify } from '../../normalize/fieldNames';
import { componentKey, leaveKey } from '../../payroll/answered';
import { groupKey, hasGroup } from '../accounts';
import type { DiffOptions } from '../options';
import type { Examined } from './examine';
import { compileRoute, filterKey } from './route';
import type { Route } from './route';

/**
 * Which values of this reading somebody decides once for a customer, and for how many people; those that
 * were answered too, so that an answer keeps its count.
 */

/** The spelling in which the values of each kind are compared: that of the rule that asks. */
export const QUESTION_KEYS: Record<InboxKind, (value: string) => string> = {
	group: groupKey,
	filter: filterKey,
	access: accessWord,
	column: simplify,
	wageComponent: componentKey,
	leaveGroup: leaveKey,
};

/**
 * Beyond this many of a kind the mapping is wrong, and nobody answers them one by one. An access field
 * that says more different things is none, and may be somebody's own data.
 */
const MOST: Record<InboxKind, number> = {
	group: 50,
	filter: 50,
	access: 12,
	column: 50,
	wageComponent: 50,
	leaveGroup: 50,
};

export interface TooMany {
	kind: InboxKind;
	count: number;
}

export interface CountedQuestions {
	questions: InboxQuestion[];
	tooMany: TooMany[];
}

/** The questions of many people, those of most people first; the same whatever the order of the people. */
export function countQuestions(asks: Iterable<Ask>): CountedQuestions {
	const found = new Map<string, InboxQuestion>();
	for (const ask of asks) {
		if (!mayBeAsked(ask.value)) continue;
		const key = `${ask.kind} ${QUESTION_KEYS[ask.kind](ask.value)}`;
		const known = found.get(key);
		if (known === undefined) found.set(key, { ...ask, value: ask.value.trim(), people: 1 });
		else {
			known.people++;
			if (compareText(ask.value.trim(), known.value) < 0) known.value = ask.value.trim();
		}
	}
	const sorted = [...found.values()].sort(
		(a, b) => b.people - a.people || compareText(a.kind, b.kind) || compareText(a.value, b.value),
	);
	const questions: InboxQuestion[] = [];
	const tooMany: TooMany[] = [];
	for (const kind of Object.keys(MOST) as InboxKind[]) {
		const own = sorted.filter((one) => one.kind === kind);
		if (own.length > MOST[kind]) tooMany.push({ kind, count: own.length });
		if (own.length <= MOST[kind] || kind !== 'access') questions.push(...own.slice(0, MOST[kind]));
	}
	return { questions, tooMany };
}

interface Looked {
	examined: Examined;
	route: (person: Employee) => Route;
	/** Routing values that were answered, in one spelling. */
	routed: ReadonlySet<string>;
}

/** Of somebody in service: where they belong, and in which group. */
function placeAsks(person: Employee, { examined, route, routed }: Looked): Ask[] {
	const asks: Ask[] = [];
	const { alleo_filter: filter } = person;
	const to = route(person);
	if (filter !== null && filter.trim() !== '') {
		const isOpen = !to.ok && to.code === 'FILTER_UNROUTED';
		if (isOpen || routed.has(filterKey(filter))) asks.push({ kind: 'filter', value: filter });
	}
	const { accounts, sourceGroups } = examined;
	const group = sourceGroups.get(person) ?? person.group;
	if (group === null) return asks;
	const isLacking = to.ok && !hasGroup(accounts, to.companyId, group);
	if (isLacking || sourceGroups.has(person)) asks.push({ kind: 'group', value: group });
	return asks;
}

function* asksOf(looked: Looked): Generator<Ask> {
	for (const person of looked.examined.people.all) {
		if (person.status === 'ended') continue;
		if (person.asks !== undefined) yield* person.asks;
		if (person.status === 'active') yield* placeAsks(person, looked);
	}
}

/** Names of the groups in Alleo of the companies that the plan is about, each once. */
function groupNames({ accounts }: Examined): string[] {
	const names = accounts.all.flatMap(({ company_groups: groups }) => groups ?? []);
	return [...new Set(names.map((name) => name.trim()))].filter(mayBeAsked).sort(compareText);
}

/** Whether somebody answered it, in whatever spelling. */
const withAnswer = (question: InboxQuestion, answers: Answers): InboxQuestion => {
	const spelled = QUESTION_KEYS[question.kind];
	return answersOf(answers, question.kind, spelled).has(spelled(question.value))
		? { ...question, answered: true }
		: question;
};

export function inboxFacts(
	examined: Examined,
	options: DiffOptions,
): InboxFacts & Pick<CountedQuestions, 'tooMany'> {
	const answered = answersOf(options.answers, 'filter', filterKey);
	const looked = { examined, route: compileRoute(options), routed: new Set(answered.keys()) };
	const { questions: asked, tooMany } = countQuestions(asksOf(looked));
	const questions = asked.map((one) => withAnswer(one, options.answers));
	const groups = questions.some(({ kind }) => kind === 'group') ? groupNames(examined) : [];
	return { questions, groups, tooMany };
}

/** What has to be said of the inbox itself: not read, an answer that leads nowhere, too many values. */
export function inboxNotices(
	{ goneGroups }: Examined,
	{ answers }: DiffOptions,
	{ tooMany }: Pick<CountedQuestions, 'tooMany'>,
): PlanNotice[] {
	const say = <C extends IssueCode>(code: C, ...given: Filling<PlacesOf<C>>): PlanNotice => {
		const { message, action, params } = resolveIssue(code, ...given);
		return { external_id: null, name: null, code, message, action, params, date: null };
	};
	const lost = answers.list.flatMap((one) => (one.gone === true ? [one.target] : []));
	const gone = [...new Set([...goneGroups, ...lost])].sort(compareText);
	return [
		...(answers.read ? [] : [say('INBOX_NOT_READ')]),
		...(answers.unreadable === 0
			? []
			: [say('INBOX_ANSWERS_UNREADABLE', { count: answers.unreadable })]),
		...gone.map((target) => say('INBOX_TARGET_GONE', { target })),
		...tooMany.map(({ kind, count }) => say('INBOX_TOO_MANY', { kind, count })),
	];
}
