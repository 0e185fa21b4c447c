import { INVITATION_COLUMNS } from '../../core/connect/invitation';
import { startSite, type Browser, type Site } from '../support/connectSite.mts';

/** Rows of the data table that somebody changed by hand: nothing of them is believed, nothing else suffers. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
});

/** A value that the column could have, and does not. */
const OTHER: Partial<Record<string, string>> = {
	customer: 'Somebody else',
	system: 'afas',
	state: 'used',
	created_at: '2026-01-01T00:00:00.000Z',
	expires_at: '2036-01-01T00:00:00.000Z',
	replaces_type: 'nmbrsOAuth2Api',
	tries: '{"typed":[]}',
	sealed: '{"own":"x"}',
	progress: '{"given":["nmbrsOAuth2Api"]}',
};

const DECIDING = INVITATION_COLUMNS.filter((column) => column !== 'invitation');

async function connected(customer: string, more: Record<string, unknown> = {}) {
	const invitation = await site.invite(customer, 'nmbrs', more);
	const browser = site.browser();
	await browser.goto(invitation.invitation_url);
	await browser.consent();
	await browser.press('choose');
	return { invitation, browser };
}

test('one edit made an ordinary link overwrite another customer’s credential: it no longer does', async () => {
	await connected('Slachtoffer');
	const id = site.started[0]?.credentials.nmbrsOAuth2Api?.id ?? '';
	const before = structuredClone(site.n8n.credentials.get(id));
	const { invitation_url, invitation_id } = await site.invite('Aanvaller', 'nmbrs');
	const row = site.n8n.rows().find(({ invitation }) => invitation === invitation_id);
	Object.assign(row ?? {}, { replaces: id, replaces_type: 'nmbrsOAuth2Api', replaces_name: 'X' });
	expect(await site.browser().goto(invitation_url)).toMatchObject({
		status: 404,
		heading: 'Deze link is niet geldig.',
	});
	expect(site.n8n.credentials.get(id)).toEqual(before);
});

describe.each(DECIDING)('the column %s, edited', (column) => {
	const edit = (row: Record<string, unknown> | undefined): void => {
		if (row === undefined) throw new Error('no row');
		const value = OTHER[column] ?? `${String(row[column])}x`;
		row[column] = row[column] === value ? `${value}x` : value;
	};

	test('before the customer opens the link, on the way, and afterwards', async () => {
		const link = await site.invite('A', 'nmbrs');
		edit(site.n8n.rows()[0]);
		expect((await site.browser().goto(link.invitation_url)).status).toBe(404);

		const way = await site.invite('B', 'nmbrs');
		const browser = site.browser();
		await browser.goto(way.invitation_url);
		await browser.consent();
		edit(site.n8n.rows()[1]);
		expect((await browser.press('choose')).status).toBe(404);
		expect(site.started).toEqual([]);
		expect(site.n8n.credentials.size).toBe(0);

		const done = await connected('C');
		edit(site.n8n.rows()[2]);
		expect((await done.browser.goto(done.browser.page.url)).status).toBe(404);

		const good = await site.invite('D', 'nmbrs');
		const all = await site.setup({ operation: 'getAll' });
		expect(all.map(({ state, code }) => code ?? state)).toEqual([
			'open',
			...Array.from({ length: 3 }, () => 'CONNECT_ROW_ALTERED'),
		]);
		expect(all[0]?.['invitation_id']).toBe(good.invitation_id);
		expect(await site.setup({ operation: 'getAll', invitationState: 'altered' })).toHaveLength(3);
		for (const { invitation_id } of [link, way]) {
			await expect(
				site.setup({ operation: 'revoke', invitationId: invitation_id }),
			).rejects.toThrow(/is not believed/);
		}
		expect(site.n8n.credentials.size).toBe(1);
	});
});

test('an edit while a request is on its way is not overwritten by that request', async () => {
	const { invitation_url } = await site.invite('A', 'nmbrs');
	const browser = site.browser();
	await browser.goto(invitation_url);
	await browser.consent();
	let reads = 0;
	site.n8n.failing = (line) => {
		// The gate has read the row; now it changes.
		if (line.endsWith('/rows') && ++reads === 1) {
			setImmediate(() => Object.assign(site.n8n.rows()[0] ?? {}, { alleo_company: '999' }));
		}
		return false;
	};
	await browser.press('choose');
	expect(site.started).toEqual([]);
	expect(site.n8n.credentials.size).toBe(0);
});

test('a second row of one invitation, and a row without a signature: not believed', async () => {
	const { invitation_url } = await site.invite('A', 'nmbrs');
	const [table] = [...site.n8n.tables.values()];
	const [row] = site.n8n.rows();
	table?.rows.push({ ...structuredClone(row), id: 2 } as never);
	expect((await site.browser().goto(invitation_url)).status).toBe(404);
	table?.rows.pop();
	expect((await site.browser().goto(invitation_url)).status).toBe(200);
	Object.assign(row ?? {}, { signature: '' });
	expect((await site.browser().goto(invitation_url)).status).toBe(404);
});

test('a table of an older version gets the columns that it lacks; its invitations are not believed', async () => {
	const { invitation_url } = await site.invite('A', 'nmbrs');
	const [table] = [...site.n8n.tables.values()];
	for (const column of ['environment', 'sealed', 'tries', 'signature']) {
		table!.columns = table!.columns.filter((one) => one !== column);
		for (const row of table!.rows) Reflect.deleteProperty(row, column);
	}
	const next = await site.invite('B', 'nmbrs');
	expect(table?.columns).toEqual(expect.arrayContaining(INVITATION_COLUMNS));
	expect((await site.browser().goto(invitation_url)).status).toBe(404);
	const browser: Browser = site.browser();
	expect((await browser.goto(next.invitation_url)).status).toBe(200);
	const [, old] = await site.setup({ operation: 'getAll' });
	expect(String(old?.['action'])).toContain('Make a new invitation');
});

test.each([
	{ partitions: '', login: '' },
	{ state: 'ended' },
	{ state: 'no state at all' },
	{ system: 'afas' },
	{ integration: 'of-somebody-else' },
	{ signature: null },
])('a used row that was edited, %j: not compared, and support is told', async (edited) => {
	await connected('Eerste');
	Object.assign(site.n8n.rows()[0] ?? {}, edited);
	await connected('Tweede');
	expect(site.started[1]?.notices).toMatchObject([
		{ code: 'CONNECT_ROWS_UNREAD', params: { count: 1 } },
	]);
});
