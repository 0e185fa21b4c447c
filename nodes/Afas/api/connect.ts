import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { answerLimit } from '../../shared/http';
import { afasBaseUrl } from './baseUrl';
import { classicTokenXml } from './classicToken';
import { createAfasClient, type AfasClient, type AfasClientOptions } from './client';
import { done, failed, type Result } from '../../../core/model/result';

export type AfasCredentialType = AfasClientOptions['credentialType'];

/** The credential that the parameter `authentication` chooses; OAuth2 unless it says otherwise. */
export const credentialTypeOf = (authentication: unknown): AfasCredentialType =>
	authentication === 'token' ? 'afasTokenApi' : 'afasOAuth2Api';

/** Values that must not show up in a message, whatever spelling the token was given in. */
function secretsOf(credential: ICredentialDataDecryptedObject): string[] {
	const xml = classicTokenXml(credential['token']);
	const data = xml === null ? '' : (/<data>([^<]+)</.exec(xml)?.[1] ?? '');
	return [credential['token'], credential['clientSecret'], credential['accessToken'], data]
		.map((value) => String(value ?? '').trim())
		.filter((value) => value.length >= 4);
}

/** The client of the environment that the node's credential names; refuses what cannot work before sending. */
export async function connect(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	credentialType: AfasCredentialType,
	reading: { parallel: number; timeoutMs: number },
): Promise<Result<AfasClient>> {
	const credential = await context.getCredentials(credentialType);
	const base = afasBaseUrl(credential);
	if (!base.ok) return base;
	if (credentialType === 'afasTokenApi' && classicTokenXml(credential['token']) === null) {
		return failed('AFAS_TOKEN_UNREADABLE');
	}
	return done(
		createAfasClient(context, {
			credentialType,
			baseUrl: base.value,
			parallel: reading.parallel,
			timeoutMs: reading.timeoutMs,
			maxAnswerBytes: answerLimit(credential['maxAnswerMb']),
			secrets: secretsOf(credential),
		}),
	);
}
