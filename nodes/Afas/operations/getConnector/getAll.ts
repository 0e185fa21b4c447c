import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { failed, type Problem } from '../../../../core/model/result';
import type { AfasRow } from '../../api/schemas';
import { connect, credentialTypeOf } from '../../api/connect';
import {
	additionalColumnsField,
	columnListOptions,
	connectorField,
	filtersField,
	onPartitionErrorField,
	orderField,
	pageSizeField,
	readingOptions,
} from '../descriptions/shared';
import { STOCK_COLUMNS } from '../../employee/columns';
import { chooseColumns, unknownNames } from '../../employee/privacy';
import type { Check } from '../../listing/checks';
import { guessOrder } from '../../listing/order';
import { planListing } from '../../listing/plan';
import { readListing } from '../../listing/read';
import { tellNotPassedOn, type NotPassedOn } from '../notPassedOn';
import { nothingRead, toItems, type Outputs } from '../../../shared/outcome';
import { coverageOf } from '../../../shared/source/coverage';
import {
	continuesOnError,
	filtersParameter,
	namedColumnsParameter,
	orderParameter,
	readingParameters,
	textParameter,
} from '../parameters';

const shown = { show: { resource: ['getConnector'], operation: ['getAll'] } };

const fields: INodeProperties[] = [
	connectorField({
		displayName: 'Connector',
		name: 'connector',
		value: '',
		required: true,
		description: 'The GetConnector to read',
	}),
	additionalColumnsField,
	filtersField,
	orderField,
	pageSizeField,
	onPartitionErrorField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...columnListOptions, ...readingOptions],
	},
];

export const description: INodeProperties[] = fields.map((field) => ({
	...field,
	displayOptions: shown,
}));

interface ConnectorRead {
	rows: AfasRow[];
	name: string | null;
	pages: number;
	checks: Check[];
	kept: NotPassedOn | null;
	problem: Problem | null;
}

const stopped = (problem: Problem): ConnectorRead => ({
	rows: [],
	name: null,
	pages: 0,
	checks: [],
	kept: null,
	problem,
});

async function read(context: IExecuteFunctions, connector: string): Promise<ConnectorRead> {
	if (connector === '') {
		const params = { setting: 'Connector', cause: 'it is empty' };
		return stopped(failed('AFAS_SETTING_INVALID', params).problem);
	}
	const conditions = filtersParameter(context);
	if (!conditions.ok) return stopped(conditions.problem);
	const named = namedColumnsParameter(context);
	const reading = readingParameters(context);
	const type = credentialTypeOf(textParameter(context, 'authentication', 'oAuth2'));
	const client = await connect(context, type, reading);
	if (!client.ok) return stopped(client.problem);
	const info = await client.value.connector(connector);
	if (!info.ok) return stopped(info.problem);
	const unknown = unknownNames(info.value.fields, named);
	if (unknown !== null) return stopped(failed('AFAS_SETTING_INVALID', unknown).problem);
	const choice = chooseColumns(info.value.fields, {
		structural: [],
		...named,
	});
	const order = orderParameter(context);
	const plan = planListing(connector, info.value, {
		order: order.length > 0 ? order : guessOrder(info.value.fields),
		conditions: conditions.value,
		pageSize: reading.pageSize,
		parallel: reading.parallel,
		keep: choice.keep,
		required: [],
		keys: [],
		dates: [],
		structural: Object.values(STOCK_COLUMNS),
		person: STOCK_COLUMNS.employeeId,
	});
	if (!plan.ok) return stopped(plan.problem);
	const result = await readListing(client.value, plan.value, (line) => context.logger.debug(line));
	const name = info.value.description || null;
	if (!result.ok) {
		const { problem, pages, checks } = result;
		return { ...stopped(problem), name, pages, checks };
	}
	const { rows, pages, checks, withheld } = result.listing;
	const { notChosen } = choice;
	const kept = { connector, notChosen, withheld: choice.withheld, values: withheld };
	return { rows, name, pages, checks, kept, problem: null };
}

/**
 * The rows of any GetConnector: the columns that the sync knows and those that a person chose. Nothing
 * when they cannot all be read.
 */
export async function execute(this: IExecuteFunctions): Promise<Outputs> {
	const connector = textParameter(this, 'connector');
	const result = await read(this, connector);
	const { problem, rows, pages, checks, kept } = result;
	if (problem !== null && (!continuesOnError(this) || problem.code === 'CANCELLED')) {
		return nothingRead(this, problem, connector);
	}
	if (kept !== null) tellNotPassedOn(this, kept);
	const coverage = coverageOf(connector, result.name, {
		employees: rows.length,
		pages,
		checks,
		problem,
	});
	return [toItems(rows), toItems([coverage])];
}
