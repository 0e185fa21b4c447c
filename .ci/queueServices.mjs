/** Finds PostgreSQL and Redis for n8n's queue mode, or installs Debian's packages of them. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { findOrInstall } from './apt.mjs';

/** Debian keeps each major version of PostgreSQL in a folder of its own. */
const VERSIONS = '/usr/lib/postgresql';
const installed = () =>
	existsSync(VERSIONS)
		? readdirSync(VERSIONS)
				.sort((one, other) => Number(other) - Number(one))
				.map((version) => path.join(VERSIONS, version, 'bin', 'postgres'))
		: [];

const POSTGRES = {
	name: 'PostgreSQL',
	variable: 'POSTGRES_PATH',
	get places() {
		return installed().filter((file) => existsSync(file));
	},
	packages: ['postgresql'],
	size: 'about 60 MB',
};

const REDIS = {
	name: 'Redis',
	variable: 'REDIS_PATH',
	places: ['/usr/bin/redis-server'],
	packages: ['redis-server'],
	size: 'about 5 MB',
};

/** @returns {Promise<{ POSTGRES_PATH: string, REDIS_PATH: string }>} where the programs are */
export async function installQueueServices() {
	return {
		POSTGRES_PATH: await findOrInstall(POSTGRES),
		REDIS_PATH: await findOrInstall(REDIS),
	};
}
