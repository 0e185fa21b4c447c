import type { Language } from '../issues';
import type { FileDataset } from '../model/plan';
import type { FileSummary } from '../model/summary';
import { fileView, TOTALS_IN_TEXT } from './fileView';
import type { FileView } from './fileView';
import { escapeMarkdown } from './markdownRow';
import { say } from './page/text';

/**
 * A plan for a file as markdown: aggregates only, as on the page.
 *
 * @param effects what is known of what Alleo does with the changes of a plan of budgets
 */
export function fileLines(
	file: FileSummary,
	dataset: FileDataset,
	effects: readonly string[],
	language: Language,
): string[] {
	const t = say(language);
	const view = fileView(file, language);
	const section = (title: string, entries: FileView['remarks']): string[] =>
		entries.length === 0
			? []
			: [
					'',
					`## ${title}`,
					'',
					...entries.map(({ people, message }) => `- ${people}: ${escapeMarkdown(message)}`),
				];
	const companies = view.companies.map(({ id, people, columns }) => {
		const filled = columns.map(({ label, people: count, total }) =>
			total === null || !TOTALS_IN_TEXT[dataset]
				? `${label}: ${count}`
				: `${label}: ${count}, ${t('total')} ${total}`,
		);
		return `- ${t('alleoCompany')} ${id}: ${people} (${escapeMarkdown(filled.join('; '))})`;
	});
	return [
		'',
		`## ${t('fileContents')}`,
		'',
		...companies,
		...view.budgets.map(({ company, text }) => {
			const name = company === null ? t('total') : `${t('alleoCompany')} ${company}`;
			return `- ${escapeMarkdown(`${name}: ${text}`)}`;
		}),
		...effects.map((effect) => `- ${escapeMarkdown(effect)}`),
		...(view.first === null ? [] : [`- ${escapeMarkdown(view.first)}`]),
		...(view.compared === null ? [] : [`- ${t('fileCompared', { count: view.compared })}`]),
		...section(t('fileLeftOut'), view.leftOut),
		...section(t('fileRemarks'), view.remarks),
	];
}
