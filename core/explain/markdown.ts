import type { Language } from '../issues';
import { escapeMarkdown } from '../report/markdown';
import { formatDate } from '../report/page/format';
import { fill } from './text';
import type { Step } from './types';

/** An answer as text: for a ticket, a mail or a chat. Every value from outside is escaped. */

const MARKS = { true: '✓', false: '✗', null: '–' } as const;

export const markOf = (ok: Step['ok']): string => MARKS[`${ok}`];

function stepLines(step: Step): string[] {
	const [first = '', ...rest] = step.text.split('\n');
	const code = step.code === null ? '' : ` (${step.code})`;
	return [
		`- ${markOf(step.ok)} **${escapeMarkdown(step.title)}** ${escapeMarkdown(first)}${escapeMarkdown(code)}`,
		...rest.map((line) => `  - ${escapeMarkdown(line.replace(/^- /, ''))}`),
	];
}

export const renderAnswer = (headline: string, steps: readonly Step[]): string =>
	[`**${escapeMarkdown(headline)}**`, '', ...steps.flatMap(stepLines)].join('\n');

/** All answers of one question, under one heading. */
export function renderAnswers(
	question: string,
	referenceDate: string,
	answers: readonly string[],
	remark: string | null,
	language: Language,
): string {
	const lines = [
		`# ${fill('title', language)}`,
		'',
		`${fill('question', language)}: ${escapeMarkdown(question)} · ${fill('judgedFor', language)}: ${formatDate(referenceDate, language)}`,
		...(remark === null ? [] : ['', escapeMarkdown(remark)]),
		...answers.flatMap((answer) => ['', answer]),
	];
	return `${lines.join('\n')}\n`;
}
