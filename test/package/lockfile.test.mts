import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Entry, missingOptional } from '../../.ci/lockfile.mts';
import { ROOT } from '../support/paths.mts';

describe.each(['package-lock.json', 'sandbox/n8n/package-lock.json'])('%s', (file) => {
	const text = readFileSync(path.join(ROOT, file), 'utf8');
	const { packages } = JSON.parse(text) as { packages: Record<string, Entry> };

	test('has every optional package, or npm ci refuses it (run: node .ci/lockfile.mts)', () => {
		expect([...missingOptional(packages).keys()]).toEqual([]);
	});

	test('names no registry', () => {
		expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
		expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
	});
});
