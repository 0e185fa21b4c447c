import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { circlesOf, factsOf, roomOf } from '../support/house.mts';
import { filesBelow, ROOT } from '../support/paths.mts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const files = ['core', 'nodes', 'credentials'].flatMap((folder) => filesBelow(folder, '.ts'));
const known = new Set(files);
const facts = files.map((file) => factsOf(file, read(file), known));
const { ROOMS: rooms } = createRequire(path.join(ROOT, 'package.json'))('./.ci/house.cjs') as {
	ROOMS: Record<string, { uses: string[] }>;
};

/** Imports of one room by another that the table of floors does not allow. */
const forbidden = (all: ReadonlyArray<{ file: string; imports: readonly string[] }>): string[] =>
	all.flatMap(({ file, imports }) => {
		const from = roomOf(file);
		if (from === null) return [];
		return imports
			.filter((target) => target.startsWith('core/'))
			.filter((target) => {
				const to = roomOf(target);
				return to !== from && (to === null || rooms[from]?.uses.includes(to) !== true);
			})
			.map((target) => `${file} -> ${target}`);
	});

describe('the house', () => {
	test('every room of core has its floor, and uses only rooms below it', () => {
		const order = Object.keys(rooms);
		const found = [...new Set(files.flatMap((file) => roomOf(file) ?? []))].sort();
		expect(found).toEqual([...order].sort());
		const upward = order.flatMap((room, floor) =>
			(rooms[room]?.uses ?? []).filter((used) => order.indexOf(used) >= floor),
		);
		expect(upward).toEqual([]);
	});

	test('no import of core runs upward', () => {
		expect(forbidden(facts)).toEqual([]);
		const bad = { file: 'core/plan/a.ts', imports: ['core/report/b.ts', 'core/sync.ts'] };
		expect(forbidden([bad])).toHaveLength(2);
	});

	test('no files use each other in a ring', () => {
		expect(circlesOf(facts)).toEqual([]);
		const ring = ['a', 'b', 'c'].map((file, index) => ({
			file,
			imports: [['b'], ['c'], ['a']][index] ?? [],
			types: [],
		}));
		expect(circlesOf(ring)).toEqual([['a', 'b', 'c']]);
	});

	test('the name of an exported type means one thing', () => {
		const places = new Map<string, string[]>();
		for (const { file, types } of facts) {
			for (const type of types) places.set(type, [...(places.get(type) ?? []), file]);
		}
		const several = [...places].filter(([, where]) => new Set(where).size > 1);
		expect(Object.fromEntries(several)).toEqual({});
	});

	test('docs/architecture.md names every folder', () => {
		const text = read('docs/architecture.md');
		const folders = new Set(files.map((file) => path.posix.dirname(file)));
		expect([...folders].filter((folder) => !text.includes(`\`${folder}/\``))).toEqual([]);
	});
});
