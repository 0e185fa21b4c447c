import { resolveIssue, isIssueCode } from '../issues';
import type { Language } from '../issues';
import type { FileSummary, PlanRow, PlanSummary, RowAction } from '../plan';
import { translator } from './page/text';

/** The plan as markdown: for a run log, a mail or a ticket. Same facts as the approval page. */

type Texts = Record<
	| 'title'
	| 'date'
	| 'status'
	| 'approval'
	| 'guards'
	| 'coverage'
	| 'complete'
	| 'incomplete'
	| 'people'
	| 'notices'
	| 'more'
	| 'nothing'
	| 'budgets'
	| 'perMonth'
	| 'oneOff'
	| 'changed'
	| 'absent'
	| 'unchanged',
	string
>;

const TEXTS: Record<Language, Texts> = {
	en: {
		title: 'Alleo sync plan',
		date: 'Reference date',
		status: 'Status',
		approval: 'Needs approval because of',
		guards: 'Guards that tripped',
		coverage: 'What was read',
		complete: 'complete',
		incomplete: 'NOT complete',
		people: 'people',
		notices: 'Notices',
		more: 'and {count} more',
		nothing: 'Nothing to change.',
		budgets: 'Budgets that the onboardings release',
		perMonth: 'per month',
		oneOff: 'one-off',
		changed: 'changed',
		absent: 'In Alleo but not in the source',
		unchanged: 'Unchanged',
	},
	nl: {
		title: 'Alleo-synchronisatieplan',
		date: 'Peildatum',
		status: 'Status',
		approval: 'Goedkeuring nodig wegens',
		guards: 'Bewakingen die afgingen',
		coverage: 'Wat is gelezen',
		complete: 'volledig',
		incomplete: 'NIET volledig',
		people: 'mensen',
		notices: 'Meldingen',
		more: 'en nog {count}',
		nothing: 'Niets te wijzigen.',
		budgets: 'Budgetten die de onboardings vrijgeven',
		perMonth: 'per maand',
		oneOff: 'eenmalig',
		changed: 'gewijzigd',
		absent: 'Wel in Alleo, niet in de bron',
		unchanged: 'Ongewijzigd',
	},
};

const ACTIONS: Record<Language, Record<RowAction, string>> = {
	en: {
		deactivate: 'Off-board',
		hold: 'Held',
		reactivate: 'Re-activate',
		create: 'Onboard',
		update: 'Update',
	},
	nl: {
		deactivate: 'Offboarden',
		hold: 'Vastgehouden',
		reactivate: 'Heractiveren',
		create: 'Onboarden',
		update: 'Bijwerken',
	},
};

const ORDER: readonly RowAction[] = ['deactivate', 'hold', 'reactivate', 'create', 'update'];

type Params = Record<string, string | number>;

/** A report is read, not mined: beyond this the page or the CSV serves better. */
const ROWS_PER_ACTION = 50;

/** Markdown has no safe subset: everything that could start markup or a link is escaped. */
export const escapeMarkdown = (text: string): string =>
	text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]()<>#+!|~&-]/g, (mark) => `\\${mark}`);

/** The text of a code in the reader's language, with what the item says where the code is unknown. */
export const localized = (
	code: string,
	params: Record<string, string | number>,
	fallback: string,
	language: Language,
): string => (isIssueCode(code) ? resolveIssue(code, params, language).message : fallback);

const show = (value: unknown): string => (value === null ? '–' : escapeMarkdown(String(value)));

function rowLine(row: PlanRow, language: Language): string {
	const who = escapeMarkdown(row.name ?? row.external_id ?? '?');
	const reason = localized(row.reason.code, row.reason.params, row.reason.text, language);
	const changes =
		row.action === 'update' || row.action === 'reactivate'
			? row.changes.map(
					(change) => `${escapeMarkdown(change.field)}: ${show(change.from)} → ${show(change.to)}`,
				)
			: [];
	const tail = changes.length === 0 ? '' : ` (${changes.join('; ')})`;
	return `- **${who}** ${escapeMarkdown(row.external_id ?? '')}: ${escapeMarkdown(reason)}${tail}`;
}

function section(action: RowAction, rows: readonly PlanRow[], language: Language): string[] {
	const chosen = rows.filter((row) => row.action === action);
	if (chosen.length === 0) return [];
	const lines = chosen.slice(0, ROWS_PER_ACTION).map((row) => rowLine(row, language));
	const rest = chosen.length - lines.length;
	if (rest > 0) lines.push(`- … ${TEXTS[language].more.replace('{count}', String(rest))}`);
	const dataset = chosen[0]?.plan.dataset;
	const title =
		dataset === undefined ? ACTIONS[language][action] : translator(language, dataset)(action);
	return [`\n## ${title} (${chosen.length})`, '', ...lines];
}

function countLines(
	{ plan, counts }: Pick<PlanSummary, 'plan' | 'counts'>,
	language: Language,
): string[] {
	const text = TEXTS[language];
	if (plan.dataset !== undefined) {
		const t = translator(language, plan.dataset);
		const parts = (['update', 'hold', 'unchanged'] as const).map(
			(key) => `${t(key)}: ${counts[key]}`,
		);
		return [`- ${parts.join(' · ')}`];
	}
	const parts = ORDER.map((action) => `${ACTIONS[language][action]}: ${counts[action]}`);
	return [
		`- ${parts.join(' · ')} · ${text.unchanged}: ${counts.unchanged}`,
		`- ${text.absent}: ${counts.absent}`,
	];
}

/** A plan for a file: aggregates only, as on the page. */
function fileSections(file: FileSummary, language: Language): string[] {
	const t = translator(language);
	const words = ({ code, params = {} }: { code: string; params?: Params }): string =>
		escapeMarkdown(localized(code, params, code, language));
	const lines = ['', `## ${t('fileContents')}`, ''];
	for (const { alleo_company_id: id, people, columns } of file.companies) {
		const filled = columns.map(({ column, people: count }) => `${column} ${count}`).join(', ');
		lines.push(`- Alleo ${id}: ${people} (${escapeMarkdown(filled)})`);
	}
	if (file.left_out.length > 0) lines.push('', `## ${t('fileLeftOut')}`, '');
	for (const entry of file.left_out) lines.push(`- ${entry.people}: ${words(entry)}`);
	if (file.remarks.length > 0) lines.push('', `## ${t('fileRemarks')}`, '');
	for (const entry of file.remarks) lines.push(`- ${entry.people}: ${words(entry)}`);
	return lines;
}

export function renderMarkdown(
	summary: Omit<PlanSummary, 'report_markdown'>,
	rows: readonly PlanRow[],
	language: Language,
): string {
	const text = TEXTS[language];
	const { guards, partitions, notices, budgets } = summary;
	const tripped = guards.filter((guard) => guard.tripped);
	const lines = [
		`# ${text.title}`,
		'',
		`- ${text.date}: ${summary.reference_date}`,
		`- ${text.status}: ${summary.status} (${summary.plan.id})`,
		...(summary.needs_approval
			? [`- ${text.approval}: ${summary.needs_approval_because.join(', ')}`]
			: []),
		...countLines(summary, language),
	];
	if (tripped.length > 0) {
		lines.push('', `## ${text.guards}`, '');
		for (const guard of tripped)
			lines.push(
				`- **${guard.code}**: ${escapeMarkdown(guard.message)} ${escapeMarkdown(guard.action)}`,
			);
	}
	if (partitions.length > 0) {
		lines.push('', `## ${text.coverage}`, '');
		for (const part of partitions) {
			const name = escapeMarkdown(part.name ?? part.partition);
			const state = part.complete
				? text.complete
				: `${text.incomplete}${part.error === null ? '' : `: ${escapeMarkdown(part.error.message)}`}`;
			lines.push(`- ${name}: ${part.employees} ${text.people}, ${state}`);
		}
	}
	if (budgets.length > 0) {
		lines.push('', `## ${text.budgets}`, '');
		for (const total of budgets) {
			lines.push(
				`- Alleo ${total.alleo_company_id}: ${total.people} ${text.people}, EUR ${total.monthly_eur.toFixed(2)} ${text.perMonth}, EUR ${total.oneoff_eur.toFixed(2)} ${text.oneOff}`,
			);
		}
	}
	if (summary.file !== undefined) lines.push(...fileSections(summary.file, language));
	for (const action of ORDER) lines.push(...section(action, rows, language));
	if (rows.length === 0) lines.push('', text.nothing);
	if (notices.length > 0) {
		lines.push('', `## ${text.notices} (${notices.length})`, '');
		for (const entry of notices.slice(0, ROWS_PER_ACTION)) {
			const message = localized(entry.code, entry.params, entry.message, language);
			lines.push(
				`- ${escapeMarkdown(entry.name ?? entry.external_id ?? '?')}: ${escapeMarkdown(message)}`,
			);
		}
		const rest = notices.length - ROWS_PER_ACTION;
		if (rest > 0) lines.push(`- … ${text.more.replace('{count}', String(rest))}`);
	}
	return `${lines.join('\n')}\n`;
}
