import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { columnCost } from '../../../../core/connect/columnCosts';
import { done, type Result } from '../../../../core/model/result';
import type { AfasField, ConnectorInfo } from '../../api/schemas';
import { choice, readAll } from '../../../shared/parameters';
import { requiredConnector } from '../descriptions/shared';
import { columnUse } from '../../employee/privacy';
import {
	ACCESS_COLUMN,
	CONTRACT_COLUMNS,
	EMPLOYEE_COLUMNS,
	type Requirement,
} from '../../employee/requirements';
import { nothingRead, toItems, type Outputs } from '../../../shared/outcome';
import { openClient, readReading } from '../parameters';

const connector = requiredConnector({
	displayName: 'Connector',
	name: 'connector',
	value: '',
	description: 'The GetConnector to describe',
});

const compareWith = choice({
	displayName: 'Compare With',
	name: 'compareWith',
	options: [
		{ name: 'Columns for Contracts', value: 'contracts' },
		{ name: 'Columns for Employees', value: 'employees' },
		{ name: 'Nothing', value: 'nothing' },
	],
	default: 'employees',
	description: 'The list of columns to compare with; what is missing is named',
});

export const fields: INodeProperties[] = [connector.field, compareWith.field];

const ADVICE = {
	choice:
		'Leaves the node only if it is chosen under Additional Column Names or IDs. Else hide it in Profit (setting Visible).',
	never: 'Hide this column in Profit (setting Visible).',
} as const;

export interface MissingColumn {
	column: string;
	level: Requirement['level'];
	purpose: string;
	profitField: string;
	/** Columns of the connector that may be the same thing under another name. */
	perhaps: string[];
	action: string;
	/** What a run without it loses; null where the purpose says it all. */
	cost: string | null;
}

const has = (fields: readonly AfasField[], name: string): string | undefined =>
	fields.find(({ id }) => id.toLowerCase() === name.toLowerCase())?.id;

/** Profit makes ids of free fields itself; their label is what a person called them. */
const labelled = (fields: readonly AfasField[], name: string): string | undefined =>
	fields.find(({ label }) => label.trim().toLowerCase() === name.toLowerCase())?.id;

function missingFrom(fields: readonly AfasField[], requirement: Requirement): MissingColumn[] {
	const { column, level, purpose, profitField, alternatives } = requirement;
	if (has(fields, column) !== undefined) return [];
	const isAccess = column === ACCESS_COLUMN;
	const found = alternatives
		.map((name) => has(fields, name) ?? (isAccess ? labelled(fields, name) : undefined))
		.filter((id): id is string => id !== undefined);
	const perhaps = [...new Set(found)];
	const cost = columnCost(column, 'en');
	const action =
		isAccess && perhaps.length > 0
			? `If ${perhaps.join(' or ')} says who may use Alleo, choose it under Additional Column Names or IDs in this node and write that name into Access Field in Employee Normalize; yourcampus_access needs neither.`
			: perhaps.length > 0
				? `If ${perhaps.join(' or ')} is the same thing, choose it under Columns in this node or map it in Employee Normalize.`
				: `Add ${profitField} to the GetConnector in Profit, with ${column} as its name.`;
	return [{ column, level, purpose, profitField, perhaps, action, cost }];
}

function summary(missing: readonly MissingColumn[], compared: boolean): string {
	if (!compared) return 'Not compared with a list of columns.';
	const gone = missing.filter(({ level, perhaps }) => level === 'required' && perhaps.length === 0);
	const renamed = missing.filter(
		({ level, perhaps }) => level === 'required' && perhaps.length > 0,
	);
	if (gone.length > 0) return `Missing: ${gone.map(({ column }) => column).join(', ')}.`;
	if (renamed.length > 0) {
		return `Under another name: ${renamed.map(({ column, perhaps }) => `${column} (perhaps ${perhaps.join(', ')})`).join('; ')}.`;
	}
	const less = missing.filter(({ level }) => level === 'recommended').map(({ column }) => column);
	if (less.length > 0) return `All required columns are there. Recommended: ${less.join(', ')}.`;
	return 'All required and recommended columns are there.';
}

/** What a person needs to know of a connector: its columns, and what the list says is missing. */
export function describeConnector(
	name: string,
	info: ConnectorInfo,
	requirements: readonly Requirement[],
) {
	const missing = requirements.flatMap((requirement) => missingFrom(info.fields, requirement));
	const wanted = new Map(requirements.map((entry) => [entry.column.toLowerCase(), entry]));
	const columns = info.fields.map((field) => {
		const use = columnUse(field);
		const purpose = wanted.get(field.id.toLowerCase())?.purpose ?? null;
		return {
			column: field.id,
			label: field.label,
			type: field.dataType,
			length: field.length,
			decimals: field.decimals,
			usedFor: purpose,
			leavesTheNode: use === 'known',
			...(use === 'known' ? {} : { advice: ADVICE[use] }),
		};
	});
	return {
		connector: name,
		description: info.description,
		ok: missing.every(({ level }) => level !== 'required'),
		message: summary(missing, requirements.length > 0),
		missing,
		columns,
	};
}

const LISTS = { employees: EMPLOYEE_COLUMNS, contracts: CONTRACT_COLUMNS, nothing: [] };

async function read(context: IExecuteFunctions): Promise<Result<object>> {
	const asked = readAll(context, { name: connector, compareWith });
	if (!asked.ok) return asked;
	const reading = readReading(context);
	if (!reading.ok) return reading;
	const client = await openClient(context, reading.value);
	if (!client.ok) return client;
	const { name, compareWith: list } = asked.value;
	const info = await client.value.connector(name);
	return info.ok ? done(describeConnector(name, info.value, LISTS[list])) : info;
}

/** One item: the connector, its columns with types, and what is missing against the list. */
export async function execute(this: IExecuteFunctions): Promise<Outputs> {
	const described = await read(this);
	if (!described.ok) return nothingRead(this, described.problem, 'afas');
	return [toItems([described.value]), []];
}
