import { CREDENTIALS } from '../world/credentials.mts';

/** Every switch of the Alleo stand-in; the vendor's pages leave open what most of them decide. */
export interface AlleoSettings {
	accessKey: string;
	secretKey: string;
	/** Life of an access token in seconds; may be fractional. */
	tokenSeconds: number;
	/** Calls per window over all endpoints but the token's, per access key. */
	rateLimit: number;
	rateWindowSeconds: number;
	/** Whether answers carry the X-RateLimit headers. */
	rateHeaders: boolean;
	/** How a 429 tells when to come back. */
	retryAfter: 'seconds' | 'fraction' | 'date' | 'none';
	/** Where an e-mail address must be unique. */
	emailUnique: 'company' | 'global';
	/** Largest page; a larger `limit` is cut to it or refused with 422. */
	maxLimit: number;
	limitOverflow: 'cut' | 'refuse';
	/** Rows per page at most, whatever was asked for: short pages before the last. */
	shortPages: number | null;
	/** What a list without `is_active` holds. */
	withoutIsActive: 'all' | 'active';
	/** Activating the active, or deactivating the inactive. */
	repeatedAction: 'ok' | 'conflict';
	/** What null does to an optional field in a PATCH. */
	nullInPatch: 'clear' | 'ignore';
	/** Whether a create may leave out optional keys. */
	shortCreate: boolean;
	/** The domain part of an address comes back in lower case. */
	lowerCaseDomain: boolean;
	/** Companies that these keys may see in the list but not open: 403. */
	forbiddenCompanies: number[];
	/** Leaves out keys that are null: only id and is_active are sure in an answer. */
	omitNulls: boolean;
}

export const defaultAlleoSettings = (): AlleoSettings => ({
	...CREDENTIALS.alleo,
	tokenSeconds: 3600,
	rateLimit: 600,
	rateWindowSeconds: 60,
	rateHeaders: true,
	retryAfter: 'seconds',
	emailUnique: 'company',
	maxLimit: 100,
	limitOverflow: 'cut',
	shortPages: null,
	withoutIsActive: 'all',
	repeatedAction: 'ok',
	nullInPatch: 'clear',
	shortCreate: true,
	lowerCaseDomain: true,
	forbiddenCompanies: [],
	omitNulls: false,
});
