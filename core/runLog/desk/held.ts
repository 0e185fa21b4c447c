import { isIssueCode, resolveCarried } from '../../issues';
import type { Language } from '../../issues';
import type { PlanRow } from '../../model/plan';
import { readDetails } from '../details';
import { say } from './text';
import type { Addressee, DeskMessage, DeskRows } from './work';

/** Who is held and waits for a correction or a decision: said when somebody new is, or for another reason. */

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

function lineOf({ external_id: id, reason, evidence }: PlanRow, language: Language): string {
	const { code, params } = reason;
	const said = isIssueCode(code) ? resolveCarried({ code, params }, language) : null;
	const since = text(evidence['held_since']);
	const words = {
		id: id ?? '?',
		what: said?.message ?? reason.text,
		action: said?.action ?? '',
		code,
	};
	const t = say(language);
	return since === '' ? t('heldOne', words) : t('heldSince', { ...words, since });
}

export interface HeldInput {
	rows: readonly PlanRow[];
	log: DeskRows;
	run: string;
	system: string;
	to: Addressee;
}

export function heldMessages({ rows, log, run, system, to }: HeldInput): DeskMessage[] {
	const held = rows.filter(({ action }) => action === 'hold');
	const before = heldBefore(log, run);
	const isNew = ({ external_id: id, reason }: PlanRow): boolean =>
		id === null || before === null || !before.has(keyOf(id, reason.code));
	if (!held.some(isNew)) return [];
	const t = say(to.language);
	const lines = held.slice(0, MOST).map((row) => lineOf(row, to.language));
	const rest = held.length - MOST;
	return [
		{
			subject: t('held', { customer: to.customer, count: held.length, system }),
			text: [...lines, ...(rest > 0 ? [t('heldMore', { count: rest })] : [])].join('\n'),
			link: '',
			...to,
			kind: 'held',
		},
	];
}
