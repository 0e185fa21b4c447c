import {
	CustomerConnection,
	CustomerCredentialType,
	type ConnectNotice,
	type CredentialRef,
	type NamedId,
} from '../../../core/connect/connection';
import type { ConnectProgress, InvitationRow } from '../../../core/connect/invitation';
import type { PageLanguage } from '../../../core/connect/page/text';
import { resolveIssue, type IssueCode, type IssueParams } from '../../../core/issues';
import { asksToken } from './path';
import { notReady, problem, type Reply } from './reply';
import { credentialName } from './secrets';
import { randomText, stepAddress, type Visit } from './visit';

const notice = (code: IssueCode, params: IssueParams = {}): ConnectNotice => {
	const { message, action } = resolveIssue(code, params);
	return { code, message, action, params };
};

function noticesOf(row: InvitationRow, progress: ConnectProgress): ConnectNotice[] {
	const failing = progress.tests.filter(({ ok }) => !ok).length;
	const lacksToken = asksToken(row) && progress.credentials.nmbrsTokenApi === undefined;
	return [
		...progress.sharedLogin.map((customer) => notice('CONNECT_LOGIN_SHARED', { customer })),
		...progress.sharedPartitions.map((customer) =>
			notice('CONNECT_PARTITION_SHARED', { customer }),
		),
		...(lacksToken ? [notice('CONNECT_TOKEN_SKIPPED')] : []),
		...(failing > 0 ? [notice('CONNECT_INCOMPLETE', { count: failing })] : []),
		...(progress.replacedUnknown ? [notice('CONNECT_REPLACED_UNKNOWN')] : []),
	];
}

type Refs = Partial<Record<CustomerCredentialType, CredentialRef>>;

/** The credentials under the names that they get; the one that was replaced keeps its own. */
function finalNames(row: InvitationRow, progress: ConnectProgress): Refs {
	const named: Refs = {};
	for (const type of CustomerCredentialType.options) {
		const ref = progress.credentials[type];
		if (ref === undefined) continue;
		const own = ref.id === row.replaces;
		named[type] = own ? ref : { id: ref.id, name: credentialName(row, type, true) };
	}
	return named;
}

/** Only whoever used the invitation up gets here. A name that n8n did not take is no reason to fail. */
async function rename(visit: Visit, row: InvitationRow, named: Refs): Promise<void> {
	for (const ref of Object.values(named)) {
		if (ref.id === row.replaces) continue;
		const renamed = await visit.client.renameCredential(ref.id, ref.name);
		if (renamed.ok) continue;
		visit.context.logger.warn('Customer Connect: a credential keeps its working name', {
			credential: ref.id,
			detail: renamed.problem.detail,
		});
	}
}

const chosen = (all: readonly NamedId[], ids: readonly string[]): NamedId[] =>
	all.filter(({ id }) => ids.includes(id)).map(({ id, number, name }) => ({ id, number, name }));

function replaced(row: InvitationRow): CustomerConnection['replaced'] {
	if (row.replaces === '' || row.replaces_type === '') return null;
	return {
		credential: { id: row.replaces, name: row.replaces_name, type: row.replaces_type },
		customer: row.replaces_customer === '' ? null : row.replaces_customer,
		connected_at: row.replaces_at === '' ? null : row.replaces_at,
	};
}

/**
 * The end: uses the invitation up and gives the connection out. What is given out is also kept with the
 * invitation, because n8n could stop between this and the run that it starts.
 */
export async function finish(
	visit: Visit,
	row: InvitationRow,
	progress: ConnectProgress,
	more: Partial<InvitationRow> = {},
): Promise<{ taken: boolean; reply: Reply }> {
	const language: PageLanguage = progress.language;
	const credentials = finalNames(row, progress);
	const connectedAt = new Date(visit.now).toISOString();
	const connection = CustomerConnection.parse({
		customer: row.customer,
		system: row.system,
		integration_id: row.integration,
		invitation_id: row.invitation,
		workflow_id: row.workflow === '' ? null : row.workflow,
		alleo_company_id: row.alleo_company,
		credentials,
		debtors: chosen(progress.debtors, progress.chosenDebtors),
		companies: chosen(progress.companies, progress.chosenCompanies),
		wage_components: progress.wageComponents,
		leave_groups: progress.leaveGroups,
		afas_environment: progress.environment,
		tests: progress.tests,
		tested_at: progress.testedAt === '' ? connectedAt : progress.testedAt,
		connected_at: connectedAt,
		replaced: replaced(row),
		notices: noticesOf(row, progress),
		language,
	} satisfies CustomerConnection);
	const used = await visit.store.step(
		row.invitation,
		{ state: row.state, step: row.step },
		{
			...more,
			state: 'used',
			step: randomText(16),
			used_at: connectedAt,
			progress: JSON.stringify(progress),
			connection: JSON.stringify(connection),
		},
	);
	if (!used.ok) return { taken: false, reply: notReady(visit, used.problem) };
	if (used.value === null) {
		return {
			taken: false,
			reply: problem(visit, row, language, 'CONNECT_OUT_OF_DATE', {}, 'step'),
		};
	}
	await rename(visit, row, credentials);
	const to = stepAddress(visit, row, language);
	return { taken: true, reply: { kind: 'redirect', to, connection } };
}
