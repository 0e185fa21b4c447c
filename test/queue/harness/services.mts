import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../../../sandbox/demo/paths.mts';
import { StepFailed } from '../../../sandbox/demo/process.mts';
import { runAsService, Service, serviceFolder } from './service.mts';

/** PostgreSQL and Redis, and what n8n is told of them. */

/** The variables in which `.ci/test-queue.mjs` says where Debian put the programs. */
function program(variable: string): string {
	const found = process.env[variable];
	if (found !== undefined && found !== '') return found;
	throw new StepFailed(`${variable} is not set`, 'start `npm run test:queue`, which looks for it');
}

const USER = 'n8n';

/** A cluster of its own: made by initdb, gone with the folder. */
export async function postgres(parent: string): Promise<Service> {
	const bin = path.dirname(program('POSTGRES_PATH'));
	const folder = serviceFolder(parent, 'postgres');
	const data = path.join(folder, 'data');
	const initdb = ['-D', data, '-U', USER, '--auth=trust', '--encoding=UTF8', '--no-sync'];
	runAsService(path.join(bin, 'initdb'), [...initdb, '--locale=C.UTF-8'], folder);
	const port = await freePort();
	const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
	return new Service({
		name: 'postgres',
		program: path.join(bin, 'postgres'),
		args: ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
		folder,
		port,
		// "Fast": ends what is open and stops.
		stopsBy: 'SIGINT',
	});
}

/** One value that the database answers. */
export function ask(db: Service, sql: string): string {
	const where = ['-h', '127.0.0.1', '-p', String(db.options.port), '-U', USER, '-d', 'postgres'];
	const psql = path.join(path.dirname(program('POSTGRES_PATH')), 'psql');
	return execFileSync(psql, [...where, '-Atc', sql], { encoding: 'utf8' }).trim();
}

/** Writes nothing to disk: where it ends, the queue is empty. That is the worse of the two cases. */
export async function redis(parent: string): Promise<Service> {
	const folder = serviceFolder(parent, 'redis');
	const port = await freePort();
	const settings: Record<string, string> = {
		port: String(port),
		bind: '127.0.0.1',
		dir: folder,
		save: '',
		appendonly: 'no',
	};
	return new Service({
		name: 'redis',
		program: program('REDIS_PATH'),
		args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
		folder,
		port,
		stopsBy: 'SIGTERM',
	});
}

/** What docs/scale.md tells to set, and where the two are. */
export const queueSettings = (db: Service, queue: Service): Record<string, string> => ({
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(db.options.port),
	DB_POSTGRESDB_DATABASE: 'postgres',
	DB_POSTGRESDB_USER: USER,
	EXECUTIONS_MODE: 'queue',
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: String(queue.options.port),
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	N8N_DEFAULT_BINARY_DATA_MODE: 'database',
});
