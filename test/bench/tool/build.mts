import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Bundles the parts of the benchmark together with the present code of core/ and nodes/, so that
 * what is measured is never an old build. Each part then runs in a process of its own.
 */

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const BUILD = path.join(ROOT, 'sandbox', '.state', 'bench');
export const N8N = path.join(ROOT, 'sandbox', 'n8n', 'node_modules');

/** The real n8n, with its own nodes: needed for every figure that compares with them. */
export const hasN8n = (): boolean => existsSync(path.join(N8N, 'n8n-nodes-base', 'package.json'));

/** n8n's packages are loaded as they are, from the installed n8n where there is one. */
const n8nAsInstalled = (folder: string): Plugin => ({
	name: 'n8n-as-installed',
	setup(setup) {
		setup.onResolve({ filter: /^(?:n8n-workflow|n8n-core|reflect-metadata)(?:\/|$)/ }, (found) => ({
			path: path.join(folder, found.path),
			external: true,
		}));
	},
});

/** A bundled file is elsewhere than its source: each keeps the address that it was written for. */
const ownAddress: Plugin = {
	name: 'own-address',
	setup(setup) {
		setup.onLoad({ filter: /\.mts$/ }, async ({ path: file }) => ({
			contents: (await readFile(file, 'utf8')).replaceAll(
				'import.meta.url',
				JSON.stringify(pathToFileURL(file).href),
			),
			loader: 'ts',
		}));
	},
};

/** @returns the bundled file of each part, by its name */
export async function buildParts(names: readonly string[]): Promise<Record<string, string>> {
	const folder = path.join(ROOT, 'test', 'bench', 'parts');
	await build({
		entryPoints: names.map((name) => path.join(folder, `${name}.mts`)),
		outdir: BUILD,
		outExtension: { '.js': '.cjs' },
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		legalComments: 'none',
		// Comments of other people's code would be taken for lint directives of this project.
		minifyWhitespace: true,
		sourcemap: 'inline',
		plugins: [n8nAsInstalled(hasN8n() ? N8N : path.join(ROOT, 'node_modules')), ownAddress],
		logLevel: 'error',
	});
	return Object.fromEntries(names.map((name) => [name, path.join(BUILD, `${name}.cjs`)]));
}
