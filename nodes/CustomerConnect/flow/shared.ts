import type { InvitationRow } from '../../../core/connect/invitation';
import { sign } from '../../shared/connect/token';
import type { N8nResult } from '../../shared/n8nApi';
import type { Visit } from './visit';

/** Whether somebody else is connected with the same login, or to the same debtors. */

export const loginHash = (visit: Visit, system: string, subject: string | null): string =>
	subject === null ? '' : sign(visit.signingKey, 'login', `${system}.${subject}`);

export const partitionText = (ids: readonly string[]): string =>
	ids.length === 0 ? '' : ` ${ids.join(' ')} `;

export const partitionsOf = (row: InvitationRow): string[] =>
	row.partitions.split(' ').filter((id) => id !== '');

export interface Others {
	/** Names of other customers, each once. */
	sameLogin: string[];
	samePartitions: string[];
	/** Debtors or environment of this integration's last connection; null when it is not known. */
	before: string[] | null;
	/** Rows that were changed by hand, or are of an older version: they say nothing. */
	unread: number;
}

export async function findOthers(
	visit: Visit,
	row: InvitationRow,
	login: string,
	ids: readonly string[],
): Promise<N8nResult<Others>> {
	const read = await visit.store.where([
		{ columnName: 'system', condition: 'eq', value: row.system },
		{ columnName: 'state', condition: 'eq', value: 'used' },
	]);
	if (!read.ok) return read;
	// The newest that says what it covered: one for the API token alone does not.
	const { rows, altered } = read.value;
	const mine = rows.find(
		({ integration, partitions }) => integration === row.integration && partitions !== '',
	);
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
			unread: altered.length,
		},
	};
}
