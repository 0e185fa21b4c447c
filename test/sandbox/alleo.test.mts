import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { complete, useAlleo } from './alleoCalls.mts';
import { operations } from './openapi.mts';

const session = useAlleo();
const { call, getToken, firstId, world } = session;
const { accessKey, secretKey } = CREDENTIALS.alleo;

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
		session.alleo.clock.advance(3601);
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
		session.alleo.state.settings.limitOverflow = 'refuse';
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
		expect(session.alleo.log.writes).toHaveLength(1);
		const state = (await (await fetch(`${session.alleo.origin}/_control/state`)).json()) as {
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
		session.alleo.state.settings.emailUnique = 'global';
		expect((await call('POST', '/companies/42/employees', { body: elsewhere })).status).toBe(409);
		session.alleo.state.settings.emailUnique = 'company';
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
		const before = session.alleo.state.store.accounts.length;
		const answer = await call('POST', '/companies/41/employees', { body, badRequest: true });
		expect(answer.status).toBe(422);
		const faults = answer.json()['detail'] as Array<{ loc: string[] }>;
		expect(faults.map((fault) => fault.loc[1])).toContain(field);
		expect(session.alleo.state.store.accounts).toHaveLength(before);
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
		session.alleo.state.settings.repeatedAction = 'conflict';
		expect((await call('POST', `${path}/activate`)).status).toBe(409);
		await call('POST', `${path}/deactivate`);
		expect((await call('POST', `${path}/deactivate`)).status).toBe(409);
		expect((await call('POST', '/companies/41/employees/999999/activate')).status).toBe(404);
	});
});

test('every operation of the OpenAPI file was exercised', () => {
	const done = [...session.exercised].map((line) => line.replace(/ \d{3}$/, ''));
	const wanted = operations().map((line) => line.replace(/\{\w+\}/g, '{}'));
	expect(wanted.filter((line) => !done.includes(line))).toEqual([]);
});
