import { Unreadable, isEmpty } from './mapping';
import { INVISIBLE } from '../model/invisible';
import { EMAIL_LIMIT, TURNS, isEmail } from './text';
import type { Findings } from './findings';
import type { NormalizeOptions } from './options';

const PLAIN = /^[\x21-\x7e]*$/;

/**
 * The address as given, in its case, in one spelling (NFC) and without the marks that nobody sees, which
 * come along with what is pasted. null: none; undefined: there, but not an address.
 */
function address(value: unknown): string | null | undefined {
	if (isEmpty(value)) return null;
	if (typeof value !== 'string') return undefined;
	const given = value.trim();
	if (TURNS.test(given)) return undefined;
	const text = PLAIN.test(given) ? given : given.normalize('NFC').replace(INVISIBLE, '').trim();
	if (text === '') return null;
	return isEmail(text) ? text : undefined;
}

export interface Emails {
	email: string | null;
	private_email: string | null;
}

/**
 * The address that the person gets their account under, by the policy, and the private one. An
 * address that is there but is none makes the person wait: the other one is not taken instead.
 */
export function readEmails(
	business: unknown,
	personal: unknown,
	policy: NormalizeOptions['emailPolicy'],
	findings: Findings,
): Emails {
	const own = address(personal);
	const usePrivate =
		policy === 'private' || (policy === 'businessThenPrivate' && isEmpty(business));
	const field = usePrivate ? 'private_email' : 'email';
	const chosen = usePrivate ? own : address(business);
	const failed = usePrivate ? personal : business;
	if (failed instanceof Unreadable) findings.add(failed.code, field);
	else if (chosen === undefined) findings.add('EMAIL_INVALID', field, { limit: EMAIL_LIMIT });
	else if (chosen === null) {
		findings.add('EMAIL_MISSING', policy === 'private' ? 'private_email' : 'email');
	}
	if (own === undefined && !usePrivate) findings.note('PRIVATE_EMAIL_IGNORED', 'private_email');
	return { email: chosen ?? null, private_email: own ?? null };
}
