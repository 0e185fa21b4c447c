import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Context } from './context.mts';
import { expectNoFigures } from './salaryLeave.mts';

/** What n8n keeps on its disk: the runs in its database, and the files of binary data beside it. */

const LONG_BASE64 = /[A-Za-z0-9+/]{120,}={0,2}/g;

/** Files travel as base64, in which no figure could be found. */
const opened = (text: string): string =>
	[text, ...text.matchAll(LONG_BASE64)]
		.map((part, at) => (at === 0 ? text : Buffer.from(part[0] ?? '', 'base64').toString('utf8')))
		.join('\n');

const isInstalled = (name: string): boolean => name.split(path.sep).includes('node_modules');

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

/** Binary data of a run lies in a folder of the run's own. */
const runOf = (name: string): number | null => {
	const found = /executions\/(\d+)\//.exec(name)?.[1];
	return found === undefined ? null : Number(found);
};

/**
 * A run that was started by hand goes out of sight when it ends, and out of the database at n8n's next
 * clean-up: an hour later, unless EXECUTIONS_DATA_HARD_DELETE_BUFFER says otherwise. All others are gone.
 */
export function expectNothingOnDisk({ n8n }: Context, figures: readonly string[]): string {
	const files = filesUnder(n8n.userFolder);
	const database = files.find((name) => path.basename(name) === 'database.sqlite');
	assert.ok(database, 'the database of n8n');
	const runs = storedRuns(database);
	const byHand = runs.filter(({ mode, deletedAt }) => mode === 'manual' && deletedAt !== null);
	const leaving = new Set(byHand.map(({ id }) => id));
	for (const { id, mode, status, deletedAt, data } of runs) {
		if (leaving.has(id)) continue;
		const where = `run ${id} (${mode}, ${status}, deleted ${deletedAt ?? 'never'}) in the database`;
		expectNoFigures(where, opened(data), figures);
	}
	const others = files.filter((name) => !path.basename(name).startsWith('database.sqlite'));
	for (const name of others) {
		if (leaving.has(runOf(name) ?? -1)) continue;
		expectNoFigures(name, `${opened(readFileSync(name, 'utf8'))}\n`, figures);
	}
	return `${runs.length - leaving.size} runs in the database and ${others.length} files; ${leaving.size} runs by hand leave at the next clean-up`;
}
