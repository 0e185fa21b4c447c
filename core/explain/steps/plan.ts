import type { Language } from '../../issues';
import type { Change, PlanRow } from '../../model/plan';
import { changesOf } from '../../plan/changes';
import { fieldLabel, fieldValue } from '../../report/fields';
import { wordsOf } from '../../report/page/words';
import { rowsNow } from '../facts';
import { kindOf } from '../../plan/count';
import { actionWord } from '../../ui/actions';
import { isHiddenField, shownEmail } from '../privacy';
import { say } from '../text';
import type { Facts, Step } from '../types';
import { codeAction, codeMessage, isBlank, timeOf } from '../words';

/** What is planned and why: with the data of now, and in the plans that came in. */

function changeLine(change: Change, { hidden }: Facts, language: Language): string {
	const { field, from, to } = change;
	const label = fieldLabel(field, language);
	if (isHiddenField(field)) return `- ${say(language)('changeHidden', { field: label })}`;
	const show = (value: Change['from']): string => {
		if (isBlank(value)) return say(language)('empty');
		const text = fieldValue(field, value, language) ?? say(language)('empty');
		return field === 'email' ? (shownEmail(text, hidden, language) ?? text) : text;
	};
	return `- ${say(language)('change', { field: label, from: show(from), to: show(to) })}`;
}

/** A new account shows which fields it gets, not their values: those stand in the record. */
function changeLines(row: PlanRow, facts: Facts, language: Language): string[] {
	const changes = changesOf(row);
	if (row.action === 'hold' || changes.length === 0) return [];
	if (row.action === 'create') {
		const fields = changes.map(({ field }) => fieldLabel(field, language)).join(', ');
		return [`- ${say(language)('fieldsSet', { fields })}`];
	}
	return changes.map((change) => changeLine(change, facts, language));
}

function rowWords(row: PlanRow, language: Language): string {
	const reason = codeMessage(row.reason, language);
	const kind = kindOf(row);
	// Of a move each row says what it does in its company.
	const action = actionWord(kind === 'move' ? row.action : kind, language);
	return row.reason.code === 'MOVE' && row.alleo_company_id !== null
		? say(language)('planInCompany', { action, company: row.alleo_company_id, reason })
		: say(language)('planRow', { action, reason });
}

const notes = (row: PlanRow, language: Language): string[] =>
	row.action === 'hold'
		? []
		: row.notices.map(
				({ code, params, message, action }) =>
					`- ${wordsOf(code, params, { message, action }, language).message}`,
			);

/** What the plan remarks on the person, such as a last day that is known already. */
const remarks = (facts: Facts, language: Language): string[] =>
	(facts.subject.proposal?.remarks ?? []).map(
		({ code, params }) => `- ${codeMessage({ code, params, text: code }, language)}`,
	);

function now(facts: Facts, rows: readonly PlanRow[], language: Language): string[] {
	if (rows.length === 0) {
		const nothing = say(language)('planNothing');
		return [say(language)('planNow', { what: nothing }), ...remarks(facts, language)];
	}
	const lines = rows.flatMap((row, index) => {
		const words = rowWords(row, language);
		const asks = row.action === 'hold' || facts.summary.needs_approval;
		const action = index === 0 && asks ? codeAction(row.reason, language) : null;
		return [
			index === 0 ? say(language)('planNow', { what: words }) : words,
			...changeLines(row, facts, language),
			...notes(row, language),
			...(action === null ? [] : [say(language)('toDo', { action })]),
		];
	});
	return [...lines, ...remarks(facts, language)];
}

function onRecord(facts: Facts, language: Language): string[] {
	const lines = facts.onRecord.flatMap(({ row }) => [
		say(language)('planOnRecord', {
			time: timeOf(row.plan.created_at, facts, language),
			plan: row.plan.id,
			what: rowWords(row, language),
		}),
		...changeLines(row, facts, language),
	]);
	if (lines.length > 0 || facts.history.rows.length === 0) return lines;
	const plan = facts.history.rows[0]?.row.plan;
	return plan === undefined
		? []
		: [
				say(language)('planNotInRecord', {
					time: timeOf(plan.created_at, facts, language),
					plan: plan.id,
				}),
			];
}

const GIVES_ACCESS: ReadonlySet<string> = new Set(['create', 'update', 'reactivate']);

export function plan(facts: Facts, language: Language): Step {
	const rows = rowsNow(facts.rows, facts.subject);
	const last = rows[rows.length - 1];
	return {
		key: 'plan',
		title: say(language)('planTitle'),
		text: [...now(facts, rows, language), ...onRecord(facts, language)].join('\n'),
		ok: last === undefined ? null : GIVES_ACCESS.has(last.action),
		code: rows[0]?.reason.code ?? null,
	};
}
