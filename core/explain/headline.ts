import type { Language } from '../issues';
import { fillText, formatDate } from '../ui/format';
import { nameOf, rowsNow } from './facts';
import { HEADLINES } from './headlineText';
import { isExcluded } from './steps/approval';
import { outcomeWords, wentWell } from './steps/outcome';
import { fill, singleLine } from './text';
import type { Facts } from './types';
import { verdictOf } from './verdict';
import { codeMessage } from './words';

type Key = keyof typeof HEADLINES;
type Params = Record<string, string | number>;

const say = (key: Key, language: Language, params: Params = {}): string =>
	fillText(HEADLINES[key][language], singleLine(params));

function notFound(facts: Facts, language: Language): string {
	const { coverage, people } = facts.examined;
	const complete = coverage.every((part) => part.complete) && people.all.length > 0;
	const key = !complete
		? 'notFoundIncomplete'
		: coverage.length > 0
			? 'notFound'
			: 'notFoundUnknown';
	return say(key, language, { question: facts.question.text });
}

/** "Not in the HR system" is only said as far as it was read. */
function ofCoverage({ subject, examined }: Facts, language: Language): string | null {
	const { coverage, people } = examined;
	const complete = coverage.every((part) => part.complete) && people.all.length > 0;
	const isAccount = subject.person === null && subject.account !== null;
	return isAccount && !complete ? say('mayExist', language) : null;
}

/** Why, in the words of the row or else of the status. */
function reasonWords(facts: Facts, language: Language): string {
	const { proposal, person } = facts.subject;
	const reason = proposal?.rows[0]?.reason ?? person?.reason;
	return reason === undefined ? '' : codeMessage(reason, language);
}

function withAccess(facts: Facts, name: string, language: Language): string {
	const { proposal, person } = facts.subject;
	if (proposal === null || person === null) return say('absent', language, { name });
	const row = proposal.rows[0];
	if (row === undefined) {
		if (person.status === 'ineligible') {
			const reason = codeMessage(person.reason, language);
			return say('hasAccessIneligible', language, { name, reason });
		}
		if (person.status === 'upcoming' && person.start_date !== null) {
			const date = formatDate(person.start_date, language);
			return say('hasAccessUpcoming', language, { name, date });
		}
		return say('hasAccess', language, { name });
	}
	if (proposal.role?.as === 'successor') return say('transfers', language, { name });
	if (proposal.target.state === 'adoptable') return say('adopts', language, { name });
	return say('updates', language, { name, count: row.changes.length });
}

function withoutAccess(facts: Facts, name: string, language: Language): string {
	if (facts.subject.person === null) return say('absentClosed', language, { name });
	return say('noAccess', language, { name, reason: reasonWords(facts, language) });
}

function held(facts: Facts, name: string, language: Language): string {
	const { account } = facts.subject;
	const key: Key =
		account === null ? 'heldWithout' : account.is_active ? 'heldActive' : 'heldInactive';
	return say(key, language, { name, reason: reasonWords(facts, language) });
}

function ofNow(facts: Facts, language: Language): string {
	const { person, account, proposal } = facts.subject;
	const name = nameOf(facts.subject, language);
	switch (verdictOf(facts)) {
		case 'not_found':
			return notFound(facts, language);
		case 'has_access':
			return withAccess(facts, name, language);
		case 'no_access':
			return withoutAccess(facts, name, language);
		case 'gets_access':
			return say(proposal?.count === 'create' ? 'onboards' : 'reactivates', language, { name });
		case 'moves': {
			const company = proposal?.rows[1]?.alleo_company_id ?? '?';
			return say('moves', language, { name, company });
		}
		case 'loses_access': {
			const [row] = rowsNow(facts.rows, facts.subject);
			const reason = row === undefined ? '' : codeMessage(row.reason, language);
			return say('offboards', language, { name, reason });
		}
		case 'waits': {
			const start = person?.start_date ?? null;
			const date = start === null ? '?' : formatDate(start, language);
			return say('waits', language, { name, date });
		}
		case 'held':
			return held(facts, name, language);
		case 'merged': {
			const role = proposal?.role ?? null;
			const record = role?.as === 'merged' ? role.successor.external_id : null;
			return say('merged', language, { name, record: record ?? '?' });
		}
		case 'not_managed': {
			const state = fill(account?.is_active === true ? 'stateActive' : 'stateInactive', language);
			return say('notManaged', language, { name, state });
		}
	}
}

/** What an earlier run did with the change; the newest decision or outcome that came in. */
function ofBefore(facts: Facts, language: Language): string | null {
	const last = facts.outcomes[facts.outcomes.length - 1];
	const decided = facts.onRecord.find(
		({ row, approval }) => approval !== null && row.action !== 'hold',
	);
	const approver = decided?.approval?.approver ?? '';
	if (decided?.approval?.decision === 'expired') return say('expired', language);
	if (decided?.approval?.decision === 'rejected') return say('rejected', language, { approver });
	if (decided !== undefined && isExcluded(decided)) return say('excluded', language, { approver });
	if (last === undefined) return null;
	const message = outcomeWords(last, language);
	if (wentWell(last)) return say('done', language, { message });
	if (last.code === 'HELD') return null;
	return say(last.outcome === 'failed' ? 'failed' : 'skipped', language, { message });
}

/** What still stands between the plan and the person. */
function ofPlan(facts: Facts, language: Language): string | null {
	if (!rowsNow(facts.rows, facts.subject).some((row) => row.action !== 'hold')) return null;
	const { summary } = facts;
	const tripped = summary.guards.filter((guard) => guard.tripped).map(({ code }) => code);
	if (tripped.length > 0) return say('waitsForGuard', language, { guards: tripped.join(', ') });
	return summary.needs_approval ? say('waitsForApproval', language) : null;
}

/** The answer in one to three sentences: how it stands, what holds it up, what happened last. */
export const headline = (facts: Facts, language: Language): string =>
	[
		ofNow(facts, language),
		ofCoverage(facts, language),
		ofPlan(facts, language),
		ofBefore(facts, language),
	]
		.filter((part) => part !== null && part !== '')
		.join(' ');
