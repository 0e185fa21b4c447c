import type { SourceResult } from '../parts/source.mts';
import type { SourceAddress } from '../servers/source.mts';
import { runPart } from '../tool/part.mts';
import { startServer } from '../tool/server.mts';

/** One source node against its stand-in: how it is measured, and what the floor is. */

export const LATENCY = 40;
export const COMPANIES = 50;

export interface Setup {
	system: 'nmbrs' | 'afas';
	title: string;
	/** Calls at the same time; for the speed as the node has it when nobody changes it. */
	usual: number;
	most: number;
	/** So many times the floor, as it is and at the most, and no more. */
	aim: { usual: number; most: number };
	/** Paths whose answers are pages of rows. */
	pages: RegExp;
}

export const SETUPS: readonly Setup[] = [
	{
		system: 'nmbrs',
		title: 'NMBRS',
		usual: 2,
		most: 8,
		aim: { usual: 1.3, most: 1.2 },
		pages: /\/employees\//,
	},
	{
		system: 'afas',
		title: 'AFAS',
		usual: 1,
		most: 5,
		aim: { usual: 1.3, most: 1.6 },
		pages: /\/connectors\//,
	},
];

export interface Speed {
	setup: Setup;
	concurrency: number;
	result: SourceResult;
	/** Every call takes the latency, so many at a time, and every answer is parsed once. */
	floor: number;
	ratio: number;
	/** The same with pages of rows only, without the calls that prove the reading. */
	pagesRatio: number;
}

async function measured(
	file: string,
	setup: Setup,
	people: number,
	args: object,
): Promise<SourceResult> {
	const { system } = setup;
	const companies = COMPANIES;
	const server = await startServer<SourceAddress>('source', { system, people, companies });
	try {
		return await runPart<SourceResult>(file, { system, address: server.about, ...args });
	} finally {
		await server.stop();
	}
}

/** Against remembered answers that each take the latency. */
export async function speed(
	file: string,
	setup: Setup,
	people: number,
	concurrency: number,
): Promise<Speed> {
	const args = { concurrency, latencyMs: LATENCY, rounds: 2, replay: true };
	const result = await measured(file, setup, people, args);
	const floorOf = (calls: number): number => (calls * LATENCY) / concurrency + result.parse;
	const floor = floorOf(result.calls.calls);
	const pagesRatio = result.time / floorOf(result.pages);
	return { setup, concurrency, result, floor, ratio: result.time / floor, pagesRatio };
}

/** As fast as the stand-in answers; nothing is remembered, so that only the node's memory counts. */
export const memory = (file: string, setup: Setup, people: number): Promise<SourceResult> =>
	measured(file, setup, people, {
		concurrency: setup.most,
		latencyMs: 0,
		rounds: 1,
		replay: false,
	});
