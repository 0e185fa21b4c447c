import { sleep } from 'n8n-workflow';

import type { TransportClock } from './types';

/** Longest single sleep: an n8n that does not know the signal yet still stops within a second. */
const SLICE_MS = 1000;

/** The real clock. A cancelled execution ends the sleep early; the caller looks at the signal. */
export const systemClock: TransportClock = {
	now: () => Date.now(),
	random: () => Math.random(),
	async sleep(ms, signal) {
		for (let left = ms; left > 0 && signal?.aborted !== true; left -= SLICE_MS) {
			try {
				await sleep(Math.min(left, SLICE_MS), signal);
			} catch {
				return; // rejects only because the signal fired
			}
		}
	},
};
