import { z } from 'zod';
import { SelectiveSync } from '../model/selectiveSync';
import { AccessSeen } from './access';
import { FilterSeen, SeveralCompanies } from './filter';
import { AfasPay, ChosenLeave, ChosenWage } from './pay';
import {
	ConnectSystem,
	ConnectTest,
	CredentialRef,
	CustomerCredentialType,
	NamedId,
} from './connection';

/**
 * An invitation as it is kept, one row of a Data Table. No readable secret: the link cannot be made
 * from it without the signing key, and what the customer gave lies in it sealed until the end.
 *
 * `open` (made, or begun) -> `connecting` (the customer gave access, and still chooses) -> `used`.
 * `revoked` from either. `used` becomes `ended` when the connection was disconnected. Everything in it
 * is under `signature`, and every step is one compare-and-set on the signature before it: of two
 * requests at once, in whatever process, one wins and the other sees that it lost.
 */
export const INVITATION_STATES = ['open', 'connecting', 'used', 'revoked', 'ended'] as const;
export const InvitationState = z.enum(INVITATION_STATES);
export type InvitationState = z.infer<typeof InvitationState>;

const text = z
	.string()
	.nullish()
	.transform((value) => value ?? '');

export const InvitationRow = z.object({
	invitation: z.string().min(1),
	customer: z.string().min(1),
	system: ConnectSystem,
	state: InvitationState,
	/** Instants in UTC. */
	created_at: text,
	expires_at: z.string().min(1),
	used_at: text,
	/** Carried from one connection of the customer to the next. */
	integration: z.string().min(1),
	workflow: text,
	/** The Alleo company that the people come into, carried to the daily sync; empty where none was given. */
	alleo_company: text,
	/** What is asked for beside the employees; see `InvitedParts`. */
	parts: text,
	/** Credential that this connection takes the place of; empty for a first connection. */
	replaces: text,
	replaces_name: text,
	replaces_type: text.pipe(z.union([CustomerCredentialType, z.literal('')])),
	replaces_customer: text,
	replaces_at: text,
	/** Changes with every step; the state of OAuth2 and the forms are bound to it. */
	step: text,
	/** Hash of the cookie of the browser that began. */
	browser: text,
	/** Ids and names, as JSON: what is connected so far. See `ConnectProgress`. */
	progress: text,
	/** Hash of the vendor's login, where the vendor tells it; finds one login with two customers. */
	login: text,
	/** The item that the node gave out, as JSON (`CustomerConnection`); empty until `used`. */
	connection: text,
	/** Ids of the debtors or the AFAS environment, with a space around each: ` a b `. */
	partitions: text,
	/** The only AFAS environment that may be connected, such as O12345AA; empty where none was given. */
	environment: text,
	/** What the customer gave, encrypted, while it is on the way; see nodes/shared/connect/sealed. */
	sealed: text,
	/** When secrets were tested and consents begun, as JSON. See `ConnectTries`. */
	tries: text,
	/** The Alleo credential of this customer, see `AlleoKey`; empty for the wide one. */
	alleo_key: text,
	/** HMAC over all the others: a row that was changed by hand is not believed. */
	signature: text,
});
export type InvitationRow = z.infer<typeof InvitationRow>;

/** Columns of the Data Table, all text. */
export const INVITATION_COLUMNS = Object.keys(InvitationRow.shape) as Array<keyof InvitationRow>;

/** Name of the Data Table where nothing else is chosen. */
export const INVITATION_TABLE = 'alleo_invitations';

/** Characters of a customer's name. */
export const LONGEST_NAME = 120;

/** What is connected so far, while the customer is on the way; no secret. */
export const ConnectProgress = z.object({
	/** Types whose secrets lie sealed in the row. */
	given: z.array(CustomerCredentialType).default([]),
	/** Credentials of n8n that the end has made or is to replace; before the end there are none. */
	credentials: z.record(CustomerCredentialType, CredentialRef).default({}),
	/** Instant at which this browser took the invitation; empty before anybody did. */
	begun: z.string().default(''),
	/** Instant at which the end began; empty before it. */
	finishing: z.string().default(''),
	/** An earlier attempt with this link, by this browser or another, was dropped. */
	dropped: z.boolean().default(false),
	/** What the customer may choose from, as the vendor listed it. */
	debtors: z.array(NamedId).default([]),
	companies: z.array(NamedId.extend({ debtor: z.string().nullable() })).default([]),
	/** What the customer chose; no companies = every company of the chosen debtors, also later ones. */
	chosen: z.boolean().default(false),
	chosenDebtors: z.array(z.string()).default([]),
	chosenCompanies: z.array(z.string()).default([]),
	wageComponents: z.array(ChosenWage).default([]),
	leaveGroups: z.array(ChosenLeave).default([]),
	/** AFAS: where pay is, and what is what; null where it was not asked for. */
	afasPay: AfasPay.nullable().default(null),
	/** The page with what is what, and who takes part, was answered. */
	picked: z.boolean().default(false),
	/** What there is to pick from, as the vendor listed it; of AFAS the leave types. */
	wageChoices: z.array(z.object({ code: z.string(), name: z.string().nullable() })).default([]),
	leaveChoices: z.array(z.object({ id: z.string(), name: z.string().nullable() })).default([]),
	/** The NMBRS API token: what it can read, and that this step is over. */
	tokenTests: z.array(ConnectTest).default([]),
	tokenDone: z.boolean().default(false),
	environment: z.string().nullable().default(null),
	/** Customers who share the login or a debtor, found when the vendor was read. */
	sharedLogin: z.array(z.string()).default([]),
	sharedPartitions: z.array(z.string()).default([]),
	/** Invitations whose rows were changed by hand, so that they were not compared with. */
	unread: z.number().default(0),
	/** The replaced credential could not be compared with this one. */
	replacedUnknown: z.boolean().default(false),
	/** The access field as it was found; null where it was not looked at, or could not be. */
	access: AccessSeen.nullable().default(null),
	selectiveSync: SelectiveSync.default('auto'),
	/** The routing field, likewise, and what the customer said about its values. */
	filter: FilterSeen.nullable().default(null),
	severalCompanies: SeveralCompanies.default('notAsked'),
	tests: z.array(ConnectTest).default([]),
	testedAt: z.string().default(''),
	/** Of the NMBRS consent, as the identity server granted them; null before it. */
	scopes: z.array(z.string()).nullable().default(null),
	language: z.enum(['nl', 'en']).default('nl'),
});
export type ConnectProgress = z.infer<typeof ConnectProgress>;

/** Unreadable text counts as no progress: the customer then starts again. */
export function readProgress(progress: string): ConnectProgress {
	try {
		const parsed = ConnectProgress.safeParse(progress === '' ? {} : JSON.parse(progress));
		return parsed.success ? parsed.data : ConnectProgress.parse({});
	} catch {
		return ConnectProgress.parse({});
	}
}

/** Instants in milliseconds since 1970, the oldest first; of the last hour, older ones do not count. */
export const ConnectTries = z.object({
	typed: z.array(z.number()).default([]),
	consent: z.array(z.number()).default([]),
});
export type ConnectTries = z.infer<typeof ConnectTries>;
export type TryKind = keyof ConnectTries;

const HOUR_MS = 60 * 60 * 1000;

/** Counts one more try at `now`. `limit` per hour; beyond it, the instant from which one fits again. */
export function countTry(
	tries: string,
	kind: TryKind,
	{ now, limit }: { now: number; limit: number },
): { ok: true; tries: string } | { ok: false; again: number } {
	const all = ConnectTries.parse(tries === '' ? {} : JSON.parse(tries));
	const recent = all[kind].filter((at) => at > now - HOUR_MS);
	const oldest = recent[recent.length - limit];
	if (oldest !== undefined) return { ok: false, again: oldest + HOUR_MS };
	return { ok: true, tries: JSON.stringify({ ...all, [kind]: [...recent, now] }) };
}

/** The try that was counted last turned out right, so it does not count. */
export function forgiveTry(tries: string, kind: TryKind): string {
	const all = ConnectTries.parse(tries === '' ? {} : JSON.parse(tries));
	return JSON.stringify({ ...all, [kind]: all[kind].slice(0, -1) });
}

/** What an invitation link says. Short names: they travel in an address. */
export const InvitationLink = z.object({
	/** Id of the invitation, the key of its row. */
	i: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/),
	/** Name of the customer. */
	c: z.string().min(1).max(LONGEST_NAME),
	s: ConnectSystem,
	/** Expires at, in seconds since 1970. */
	e: z.number().int().positive(),
	l: z.enum(['nl', 'en']),
});
export type InvitationLink = z.infer<typeof InvitationLink>;
