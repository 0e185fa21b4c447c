import type { IExecuteFunctions } from 'n8n-workflow';
import { addressOf, isPlanPath, PLAN_RIGHTS, signedText } from '../../core/runLog/plans/address';
import type { PlanPlace, PlanRight } from '../../core/runLog/plans/address';
import { sameText, sign } from './connect/token';
import { N8N_CREDENTIAL } from './n8nApi';
import { SHORTEST_SIGNING_KEY } from './n8nApi/credentialTest';
import { kindOf } from './outcome';

/** The permanent address of a plan, signed; core/runLog/plans/address.ts says what is in it. */

/** @returns null without a key to sign with, or a path that is none: the caller then has no such address */
export function planAddress(
	place: PlanPlace,
	signingKey: string,
	plan: string,
	right: PlanRight,
): string | null {
	if (signingKey.length < SHORTEST_SIGNING_KEY || plan === '') return null;
	if (!isPlanPath(place.path) || !/^https?:\/\//.test(place.webhooks)) return null;
	return addressOf(place, plan, sign(signingKey, 'plan', signedText(plan, right)));
}

/** What a signature allows; null where it is not one of ours, or of another plan. */
export function rightOf(signingKey: string, plan: string, signature: string): PlanRight | null {
	if (signingKey.length < SHORTEST_SIGNING_KEY) return null;
	// Both are always compared: how long it takes says nothing.
	const held = PLAN_RIGHTS.filter((right) =>
		sameText(signature, sign(signingKey, 'plan', signedText(plan, right))),
	);
	return held[0] ?? null;
}

/** The key of the node's Alleo N8n API credential; '' where it has none, or it cannot be read. */
export async function signingKeyOf(context: IExecuteFunctions): Promise<string> {
	if (context.getNode().credentials?.[N8N_CREDENTIAL] === undefined) return '';
	try {
		const { signingKey } = { signingKey: '', ...(await context.getCredentials(N8N_CREDENTIAL)) };
		return typeof signingKey === 'string' ? signingKey.trim() : '';
	} catch (error) {
		context.logger.warn('Sync Run Log has no key to sign the addresses of plans', {
			error: kindOf(error),
		});
		return '';
	}
}

const WAITING = '/webhook-waiting';

/**
 * Where the webhooks of this n8n are, as an execution's own address says; '' where n8n's paths were changed.
 * @param resumeUrl `$execution.resumeUrl` of any execution of this n8n
 */
export function webhooksAt(resumeUrl: string): string {
	const at = resumeUrl.indexOf(`${WAITING}/`);
	return at < 0 ? '' : resumeUrl.slice(0, at);
}

/**
 * The page that decides, of an execution that waits: this n8n's own address with the other execution's id
 * and token. Nothing of it comes from a request.
 * @returns null where that address cannot be built
 */
export function waitingPageOf(resumeUrl: string, run: string, token: string): string | null {
	const webhooks = webhooksAt(resumeUrl);
	if (webhooks === '' || !/^\d+$/.test(run) || !/^[A-Za-z0-9]*$/.test(token)) return null;
	const query = token === '' ? '' : `?signature=${token}`;
	return `${webhooks}${WAITING}/${run}${query}`;
}
