import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderTroubleshooting } from '../../.ci/troubleshooting.mts';
import { ISSUES } from '../../core/issues';
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
