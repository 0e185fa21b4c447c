import { startSite, type Site } from '../support/connectSite.mts';

/** Invitations: made, listed, revoked. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
});

const DAY = 24 * 60 * 60 * 1000;

test('an invitation names customer and system, and ends after 14 days', async () => {
	const item = (await site.invite('  Bakkerij   Van Dijk ', 'nmbrs')) as unknown as Record<
		string,
		string
	>;
	expect(item).toMatchObject({
		customer: 'Bakkerij Van Dijk',
		system: 'nmbrs',
		state: 'open',
		language: 'nl',
	});
	const ends = Date.parse(item['expires_at'] ?? '') - Date.now();
	expect(Math.round(ends / DAY)).toBe(14);
	const url = new URL(item['invitation_url'] ?? '');
	expect(url.origin + url.pathname).toBe('https://n8n.example/webhook/alleo-connect');
	expect([...url.searchParams.keys()]).toEqual(['invitation']);
	expect(site.n8n.tables.size).toBe(1);
	await site.invite('Another', 'afas');
	expect(site.n8n.tables.size).toBe(1);
	expect(site.n8n.rows()).toHaveLength(2);
});

test('two that make the table at the same time share one', async () => {
	await Promise.all([
		site.invite('A', 'nmbrs'),
		site.invite('B', 'afas'),
		site.invite('C', 'afas'),
	]);
	expect(site.n8n.tables.size).toBe(1);
	expect(site.n8n.rows()).toHaveLength(3);
});

test('the address of the pages follows from the instance where none is given; never plain http', async () => {
	const item = await site.invite('A', 'nmbrs', { pagesUrl: '' });
	expect(item.invitation_url.startsWith(`${site.n8n.url}/webhook/alleo-connect?`)).toBe(true);
	await expect(site.invite('A', 'nmbrs', { pagesUrl: 'http://n8n.example/x' })).rejects.toThrow(
		/Address of the Pages/,
	);
});

test('settings that cannot work are refused, and nothing is made', async () => {
	for (const [customer, more] of [
		['', {}],
		['x'.repeat(121), {}],
		['A\u202eB', {}],
		['A\u2028B\0', {}],
		['A', { validDays: 0 }],
		['A', { validDays: 91 }],
		['A', { validDays: 'soon' }],
		['A', { replaceCredentialId: 'nobody-has-this' }],
	] as const) {
		await expect(site.invite(customer, 'nmbrs', more)).rejects.toThrow(
			/^The setting ".+" in Test node cannot be used: /,
		);
	}
	const afas = { id: 'afas-cred-01', name: 'AFAS', type: 'afasTokenApi', data: {} };
	site.n8n.credentials.set(afas.id, afas);
	await expect(site.invite('A', 'nmbrs', { replaceCredentialId: afas.id })).rejects.toThrow(
		/belongs to the other system/,
	);
	expect(site.n8n.rows()).toEqual([]);
});

test('Get Many lists them with their state, the newest first', async () => {
	expect(await site.setup({ operation: 'getAll' })).toEqual([]);
	const open = await site.invite('A', 'nmbrs');
	const revoked = await site.invite('B', 'nmbrs');
	await site.setup({ operation: 'revoke', invitationId: revoked.invitation_id });
	const late = await site.invite('C', 'afas', { validDays: 0.000001 });
	await new Promise((resolve) => setTimeout(resolve, 1100));
	const all = await site.setup({ operation: 'getAll' });
	expect(all.map(({ invitation_id, state }) => [invitation_id, state])).toEqual([
		[late.invitation_id, 'expired'],
		[revoked.invitation_id, 'revoked'],
		[open.invitation_id, 'open'],
	]);
	expect(JSON.stringify(all)).not.toContain('invitation=');
	expect(await site.setup({ operation: 'getAll', customerName: 'B' })).toHaveLength(1);
	expect(await site.setup({ operation: 'getAll', invitationState: 'open' })).toHaveLength(1);
});

test('revoking twice is fine; what does not exist or was used is an error', async () => {
	const { invitation_id: invitationId } = await site.invite('A', 'nmbrs');
	await site.setup({ operation: 'revoke', invitationId });
	expect(await site.setup({ operation: 'revoke', invitationId })).toMatchObject([
		{ state: 'revoked', deleted_credentials: [] },
	]);
	await expect(site.setup({ operation: 'revoke', invitationId: 'unknown-0001' })).rejects.toThrow(
		/There is no invitation/,
	);
	const used = await site.invite('B', 'nmbrs');
	const browser = site.browser();
	await browser.goto(used.invitation_url);
	await browser.consent();
	await browser.press('choose');
	await expect(
		site.setup({ operation: 'revoke', invitationId: used.invitation_id }),
	).rejects.toThrow(/cannot be revoked/);
	expect(site.n8n.credentials.size).toBe(1);
});

test('a revoked re-connection leaves the credential that it would have replaced', async () => {
	const credential = { id: 'old-oauth-01', name: 'Old', type: 'nmbrsOAuth2Api', data: {} };
	site.n8n.credentials.set(credential.id, credential);
	const invitation = await site.invite('A', 'nmbrs', { replaceCredentialId: credential.id });
	const browser = site.browser();
	await browser.goto(invitation.invitation_url);
	await browser.consent();
	await site.setup({ operation: 'revoke', invitationId: invitation.invitation_id });
	expect([...site.n8n.credentials.keys()]).toEqual([credential.id]);
});

test('what n8n refuses is said with the scope that is missing', async () => {
	site.n8n.scopes = site.n8n.scopes.filter((scope) => scope !== 'dataTableRow:create');
	await expect(site.invite('A', 'nmbrs')).rejects.toThrow(/dataTableRow:create is missing/);
	site.n8n.broken = 401;
	await expect(site.invite('A', 'nmbrs')).rejects.toThrow(/refuses the API key/);
});

describe('an invitation to connect again, from nothing but the workflow', () => {
	const settings = (values: Record<string, string>) => ({
		id: 's',
		name: 'Settings',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.5,
		position: [0, 0],
		parameters: {
			assignments: {
				assignments: Object.entries(values).map(([name, value]) => ({ name, value })),
			},
		},
	});
	const workflow = (source: object) => ({
		id: 'w1',
		name: 'A workflow',
		active: true,
		nodes: [
			settings({
				customer_name: 'Zorg &  Zo',
				alleo_company_id: '12',
				approval: 'always',
				language: 'en',
				integration_id: 'int-7',
			}),
			{ id: 'r', name: 'Read', typeVersion: 1, position: [0, 0], parameters: {}, ...source },
		],
		connections: {},
		settings: {},
	});

	test('customer, system, language, credential and integration are those of the workflow', async () => {
		const credential = { id: 'afas-cred-01', name: 'AFAS', type: 'afasOAuth2Api', data: {} };
		site.n8n.credentials.set(credential.id, credential as never);
		site.n8n.workflows.push(
			workflow({
				type: 'n8n-nodes-alleo.afas',
				credentials: { afasOAuth2Api: { id: credential.id, name: 'AFAS' } },
			}),
		);
		const item = await site.invite('', 'nmbrs', { workflowId: 'w1', validDays: 30 });
		expect(item).toMatchObject({
			customer: 'Zorg & Zo',
			system: 'afas',
			language: 'en',
			workflow_id: 'w1',
			integration_id: 'int-7',
			replaces_credential_id: 'afas-cred-01',
		});
	});

	test('a workflow that is no daily sync, or not there, makes none', async () => {
		site.n8n.workflows.push(workflow({ type: 'n8n-nodes-base.noOp' }));
		await expect(site.invite('', 'nmbrs', { workflowId: 'w1' })).rejects.toMatchObject({
			description: expect.stringContaining('SYNC_WORKFLOW_FOREIGN') as string,
		});
		await expect(site.invite('', 'nmbrs', { workflowId: 'gone' })).rejects.toThrow();
		await expect(site.invite('', 'nmbrs')).rejects.toThrow(/Customer Name/);
		expect(site.n8n.rows()).toEqual([]);
	});
});
