import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ISSUES } from '../../core/issues';
import { filesBelow, ROOT } from '../support/paths.mts';

/** In the source a code is a text in quotes, so a comment does not count as a use. */
const used = (): Set<string> => {
	const sources = ['core', 'nodes', 'credentials']
		.flatMap((folder) => filesBelow(folder, '.ts'))
		.filter((file) => !file.startsWith('core/issues/'));
	const found = (files: string[], pattern: RegExp): string[] =>
		files.flatMap((file) =>
			[...readFileSync(path.join(ROOT, file), 'utf8').matchAll(pattern)].map(
				([, code = '']) => code,
			),
		);
	return new Set([
		...found(sources, /'([A-Z][A-Z0-9_]+)'/g),
		...found(filesBelow('workflows', '.json'), /\b([A-Z][A-Z0-9_]+)\b/g),
	]);
};

describe('the catalogue of codes', () => {
	test('every code is used by what is shipped', () => {
		const codes = used();
		expect(Object.keys(ISSUES).filter((code) => !codes.has(code))).toEqual([]);
	});

	test('every text is there in both languages, and differs only by words', () => {
		const places = (text: string): string[] =>
			[...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();
		for (const [code, { what, action, why }] of Object.entries(ISSUES)) {
			for (const text of [what, action, ...(why === undefined ? [] : [why])]) {
				expect([code, text.en, text.nl]).not.toContain('');
				expect([code, places(text.nl)]).toEqual([code, places(text.en)]);
			}
		}
	});
});
