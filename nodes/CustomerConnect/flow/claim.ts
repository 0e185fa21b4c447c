import type { Language } from '../../../core/issues';
import {
	ConnectProgress,
	readProgress,
	type InvitationRow,
} from '../../../core/connect/invitation';
import {
	deleteMade,
	giveBack,
	isFinishing,
	mayBeLive,
	toGiveBack,
	type GivenBack,
} from '../../shared/connect/drop';
import { NOTHING_SEALED, readSealed, sealedText } from '../../shared/connect/sealed';
import { readNmbrsApp } from '../settings';
import { notReady, problem, stop, type Or } from './reply';
import { hashOf, isBrowserOf, randomText, withCookie, type Visit } from './visit';

/** Who holds an invitation, and what becomes of what another had begun with it. */

export interface Claim {
	/** The visit, from now on with the cookie that this browser gets. */
	visit: Visit;
	row: InvitationRow;
	cookie: string;
	attempt: string;
}

/**
 * This browser takes the invitation over: from now on its cookie counts, and no other. Whatever was begun
 * before, by whom ever, is dropped: progress, choices, what was sealed; and a consent is given back.
 */
export async function claim(
	visit: Visit,
	row: InvitationRow,
	language: Language,
	change: Partial<Pick<InvitationRow, 'state' | 'tries'>> = {},
): Promise<Or<Claim>> {
	if (isFinishing(row, visit.now)) {
		return stop(problem(visit, row, language, 'CONNECT_BUSY'));
	}
	const attempt = randomText(16);
	const cookie = randomText(32);
	const left = toGiveBack(row);
	const before = readProgress(row.progress);
	// Who tests again what is typed knows it; who finds somebody else's attempt, or gave a consent, is told.
	const begun = row.sealed !== '' || before.given.length > 0;
	const told = begun && (!isBrowserOf(visit, row) || left.length > 0);
	const progress = ConnectProgress.parse({
		language,
		begun: new Date(visit.now).toISOString(),
		dropped: before.dropped || told,
	});
	const claimed = await visit.store.step(row, {
		state: 'open',
		...change,
		step: attempt,
		browser: hashOf(cookie),
		progress: JSON.stringify(progress),
		sealed: sealedText({ ...NOTHING_SEALED, left }),
		login: '',
		partitions: '',
	});
	if (!claimed.ok) return stop(notReady(visit, claimed.problem));
	if (claimed.value === null) return stop(problem(visit, row, language, 'CONNECT_OUT_OF_DATE'));
	if (mayBeLive(row)) {
		visit.context.logger.error(`Customer Connect: CONNECT_CUT_OFF: ${row.invitation}`);
	}
	const { problems } = await deleteMade(visit.client, row);
	for (const { code, detail } of problems) {
		visit.context.logger.error(`Customer Connect: a credential is left: ${code}: ${detail}`);
	}
	return {
		ok: true,
		value: {
			visit: withCookie(visit, row.invitation, cookie),
			row: await revoked(visit, claimed.value),
			cookie,
			attempt,
		},
	};
}

/**
 * Gives back what the row still holds of dropped consents, and forgets it there. What NMBRS does not take
 * stays, for Clean Up to try again, and for the notice that support gets.
 */
export async function revoked(visit: Visit, row: InvitationRow): Promise<InvitationRow> {
	const sealed = readSealed(row.sealed);
	if (sealed.left.length === 0) return row;
	const { left } = await giveBackNow(visit, row);
	if (left.length === sealed.left.length) return row;
	const saved = await visit.store.step(row, { sealed: sealedText({ ...sealed, left }) });
	// Not saved: it is given back once more later, and twice is once.
	return saved.ok && saved.value !== null ? saved.value : row;
}

/** Gives back what a row holds that was never saved. */
export async function giveBackNow(visit: Visit, row: InvitationRow): Promise<GivenBack> {
	const app = await readNmbrsApp(visit.context);
	const key = { signingKey: visit.signingKey, invitation: row.invitation };
	const usable = app.ok ? app.value : null;
	const given = await giveBack(visit.context, usable, key, toGiveBack(row), true);
	for (const one of given.problems) {
		visit.context.logger.error(`Customer Connect: CONNECT_CONSENT_LEFT: ${one}`);
	}
	return given;
}

/** The consent that this browser has just given is of no use here: it is given back at once. */
export async function dropConsent(visit: Visit, row: InvitationRow): Promise<void> {
	const left = toGiveBack(row);
	const sealed = sealedText({ ...NOTHING_SEALED, left });
	const saved = await visit.store.step(row, { sealed });
	if (saved.ok && saved.value !== null) await revoked(visit, saved.value);
}
