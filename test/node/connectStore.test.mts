import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import type { InvitationRow } from '../../core/connect/invitation';
import { InvitationStore } from '../../nodes/shared/connect/store';
import { connectN8n } from '../../nodes/shared/n8nApi';
import { SIGNING_KEY, startSite, type Site } from '../support/connectSite.mts';
import { fakeContext } from '../support/fakeContext.mts';

/** The store as two processes of n8n use it: each knows nothing of what the other holds in memory. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
	await site.invite('A', 'nmbrs');
});
afterEach(async () => {
	await site.close();
});

async function aProcess(): Promise<InvitationStore> {
	const { url: baseUrl, apiKey } = site.n8n;
	const data = { baseUrl, apiKey, signingKey: SIGNING_KEY };
	const credentials = { alleoN8nApi: { data, type: new AlleoN8nApi() } };
	const { context } = fakeContext({ nodeType: 'n8n-nodes-alleo.customerConnect', credentials });
	const connection = await connectN8n(context);
	if (!connection.ok) throw new Error(connection.problem.code);
	const store = await InvitationStore.open(connection.value, 'alleo_invitations');
	if (!store.ok || store.value === null) throw new Error('no table');
	return store.value;
}

async function rowOf(store: InvitationStore): Promise<InvitationRow> {
	const read = await store.get(String(site.n8n.rows()[0]?.['invitation']));
	if (!read.ok || read.value === null) throw new Error('no row');
	return read.value;
}

test('of two steps from the same row one is taken, whoever answers first', async () => {
	const [one, other] = [await aProcess(), await aProcess()];
	const row = await rowOf(one);
	const taken = await Promise.all([
		one.step(row, { step: 'by-one' }),
		other.step(row, { step: 'by-other' }),
	]);
	const winners = taken.filter((result) => result.ok && result.value !== null);
	expect(winners).toHaveLength(1);
	expect(winners).toEqual([{ ok: true, value: await rowOf(other) }]);
});

test.each(['step', 'tries', 'state', 'sealed', 'workflow'] as const)(
	'a step from a row of which %s was another by then is not taken',
	async (column) => {
		const [one, other] = [await aProcess(), await aProcess()];
		const row = await rowOf(one);
		const value = column === 'state' ? 'revoked' : 'other';
		const first = await one.step(row, { [column]: value });
		expect(first).toMatchObject({ ok: true, value: { [column]: value } });
		expect(await other.step(row, { browser: 'mine' })).toEqual({ ok: true, value: null });
		expect(await rowOf(other)).toMatchObject({ [column]: value, browser: '' });
	},
);

test('nor is one from a row that was edited by hand meanwhile: it stays as somebody left it', async () => {
	const store = await aProcess();
	const row = await rowOf(store);
	const [edited] = site.n8n.rows();
	Object.assign(edited ?? {}, { signature: 'made-up', workflow: 'another' });
	expect(await store.step(row, { browser: 'mine' })).toEqual({ ok: true, value: null });
	expect(edited).toMatchObject({ workflow: 'another', browser: '' });
});

test('an answer that is lost: looked up, and told to the one whose step it was', async () => {
	const [one, other] = [await aProcess(), await aProcess()];
	const row = await rowOf(one);
	site.n8n.losing = (line) => line.endsWith('/rows/update');
	expect(await one.step(row, { step: 'by-one' })).toMatchObject({ value: { step: 'by-one' } });
	site.n8n.losing = null;
	expect(await other.step(row, { step: 'by-other' })).toEqual({ ok: true, value: null });
});
