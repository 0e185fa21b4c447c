import { createSync, runSetup, SECRETS } from '../support/customerSetup.mts';
import { startN8nApi } from '../support/n8nApi.mts';
import type { N8nStandIn } from '../support/n8nApi.mts';

/** Customer Setup › Integration: Get Many. */

let n8n: N8nStandIn;
beforeEach(async () => void (n8n = await startN8nApi()));
afterEach(async () => await n8n.server.close());

test('get many lists daily syncs only, without any secret', async () => {
	await createSync(n8n);
	n8n.workflows.set('other', {
		id: 'other',
		name: 'Other',
		active: true,
		isArchived: false,
		nodes: [],
		connections: {},
		settings: {},
		published: [],
	});
	const { items, log } = await runSetup(n8n, 'getAll', { customerName: '' });
	expect(items).toHaveLength(1);
	expect(items[0]).toMatchObject({
		system: 'nmbrs',
		credentials: [
			{ type: 'nmbrsOAuth2Api', id: 'oauth1', name: 'NMBRS Bakkerij Van Dijk' },
			{ type: 'nmbrsTokenApi', id: 'token1', name: 'NMBRS token Bakkerij Van Dijk' },
		],
	});
	for (const secret of Object.values(SECRETS)) {
		expect(JSON.stringify([items, log])).not.toContain(secret);
	}
	expect((await runSetup(n8n, 'getAll', { customerName: 'Nobody' })).items).toEqual([]);
});
