import type { Language } from '../issues';
import type { FileSummary } from '../model/summary';
import { escapeMarkdown } from './markdownRow';
import { say } from './page/text';
import { wordsOf } from './page/words';

interface Counted {
	code: string;
	people: number;
	params?: Record<string, string | number>;
}

/** A plan for a file as markdown: aggregates only, as on the page. */
export function fileLines(file: FileSummary, language: Language): string[] {
	const t = say(language);
	const counted = ({ code, people, params = {} }: Counted): string =>
		`- ${people}: ${escapeMarkdown(wordsOf(code, params, { message: code }, language).message)}`;
	const section = (title: string, entries: readonly Counted[]): string[] =>
		entries.length === 0 ? [] : ['', `## ${title}`, '', ...entries.map(counted)];
	const companies = file.companies.map(({ alleo_company_id: id, people, columns }) => {
		const filled = columns.map(({ column, people: count }) => `${column} ${count}`).join(', ');
		return `- ${t('alleoCompany')} ${id}: ${people} (${escapeMarkdown(filled)})`;
	});
	return [
		'',
		`## ${t('fileContents')}`,
		'',
		...companies,
		...section(t('fileLeftOut'), file.left_out),
		...section(t('fileRemarks'), file.remarks),
	];
}
