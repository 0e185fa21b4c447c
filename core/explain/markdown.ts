import type { Language } from '../issues';
import { escapeMarkdown } from '../report/markdown';
import { formatDate } from '../ui/format';
import { say } from './text';
import type { Step } from './types';

/** An answer as text: markdown for a ticket (every value escaped), plain for a mail or a chat. */

export type Format = 'markdown' | 'plain';

/** Hyphens inside words and brackets without a link before them start no markup: they stay readable. */
const escaped = (text: string): string =>
	escapeMarkdown(text)
		.replace(/(?<=[\p{L}\p{N}])\\-(?=[\p{L}\p{N}])/gu, '-')
		.replace(/\\([()])/g, '$1');

const writerOf = (
	format: Format,
): { text: (text: string) => string; bold: (text: string) => string } =>
	format === 'plain'
		? { text: (text) => text, bold: (text) => text }
		: { text: escaped, bold: (text) => `**${escaped(text)}**` };

const MARKS = { true: '✓', false: '✗', null: '–' } as const;

export const markOf = (ok: Step['ok']): string => MARKS[`${ok}`];

function stepLines(step: Step, format: Format): string[] {
	const { text, bold } = writerOf(format);
	const [first = '', ...rest] = step.text.split('\n');
	const code = step.code === null ? '' : ` (${step.code})`;
	return [
		`- ${markOf(step.ok)} ${bold(step.title)} ${text(first)}${text(code)}`,
		...rest.map((line) => `  - ${text(line.replace(/^- /, ''))}`),
	];
}

export const renderAnswer = (headline: string, steps: readonly Step[], format: Format): string =>
	[writerOf(format).bold(headline), '', ...steps.flatMap((step) => stepLines(step, format))].join(
		'\n',
	);

export interface AnswersParts {
	title: string;
	question: string;
	referenceDate: string;
	/** Answers as `renderAnswer` made them in the same language and format. */
	answers: readonly string[];
	remark: string | null;
	language: Language;
	format: Format;
}

/** All answers of one question, under one heading. */
export function renderAnswers(parts: AnswersParts): string {
	const { title, question, referenceDate, answers, remark, language, format } = parts;
	const { text } = writerOf(format);
	const heading = `${title === '' ? '' : `${text(title)}: `}${say(language)('title')}`;
	const lines = [
		format === 'markdown' ? `# ${heading}` : heading,
		'',
		`${say(language)('question')}: ${text(question)} · ${say(language)('judgedFor')}: ${formatDate(referenceDate, language)}`,
		...(remark === null ? [] : ['', text(remark)]),
		...answers.flatMap((answer) => ['', answer]),
	];
	return `${lines.join('\n')}\n`;
}
