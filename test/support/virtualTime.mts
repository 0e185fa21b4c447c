import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import type { IHttpRequestOptions } from 'n8n-workflow';
import type { TransportClock } from '../../nodes/shared/http';
import type { FakeContext } from './fakeContext.mts';

interface Event {
	at: number;
	run: () => void | Promise<void>;
}

type Reply = { body: AsyncIterable<Uint8Array> };
type Send = (this: unknown, name: string, request: IHttpRequestOptions) => Promise<Reply>;

/** So many turns of Node's loop, and whoever was woken has done what needs no vendor and no time. */
const TURNS = 20;

/** How a run of its own process lives in virtual time, all in milliseconds. */
export interface Life {
	/** One way to the vendor, or back. */
	way: (chance: () => number) => number;
	/** When it works next: its process may stand still for a while. */
	awake?: (now: number) => number;
}

/** The same numbers in every run, 0 inclusive to 1 exclusive. */
function chanceOf(seed: number): () => number {
	let state = seed * 7919 + 13;
	return () => {
		state = (state * 1103515245 + 12345) % 2147483648;
		return state / 2147483648;
	};
}

/**
 * One clock for a vendor's stand-in and all who call it. One thing happens after the other, each call as a
 * whole, and time goes on only when nobody is at work. So what comes out is the same on any machine.
 */
export class VirtualTime {
	/** Not 0, which is before the first window of a stand-in. */
	now = Date.UTC(2026, 0, 1);

	#events: Event[] = [];

	/** The clock of one run, whose calls take their time from now on. */
	live(seed: number, { way, awake = (now) => now }: Life) {
		const random = chanceOf(seed);
		const pause = async (ms: number): Promise<void> =>
			await new Promise((resolve) => this.#at(awake(this.now + ms), resolve));
		const ask = async (asked: () => Promise<Reply>): Promise<Reply> =>
			await new Promise((resolve, reject) => {
				this.#at(this.now + way(random), async () => {
					let end: () => void;
					try {
						const reply = await asked();
						const body = Buffer.from(await text(reply.body));
						end = () => resolve({ ...reply, body: Readable.from([body]) });
					} catch (error) {
						end = () => reject(error);
					}
					this.#at(awake(this.now + way(random)), end);
				});
			});
		const clock: TransportClock = { now: () => this.now, random, sleep: pause };
		const slow = ({ context }: FakeContext): void => {
			const helpers = context.helpers as unknown as { httpRequestWithAuthentication: Send };
			const send = helpers.httpRequestWithAuthentication;
			helpers.httpRequestWithAuthentication = async function (name, request) {
				return await ask(async () => await send.call(this, name, request));
			};
		};
		return { clock, slow, pause };
	}

	/** Lets what runs go to its end. */
	async drive<T>(run: Promise<T>): Promise<T> {
		let ended = false;
		const end = (): void => void (ended = true);
		run.then(end, end);
		for (;;) {
			for (let turns = 0; turns < TURNS; turns += 1) await turn();
			if (ended) return await run;
			const next = this.#events.reduce<Event | undefined>(
				(first, event) => (first === undefined || event.at < first.at ? event : first),
				undefined,
			);
			if (next === undefined) throw new Error('Everybody waits, and nothing is to come.');
			this.#events.splice(this.#events.indexOf(next), 1);
			this.now = Math.max(this.now, next.at);
			await next.run();
		}
	}

	#at(at: number, run: Event['run']): void {
		this.#events.push({ at, run });
	}
}
