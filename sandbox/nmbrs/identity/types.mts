/** One consent of one customer for one client. Tokens point at it; withdrawing it kills them all. */
export interface Consent {
	id: string;
	clientId: string;
	/** E-mail address of who gave it, in lower case. */
	login: string;
	/** What the login may read at all; see `NmbrsLogin`. */
	rights: 'full' | 'none' | 'empty';
	scopes: string[];
	/** REST debtor ids that the person chose; null = every debtor, also later ones. */
	debtorIds: string[] | null;
	givenAt: number;
	withdrawn: boolean;
}

export interface TokenReply {
	access_token: string;
	expires_in: number;
	token_type: 'Bearer';
	refresh_token?: string;
	scope: string;
}

export type GrantResult = { ok: true; reply: TokenReply } | { ok: false; description: string };

export interface IdentityCounters {
	consents: number;
	refusals: number;
	codeExchanges: number;
	/** Successful refreshes: a test proves with it that parallel requests refresh once. */
	refreshes: number;
	/** Attempts with a refresh token that was used before. */
	reusedRefreshTokens: number;
	invalidGrants: number;
}
