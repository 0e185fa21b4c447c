import type { IDataObject } from 'n8n-workflow';
import { readAlleoKey } from '../../../../core/connect/alleoKey';
import type { InvitationRow } from '../../../../core/connect/invitation';
import { itemIssue } from '../../../../core/issues';
import { InvitationStore, type AlteredRow } from '../../../shared/connect/store';
import { issueError } from '../../../shared/outcome';
import type { N8nResult } from '../../../shared/n8nApi';
import { dataTable } from '../../../shared/connect/table';
import { readAll, valueOf as valueIn } from '../../../shared/parameters';
import type { Parameter, Parameters } from '../../../shared/parameters';
import type { ItemContext } from '../operation';

/** What a field of the panel says for the item; thrown where it can't be used. */
export const valueAt = <T>({ context, item }: ItemContext, one: Parameter<T>): T =>
	valueIn(context, one.read(context, item), item);

export const readAllAt = <V>({ context, item }: ItemContext, asked: Parameters<V>): V =>
	valueIn(context, readAll(context, asked, item), item);

export const settingError = ({ context, item }: ItemContext, setting: string, problem: string) =>
	issueError(context, 'SETTING_INVALID', { setting, problem }, item);

/** The value, or the error of the item. */
export const valueOf = <T>({ context, item }: ItemContext, result: N8nResult<T>): T =>
	valueIn(context, result, item);

/** The store, its table made when `make` says so. Without a table there are no invitations. */
export async function openStore(given: ItemContext): Promise<InvitationStore | null> {
	return valueOf(given, await InvitationStore.open(given, valueAt(given, dataTable)));
}

/** True when the link is past its end, whatever the row says. */
export const isExpired = (row: InvitationRow, now: number): boolean =>
	(row.state === 'open' || row.state === 'connecting') && Date.parse(row.expires_at) <= now;

/** An invitation as an item: without what only the pages need, and without the link. */
export const toItem = (row: InvitationRow, now: number): IDataObject => ({
	invitation_id: row.invitation,
	customer: row.customer,
	system: row.system,
	state: isExpired(row, now) ? 'expired' : row.state,
	created_at: row.created_at,
	expires_at: row.expires_at,
	used_at: row.used_at === '' ? null : row.used_at,
	integration_id: row.integration,
	workflow_id: row.workflow === '' ? null : row.workflow,
	alleo_company_id: row.alleo_company,
	alleo_key: readAlleoKey(row.alleo_key).kind,
	replaces_credential_id: row.replaces === '' ? null : row.replaces,
});

/** An invitation that is not believed, as an item: what its row says now, and what to do. */
export function toAlteredItem({ invitation, customer }: AlteredRow): IDataObject {
	const { code, message, action } = itemIssue('CONNECT_ROW_ALTERED', null, { invitation });
	return { invitation_id: invitation, customer, state: 'altered', code, message, action };
}
