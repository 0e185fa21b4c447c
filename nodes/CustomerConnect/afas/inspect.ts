import { hasAccessValues, type AccessSeen } from '../../../core/connect/access';
import { columnCost } from '../../../core/connect/columnCosts';
import type { ConnectTest } from '../../../core/connect/connection';
import { done, failed, type Result } from '../../../core/model/result';
import { describeConnector } from '../../Afas/operations/getConnector/describe';
import { withAuthorization } from '../../Afas/api/authenticate';
import { afasBaseUrl } from '../../Afas/api/baseUrl';
import { createAfasClient, type AfasClient } from '../../Afas/api/client';
import { environmentMismatch } from '../../Afas/api/environment';
import { isAlleoField } from '../../../core/normalize/privacy';
import {
	ACCESS_COLUMN,
	CONTRACT_COLUMNS,
	EMPLOYEE_COLUMNS,
	type Requirement,
} from '../../Afas/employee/requirements';
import type { PayConnectors } from '../../../core/connect/pay';
import { carrying, type PlainContext } from '../../shared/http/carried';
import { PAGE_BUDGET } from '../nmbrs/oauth';
import { lookAtFields, type SeenFields } from './access';
import { authorize, TIMEOUT_MS, type AfasAccess } from './authorize';
import { connectTest, findConnector, type FoundConnector } from './connector';
import { lookAtPay, type LookedAtPay } from './pay';

/** `access` and `filter` of people in service; null where that was not asked for, or could not be looked at. */
export interface Inspection extends SeenFields {
	environment: string;
	leaveTypes: LookedAtPay['leaveTypes'];
	tests: ConnectTest[];
}

interface Looked {
	tests: ConnectTest[];
	/** Null where the connector is not there or cannot be read. */
	found: Extract<FoundConnector, { ok: true }> | null;
}

/**
 * One connector: there or not, and which columns it lacks. Optional columns are not spoken of, but the
 * access column under a name that the sync does not know.
 */
async function lookAt(
	client: AfasClient,
	connector: string,
	seen: readonly string[],
	requirements: readonly Requirement[],
): Promise<Looked> {
	const found = await findConnector(client, connector, seen);
	if (!found.ok) return { tests: [found.test], found: null };
	const { name, info } = found;
	const { missing } = describeConnector(name, info, requirements);
	const lacking = missing
		.filter(
			({ level, column, perhaps }) =>
				level !== 'optional' ||
				(column === ACCESS_COLUMN && perhaps.some((one) => !isAlleoField(one))),
		)
		.map(({ column, level, profitField, perhaps }) => {
			const params = { connector: name, column, field: profitField };
			if (perhaps.length > 0) {
				return connectTest('CONNECT_COLUMN_RENAMED', true, {
					...params,
					perhaps: perhaps.join(', '),
				});
			}
			const lacks =
				level === 'required'
					? connectTest('CONNECT_COLUMN_MISSING', false, params)
					: connectTest('CONNECT_COLUMN_RECOMMENDED', true, params);
			// The page says what it costs, in the language that it is read in.
			const costs = requirements === EMPLOYEE_COLUMNS && columnCost(column, 'en') !== null;
			return costs ? { ...lacks, params: { ...params, costs: column } } : lacks;
		});
	const tests = lacking.some(({ ok }) => !ok)
		? lacking
		: [connectTest('CONNECT_CONNECTOR_FOUND', true, { connector: name }), ...lacking];
	return { tests, found };
}

/** Where there is nothing to ask, that is said instead. */
function accessTest(connector: string, seen: AccessSeen | null): ConnectTest[] {
	if (seen === null) return [connectTest('CONNECT_ACCESS_UNREAD', true, { connector })];
	if (seen.field === null) return [connectTest('CONNECT_ACCESS_NONE', true, { connector })];
	const { field: column, looked: count } = seen;
	return hasAccessValues(seen)
		? []
		: [connectTest('CONNECT_ACCESS_EMPTY', true, { connector, column, count })];
}

/**
 * Tests the access by metainfo and says what is there and what is missing. Of people it reads one page
 * for the access column, where `askOn` is a day.
 * @param askOn YYYY-MM-DD, the day of the connecting; null: nothing is asked about the access field
 */
export async function inspectAfas(
	context: PlainContext,
	access: AfasAccess,
	connectors: { employees: string; contracts: string; pay: PayConnectors | null },
	askOn: string | null,
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
	const { tests, found: employees } = await lookAt(
		client,
		connectors.employees,
		seen,
		EMPLOYEE_COLUMNS,
	);
	if (connectors.contracts !== '') {
		tests.push(...(await lookAt(client, connectors.contracts, seen, CONTRACT_COLUMNS)).tests);
	}
	let asked: SeenFields = { access: null, filter: null };
	if (askOn !== null && employees !== null) {
		asked = await lookAtFields(client, employees.name, employees.info.fields, askOn);
		tests.push(...accessTest(employees.name, asked.access));
	}
	const pay = connectors.pay === null ? null : await lookAtPay(client, connectors.pay, seen);
	tests.push(...(pay?.tests ?? []));
	const environment = info.value.info.envid || number;
	return done({ environment, tests, leaveTypes: pay?.leaveTypes ?? [], ...asked });
}
