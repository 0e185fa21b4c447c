import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { RUN_LOG } from '../../../sandbox/demo/desk.mts';
import type { Context } from '../context.mts';
import { expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';

/** What the desk removes every night: old rows of the run log, and turns that nobody has any more. */

const TURNS = 'Alleo call budget';
const DAY_MS = 86_400_000;

const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

interface Table {
	id: string;
	name: string;
}

async function tableOf({ client }: Context, name: string): Promise<Table> {
	const { data } = await client.api<{ data: Table[] }>('GET', '/data-tables?limit=250');
	const found = data.find((table) => table.name === name);
	if (found !== undefined) return found;
	const columns = ['budget', 'holder', 'customer', 'state', 'until'];
	const body = { name, columns: columns.map((column) => ({ name: column, type: 'string' })) };
	return await client.api<Table>('POST', '/data-tables', body);
}

const insert = async ({ client }: Context, { id }: Table, data: object[]): Promise<void> =>
	void (await client.api('POST', `/data-tables/${id}/rows`, { data, returnType: 'count' }));

/** n8n says itself when a row was made, so the rows are made older in its database. */
function makeOlder({ n8n }: Context, { id }: Table, ages: Record<string, number>): void {
	const folder = path.join(n8n.userFolder, '.n8n');
	const file = readdirSync(folder).find((name) => name.endsWith('.sqlite')) ?? '';
	const database = new DatabaseSync(path.join(folder, file));
	try {
		database.exec('pragma busy_timeout = 20000');
		const change = database.prepare(
			`update data_table_user_${id} set createdAt = ? where "run" = ?`,
		);
		for (const [run, days] of Object.entries(ages)) {
			const at = daysAgo(days).replace('T', ' ').replace('Z', '');
			assert.equal(change.run(at, run).changes, 1, `the row ${run} was not found`);
		}
	} finally {
		database.close();
	}
}

export const scenarios: Record<string, Scenario> = {
	'every night old rows of the run log and old turns go, and nothing else': async (context) => {
		const { client, desk } = context;
		const night = async (): Promise<void> =>
			expectSuccess(await client.ended(await client.runFrom(desk.id, 'Every night')));
		const workflow = `retention-${context.sandbox.alleo.origin.split(':').at(-1)}`;
		const log = await tableOf(context, RUN_LOG);
		const row = (run: string, state: string) => ({
			...{ run: `${workflow}-${run}`, workflow, state },
			...{ started_at: daysAgo(500), finished_at: daysAgo(500), customer: 'Bakkerij' },
		});
		const states = { old: 'applied', open: 'waiting', newest: 'applied', kept: 'applied' };
		await insert(
			context,
			log,
			Object.entries(states).map(([run, state]) => row(run, state)),
		);
		const ages = { old: 410, open: 405, kept: 399, newest: 10 };
		makeOlder(
			context,
			log,
			Object.fromEntries(Object.entries(ages).map(([run, days]) => [`${workflow}-${run}`, days])),
		);

		const turns = await tableOf(context, TURNS);
		const turn = (holder: string, until: string, state: string) => ({
			...{ budget: 'nmbrs', holder: `${workflow}/${holder}`, customer: 'Bakkerij', state, until },
		});
		await insert(context, turns, [
			turn('old', daysAgo(1.1), 'done'),
			turn('died', daysAgo(40), 'has'),
			turn('today', daysAgo(0.9), 'done'),
			turn('lives', daysAgo(-0.1), 'has'),
		]);
		const before = (await client.tableRows(RUN_LOG)).length;
		await night();
		await night();
		const left = await client.tableRows<{ run: string }>(RUN_LOG, { workflow });
		assert.deepEqual(
			left.map(({ run }) => run.slice(workflow.length + 1)),
			['open', 'newest', 'kept'],
		);
		assert.equal((await client.tableRows(RUN_LOG)).length, before - 1, 'one row went');
		const holders = (await client.tableRows<{ holder: string }>(TURNS)).flatMap(({ holder }) =>
			holder.startsWith(workflow) ? [holder.slice(workflow.length + 1)] : [],
		);
		assert.deepEqual(holders, ['today', 'lives']);
	},
};
