/**
 * Completes package-lock.json after `npm install`. A registry that lacks a package for another
 * platform makes npm leave it out of the lockfile, and `npm ci` then refuses the whole lockfile.
 * Run `node .ci/lockfile.mts` after a change of dependencies; a test holds that nothing is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export interface Entry {
	version?: string;
	dev?: boolean;
	optional?: boolean;
	resolved?: string;
	optionalDependencies?: Record<string, string>;
}
type Packages = Record<string, Entry>;

const SYSTEMS = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony', 'aix', 'sunos'];
const PROCESSORS = [
	'arm64',
	'x64',
	'ia32',
	'arm',
	'ppc64',
	's390x',
	'riscv64',
	'loong64',
	'wasm32',
];
const EXACT = /^\d+\.\d+\.\d+[\w.-]*$/;

/** `@scope/name-linux-arm64-musl` -> what npm compares with the machine. */
function platformOf(name: string): Record<string, string[]> {
	const parts = (name.split('/').pop() ?? '').split('-');
	const find = (known: string[]): string | undefined =>
		known.find((one) => parts.some((part) => part === one));
	const os = find(SYSTEMS);
	const cpu = find(PROCESSORS) ?? (parts.includes('arm') ? 'arm' : undefined);
	const libc = parts.includes('musl') ? 'musl' : parts.includes('gnu') ? 'glibc' : undefined;
	return {
		...(cpu === undefined ? {} : { cpu: [cpu] }),
		...(os === undefined ? {} : { os: [os] }),
		...(libc === undefined || os !== 'linux' ? {} : { libc: [libc] }),
	};
}

/** Optional dependencies that no entry of the lockfile stands for: name and version. */
export function missingOptional(
	packages: Packages,
): Map<string, { version: string; dev: boolean }> {
	const missing = new Map<string, { version: string; dev: boolean }>();
	for (const [place, entry] of Object.entries(packages)) {
		for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
			const parts = place.split('/node_modules/');
			const places = parts.map((_part, index) =>
				[...parts.slice(0, parts.length - index), name].join('/node_modules/'),
			);
			const found = [...places, `node_modules/${name}`].some((one) => packages[one] !== undefined);
			if (!found) missing.set(name, { version, dev: entry.dev === true });
		}
	}
	return missing;
}

function complete(file: string): void {
	const text = readFileSync(file, 'utf8');
	const lock = JSON.parse(text) as { packages: Packages };
	const missing = missingOptional(lock.packages);
	for (const [name, { version, dev }] of missing) {
		if (!EXACT.test(version)) throw new Error(`${name}: ${version} is no exact version`);
		lock.packages[`node_modules/${name}`] = {
			version,
			...platformOf(name),
			...(dev ? { dev: true } : {}),
			optional: true,
		};
	}
	const names = Object.keys(lock.packages).sort((a, b) => a.localeCompare(b, 'en'));
	lock.packages = Object.fromEntries(names.map((name) => [name, lock.packages[name] ?? {}]));
	if (missing.size > 0) writeFileSync(file, `${JSON.stringify(lock, null, '\t')}\n`);
	process.stdout.write(`${path.relative(ROOT, file)}: ${missing.size} packages added\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	for (const folder of ['.', 'sandbox/n8n']) complete(path.join(ROOT, folder, 'package-lock.json'));
}
