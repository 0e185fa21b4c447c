import { readProgress, type InvitationRow } from '../../../core/connect/invitation';
import { renderAfas, type AfasForm } from '../../../core/connect/page/afas';
import type { PageProblem } from '../../../core/connect/page/problem';
import type { PageLanguage } from '../../../core/connect/page/text';
import { inspectAfas, type AfasAccess } from '../afas/inspect';
import { advance } from './advance';
import { byForm, byLink } from './gate';
import { finish } from './finish';
import { linkForm } from './forms';
import { stationOf } from './path';
import { notReady, problem, showPage, strangerProblem, type Reply } from './reply';
import { storeSecrets, undo } from './secrets';
import { findOthers, partitionText } from './shared';
import { claim } from './start';
import { typedAfas } from './typed';
import { cookieHeader, dayFormatter, first, languageOf, linkFrame, type Visit } from './visit';

/** AFAS: typed, tested by metainfo, stored. */

export function afasPage(
	visit: Visit,
	row: InvitationRow,
	language: PageLanguage,
	form: AfasForm,
	issue: PageProblem | null = null,
	missing: readonly string[] = [],
): Reply {
	const page = renderAfas({
		frame: linkFrame(visit, row, language),
		row,
		form: linkForm(visit, row, language),
		typed: form,
		only: row.replaces_type === '' ? null : row.replaces_type,
		problem: issue,
		missing,
		connectors: visit.settings.connectors,
		formatDate: dayFormatter(visit, language),
	});
	return showPage(page, issue === null && missing.length === 0 ? 200 : 422);
}

function dataOf(access: AfasAccess): Record<string, string> {
	const { type, token, clientId, clientSecret, environmentNumber, environment } = access;
	const { baseUrl, integrationId } = access;
	const common = { environmentNumber, environment, baseUrl, integrationId };
	return type === 'afasTokenApi' ? { ...common, token } : { ...common, clientId, clientSecret };
}

export async function afas(visit: Visit): Promise<Reply> {
	const gate = await byLink(visit, first(visit.body, 'invitation'));
	if (!gate.ok) return gate.reply;
	const { row, link } = gate.value;
	if (row.system !== 'afas') return strangerProblem(visit, 'CONNECT_LINK_INVALID');
	const language = languageOf(visit, link.l);
	const { form, access, missing, problem: wrong } = typedAfas(visit, row, language);
	if (missing.length > 0 || wrong !== null) {
		return afasPage(visit, row, language, form, wrong, missing);
	}
	const found = await inspectAfas(visit.context, access, visit.settings.connectors);
	if (!found.ok) {
		visit.context.logger.info(`Customer Connect: ${found.code}: ${found.detail}`);
		return afasPage(visit, row, language, form, found);
	}
	const partitions = [found.environment].filter((one) => one !== '');
	const others = await findOthers(visit, row, '', partitions);
	if (!others.ok) return notReady(visit, others.problem);
	const { before, samePartitions } = others.value;
	const replaces = row.replaces !== '';
	if (replaces && before !== null && !before.some((id) => partitions.includes(id))) {
		return problem(visit, row, language, 'CONNECT_OTHER_DEBTORS', { customer: row.customer });
	}
	const claimed = await claim(visit, row, { state: 'connecting' });
	if (!claimed.ok) return claimed.reply;
	const mine = claimed.value.row;
	const progress = readProgress(mine.progress);
	const stored = await storeSecrets(visit, mine, progress, access.type, dataOf(access));
	if (!stored.ok) return notReady(visit, stored.problem);
	const { taken, reply } = await advance(
		visit,
		mine,
		language,
		{
			...progress,
			credentials: { [access.type]: stored.value.ref },
			environment: found.environment,
			tests: found.tests,
			testedAt: new Date(visit.now).toISOString(),
			sharedPartitions: samePartitions,
			replacedUnknown: replaces && before === null,
		},
		{ partitions: partitionText(partitions) },
	);
	if (!taken) await undo(visit, stored.value);
	return { ...reply, cookie: cookieHeader(visit, mine.invitation, claimed.value.cookie) };
}

/** Finishes although a connector or a column is missing: support sees which. */
export async function afasFinish(visit: Visit): Promise<Reply> {
	const gate = await byForm(visit);
	if (!gate.ok) return gate.reply;
	const row = gate.value;
	const progress = readProgress(row.progress);
	const language = languageOf(visit, progress.language);
	if (stationOf(row, progress) !== 'afasFound') {
		return problem(visit, row, language, 'CONNECT_OUT_OF_DATE', {}, 'step');
	}
	return (await finish(visit, row, { ...progress, language })).reply;
}
