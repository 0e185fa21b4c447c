import { CREDENTIALS } from '../world/credentials.mts';
import type { BudgetField } from '../world/types.mts';

/** Every switch of the AFAS stand-in. */
export interface AfasSettings {
	environmentNumber: string;
	/** First letter tells the kind: O production, T test, A accept. */
	environmentId: string;
	tokenData: string;
	clientId: string;
	clientSecret: string;
	/** Which credentials this app connector takes. */
	authentication: 'both' | 'classic' | 'oauth';
	tokenSeconds: number;
	/** How the token answer writes the life of a token. */
	expiresIn: 'string' | 'number' | 'absent';
	refreshToken: 'null' | 'absent';
	invalidClientStatus: 400 | 401;
	/** The app connector demands DPoP: the token endpoint answers use_dpop_nonce. */
	demandsDpop: boolean;
	/** The caller's address is refused: 403 on everything. */
	refusesAddress: boolean;
	/** Connectors that this credential lacks. */
	hiddenConnectors: string[];
	notAvailableStatus: 401 | 500;
	blockedConnectors: string[];
	blockedStatus: 401 | 403 | 500;
	/** Connectors that answer 200 without rows, as with missing rights. */
	emptyConnectors: string[];
	/** Employers whose rows the token user may see; null = all. */
	visibleEmployers: string[] | null;
	/** Columns that the administrator renamed (new name) or removed (null), per connector. */
	columns: Record<string, Record<string, string | null>>;
	/** Budgets that the customer has free fields for, beside those of the usual connector. */
	budgetFields: BudgetField[];
	/** `take` as answered: as asked, or some other number. */
	echoedTake: 'same' | 'other';
	/** Columns times rows at which a page no longer fits. */
	largestPage: number;
	/** Largest query string, counted from and with the question mark. */
	longestQuery: number;
	/** Every page after the first starts with the last row of the page before it. */
	overlappingPages: boolean;
	dates: 'iso' | 'dutch';
	/** How yes/no free fields come. */
	booleans: 'boolean' | 'integer' | 'text';
	/** Leavers vanish this many days after their last day; null = never. */
	leaversVanishAfterDays: number | null;
	/** Milliseconds that a page takes, so that calls can overlap. */
	pageMs: number;
}

export const defaultAfasSettings = (): AfasSettings => ({
	environmentNumber: CREDENTIALS.afas.environmentNumber,
	environmentId: `O${CREDENTIALS.afas.environmentNumber}AA`,
	tokenData: CREDENTIALS.afas.tokenData,
	clientId: CREDENTIALS.afas.clientId,
	clientSecret: CREDENTIALS.afas.clientSecret,
	authentication: 'both',
	tokenSeconds: 3600,
	expiresIn: 'string',
	refreshToken: 'null',
	invalidClientStatus: 400,
	demandsDpop: false,
	refusesAddress: false,
	hiddenConnectors: [],
	notAvailableStatus: 401,
	blockedConnectors: [],
	blockedStatus: 500,
	emptyConnectors: [],
	visibleEmployers: null,
	columns: {},
	budgetFields: [],
	echoedTake: 'same',
	largestPage: 150_000,
	longestQuery: 2049,
	overlappingPages: false,
	dates: 'iso',
	booleans: 'boolean',
	leaversVanishAfterDays: null,
	pageMs: 0,
});
