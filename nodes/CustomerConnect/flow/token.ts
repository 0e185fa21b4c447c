import { forgiveTry, readProgress, type ConnectProgress } from '../../../core/connect/invitation';
import { readNmbrsPay } from '../../../core/connect/payAnswers';
import { done } from '../../../core/model/result';
import { renderPick, renderToken } from '../../../core/connect/page/nmbrsToken';
import { selectiveSyncOf } from '../../../core/connect/access';
import { civilToday } from '../../shared/clock';
import { lookAtFields } from '../nmbrs/access';
import { testToken } from '../nmbrs/testToken';
import { ticksAccess } from '../access';
import { severalAnswered } from '../filter';
import { advance } from './advance';
import { byForm } from './gate';
import { formOf } from './forms';
import { asksAccess, asksConsent, asksPay, picks, stationOf } from './path';
import { notReady, problem, showPage, strangerProblem, type ConnectReply } from './reply';
import { withSecrets } from './secrets';
import { findOthers } from './shared';
import { counted } from './tries';
import { typedLogin } from './typed';
import { languageOf, stepFrame, type Visit } from './visit';

/** What the customer chose; a link for the token alone has no list of companies. */
const chosenCompanies = ({ companies, ...chosen }: ConnectProgress) =>
	companies
		.filter(({ id, debtor }) =>
			chosen.chosenCompanies.length > 0
				? chosen.chosenCompanies.includes(id)
				: debtor === null || chosen.chosenDebtors.includes(debtor),
		)
		.map(({ id, number, name, debtor }) => ({ id, number, name, debtorId: debtor }));

/** The NMBRS API token: typed, tested, stored; then what to use of what it can read. */
export async function token(visit: Visit): Promise<ConnectReply> {
	const gate = await byForm(visit);
	if (!gate.ok) return gate.reply;
	const row = gate.value;
	const progress = readProgress(row.progress);
	const language = languageOf(visit, progress.language);
	if (stationOf(row, progress) !== 'token') {
		return problem(visit, row, language, 'CONNECT_OUT_OF_DATE', {}, 'step');
	}
	const { login, shown, missing, problem: wrong } = typedLogin(visit, language);
	const page = {
		frame: stepFrame(visit, row, language, 'token'),
		form: formOf(visit, row, language),
		...shown,
		problem: wrong,
		missing,
		tests: [],
		stored: progress.given.includes('nmbrsTokenApi'),
		maySkip: asksConsent(row),
		asksPay: asksPay(row),
		dropped: progress.dropped,
	};
	if (missing.length > 0 || wrong !== null) return showPage(renderToken(page), 422);
	const { soapUrl, soapBaseUrl } = visit.settings;
	if (soapUrl === null) return problem(visit, row, language, 'CONNECT_NOT_READY', {}, 'step');
	const mine = await counted(visit, row, language, 'typed', 'step');
	if (!mine.ok) return mine.reply;
	const year = Number(civilToday(visit.context.getTimezone()).slice(0, 4));
	const chosen = chosenCompanies(progress);
	const tested = await testToken(visit.context, soapUrl, login, { year, chosen });
	if (!tested.ok) {
		const { code, detail } = tested.problem;
		visit.context.logger.info(`Customer Connect: ${code}: ${detail}`);
		return showPage(renderToken({ ...page, problem: tested.problem }), 422);
	}
	const others = await findOthers(visit, row, '', []);
	if (!others.ok) return notReady(visit, others.problem, row);
	const { domain } = others.value;
	// Companies and people of two environments have the same numbers, so nothing later would notice.
	if (domain !== null && domain.toLowerCase() !== login.domain.toLowerCase()) {
		const params = { customer: row.customer };
		const other = { code: 'CONNECT_OTHER_DEBTORS', params } as const;
		return showPage(renderToken({ ...page, problem: other }), 409);
	}
	const data = { ...login, soapBaseUrl };
	const sealed = withSecrets(visit, mine.value, 'nmbrsTokenApi', data);
	if (sealed === null) return strangerProblem(visit, 'CONNECT_OTHER_BROWSER');
	const looked = asksAccess(row) ? await lookAtFields(visit.context, soapUrl, login, chosen) : null;
	const otherTests = progress.tests.filter(
		(one) => !progress.tokenTests.some((old) => old.code === one.code),
	);
	const given = [...new Set([...progress.given, 'nmbrsTokenApi' as const])];
	return await advance(
		visit,
		mine.value,
		language,
		{
			...progress,
			given,
			wageChoices: tested.value.wages,
			access: looked?.access ?? null,
			filter: looked?.filter ?? null,
			tokenTests: tested.value.tests,
			tests: [...otherTests, ...tested.value.tests],
			testedAt: new Date(visit.now).toISOString(),
		},
		{ sealed, tries: forgiveTry(mine.value.tries, 'typed') },
	);
}

/** Ends the step of the token: without one, or with one that may not do everything. */
export async function skipToken(visit: Visit): Promise<ConnectReply> {
	const gate = await byForm(visit);
	if (!gate.ok) return gate.reply;
	const row = gate.value;
	const progress = readProgress(row.progress);
	const language = languageOf(visit, progress.language);
	// A link for the token alone is not used up without one.
	const maySkip = asksConsent(row) || progress.given.includes('nmbrsTokenApi');
	if (!maySkip || stationOf(row, progress) !== 'token') {
		return problem(visit, row, language, 'CONNECT_OUT_OF_DATE', {}, 'step');
	}
	return await advance(visit, row, language, { ...progress, tokenDone: true });
}

/** What is what of pay, and who takes part; only what was offered counts. */
export async function pick(visit: Visit): Promise<ConnectReply> {
	const gate = await byForm(visit);
	if (!gate.ok) return gate.reply;
	const row = gate.value;
	const progress = readProgress(row.progress);
	const language = languageOf(visit, progress.language);
	if (stationOf(row, progress) !== 'pick') {
		return problem(visit, row, language, 'CONNECT_OUT_OF_DATE', {}, 'step');
	}
	const asks = picks(row);
	const pay = asks.pay ? readNmbrsPay(progress, visit.body) : done({});
	if (!pay.ok) {
		const page = renderPick({
			frame: stepFrame(visit, row, language, 'pick'),
			form: formOf(visit, row, language),
			progress,
			asks,
			answered: visit.body,
			problem: pay.problem,
		});
		return showPage(page, 422);
	}
	return await advance(visit, row, language, {
		...progress,
		...pay.value,
		...(asks.access
			? {
					selectiveSync: selectiveSyncOf(progress.access, ticksAccess(visit.body)),
					severalCompanies: severalAnswered(progress.filter, visit.body),
				}
			: {}),
		picked: true,
		tokenDone: true,
	});
}
