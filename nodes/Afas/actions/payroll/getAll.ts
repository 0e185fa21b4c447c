import type { IExecuteFunctions } from 'n8n-workflow';
import type { AfasClient } from '../../api/client';
import { done, failed, type Problem, type Result } from '../../api/problem';
import type { AfasRow } from '../../api/schemas';
import { connect, credentialTypeOf } from '../../connect';
import { chooseColumns } from '../../employee/privacy';
import type { Check } from '../../listing/checks';
import { guessOrder } from '../../listing/order';
import { findColumn, planListing, type ListingPlan } from '../../listing/plan';
import { readListing } from '../../listing/read';
import { coverageOf, stop, toItems, type Outputs } from '../../output';
import {
	continuesOnError,
	readingParameters,
	textParameter,
	type ReadingOptions,
} from '../../parameters';

const PARTS = [
	{ part: 'salary', connector: 'salaryConnector', column: 'salaryEmployeeColumn' },
	{
		part: 'wageComponents',
		connector: 'wageComponentsConnector',
		column: 'wageComponentsEmployeeColumn',
	},
	{ part: 'leave', connector: 'leaveConnector', column: 'leaveEmployeeColumn' },
] as const;

type Part = (typeof PARTS)[number]['part'];

interface PartRead {
	part: Part;
	connector: string;
	column: string;
	rows: AfasRow[];
	pages: number;
	checks: Check[];
	problem: Problem | null;
}

async function planPart(
	client: AfasClient,
	connector: string,
	wanted: string,
	reading: ReadingOptions,
): Promise<Result<{ plan: ListingPlan; column: string }>> {
	const info = await client.connector(connector);
	if (!info.ok) return info;
	const byId = new Map(info.value.fields.map((field) => [field.id, field]));
	const column = findColumn(byId, wanted) ?? wanted;
	const { keep } = chooseColumns(info.value.fields, {
		structural: [column],
		only: [],
		drop: [],
		salary: true,
	});
	const plan = planListing(connector, info.value, {
		order: guessOrder(info.value.fields),
		conditions: [],
		pageSize: reading.pageSize,
		parallel: reading.parallel,
		keep,
		required: [column],
		keys: [column],
		dates: [],
	});
	return plan.ok ? done({ plan: plan.value, column }) : plan;
}

async function readPart(
	context: IExecuteFunctions,
	client: AfasClient,
	part: (typeof PARTS)[number],
	reading: ReadingOptions,
): Promise<PartRead | null> {
	const connector = textParameter(context, part.connector);
	if (connector === '') return null;
	const base = { part: part.part, connector, column: '', rows: [], pages: 0, checks: [] };
	const planned = await planPart(client, connector, textParameter(context, part.column), reading);
	if (!planned.ok) return { ...base, problem: planned.problem };
	const { plan, column } = planned.value;
	const result = await readListing(client, plan, (line) => context.logger.debug(line));
	if (!result.ok) {
		return { ...base, pages: result.pages, checks: result.checks, problem: result.problem };
	}
	const { rows, pages, checks } = result.listing;
	return { part: part.part, connector, column, rows, pages, checks, problem: null };
}

interface PayrollItem {
	source: 'afas';
	employeeId: string;
	salary: AfasRow[];
	wageComponents: AfasRow[];
	leave: AfasRow[];
}

/** One item per employee code with the rows of the three connectors; rows without a code are counted apart. */
export function groupPayroll(
	parts: ReadonlyArray<Pick<PartRead, 'part' | 'column' | 'rows'>>,
): PayrollItem[] {
	const items = new Map<string, PayrollItem>();
	for (const { part, column, rows } of parts) {
		for (const row of rows) {
			const id = row[column];
			if (id === null || id === undefined) continue;
			const employeeId = String(id);
			const item = items.get(employeeId) ?? {
				source: 'afas',
				employeeId,
				salary: [],
				wageComponents: [],
				leave: [],
			};
			item[part].push(row);
			items.set(employeeId, item);
		}
	}
	return [...items.values()];
}

/** Salary, wage components and leave per employee, from the connectors that are chosen. */
export async function execute(this: IExecuteFunctions): Promise<Outputs> {
	const reading = readingParameters(this);
	const type = credentialTypeOf(textParameter(this, 'authentication', 'oAuth2'));
	const client = await connect(this, type, reading);
	if (!client.ok) return stop(this, client.problem);
	const parts: PartRead[] = [];
	for (const part of PARTS) {
		const read = await readPart(this, client.value, part, reading);
		if (read !== null) parts.push(read);
	}
	if (parts.length === 0) {
		const params = { setting: 'Connectors', cause: 'none is chosen' };
		return stop(this, failed('AFAS_SETTING_INVALID', params).problem);
	}
	const problem = parts.find((part) => part.problem !== null)?.problem ?? null;
	const tolerant = continuesOnError(this) && problem?.code !== 'AFAS_CANCELLED';
	if (problem !== null && !tolerant) return stop(this, problem);
	const coverage = parts.map((part) =>
		coverageOf(part.connector, part.part, { ...part, employees: part.rows.length }),
	);
	return [toItems(groupPayroll(parts)), toItems(coverage)];
}
