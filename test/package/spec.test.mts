import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/paths.mts';

/** docs/SPEC.md names the tests that enforce it; every one of them exists. */

const spec = readFileSync(path.join(ROOT, 'docs', 'SPEC.md'), 'utf8');
const sections = spec.split(/^### /m).slice(1);
const enforced = [...spec.matchAll(/^- `(test\/[^`]+)` › (.+)$/gm)].map(
	([, file = '', name = '']) => ({ file, name: name.trim() }),
);

test('the thirteen invariants are numbered, and each names a test', () => {
	expect(sections.map((section) => section.split(' ')[0])).toEqual(
		Array.from({ length: 13 }, (_, index) => `I${index + 1}`),
	);
	for (const section of sections) expect(section).toMatch(/^- `test\/.+` › .+$/m);
});

test.each(enforced)('$file › $name', ({ file, name }) => {
	const full = path.join(ROOT, file);
	expect(existsSync(full)).toBe(true);
	// The whole title, as the argument of a test: a comment that mentions it does not count.
	const titles = [
		...readFileSync(full, 'utf8').matchAll(
			/\b(?:test|it)(?:\.each[\s\S]*?\))?\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g,
		),
	].map((match) => (match[2] ?? '').replaceAll("\\'", "'"));
	expect(titles).toContain(name);
});
