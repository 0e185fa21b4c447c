import type { Language } from '../../issues';
import type { SummaryFacts } from '../../model/summary';
import { guardWords, wordsOf } from '../../report/page/words';
import { rowsNow } from '../facts';
import { fill } from '../text';
import type { TextKey } from '../text';
import type { Facts, Step } from '../types';
import { formatInstant, isLocked } from '../words';

/** Guards and approval are about the plan as a whole, so they hold up everybody who is in it. */

function guardLines(summary: SummaryFacts, language: Language): string[] {
	const tripped = summary.guards.filter((guard) => guard.tripped);
	if (tripped.length === 0) return [fill('guardsNone', language)];
	const lines = tripped.map((guard) => {
		const { message, action } = guardWords(guard, language);
		return `- ${guard.code}: ${message} ${action ?? ''}`.trim();
	});
	const locked = isLocked(tripped.map(({ code }) => code));
	return [
		fill('guardsTripped', language, { count: tripped.length }),
		...lines,
		...(locked ? [fill('guardsLocked', language)] : []),
	];
}

/** Reasons of the whole plan, which must not read as if they were this person's. */
const PLAN_REASONS: Partial<Record<string, TextKey>> = {
	TRANSFER: 'approvalBecauseTransfer',
	MOVE: 'approvalBecauseMove',
};

function reasonWords(code: string, language: Language): string {
	const key = PLAN_REASONS[code];
	return key === undefined
		? wordsOf(code, {}, { message: code }, language).message
		: fill(key, language);
}

function approvalLine(summary: SummaryFacts, language: Language): string {
	if (summary.status === 'empty') return fill('approvalEmpty', language);
	if (!summary.needs_approval) return fill('approvalNotNeeded', language);
	const tripped = new Set(summary.guards.filter((guard) => guard.tripped).map(({ code }) => code));
	const because = summary.needs_approval_because
		.filter((code) => !tripped.has(code))
		.map((code) => reasonWords(code, language));
	if (tripped.size > 0) because.unshift(fill('approvalBecauseGuard', language));
	return fill('approvalNeeded', language, { because: because.join(' ') });
}

export function guards(facts: Facts, language: Language): Step {
	const { summary, history } = facts;
	const tripped = summary.guards.filter((guard) => guard.tripped);
	const concerned =
		facts.onRecord.some(({ row }) => row.action !== 'hold') ||
		rowsNow(facts.rows, facts.subject).some((row) => row.action !== 'hold');
	const time = formatInstant(summary.plan.created_at, language);
	const lines = [
		...(history.summary === null ? [] : [fill('guardsOf', language, { time })]),
		...guardLines(summary, language),
		approvalLine(summary, language),
		...(concerned || summary.status === 'empty' ? [] : [fill('guardsNoRow', language)]),
	];
	return {
		key: 'guards',
		title: fill('guardsTitle', language),
		text: lines.join('\n'),
		ok: concerned ? !summary.needs_approval : null,
		code: tripped[0]?.code ?? null,
	};
}
