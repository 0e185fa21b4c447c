import { readProgress, type InvitationRow } from '../../../core/connect/invitation';
import type { PlainContext } from '../http/carried';
import type { N8nClient, N8nProblem } from '../n8nApi';
import { HURRIED, revokeGrant, type NmbrsGrant } from './revocation';
import { readSealed, unsealRevocation } from './sealed';

/** What a customer had begun and will not finish: its consent is given back, its credentials go. */

/** Our app at NMBRS, as far as giving back needs it. */
export type RevokingApp = Omit<NmbrsGrant, 'oauthTokenData'>;

/** How long the end of a connection may take; before that nobody else takes the row. */
const FINISH_MS = 2 * 60 * 1000;

export const isFinishing = (row: InvitationRow, now: number): boolean => {
	const { finishing } = readProgress(row.progress);
	return finishing !== '' && now - Date.parse(finishing) < FINISH_MS;
};

/**
 * The end began, and was cut off: the credential that it replaces may have the new tokens already. Giving
 * those back would stop an integration that runs.
 */
export const mayBeLive = (row: InvitationRow): boolean => {
	const { finishing, credentials } = readProgress(row.progress);
	const ids = Object.values(credentials).map(({ id }) => id);
	return finishing !== '' && row.replaces !== '' && ids.includes(row.replaces);
};

/** Sealed refresh tokens that are to be given back when the row is dropped. */
export function toGiveBack(row: InvitationRow): string[] {
	const { revocation, left } = readSealed(row.sealed);
	return [...left, ...(revocation === '' || mayBeLive(row) ? [] : [revocation])];
}

export interface GivenBack {
	/** Sealed tokens that could not be given back. */
	left: string[];
	/** Why not: one line each, without a secret. */
	problems: string[];
}

/**
 * Gives consents back at the identity server. Without an app nothing can be. `hurried`: a customer waits, so
 * what is left by the first that does not go is for Clean Up.
 */
export async function giveBack(
	context: PlainContext,
	app: RevokingApp | null,
	{ signingKey, invitation }: { signingKey: string; invitation: string },
	sealed: readonly string[],
	hurried = false,
): Promise<GivenBack> {
	const left: string[] = [];
	const problems: string[] = [];
	for (const [at, one] of sealed.entries()) {
		if (hurried && left.length > 0) return { left: [...left, ...sealed.slice(at)], problems };
		const token = unsealRevocation({ signingKey, invitation }, one);
		// Of another signing key: nobody can read it any more, and keeping it helps nobody.
		if (token === null) {
			problems.push('sealed with another signing key');
			continue;
		}
		const grant = app === null ? null : { ...app, oauthTokenData: { refresh_token: token } };
		const result =
			grant === null ? null : await revokeGrant(context, grant, hurried ? HURRIED : undefined);
		if (result?.outcome === 'done') continue;
		left.push(one);
		problems.push(result?.outcome === 'refused' ? result.problem : 'no Nmbrs App API credential');
	}
	return { left, problems };
}

/** Deletes what an end that was cut off had made; a credential that was replaced is not its own. */
export async function deleteMade(
	client: N8nClient,
	row: InvitationRow,
	kept: ReadonlySet<string> = new Set(),
): Promise<{ deleted: string[]; problems: N8nProblem[] }> {
	const deleted: string[] = [];
	const problems: N8nProblem[] = [];
	for (const { id } of Object.values(readProgress(row.progress).credentials)) {
		if (id === row.replaces || kept.has(id)) continue;
		const gone = await client.deleteCredential(id);
		if (gone.ok || gone.problem.status === 404) deleted.push(id);
		else problems.push(gone.problem);
	}
	return { deleted, problems };
}
