import { forgiveTry, readProgress } from '../../../core/connect/invitation';
import { renderToken } from '../../../core/connect/page/nmbrsToken';
import { civilToday } from '../../shared/clock';
import { testToken } from '../nmbrs/testToken';
import { advance } from './advance';
import { byForm } from './gate';
import { formOf } from './forms';
import { stationOf } from './path';
import { problem, showPage, strangerProblem, type Reply } from './reply';
import { withSecrets } from './secrets';
import { counted } from './tries';
import { typedLogin } from './typed';
import { languageOf, stepFrame, type Visit } from './visit';

/** The NMBRS API token: typed, tested, stored; then what to use of what it can read. */
export async function token(visit: Visit): Promise<Reply> {
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
		frame: stepFrame(visit, row, language),
		form: formOf(visit, row, language),
		...shown,
		problem: wrong,
		missing,
		tests: [],
		stored: progress.given.includes('nmbrsTokenApi'),
		dropped: progress.dropped,
	};
	if (missing.length > 0 || wrong !== null) return showPage(renderToken(page), 422);
	const { soapUrl, soapBaseUrl } = visit.settings;
	if (soapUrl === null) return problem(visit, row, language, 'CONNECT_NOT_READY', {}, 'step');
	const mine = await counted(visit, row, language, 'typed', 'step');
	if (!mine.ok) return mine.reply;
	const year = Number(civilToday(visit.context.getTimezone()).slice(0, 4));
	const tested = await testToken(visit.context, soapUrl, login, year);
	if (!tested.ok) {
		visit.context.logger.info(`Customer Connect: ${tested.code}: ${tested.detail}`);
		return showPage(renderToken({ ...page, problem: tested }), 422);
	}
	const data = { ...login, soapBaseUrl };
	const sealed = withSecrets(visit, mine.value, 'nmbrsTokenApi', data);
	if (sealed === null) return strangerProblem(visit, 'CONNECT_OTHER_BROWSER');
	const others = progress.tests.filter(
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
			wageChoices: tested.wages,
			tokenTests: tested.tests,
			tests: [...others, ...tested.tests],
			testedAt: new Date(visit.now).toISOString(),
		},
		{ sealed, tries: forgiveTry(mine.value.tries, 'typed') },
	);
}

/** Ends the step of the token: without one, or with one that may not do everything. */
export async function skipToken(visit: Visit): Promise<Reply> {
	const gate = await byForm(visit);
	if (!gate.ok) return gate.reply;
	const row = gate.value;
	const progress = readProgress(row.progress);
	const language = languageOf(visit, progress.language);
	if (stationOf(row, progress) !== 'token') {
		return problem(visit, row, language, 'CONNECT_OUT_OF_DATE', {}, 'step');
	}
	return await advance(visit, row, language, { ...progress, tokenDone: true });
}

/** Wage components and leave groups; only what was offered counts. */
export async function pick(visit: Visit): Promise<Reply> {
	const gate = await byForm(visit);
	if (!gate.ok) return gate.reply;
	const row = gate.value;
	const progress = readProgress(row.progress);
	const language = languageOf(visit, progress.language);
	if (stationOf(row, progress) !== 'pick') {
		return problem(visit, row, language, 'CONNECT_OUT_OF_DATE', {}, 'step');
	}
	const wages = new Set(visit.body.get('wage') ?? []);
	const leave = new Set(visit.body.get('leave') ?? []);
	return await advance(visit, row, language, {
		...progress,
		wageComponents: progress.wageChoices.filter(({ code }) => wages.has(code)),
		leaveGroups: progress.leaveChoices.filter(({ id }) => leave.has(id)),
		tokenDone: true,
	});
}
