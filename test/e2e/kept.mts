import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from './context.mts';
import { expectNoFigures } from './salaryLeave.mts';

/** What n8n keeps on its disk: the runs in its database, and the files of binary data beside it. */

const LONG_BASE64 = /[A-Za-z0-9+/]{120,}={0,2}/g;

/** Files travel as base64, in which no figure could be found. */
const opened = (text: string): string =>
	[text, ...text.matchAll(LONG_BASE64)]
		.map((part, at) => (at === 0 ? text : Buffer.from(part[0] ?? '', 'base64').toString('utf8')))
		.join('\n');

/** Programs, and what the editor is made of. */
const isInstalled = (name: string): boolean =>
	name.split(path.sep).some((part) => part === 'node_modules' || part === '.cache');

function filesUnder(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.filter((name) => !isInstalled(path.relative(folder, name)));
}

interface StoredRun {
	id: number;
	mode: string;
	status: string;
	/** Out of sight; null where it is kept. */
	deletedAt: string | null;
	data: string;
}

function storedRuns(database: string): StoredRun[] {
	const db = new DatabaseSync(database, { readOnly: true });
	try {
		return db
			.prepare(
				'SELECT run.id, run.mode, run.status, run.deletedAt, held.data FROM execution_entity run JOIN execution_data held ON held.executionId = run.id',
			)
			.all()
			.map(({ id, mode, status, deletedAt, data }) => ({
				id: Number(id),
				mode: String(mode),
				status: String(status),
				deletedAt: deletedAt === null ? null : String(deletedAt),
				data: String(data),
			}));
	} finally {
		db.close();
	}
}

/** Until n8n has taken out what it hides: it does so by its own clock. */
async function cleanedUp(database: string): Promise<StoredRun[]> {
	const deadline = Date.now() + 60_000;
	for (;;) {
		const runs = storedRuns(database);
		const hidden = runs.filter(({ deletedAt }) => deletedAt !== null);
		if (hidden.length === 0) return runs;
		const which = hidden.map(({ id, mode, status }) => `${id} ${mode} ${status}`).join(', ');
		assert.ok(Date.now() < deadline, `n8n does not clean up: ${which}`);
		await sleep(500);
	}
}

/** Neither in a run nor in a file of binary data, once n8n has cleaned up. */
export async function expectNothingOnDisk(
	{ n8n }: Context,
	figures: readonly string[],
): Promise<string> {
	const database = path.join(n8n.userFolder, '.n8n', 'database.sqlite');
	const runs = await cleanedUp(database);
	for (const { id, mode, status, data } of runs) {
		expectNoFigures(`run ${id} (${mode}, ${status}) in the database`, opened(data), figures);
	}
	const files = filesUnder(n8n.userFolder).filter((name) => !name.startsWith(database));
	for (const name of files) {
		expectNoFigures(name, `${opened(readFileSync(name, 'utf8'))}\n`, figures);
	}
	return `${runs.length} runs in the database, ${files.length} files`;
}
