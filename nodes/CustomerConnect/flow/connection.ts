import {
	CustomerConnection,
	type ConnectNotice,
	type NamedId,
} from '../../../core/connect/connection';
import type { ConnectProgress, InvitationRow } from '../../../core/connect/invitation';
import { readParts } from '../../../core/connect/parts';
import { resolveIssue, type Filling, type IssueCode, type PlacesOf } from '../../../core/issues';
import { readSealed } from '../../shared/connect/sealed';
import { asksPay, asksToken, givesPay } from './path';

/** What is given out when a customer is done. */

const notice = <C extends IssueCode>(code: C, ...filling: Filling<PlacesOf<C>>): ConnectNotice => {
	const { message, action, params } = resolveIssue(code, ...filling);
	return { code, message, action, params };
};

function noticesOf(row: InvitationRow, progress: ConnectProgress): ConnectNotice[] {
	const failing = progress.tests.filter(({ ok }) => !ok).length;
	const lacksToken = asksToken(row) && !progress.given.includes('nmbrsTokenApi');
	const left = readSealed(row.sealed).left.length;
	return [
		...progress.sharedLogin.map((customer) => notice('CONNECT_LOGIN_SHARED', { customer })),
		...progress.sharedPartitions.map((customer) =>
			notice('CONNECT_PARTITION_SHARED', { customer }),
		),
		...(lacksToken ? [notice('CONNECT_TOKEN_SKIPPED')] : []),
		...(asksPay(row) && !givesPay(row, progress) ? [notice('CONNECT_PAY_SKIPPED')] : []),
		...(failing > 0 ? [notice('CONNECT_INCOMPLETE', { count: failing })] : []),
		...(progress.severalCompanies === 'several' && progress.filter !== null
			? [
					notice('CONNECT_SEVERAL_COMPANIES', {
						field: progress.filter.field ?? '',
						count: progress.filter.different,
					}),
				]
			: []),
		...(progress.replacedUnknown ? [notice('CONNECT_REPLACED_UNKNOWN')] : []),
		...(progress.unread > 0 ? [notice('CONNECT_ROWS_UNREAD', { count: progress.unread })] : []),
		...(left > 0 ? [notice('CONNECT_CONSENT_LEFT', { count: left })] : []),
	];
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

export const connectionOf = (
	row: InvitationRow,
	progress: ConnectProgress,
	connectedAt: string,
): CustomerConnection =>
	CustomerConnection.parse({
		customer: row.customer,
		system: row.system,
		integration_id: row.integration,
		invitation_id: row.invitation,
		workflow_id: row.workflow === '' ? null : row.workflow,
		alleo_company_id: row.alleo_company,
		credentials: progress.credentials,
		scopes: progress.scopes,
		debtors: chosen(progress.debtors, progress.chosenDebtors),
		companies: chosen(progress.companies, progress.chosenCompanies),
		budget_file: readParts(row.parts).budgetFile,
		delivery_workflow_id: readParts(row.parts).delivery,
		pay: givesPay(row, progress),
		wage_components: progress.wageComponents,
		leave_groups: progress.leaveGroups,
		afas_pay: givesPay(row, progress) ? progress.afasPay : null,
		selective_sync: progress.selectiveSync,
		alleo_access: progress.access,
		alleo_filter:
			progress.filter === null ? null : { ...progress.filter, several: progress.severalCompanies },
		afas_environment: progress.environment,
		tests: progress.tests,
		tested_at: progress.testedAt === '' ? connectedAt : progress.testedAt,
		connected_at: connectedAt,
		replaced: replaced(row),
		notices: noticesOf(row, progress),
		language: progress.language,
	} satisfies CustomerConnection);
