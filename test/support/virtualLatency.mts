import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { IHttpRequestOptions } from 'n8n-workflow';
import type { FakeContext } from './fakeContext.mts';

type Reply = { body: AsyncIterable<Uint8Array> };
type Send = (this: unknown, name: string, request: IHttpRequestOptions) => Promise<Reply>;

/** So many turns without a new call, and nobody is at work any more. */
const QUIET_TURNS = 3;

/**
 * A vendor of whom every answer takes the same time, on a clock that goes on only while nobody works. So
 * it measures whether all calls that may be under way are, whatever else the machine does.
 */
export class VirtualLatency {
	now = 0;

	calls = 0;

	#asking = 0;

	#waiting: Array<{ at: number; answer: () => void }> = [];

	constructor(private readonly ms: number) {}

	/** From now on the context's answers take their time. */
	slow({ context }: FakeContext): void {
		const helpers = context.helpers as unknown as { httpRequestWithAuthentication: Send };
		const send = helpers.httpRequestWithAuthentication;
		const later = async (asked: () => Promise<Reply>): Promise<Reply> => await this.#later(asked);
		helpers.httpRequestWithAuthentication = async function (name, request) {
			return await later(async () => await send.call(this, name, request));
		};
	}

	/** Lets a run go to its end. */
	async drive<T>(run: Promise<T>): Promise<T> {
		let ended = false;
		const end = (): void => void (ended = true);
		run.then(end, end);
		while (!ended) {
			await this.#quiet();
			const next = Math.min(...this.#waiting.map(({ at }) => at));
			const due = this.#waiting.filter(({ at }) => at === next);
			this.#waiting = this.#waiting.filter(({ at }) => at !== next);
			if (due.length > 0) this.now = next;
			for (const { answer } of due) answer();
		}
		return await run;
	}

	async #later(asked: () => Promise<Reply>): Promise<Reply> {
		this.calls += 1;
		const at = this.now + this.ms;
		this.#asking += 1;
		try {
			const reply = await asked();
			const body = Buffer.from(await text(reply.body));
			const waited = new Promise<void>((answer) => this.#waiting.push({ at, answer }));
			this.#asking -= 1;
			await waited;
			return { ...reply, body: Readable.from([body]) };
		} catch (error) {
			this.#asking -= 1;
			throw error;
		}
	}

	async #quiet(): Promise<void> {
		let calls = this.calls;
		for (let turns = 0; turns < QUIET_TURNS; turns += 1) {
			await wait(1);
			if (this.#asking === 0 && calls === this.calls) continue;
			turns = -1;
			({ calls } = this);
		}
	}
}
