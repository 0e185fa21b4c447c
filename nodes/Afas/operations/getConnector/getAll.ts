import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { done, failed, type Problem, type Result } from '../../../../core/model/result';
import type { CoverageCheck } from '../../../shared/source/coverage';
import { nothingRead, type Outputs } from '../../../shared/outcome';
import { runSource } from '../../../shared/source/run';
import { emptyRead } from '../../../shared/source/source';
import type { AfasClient } from '../../api/client';
import type { Condition } from '../../api/filter';
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
import { chooseColumns, unknownNames, type NamedColumns } from '../../employee/privacy';
import { guessOrder, type OrderColumn } from '../../listing/order';
import { planListing } from '../../listing/plan';
import { readListing, type Progress } from '../../listing/read';
import { connectorSource, type ConnectorRead } from '../../listing/source';
import {
	onPartitionError,
	filtersParameter,
	namedColumnsParameter,
	orderParameter,
	readingParameters,
	textParameter,
	type ReadingOptions,
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

const stopped = (
	problem: Problem,
	pages?: number,
	checks?: CoverageCheck[],
): ConnectorRead<AfasRow> => ({
	...emptyRead(problem, pages, checks),
	kept: [],
});

interface Settings {
	connector: string;
	conditions: Condition[];
	order: OrderColumn[];
	named: NamedColumns;
	reading: ReadingOptions;
}

function readSettings(context: IExecuteFunctions): Result<Settings> {
	const connector = textParameter(context, 'connector');
	if (connector === '') {
		return failed('AFAS_SETTING_INVALID', { setting: 'Connector', cause: 'it is empty' });
	}
	const conditions = filtersParameter(context);
	if (!conditions.ok) return conditions;
	return done({
		connector,
		conditions: conditions.value,
		order: orderParameter(context),
		named: namedColumnsParameter(context),
		reading: readingParameters(context),
	});
}

async function readConnector(
	client: AfasClient,
	{ connector, conditions, order, named, reading }: Settings,
	progress: Progress,
): Promise<ConnectorRead<AfasRow>> {
	const info = await client.connector(connector);
	if (!info.ok) return stopped(info.problem);
	const unknown = unknownNames(info.value.fields, named);
	if (unknown !== null) return stopped(failed('AFAS_SETTING_INVALID', unknown).problem);
	const choice = chooseColumns(info.value.fields, { structural: [], ...named });
	const plan = planListing(connector, info.value, {
		order: order.length > 0 ? order : guessOrder(info.value.fields),
		conditions,
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
	const result = await readListing(client, plan.value, progress);
	const name = info.value.description || null;
	if (!result.ok) return { ...stopped(result.problem, result.pages, result.checks), name };
	const { rows, pages, checks, withheld } = result.listing;
	const { notChosen } = choice;
	const kept = [{ connector, notChosen, withheld: choice.withheld, values: withheld }];
	return { items: rows, employees: rows.length, name, pages, checks, kept, problem: null };
}

async function read(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const settings = readSettings(context);
	if (!settings.ok) return settings;
	const type = credentialTypeOf(textParameter(context, 'authentication', 'oAuth2'));
	const client = await connect(context, type, settings.value.reading);
	if (!client.ok) return client;
	const source = connectorSource(settings.value.connector, async () =>
		readConnector(client.value, settings.value, (line) => context.logger.debug(line)),
	);
	return await runSource(context, source, onPartitionError(context));
}

/**
 * The rows of any GetConnector: the columns that the sync knows and those that a person chose. Nothing
 * when they cannot all be read.
 */
export async function execute(this: IExecuteFunctions): Promise<Outputs> {
	const all = await read(this);
	if (all.ok) return all.value;
	return nothingRead(this, all.problem, textParameter(this, 'connector'));
}
