import type { IAuthenticate, ICredentialType, INodeProperties } from 'n8n-workflow';

import { baseUrlField } from '../nodes/Nmbrs/api/credentialFields';
import { loginOf, withLogin } from '../nodes/Nmbrs/api/soap/authHeader';
import { SOAP_ANSWER_MB } from '../nodes/Nmbrs/api/soap/services';
import { answerLimitField } from '../nodes/shared/credentials/answerLimitField';
import { checkAddress } from '../nodes/shared/http/signing';
import { noticeField, secretField, textField } from '../nodes/shared/credentials/fields';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** User, token and domain of the SOAP API: needed for extra (free) fields and payslip figures only. Tested by the NMBRS node. */
export class NmbrsTokenApi implements ICredentialType {
	name = 'nmbrsTokenApi';

	displayName = 'NMBRS Token API';

	documentationUrl =
		'https://github.com/n8n-nodes-alleo/n8n-nodes-alleo/blob/main/docs/nmbrs.md#4-extra-fields-the-soap-user';

	icon = {
		light: 'file:../nodes/Nmbrs/nmbrs.svg',
		dark: 'file:../nodes/Nmbrs/nmbrs.dark.svg',
	} as const;

	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		noticeField(
			'retirementNotice',
			'Nmbrs plans to end its SOAP API on 1 March 2027. Use this credential only for extra fields and payslip figures, and plan to move extra fields to a wage component, department, function or cost centre, which REST can read.',
		),
		textField({
			displayName: 'User Name',
			name: 'username',
			placeholder: 'e.g. koppeling@example.nl',
			description: 'E-mail address of the Nmbrs user that the token belongs to',
		}),
		secretField({
			displayName: 'API Token',
			name: 'token',
			description: 'In Nmbrs: your profile, API token, activate',
		}),
		textField(
			{
				displayName: 'Domain',
				name: 'domain',
				placeholder: 'e.g. voorbeeld',
				description:
					'First part of the Nmbrs address: voorbeeld for voorbeeld.nmbrs.nl. The credential test tells it when you leave this empty; calls are faster with it.',
			},
			false,
		),
		{
			displayName: 'Used For',
			name: 'usedFor',
			type: 'multiOptions',
			options: [
				{ name: 'Extra Fields', value: 'extraFields' },
				{ name: 'Payroll', value: 'payroll' },
			],
			default: ['extraFields', 'payroll'],
			description:
				'What the test of this credential checks. It names each service that the user may not call.',
		},
		baseUrlField({
			displayName: 'SOAP Base URL',
			name: 'soapBaseUrl',
			placeholder: 'e.g. https://api.nmbrs.nl',
		}),
		answerLimitField(SOAP_ANSWER_MB),
	];

	/** Puts the login into the envelope: the node that built it never sees the token. */
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		checkAddress(requestOptions);
		return {
			...requestOptions,
			body: withLogin(
				text(requestOptions.body),
				text(requestOptions.headers?.['SOAPAction']),
				loginOf(credentials),
			),
		};
	};
}
