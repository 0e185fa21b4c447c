import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { NmbrsSettings } from '../settings.mts';
import type { Consent, GrantResult, IdentityCounters, TokenReply } from './types.mts';

interface Code {
	consent: Consent;
	redirectUri: string;
	challenge: string | null;
	challengeMethod: 'S256' | 'plain';
	expiresAt: number;
	used: boolean;
}

interface RefreshToken {
	consent: Consent;
	expiresAt: number;
	used: boolean;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Authorization codes, access tokens and single-use rotating refresh tokens, in memory. */
export class Grants {
	readonly counters: IdentityCounters = {
		consents: 0,
		refusals: 0,
		codeExchanges: 0,
		refreshes: 0,
		reusedRefreshTokens: 0,
		invalidGrants: 0,
	};
	readonly consents: Consent[] = [];
	private readonly codes = new Map<string, Code>();
	private readonly accessTokens = new Map<string, { consent: Consent; expiresAt: number }>();
	private readonly refreshTokens = new Map<string, RefreshToken>();
	private readonly settings: () => NmbrsSettings;
	private readonly now: () => number;
	private readonly key = randomBytes(32);

	/** `now` in milliseconds. */
	constructor(settings: () => NmbrsSettings, now: () => number) {
		this.settings = settings;
		this.now = now;
	}

	giveConsent(
		clientId: string,
		scopes: string[],
		debtorIds: string[] | null,
		{ login, rights }: Pick<Consent, 'login' | 'rights'>,
	): Consent {
		if (this.settings().oneConsentPerLogin) {
			for (const earlier of this.consents) {
				if (earlier.login === login && earlier.clientId === clientId) earlier.withdrawn = true;
			}
		}
		const consent: Consent = {
			id: randomUUID(),
			clientId,
			login,
			rights,
			scopes,
			debtorIds,
			givenAt: this.now(),
			withdrawn: false,
		};
		this.consents.push(consent);
		this.counters.consents += 1;
		return consent;
	}

	issueCode(
		consent: Consent,
		redirectUri: string,
		challenge: string | null,
		challengeMethod: 'S256' | 'plain',
	): string {
		const code = randomBytes(24).toString('base64url');
		const expiresAt = this.now() + this.settings().codeSeconds * 1000;
		this.codes.set(code, {
			consent,
			redirectUri,
			challenge,
			challengeMethod,
			expiresAt,
			used: false,
		});
		return code;
	}

	exchangeCode(
		clientId: string,
		code: string,
		redirectUri: string,
		verifier: string | null,
	): GrantResult {
		const entry = this.codes.get(code);
		if (entry === undefined || entry.consent.clientId !== clientId) {
			return this.refuse('unknown authorization code');
		}
		if (entry.used) return this.refuse('authorization code was used before');
		if (entry.expiresAt <= this.now()) return this.refuse('authorization code has expired');
		if (entry.redirectUri !== redirectUri) return this.refuse('redirect_uri differs');
		if (entry.challenge !== null) {
			const given = verifier ?? '';
			const hashed = entry.challengeMethod === 'S256' ? sha256(given) : given;
			if (hashed !== entry.challenge) return this.refuse('code_verifier does not match');
		}
		entry.used = true;
		this.counters.codeExchanges += 1;
		return { ok: true, reply: this.issueTokens(entry.consent) };
	}

	refresh(clientId: string, token: string): GrantResult {
		const entry = this.refreshTokens.get(token);
		if (entry === undefined || entry.consent.clientId !== clientId) {
			return this.refuse('unknown refresh token');
		}
		if (entry.used) {
			this.counters.reusedRefreshTokens += 1;
			if (this.settings().refreshReuse === 'revokeConsent') entry.consent.withdrawn = true;
			return this.refuse('refresh token was used before');
		}
		if (entry.consent.withdrawn) return this.refuse('consent was withdrawn');
		if (entry.expiresAt <= this.now()) return this.refuse('refresh token has expired');
		entry.used = true;
		this.counters.refreshes += 1;
		return { ok: true, reply: this.issueTokens(entry.consent) };
	}

	/** RFC 7009: an unknown token is no error. */
	revoke(clientId: string, token: string): void {
		const refresh = this.refreshTokens.get(token);
		if (refresh?.consent.clientId === clientId) {
			this.refreshTokens.delete(token);
			refresh.consent.withdrawn = true;
		}
		if (this.accessTokens.get(token)?.consent.clientId === clientId) {
			this.accessTokens.delete(token);
		}
	}

	/** Every token that is still known here: what must not show up anywhere else. */
	tokens(): string[] {
		return [...this.accessTokens.keys(), ...this.refreshTokens.keys()];
	}

	/** The consent behind a bearer token that is still good, else null. */
	consentOf(accessToken: string): Consent | null {
		const entry = this.accessTokens.get(accessToken);
		if (entry === undefined || entry.consent.withdrawn) return null;
		return entry.expiresAt > this.now() ? entry.consent : null;
	}

	/** Ends every access token, as if its hour had passed: the next call answers 401. */
	expireAccessTokens(): void {
		this.accessTokens.clear();
	}

	/** Ends every consent, as after 30 days, or when another integration took the login over. */
	withdrawConsents(): void {
		for (const consent of this.consents) consent.withdrawn = true;
	}

	private issueTokens(consent: Consent): TokenReply {
		const { accessTokenSeconds, refreshTokenDays, refreshLife } = this.settings();
		const now = this.now();
		const payload = {
			iss: 'nmbrs-sandbox',
			client_id: consent.clientId,
			// One person, one subject, however many consents.
			sub: sha256(consent.login),
			jti: randomUUID(),
			exp: Math.floor(now / 1000) + accessTokenSeconds,
			scope: consent.scopes,
		};
		const unsigned = `${encode({ alg: 'HS256', typ: 'at+jwt' })}.${encode(payload)}`;
		const signature = createHmac('sha256', this.key).update(unsigned).digest('base64url');
		const accessToken = `${unsigned}.${signature}`;
		this.accessTokens.set(accessToken, { consent, expiresAt: now + accessTokenSeconds * 1000 });
		const reply: TokenReply = {
			access_token: accessToken,
			expires_in: accessTokenSeconds,
			token_type: 'Bearer',
			scope: consent.scopes.join(' '),
		};
		if (!consent.scopes.includes('offline_access')) return reply;
		const refreshToken = randomBytes(32).toString('hex').toUpperCase();
		const from = refreshLife === 'absolute' ? consent.givenAt : now;
		const expiresAt = from + refreshTokenDays * 24 * 60 * 60 * 1000;
		this.refreshTokens.set(refreshToken, { consent, expiresAt, used: false });
		return { ...reply, refresh_token: refreshToken };
	}

	private refuse(description: string): GrantResult {
		this.counters.invalidGrants += 1;
		return { ok: false, description };
	}
}
