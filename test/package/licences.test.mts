import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { unpackPackage } from '../support/built.mts';
import { ROOT } from '../support/paths.mts';

/** The notices of bundled code, in the package as it would be published. */

const { thirdPartyLicenses } = createRequire(path.join(ROOT, 'package.json'))(
	'./.ci/licenses.cjs',
) as { thirdPartyLicenses: (metafile: object, root: string) => string };

let folder: string;
let text: string;
let list: string[];

beforeAll(() => {
	folder = unpackPackage();
	text = readFileSync(path.join(folder, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
	list = [...text.slice(0, text.indexOf('-----')).matchAll(/^(\S+) (\d\S*) \(/gm)].map(
		([, name, version]) => `${name} ${version}`,
	);
});
afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

interface Manifest {
	name: string;
	version: string;
	license?: string;
	n8n: { nodes: string[]; credentials: string[] };
}

const manifestOf = (of: string): Manifest =>
	JSON.parse(readFileSync(path.join(of, 'package.json'), 'utf8')) as Manifest;

/** Every package of which esbuild says that a part is in a bundle, by the nearest package.json. */
function bundled(): Manifest[] {
	const { n8n } = manifestOf(ROOT);
	const { metafile } = buildSync({
		absWorkingDir: ROOT,
		entryPoints: [...n8n.nodes, ...n8n.credentials].map((file) =>
			file.replace(/^dist\//, '').replace(/\.js$/, '.ts'),
		),
		outdir: path.join(tmpdir(), 'never-written'),
		write: false,
		bundle: true,
		platform: 'node',
		external: ['n8n-workflow'],
		metafile: true,
	});
	const names = new Set<string>();
	for (const { inputs } of Object.values(metafile.outputs)) {
		for (const input of Object.keys(inputs)) {
			const [, inside] = input.split(/node_modules\/(?!.*node_modules\/)/);
			if (inside === undefined) continue;
			const parts = inside.split('/');
			names.add(parts.slice(0, inside.startsWith('@') ? 2 : 1).join('/'));
		}
	}
	return [...names].sort().map((name) => manifestOf(path.join(ROOT, 'node_modules', name)));
}

test('names every package that is bundled, with its version, and no other', () => {
	const expected = bundled().map(({ name, version }) => `${name} ${version}`);
	expect(expected).toEqual(expect.arrayContaining([expect.stringMatching(/^zod 3\./)]));
	expect(list.sort()).toEqual(expected.sort());
});

test('carries the whole licence text of each', () => {
	const sections = text.split(/^-{80}\n(.+)\n-{80}\n/m).slice(1);
	expect(sections).toHaveLength(list.length * 2);
	for (const { name, version, license } of bundled()) {
		const section = sections[sections.indexOf(`${name} ${version}`) + 1] ?? '';
		const [grant, disclaimer] =
			license === 'ISC'
				? [/Permission to use, copy, modify/, /IN NO EVENT SHALL THE AUTHOR/]
				: [/Permission is hereby granted, free of charge/, /THE SOFTWARE IS PROVIDED "AS IS"/];
		expect(`${name}: ${section}`).toMatch(grant);
		expect(`${name}: ${section}`).toMatch(disclaimer);
		expect(`${name}: ${section}`).toMatch(/Copyright|Author:/);
	}
});

test('a bundled package without a licence stops the build', () => {
	const root = mkdtempSync(path.join(tmpdir(), 'licences-'));
	try {
		const dependency = path.join(root, 'node_modules/without');
		mkdirSync(dependency, { recursive: true });
		writeFileSync(path.join(dependency, 'package.json'), '{"name":"without","version":"1.0.0"}');
		const outputs = { 'a.js': { inputs: { 'node_modules/without/index.js': {} } } };
		expect(() => thirdPartyLicenses({ outputs }, root)).toThrow(/without 1\.0\.0.*no licence file/);
		writeFileSync(path.join(dependency, 'LICENSE'), 'All of it');
		expect(thirdPartyLicenses({ outputs }, root)).toContain('without 1.0.0');
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
});
