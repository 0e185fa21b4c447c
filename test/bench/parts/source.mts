import type { Coverage } from '../../../core/model/employee';
import type { System } from '../../../sandbox/world/types.mts';
import { outputOf } from '../../support/engine.mts';
import { afasRun, nmbrsRun } from '../data/sourceSteps.mts';
import type { SourceRun } from '../data/sourceSteps.mts';
import { runSteps } from '../data/workflow.mts';
import type { Calls } from '../servers/replay.mts';
import type { SourceAddress } from '../servers/source.mts';
import { peakMb } from '../tool/measure.mts';
import { argumentsOf, report } from '../tool/part.mts';

/** One source node in n8n's own engine, over real HTTP, against answers that take a fixed time. */

export interface SourceResult {
	people: number;
	partitions: number;
	/** Pages of rows, without the calls that prove the reading. */
	pages: number;
	/** Time of the node in milliseconds, the best of the rounds. */
	time: number;
	calls: Omit<Calls, 'urls'>;
	/** JSON.parse of every answer once. */
	parse: number;
	/** The same calls by a client that only parses them, as many at a time. */
	bare: number;
	megabytes: number;
	peakMb: number;
}

const { system, address, concurrency, latencyMs, rounds, replay } = argumentsOf<{
	system: System;
	address: SourceAddress;
	concurrency: number;
	latencyMs: number;
	rounds: number;
	/** Measure against remembered answers; else once, as the stand-in answers. */
	replay: boolean;
}>();

const control = async (path: string): Promise<Calls> =>
	(await (await fetch(`${address.replay}/_bench/${path}`)).json()) as Calls;

type Read = Pick<SourceResult, 'time' | 'people' | 'partitions' | 'pages'>;

async function readOnce(run: SourceRun): Promise<Read> {
	const { nodes, run: done } = await runSteps([run.step], run.keys);
	const coverage = outputOf<Coverage>(done, run.step.name, 1);
	const broken = coverage.find(({ complete }) => !complete);
	if (broken !== undefined) throw new Error(`not complete: ${JSON.stringify(broken)}`);
	return {
		time: nodes[run.step.name] ?? 0,
		people: outputOf(done, run.step.name).length,
		partitions: coverage.length,
		pages: coverage.reduce((sum, { pages }) => sum + pages, 0),
	};
}

/** Fetches the addresses, so many at a time, and parses what comes. */
async function fetchAll(urls: readonly string[], headers: SourceRun['headers']): Promise<string[]> {
	const texts: string[] = [];
	let next = 0;
	const worker = async (): Promise<void> => {
		for (let url = urls[next++]; url !== undefined; url = urls[next++]) {
			const text = await (await fetch(address.replay + url, { headers })).text();
			JSON.parse(text);
			texts.push(text);
		}
	};
	await Promise.all(Array.from({ length: concurrency }, worker));
	return texts;
}

async function main(): Promise<void> {
	const options = { url: address.url, origin: address.origin, concurrency };
	const run = system === 'nmbrs' ? await nmbrsRun(options) : afasRun(options);
	if (replay) {
		await control('start');
		await readOnce(run);
	}
	let best: Read = { time: Infinity, people: 0, partitions: 0, pages: 0 };
	let calls: Calls | null = null;
	for (let round = 0; round < rounds; round++) {
		await control(`start?latency=${latencyMs}&remember=${replay ? 1 : 0}`);
		const read = await readOnce(run);
		if (read.time < best.time) best = read;
		calls = await control('calls');
	}
	if (calls === null) throw new Error('no rounds');
	const peak = peakMb();
	const { urls, ...counted } = calls;
	let bare = 0;
	let parse = 0;
	let megabytes = 0;
	if (replay) {
		const from = performance.now();
		const texts = await fetchAll(urls, run.headers);
		bare = performance.now() - from;
		for (const text of texts) {
			const begun = performance.now();
			JSON.parse(text);
			parse += performance.now() - begun;
			megabytes += text.length / 1e6;
		}
	}
	report({
		...best,
		calls: counted,
		parse,
		bare,
		megabytes,
		peakMb: peak,
	} satisfies SourceResult);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});
