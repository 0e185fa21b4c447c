import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import { planListing } from '../../nodes/Afas/listing/plan';
import { readListing } from '../../nodes/Afas/listing/read';
import type { AfasClient } from '../../nodes/Afas/api/client';
import { listEmployees } from '../../nodes/Alleo/api/listing';
import type { AlleoClient } from '../../nodes/Alleo/api/client';
import { connectN8n } from '../../nodes/shared/n8nApi';
import { fakeContext } from '../support/fakeContext.mts';
import { opened } from '../support/httpBench.mts';
import { json, startServer } from '../support/httpServer.mts';
import { account } from '../unit/apply/helper.mts';
import { field } from './afasScripted.mts';

/** A list that never ends, or says that it is endless, ends the reading and not n8n. */

test('Alleo: a total of a million millions is no reason to ask that often', async () => {
	let calls = 0;
	const page = (): ReturnType<AlleoClient['page']> => {
		calls += 1;
		const value = { rows: [account(1)], count: 1e12 };
		return Promise.resolve({ ok: true, value, status: 200, requestId: null });
	};
	const read = await listEmployees({ page } as unknown as AlleoClient, 41);
	expect(read).toMatchObject({ ok: false, reason: 'incomplete', seen: 1 });
	expect(calls).toBeLessThan(10);
});

test('n8n: a cursor that always leads on', async () => {
	let calls = 0;
	const server = await startServer((_request, response) => {
		calls += 1;
		json(response, { data: [], nextCursor: `page ${calls}` });
	});
	opened(server);
	const data = { baseUrl: server.url, apiKey: 'k', signingKey: 's'.repeat(40) };
	const credentials = { alleoN8nApi: { data, type: new AlleoN8nApi() } };
	const connected = await connectN8n(fakeContext({ credentials }).context);
	if (!connected.ok) throw new Error(connected.problem.code);
	const read = await connected.value.client.workflows();
	expect(read.ok ? null : read.problem).toMatchObject({
		code: 'N8N_ANSWER_UNREADABLE',
		detail: 'workflow:list: a list without an end',
	});
	expect(calls).toBe(1000);
}, 60_000);

test('AFAS: full pages without an end', async () => {
	let calls = 0;
	const page = (_name: string, query: string): ReturnType<AfasClient['page']> => {
		calls += 1;
		const asked = new URLSearchParams(query);
		const [skip, take] = [Number(asked.get('skip')), Number(asked.get('take'))];
		const rows = Array.from({ length: take }, (_, at) => ({ Id: skip + at }));
		return Promise.resolve({ ok: true, rows, damaged: false });
	};
	const plan = planListing(
		'X',
		{
			name: 'X',
			description: '',
			fields: [{ ...field('Id', 'int'), fieldId: 'Id', length: 9, decimals: 0 }],
		},
		{
			order: [{ column: 'Id', descending: false }],
			conditions: [],
			pageSize: 149_999,
			parallel: 1,
			keep: ['Id'],
			required: [],
			keys: [],
			dates: [],
		},
	);
	if (!plan.ok) throw new Error(plan.problem.code);
	const client = { page } as unknown as AfasClient;
	const read = await readListing(client, plan.value, () => undefined);
	expect(read).toMatchObject({ ok: false, problem: { code: 'AFAS_ANSWER_UNREADABLE' } });
	expect(calls).toBeLessThan(20);
}, 60_000);
