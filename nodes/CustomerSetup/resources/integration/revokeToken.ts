import { readGrant, revokeGrant } from '../../../shared/connect/revocation';
import type { ItemOperation } from '../operation';

export const NMBRS_CREDENTIAL = 'nmbrsOAuth2Api';

/**
 * Takes back the token of the NMBRS credential that is chosen in this node. n8n's API never gives a token
 * out, so it is done where n8n opens the credential: in a node that has it. Disconnect runs this
 * for the credential of the customer.
 */
export const revokeToken: ItemOperation = {
	name: 'Revoke NMBRS Token',
	action: 'Revoke the NMBRS token of an integration',
	description: 'Take back the token of the chosen Nmbrs OAuth2 credential at the identity server',
	writes: true,
	fields: [],
	async run({ context, item }) {
		const grant = readGrant(await context.getCredentials(NMBRS_CREDENTIAL, item));
		const result =
			grant === null ? ({ outcome: 'none' } as const) : await revokeGrant(context, grant);
		return [{ ...result }];
	},
};
