import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { N8N, ROOT } from './build.mts';

const versionOf = (folder: string): string | null => {
	try {
		const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
		return (JSON.parse(text) as { version: string }).version;
	} catch {
		return null;
	}
};

/** The commit that was measured, with a mark when the shipped code differs from it. */
function commit(): string | null {
	const git = (...args: string[]): string =>
		execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
	try {
		const changed =
			git('status', '--porcelain', '--', 'core', 'nodes', 'credentials').trim() !== '';
		return `${git('rev-parse', '--short', 'HEAD').trim()}${changed ? ' with changes' : ''}`;
	} catch {
		return null;
	}
}

/** On what and when it was measured, as one line. A busy machine shows in its load. */
export function machine(): string {
	const cpus = os.cpus();
	const load = os.loadavg()[0]?.toFixed(1) ?? '?';
	const n8n = versionOf(path.join(N8N, 'n8n'));
	const measured = commit();
	return [
		new Date().toISOString().slice(0, 16).replace('T', ' ').concat(' UTC'),
		`${cpus.length} x ${cpus[0]?.model.trim() ?? 'unknown processor'}`,
		`${Math.round(os.totalmem() / 2 ** 30)} GB`,
		`${os.platform()} ${os.arch()}`,
		`Node ${process.versions.node}`,
		n8n === null ? 'n8n not installed' : `n8n ${n8n}`,
		`load ${load} at the start`,
		...(measured === null ? [] : [`commit ${measured}`]),
	].join(' · ');
}
