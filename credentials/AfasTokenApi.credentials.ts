import type { IAuthenticate, ICredentialType, INodeProperties } from 'n8n-workflow';
import { CLASSIC_TOKENS_END_EN } from '../core/issues/afasTokens';
import { AfasCredentialError, withAuthorization } from '../nodes/Afas/api/authenticate';
import { classicAuthorization, classicTokenXml } from '../nodes/Afas/api/classicToken';
import { ADVANCED_FIELDS, ENVIRONMENT_FIELDS } from '../nodes/Afas/api/credentialFields';
import { noticeField, secretField } from '../nodes/shared/credentials/fields';

/** A classic token of an AFAS app connector; AFAS ends these in 2027. */
export class AfasTokenApi implements ICredentialType {
	name = 'afasTokenApi';

	displayName = 'AFAS Profit Token API';

	documentationUrl = 'https://github.com/n8n-nodes-alleo/n8n-nodes-alleo/blob/main/docs/afas.md';

	icon = {
		light: 'file:../nodes/Afas/afas.svg',
		dark: 'file:../nodes/Afas/afas.dark.svg',
	} as const;

	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		noticeField(
			'endDatesNotice',
			`${CLASSIC_TOKENS_END_EN} For a new set-up, choose the AFAS Profit OAuth2 API credential.`,
		),
		...ENVIRONMENT_FIELDS,
		secretField({
			displayName: 'Token',
			name: 'token',
			placeholder: 'e.g. <token><version>1</version><data>…</data></token>',
			description:
				'As Profit showed it once: the whole text, only the 64 characters between the data tags, or the Base64 of the whole text',
		}),
		...ADVANCED_FIELDS,
	];

	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		const xml = classicTokenXml(credentials['token']);
		if (xml === null) throw new AfasCredentialError({ code: 'AFAS_TOKEN_UNREADABLE' });
		return withAuthorization(requestOptions, classicAuthorization(xml), credentials);
	};
}
