import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { account } from '../unit/apply/helper.mts';
import { accountOf, errorOf, runNode, standIns, writesOf } from './alleo.helper.mts';

/** Create or Update: by external id, else by e-mail, never somebody else's account. */

const start = standIns();
const employee = (operation: string, more: Record<string, unknown> = {}) => ({
	resource: 'employee',
	operation,
	companyId: '41',
	...more,
});
const jsonOf = (outputs: INodeExecutionData[][]): IDataObject[] =>
	(outputs[0] ?? []).map(({ json }) => json);

describe('employee: upsert', () => {
	const upsert = (more: Record<string, unknown> = {}) =>
		employee('upsert', {
			externalId: 'nmbrs-1',
			email: 'person1@example.nl',
			firstName: 'First1',
			lastName: 'Last1',
			...more,
		});

	test('creates, then finds by external id, then has nothing to do', async () => {
		const alleo = await start([]);
		const go = async (more?: Record<string, unknown>) =>
			jsonOf((await runNode({ baseUrl: alleo.url, parameters: upsert(more) })).outputs)[0];
		expect(await go()).toMatchObject({ operation: 'created', external_id: 'nmbrs-1' });
		expect(await go()).toMatchObject({ operation: 'unchanged' });
		expect(await go({ email: 'new@example.nl' })).toMatchObject({
			operation: 'updated',
			email: 'new@example.nl',
		});
		expect(alleo.state.store.accounts).toHaveLength(1);
		expect(writesOf(alleo).map((line) => line.split(' ')[0])).toEqual(['POST', 'PATCH']);
	});

	test('finds by e-mail without case, and links an account that has no external id', async () => {
		const alleo = await start([account(1, { external_id: null, email: 'PERSON1@example.nl' })]);
		const { outputs } = await runNode({ baseUrl: alleo.url, parameters: upsert() });
		expect(jsonOf(outputs)[0]).toMatchObject({ operation: 'updated', external_id: 'nmbrs-1' });
	});

	test('never takes the account of another external id', async () => {
		const alleo = await start([account(2, { email: 'person1@example.nl' })]);
		const error = await errorOf(runNode({ baseUrl: alleo.url, parameters: upsert() }));
		expect(error.message).toContain('1002');
		expect(writesOf(alleo)).toEqual([]);
	});

	test('two accounts with the external id: none is chosen', async () => {
		const alleo = await start([account(1), account(1, { id: 5, email: 'x@example.nl' })]);
		const error = await errorOf(runNode({ baseUrl: alleo.url, parameters: upsert() }));
		expect(error.message).toContain('2 Alleo accounts match');
		expect(writesOf(alleo)).toEqual([]);
	});

	test('a create that is stored but never answered is found again', async () => {
		const alleo = await start([]);
		alleo.faults.add({
			kind: 'dropAfter',
			method: 'POST',
			path: '/companies/41/employees',
			times: 1,
		});
		const { outputs } = await runNode({ baseUrl: alleo.url, parameters: upsert() });
		expect(jsonOf(outputs)[0]).toMatchObject({ operation: 'created' });
		expect(accountOf(alleo, 'nmbrs-1')).toHaveLength(1);
	});
});
