import type { Language } from '../../issues';
import type { SummaryFacts } from '../../model/summary';
import { guardName } from '../../report/guardNames';
import { guardWords, wordsOf } from '../../report/page/words';
import { rowsNow } from '../facts';
import { say } from '../text';
import type { ExplainTextKey } from '../text';
import type { Facts, Step } from '../types';
import { isLocked, timeOf } from '../words';

/** Guards and approval are about a plan, so they hold up everybody who is in it, and nobody else. */

function guardLines(summary: SummaryFacts, isSplit: boolean, language: Language): string[] {
	const tripped = summary.guards.filter((guard) => guard.tripped);
	if (tripped.length === 0) return [say(language)('guardsNone')];
	const lines = tripped.map((guard) => {
		const { message, action } = guardWords(guard, language);
		return `- ${guardName(guard.code, language)}: ${message} ${action ?? ''}`.trim();
	});
	const locked = isLocked(tripped.map(({ code }) => code));
	return [
		say(language)(isSplit ? 'guardsTrippedPart' : 'guardsTripped', { count: tripped.length }),
		...lines,
		...(locked ? [say(language)('guardsLocked')] : []),
	];
}

/** Reasons of the whole plan, which must not read as if they were this person's. */
const PLAN_REASONS: Partial<Record<string, ExplainTextKey>> = {
	TRANSFER: 'approvalBecauseTransfer',
	MOVE: 'approvalBecauseMove',
};

function reasonWords(code: string, language: Language): string {
	const key = PLAN_REASONS[code];
	return key === undefined
		? wordsOf(code, {}, { message: code }, language).message
		: say(language)(key);
}

function approvalLine(summary: SummaryFacts, language: Language): string {
	if (summary.status === 'empty') return say(language)('approvalEmpty');
	if (!summary.needs_approval) return say(language)('approvalNotNeeded');
	const tripped = new Set(summary.guards.filter((guard) => guard.tripped).map(({ code }) => code));
	const because = summary.needs_approval_because
		.filter((code) => !tripped.has(code))
		.map((code) => reasonWords(code, language));
	if (tripped.size > 0) because.unshift(say(language)('approvalBecauseGuard'));
	return say(language)('approvalNeeded', { because: because.join(' ') });
}

/** Where the rest of the reading went: the person is in one of its two plans. */
const splitLine = ({ needs_approval: waits }: SummaryFacts, language: Language): string =>
	say(language)(waits ? 'splitWaits' : 'splitReady');

export function guards(facts: Facts, language: Language): Step {
	const { summary, isOnRecord, isSplit } = facts;
	const tripped = summary.guards.filter((guard) => guard.tripped);
	const concerned =
		facts.onRecord.some(({ row }) => row.action !== 'hold') ||
		rowsNow(facts.rows, facts.subject).some((row) => row.action !== 'hold');
	const time = timeOf(summary.plan.created_at, facts, language);
	const lines = [
		...(isOnRecord ? [say(language)('guardsOf', { time })] : []),
		...guardLines(summary, isSplit, language),
		approvalLine(summary, language),
		...(isSplit && concerned ? [splitLine(summary, language)] : []),
		...(concerned || summary.status === 'empty' ? [] : [say(language)('guardsNoRow')]),
	];
	return {
		key: 'guards',
		title: say(language)('guardsTitle'),
		text: lines.join('\n'),
		ok: concerned ? !summary.needs_approval : null,
		code: tripped[0]?.code ?? null,
	};
}
