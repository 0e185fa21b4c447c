import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { classic, get, ids, message, ORDER, page, session, useAfas, world } from './afasCalls.mts';

useAfas();

const { token, clientId, clientSecret } = CREDENTIALS.afas;

const requestToken = (
	form: Record<string, string>,
	headers: Record<string, string> = {},
): Promise<Response> =>
	fetch(`${session.afas.url}/oauth/token`, {
		method: 'POST',
		headers,
		body: new URLSearchParams(form),
	});
const good = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };

describe('credentials', () => {
	test('the classic token is the whole XML in base64; anything else is refused', async () => {
		expect((await get('/metainfo')).status).toBe(200);
		const status = async (authorization: string): Promise<number> =>
			(await get('/metainfo', { authorization })).status;
		const data = Buffer.from(CREDENTIALS.afas.tokenData).toString('base64');
		expect(await status(`AfasToken ${data}`)).toBe(401);
		expect(await status(`AfasToken ${token}`)).toBe(500);
		expect(await status(classic.replace('AfasToken ', ''))).toBe(401);
		expect((await fetch(`${session.afas.url}/metainfo`)).status).toBe(401);
	});

	test('client credentials in the body give a bearer token that expires', async () => {
		const answer = (await (await requestToken(good)).json()) as Record<string, unknown>;
		expect(answer).toMatchObject({ expires_in: '3600', refresh_token: null, token_type: 'Bearer' });
		const authorization = `Bearer ${String(answer['access_token'])}`;
		expect((await get('/metainfo', { authorization })).status).toBe(200);
		session.afas.clock.advance(3601);
		const late = await get('/metainfo', { authorization });
		expect(late.status).toBe(401);
		expect(late.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
	});

	test('expires_in can be a number or missing; wrong, doubled and DPoP credentials are refused', async () => {
		session.afas.state.settings.expiresIn = 'number';
		session.afas.state.settings.refreshToken = 'absent';
		const answer = (await (await requestToken(good)).json()) as Record<string, unknown>;
		expect(answer['expires_in']).toBe(3600);
		expect(answer).not.toHaveProperty('refresh_token');
		session.afas.state.settings.expiresIn = 'absent';
		expect(await (await requestToken(good)).json()).not.toHaveProperty('expires_in');
		const wrong = await requestToken({ ...good, client_secret: 'x' });
		expect([wrong.status, await wrong.json()]).toEqual([400, { error: 'invalid_client' }]);
		const basic = { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` };
		expect((await requestToken(good, basic)).status).toBe(401);
		session.afas.state.settings.demandsDpop = true;
		expect(await (await requestToken(good)).json()).toEqual({ error: 'use_dpop_nonce' });
	});

	test('a refused address is 403 on everything', async () => {
		session.afas.state.settings.refusesAddress = true;
		expect((await get('/metainfo')).status).toBe(403);
		expect((await requestToken(good)).status).toBe(403);
	});
});

describe('metainfo', () => {
	test('lists the connectors and, per connector, exactly the keys of its rows', async () => {
		const all = (await (await get('/metainfo')).json()) as {
			getConnectors: Array<{ id: string }>;
			info: { envid: string };
		};
		expect(all.info.envid).toBe('O12345AA');
		for (const { id } of all.getConnectors) {
			const info = (await (await get(`/metainfo/get/${id}`)).json()) as {
				fields: Array<{ id: string }>;
			};
			const { rows } = await page('take=5', id);
			expect(Object.keys(rows[0] ?? {})).toEqual(info.fields.map((field) => field.id));
		}
	});

	test('a renamed and a removed column change metainfo and rows alike', async () => {
		const patch = { columns: { Profit_Employees_Alleo: { Mail: 'E-mail_werk', BSN: null } } };
		await fetch(`${session.afas.origin}/_control/settings`, {
			method: 'PATCH',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(patch),
		});
		const [row] = (await page('take=1')).rows;
		expect(row).toHaveProperty('E-mail_werk');
		expect(row).not.toHaveProperty('Mail');
		expect(row).not.toHaveProperty('BSN');
	});

	test('a connector that is hidden, unknown or blocked says so in the language of the caller', async () => {
		session.afas.state.settings.hiddenConnectors = ['Profit_Contract'];
		const dutch = await get('/connectors/Profit_Contract?take=1');
		expect(dutch.status).toBe(401);
		expect(await message(dutch)).toContain('niet ondersteund voor deze app');
		session.afas.state.settings.notAvailableStatus = 500;
		const english = await get('/connectors/Bestaat_Niet?take=1', { 'accept-language': 'en-us' });
		expect(english.status).toBe(500);
		expect(await message(english)).toContain('not supported for this app');
		session.afas.state.settings.blockedConnectors = ['Profit_Employees'];
		const blocked = await get('/connectors/Profit_Employees?take=1', {
			'accept-language': 'en-us',
		});
		expect(await message(blocked)).toBe('This GetConnector (definition) is blocked');
		const metainfo = await (await get('/metainfo')).text();
		expect(metainfo).not.toContain('Profit_Contract');
	});
});

describe('paging', () => {
	test('take defaults to 100; pages in order give every row once', async () => {
		expect((await page(ORDER)).rows).toHaveLength(100);
		const seen: string[] = [];
		for (let skip = 0; ; skip += 40) {
			const { rows } = await page(`skip=${skip}&take=40&${ORDER}`);
			seen.push(...ids(rows));
			if (rows.length < 40) break;
		}
		const employments = world.afas.people.flatMap((person) => person.employments);
		expect(seen).toHaveLength(employments.length);
		expect(new Set(seen).size).toBe(employments.length);
		expect(seen).toEqual([...seen].sort());
	});

	test('without an order the rows come differently each time', async () => {
		expect(ids((await page('take=50')).rows)).not.toEqual(ids((await page('take=50')).rows));
	});

	test('descending order, and an unknown column', async () => {
		const { rows } = await page('take=3&orderbyfieldids=-EmploymentStart,EmployeeId');
		const starts = rows.map((row) => String(row['EmploymentStart']));
		expect(starts).toEqual([...starts].sort().reverse());
		const bad = await get('/connectors/Profit_Employees_Alleo?take=3&orderbyfieldids=Bestaatniet');
		expect([bad.status, await message(bad)]).toEqual([
			500,
			"Connector-veld 'Bestaatniet' niet gevonden",
		]);
	});

	test('-1/-1 is everything, one-sided -1 an unexpected error, too wide a page out of memory', async () => {
		expect((await page('skip=-1&take=-1')).rows.length).toBeGreaterThan(149);
		const half = await get('/connectors/Profit_Employees_Alleo?skip=2&take=-1');
		expect([half.status, await message(half)]).toEqual([
			500,
			'Er is een onverwachte fout opgetreden.',
		]);
		const wide = await get(`/connectors/Profit_Employees_Alleo?take=100000&${ORDER}`);
		expect([wide.status, await message(wide)]).toEqual([500, 'Out of memory']);
	});

	test('a query of 2049 characters passes, one more is 404 without a body', async () => {
		const query = (length: number): string => `take=1&x=${'y'.repeat(length - 10)}`;
		expect((await get(`/connectors/Profit_Employees_Alleo?${query(2049)}`)).status).toBe(200);
		const long = await get(`/connectors/Profit_Employees_Alleo?${query(2050)}`);
		expect([long.status, await long.text()]).toEqual([404, '']);
	});

	test('calls that overlap are counted', async () => {
		session.afas.state.settings.pageMs = 300;
		await Promise.all(Array.from({ length: 6 }, () => page('take=1')));
		expect(session.afas.log.counts.mostOverlapping).toBe(6);
		expect(session.afas.log.counts.byOperation).toEqual({ 'GET Profit_Employees_Alleo': 6 });
	});

	test('pages can overlap by a row, and the answered take can differ', async () => {
		session.afas.state.settings.overlappingPages = true;
		session.afas.state.settings.echoedTake = 'other';
		const first = await page(`skip=0&take=10&${ORDER}`);
		const second = await page(`skip=10&take=10&${ORDER}`);
		expect(second.rows[0]).toEqual(first.rows[9]);
		expect(second.take).toBe(11);
	});
});
