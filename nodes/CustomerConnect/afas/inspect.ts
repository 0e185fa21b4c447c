import type { ConnectTest } from '../../../core/connect/connection';
import type { Filling, IssueCode, PlacesOf } from '../../../core/issues';
import { done, failed, type Result } from '../../../core/model/result';
import { describeConnector } from '../../Afas/operations/getConnector/describe';
import { withAuthorization } from '../../Afas/api/authenticate';
import { afasBaseUrl } from '../../Afas/api/baseUrl';
import { classicAuthorization } from '../../Afas/api/classicToken';
import { createAfasClient, type AfasClient } from '../../Afas/api/client';
import { environmentMismatch } from '../../Afas/api/environment';
import { readTokenAnswer, tokenRequestBody } from '../../Afas/api/oauthToken';
import { isAlleoField } from '../../../core/normalize/privacy';
import {
	ACCESS_COLUMN,
	CONTRACT_COLUMNS,
	EMPLOYEE_COLUMNS,
	type Requirement,
} from '../../Afas/employee/requirements';
import { createTransport } from '../../shared/http';
import { carrying, withHeaders, type PlainContext } from '../../shared/http/carried';
import { PAGE_BUDGET } from '../nmbrs/oauth';

/** What the customer typed, in its one spelling (`typedAfas`): what is tested here is what is stored. */
export interface AfasAccess {
	type: 'afasTokenApi' | 'afasOAuth2Api';
	environmentNumber: string;
	environment: 'production' | 'test' | 'accept';
	token: string;
	clientId: string;
	clientSecret: string;
	baseUrl: string;
	integrationId: string;
}

export interface Inspection {
	environment: string;
	tests: ConnectTest[];
}

const TIMEOUT_MS = 20_000;

/** The Authorization header: the token itself, or a fresh one for the client id and secret. */
async function authorize(
	context: PlainContext,
	base: string,
	access: AfasAccess,
): Promise<Result<string>> {
	if (access.type === 'afasTokenApi') {
		return done(classicAuthorization(access.token));
	}
	const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
	const transport = createTransport(carrying(context, withHeaders(headers)), {
		vendor: 'afas',
		baseUrl: base,
		credentialType: access.type,
		allow: [{ method: 'POST', template: '/oauth/token' }],
		concurrency: 1,
		timeoutMs: TIMEOUT_MS,
		retryBudget: PAGE_BUDGET,
		secrets: [access.clientSecret],
	});
	const sent = await transport.send({
		method: 'POST',
		path: '/oauth/token',
		template: '/oauth/token',
		body: tokenRequestBody(access.clientId, access.clientSecret),
		retry: 'read',
	});
	if (!sent.ok) {
		const { code, detail } = sent.failure;
		return code === 'UNAUTHORIZED'
			? failed('AFAS_OAUTH_REFUSED', { error: 'HTTP 401' }, detail)
			: failed('CONNECT_VENDOR_UNREACHABLE', { system: 'AFAS' }, detail);
	}
	const token = readTokenAnswer(sent.response.status, sent.response.text);
	return token.ok ? done(`Bearer ${token.value}`) : token;
}

const test = <C extends IssueCode>(
	code: C,
	ok: boolean,
	...[params = {}]: Filling<PlacesOf<C>>
): ConnectTest => ({
	code,
	ok,
	params,
});

/** One connector: there or not, and which columns it lacks. Optional columns are not spoken of. */
async function lookAt(
	client: AfasClient,
	connector: string,
	seen: readonly string[],
	requirements: readonly Requirement[],
): Promise<ConnectTest[]> {
	const name = seen.find((one) => one.toLowerCase() === connector.toLowerCase());
	if (name === undefined) {
		const visible = seen.slice(0, 12).join(', ') || '-';
		return [test('CONNECT_CONNECTOR_MISSING', false, { connector, visible })];
	}
	const info = await client.connector(name);
	if (!info.ok) return [test('CONNECT_CONNECTOR_UNREADABLE', false, { connector: name })];
	const { missing } = describeConnector(name, info.value, requirements);
	const lacking = missing
		.filter(
			({ level, column, perhaps }) =>
				level !== 'optional' ||
				(column === ACCESS_COLUMN && perhaps.some((one) => !isAlleoField(one))),
		)
		.map(({ column, level, profitField, perhaps }) => {
			const params = { connector: name, column, field: profitField };
			if (perhaps.length > 0) {
				return test('CONNECT_COLUMN_RENAMED', true, { ...params, perhaps: perhaps.join(', ') });
			}
			return level === 'required'
				? test('CONNECT_COLUMN_MISSING', false, params)
				: test('CONNECT_COLUMN_RECOMMENDED', true, params);
		});
	return lacking.some(({ ok }) => !ok)
		? lacking
		: [test('CONNECT_CONNECTOR_FOUND', true, { connector: name }), ...lacking];
}

/** Tests the access by metainfo and says what is there and what is missing. Reads no person. */
export async function inspectAfas(
	context: PlainContext,
	access: AfasAccess,
	connectors: { employees: string; contracts: string },
): Promise<Result<Inspection>> {
	const { environmentNumber: number } = access;
	const base = afasBaseUrl({ ...access });
	if (!base.ok) return base;
	const authorized = await authorize(context, base.value, access);
	if (!authorized.ok) return authorized;
	const signed = carrying(context, (request) =>
		withAuthorization(request, authorized.value, { ...access }),
	);
	const client = createAfasClient(signed, {
		credentialType: access.type,
		baseUrl: base.value,
		parallel: 2,
		timeoutMs: TIMEOUT_MS,
		secrets: [access.token, access.clientSecret, authorized.value].filter((one) => one !== ''),
		retryBudget: PAGE_BUDGET,
	});
	const info = await client.metaInfo();
	if (!info.ok) return info;
	const mismatch = environmentMismatch(info.value.info.envid, number, access.environment);
	if (mismatch !== null) {
		return failed('CONNECT_AFAS_ENVIRONMENT', { reached: info.value.info.envid });
	}
	const seen = info.value.getConnectors.map(({ id }) => id);
	const tests = await lookAt(client, connectors.employees, seen, EMPLOYEE_COLUMNS);
	if (connectors.contracts !== '') {
		tests.push(...(await lookAt(client, connectors.contracts, seen, CONTRACT_COLUMNS)));
	}
	const environment = info.value.info.envid || number;
	return done({ environment, tests });
}
