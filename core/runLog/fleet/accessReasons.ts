import type { FleetCredential, FleetFact } from './facts';
import { reason } from './reason';
import type { FleetReason } from './reason';
import { lastGood } from './runReasons';

/**
 * What ends by itself: consents, secrets, tokens. Days are data here, so that one place changes. A day that
 * is not known is never made up; then nothing is said, or that it is not known.
 */

const DAY_MS = 86_400_000;

/** An NMBRS consent ends after so many days without use (reference: seen in client code). */
const CONSENT_DAYS = 30;
/** Unused for so long, somebody should look: every day's run uses it. */
const UNUSED_DAYS = 7;

/** A client secret of AFAS ends after so many days, from Profit 9, where the customer chose nothing else. */
const SECRET_DAYS = 180;
const SECRET_WARN_DAYS = 30;
/** After it, a secret of which nothing is known did not end on the 180th day. */
const SECRET_OVER_DAYS = 10;

/** Classic AFAS tokens (core/issues/afasTokens.ts): the first day that a page of AFAS names, and the last. */
const TOKENS_END_FROM = Date.UTC(2027, 1, 15);
/** NMBRS plans to end SOAP. */
const SOAP_ENDS = Date.UTC(2027, 2, 1);
const PLANNED_WARN_DAYS = 90;

const instant = (text: string | null): number | null => {
	const at = Date.parse(text ?? '');
	return Number.isNaN(at) ? null : at;
};

const days = (count: number): number => count * DAY_MS;

function consent({ changed_at: changed, id }: FleetCredential, now: number): FleetReason[] {
	const used = instant(changed);
	if (used === null || now - used <= days(UNUSED_DAYS)) return [];
	const at = used + days(CONSENT_DAYS);
	return at <= now
		? [reason('consentEnded', 'invite', { at, detail: id })]
		: [reason('consentEnding', 'invite', { at, detail: id })];
}

/** n8n counts a renewed token as a change, so only the day on which the customer gave it says its age. */
function secret(credential: FleetCredential, worked: number | null, now: number): FleetReason[] {
	const { given_at: given, created_at: created, id } = credential;
	const known = instant(given);
	if (known !== null) {
		const at = known + days(SECRET_DAYS);
		// A run that succeeded after that day shows that this secret has another end.
		if (worked !== null && worked > at) return [];
		if (at <= now) return [reason('secretEnded', 'invite', { at, detail: id })];
		if (at - now > days(SECRET_WARN_DAYS)) return [];
		return [reason('secretEnding', 'invite', { at, detail: id })];
	}
	const made = instant(created);
	if (made === null) return [reason('secretUnknown', 'credential', { detail: id })];
	const age = now - made;
	if (age < days(SECRET_DAYS - SECRET_WARN_DAYS)) return [];
	const isDue = age <= days(SECRET_DAYS + SECRET_OVER_DAYS);
	return isDue ? [reason('secretUnknown', 'credential', { at: made, detail: id })] : [];
}

const planned = (at: number, now: number): boolean => at - now <= days(PLANNED_WARN_DAYS);

function ofCredential(
	credential: FleetCredential,
	worked: number | null,
	now: number,
): FleetReason[] {
	const { type, id } = credential;
	if (type === 'nmbrsOAuth2Api') return consent(credential, now);
	if (type === 'afasOAuth2Api') return secret(credential, worked, now);
	if (type === 'afasTokenApi') {
		const code = planned(TOKENS_END_FROM, now) ? 'tokenEnding' : 'tokenEnds';
		return [reason(code, 'invite', { at: TOKENS_END_FROM, detail: id })];
	}
	if (type === 'nmbrsTokenApi') {
		const code = planned(SOAP_ENDS, now) ? 'soapEnding' : 'soapEnds';
		return [reason(code, 'workflow', { at: SOAP_ENDS, detail: id })];
	}
	return [];
}

/** Ways into the HR system; what else a workflow may use ends in no way that is known here. */
const isWayIn = ({ type }: FleetCredential): boolean => /^(?:nmbrs|afas)/.test(type);

/** Whether it is on, and whether it still can be. */
export function accessReasons({ integration, runs }: FleetFact, now: number): FleetReason[] {
	if (integration === null) return [];
	const { published, enabled, credentials } = integration;
	const ways = credentials.filter(isWayIn);
	const living = ways.filter(({ exists }) => exists);
	const isGone = ways.length > 0 && living.length === 0;
	if (isGone) return [reason(published ? 'credentialGone' : 'disconnected', 'invite')];
	const worked = lastGood(runs);
	const off = enabled || runs.some(({ mode }) => mode === 'daily' || mode === 'monthly');
	return [
		...(published ? [] : [reason(off ? 'switchedOff' : 'notPublished', 'workflow')]),
		...living.flatMap((credential) => ofCredential(credential, worked, now)),
	];
}

/** A better template is there. */
export function behind({ integration }: FleetFact): FleetReason[] {
	const newest = integration?.newest_version ?? null;
	if (integration === null || newest === null) return [];
	const { template_version: version } = integration;
	if (version !== null && version >= newest) return [];
	const detail = `${version ?? '≤ 2'} → ${newest}`;
	return [reason('behind', 'upgrade', { detail })];
}
