/** Our own steps between attempts. */
const BACKOFF_STEPS_MS = [1000, 2000, 4000, 8000, 15000];

/**
 * How long the server asks us to stay away, in milliseconds; null when it does not say.
 * Understands seconds (`3`), a fraction (`0.5`) and an HTTP date (RFC 9110, 10.2.3), and the number
 * `retry_after` that some servers put into a JSON body instead. A date in the past is 0.
 */
export function parseRetryAfter(
	header: string | undefined,
	body: string,
	now: number,
): number | null {
	const value = header?.trim() ?? '';
	if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
	if (value !== '' && /[a-z]/i.test(value)) {
		const at = Date.parse(value);
		if (!Number.isNaN(at)) return Math.max(0, at - now);
	}
	const inBody = /"retry_?after"\s*:\s*"?(\d+(?:\.\d+)?)/i.exec(body.slice(0, 2000));
	return inBody === null ? null : Math.ceil(Number(inBody[1]) * 1000);
}

/**
 * The wait before attempt `attempt + 1`, in milliseconds. What the server asked for is kept; from the
 * second time on not less than the step before, since "0", and a date that our clock has passed
 * already, would spend every attempt within a moment. Without a hint our own steps double. Up to a quarter (at most 1 s) is added by chance, so that parallel requests do
 * not come back in step.
 */
export function retryDelay(attempt: number, askedMs: number | null, random: number): number {
	const step = BACKOFF_STEPS_MS[Math.min(attempt, BACKOFF_STEPS_MS.length) - 1] ?? 1000;
	const least = attempt < 2 ? 0 : (BACKOFF_STEPS_MS[attempt - 2] ?? step);
	const base = askedMs === null ? step : Math.max(askedMs, least);
	return Math.round(base + Math.min(Math.max(base, 200) * 0.25, 1000) * random);
}
