import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readBuilt, unpackPackage } from '../support/built.mts';
import type { Built } from '../support/built.mts';
import { ROOT } from '../support/paths.mts';

let folder: string;
let files: string[];
let manifest: Record<string, Record<string, unknown> | undefined>;
let built: Built;

beforeAll(() => {
	folder = unpackPackage();
	files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
	manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as typeof manifest;
	built = readBuilt();
});

afterAll(() => {
	rmSync(path.dirname(folder), { recursive: true, force: true });
});

describe('the packed package', () => {
	test('holds dist, LICENSE, README, CHANGELOG and package.json, nothing else', () => {
		const others = files.filter((file) => !file.startsWith(`dist${path.sep}`)).sort();
		expect(others).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
		const kinds = new Set(files.map((file) => path.extname(file)));
		expect([...kinds].sort()).toEqual(['', '.js', '.json', '.md', '.svg', '.txt']);
	});

	test('ships every template', () => {
		const shipped = files.filter((file) => file.startsWith(path.join('dist', 'workflows')));
		const names = shipped.map((file) => path.basename(file)).sort();
		expect(names).toEqual(
			readdirSync(path.join(ROOT, 'workflows'))
				.filter((name) => name.endsWith('.json'))
				.sort(),
		);
		expect(names).toEqual(
			expect.arrayContaining(['afas-daily-sync.json', 'nmbrs-daily-sync.json']),
		);
	});

	test('depends on nothing but n8n itself', () => {
		expect(manifest['dependencies'] ?? {}).toEqual({});
		expect(manifest['peerDependencies']).toEqual({ 'n8n-workflow': '*' });
		expect(manifest['optionalDependencies'] ?? {}).toEqual({});
		expect(manifest['bundledDependencies']).toBeUndefined();
		expect(manifest['overrides']).toBeUndefined();
		const scripts = Object.keys(manifest['scripts'] ?? {});
		expect(
			scripts.filter((name) => /^(pre|post)?install$|^(pre|post)?prepare$/.test(name)),
		).toEqual([]);
	});

	test('every file of the n8n block is in it', () => {
		const block = manifest['n8n'] as { nodes: string[]; credentials: string[] };
		expect(block.credentials).toHaveLength(7);
		for (const file of [...block.nodes, ...block.credentials]) {
			expect(files).toContain(path.normalize(file));
		}
	});

	test('names no folder of the machine that built it', () => {
		for (const file of files.filter((name) => name.endsWith('.js'))) {
			expect(readFileSync(path.join(folder, file), 'utf8')).not.toContain(ROOT);
		}
	});

	test("passes n8n's scan of community packages, source and package", () => {
		const args = ['.ci/scan.mjs', ROOT, folder];
		// Under jest's NODE_ENV the plugin of the scan takes every file for its own test file.
		const env = { ...process.env, NODE_ENV: 'production' };
		const scan = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env });
		expect(scan.stdout.trim().split('\n')).toEqual(['source: passed', 'package: passed']);
		expect(scan.status).toBe(0);
	}, 120_000);
});

describe('the built nodes and credentials', () => {
	test('load under their class names, as n8n loads them', () => {
		for (const { className, constructorName } of [...built.nodes, ...built.credentials]) {
			expect(constructorName).toBe(className);
		}
		expect(built.nodes.map((node) => node.description.name)).toEqual(
			expect.arrayContaining([
				'afas',
				'alleo',
				'alleoDiff',
				'employeeNormalize',
				'nmbrs',
				'syncApproval',
			]),
		);
		expect(built.credentials.map(({ credential }) => credential.name).sort()).toEqual([
			'afasOAuth2Api',
			'afasTokenApi',
			'alleoApi',
			'alleoN8nApi',
			'nmbrsAppApi',
			'nmbrsOAuth2Api',
			'nmbrsTokenApi',
		]);
	});

	test('have a light and a dark icon, which exist', () => {
		for (const { className, icons } of [...built.nodes, ...built.credentials]) {
			expect({ className, icons }).toEqual({
				className,
				icons: [
					{ name: expect.stringMatching(/\.svg$/), exists: true },
					{ name: expect.stringMatching(/\.svg$/), exists: true },
				],
			});
		}
	});

	test('have a codex file with their own name', () => {
		for (const { description, codex } of built.nodes) {
			expect(codex?.node).toBe(`n8n-nodes-alleo.${description.name}`);
			expect(codex?.categories?.length).toBeGreaterThan(0);
		}
	});

	test('only the nodes that talk to a system take credentials, and only of this package', () => {
		const own = new Set(built.credentials.map(({ credential }) => credential.name));
		const system: Record<string, string[]> = {
			nmbrs: ['nmbrsOAuth2Api', 'nmbrsTokenApi'],
			afas: ['afasOAuth2Api', 'afasTokenApi'],
			alleo: ['alleoApi'],
			// They read the published version of their own workflow, where somebody asks for it.
			employeeNormalize: ['alleoN8nApi'],
			syncApproval: ['alleoN8nApi'],
			// It signs and checks the permanent address of a plan.
			syncRunLog: ['alleoN8nApi'],
			// The list of companies, and the look whether the chosen one is there.
			syncSettings: ['alleoApi'],
			customerConnect: ['alleoN8nApi', 'nmbrsAppApi'],
			customerSetup: ['alleoApi', 'alleoN8nApi', 'nmbrsAppApi', 'nmbrsOAuth2Api'],
		};
		for (const { description } of built.nodes) {
			const names = (description.credentials ?? []).map(({ name }) => name).sort();
			expect({ node: description.name, names }).toEqual({
				node: description.name,
				names: system[description.name] ?? [],
			});
			for (const name of names) expect(own).toContain(name);
		}
	});

	test('every credential is for this package only and can be tested', () => {
		const tests = new Set(
			built.nodes.flatMap(({ description, testedBy }) =>
				(description.credentials ?? [])
					.filter(({ testedBy: name }) => typeof name === 'string' && testedBy.includes(name))
					.map(({ name }) => name),
			),
		);
		for (const { credential } of built.credentials) {
			expect(credential.restrictToSupportedNodes).toBe(true);
			const oAuth2 = credential.extends?.includes('oAuth2Api') ?? false;
			const testable = credential.test !== undefined || tests.has(credential.name) || oAuth2;
			expect({ name: credential.name, testable }).toEqual({
				name: credential.name,
				testable: true,
			});
		}
	});

	test('every method that a parameter names exists', () => {
		for (const { description, methods } of built.nodes) {
			const text = JSON.stringify(description.properties);
			const named = [
				...text.matchAll(/"(loadOptionsMethod|searchListMethod|resourceMapperMethod)":"(\w+)"/g),
			];
			const known = new Set(Object.values(methods).flat());
			for (const [, , method] of named) expect(known).toContain(method);
		}
	});
});
