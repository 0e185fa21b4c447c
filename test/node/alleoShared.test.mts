import { connect } from '../../nodes/Alleo/api/connect';
import { systemClock } from '../../nodes/shared/http/clock';
import { account } from '../unit/apply/helper.mts';
import { contextFor, standIns } from './alleo.helper.mts';

/**
 * Several runs with one key: each knows nothing of the others but what Alleo's headers say, as in processes
 * of their own. Real time, a real limit, real HTTP.
 */

const start = standIns();

const LIMIT = 300;
const WINDOW_SECONDS = 2;

/** So many calls one run after the other's, as many at the same time as the node allows. */
async function runOf(url: string, calls: number): Promise<string[]> {
	const { context } = contextFor({ baseUrl: url, parameters: {} });
	const { client } = await connect(context, { concurrency: 8, clock: systemClock });
	const all = await Promise.all(
		Array.from({ length: calls }, async () => await client.companies()),
	);
	return all.flatMap((reply) => (reply.ok ? [] : [reply.fault.kind]));
}

async function together(runs: number, calls: number) {
	const alleo = await start([account(1)], { rateLimit: LIMIT, rateWindowSeconds: WINDOW_SECONDS });
	const began = Date.now();
	const failed = await Promise.all(
		Array.from({ length: runs }, async () => await runOf(alleo.url, calls)),
	);
	const { byStatus, calls: all } = alleo.log.counts;
	return {
		failed: failed.flat(),
		refused: byStatus['429'] ?? 0,
		all,
		seconds: (Date.now() - began) / 1000,
	};
}

test.each([
	[1, 1200],
	[4, 300],
	[8, 150],
])(
	'%s runs of %s calls with one key: nothing fails, nor is more than one in a thousand refused',
	async (runs, calls) => {
		const { failed, refused, all, seconds } = await together(runs, calls);
		expect(failed).toEqual([]);
		expect(refused).toBeLessThanOrEqual(all / 1000);
		// 1,200 calls are four windows; what is left to others costs no other window.
		expect(seconds).toBeLessThan(30);
	},
);
