import { INVITATION_COLUMNS, type InvitationRow } from '../../../core/connect/invitation';
import { sameText, sign } from './token';

/** A row before it is signed. */
export type UnsignedRow = Omit<InvitationRow, 'signature'>;

const SIGNED = INVITATION_COLUMNS.filter((column) => column !== 'signature');

/** HMAC over every column, names and values, in one order: nothing in a row decides without it. */
export const signatureOf = (signingKey: string, row: UnsignedRow | InvitationRow): string => {
	const cells: Partial<InvitationRow> = row;
	return sign(signingKey, 'row', JSON.stringify(SIGNED.map((column) => [column, cells[column]])));
};

/** False for a row that was changed by hand, and for one of a version that did not sign. */
export const rowHolds = (signingKey: string, row: InvitationRow): boolean =>
	sameText(row.signature, signatureOf(signingKey, row));
