import type { Language } from '../../../core/issues';
import { createHash, randomBytes } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import type { FormFields } from '../../../core/model/formFields';
import type { InvitationRow } from '../../../core/connect/invitation';
import type { PageFrame } from '../../../core/connect/page/document';
import { linkOf } from '../../shared/connect/link';
import { sameText, seal, sign } from '../../shared/connect/token';
import type { N8nClient } from '../../shared/n8nApi';
import type { ConnectSettings } from '../settings';
import type { PageStore } from '../store';
import { placeOf, type Station } from './path';

/** One request to the pages, and what it needs to be answered. */
export interface Visit {
	context: IWebhookFunctions;
	settings: ConnectSettings;
	client: N8nClient;
	store: PageStore;
	signingKey: string;
	/** Milliseconds since 1970. */
	now: number;
	/** Production address of the pages, from n8n's own setting: never from the request. */
	pageUrl: string;
	query: FormFields;
	body: FormFields;
	cookies: ReadonlyMap<string, string>;
	acceptLanguage: string;
}

export const first = (fields: FormFields, name: string): string => fields.get(name)?.[0] ?? '';

export const randomText = (bytes: number): string => randomBytes(bytes).toString('base64url');

export const hashOf = (text: string): string =>
	createHash('sha256').update(text).digest('base64url');

/** The language of the page: as asked, else as before, else as the browser prefers. */
export function languageOf(visit: Visit, before?: Language): Language {
	for (const asked of [first(visit.body, 'language'), first(visit.query, 'language'), before]) {
		if (asked === 'nl' || asked === 'en') return asked;
	}
	return /^\s*en\b/i.test(visit.acceptLanguage) ? 'en' : 'nl';
}

/** Only letters, digits, - and _: it becomes part of a cookie's name and of an address. */
export const isId = (text: string): boolean => /^[A-Za-z0-9_-]{8,40}$/.test(text);

const COOKIE = 'alleo-connect-';

const cookieName = (invitation: string): string => `${COOKIE}${invitation}`;

/** Invitations that this browser says it began; whether it did, `isBrowserOf` tells. The latest first. */
export const begunHere = ({ cookies }: Visit): string[] =>
	[...cookies.keys()]
		.filter((name) => name.startsWith(COOKIE))
		.map((name) => name.slice(COOKIE.length))
		.filter(isId)
		.reverse();

export const cookieOf = (visit: Visit, invitation: string): string =>
	visit.cookies.get(cookieName(invitation)) ?? '';

const COOKIE_SECONDS = 6 * 60 * 60;

/** One cookie per invitation, so that two customers in two tabs never mix. Lax: NMBRS leads back here. */
export function cookieHeader(visit: Visit, invitation: string, value: string): string {
	const { pathname, protocol } = new URL(visit.pageUrl);
	const secure = protocol === 'https:' ? '; Secure' : '';
	return `${cookieName(invitation)}=${value}; Path=${pathname}; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}

/** The visit as it goes on after the browser has got this cookie. */
export const withCookie = (visit: Visit, invitation: string, value: string): Visit => ({
	...visit,
	cookies: new Map(visit.cookies).set(cookieName(invitation), value),
});

export const isBrowserOf = (visit: Visit, row: InvitationRow): boolean => {
	const cookie = cookieOf(visit, row.invitation);
	return cookie !== '' && row.browser !== '' && sameText(hashOf(cookie), row.browser);
};

/** Proof that a form was given to this browser for this very step. */
export const formProof = (visit: Visit, row: InvitationRow): string =>
	sign(
		visit.signingKey,
		'form',
		`${row.invitation}.${row.step}.${cookieOf(visit, row.invitation)}`,
	);

export const invitationToken = (visit: Visit, row: InvitationRow, language: Language): string =>
	seal(visit.signingKey, 'invitation', linkOf(row, language));

const address = (visit: Visit, query: Record<string, string>): string =>
	`${visit.pageUrl}?${new URLSearchParams(query).toString()}`;

/** The invitation's own address, as the e-mail has it. */
export const linkAddress = (visit: Visit, row: InvitationRow, language: Language): string =>
	address(visit, { invitation: invitationToken(visit, row, language) });

/** In the query of the link: from the first step again, also for the browser that is further on. */
export const ANEW = 'anew';

export const anewAddress = (visit: Visit, row: InvitationRow, language: Language): string =>
	address(visit, { invitation: invitationToken(visit, row, language), [ANEW]: '1' });

/** The page of the present step; needs this browser's cookie. */
export const stepAddress = (
	visit: Visit,
	row: InvitationRow,
	language: Language,
	more: Record<string, string> = {},
): string => address(visit, { connection: row.invitation, language, ...more });

const OTHER = { nl: 'en', en: 'nl' } as const;

export const linkFrame = (visit: Visit, row: InvitationRow, language: Language): PageFrame => ({
	language,
	customer: row.customer,
	otherLanguage: `${
		visit.query.has(ANEW) ? anewAddress(visit, row, language) : linkAddress(visit, row, language)
	}&language=${OTHER[language]}`,
});

/** Of the first step. */
export const landingFrame = (visit: Visit, row: InvitationRow, language: Language): PageFrame => ({
	...linkFrame(visit, row, language),
	step: placeOf(row, 'landing'),
});

export const endFrame = (visit: Visit, row: InvitationRow, language: Language): PageFrame => ({
	language,
	customer: row.customer,
	otherLanguage: stepAddress(visit, row, OTHER[language]),
});

export const stepFrame = (
	visit: Visit,
	row: InvitationRow,
	language: Language,
	station: Station,
): PageFrame => ({
	...endFrame(visit, row, language),
	step: placeOf(row, station),
	anew: anewAddress(visit, row, language),
});

/** How a reader writes a day, in the time zone of the workflow. */
export function dayFormatter(visit: Visit, language: Language): (instant: string) => string {
	const format = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
		timeZone: visit.context.getTimezone(),
		day: 'numeric',
		month: 'long',
		year: 'numeric',
	});
	return (instant) => {
		const moment = Date.parse(instant);
		return Number.isNaN(moment) ? instant : format.format(moment);
	};
}

/** A time of today, as a reader writes it, in the time zone of the workflow. */
export function timeFormatter(visit: Visit, language: Language): (at: number) => string {
	const format = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
		timeZone: visit.context.getTimezone(),
		hour: '2-digit',
		minute: '2-digit',
	});
	// The minute after: at the minute itself it may still be too early.
	return (at) => format.format(at + 60_000);
}
