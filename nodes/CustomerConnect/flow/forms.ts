import type { Language } from '../../../core/issues';
import type { InvitationRow } from '../../../core/connect/invitation';
import type { FormKey } from '../../../core/connect/page/parts';
import { formProof, invitationToken, type Visit } from './visit';

/** The form of a step: bound to this browser and to this step. */
export const formOf = (visit: Visit, row: InvitationRow, language: Language): FormKey => ({
	action: visit.pageUrl,
	fields: { connection: row.invitation, proof: formProof(visit, row), language },
});

/** The form of a landing page: bound to the link, as nobody has begun yet. */
export const linkForm = (visit: Visit, row: InvitationRow, language: Language): FormKey => ({
	action: visit.pageUrl,
	fields: { invitation: invitationToken(visit, row, language), language },
});
