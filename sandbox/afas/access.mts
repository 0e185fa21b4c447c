import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { Clock } from '../shared/clock.mts';
import type { AfasSettings } from './settings.mts';

/** Both ways in: the classic AfasToken header, and OAuth client credentials with a bearer token. */
export class AfasAccess {
	private tokens = new Map<string, number>();
	private readonly settings: AfasSettings;
	private readonly clock: Clock;

	constructor(settings: AfasSettings, clock: Clock) {
		this.settings = settings;
		this.clock = clock;
	}

	expireTokens(): void {
		this.tokens.clear();
	}

	/** The token endpoint: credentials in the body only; Basic besides them is refused. */
	token(request: FastifyRequest, reply: FastifyReply): FastifyReply {
		const { settings } = this;
		const refuse = (status: number, error: string): FastifyReply =>
			reply.code(status).send({ error });
		const form = (request.body ?? {}) as Record<string, unknown>;
		if (settings.refusesAddress) return reply.code(403).send();
		if (settings.demandsDpop) return refuse(400, 'use_dpop_nonce');
		if (typeof form['grant_type'] !== 'string') return refuse(400, 'invalid_request');
		if (form['grant_type'] !== 'client_credentials') return refuse(400, 'unsupported_grant_type');
		if (request.headers.authorization !== undefined) return refuse(401, 'invalid_client');
		const known =
			form['client_id'] === settings.clientId && form['client_secret'] === settings.clientSecret;
		if (!known || settings.authentication === 'classic') {
			return refuse(settings.invalidClientStatus, 'invalid_client');
		}
		const signature = randomBytes(32).toString('base64url');
		const token = `eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.bWFkZS11cA.${signature}`;
		this.tokens.set(token, this.clock.now() + settings.tokenSeconds * 1000);
		return reply.send({
			access_token: token,
			...(settings.refreshToken === 'null' ? { refresh_token: null } : {}),
			token_type: 'Bearer',
			...this.expiresIn(),
		});
	}

	private expiresIn(): { expires_in?: string | number } {
		const { expiresIn, tokenSeconds } = this.settings;
		if (expiresIn === 'absent') return {};
		return { expires_in: expiresIn === 'string' ? String(tokenSeconds) : tokenSeconds };
	}

	/** 200 when the caller may go on, else the status of the refusal. */
	check(request: FastifyRequest): 200 | 401 | 403 | 500 {
		const { settings } = this;
		if (settings.refusesAddress) return 403;
		const header = request.headers.authorization ?? '';
		const at = header.indexOf(' ');
		const [scheme, value] = [header.slice(0, Math.max(at, 0)), header.slice(at + 1)];
		if (scheme === 'Bearer' && settings.authentication !== 'classic') {
			return (this.tokens.get(value) ?? 0) > this.clock.now() ? 200 : 401;
		}
		if (scheme !== 'AfasToken' || settings.authentication === 'oauth') return 401;
		if (value.includes('<')) return 500;
		const xml = `<token><version>1</version><data>${settings.tokenData}</data></token>`;
		return value === Buffer.from(xml, 'utf8').toString('base64') ? 200 : 401;
	}
}
