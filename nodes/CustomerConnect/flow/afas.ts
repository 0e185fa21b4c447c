import type { Language } from '../../../core/issues';
import { forgiveTry, readProgress, type InvitationRow } from '../../../core/connect/invitation';
import { renderAfas, type AfasForm } from '../../../core/connect/page/afas';
import { AfasPay, type PayConnectors } from '../../../core/connect/pay';
import type { PageProblem } from '../../../core/connect/page/customerWords';
import { civilToday } from '../../shared/clock';
import type { AfasAccess } from '../afas/authorize';
import { inspectAfas } from '../afas/inspect';
import { advance } from './advance';
import { claim } from './claim';
import { otherEnvironment } from './environment';
import { byLink } from './gate';
import { linkForm } from './forms';
import { isElsewhere } from './resume';
import { notReady, problem, showPage, strangerProblem, type ConnectReply } from './reply';
import { withSecrets } from './secrets';
import { findOthers, partitionText } from './shared';
import { counted } from './tries';
import { typedAfas } from './typed';
import { asksAccess, asksPay } from './path';
import { cookieHeader, dayFormatter, first, languageOf, landingFrame, type Visit } from './visit';

/** AFAS: typed, tested by metainfo, asked who takes part, stored. */

interface AfasPageState {
	issue?: PageProblem | null;
	/** Names of fields that are empty. */
	missing?: readonly string[];
	/** Connectors with pay as typed; null before anything was. */
	pay?: PayConnectors | null;
}

export function afasPage(
	visit: Visit,
	row: InvitationRow,
	language: Language,
	form: AfasForm,
	{ issue = null, missing = [], pay = null }: AfasPageState = {},
): ConnectReply {
	const page = renderAfas({
		frame: landingFrame(visit, row, language),
		row,
		form: linkForm(visit, row, language),
		typed: form,
		only: row.replaces_type === '' ? null : row.replaces_type,
		problem: issue,
		missing,
		connectors: visit.settings.connectors,
		pay: asksPay(row) ? (pay ?? visit.settings.payConnectors) : null,
		elsewhere: isElsewhere(visit, row),
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

export async function afas(visit: Visit): Promise<ConnectReply> {
	const gate = await byLink(visit, first(visit.body, 'invitation'));
	if (!gate.ok) return gate.reply;
	const { row, link } = gate.value;
	if (row.system !== 'afas') return strangerProblem(visit, 'CONNECT_LINK_INVALID');
	const language = languageOf(visit, link.l);
	const { form, access, pay, missing, problem: wrong } = typedAfas(visit, row, language);
	if (missing.length > 0 || wrong !== null) {
		return afasPage(visit, row, language, form, { issue: wrong, missing, pay });
	}
	const mine = await counted(visit, row, language, 'typed', 'link');
	if (!mine.ok) return mine.reply;
	const found = await inspectAfas(
		visit.context,
		access,
		{ ...visit.settings.connectors, pay },
		asksAccess(row) ? civilToday(visit.context.getTimezone()) : null,
	);
	if (!found.ok) {
		const { code, detail } = found.problem;
		visit.context.logger.info(`Customer Connect: ${code}: ${detail}`);
		return afasPage(visit, row, language, form, { issue: found.problem, pay });
	}
	const { environment, tests, access: seen, filter, leaveTypes } = found.value;
	const partitions = [environment].filter((one) => one !== '');
	const others = await findOthers(visit, row, '', partitions);
	if (!others.ok) return notReady(visit, others.problem);
	const { before, samePartitions, unread } = others.value;
	const alert = otherEnvironment(row, environment, before);
	if (alert !== null) {
		return { ...problem(visit, row, language, 'CONNECT_ENVIRONMENT_CHANGED'), alert };
	}
	const tries = forgiveTry(mine.value.tries, 'typed');
	const claimed = await claim(visit, mine.value, language, { tries });
	if (!claimed.ok) return claimed.reply;
	const { visit: held, row: claimedRow, cookie } = claimed.value;
	const sealed = withSecrets(held, claimedRow, access.type, dataOf(access));
	if (sealed === null) return strangerProblem(held, 'CONNECT_OTHER_BROWSER');
	const reply = await advance(
		held,
		claimedRow,
		language,
		{
			...readProgress(claimedRow.progress),
			given: [access.type],
			environment,
			tests,
			access: seen,
			filter,
			afasPay: pay === null ? null : AfasPay.parse({ connectors: pay }),
			leaveChoices: leaveTypes,
			testedAt: new Date(visit.now).toISOString(),
			sharedPartitions: samePartitions,
			unread,
			replacedUnknown: row.replaces !== '' && before === null,
		},
		{ partitions: partitionText(partitions), sealed },
	);
	return { ...reply, cookie: cookieHeader(visit, claimedRow.invitation, cookie) };
}
