import { renderCsv } from '../../core/report/csv';
import { reportName } from '../../core/report/fileName';
import { renderMarkdown } from '../../core/report/markdown';
import { renderReport } from '../../core/report/page';
import type { PageInput } from '../../core/report/page/context';
import { say } from '../../core/report/page/text';

/** The reports that the page hands out. */

/** What the table says of holds that were answered before. */
function answersSaid({ history, language, formatInstant }: PageInput): Map<string, string> {
	const t = say(language);
	const others = [...(history?.others ?? [])];
	return new Map(
		others.map(([rowId, { approver: who, decided_at: when }]) => [
			rowId,
			t('answeredOther', { who, time: formatInstant(when) }),
		]),
	);
}

/** The plan as a file to keep; null for a format that there is none of. */
export function fileOf(
	input: PageInput,
	format: string,
): { name: string; type: string; content: string } | null {
	const name = reportName(input.title, input.summary.reference_date);
	if (format === 'csv') {
		const content = renderCsv(
			input.rows,
			input.language,
			input.summary.notices,
			answersSaid(input),
		);
		return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', content };
	}
	if (format === 'md') {
		const content = renderMarkdown(input.summary, input.rows, input.language, {
			title: input.title,
			limit: Number.POSITIVE_INFINITY,
		});
		return { name: `${name}.md`, type: 'text/markdown; charset=utf-8', content };
	}
	if (format === 'html') {
		return { name: `${name}.html`, type: 'text/html; charset=utf-8', content: renderReport(input) };
	}
	return null;
}
