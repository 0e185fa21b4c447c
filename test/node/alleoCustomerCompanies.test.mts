import type { IDataObject } from 'n8n-workflow';
import { Counts } from '../../core/model/summary';
import { run } from '../support/people.mts';
import { account, person, range, READY } from '../unit/apply/helper.mts';
import { applyPlan, errorOf, outline, runNode, standIns, writesOf } from './alleo.helper.mts';

/** Read Alleo accounts with keys that reach many customers: only the companies of this one. */

const start = standIns();

const customer = (more: Record<string, unknown>) => ({
	resource: 'employee',
	operation: 'getAll',
	companyScope: 'customer',
	...more,
});

const everybody = [account(1), account(2, { company_id: 42 })];

const reads = async (more: Record<string, unknown>) => {
	const alleo = await start(everybody);
	const { outputs } = await runNode({ baseUrl: alleo.url, parameters: customer(more) });
	const paths = alleo.log.entries.map(({ url }) => url);
	return {
		companies: (outputs[0] ?? []).map(({ json }) => json['company_id']),
		calls: [...new Set(paths.flatMap((path) => /companies(?:\/\d+)?/.exec(path)?.[0] ?? []))],
	};
};

/** A row of the run log in which somebody of this company was changed; n8n's items. */
const logged = (company: number, workflow = 'workflow-1'): IDataObject => ({
	run: `run-${company}`,
	workflow,
	state: 'applied',
	finished_at: '2026-11-01T04:00:00Z',
	counts: JSON.stringify({
		...Counts.parse({}),
		applied: [{ action: 'create', partition: 'c1', alleo_company_id: company, people: 1 }],
	}),
});

describe('whose accounts are read', () => {
	test('the company of Settings, and no list of all companies is asked for', async () => {
		expect(await reads({ companyId: '41' })).toEqual({
			companies: [41],
			calls: ['companies/41'],
		});
	});

	test('those of the routes, in each shape that routes have', async () => {
		for (const routing of [
			{ routes: [{ filter: 'noord', companyId: '42' }] },
			'{"noord": 42}',
			[{ filter: 'noord', companyId: 42 }],
		]) {
			expect((await reads({ companyId: '', routing })).companies).toEqual([42]);
			expect((await reads({ companyId: '41', routing })).companies).toEqual([41, 42]);
		}
	});

	test('those that earlier runs of this workflow changed people in, once each', async () => {
		const history = [logged(42), logged(41), { json: logged(42) }, logged(77, 'other')];
		expect((await reads({ companyId: '41', history })).companies).toEqual([41, 42]);
		const leaveOut = { companyId: '41', history, formerCompanies: 'leaveOut' };
		expect((await reads(leaveOut)).companies).toEqual([41]);
	});

	test('a log that cannot be read stops nothing', async () => {
		expect((await reads({ companyId: '41', history: 'no log' })).companies).toEqual([41]);
	});
});

describe('stopped with a code before anything is read', () => {
	const stopped = async (more: Record<string, unknown>) => {
		const alleo = await start(everybody);
		const error = await errorOf(runNode({ baseUrl: alleo.url, parameters: customer(more) }));
		return { error, asked: alleo.log.entries.length };
	};

	test.each<[string, Record<string, unknown>]>([
		['nothing at all', {}],
		['an empty company and no routes', { companyId: '', routing: '[]' }],
		['only a history', { companyId: '', history: [logged(42)] }],
	])('%s: never all', async (_what, more) => {
		const { error, asked } = await stopped(more);
		expect(error.description).toContain('ALLEO_NO_COMPANY');
		expect(asked).toBe(0);
	});

	test('routes that cannot be read', async () => {
		const { error, asked } = await stopped({ companyId: '41', routing: 'noord' });
		expect(error.description).toContain('SETTING_INVALID');
		expect(asked).toBe(0);
	});
});

test('a former company that the keys do not reach is said to be one', async () => {
	const alleo = await start(everybody, { forbiddenCompanies: [42] });
	const parameters = customer({ companyId: '41', history: [logged(42)] });
	const error = await errorOf(runNode({ baseUrl: alleo.url, parameters }));
	expect(error.description).toContain('ALLEO_FORMER_COMPANY');
	const gone = customer({ companyId: '41', history: [logged(99)] });
	const other = await errorOf(runNode({ baseUrl: alleo.url, parameters: gone }));
	expect(other.description).toContain('ALLEO_FORMER_COMPANY');
	// The same of a company that is the customer's own is no former one.
	const own = customer({ companyId: '42' });
	const refused = await errorOf(runNode({ baseUrl: alleo.url, parameters: own }));
	expect(refused.description).not.toContain('ALLEO_FORMER_COMPANY');
});

describe('an address that somebody of another customer has', () => {
	const foreign = account(1, { id: 9001, company_id: 42, external_id: 'nmbrs-77' });
	/** Company 42 was not read, so the plan knows nothing of it. */
	const planned = () =>
		run(
			[person(1), ...range(2, 40).map((n) => person(n))],
			range(2, 40).map((n) => account(n)),
			READY,
		).rows;

	test('that Alleo refuses is a failed row with its code; the other account is as it was', async () => {
		const alleo = await start([foreign, ...range(2, 40).map((n) => account(n))], {
			emailUnique: 'global',
		});
		const { outcomes } = await applyPlan(alleo, planned());
		expect(outline(outcomes)).toEqual(['create nmbrs-1 failed EMAIL_HELD_ELSEWHERE']);
		expect(alleo.state.store.get(42, 9001)).toMatchObject({
			external_id: 'nmbrs-77',
			is_active: true,
		});
		expect(writesOf(alleo).filter((line) => line.includes('companies/42'))).toEqual([]);
	});
});
