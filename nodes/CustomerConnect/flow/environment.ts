import type { ConnectAlert } from '../../../core/connect/connection';
import type { InvitationRow } from '../../../core/connect/invitation';
import { resolveIssue } from '../../../core/issues';

/** By the whole name; a number without letters is production's, as AFAS counts (`O12345AA`). */
const isSame = (known: string, reached: string): boolean =>
	known.toUpperCase() === reached.toUpperCase() ||
	(/^\d+$/.test(known) && /^O(\d+)/i.exec(reached)?.[1] === known);

/**
 * A connection goes on with the AFAS environment that it had, or with the one that the invitation names.
 * Anything else would put the people of one environment into the Alleo company of another, so a person of
 * Alleo looks at it first. Null where it may go on.
 */
export function otherEnvironment(
	row: InvitationRow,
	reached: string,
	/** Of the last connection; null where that is not known. */
	before: readonly string[] | null,
): ConnectAlert | null {
	const named = row.environment !== '';
	if (!named && row.replaces === '' && before === null) return null;
	const allowed = named ? [row.environment] : (before ?? []);
	if (allowed.some((one) => isSame(one, reached))) return null;
	const params = { before: allowed.join(', ') || '?', reached };
	const { message, action } = resolveIssue('CONNECT_ENVIRONMENT_WAITS', params);
	return {
		customer: row.customer,
		system: row.system,
		integration_id: row.integration,
		invitation_id: row.invitation,
		code: 'CONNECT_ENVIRONMENT_WAITS',
		message,
		action,
		params,
	};
}
