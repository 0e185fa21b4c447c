import { connect } from '../../nodes/Alleo/api/connect';
import { VirtualTime } from '../support/virtualTime.mts';
import type { Life } from '../support/virtualTime.mts';
import { account } from '../unit/apply/helper.mts';
import { contextFor, standIns } from './alleo.helper.mts';

/**
 * Several runs with one key: each knows nothing of the others but what Alleo's headers say, as in processes
 * of their own. Real HTTP and a real limit, but one clock for all of them that no load of the machine moves.
 */

const start = standIns();

const LIMIT = 300;
const WINDOW_SECONDS = 60;

const usual: Life['way'] = (chance) => 30 + 40 * chance();

interface Lives {
	lifeOf: (run: number) => Life;
	/** A run comes so many milliseconds after the one before. */
	apart?: number;
}

const LIVES = {
	'all alike': { lifeOf: () => ({ way: usual }) },
	'one of them is far from Alleo': {
		lifeOf: (run) => ({ way: run === 0 ? () => 1000 : usual }),
	},
	'now and then an answer takes long': {
		lifeOf: () => ({
			way: (chance) => (chance() < 0.1 ? 800 * chance() : usual(chance)),
		}),
	},
	'each stands still now and then for a second': {
		lifeOf: (run) => ({
			way: usual,
			awake: (now) => {
				const into = (now + run * 700) % 3000;
				return into < 900 ? now + 900 - into : now;
			},
		}),
	},
	'each comes later than the one before': { lifeOf: () => ({ way: usual }), apart: 1700 },
} satisfies Record<string, Lives>;

/** So many calls of each run, as many at the same time as the node allows. */
async function together(runs: number, calls: number, { lifeOf, apart = 0 }: Lives) {
	const alleo = await start([account(1)], { rateLimit: LIMIT, rateWindowSeconds: WINDOW_SECONDS });
	const time = new VirtualTime();
	jest.spyOn(alleo.clock, 'now').mockImplementation(() => time.now);
	const runOf = async (_: unknown, run: number): Promise<string[]> => {
		const { clock, slow, pause } = time.live(run + 1, lifeOf(run));
		await pause(run * apart);
		const fake = contextFor({ baseUrl: alleo.url, parameters: {} });
		slow(fake);
		const { client } = await connect(fake.context, { concurrency: 8, clock });
		const all = await Promise.all(
			Array.from({ length: calls }, async () => await client.companies()),
		);
		return all.flatMap((reply) => (reply.ok ? [] : [reply.fault.kind]));
	};
	const began = time.now;
	const failed = await time.drive(Promise.all(Array.from({ length: runs }, runOf)));
	const { byStatus, calls: all } = alleo.log.counts;
	return {
		failed: failed.flat(),
		refused: byStatus['429'] ?? 0,
		all,
		windows: (time.now - began) / 1000 / WINDOW_SECONDS,
	};
}

afterEach(() => jest.restoreAllMocks());

/** Of real time, which decides nothing here. */
const PATIENCE_MS = 120_000;

test.each<[keyof typeof LIVES, number, number]>([
	['all alike', 1, 1200],
	['all alike', 4, 300],
	['all alike', 8, 150],
	['one of them is far from Alleo', 4, 300],
	['now and then an answer takes long', 8, 150],
	['each stands still now and then for a second', 8, 150],
	['each comes later than the one before', 8, 150],
])(
	'%s: %s runs of %s calls with one key: nothing fails, nor is more than one in a thousand refused',
	async (name, runs, calls) => {
		const { failed, refused, all, windows } = await together(runs, calls, LIVES[name]);
		expect(failed).toEqual([]);
		expect(refused).toBeLessThanOrEqual(all / 1000);
		// 1,200 calls fill four windows; what each leaves to the others costs one more, and not two.
		expect(windows).toBeLessThan(6);
	},
	PATIENCE_MS,
);
