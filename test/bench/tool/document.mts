import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './build.mts';

/** docs/benchmarks.md: each command writes its own part and leaves the others as they are. */

const FILE = path.join(ROOT, 'docs', 'benchmarks.md');

const PARTS = {
	core: 'npm run bench',
	sources: 'npm run bench:sources',
	payroll: 'npm run bench:payroll',
	page: 'npm run bench:page',
	fleet: 'npm run bench:fleet -- --customers',
	large: 'npm run bench:fleet -- --people',
} as const;
export type PartName = keyof typeof PARTS;

const HEAD = `# Benchmarks

Written by \`npm run bench\`, \`bench:sources\`, \`bench:payroll\`, \`bench:page\` and \`bench:fleet\`, not by hand. Each figure stands beside its floor: the
least time in which the same work could be done. Times are the best of several rounds unless a table says otherwise; other
work on the machine only ever adds. All people are made up.
`;

const mark = (name: PartName, edge: 'start' | 'end'): string => `<!-- ${name}: ${edge} -->`;

function present(name: PartName): string | null {
	if (!existsSync(FILE)) return null;
	const text = readFileSync(FILE, 'utf8');
	const from = text.indexOf(mark(name, 'start'));
	const to = text.indexOf(mark(name, 'end'));
	return from < 0 || to < from ? null : text.slice(from + mark(name, 'start').length, to).trim();
}

/** A table in markdown; the first column is text, the others are figures. */
export function table(heads: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	const edge = heads.map((_head, index) => (index === 0 ? '---' : '---:'));
	return [line(heads), line(edge), ...rows.map(line)].join('\n');
}

export interface Aim {
	what: string;
	figure: string;
	/** null: could not be measured here. */
	held: boolean | null;
}

const AIMS = ['Aim', 'Measured', 'Held'];
const word = (held: boolean | null): string =>
	held === null ? 'not measured' : held ? 'yes' : 'no';

export const aimTable = (aims: readonly Aim[]): string =>
	table(
		AIMS,
		aims.map(({ what, figure, held }) => [what, figure, word(held)]),
	);

/** Writes one part. @returns the file, relative to the project */
export function writePart(name: PartName, machine: string, sections: readonly string[]): string {
	const parts = (Object.keys(PARTS) as PartName[]).map((part) => {
		const text = part === name ? [machine, ...sections].join('\n\n') : present(part);
		const body = text ?? `## ${PARTS[part]}\n\nNot measured yet.`;
		return `${mark(part, 'start')}\n\n${body}\n\n${mark(part, 'end')}\n`;
	});
	writeFileSync(FILE, [HEAD, ...parts].join('\n'));
	return path.relative(ROOT, FILE);
}
