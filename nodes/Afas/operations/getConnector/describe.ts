import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { failed, type Result } from '../../../../core/model/result';
import type { AfasField, ConnectorInfo } from '../../api/schemas';
import { connect, credentialTypeOf } from '../../api/connect';
import { connectorField } from '../descriptions/shared';
import { columnUse } from '../../employee/privacy';
import { CONTRACT_COLUMNS, EMPLOYEE_COLUMNS, type Requirement } from '../../employee/requirements';
import { nothingRead, toItems, type Outputs } from '../../../shared/outcome';
import { readingParameters, textParameter } from '../parameters';

const shown = { show: { resource: ['getConnector'], operation: ['describe'] } };

export const description: INodeProperties[] = [
	{
		...connectorField({
			displayName: 'Connector',
			name: 'connector',
			value: '',
			required: true,
			description: 'The GetConnector to describe',
		}),
		displayOptions: shown,
	},
	{
		displayName: 'Compare With',
		name: 'compareWith',
		type: 'options',
		options: [
			{ name: 'Columns for Contracts', value: 'contracts' },
			{ name: 'Columns for Employees', value: 'employees' },
			{ name: 'Nothing', value: 'nothing' },
		],
		default: 'employees',
		description: 'The list of columns to compare with; what is missing is named',
		displayOptions: shown,
	},
];

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
}

const has = (fields: readonly AfasField[], name: string): string | undefined =>
	fields.find(({ id }) => id.toLowerCase() === name.toLowerCase())?.id;

function missingFrom(fields: readonly AfasField[], requirement: Requirement): MissingColumn[] {
	const { column, level, purpose, profitField, alternatives } = requirement;
	if (has(fields, column) !== undefined) return [];
	const perhaps = alternatives
		.map((name) => has(fields, name))
		.filter((id): id is string => id !== undefined);
	const action =
		perhaps.length > 0
			? `If ${perhaps.join(' or ')} is the same thing, choose it under Columns in this node or map it in Employee Normalize.`
			: `Add ${profitField} to the GetConnector in Profit, with ${column} as its name.`;
	return [{ column, level, purpose, profitField, perhaps, action }];
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

const LISTS: Record<string, Requirement[]> = {
	employees: EMPLOYEE_COLUMNS,
	contracts: CONTRACT_COLUMNS,
	nothing: [],
};

async function read(context: IExecuteFunctions): Promise<Result<ConnectorInfo>> {
	const name = textParameter(context, 'connector');
	if (name === '') {
		return failed('AFAS_SETTING_INVALID', { setting: 'Connector', cause: 'it is empty' });
	}
	const type = credentialTypeOf(textParameter(context, 'authentication', 'oAuth2'));
	const client = await connect(context, type, readingParameters(context));
	return client.ok ? await client.value.connector(name) : client;
}

/** One item: the connector, its columns with types, and what is missing against the list. */
export async function execute(this: IExecuteFunctions): Promise<Outputs> {
	const info = await read(this);
	if (!info.ok) return nothingRead(this, info.problem, 'afas');
	const list = LISTS[textParameter(this, 'compareWith', 'employees')] ?? [];
	const name = textParameter(this, 'connector');
	return [toItems([describeConnector(name, info.value, list)]), []];
}
