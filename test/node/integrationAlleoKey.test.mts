import { alleoCredentials } from '../../core/connect/templates/rebind';
import { StoredWorkflow } from '../../core/connect/templates/workflow';
import { ALLEO, connected, invitationRow, runSetup } from '../support/customerSetup.mts';
import { startN8nApi } from '../support/n8nApi.mts';
import type { N8nStandIn } from '../support/n8nApi.mts';

/** The daily sync of a customer with an Alleo credential of its own: made, connected again, disconnected. */

let n8n: N8nStandIn;
beforeEach(async () => {
	n8n = await startN8nApi();
	n8n.credentials.set('k1', { id: 'k1', name: 'Alleo Bakkerij', type: 'alleoApi' });
});
afterEach(async () => await n8n.server.close());

const customer = connected();

/** The row that Customer Connect has kept, with what it says of the Alleo credential. */
function keep(alleoKey: string, integration = 'i-1'): void {
	const connection = JSON.stringify(customer);
	const row = invitationRow({ alleo_key: alleoKey, integration, connection });
	n8n.invitations = [{ id: 1, ...row }];
}

const create = async (alleoKey: string, wide = true) => {
	keep(alleoKey);
	return await runSetup(
		n8n,
		'create',
		{ alleoCompanyId: '12', templateWorkflowId: '' },
		{ json: customer, invited: false, chosen: wide ? ALLEO : {} },
	);
};

/** What was made. */
const made = (): StoredWorkflow[] =>
	[...n8n.workflows.values()].map((one) => StoredWorkflow.parse(one));

function workflow(): StoredWorkflow {
	const [one, ...more] = made();
	if (one === undefined || more.length > 0) throw new Error(`${made().length} workflows`);
	return one;
}

describe('create', () => {
	test.each(['made k1', 'chosen k1'])('%s: every node of Alleo has it', async (cell) => {
		await create(cell, false);
		expect(alleoCredentials(workflow())).toEqual(['k1']);
		const read = workflow().nodes.find(({ name }) => name === 'Read Alleo accounts');
		expect(read?.credentials).toEqual({ alleoApi: { id: 'k1', name: 'Alleo Bakkerij' } });
	});

	test('without one the wide credential is used', async () => {
		await create('');
		expect(alleoCredentials(workflow())).toEqual(['alleoApi']);
	});

	test('asked for and not entered: a code, and never the wide one', async () => {
		await expect(create('asked')).rejects.toMatchObject({
			description: expect.stringContaining('SYNC_ALLEO_KEY_ASKED') as string,
		});
		expect(made()).toEqual([]);
	});

	test('gone from n8n, or of another type: a code', async () => {
		n8n.credentials.set('k2', { id: 'k2', name: 'x', type: 'nmbrsOAuth2Api' });
		for (const cell of ['made k9', 'made k2']) {
			await expect(create(cell)).rejects.toMatchObject({
				description: expect.stringContaining('SYNC_ALLEO_KEY_GONE') as string,
			});
		}
		expect(made()).toEqual([]);
	});
});

describe('connecting again', () => {
	test('keeps the credential, unless the new invitation names another one', async () => {
		await create('made k1');
		await create('');
		expect(alleoCredentials(workflow())).toEqual(['k1']);
		n8n.credentials.set('k3', { id: 'k3', name: 'Alleo new', type: 'alleoApi' });
		await create('made k3');
		expect(alleoCredentials(workflow())).toEqual(['k3']);
	});
});

describe('disconnect', () => {
	const disconnect = async () => {
		const parameters = { workflow: 'Bakkerij Van Dijk', confirm: 'Bakkerij Van Dijk' };
		const sub = async () => [{ json: { outcome: 'done' } }];
		const { items } = await runSetup(n8n, 'disconnect', parameters, { sub });
		const steps = items[0]?.['steps'] as Array<Record<string, unknown>>;
		return steps
			.filter(({ credential }) => String(credential).startsWith('Alleo'))
			.map(({ step, outcome, code }) => [step, outcome, code]);
	};

	test('what was entered for this customer goes', async () => {
		await create('made k1');
		expect(await disconnect()).toEqual([['delete', 'done', null]]);
		expect(n8n.credentials.has('k1')).toBe(false);
		expect(await disconnect()).toEqual([]);
	});

	test('unless another workflow uses it', async () => {
		await create('made k1');
		const own = workflow();
		const others = own.nodes.filter(({ type }) => type === 'n8n-nodes-alleo.alleo');
		const monthly = { ...own, id: 'w9', name: 'Monthly', nodes: others, published: null };
		n8n.workflows.set('w9', monthly);
		expect((await disconnect())[0]?.[1]).toBe('kept');
		expect(n8n.credentials.has('k1')).toBe(true);
	});

	test('what was chosen stays, and that is said; the wide one is not named at all', async () => {
		await create('chosen k1');
		expect(await disconnect()).toEqual([['delete', 'kept', 'SYNC_ALLEO_CREDENTIAL_STAYS']]);
		expect(n8n.credentials.has('k1')).toBe(true);
	});

	test('a row that somebody changed names nothing that goes', async () => {
		await create('made k1');
		n8n.invitations = (n8n.invitations ?? []).map((row) => ({ ...row, customer: 'Anders' }));
		expect(await disconnect()).toEqual([]);
		expect(n8n.credentials.has('k1')).toBe(true);
	});
});
