import { INVITATION_COLUMNS, type InvitationRow } from '../../../core/connect/invitation';
import { sameText, sign } from './token';

/** A row before it is signed. */
export type UnsignedRow = Omit<InvitationRow, 'signature'>;

const SIGNED = INVITATION_COLUMNS.filter((column) => column !== 'signature');

/** Columns of a later version, under the signature where they say something: older rows still hold. */
const LATER: ReadonlySet<keyof InvitationRow> = new Set(['alleo_key']);

/** HMAC over every column, names and values, in one order: nothing in a row decides without it. */
export const signatureOf = (signingKey: string, row: UnsignedRow | InvitationRow): string => {
	const cells: Partial<InvitationRow> = row;
	const signed = SIGNED.filter((column) => !LATER.has(column) || (cells[column] ?? '') !== '');
	return sign(signingKey, 'row', JSON.stringify(signed.map((column) => [column, cells[column]])));
};

/** False for a row that was changed by hand, and for one of a version that did not sign. */
export const rowHolds = (signingKey: string, row: InvitationRow): boolean =>
	sameText(row.signature, signatureOf(signingKey, row));
