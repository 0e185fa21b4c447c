import { complete, useAlleo } from './alleoCalls.mts';
import type { Answer, CallOptions } from './alleoCalls.mts';

const session = useAlleo();
const { call, firstId } = session;

describe('limits and faults', () => {
	test('the window is real: headers count down, the next call is 429 until it ends', async () => {
		session.alleo.state.settings.rateLimit = 2;
		expect((await call('GET', '/companies')).headers.get('x-ratelimit-remaining')).toBe('1');
		expect((await call('GET', '/companies')).headers.get('x-ratelimit-remaining')).toBe('0');
		const over = await call('GET', '/companies');
		expect(over.status).toBe(429);
		expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
		session.alleo.clock.advance(60);
		expect((await call('GET', '/companies')).status).toBe(200);
	});

	test('a 429 can say when by date, by fraction, or not at all', async () => {
		session.alleo.state.settings.rateLimit = 0;
		const when = async (how: 'date' | 'fraction' | 'none'): Promise<string | null> => {
			session.alleo.state.settings.retryAfter = how;
			return (await call('GET', '/companies')).headers.get('retry-after');
		};
		expect(Date.parse((await when('date')) ?? '')).not.toBeNaN();
		expect(await when('fraction')).toMatch(/^\d+\.\d{3}$/);
		expect(await when('none')).toBeNull();
	});

	test('a forbidden company is 403 on every path', async () => {
		session.alleo.state.settings.forbiddenCompanies = [42];
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
			const stored = JSON.stringify(session.alleo.state.store.accounts);
			const calls =
				status === 409 ? writes : [...writes, ...(status === 404 ? reads.slice(0, 3) : reads)];
			for (const [method, path, options] of calls) {
				session.alleo.faults.add({ kind: 'status', status, path, method, times: 1, retryAfter: 0 });
				expect((await call(method, path, options)).status).toBe(status);
				session.alleo.faults.clear();
			}
			expect(JSON.stringify(session.alleo.state.store.accounts)).toBe(stored);
		},
	);

	test('a dropped answer leaves the write stored, a dropped request does not', async () => {
		const send = (email: string): Promise<Answer> =>
			call('POST', '/companies/41/employees', { body: complete(email) });
		session.alleo.faults.add({ kind: 'dropAfter', method: 'POST', path: '/employees', times: 1 });
		await expect(send('na@example.nl')).rejects.toThrow();
		session.alleo.faults.add({ kind: 'drop', method: 'POST', path: '/employees', times: 1 });
		await expect(send('voor@example.nl')).rejects.toThrow();
		const emails = session.alleo.state.store.accounts.map((account) => account.email);
		expect(emails).toContain('na@example.nl');
		expect(emails).not.toContain('voor@example.nl');
		expect(session.alleo.log.counts.byStatus['dropped']).toBe(2);
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
			session.alleo.faults.add({ kind, times: 1, by: 3 });
			return (await call('GET', path)).json();
		};
		expect((await played('repeatedPage'))['data']).toEqual(next['data']);
		expect((await played('truncatedPage'))['data']).toEqual(rows.slice(0, 5));
		expect(await played('emptyPage')).toMatchObject({ data: [], count: truth['count'] });
		expect((await played('shrunkTotals'))['count']).toBe(Number(truth['count']) - 3);
		session.alleo.faults.add({ kind: 'truncatedJson', times: 1 });
		const headers = { authorization: `Bearer ${session.token}` };
		const broken = await fetch(`${session.alleo.url}${path}`, { headers });
		await expect(broken.json()).rejects.toThrow();
	});

	test('a vanished company leaves the list and answers 404', async () => {
		session.alleo.faults.add({ kind: 'vanished', value: '42' });
		const companies = JSON.parse((await call('GET', '/companies')).text) as Array<{ id: number }>;
		expect(companies.map((company) => company.id)).toEqual([41, 51, 52]);
		expect((await call('GET', '/companies/42/employees')).status).toBe(404);
	});

	test('faults are set over HTTP too; an unknown one is refused', async () => {
		const set = (fault: object): Promise<Response> =>
			fetch(`${session.alleo.origin}/_control/faults`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(fault),
			});
		expect((await set({ kind: 'meteor' })).status).toBe(400);
		expect((await set({ kind: 'expiredToken', times: 1 })).status).toBe(200);
		expect((await call('GET', '/companies')).status).toBe(401);
		const counts = (await (await fetch(`${session.alleo.origin}/_control/counts`)).json()) as {
			byOperation: Record<string, number>;
		};
		expect(counts.byOperation['GET /customer_api/v1/companies']).toBe(1);
	});
});
