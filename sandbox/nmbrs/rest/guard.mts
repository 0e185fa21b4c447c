import type { FastifyRequest } from 'fastify';
import type { Consent } from '../identity/types.mts';
import type { NmbrsState } from '../state.mts';
import { forbidden, forbiddenMultiDebtor, unauthorized, wrongSubscriptionKey } from './errors.mts';

/** Subscription key first (the gateway), then the bearer token. */
export function checkAccess(state: NmbrsState, request: FastifyRequest): Consent {
	const key = request.headers['x-subscription-key'];
	if (typeof key !== 'string' || !state.settings.subscriptionKeys.includes(key)) {
		throw wrongSubscriptionKey(typeof key === 'string');
	}
	const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
	const consent = token === undefined ? null : state.grants.consentOf(token);
	if (consent === null) throw unauthorized();
	if (consent.rights === 'none') throw forbidden('The user has no rights on a debtor or company.');
	return consent;
}

/** One of the scopes is enough. */
export function needScope(state: NmbrsState, consent: Consent, scopes: string[]): void {
	if (!state.settings.checkScopes) return;
	if (!scopes.some((scope) => consent.scopes.includes(scope))) {
		throw forbidden('The access token lacks a scope for this resource.');
	}
}

export const mayRead = (consent: Consent, debtorId: string): boolean =>
	consent.debtorIds === null || consent.debtorIds.includes(debtorId);

export function checkDebtor(consent: Consent, debtorId: string): void {
	if (!mayRead(consent, debtorId)) throw forbidden('No right on this debtor.');
}

/** `/api/companies` serves tokens of one debtor only. */
export function checkMultiDebtor(state: NmbrsState, consent: Consent): void {
	const { multiDebtor } = state.settings;
	const covered = consent.debtorIds?.length ?? state.model.world.debtors.length;
	if (multiDebtor === 'on' || (multiDebtor === 'auto' && covered > 1)) {
		throw forbiddenMultiDebtor();
	}
}
