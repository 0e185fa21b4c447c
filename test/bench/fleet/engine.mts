import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startDesk } from '../../../sandbox/demo/desk.mts';
import type { Desk } from '../../../sandbox/demo/desk.mts';
import { startN8n } from '../../../sandbox/demo/n8nServer.mts';
import type { N8nServer } from '../../../sandbox/demo/n8nServer.mts';
import { Cluster } from '../../queue/harness/cluster.mts';
import { ask } from '../../queue/harness/services.mts';
import type { EngineKind } from './options.mts';

/** A real n8n to measure, alone with SQLite or in queue mode, with its desk. */

export interface Engine {
	n8n: N8nServer;
	desk: Desk;
	/** Bytes of the database. */
	databaseBytes(): number;
	/** Bytes that an execution takes in it. */
	executionBytes(id: string): number;
	/** From here on the peaks of memory count. */
	forgetPeaks(): void;
	/** Most memory of each process since then, in MB. */
	peaks(): Record<string, number>;
	stop(): Promise<void>;
}

/** The kernel's own peak of the resident memory; null when the process is gone. */
function peakOf(pid: number): number | null {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
	} catch {
		return null;
	}
}

function sqlite(folder: string): Pick<Engine, 'databaseBytes' | 'executionBytes'> {
	const at = path.join(folder, '.n8n');
	const files = (): string[] => readdirSync(at).filter((name) => /\.sqlite(-wal)?$/.test(name));
	return {
		databaseBytes: () => files().reduce((sum, name) => sum + statSync(path.join(at, name)).size, 0),
		executionBytes: (id) => {
			const name = files().find((one) => one.endsWith('.sqlite')) ?? '';
			const database = new DatabaseSync(path.join(at, name), { readOnly: true });
			try {
				const sql =
					'select length(cast(data as blob)) as bytes from execution_data where executionId = ?';
				return Number(database.prepare(sql).get(id)?.['bytes'] ?? 0);
			} finally {
				database.close();
			}
		},
	};
}

function postgres(cluster: Cluster): Pick<Engine, 'databaseBytes' | 'executionBytes'> {
	const number = (sql: string): number => Number(ask(cluster.database, sql));
	return {
		databaseBytes: () => number("select pg_database_size('postgres')"),
		executionBytes: (id) =>
			number(`select octet_length(data) from execution_data where "executionId" = ${Number(id)}`),
	};
}

export async function startEngine(kind: EngineKind, tarball: string): Promise<Engine> {
	const cluster = kind === 'queue' ? new Cluster({ tarball }) : null;
	const n8n = await (cluster?.start() ?? startN8n({ name: 'bench-fleet', tarball }));
	try {
		const desk = await startDesk(n8n.client);
		return {
			n8n,
			desk,
			...(cluster === null ? sqlite(n8n.userFolder) : postgres(cluster)),
			forgetPeaks: () => {
				for (const pid of Object.values(n8n.pids())) writeFileSync(`/proc/${pid}/clear_refs`, '5');
			},
			peaks: () =>
				Object.fromEntries(
					Object.entries(n8n.pids()).map(([name, pid]) => [name, peakOf(pid) ?? NaN]),
				),
			stop: async () => {
				desk.mailbox.close();
				await n8n.stop();
			},
		};
	} catch (error) {
		await n8n.stop();
		throw error;
	}
}
