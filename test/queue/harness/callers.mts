import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster, ProcessName } from './cluster.mts';
import { PROCESSES } from './cluster.mts';

/**
 * Which of n8n's processes holds connections to a stand-in: read from the kernel (/proc), many times a
 * second, so that nothing in n8n or in the package has to say who it is.
 */

const EVERY_MS = 20;
const ESTABLISHED = '01';

/** Inodes of the sockets that are connected to a port of this machine. */
function socketsTo(port: number): Set<string> {
	const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
	const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1);
	return new Set(
		lines.flatMap((line) => {
			const [, , remote = '', state, , , , , , inode = ''] = line.trim().split(/\s+/);
			return remote.endsWith(wanted) && state === ESTABLISHED ? [`socket:[${inode}]`] : [];
		}),
	);
}

function holds(pid: number, sockets: Set<string>): boolean {
	try {
		const folder = `/proc/${pid}/fd`;
		return readdirSync(folder).some((file) => {
			try {
				return sockets.has(readlinkSync(`${folder}/${file}`));
			} catch {
				// Closed since the folder was read.
				return false;
			}
		});
	} catch {
		// The process ended.
		return false;
	}
}

/** Which processes hold a connection to a stand-in at this moment. */
export function callingNow(cluster: Cluster, origin: string): ProcessName[] {
	const sockets = socketsTo(Number(new URL(origin).port));
	if (sockets.size === 0) return [];
	return PROCESSES.filter((name) => holds(cluster.process(name).pid, sockets));
}

/** Watches while `during` goes on. @returns the processes that called, in the order of the list */
export async function callersOf<T>(
	cluster: Cluster,
	origin: string,
	during: () => Promise<T>,
): Promise<{ callers: ProcessName[]; result: T }> {
	const seen = new Set<ProcessName>();
	let over = false;
	const watch = async (): Promise<void> => {
		while (!over) {
			for (const name of callingNow(cluster, origin)) seen.add(name);
			await sleep(EVERY_MS);
		}
	};
	const watching = watch();
	try {
		const result = await during();
		return { callers: PROCESSES.filter((name) => seen.has(name)), result };
	} finally {
		over = true;
		await watching;
	}
}
