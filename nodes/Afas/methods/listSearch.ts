import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { literal } from '../../../core/connect/evaluated';
import { toError } from '../../shared/outcome';
import type { AfasClient } from '../api/client';
import type { AfasField } from '../api/schemas';
import { connect, credentialTypeOf } from '../api/connect';
import { pickedText } from '../../shared/parameters';

// A picker shows the reason instead of an empty list; a name can always be typed.

export async function clientFor(context: ILoadOptionsFunctions): Promise<AfasClient> {
	const type = credentialTypeOf(context.getCurrentNodeParameter('authentication'));
	const client = await connect(context, type, { parallel: 1, timeoutMs: 30_000 });
	if (!client.ok) throw toError(context, client.problem);
	return client.value;
}

/** A column as a person knows it. */
export const columnLabel = ({ id, label, dataType }: AfasField): string =>
	label === '' || label === id ? `${id}, ${dataType}` : `${label} (${id}, ${dataType})`;

const matching = (
	results: INodeListSearchResult['results'],
	filter = '',
): INodeListSearchResult => ({
	results: results.filter(({ name, value }) =>
		`${name} ${String(value)}`.toLowerCase().includes(filter.trim().toLowerCase()),
	),
});

/**
 * The GetConnectors that the credential may use, as "description (name)". What is chosen becomes a
 * parameter, so a name that somebody in AFAS made up must be no expression of n8n.
 */
export async function searchConnectors(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const client = await clientFor(this);
	const info = await client.metaInfo();
	if (!info.ok) throw toError(this, info.problem);
	const results = info.value.getConnectors.map(({ id, description }) => ({
		name: description === '' ? id : `${description} (${id})`,
		value: literal(id),
	}));
	return matching(
		results.sort((a, b) => a.name.localeCompare(b.name)),
		filter,
	);
}

async function columnsOf(
	context: ILoadOptionsFunctions,
	connector: string,
	filter: string | undefined,
): Promise<INodeListSearchResult> {
	const client = await clientFor(context);
	const info = await client.connector(connector);
	if (!info.ok) throw toError(context, info.problem);
	const results = info.value.fields.map((field) => ({
		name: columnLabel(field),
		value: literal(field.id),
	}));
	return matching(results, filter);
}

/** The columns of the connector that the operation reads. */
export async function searchColumns(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const resource = this.getCurrentNodeParameter('resource');
	const name = resource === 'getConnector' ? 'connector' : 'employeesConnector';
	return await columnsOf(this, pickedText(this.getCurrentNodeParameter(name)) ?? '', filter);
}

type ColumnSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
) => Promise<INodeListSearchResult>;

/** The columns of the connector that another field of the node names. */
const columnsOfField = (field: string): ColumnSearch =>
	async function search(this: ILoadOptionsFunctions, filter?: string) {
		return await columnsOf(this, pickedText(this.getCurrentNodeParameter(field)) ?? '', filter);
	};

export const searchContractColumns = columnsOfField('contractsConnector');
export const searchSalaryColumns = columnsOfField('salaryConnector');
export const searchWageColumns = columnsOfField('wageComponentsConnector');
export const searchPlanColumns = columnsOfField('plansConnector');
export const searchLeaveColumns = columnsOfField('leaveConnector');
