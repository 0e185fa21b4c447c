import { isAlleoField, isPrivateNumber } from '../../../core/normalize/privacy';
import type { Condition } from '../api/filter';
import { alternativesOf, filterJson } from '../api/filter';
import { done, failed, type Result } from '../../../core/model/result';
import { nameList } from '../api/nameList';
import { longestQuery, pageSizeFor, QUERY_LIMIT } from '../api/query';
import type { AfasField, ConnectorInfo } from '../api/schemas';
import type { CellKind } from './cells';
import { orderText, type OrderColumn } from './order';

/** Alternatives of a filter that surely do not fit a query any more: each takes over 100 characters. */
const MOST_ALTERNATIVES = 32;

/** Everything that one listing of a GetConnector needs; made and checked before the first row. */
export interface ListingPlan {
	connector: string;
	fields: Map<string, AfasField>;
	order: OrderColumn[];
	conditions: Condition[];
	filterJson: string | null;
	pageSize: number;
	parallel: number;
	/** Columns that leave the client; everything else is dropped as soon as a page is parsed. */
	keep: string[];
	/** Columns that every row must carry; an absent key is not an empty value. */
	required: string[];
	kinds: Map<string, CellKind>;
	/** Columns that are never withheld for what their values look like: without them there are no people. */
	structural: ReadonlySet<string>;
	/** The column that says whose row it is; null where nobody knows. */
	person: string | null;
}

export interface ListingSettings {
	order: OrderColumn[];
	conditions: Condition[];
	pageSize: number;
	parallel: number;
	keep: string[];
	required: string[];
	/** Columns with identifiers, read as keys. */
	keys: string[];
	/** Columns with dates, whatever metainfo says of their type. */
	dates: string[];
	/** Columns that are never withheld for their values; the values of all others are checked. */
	structural?: readonly string[];
	/** The column that says whose row it is. */
	person?: string;
}

/** The id as metainfo spells it; an administrator may have typed another case. */
export function findColumn(fields: Map<string, AfasField>, name: string): string | null {
	if (fields.has(name)) return name;
	const wanted = name.trim().toLowerCase();
	const alike = [...fields.keys()].filter((id) => id.toLowerCase() === wanted);
	return alike.length === 1 ? (alike[0] ?? null) : null;
}

function kindsOf(fields: Map<string, AfasField>, settings: ListingSettings): Map<string, CellKind> {
	const kinds = new Map<string, CellKind>();
	for (const [id, field] of fields) kinds.set(id, field.dataType === 'date' ? 'date' : 'plain');
	for (const id of settings.dates) kinds.set(id, 'date');
	for (const id of settings.keys) kinds.set(id, 'key');
	return kinds;
}

/**
 * Checks settings against the connector's columns and builds the plan. Unknown columns, values that
 * do not fit their column and a query that is too long are refused here, before anything is sent.
 */
export function planListing(
	connector: string,
	info: ConnectorInfo,
	settings: ListingSettings,
): Result<ListingPlan> {
	const fields = new Map(info.fields.map((field) => [field.id, field]));
	const used = [
		...settings.required,
		...settings.order.map(({ column }) => column),
		...settings.conditions.map(({ field }) => field),
	];
	const unknown = [...new Set(used)].filter((name) => findColumn(fields, name) === null);
	if (unknown.length > 0) {
		return failed('AFAS_COLUMNS_MISSING', {
			connector,
			columns: nameList(unknown),
			available: nameList([...fields.keys()]),
		});
	}
	const spelled = (name: string): string => findColumn(fields, name) ?? name;
	const conditions = settings.conditions.map((condition) => ({
		...condition,
		field: spelled(condition.field),
	}));
	const keep = settings.keep.map(spelled).filter((id) => fields.has(id) && id !== '__proto__');
	// Only what a person chose as a key, or for a figure, can still be one of these.
	const forbidden = keep.find(
		(id) =>
			!isAlleoField(id) && [id, fields.get(id)?.label ?? ''].some((name) => isPrivateNumber(name)),
	);
	if (forbidden !== undefined) {
		return failed('AFAS_KEY_PRIVATE', { connector, column: forbidden });
	}
	const order = settings.order.map((entry) => ({ ...entry, column: spelled(entry.column) }));
	if (order.length === 0) {
		return failed('SETTING_INVALID', { setting: 'Order By', problem: 'no column to sort on' });
	}
	if (alternativesOf(conditions, fields) > MOST_ALTERNATIVES) {
		return failed('AFAS_QUERY_TOO_LONG', { length: `over ${QUERY_LIMIT}`, limit: QUERY_LIMIT });
	}
	const filter = filterJson(conditions, fields);
	if (!filter.ok) {
		return failed('SETTING_INVALID', { setting: 'Filters', problem: filter.cause });
	}
	const pageSize = pageSizeFor(settings.pageSize, info.fields.length);
	const length = longestQuery({
		take: pageSize,
		order: orderText(order),
		filterJson: filter.value,
	});
	if (length > QUERY_LIMIT) {
		return failed('AFAS_QUERY_TOO_LONG', { length, limit: QUERY_LIMIT });
	}
	return done({
		connector,
		fields,
		order,
		conditions,
		filterJson: filter.value,
		pageSize,
		parallel: settings.parallel,
		keep,
		required: settings.required.map(spelled),
		kinds: kindsOf(fields, settings),
		structural: new Set((settings.structural ?? []).map(spelled)),
		person: settings.person === undefined ? null : findColumn(fields, settings.person),
	});
}
