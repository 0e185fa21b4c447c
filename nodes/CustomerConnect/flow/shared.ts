import { CustomerConnection } from '../../../core/connect/connection';
import type { InvitationRow } from '../../../core/connect/invitation';
import { sign } from '../../shared/connect/token';
import type { N8nResult } from '../../shared/n8nApi';
import type { Visit } from './visit';

/** Whether somebody else is connected with the same login, or to the same debtors. */

export const loginHash = (visit: Visit, system: string, subject: string | null): string =>
	subject === null ? '' : sign(visit.signingKey, 'login', `${system}.${subject}`);

export const partitionText = (ids: readonly string[]): string =>
	ids.length === 0 ? '' : ` ${ids.join(' ')} `;

const partitionsOf = (row: InvitationRow): string[] =>
	row.partitions.split(' ').filter((id) => id !== '');

export interface Others {
	/** Names of other customers, each once. */
	sameLogin: string[];
	samePartitions: string[];
	/** Debtors or environment of this integration's last connection; null when it is not known. */
	before: string[] | null;
	/** NMBRS domain of this integration's last API token; null when it is not known. */
	domain: string | null;
	/** Rows that were changed by hand, or are of an older version: they say nothing. */
	unread: number;
}

/** The domain of the API token that this connection came with, as its test says it. */
function domainOf({ connection }: InvitationRow): string | null {
	const read = CustomerConnection.safeParse(JSON.parse(connection || 'null'));
	const tests = read.success ? read.data.tests : [];
	const domain = tests.find(({ code }) => code === 'CONNECT_TEST_TOKEN_COMPANIES')?.params[
		'domain'
	];
	return typeof domain === 'string' ? domain : null;
}

export async function findOthers(
	visit: Visit,
	row: InvitationRow,
	login: string,
	ids: readonly string[],
): Promise<N8nResult<Others>> {
	// All of them: n8n would select by what a row says, and one that was edited would not be missed.
	const read = await visit.store.where([]);
	if (!read.ok) return read;
	const { rows: all, altered } = read.value;
	const rows = all.filter(({ system, state }) => system === row.system && state === 'used');
	const own = rows.filter(({ integration }) => integration === row.integration);
	// The newest that says what it covered: one for the API token alone does not.
	const mine = own.find(({ partitions }) => partitions !== '');
	const others = rows.filter(({ integration }) => integration !== row.integration);
	const names = (found: readonly InvitationRow[]): string[] => [
		...new Set(found.map(({ customer }) => customer)),
	];
	const wanted = new Set(ids);
	return {
		ok: true,
		value: {
			sameLogin: names(others.filter((other) => login !== '' && other.login === login)),
			samePartitions: names(
				others.filter((other) => partitionsOf(other).some((id) => wanted.has(id))),
			),
			before: mine === undefined ? null : partitionsOf(mine),
			domain: own.map(domainOf).find((domain) => domain !== null) ?? null,
			unread: altered.length,
		},
	};
}
