import assert from 'node:assert/strict';
import type * as EvaluatedModule from '../../../core/connect/evaluated';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import { HOSTILE } from '../../support/hostileTexts.mts';
import { chain, node } from '../connectPages.mts';
import type { Context } from '../context.mts';
import { expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';
import { load } from '../waitingPlan.mts';

/** What this package relies on in n8n: which texts it runs, and which it gives back as they are. */

const { literal } = await load<typeof EvaluatedModule>('core/connect/evaluated.ts');

/** Texts in a workflow as literals, and in a data table as they are: n8n gives back each as it was. */
async function workflowsAndTables(context: Context): Promise<void> {
	const texts = HOSTILE.filter((text) => text.startsWith('=') && !/\p{Cs}/u.test(text));
	const values = texts.map((text, at) => ({
		id: `a${at}`,
		name: `t${at}`,
		type: 'string',
		value: literal(text),
	}));
	const name = `typed_${context.n8n.url.split(':').pop() ?? ''}`;
	const table = await context.client.api<{ id: string }>('POST', '/data-tables', {
		name,
		columns: [{ name: 'typed', type: 'string' }],
	});
	const path = `/data-tables/${table.id}/rows`;
	const rows = texts.map((typed) => ({ typed }));
	await context.client.api('POST', path, { data: rows, returnType: 'all' });
	const kept = await context.client.api<{ data: Array<{ typed: string }> }>(
		'GET',
		`${path}?limit=250`,
	);
	assert.deepEqual(kept.data.map(({ typed }) => typed).sort(), [...texts].sort());
	const workflowId = await context.import(
		chain('Texts', [
			node('Start', 'n8n-nodes-base.manualTrigger', 1),
			node('Literals', 'n8n-nodes-base.set', 3.4, {
				parameters: { mode: 'manual', assignments: { assignments: values }, options: {} },
			}),
			node('Table', 'n8n-nodes-base.dataTable', 1.1, {
				parameters: {
					resource: 'row',
					operation: 'get',
					dataTableId: { __rl: true, mode: 'name', value: name },
					returnAll: true,
				},
			}),
			node('Cells', 'n8n-nodes-base.set', 3.4, {
				parameters: {
					mode: 'manual',
					assignments: {
						assignments: [
							{ id: 'cell', name: 'cell', type: 'string', value: '={{ $json.typed }}' },
						],
					},
					options: {},
				},
			}),
		]),
	);
	const execution = await context.client.ended(await context.client.runFrom(workflowId, 'Start'));
	expectSuccess(execution);
	const [literals] = outputOf(execution, 'Literals') as Array<Record<string, string>>;
	assert.deepEqual(Object.values(literals ?? {}), texts);
	const cells = outputOf(execution, 'Cells') as Array<{ cell: string }>;
	assert.deepEqual(cells.map(({ cell }) => cell).sort(), [...texts].sort());
}

export const scenarios: Record<string, Scenario> = {
	'texts in workflows and data tables stay texts': workflowsAndTables,
};
