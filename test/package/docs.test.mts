import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { renderTroubleshooting } from '../../.ci/troubleshooting.mts';
import { ISSUES } from '../../core/issues';
import { LARGEST_PICTURE, PICTURES } from '../e2e/pictures/list.mts';
import type { Folder } from '../e2e/pictures/list.mts';
import { ROOT } from '../support/paths.mts';

const page = (): string => readFileSync(path.join(ROOT, 'docs/troubleshooting.md'), 'utf8');

describe('docs/troubleshooting.md', () => {
	test('is up to date (otherwise run: node .ci/generate.mjs)', () => {
		expect(page()).toBe(renderTroubleshooting(ISSUES));
	});

	test('names every code', () => {
		const headings = new Set([...page().matchAll(/^### (\w+)$/gm)].map((match) => match[1]));
		expect([...headings].sort()).toEqual(Object.keys(ISSUES).sort());
	});
});

describe('links between the pages', () => {
	const pages = ['README.md', 'CONTRIBUTING.md'].concat(
		['docs', 'docs/nl'].flatMap((folder) =>
			readdirSync(path.join(ROOT, folder))
				.filter((file) => file.endsWith('.md'))
				.map((file) => `${folder}/${file}`),
		),
	);
	const targets = (file: string): string[] =>
		[
			...readFileSync(path.join(ROOT, file), 'utf8').matchAll(
				/\]\((?!https?:|mailto:|#)([^)#\s]+)/g,
			),
		].map(([, target = '']) => path.join(path.dirname(file), target));

	test.each(pages)('%s leads to files that exist', (file) => {
		expect(targets(file).filter((target) => !existsSync(path.join(ROOT, target)))).toEqual([]);
	});

	/** What a page names in backticks: a path from the root of the package. */
	const named = (file: string): string[] =>
		[
			...readFileSync(path.join(ROOT, file), 'utf8').matchAll(
				/`((?:core|nodes|credentials|docs|sandbox|test|workflows|\.ci)\/[\w./-]*)`/g,
			),
		].map(([, target = '']) => target);
	/** What a run leaves behind; not in the package. */
	const MADE_BY_RUNS = ['test/e2e/artifacts'];

	test.each(pages)('%s names files and folders that exist', (file) => {
		const gone = named(file).filter((target) => !existsSync(path.join(ROOT, target)));
		expect(gone.filter((target) => !MADE_BY_RUNS.includes(target))).toEqual([]);
	});

	test.each(Object.keys(PICTURES) as Folder[])(
		'%s: every picture is used, small enough, and made by npm run docs:pictures',
		(folder) => {
			const used = new Set(pages.flatMap(targets));
			const there = readdirSync(path.join(ROOT, folder));
			const made: readonly string[] = PICTURES[folder];
			expect(there.sort()).toEqual(made.map((name) => `${name}.png`).sort());
			for (const file of there) {
				expect(used).toContain(`${folder}/${file}`);
				expect(statSync(path.join(ROOT, folder, file)).size).toBeLessThan(LARGEST_PICTURE);
			}
		},
	);

	test('README shows the canvas and the plan', () => {
		const shown = targets('README.md').filter((target) => target.endsWith('.png'));
		expect(shown).toEqual(['docs/pictures/canvas-daily.png', 'docs/pictures/plan.png']);
	});
});
