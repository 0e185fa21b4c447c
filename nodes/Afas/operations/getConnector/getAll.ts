import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { failed, type Problem, type Result } from '../../../../core/model/result';
import type { CoverageCheck } from '../../../shared/source/coverage';
import { nothingRead, type Outputs } from '../../../shared/outcome';
import { runSource } from '../../../shared/source/run';
import { emptyRead } from '../../../shared/source/source';
import type { AfasClient } from '../../api/client';
import type { AfasRow } from '../../api/schemas';
import { readAll } from '../../../shared/parameters';
import {
	additionalColumns,
	filters,
	onPartitionError,
	options,
	orderBy,
	pageSize,
	requiredConnector,
} from '../descriptions/shared';
import { STOCK_COLUMNS } from '../../employee/columns';
import { chooseColumns, unknownNames } from '../../employee/privacy';
import { guessOrder } from '../../listing/order';
import { planListing } from '../../listing/plan';
import { readListing, type Progress } from '../../listing/read';
import { connectorSource, type ConnectorRead } from '../../listing/source';
import { openClient, readRowSettings, type RowSettings } from '../parameters';

const connector = requiredConnector({
	displayName: 'Connector',
	name: 'connector',
	value: '',
	description: 'The GetConnector to read',
});

export const fields: INodeProperties[] = [
	connector,
	additionalColumns,
	filters,
	orderBy,
	pageSize,
	onPartitionError,
	options,
].map(({ field }) => field);

const stopped = (
	problem: Problem,
	pages?: number,
	checks?: CoverageCheck[],
): ConnectorRead<AfasRow> => ({
	...emptyRead(problem, pages, checks),
	kept: [],
});

async function readConnector(
	client: AfasClient,
	id: string,
	{ conditions, order, named, reading }: RowSettings,
	progress: Progress,
): Promise<ConnectorRead<AfasRow>> {
	const info = await client.connector(id);
	if (!info.ok) return stopped(info.problem);
	const unknown = unknownNames(info.value.fields, named);
	if (unknown !== null) return stopped(failed('SETTING_INVALID', unknown).problem);
	const choice = chooseColumns(info.value.fields, { structural: [], ...named });
	const plan = planListing(id, info.value, {
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
	const kept = [{ connector: id, notChosen, withheld: choice.withheld, values: withheld }];
	return { items: rows, employees: rows.length, name, pages, checks, kept, problem: null };
}

async function read(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const asked = readAll(context, { id: connector, onPartitionError });
	if (!asked.ok) return asked;
	const rows = readRowSettings(context);
	if (!rows.ok) return rows;
	const client = await openClient(context, rows.value.reading);
	if (!client.ok) return client;
	const { id } = asked.value;
	const source = connectorSource(id, async () =>
		readConnector(client.value, id, rows.value, (line) => context.logger.debug(line)),
	);
	return await runSource(context, source, asked.value.onPartitionError);
}

/**
 * The rows of any GetConnector: the columns that the sync knows and those that a person chose. Nothing
 * when they cannot all be read.
 */
export async function execute(this: IExecuteFunctions): Promise<Outputs> {
	const all = await read(this);
	if (all.ok) return all.value;
	const id = connector.read(this);
	return nothingRead(this, all.problem, id.ok ? id.value : 'afas');
}
