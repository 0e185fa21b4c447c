import { parseArgs } from 'node:util';

/** What stands behind `npm run bench:fleet --`; everything when nothing is chosen. */

export type EngineKind = 'queue' | 'sqlite';
export type Starts = 'staggered' | 'atOnce';

export interface Options {
	/** Sizes of the fleet. */
	customers: number[];
	/** Sizes of the one large customer. */
	people: number[];
	engines: EngineKind[];
	starts: Starts[];
	/** Seconds between two starts that are staggered. */
	apart: number;
	/** Only a part was asked for: shown, not written. */
	isPart: boolean;
}

export const USAGE = `npm run bench:fleet -- [--customers 50,200] [--people 1000,10000,50000,100000]
  [--queue] [--sqlite] [--starts staggered,atOnce] [--apart 5] [--write]
  --customers or --people alone runs that half only; a part is shown and not written unless --write is given`;

const numbers = (text: string): number[] =>
	text.split(',').map((part) => {
		if (/^\d{1,7}$/.test(part)) return Number(part);
		throw new Error(`"${part}" is no whole number.\n${USAGE}`);
	});

const isStarts = (text: string): text is Starts => text === 'staggered' || text === 'atOnce';

export function readOptions(): Options {
	const { values } = parseArgs({
		options: {
			customers: { type: 'string' },
			people: { type: 'string' },
			queue: { type: 'boolean', default: false },
			sqlite: { type: 'boolean', default: false },
			starts: { type: 'string', default: 'staggered,atOnce' },
			apart: { type: 'string', default: '5' },
			write: { type: 'boolean', default: false },
		},
	});
	const { customers, people, queue, sqlite } = values;
	const all = customers === undefined && people === undefined;
	const starts = values.starts.split(',').filter(isStarts);
	if (starts.length === 0) throw new Error(USAGE);
	const engines: EngineKind[] =
		queue === sqlite ? ['queue', 'sqlite'] : queue ? ['queue'] : ['sqlite'];
	return {
		customers: numbers(customers ?? (all ? '50,200' : '0')).filter((size) => size > 0),
		people: numbers(people ?? (all ? '1000,10000,50000,100000' : '0')).filter((size) => size > 0),
		engines,
		starts,
		apart: numbers(values.apart)[0] ?? 5,
		isPart: !values.write && (!all || queue || sqlite || starts.length < 2),
	};
}
