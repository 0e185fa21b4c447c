import { isIssueCode, resolveCarried } from '../../issues';
import type { Language } from '../../issues';
import { groupBy } from '../../model/collect';
import type { PlanRow } from '../../model/plan';
import { formatDate } from '../../ui/format';
import { readDetails } from '../details';
import { compose } from './compose';
import type { Addressee, DeskMessage, DeskSelf } from './compose';
import { say } from './text';
import type { OpenQuestions } from '../inbox/call';
import type { DeskRows } from './work';

/**
 * Who waits for a correction or a decision, and did not in the run before: by name, under what is wrong and
 * the step to take. The names are in the message alone; the log keeps external ids.
 */

/** Beyond this a message is no longer read; the page of the plan has them all. */
const MOST = 50;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const keyOf = (id: string, code: string): string => JSON.stringify([id, code]);

/** Of the newest row that says who is held; null where none does. */
function heldBefore(rows: DeskRows, run: string): ReadonlySet<string> | null {
	let newest: { at: string; keys: Set<string> } | null = null;
	for (const row of rows ?? []) {
		const holds = text(row['run']) === run ? undefined : readDetails(text(row['counts']))?.holds;
		const at = text(row['started_at']);
		if (holds === undefined || (newest !== null && at <= newest.at)) continue;
		newest = { at, keys: new Set(holds.map(({ external_id: id, code }) => keyOf(id, code))) };
	}
	return newest?.keys ?? null;
}

/** What is wrong and what to do, the same for all who wait for the same. */
function causeOf({ reason }: PlanRow, language: Language): string {
	const { code, params } = reason;
	const said = isIssueCode(code) ? resolveCarried({ code, params }, language) : null;
	return say(language)('heldCause', {
		what: said?.message ?? reason.text,
		action: said?.action ?? '',
		code,
	});
}

/** A name, else the external id; and where that person is explained. */
function whoLine(
	{ name, external_id: id, evidence }: PlanRow,
	{ customer, language }: Addressee,
	{ explain }: DeskSelf,
): string {
	const t = say(language);
	const who = name || id || '?';
	const since = text(evidence['held_since']);
	const said = since === '' ? who : t('heldSince', { who, since: formatDate(since, language) });
	if (explain === '' || id === null) return t('heldOf', { who: said });
	const asked = new URLSearchParams({ customer, person: id }).toString().replaceAll('+', '%20');
	return t('heldWhy', { who: said, link: `${explain}?${asked}` });
}

/** The lines that there are, with an empty one before them. */
const apart = (lines: readonly string[]): string[] =>
	lines.filter((line) => line !== '').map((line, at) => (at === 0 ? `\n${line}` : line));

export interface HeldInput {
	rows: readonly PlanRow[];
	log: DeskRows;
	run: string;
	system: string;
	to: Addressee;
	deskSelf: DeskSelf;
	/** Of the plan; empty where it is not for everybody who reads this. */
	page: string;
	questions: OpenQuestions;
}

/** That values wait for an answer, once for all who have them; empty where none does. */
export function questionsLine({ count, link }: OpenQuestions, language: Language): string {
	if (count === 0) return '';
	return link === ''
		? say(language)('questionsNoLink', { count })
		: say(language)('questions', { count, link });
}

export function heldMessages(input: HeldInput): DeskMessage[] {
	const { rows, log, run, system, to, deskSelf, page } = input;
	const { customer, language } = to;
	const held = rows.filter(({ action }) => action === 'hold');
	const before = heldBefore(log, run);
	const fresh = held.filter(
		({ external_id: id, reason }) =>
			id === null || before === null || !before.has(keyOf(id, reason.code)),
	);
	if (fresh.length === 0) return [];
	const t = say(language);
	const causes = groupBy(fresh.slice(0, MOST), (row) => causeOf(row, language));
	const count = fresh.length;
	const rest = count - MOST;
	const others = held.length - count;
	const asked = questionsLine(input.questions, language);
	return [
		compose(to, 'held', {
			subject:
				count === 1
					? t('heldOne', { customer, system })
					: t('heldMany', { customer, count, system }),
			lines: [
				asked,
				// A line of its own between two causes.
				...[...causes].flatMap(([cause, people], at) => [
					at === 0 && asked === '' ? cause : `\n${cause}`,
					...people.map((row) => whoLine(row, to, deskSelf)),
				]),
				...apart([
					rest > 0 ? t('more', { count: rest }) : '',
					others === 1 ? t('alreadyHeldOne') : '',
					others > 1 ? t('alreadyHeld', { count: others }) : '',
					page === '' ? '' : t('thePlan', { link: page }),
				]),
			],
			link: page,
		}),
	];
}
