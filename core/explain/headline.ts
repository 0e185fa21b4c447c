import type { Language } from '../issues';
import { formatDate } from '../ui/format';
import { nameOf, rowsNow } from './facts';
import { guardName } from '../report/guardNames';
import { headlines } from './headlineText';
import { isExcluded } from './steps/approval';
import { outcomeWords, wentWell } from './steps/outcome';
import { say } from './text';
import type { Facts } from './types';
import { verdictOf } from './verdict';
import { codeMessage } from './words';

function notFound(facts: Facts, language: Language): string {
	const { coverage, people } = facts.examined;
	const complete = coverage.every((part) => part.complete) && people.all.length > 0;
	const key = !complete
		? 'notFoundIncomplete'
		: coverage.length > 0
			? 'notFound'
			: 'notFoundUnknown';
	return headlines(language)(key, { question: facts.question.text });
}

/** "Not in the HR system" is only said as far as it was read. */
function ofCoverage({ subject, examined }: Facts, language: Language): string | null {
	const { coverage, people } = examined;
	const complete = coverage.every((part) => part.complete) && people.all.length > 0;
	const isAccount = subject.person === null && subject.account !== null;
	return isAccount && !complete ? headlines(language)('mayExist') : null;
}

/** Why, in the words of the row or else of the status. */
function reasonWords(facts: Facts, language: Language): string {
	const { proposal, person } = facts.subject;
	const reason = proposal?.rows[0]?.reason ?? person?.reason;
	return reason === undefined ? '' : codeMessage(reason, language);
}

function withAccess(facts: Facts, name: string, language: Language): string {
	const { proposal, person } = facts.subject;
	if (proposal === null || person === null) return headlines(language)('absent', { name });
	const row = proposal.rows[0];
	if (row === undefined) {
		if (person.status === 'ineligible') {
			const reason = codeMessage(person.reason, language);
			return headlines(language)('hasAccessIneligible', { name, reason });
		}
		if (person.status === 'upcoming' && person.start_date !== null) {
			const date = formatDate(person.start_date, language);
			return headlines(language)('hasAccessUpcoming', { name, date });
		}
		const leaves = proposal.remarks.find(({ code }) => code === 'LEAVES_ON')?.date ?? null;
		if (leaves !== null) {
			const date = formatDate(leaves, language);
			return headlines(language)('hasAccessLeaving', { name, date });
		}
		return headlines(language)('hasAccess', { name });
	}
	if (proposal.role?.as === 'successor') return headlines(language)('transfers', { name });
	if (row.reason.code === 'TAKEOVER') return headlines(language)('takesOver', { name });
	if (proposal.target.state === 'adoptable' || proposal.target.state === 'foreign')
		return headlines(language)('adopts', { name });
	return headlines(language)('updates', { name, count: row.changes.length });
}

function withoutAccess(facts: Facts, name: string, language: Language): string {
	if (facts.subject.person === null) return headlines(language)('absentClosed', { name });
	return headlines(language)('noAccess', { name, reason: reasonWords(facts, language) });
}

function held(facts: Facts, name: string, language: Language): string {
	const { account } = facts.subject;
	const key = account === null ? 'heldWithout' : account.is_active ? 'heldActive' : 'heldInactive';
	return headlines(language)(key, { name, reason: reasonWords(facts, language) });
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
			return headlines(language)(proposal?.count === 'create' ? 'onboards' : 'reactivates', {
				name,
			});
		case 'moves': {
			const company = proposal?.rows[1]?.alleo_company_id ?? '?';
			return headlines(language)('moves', { name, company });
		}
		case 'loses_access': {
			const [row] = rowsNow(facts.rows, facts.subject);
			const reason = row === undefined ? '' : codeMessage(row.reason, language);
			return headlines(language)('offboards', { name, reason });
		}
		case 'waits': {
			const start = person?.start_date ?? null;
			const date = start === null ? '?' : formatDate(start, language);
			return headlines(language)('waits', { name, date });
		}
		case 'held':
			return held(facts, name, language);
		case 'merged': {
			const role = proposal?.role ?? null;
			const record = role?.as === 'merged' ? role.successor.external_id : null;
			return headlines(language)('merged', { name, record: record ?? '?' });
		}
		case 'not_managed': {
			const state = say(language)(account?.is_active === true ? 'stateActive' : 'stateInactive');
			return headlines(language)('notManaged', { name, state });
		}
	}
}

/** What an earlier run did with the change; the newest decision or outcome that came in. */
function ofBefore(facts: Facts, language: Language): string | null {
	const out = rowsNow(facts.rows, facts.subject)
		.map(({ row_id: id }) => facts.earlier.remembered.get(id))
		.find((one) => one !== undefined);
	if (out !== undefined) {
		const until = formatDate(out.until, language);
		return headlines(language)('leftOutUntil', { approver: out.approver, until });
	}
	const last = facts.outcomes[facts.outcomes.length - 1];
	const decided = facts.onRecord.find(
		({ row, approval }) => approval !== null && row.action !== 'hold',
	);
	const approver = decided?.approval?.approver ?? '';
	if (decided?.approval?.decision === 'expired') return headlines(language)('expired');
	if (decided?.approval?.decision === 'rejected')
		return headlines(language)('rejected', { approver });
	if (decided !== undefined && isExcluded(decided))
		return headlines(language)('excluded', { approver });
	if (last === undefined) return null;
	const message = outcomeWords(last, language);
	if (wentWell(last)) return headlines(language)('done', { message });
	if (last.code === 'HELD') return null;
	return headlines(language)(last.outcome === 'failed' ? 'failed' : 'skipped', { message });
}

/** What still stands between the plan and the person. */
function ofPlan(facts: Facts, language: Language): string | null {
	if (!rowsNow(facts.rows, facts.subject).some((row) => row.action !== 'hold')) return null;
	const { summary } = facts;
	const tripped = summary.guards.filter((guard) => guard.tripped).map(({ code }) => code);
	if (tripped.length > 0)
		return headlines(language)(facts.isSplit ? 'waitsForGuardPart' : 'waitsForGuard', {
			guards: [...new Set(tripped)].map((code) => guardName(code, language)).join(', '),
		});
	return summary.needs_approval ? headlines(language)('waitsForApproval') : null;
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
