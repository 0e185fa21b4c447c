import type { Language } from '../../../core/issues';
import { CustomerConnection } from '../../../core/connect/connection';
import { readProgress, type InvitationRow } from '../../../core/connect/invitation';
import { clockTime, startTime } from '../../../core/connect/templates/schedule';
import { EMPTY_AFAS_FORM, renderAfasFound } from '../../../core/connect/page/afas';
import { renderDone, renderUnfinished } from '../../../core/connect/page/done';
import { renderChoose, renderNmbrsLanding } from '../../../core/connect/page/nmbrs';
import { renderPick, renderToken } from '../../../core/connect/page/nmbrsToken';
import { readNmbrsApp } from '../settings';
import { afasPage } from './afas';
import { formOf, linkForm } from './forms';
import { byBrowser, byLink, readLink } from './gate';
import { asksConsent, asksPay, asksToken, picks, stationOf } from './path';
import { isElsewhere, isUnderWay } from './resume';
import { problem, showPage, type ConnectReply } from './reply';
import {
	ANEW,
	anewAddress,
	cookieOf,
	dayFormatter,
	endFrame,
	first,
	isBrowserOf,
	isId,
	languageOf,
	landingFrame,
	stepAddress,
	stepFrame,
	type Visit,
} from './visit';

/** GET: shows where the customer is. Changes nothing, so previews and mail scanners may come. */

async function landing(
	visit: Visit,
	row: InvitationRow,
	language: Language,
): Promise<ConnectReply> {
	if (row.system === 'afas') {
		// Names are no secret: who tests again need not type them again.
		const before = isBrowserOf(visit, row) ? readProgress(row.progress).afasPay : null;
		return afasPage(visit, row, language, EMPTY_AFAS_FORM, { pay: before?.connectors ?? null });
	}
	const consent = asksConsent(row);
	const read = consent ? await readNmbrsApp(visit.context) : null;
	if (read?.ok === false) {
		visit.context.logger.error(`Customer Connect: ${read.problem}`);
		return problem(visit, row, language, 'CONNECT_NOT_READY', {}, 'none');
	}
	const page = renderNmbrsLanding({
		frame: landingFrame(visit, row, language),
		row,
		form: linkForm(visit, row, language),
		scope: read?.ok === true ? read.value.scope : 'employee.info employee.payment employee.leave',
		asksConsent: consent,
		asksToken: asksToken(row),
		asks: picks(row),
		elsewhere: isElsewhere(visit, row),
		formatDate: dayFormatter(visit, language),
	});
	return showPage(page);
}

/**
 * The page of the link in the e-mail. The browser that began with it is led on to where it was, also to
 * its end: a phone drops a page while its owner looks for a token. Every other one gets the first step.
 */
export async function showLink(visit: Visit): Promise<ConnectReply> {
	const token = first(visit.query, 'invitation');
	const gate = await byLink(visit, token);
	if (!gate.ok) return (await doneByLink(visit, token)) ?? gate.reply;
	const { row, link } = gate.value;
	const language = languageOf(visit, link.l);
	if (!visit.query.has(ANEW) && isUnderWay(visit, row)) {
		return { kind: 'redirect', to: stepAddress(visit, row, language) };
	}
	return await landing(visit, row, language);
}

/** The link is used up: for the browser that did it, it leads to what came of it. */
async function doneByLink(visit: Visit, token: string): Promise<ConnectReply | null> {
	const link = readLink(visit, token);
	// Without a cookie there is nothing to compare, so that a link that is passed on costs no look-up more.
	if (link === null || cookieOf(visit, link.i) === '') return null;
	return await doneFor(visit, link.i);
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
	return showPage(
		renderDone(
			endFrame(visit, row, language),
			connection.data,
			clockTime(startTime(connection.data)),
		),
	);
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
	const station = stationOf(row, progress);
	const frame = stepFrame(visit, row, language, station);
	const form = formOf(visit, row, language);
	const unanswered = { answered: new Map<string, string[]>(), problem: null };
	switch (station) {
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
			const flags = { stored, maySkip, asksPay: asksPay(row) };
			return showPage(renderToken({ frame, form, ...empty, tests, ...flags }));
		}
		case 'pick':
			return showPage(renderPick({ frame, form, progress, asks: picks(row), ...unanswered }));
		case 'afasFound': {
			const again = anewAddress(visit, row, language);
			return showPage(renderAfasFound({ frame, form, progress, again, ...unanswered }));
		}
		case 'finish':
			// Nothing is left to ask, and the end was cut off: it can be taken again.
			return showPage(renderUnfinished(frame, form));
	}
}
