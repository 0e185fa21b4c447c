import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { Clock } from '../shared/clock.mts';
import type { AlleoSettings } from './settings.mts';

/** Tokens and the rate limit window of the Customer API. */
export class AlleoAccess {
	private tokens = new Map<string, number>();
	private windowStart = 0;
	private used = 0;
	private requests = 0;
	private readonly settings: AlleoSettings;
	private readonly clock: Clock;

	constructor(settings: AlleoSettings, clock: Clock) {
		this.settings = settings;
		this.clock = clock;
	}

	issueToken(): { access_token: string; token_type: string; expires_in: number } {
		const token = `alleo-${randomBytes(24).toString('base64url')}`;
		this.tokens.set(token, this.clock.now() + this.settings.tokenSeconds * 1000);
		return { access_token: token, token_type: 'Bearer', expires_in: this.settings.tokenSeconds };
	}

	expireTokens(): void {
		this.tokens.clear();
	}

	reset(): void {
		this.expireTokens();
		this.used = 0;
		this.windowStart = 0;
	}

	requestId(): string {
		this.requests += 1;
		return `req-${String(this.requests).padStart(8, '0')}`;
	}

	isAuthorized(request: FastifyRequest): boolean {
		const [scheme, token] = (request.headers.authorization ?? '').split(' ');
		if (scheme?.toLowerCase() !== 'bearer' || token === undefined) return false;
		return (this.tokens.get(token) ?? 0) > this.clock.now();
	}

	/** Counts a call in the window, sets the headers, and says whether it was one too many. */
	isOverLimit(reply: FastifyReply): boolean {
		const { rateLimit, rateWindowSeconds, rateHeaders } = this.settings;
		const now = this.clock.now();
		if (now >= this.windowStart + rateWindowSeconds * 1000) {
			this.windowStart = now;
			this.used = 0;
		}
		this.used += 1;
		const leftMs = this.windowStart + rateWindowSeconds * 1000 - now;
		const over = this.used > rateLimit;
		if (rateHeaders) {
			void reply.headers({
				'x-ratelimit-limit': String(rateLimit),
				'x-ratelimit-remaining': String(Math.max(0, rateLimit - this.used)),
				'x-ratelimit-reset': String(Math.ceil(leftMs / 1000)),
			});
		}
		if (over) this.sayWhen(reply, leftMs);
		return over;
	}

	private sayWhen(reply: FastifyReply, leftMs: number): void {
		const { retryAfter } = this.settings;
		if (retryAfter === 'seconds')
			void reply.header('retry-after', String(Math.ceil(leftMs / 1000)));
		if (retryAfter === 'fraction') void reply.header('retry-after', (leftMs / 1000).toFixed(3));
		if (retryAfter === 'date') {
			const at = new Date(this.clock.now() + leftMs + 999);
			void reply.header('retry-after', at.toUTCString());
		}
	}
}
