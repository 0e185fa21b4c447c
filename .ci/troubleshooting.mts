import { withSteps } from '../core/issues/steps';
import { inPlural } from '../core/issues/text';

/** Renders docs/troubleshooting.md from the catalogue of codes (core/issues/). */

interface Text {
	en: string;
	nl: string;
}

interface Entry {
	severity: string;
	what: Text;
	why?: Text;
	action: Text;
}

const SECTIONS: Array<{ severity: string; title: string; intro: string }> = [
	{
		severity: 'error',
		title: 'The run stopped',
		intro: 'Shown as the error of a node. Nothing was written after it, unless the text says so.',
	},
	{
		severity: 'guard',
		title: 'The plan needs a person',
		intro:
			'A guard saw something unusual: the plan waits for approval, or cannot be approved at all.',
	},
	{
		severity: 'hold',
		title: 'One person is held',
		intro: 'This person is left as they are in Alleo; everybody else goes on.',
	},
	{
		severity: 'notice',
		title: 'Worth knowing',
		intro: 'A remark on a row or a run. Nothing waits for it.',
	},
	{
		severity: 'outcome',
		title: 'What happened to a row',
		intro: 'The code of an outcome of Sync Plan: Apply.',
	},
	{
		severity: 'reason',
		title: 'Why a row is as it is',
		intro: 'The code of a status or of a planned change.',
	},
];

type Language = keyof Text;

const section = (text: Text, language: Language = 'en'): string =>
	inPlural(withSteps(text[language], language)).replace(/\s+/g, ' ').trim();

function renderEntry(code: string, entry: Entry): string {
	const lines = [`### ${code}`, '', section(entry.what)];
	if (entry.why !== undefined) lines.push('', `**Why:** ${section(entry.why)}`);
	lines.push('', `**What to do:** ${section(entry.action)}`);
	lines.push('', `> ${section(entry.what, 'nl')} ${section(entry.action, 'nl')}`);
	return lines.join('\n');
}

export function renderTroubleshooting(table: Record<string, Entry>): string {
	const entries = Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1));
	const parts = [
		'# Troubleshooting',
		'',
		'Every message of this package ends with a code. Look it up here: what happened, why, and what to',
		'do. `{name}` stands for a field name, a count or a limit. The Dutch text follows each entry.',
		'',
		'This page is written by `node .ci/generate.mjs` from `core/issues/`; change the texts there.',
		'',
		'The workflow itself, step by step, is in the [README](../README.md); how the parts fit together is',
		'in [architecture.md](architecture.md).',
	];
	for (const { severity, title, intro } of SECTIONS) {
		const chosen = entries.filter(([, entry]) => entry.severity === severity);
		if (chosen.length === 0) continue;
		parts.push('', `## ${title}`, '', intro);
		for (const [code, entry] of chosen) parts.push('', renderEntry(code, entry));
	}
	return `${parts.join('\n')}\n`;
}
