import { apply } from './core/apply.mts';
import { compare, million } from './core/compare.mts';
import type { Chapter } from './core/compare.mts';
import { engine } from './core/engine.mts';
import { plans } from './core/plans.mts';
import { waiting } from './core/waiting.mts';
import { buildParts, hasN8n } from './tool/build.mts';
import { aimTable, writePart } from './tool/document.mts';
import { machine } from './tool/machine.mts';
import { say } from './tool/show.mts';

/**
 * `npm run bench`: normalize, diff and apply beside their floors, into docs/benchmarks.md. Names of
 * chapters (`npm run bench -- engine apply`) run only these, and write nothing.
 */

const CHAPTERS = {
	compare: (files) => compare(files['compare'] ?? ''),
	plans: (files) => plans(files['plans'] ?? ''),
	waiting: (files) => waiting(files['waiting'] ?? '', hasN8n()),
	million: (files) => million(files['million'] ?? ''),
	engine: (files) => engine(files['engine'] ?? '', hasN8n()),
	apply: (files) => apply(files['apply'] ?? ''),
} satisfies Record<string, (files: Record<string, string>) => Promise<Chapter>>;

const names = Object.keys(CHAPTERS) as Array<keyof typeof CHAPTERS>;
const asked = names.filter((name) => process.argv.slice(2).includes(name));
const wanted = asked.length === 0 ? names : asked;

const measuredOn = machine();
say(measuredOn);
const files = await buildParts(wanted);
const chapters: Chapter[] = [];
for (const name of wanted) {
	say(`\n-- ${name}`);
	chapters.push(await CHAPTERS[name](files));
}
const aims = chapters.flatMap((chapter) => chapter.aims);
say('');
for (const { what, figure, held } of aims)
	say(`${held === true ? 'held    ' : 'NOT held'}  ${what}: ${figure}`);
if (asked.length === 0) {
	const sections = chapters.map((chapter) => chapter.section);
	const head = '## Normalize, diff and apply (`npm run bench`)';
	say(
		`\nWritten to ${writePart('core', [head, measuredOn, aimTable(aims)].join('\n\n'), sections)}.`,
	);
}
