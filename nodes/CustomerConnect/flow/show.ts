import type { Language } from '../../../core/issues';
import { CustomerConnection } from '../../../core/connect/connection';
import { readProgress, type InvitationRow } from '../../../core/connect/invitation';
import { EMPTY_AFAS_FORM, renderAfasFound } from '../../../core/connect/page/afas';
import { renderDone, renderUnfinished } from '../../../core/connect/page/done';
import { renderChoose, renderNmbrsLanding } from '../../../core/connect/page/nmbrs';
import { renderPick, renderToken } from '../../../core/connect/page/nmbrsToken';
import { readNmbrsApp } from '../settings';
import { afasPage } from './afas';
import { formOf, linkForm } from './forms';
import { byBrowser, byLink } from './gate';
import { asksAccess, asksConsent, asksToken, stationOf } from './path';
import { problem, showPage, type ConnectReply } from './reply';
import {
	dayFormatter,
	first,
	isBrowserOf,
	isId,
	languageOf,
	linkAddress,
	linkFrame,
	stepFrame,
	type Visit,
} from './visit';

/** GET: shows where the customer is. Changes nothing, so previews and mail scanners may come. */

async function landing(
	visit: Visit,
	row: InvitationRow,
	language: Language,
): Promise<ConnectReply> {
	if (row.system === 'afas') return afasPage(visit, row, language, EMPTY_AFAS_FORM);
	const consent = asksConsent(row);
	const read = consent ? await readNmbrsApp(visit.context) : null;
	if (read?.ok === false) {
		visit.context.logger.error(`Customer Connect: ${read.problem}`);
		return problem(visit, row, language, 'CONNECT_NOT_READY', {}, 'none');
	}
	const page = renderNmbrsLanding({
		frame: linkFrame(visit, row, language),
		row,
		form: linkForm(visit, row, language),
		scope: read?.ok === true ? read.value.scope : 'employee.info employee.payment employee.leave',
		asksConsent: consent,
		asksToken: asksToken(row),
		formatDate: dayFormatter(visit, language),
	});
	return showPage(page);
}

/** The page of the link in the e-mail. */
export async function showLink(visit: Visit): Promise<ConnectReply> {
	const gate = await byLink(visit, first(visit.query, 'invitation'));
	if (!gate.ok) return gate.reply;
	const { row, link } = gate.value;
	return await landing(visit, row, languageOf(visit, link.l));
}

/** Congratulations, shown to the browser that did it, for as long as its cookie lasts. */
async function doneFor(visit: Visit, invitation: string): Promise<ConnectReply | null> {
	if (!isId(invitation)) return null;
	const read = await visit.store.get(invitation);
	const row = read.ok ? read.value : null;
	if (row === null || row.state !== 'used' || !isBrowserOf(visit, row)) return null;
	const connection = CustomerConnection.safeParse(JSON.parse(row.connection || 'null'));
	if (!connection.success) return null;
	const language = languageOf(visit, connection.data.language);
	return showPage(renderDone(stepFrame(visit, row, language), connection.data));
}

/** The page of the present step, for the browser that began. */
export async function showStep(visit: Visit): Promise<ConnectReply> {
	const invitation = first(visit.query, 'connection');
	const done = await doneFor(visit, invitation);
	if (done !== null) return done;
	const gate = await byBrowser(visit, invitation);
	if (!gate.ok) return gate.reply;
	const row = gate.value;
	const progress = readProgress(row.progress);
	const language = languageOf(visit, progress.language);
	const frame = stepFrame(visit, row, language);
	const form = formOf(visit, row, language);
	switch (stationOf(row, progress)) {
		case 'landing':
			return await landing(visit, row, language);
		case 'choose':
			return showPage(renderChoose({ frame, form, progress, problem: null }));
		case 'token': {
			const stored = progress.given.includes('nmbrsTokenApi');
			const { dropped } = progress;
			const maySkip = asksConsent(row);
			const empty = { domain: '', username: '', problem: null, missing: [], dropped };
			const tests = progress.tokenTests;
			return showPage(renderToken({ frame, form, ...empty, tests, stored, maySkip }));
		}
		case 'pick':
			return showPage(renderPick({ frame, form, progress, asksAccess: asksAccess(row) }));
		case 'afasFound': {
			const again = linkAddress(visit, row, language);
			return showPage(renderAfasFound(frame, form, progress, again));
		}
		case 'finish':
			// Nothing is left to ask, and the end was cut off: it can be taken again.
			return showPage(renderUnfinished(frame, form));
	}
}
