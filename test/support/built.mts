import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import { ROOT } from './paths.mts';

/** What the built package in dist/ says about itself; `npm test` builds it first. */

export interface BuiltNode {
	file: string;
	className: string;
	constructorName: string;
	description: INodeTypeDescription;
	icons: Array<{ name: string; exists: boolean }>;
	codex: { node?: string; categories?: string[] } | null;
	methods: Record<string, string[]>;
	testedBy: string[];
}

export interface BuiltCredential {
	file: string;
	className: string;
	constructorName: string;
	icons: Array<{ name: string; exists: boolean }>;
	credential: ICredentialType;
}

export interface Built {
	nodes: BuiltNode[];
	credentials: BuiltCredential[];
}

const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;

/** @param root folder that holds package.json and dist; the project itself when left out */
export function readBuilt(root = ROOT): Built {
	const output = execFileSync(process.execPath, ['.ci/describe.mjs', root], options);
	return JSON.parse(output) as Built;
}

/** Packs the package and unpacks it outside the project. @returns the folder of the unpacked package */
export function unpackPackage(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-nodes-alleo-'));
	const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
	const packed = execFileSync('npm', args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
	const file = /"filename":\s*"([^"]+)"/.exec(packed)?.[1];
	if (file === undefined) throw new Error('npm pack named no file');
	execFileSync('tar', ['xzf', path.join(folder, file), '-C', folder]);
	return path.join(folder, 'package');
}
