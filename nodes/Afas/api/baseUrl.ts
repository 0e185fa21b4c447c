import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { resolveBaseUrl } from '../../shared/baseUrl';
import {
	environmentNumber,
	isEnvironmentType,
	PASTED_TAILS,
	vendorBaseUrl,
	withServicePath,
} from './environment';
import { done, failed, type Result } from '../../../core/model/result';

/** The base URL of an AFAS credential: its own `baseUrl`, else the vendor's for number and type. */
export function afasBaseUrl(credential: ICredentialDataDecryptedObject): Result<string> {
	const given = String(credential['baseUrl'] ?? '').trim();
	const number = environmentNumber(credential['environmentNumber']);
	if (given === '' && number === null) return failed('AFAS_ENVIRONMENT_NUMBER_INVALID');
	const type = credential['environment'] ?? 'production';
	const vendor = isEnvironmentType(type) ? vendorBaseUrl(number ?? '00000', type) : '';
	if (given === '' && vendor === '') {
		return failed('SETTING_INVALID', { setting: 'Environment', problem: 'unknown environment' });
	}
	const resolved = resolveBaseUrl(given, vendor, { strip: PASTED_TAILS });
	return resolved.ok ? done(withServicePath(resolved.value)) : resolved;
}
