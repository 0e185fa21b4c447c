import { countRows, kindOf, ROW_KINDS } from '../plan/count';
import type { Language } from '../issues';
import type { PlanRow } from '../model/plan';
import type { PlanSummary, SummaryFacts } from '../model/summary';
import { countsText } from '../ui/actions';
import { formatCount, formatDate } from '../ui/format';
import type { Plan } from '../plan/finish';
import { budgetView } from './budgetView';
import { otherPartText } from './otherPart';
import { say } from './page/text';
import type { PageWords } from './page/text';
import { guardWords } from './page/words';
import { fieldLines } from './fieldsView';
import { budgetEffects } from './budgetEffects';
import { fileLines } from './markdownFile';
import { escapeMarkdown, noticeLines, rowLines } from './markdownRow';
import { withoutSaid } from './rowView';

export { escapeMarkdown } from './markdownRow';

/** The plan as markdown: for a run log, a mail or a ticket. The same facts and words as the page. */

export interface MarkdownOptions {
	/** The customer or the purpose of the run; '' = unknown. */
	title?: string;
	/** People shown per action and in the notices; the rest is counted. */
	limit?: number;
}

/** The report in the summary is read, not mined: beyond this the page or a file serves better. */
const IN_SUMMARY = 50;

function guardLines({ guards }: SummaryFacts, language: Language, t: PageWords): string[] {
	const tripped = guards.filter((guard) => guard.tripped);
	if (tripped.length === 0) return [];
	const lines = tripped.map((guard) => {
		const words = guardWords(guard, language);
		const texts = [words.message, words.why, words.action].filter((text) => text !== null);
		const numbers = t('guardNumbers', {
			actual: formatCount(guard.actual, language),
			limit: formatCount(guard.limit, language),
		});
		return `- **${guard.code}** (${numbers}): ${texts.map(escapeMarkdown).join(' ')}`;
	});
	return ['', `## ${t('guards')}`, '', ...lines];
}

function changedFieldLines({ fields }: SummaryFacts, language: Language, t: PageWords): string[] {
	if (fields.length === 0) return [];
	const lines = fieldLines(fields, language).map((line) => `- ${escapeMarkdown(line)}`);
	return ['', `## ${t('fields')}`, '', ...lines];
}

function coverageLines({ partitions }: SummaryFacts, language: Language, t: PageWords): string[] {
	if (partitions.length === 0) return ['', `## ${t('coverage')}`, '', t('coverageUnknown')];
	const lines = partitions.map((part) => {
		const said = [part.error?.message, part.error?.action].filter(Boolean).join(' ');
		const why = said === '' ? '' : `: ${escapeMarkdown(said)}`;
		const state = part.complete ? t('complete') : `**${t('incomplete')}**${why}`;
		const people = t('coverageLineOne', { people: formatCount(part.employees, language) });
		return `- ${escapeMarkdown(part.name ?? part.partition)}: ${people}. ${state}`;
	});
	return ['', `## ${t('coverage')}`, '', ...lines];
}

function budgetLines(summary: SummaryFacts, language: Language, t: PageWords): string[] {
	const view = budgetView(summary, language);
	if (view === null) return [];
	const blocks = view.blocks.flatMap(({ title, companies }) =>
		companies.map(({ name, people, monthly, oneoff }) => {
			const counted = t('coverageLineOne', { people });
			const amounts = `${monthly} ${t('perMonth')}, ${oneoff} ${t('oneOff')}`;
			return `- ${escapeMarkdown(name)}: ${counted}, ${amounts} (${title})`;
		}),
	);
	const said = view.sentences.map((sentence) => `- ${escapeMarkdown(sentence)}`);
	const warning = view.warning === null ? [] : [`- **${escapeMarkdown(view.warning)}**`];
	return ['', `## ${t('budgets')}`, '', ...blocks, ...warning, ...said];
}

function countLines(
	summary: SummaryFacts,
	rows: readonly PlanRow[],
	language: Language,
	t: PageWords,
): string[] {
	const { plan, counts } = summary;
	const count = (value: number): string => formatCount(value, language);
	if (plan.dataset !== undefined) {
		const parts = (['update', 'hold', 'unchanged'] as const).map(
			(key) => `${t(key)}: ${count(counts[key])}`,
		);
		return [`- ${parts.join(' · ')}`];
	}
	const other = otherPartText(summary, language);
	const own = countsText(countRows(rows), language);
	const absent = t('absentLine', {
		count: count(counts.absent),
		acted: count(counts.absent_deactivate),
	});
	return [
		`- ${[own, `${count(counts.unchanged)} ${t('unchanged')}`].filter((text) => text !== '').join(' · ')}`,
		...(other === null ? [] : [`- ${other}`]),
		...(counts.absent === 0 ? [] : [`- ${absent}`]),
	];
}

function fileSection(
	{ file, plan }: SummaryFacts,
	rows: readonly PlanRow[],
	language: Language,
): string[] {
	if (file === undefined || plan.dataset === undefined) return [];
	return fileLines(file, plan.dataset, budgetEffects(rows, language), language);
}

const STATES = { ready: 'stateReady', blocked: 'stateOpen', empty: 'noRows' } as const;

/** @returns markdown with a final line end */
export function renderMarkdown(
	summary: SummaryFacts,
	rows: readonly PlanRow[],
	language: Language,
	{ title = '', limit = IN_SUMMARY }: MarkdownOptions = {},
): string {
	const t = say(language, summary.plan.dataset);
	const more = (all: number): string[] =>
		all > limit ? [`- … ${t('andMore', { count: formatCount(all - limit, language) })}`] : [];
	const lines = [
		`# ${[t('dryRun'), title]
			.filter((text) => text !== '')
			.map(escapeMarkdown)
			.join(' – ')}`,
		'',
		`- ${t('referenceDate')}: ${formatDate(summary.reference_date, language)}`,
		`- ${t(STATES[summary.status])} (${summary.plan.id})`,
		...(summary.needs_approval
			? [`- ${t('approvalBecause')}: ${summary.needs_approval_because.join(', ')}`]
			: []),
		...countLines(summary, rows, language, t),
		...changedFieldLines(summary, language, t),
		...guardLines(summary, language, t),
		...coverageLines(summary, language, t),
		...budgetLines(summary, language, t),
		...fileSection(summary, rows, language),
	];
	const counted = countRows(rows);
	for (const action of ROW_KINDS) {
		const chosen = rows.filter((row) => kindOf(row) === action);
		if (chosen.length === 0) continue;
		lines.push('', `## ${t(`${action}Title`)} (${formatCount(counted[action], language)})`, '');
		for (const row of chosen.slice(0, limit))
			lines.push(...rowLines(withoutSaid(row, summary.notices), language));
		lines.push(...more(chosen.length));
	}
	if (rows.length === 0) lines.push('', t('noRows'));
	const { notices } = summary;
	if (notices.length > 0) {
		lines.push('', `## ${t('notices')} (${formatCount(notices.length, language)})`, '');
		const said = noticeLines(notices, language, limit);
		lines.push(...said.slice(0, limit), ...more(said.length));
	}
	return `${lines.join('\n')}\n`;
}

export interface ReportedPlan {
	rows: PlanRow[];
	summary: PlanSummary;
}

/** A plan as it goes on: its summary carries its own text, for a mail or a log. */
export const withReport = ({ rows, summary }: Plan, language: Language): ReportedPlan => ({
	rows,
	summary: {
		...summary,
		report_markdown: renderMarkdown(summary, rows, language),
		fields_text: fieldLines(summary.fields, language),
	},
});
