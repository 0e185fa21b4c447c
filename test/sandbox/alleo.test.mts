import { startAlleo } from '../../sandbox/alleo/server.mts';
import type { AlleoStandIn } from '../../sandbox/alleo/server.mts';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';
import { operations, requestProblems, responseProblems } from './openapi.mts';

const world = generateWorld({ employees: 120, seed: 3, referenceDate: '2026-10-05' });
const { accessKey, secretKey } = CREDENTIALS.alleo;

let alleo: AlleoStandIn;
let token = '';
const exercised = new Set<string>();

interface Answer {
	status: number;
	headers: Headers;
	text: string;
	json: () => Record<string, unknown>;
}

interface CallOptions {
	body?: unknown;
	form?: Record<string, string>;
	headers?: Record<string, string>;
	/** The request is meant to break the contract; its answer never may. */
	badRequest?: boolean;
}

async function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
	const { body, form } = options;
	const problems = requestProblems(method, path, form ?? body);
	if (options.badRequest !== true) expect(problems).toEqual([]);
	const response = await fetch(`${alleo.url}${path}`, {
		method,
		headers: {
			accept: 'application/json',
			authorization: `Bearer ${token}`,
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...options.headers,
		},
		...(form === undefined ? {} : { body: new URLSearchParams(form) }),
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	const answer = { method, path, status: response.status, headers: response.headers, body: text };
	expect(responseProblems(answer)).toEqual([]);
	exercised.add(`${method} ${path.split('?')[0]?.replace(/\/\d+/g, '/{}')} ${response.status}`);
	return {
		status: response.status,
		headers: response.headers,
		text,
		json: () => JSON.parse(text) as Record<string, unknown>,
	};
}

const getToken = (secret: string = secretKey): Promise<Answer> =>
	call('POST', '/oauth/token', {
		form: { grant_type: 'client_credentials', client_id: accessKey, client_secret: secret },
	});

const complete = (email: string): Record<string, unknown> => ({
	email,
	first_name: 'Sil',
	last_name: 'Verzonnen',
	prefix: null,
	language: 'nl',
	company_group_id: 4101,
	birthday: '1996-12-05',
	work_anniversary: '2026-04-01',
	private_email: null,
	external_id: 'nmbrs-1005',
});

beforeAll(async () => {
	alleo = await startAlleo(world);
});
afterAll(() => alleo.close());
beforeEach(async () => {
	await fetch(`${alleo.origin}/_control/reset`, { method: 'POST' });
	token = String((await getToken()).json()['access_token']);
});

const firstId = async (): Promise<number> => {
	const page = await call('GET', '/companies/41/employees?skip=0&limit=1&is_active=true');
	return (page.json()['data'] as Array<{ id: number }>)[0]?.id ?? 0;
};

describe('token', () => {
	test('wrong keys are 401, missing fields 422, another grant 400', async () => {
		expect((await getToken('wrong')).status).toBe(401);
		const form = { grant_type: 'client_credentials', client_id: accessKey };
		expect((await call('POST', '/oauth/token', { form, badRequest: true })).status).toBe(422);
		const other = { grant_type: 'password', client_id: accessKey, client_secret: secretKey };
		expect((await call('POST', '/oauth/token', { form: other, badRequest: true })).status).toBe(
			400,
		);
	});

	test('an unknown, expired or missing token is 401', async () => {
		expect((await call('GET', '/companies')).status).toBe(200);
		alleo.clock.advance(3601);
		expect((await call('GET', '/companies')).status).toBe(401);
		const headers = { authorization: 'Basic abc' };
		expect((await call('GET', '/companies', { headers })).status).toBe(401);
	});
});

describe('reading', () => {
	test('companies and groups are bare arrays', async () => {
		const companies = JSON.parse((await call('GET', '/companies')).text) as Array<{ id: number }>;
		expect(companies.map((company) => company.id)).toEqual([41, 42, 51, 52]);
		const groups = JSON.parse((await call('GET', '/companies/42/groups')).text) as unknown[];
		expect(groups).toContainEqual({ id: 4202, name: 'Magazijn' });
		expect((await call('GET', '/companies/999/groups')).status).toBe(404);
		expect((await call('GET', '/companies/x1/groups', { badRequest: true })).status).toBe(422);
	});

	test('walking the pages gives every account once, active and inactive apart', async () => {
		for (const active of [true, false]) {
			const ids: number[] = [];
			let count = -1;
			while (ids.length !== count) {
				const path = `/companies/41/employees?skip=${ids.length}&limit=7&is_active=${active}`;
				const page = (await call('GET', path)).json();
				count = Number(page['count']);
				ids.push(...(page['data'] as Array<{ id: number }>).map((row) => row.id));
			}
			const there = world.alleo.accounts.filter(
				(account) => account.company_id === 41 && account.is_active === active,
			);
			expect(new Set(ids)).toEqual(new Set(there.map((account) => account.id)));
		}
	});

	test('group and search narrow the list, the default page is 30, the largest 100', async () => {
		const group = (await call('GET', '/companies/41/employees?company_group_id=4101')).json();
		const rows = group['data'] as Array<{ group_name: string }>;
		expect(new Set(rows.map((row) => row.group_name))).toEqual(new Set(['Kantoor']));
		const search = (await call('GET', '/companies/41/employees?search=OUDNAAM')).json();
		expect(search['count']).toBe(1);
		const plain = (await call('GET', '/companies/41/employees')).json();
		expect(plain['data']).toHaveLength(30);
		for (const query of ['skip=-1', 'limit=x', 'is_active=yes']) {
			const answer = await call('GET', `/companies/41/employees?${query}`, { badRequest: true });
			expect(answer.status).toBe(422);
		}
		alleo.state.settings.limitOverflow = 'refuse';
		expect((await call('GET', '/companies/41/employees?limit=101')).status).toBe(422);
	});

	test('one employee, an unknown one, and one of another company', async () => {
		const id = await firstId();
		const one = (await call('GET', `/companies/41/employees/${id}`)).json();
		expect(one['id']).toBe(id);
		expect(one).not.toHaveProperty('company_id');
		expect((await call('GET', '/companies/41/employees/999999')).status).toBe(404);
		expect((await call('GET', `/companies/42/employees/${id}`)).status).toBe(404);
		const bad = await call('GET', '/companies/41/employees/x', { badRequest: true });
		expect(bad.status).toBe(422);
	});
});

describe('writing', () => {
	test('a create answers 201 with the stored account and is counted as a write', async () => {
		const body = complete('sil.verzonnen@Example.NL');
		const created = await call('POST', '/companies/41/employees', { body });
		expect(created.status).toBe(201);
		expect(created.json()).toMatchObject({
			...body,
			email: 'sil.verzonnen@example.nl',
			group_name: 'Kantoor',
			is_active: true,
		});
		expect(alleo.log.writes).toHaveLength(1);
		const state = (await (await fetch(`${alleo.origin}/_control/state`)).json()) as {
			accounts: Array<{ email: string }>;
		};
		expect(state.accounts.some((one) => one.email === 'sil.verzonnen@example.nl')).toBe(true);
	});

	test('an address in use is 409, per company or over all of them', async () => {
		const body = complete('sil@example.nl');
		expect((await call('POST', '/companies/41/employees', { body })).status).toBe(201);
		const again = { ...body, email: 'SIL@example.nl' };
		expect((await call('POST', '/companies/41/employees', { body: again })).status).toBe(409);
		const elsewhere = { ...body, company_group_id: null };
		alleo.state.settings.emailUnique = 'global';
		expect((await call('POST', '/companies/42/employees', { body: elsewhere })).status).toBe(409);
		alleo.state.settings.emailUnique = 'company';
		expect((await call('POST', '/companies/42/employees', { body: elsewhere })).status).toBe(201);
		const patch = { email: 'sil@example.nl' };
		const id = await firstId();
		const answer = await call('PATCH', `/companies/41/employees/${id}`, { body: patch });
		expect(answer.status).toBe(409);
	});

	test.each([
		['a required key missing', { first_name: 'A', last_name: 'B' }, 'email'],
		['an unknown key', { ...complete('a@example.nl'), department: 'X' }, 'department'],
		['no address', { ...complete('geen adres') }, 'email'],
		[
			'a day that does not exist',
			{ ...complete('a@example.nl'), birthday: '2023-02-29' },
			'birthday',
		],
		['null for a name', { ...complete('a@example.nl'), last_name: null }, 'last_name'],
		['an address of 101 characters', complete(`${'a'.repeat(90)}@example.nl`), 'email'],
		['a group as text', { ...complete('a@example.nl'), company_group_id: '7' }, 'company_group_id'],
		['a body that is a list', [], undefined],
	])('%s is 422 and stores nothing', async (_name, body, field) => {
		const before = alleo.state.store.accounts.length;
		const answer = await call('POST', '/companies/41/employees', { body, badRequest: true });
		expect(answer.status).toBe(422);
		const faults = answer.json()['detail'] as Array<{ loc: string[] }>;
		expect(faults.map((fault) => fault.loc[1])).toContain(field);
		expect(alleo.state.store.accounts).toHaveLength(before);
	});

	test('a group of another company is refused', async () => {
		const body = { ...complete('a@example.nl'), company_group_id: 4201 };
		expect((await call('POST', '/companies/41/employees', { body })).status).toBe(422);
	});

	test('a PATCH changes what it carries, clears with null, keeps the rest', async () => {
		const id = await firstId();
		const path = `/companies/41/employees/${id}`;
		const before = (await call('GET', path)).json();
		const body = { last_name: 'Nieuwnaam', birthday: null };
		const after = (await call('PATCH', path, { body })).json();
		expect(after).toEqual({ ...before, ...body });
		expect((await call('PATCH', path, { body: {} })).json()).toEqual(after);
		const bad = await call('PATCH', path, { body: { is_active: false }, badRequest: true });
		expect(bad.status).toBe(422);
		const none = await call('PATCH', '/companies/41/employees/999999', { body });
		expect(none.status).toBe(404);
	});

	test('deactivate and activate work without a body and may be repeated', async () => {
		const id = await firstId();
		const path = `/companies/41/employees/${id}`;
		for (const [action, active] of [
			['deactivate', false],
			['deactivate', false],
			['activate', true],
		] as const) {
			const answer = await call('POST', `${path}/${action}`);
			expect([answer.status, answer.json()['is_active']]).toEqual([200, active]);
		}
		alleo.state.settings.repeatedAction = 'conflict';
		expect((await call('POST', `${path}/activate`)).status).toBe(409);
		await call('POST', `${path}/deactivate`);
		expect((await call('POST', `${path}/deactivate`)).status).toBe(409);
		expect((await call('POST', '/companies/41/employees/999999/activate')).status).toBe(404);
	});
});

describe('limits and faults', () => {
	test('the window is real: headers count down, the next call is 429 until it ends', async () => {
		alleo.state.settings.rateLimit = 2;
		expect((await call('GET', '/companies')).headers.get('x-ratelimit-remaining')).toBe('1');
		expect((await call('GET', '/companies')).headers.get('x-ratelimit-remaining')).toBe('0');
		const over = await call('GET', '/companies');
		expect(over.status).toBe(429);
		expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
		alleo.clock.advance(60);
		expect((await call('GET', '/companies')).status).toBe(200);
	});

	test('a 429 can say when by date, by fraction, or not at all', async () => {
		alleo.state.settings.rateLimit = 0;
		const when = async (how: 'date' | 'fraction' | 'none'): Promise<string | null> => {
			alleo.state.settings.retryAfter = how;
			return (await call('GET', '/companies')).headers.get('retry-after');
		};
		expect(Date.parse((await when('date')) ?? '')).not.toBeNaN();
		expect(await when('fraction')).toMatch(/^\d+\.\d{3}$/);
		expect(await when('none')).toBeNull();
	});

	test('a forbidden company is 403 on every path', async () => {
		alleo.state.settings.forbiddenCompanies = [42];
		expect((await call('GET', '/companies/42/groups')).status).toBe(403);
		expect((await call('GET', '/companies/42/employees')).status).toBe(403);
	});

	test.each([400, 401, 403, 404, 409, 422, 429, 500, 503])(
		'a scripted %i conforms on every operation that has it, and stores nothing',
		async (status) => {
			const id = await firstId();
			const writes: Array<[string, string, CallOptions]> = [
				['POST', '/companies/41/employees', { body: complete('a@example.nl') }],
				['PATCH', `/companies/41/employees/${id}`, { body: { last_name: 'X' } }],
				['POST', `/companies/41/employees/${id}/deactivate`, {}],
				['POST', `/companies/41/employees/${id}/activate`, {}],
			];
			const reads: Array<[string, string, CallOptions]> = [
				['GET', '/companies/41/employees', {}],
				['GET', `/companies/41/employees/${id}`, {}],
				['GET', '/companies/41/groups', {}],
				['GET', '/companies', {}],
			];
			const stored = JSON.stringify(alleo.state.store.accounts);
			const calls =
				status === 409 ? writes : [...writes, ...(status === 404 ? reads.slice(0, 3) : reads)];
			for (const [method, path, options] of calls) {
				alleo.faults.add({ kind: 'status', status, path, method, times: 1, retryAfter: 0 });
				expect((await call(method, path, options)).status).toBe(status);
				alleo.faults.clear();
			}
			expect(JSON.stringify(alleo.state.store.accounts)).toBe(stored);
		},
	);

	test('a dropped answer leaves the write stored, a dropped request does not', async () => {
		const send = (email: string): Promise<Answer> =>
			call('POST', '/companies/41/employees', { body: complete(email) });
		alleo.faults.add({ kind: 'dropAfter', method: 'POST', path: '/employees', times: 1 });
		await expect(send('na@example.nl')).rejects.toThrow();
		alleo.faults.add({ kind: 'drop', method: 'POST', path: '/employees', times: 1 });
		await expect(send('voor@example.nl')).rejects.toThrow();
		const emails = alleo.state.store.accounts.map((account) => account.email);
		expect(emails).toContain('na@example.nl');
		expect(emails).not.toContain('voor@example.nl');
		expect(alleo.log.counts.byStatus['dropped']).toBe(2);
	});

	test('page faults: half a page, an empty one, the same again, smaller totals, broken JSON', async () => {
		const path = '/companies/41/employees?skip=0&limit=10&is_active=true';
		const truth = (await call('GET', path)).json();
		const rows = truth['data'] as unknown[];
		const next = (await call('GET', path.replace('skip=0', 'skip=10'))).json();
		expect(next['data']).not.toEqual(rows);
		const played = async (
			kind: 'truncatedPage' | 'emptyPage' | 'repeatedPage' | 'shrunkTotals',
		): Promise<Record<string, unknown>> => {
			alleo.faults.add({ kind, times: 1, by: 3 });
			return (await call('GET', path)).json();
		};
		expect((await played('repeatedPage'))['data']).toEqual(next['data']);
		expect((await played('truncatedPage'))['data']).toEqual(rows.slice(0, 5));
		expect(await played('emptyPage')).toMatchObject({ data: [], count: truth['count'] });
		expect((await played('shrunkTotals'))['count']).toBe(Number(truth['count']) - 3);
		alleo.faults.add({ kind: 'truncatedJson', times: 1 });
		const headers = { authorization: `Bearer ${token}` };
		const broken = await fetch(`${alleo.url}${path}`, { headers });
		await expect(broken.json()).rejects.toThrow();
	});

	test('a vanished company leaves the list and answers 404', async () => {
		alleo.faults.add({ kind: 'vanished', value: '42' });
		const companies = JSON.parse((await call('GET', '/companies')).text) as Array<{ id: number }>;
		expect(companies.map((company) => company.id)).toEqual([41, 51, 52]);
		expect((await call('GET', '/companies/42/employees')).status).toBe(404);
	});

	test('faults are set over HTTP too; an unknown one is refused', async () => {
		const set = (fault: object): Promise<Response> =>
			fetch(`${alleo.origin}/_control/faults`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(fault),
			});
		expect((await set({ kind: 'meteor' })).status).toBe(400);
		expect((await set({ kind: 'expiredToken', times: 1 })).status).toBe(200);
		expect((await call('GET', '/companies')).status).toBe(401);
		const counts = (await (await fetch(`${alleo.origin}/_control/counts`)).json()) as {
			byOperation: Record<string, number>;
		};
		expect(counts.byOperation['GET /customer_api/v1/companies']).toBe(1);
	});
});

test('every operation of the OpenAPI file was exercised', () => {
	const done = [...exercised].map((line) => line.replace(/ \d{3}$/, ''));
	const wanted = operations().map((line) => line.replace(/\{\w+\}/g, '{}'));
	expect(wanted.filter((line) => !done.includes(line))).toEqual([]);
});
