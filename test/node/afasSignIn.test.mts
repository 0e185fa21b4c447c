import type { AfasStandIn } from '../../sandbox/afas/server.mts';
import { errorOf, runAfas, startSmallAfas } from './afas.helper.mts';

/** Waits between retries pass at once; the time limit of a request, which has a signal, stays real. */
jest.mock('../../nodes/shared/http/clock', () => {
	const { systemClock } = jest.requireActual('../../nodes/shared/http/clock');
	let skipped = 0;
	return {
		systemClock: {
			...systemClock,
			now: () => Date.now() + skipped,
			sleep: async (ms: number, signal: AbortSignal | undefined) => {
				if (signal !== undefined) return await systemClock.sleep(ms, signal);
				skipped += ms;
			},
		},
	};
});

let afas: AfasStandIn;

beforeAll(async () => {
	afas = await startSmallAfas();
});

afterAll(async () => {
	await afas.close();
});

afterEach(() => {
	afas.faults.clear();
	afas.log.reset();
});

const EMPLOYEES = '/connectors/Profit_Employees_Alleo';
const everybody = () => afas.state.model.world.afas.people.length;
const run = async (parameters: Record<string, unknown> = {}) =>
	await runAfas({ baseUrl: afas.url, parameters: { pageSize: 20, ...parameters }, oauth: true });

type Fault = Parameters<AfasStandIn['faults']['add']>[0];

describe('the token endpoint', () => {
	const TOKEN = '/oauth/token';

	test.each<[string, Fault]>([
		['503 that passes', { kind: 'status', status: 503, path: TOKEN, times: 2 }],
		['429 that passes', { kind: 'status', status: 429, path: TOKEN, times: 1 }],
		['502 of a proxy', { kind: 'status', status: 502, path: TOKEN, times: 1 }],
		['a dropped connection', { kind: 'drop', path: TOKEN, times: 1 }],
	])('%s: everybody is read', async (_name, fault) => {
		afas.faults.add(fault);
		const { employees } = await run();
		expect(employees).toHaveLength(everybody());
		expect(afas.faults.list()[0]?.hits).toBeGreaterThan(0);
	});

	test.each<[string, Fault, RegExp]>([
		['503 that stays', { kind: 'status', status: 503, path: TOKEN }, /AFAS_MAINTENANCE/],
		['a web page', { kind: 'html', path: TOKEN }, /AFAS_OAUTH_ANSWER/],
	])('%s: one message with the status', async (_name, fault, code) => {
		afas.faults.add(fault);
		const { message, description } = await errorOf(run());
		expect(description).toMatch(code);
		expect(message).toMatch(/HTTP [25]\d\d/);
	});

	test('pages side by side that all see the token die ask for a new one together', async () => {
		afas.faults.add({ kind: 'expiredToken', path: EMPLOYEES, after: 6, times: 1 });
		const { employees } = await run({ pageSize: 5, options: { parallelPages: 5 } });
		expect(employees).toHaveLength(everybody());
		const tokens = afas.log.entries.filter(({ url }) => url.endsWith(TOKEN));
		// The first, and one for those that were refused at the same time; a late one may ask once more.
		expect(tokens.length).toBeLessThanOrEqual(3);
	});
});
