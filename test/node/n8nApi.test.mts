import type { ICredentialTestFunctions } from 'n8n-workflow';
import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import { CustomerConnect } from '../../nodes/CustomerConnect/CustomerConnect.node';
import { connectN8n, type N8nClient } from '../../nodes/shared/n8nApi';
import { N8N_ALLOWED, NEEDED_SCOPES } from '../../nodes/shared/n8nApi/operations';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startSandbox, type Sandbox } from '../../sandbox/start.mts';
import { FakeN8n } from '../support/fakeN8n.mts';
import { fakeContext } from '../support/fakeContext.mts';
import { ROOT } from '../support/paths.mts';
import { credentialTestContext } from './afas.helper.mts';

let n8n: FakeN8n;
beforeEach(async () => {
	n8n = await FakeN8n.start();
});
afterEach(async () => {
	await n8n.server.close();
});

const KEY = 'signing-key-0123456789-0123456789';
const data = (change: Record<string, string> = {}) => ({
	baseUrl: n8n.url,
	apiKey: n8n.apiKey,
	signingKey: KEY,
	...change,
});

async function client(change: Record<string, string> = {}): Promise<N8nClient> {
	const { context } = fakeContext({
		credentials: { alleoN8nApi: { data: data(change), type: new AlleoN8nApi() } },
	});
	const connected = await connectN8n(context, { retryBudget: { attempts: 1, totalWaitMs: 0 } });
	if (!connected.ok) throw new Error(connected.problem.code);
	return connected.value.client;
}

describe('the test of Alleo N8n API', () => {
	const { testN8n } = new CustomerConnect().methods.credentialTest;
	const run = async (change: Record<string, string> = {}) =>
		await testN8n.call(credentialTestContext() as ICredentialTestFunctions, {
			id: '1',
			name: 'x',
			type: 'alleoN8nApi',
			data: data(change),
		});

	test('says that the key may do everything, with or without /api/v1', async () => {
		expect(await run()).toMatchObject({ status: 'OK' });
		expect(await run({ baseUrl: `${n8n.url}/api/v1/` })).toMatchObject({ status: 'OK' });
	});

	test('names the scopes that are missing', async () => {
		n8n.scopes = NEEDED_SCOPES.filter((scope) => !scope.startsWith('credential:'));
		const { status, message } = await run();
		expect(status).toBe('Error');
		for (const action of ['create', 'update', 'delete', 'list']) {
			expect(message).toContain(`credential:${action}`);
		}
		expect(message).not.toContain('workflow:create');
	});

	test('says what is wrong with the key, the address and the signing key', async () => {
		expect((await run({ apiKey: 'wrong' })).message).toContain('refuses the API key');
		expect((await run({ baseUrl: '' })).message).toContain('base URL');
		expect((await run({ baseUrl: 'http://n8n.example.com' })).message).toContain('https://');
		expect((await run({ baseUrl: 'http://127.0.0.1:9' })).message).toContain(
			'could not be reached',
		);
		expect((await run({ signingKey: 'short' })).message).toContain('at least 32');
		n8n.broken = 404;
		expect((await run()).message).toContain('does not answer as n8n does');
	});

	test('the guide lists the scopes that are needed, and no others', () => {
		const guide = readFileSync(path.join(ROOT, 'docs/connect-customer.md'), 'utf8');
		const listed = [
			...guide.matchAll(/^\| `((?:credential|workflow\w*|dataTable\w*|tag):\w+)`/gm),
		].map(([, scope]) => scope);
		expect(listed.sort()).toEqual([...NEEDED_SCOPES].sort());
	});
});

describe('the test of Nmbrs App API', () => {
	const { testApp } = new CustomerConnect().methods.credentialTest;
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ employees: 20 });
	});
	afterAll(async () => {
		await sandbox.close();
	});
	const run = async (change: Record<string, string> = {}) =>
		await testApp.call(credentialTestContext() as ICredentialTestFunctions, {
			id: '1',
			name: 'x',
			type: 'nmbrsAppApi',
			data: {
				clientId: sandbox.credentials.nmbrs.clientId,
				clientSecret: sandbox.credentials.nmbrs.clientSecret,
				subscriptionKey: 'key',
				scope: 'offline_access company.info.read',
				authUrl: `${sandbox.nmbrs.origin}/connect/authorize`,
				accessTokenUrl: `${sandbox.nmbrs.origin}/connect/token`,
				...change,
			},
		});

	test.each(['body', 'header'])('knows the client (%s)', async (authentication) => {
		expect(await run({ authentication })).toMatchObject({ status: 'OK' });
		expect(await run({ authentication, clientSecret: 'wrong' })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('does not know') as string,
		});
	});

	test('says which field is missing, and that offline_access is', async () => {
		expect((await run({ subscriptionKey: ' ' })).message).toContain('Subscription Key');
		// Copied into customers' credentials, n8n would run it.
		expect((await run({ clientSecret: ' =x' })).message).toContain('Client Secret');
		expect((await run({ authUrl: 'http://evil.example' })).message).toContain('Authorization URL');
		expect((await run({ scope: 'company.info.read' })).message).toContain('offline_access');
		const nowhere = `${sandbox.nmbrs.origin}/api/debtors`;
		expect((await run({ accessTokenUrl: nowhere })).message).toContain('does not answer');
	});
});

test('only the listed calls can be sent: no executions, users or other keys', () => {
	const templates = N8N_ALLOWED.map(({ method, template }) => `${method} ${String(template)}`);
	expect(
		templates.filter((one) => /execution|user|api-key|variable|source-control/i.test(one)),
	).toEqual([]);
});

test('problems are data: code, what to do, no secret', async () => {
	const api = await client();
	expect(await api.workflow('nobody')).toMatchObject({
		ok: false,
		problem: { code: 'N8N_NOT_FOUND', status: 404, outcomeUnknown: false },
	});
	n8n.scopes = [];
	expect(
		await api.createCredential('A', 'afasTokenApi', { token: 'secret-0123456789' }),
	).toMatchObject({
		ok: false,
		problem: { code: 'N8N_SCOPE_MISSING', params: { scope: 'credential:create' } },
	});
	n8n.broken = 500;
	const failed = await api.createCredential('A', 'afasTokenApi', { token: 'secret-0123456789' });
	expect(failed).toMatchObject({
		ok: false,
		problem: { code: 'N8N_REFUSED', outcomeUnknown: true },
	});
	expect(JSON.stringify(failed)).not.toContain('secret-0123456789');
	// A write is never sent twice by itself.
	expect(n8n.server.lines().filter((line) => line === 'POST /api/v1/credentials')).toHaveLength(2);
});

test('rows are changed only where all conditions hold: of two at once, one wins', async () => {
	const api = await client();
	const made = await api.createDataTable('t', [
		{ name: 'key', type: 'string' },
		{ name: 'state', type: 'string' },
	]);
	const table = made.ok ? made.value.id : '';
	await api.insertRow(table, { key: 'a', state: 'open' });
	const conditions = [
		{ columnName: 'key', condition: 'eq', value: 'a' },
		{ columnName: 'state', condition: 'eq', value: 'open' },
	] as const;
	const both = await Promise.all([
		api.updateRows(table, conditions, { state: 'one' }),
		api.updateRows(table, conditions, { state: 'two' }),
	]);
	const winners = both.flatMap((result) => (result.ok ? result.value : []));
	expect(winners).toHaveLength(1);
});
