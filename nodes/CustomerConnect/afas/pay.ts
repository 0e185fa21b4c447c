import { z } from 'zod';
import type { ConnectTest } from '../../../core/connect/connection';
import type { ConnectProgress } from '../../../core/connect/invitation';
import { PAY_CONNECTORS } from '../../../core/connect/pay';
import type { PayConnector, PayConnectors } from '../../../core/connect/pay';
import type { AfasClient } from '../../Afas/api/client';
import { pageQuery, pageSizeFor } from '../../Afas/api/query';
import {
	LEAVE_ROLES,
	PLAN_ROLES,
	resolveColumns,
	SALARY_ROLES,
	WAGE_ROLES,
	type Role,
} from '../../Afas/payroll/columns';
import { connectTest, findConnector } from './connector';

/**
 * The connectors with pay, tested one by one by metainfo. Of their rows one page of leave balances is read, and
 * of a row no more is looked at than the code and the name of the leave type.
 */

const ROLES: Record<PayConnector, Readonly<Record<string, Role>>> = {
	salary: SALARY_ROLES,
	wageComponents: WAGE_ROLES,
	plans: PLAN_ROLES,
	leave: LEAVE_ROLES,
};

const MOST_ROWS = 1000;
/** More kinds of leave than these are no kinds; nor is a longer text a code. */
const MOST_TYPES = 40;
const LONGEST_CODE = 60;

type LeaveChoices = ConnectProgress['leaveChoices'];

export interface LookedAtPay {
	tests: ConnectTest[];
	/** Leave types by code; empty where they could not be read. */
	leaveTypes: LeaveChoices;
}

const Row = z.record(z.unknown());

const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

interface LeaveColumns {
	employee: string | null;
	type: string | null;
	description: string | null;
}

async function leaveTypesOf(
	client: AfasClient,
	connector: string,
	{ employee, type, description }: LeaveColumns,
	columns: number,
): Promise<LeaveChoices> {
	if (employee === null || type === null) return [];
	// By person: a page then holds every kind that these people have.
	const query = { skip: 0, take: pageSizeFor(MOST_ROWS, columns), order: employee };
	const page = await client.page(connector, pageQuery({ ...query, filterJson: null }));
	if (!page.ok || page.damaged) return [];
	const found = new Map<string, string | null>();
	for (const raw of page.rows) {
		const row = Row.safeParse(raw);
		const code = row.success ? textOf(row.data[type]) : '';
		if (!row.success || code.length > LONGEST_CODE) return [];
		if (code === '' || found.has(code)) continue;
		const name = description === null ? '' : textOf(row.data[description]);
		found.set(code, name === '' ? null : name.slice(0, LONGEST_CODE));
	}
	return found.size > MOST_TYPES ? [] : [...found].map(([id, name]) => ({ id, name }));
}

/** @param seen names of the connectors that are in the app connector */
export async function lookAtPay(
	client: AfasClient,
	connectors: PayConnectors,
	seen: readonly string[],
): Promise<LookedAtPay> {
	const looked: LookedAtPay = { tests: [], leaveTypes: [] };
	for (const part of PAY_CONNECTORS) {
		if (connectors[part] === '') continue;
		const found = await findConnector(client, connectors[part], seen);
		if (!found.ok) {
			looked.tests.push(found.test);
			continue;
		}
		const { name: connector, info } = found;
		const columns = resolveColumns(connector, info, ROLES[part], {});
		if (!columns.ok) {
			const missing = String(columns.problem.params['columns'] ?? '');
			looked.tests.push(
				connectTest('CONNECT_PAY_COLUMNS_MISSING', false, { connector, columns: missing }),
			);
			continue;
		}
		looked.tests.push(connectTest('CONNECT_CONNECTOR_FOUND', true, { connector }));
		if (part !== 'leave') continue;
		const { employee = null, type = null, description = null } = columns.value;
		const place = { employee, type, description };
		looked.leaveTypes = await leaveTypesOf(client, connector, place, info.fields.length);
	}
	return looked;
}
