import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import { literal } from '../../core/connect/evaluated';
import { connectN8n, ensureColumns, type N8nClient } from '../../nodes/shared/n8nApi';
import { credentialForN8n, workflowForN8n } from '../../nodes/shared/n8nApi/outside';
import { FakeN8n } from '../support/fakeN8n.mts';
import { fakeContext } from '../support/fakeContext.mts';
import { HOSTILE } from '../support/hostileTexts.mts';
import { evaluatedOnce, evaluatedTwice, LOOT } from '../support/n8nEvaluates.mts';

/** The one place where this package writes to n8n lets nothing through that n8n would run. */

const RUNS = HOSTILE.filter((text) => text.startsWith('='));
const REFUSED = { ok: false, problem: { code: 'N8N_TEXT_EVALUATED', status: null } };

let n8n: FakeN8n;
let client: N8nClient;
beforeEach(async () => {
	n8n = await FakeN8n.start();
	const data = { baseUrl: n8n.url, apiKey: n8n.apiKey, signingKey: 'k'.repeat(32) };
	const { context } = fakeContext({
		credentials: { alleoN8nApi: { data, type: new AlleoN8nApi() } },
	});
	const connected = await connectN8n(context, { retryBudget: { attempts: 1, totalWaitMs: 0 } });
	if (!connected.ok) throw new Error(connected.problem.code);
	({ client } = connected.value);
});
afterEach(async () => {
	await n8n.server.close();
});

test('a table whose name has a space is found, and rows by a text with spaces', async () => {
	const columns = [{ name: 'customer', type: 'string' as const }];
	const made = await client.createDataTable('Alleo run log', columns);
	if (!made.ok) throw new Error(made.problem.code);
	expect(await client.dataTable('Alleo run log')).toMatchObject({ ok: true, value: made.value });
	await client.insertRow(made.value.id, { customer: 'Bakkerij Van Dijk' });
	const filter = { columnName: 'customer', condition: 'eq', value: 'Bakkerij Van Dijk' } as const;
	const rows = await client.rows(made.value.id, [filter]);
	expect(rows).toMatchObject({ ok: true, value: [{ customer: 'Bakkerij Van Dijk' }] });
});

test('a column that another process added in the same moment is there, whatever n8n answers', async () => {
	const text = (name: string) => ({ name, type: 'string' as const });
	const made = await client.createDataTable('Alleo run log', [text('customer')]);
	if (!made.ok) throw new Error(made.problem.code);
	n8n.losing = (request) => request.endsWith('/columns');
	const wanted = [text('customer'), text('language')];
	expect(await ensureColumns(client, made.value, wanted)).toMatchObject({ ok: true, value: 1 });
	n8n.losing = null;
	n8n.failing = (request) => request.endsWith('/columns');
	expect(await ensureColumns(client, made.value, [text('zone')])).toMatchObject({ ok: false });
});

describe('credentials', () => {
	test.each([
		['afasOAuth2Api', 'clientSecret'],
		['afasOAuth2Api', 'clientId'],
		['afasTokenApi', 'token'],
		['nmbrsTokenApi', 'token'],
		['nmbrsTokenApi', 'username'],
		['nmbrsTokenApi', 'domain'],
	])('%s, %s: an honest value with "=" in front comes back as it is', async (type, field) => {
		for (const text of RUNS) {
			const made = await client.createCredential('A', type, { [field]: text, other: 'x' });
			const { data } = n8n.credentials.get(made.ok ? made.value.id : '') ?? { data: {} };
			// Spaces around it are no part of the value: every reader in the package leaves them out.
			for (const read of [evaluatedOnce(data as never), evaluatedTwice(data)]) {
				expect(String(read[field]).trimStart()).toBe(text);
			}
			const replaced = await client.replaceCredential('nobody', { type, data: { [field]: text } });
			expect(replaced).toMatchObject({ problem: { status: 404 } });
		}
		expect(JSON.stringify(n8n.server.seen)).not.toContain(LOOT);
	});

	test.each(RUNS)('%j is refused wherever nobody trims it, nested and named', async (text) => {
		const before = n8n.server.seen.length;
		for (const [type, data] of [
			['afasOAuth2Api', { baseUrl: text }],
			['afasOAuth2Api', { accessToken: text }],
			['nmbrsOAuth2Api', { clientSecret: text }],
			['nmbrsOAuth2Api', { oauthTokenData: { access_token: text } }],
			['nmbrsOAuth2Api', { oauthTokenData: { more: [{ deep: text }] } }],
			['nmbrsTokenApi', { token: { token: text } }],
			['alleoApi', { secretKey: text }],
		] as const) {
			expect(await client.createCredential('A', type, data)).toMatchObject(REFUSED);
			expect(await client.replaceCredential('c', { type, data })).toMatchObject(REFUSED);
		}
		expect(await client.createCredential(text, 'afasTokenApi', {})).toMatchObject(REFUSED);
		expect(n8n.server.seen).toHaveLength(before);
	});

	test('the refusal names the place and never the value', () => {
		const refused = credentialForN8n('nmbrsOAuth2Api', {
			data: { oauthTokenData: { refresh_token: '=geheim-0123456789' } },
		});
		expect(refused).toMatchObject({
			problem: { params: { place: 'credential data.oauthTokenData.refresh_token' } },
		});
		expect(JSON.stringify(refused)).not.toContain('geheim');
	});
});

const node = (name: string, parameters: Record<string, unknown>) => ({
	name,
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	position: [0, 0] as [number, number],
	parameters,
});
const workflow = (...nodes: Array<ReturnType<typeof node>>) => ({
	name: 'Daily',
	nodes,
	connections: {},
	settings: {},
});

describe('workflows', () => {
	const template = workflow(
		node('Settings', { value: 'Your customer' }),
		node('Message', { text: '={{ $json.text }}' }),
	);

	test('expressions of the template stay, in the node that had them', () => {
		expect(workflowForN8n(template, template)).toMatchObject({ ok: true });
		const moved = workflow(node('Settings', { value: '={{ $json.text }}' }));
		expect(workflowForN8n(moved, template)).toMatchObject({
			problem: { params: { place: 'workflow Settings.parameters.value' } },
		});
	});

	test.each(RUNS)('%j passes as a literal only', async (text) => {
		const given = workflow(node('Settings', { value: text }));
		expect(workflowForN8n(given, template)).toMatchObject(REFUSED);
		const before = n8n.server.seen.length;
		expect(await client.createWorkflow(given, template)).toMatchObject(REFUSED);
		expect(await client.updateWorkflow('w', given, template)).toMatchObject(REFUSED);
		expect(n8n.server.seen).toHaveLength(before);
		const safe = workflow(node('Settings', { list: [{ value: literal(text) }] }));
		expect(workflowForN8n(safe, template)).toMatchObject({ ok: true });
		expect(evaluatedOnce({ value: literal(text) })).toEqual({ value: text });
	});

	test.each(['settings', 'notes', 'credentials'])('nor in its %s', (part) => {
		const base = workflow(node('Settings', {}));
		const text = '={{ $workflow.name }}';
		const [first] = base.nodes;
		const given = {
			settings: { ...base, settings: { timezone: text } },
			notes: { ...base, nodes: [{ ...first, ...node('Settings', {}), notes: text }] },
			credentials: {
				...base,
				nodes: [
					{ ...node('Settings', {}), credentials: { afasTokenApi: { id: 'a', name: text } } },
				],
			},
		}[part];
		expect(given).toBeDefined();
		expect(workflowForN8n(given ?? base, template)).toMatchObject(REFUSED);
	});

	test('its name is a text to n8n, whatever it begins with', () => {
		const named = { ...workflow(node('Settings', {})), name: '={{ $env.HOME }} Holding' };
		expect(workflowForN8n(named, template)).toMatchObject({ ok: true });
	});

	test('what people made of a workflow in n8n may stay as it is', () => {
		const own = {
			...workflow(node('Settings', { value: '={{ $now }}', notes: '=x' })),
			settings: { timezone: '={{ 1 }}' },
		};
		expect(workflowForN8n(own, own)).toMatchObject({ ok: true });
	});
});
