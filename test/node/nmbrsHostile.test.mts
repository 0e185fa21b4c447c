import type { FaultInput } from '../../sandbox/shared/faults.mts';
import type { ListFault } from '../../sandbox/nmbrs/listFaults.mts';
import type { NmbrsSettings } from '../../sandbox/nmbrs/settings.mts';
import { smallWorld } from '../sandbox/nmbrsClient.mts';
import { useFastClock } from '../support/fastClock.mts';
import { NmbrsBench, type NodeRun } from '../support/nmbrsNode.mts';

/**
 * Hostile answers. In each: nobody is lost silently, and the user reads one message, no stack. A
 * trouble that passes leaves no trace; one that stays makes the company incomplete, with its reason.
 */

const { waits } = useFastClock();

const PAGES = { options: { pageSize: 10 } };
const FIRST = 'c1000000-0000-4000-8000-000000000001';

let bench: NmbrsBench;
let whole: string[];

async function start(settings: Partial<NmbrsSettings> = {}): Promise<void> {
	bench = await NmbrsBench.start({ world: smallWorld(80), settings });
	const run = await bench.run(PAGES);
	whole = idsOf(run);
	waits.length = 0;
}
afterEach(async () => await bench.close());

const idsOf = ({ employees }: NodeRun): string[] =>
	employees.map(({ employeeId }) => employeeId).sort();

const firstCompany = ({ coverage }: NodeRun): NodeRun['coverage'][number] | undefined =>
	coverage.find(({ partition }) => partition === FIRST);

describe('trouble that passes', () => {
	const passing: Array<[string, FaultInput]> = [
		['a 429 without Retry-After', { kind: 'status', status: 429, times: 2 }],
		['a 429 with seconds', { kind: 'status', status: 429, retryAfter: 3, times: 2 }],
		['a 429 with a fraction', { kind: 'status', status: 429, retryAfter: '0.5', times: 2 }],
		[
			'a 429 with a date',
			{ kind: 'status', status: 429, retryAfter: 'date', retrySeconds: 5, times: 2 },
		],
		['a 503', { kind: 'status', status: 503, times: 3 }],
		[
			'a 503 with retry_after',
			{ kind: 'status', status: 503, body: '{"retry_after": 4}', times: 1 },
		],
		[
			'a 502 with a web page',
			{ kind: 'status', status: 502, body: '<html>bad gateway</html>', times: 1 },
		],
		['a dropped connection', { kind: 'drop', times: 2 }],
		['an answer that is lost on its way', { kind: 'dropAfter', times: 1 }],
		['a stall of 900 ms', { kind: 'latency', ms: 900, times: 1 }],
		['truncated JSON once', { kind: 'truncatedJson', times: 1 }],
		['HTML with status 200 once', { kind: 'html', times: 1 }],
		['an expired token in the middle', { kind: 'expiredToken', after: 4, times: 1 }],
	];
	test.each(passing)('%s: everybody is read', async (_name, fault) => {
		await start();
		bench.server.faults.add({ path: '/api/companies/*/employees/', ...fault });
		const run = await bench.run(PAGES);
		expect(idsOf(run)).toEqual(whole);
		expect(run.coverage.every(({ complete }) => complete)).toBe(true);
	});

	test('a storm of 429 slows down and comes through', async () => {
		await start();
		bench.server.faults.add({
			kind: 'status',
			status: 429,
			retryAfter: 2,
			path: '/personalinfo',
			times: 4,
		});
		const run = await bench.run(PAGES);
		expect(idsOf(run)).toEqual(whole);
		expect(waits.filter((wait) => wait >= 1900).length).toBeGreaterThan(0);
	});

	test('an expired token is refreshed once, also with pages in parallel', async () => {
		await start();
		bench.server.faults.add({ kind: 'expiredToken', path: '/personalinfo', after: 1, times: 1 });
		bench.refreshes = 0;
		const run = await bench.run(PAGES);
		expect(idsOf(run)).toEqual(whole);
		expect(bench.refreshes).toBeGreaterThanOrEqual(1);
	});

	const once: Array<[string, Omit<ListFault, 'list' | 'companyId' | 'times'>]> = [
		['an empty page', { kind: 'emptyPage', page: 2 }],
		['a repeated page', { kind: 'repeatPage', page: 2 }],
		['a short page', { kind: 'shortPage', page: 2 }],
		['totals that shrink', { kind: 'shrinkTotals', page: 3 }],
		['totals that grow', { kind: 'growTotals', page: 2 }],
	];
	test.each(once)('%s once: read again, and complete', async (_name, fault) => {
		await start();
		bench.server.state.configure({
			listFaults: [{ ...fault, list: 'personalinfo', companyId: FIRST, times: 1 }],
		});
		const run = await bench.run(PAGES);
		expect(idsOf(run)).toEqual(whole);
		expect(firstCompany(run)).toMatchObject({ complete: true, error: null });
	});
});

describe('answers that differ but say the same', () => {
	const settings: Array<[string, Partial<NmbrsSettings>]> = [
		['nextPage null', { nextPage: 'null' }],
		['nextPage ""', { nextPage: 'empty' }],
		['no nextPage', { nextPage: 'absent' }],
		['no totals', { totals: 'absent' }],
		['pages counted, records not', { totals: 'pages' }],
		['no totals and no nextPage', { totals: 'absent', nextPage: 'absent' }],
	];
	test.each(settings)('%s: everybody is read', async (_name, patch) => {
		await start();
		bench.server.state.configure(patch);
		const run = await bench.run(PAGES);
		expect(idsOf(run)).toEqual(whole);
		expect(run.coverage.every(({ complete }) => complete)).toBe(true);
	});

	test('a page in another order is the same people', async () => {
		await start();
		bench.server.state.configure({ listFaults: [{ kind: 'reversedPage', page: 2 }] });
		const run = await bench.run(PAGES);
		expect(idsOf(run)).toEqual(whole);
		expect(run.coverage.every(({ complete }) => complete)).toBe(true);
	});
});
