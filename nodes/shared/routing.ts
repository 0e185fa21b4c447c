import type { DiffOptions } from '../../core/plan/options';
import { done } from '../../core/model/result';
import type { Result } from '../../core/model/result';
import { idOf, isEmpty, isRecord, parameter, pickedText, rows, text } from './parameters';
import type { Parameter, Refuse, Row } from './parameters';

/**
 * The routing table: rows of the panel, or what an expression gives: a list of rows, a table
 * `{"holding": 42}`, or either as JSON text. What is none of these is refused: a table that is
 * silently empty would hold everybody who has a value.
 */

type Route = DiffOptions['routing'][number];

const SHAPE = 'it must be rows with a filter value and an Alleo company id';

const FILTER_KEYS = ['filter', 'alleo_filter'];
const COMPANY_KEYS = ['companyId', 'company_id', 'alleo_company_id'];

const valueOf = (row: Row, keys: readonly string[]): unknown => {
	const key = keys.find((name) => !isEmpty(row[name]));
	return key === undefined ? undefined : row[key];
};

/** One row by itself, not a table whose values happen to be called so. */
const isRoute = (value: unknown): boolean =>
	isRecord(value) &&
	!isEmpty(valueOf(value, FILTER_KEYS)) &&
	!isEmpty(valueOf(value, COMPANY_KEYS));

const isTable = (value: Row): boolean =>
	Object.values(value).every((entry) => typeof entry === 'number' || typeof entry === 'string');

function parsed(json: string): unknown {
	try {
		return JSON.parse(json) as unknown;
	} catch {
		return undefined;
	}
}

/** The rows, in whichever shape they came; null for none of these shapes. */
function rowsIn(given: unknown): unknown[] | null {
	if (isEmpty(given)) return [];
	const value = typeof given === 'string' ? parsed(given) : given;
	if (Array.isArray(value)) return value;
	if (!isRecord(value)) return null;
	const { routes } = value;
	if (typeof routes === 'object') return isRoute(routes) ? [routes] : rowsIn(routes);
	if (isRoute(value)) return [value];
	return isTable(value)
		? Object.entries(value).map(([filter, companyId]) => ({ filter, companyId }))
		: null;
}

function toRoute(row: unknown, refuse: Refuse): Result<Route> {
	if (!isRecord(row)) return refuse(SHAPE);
	const filter = pickedText(valueOf(row, FILTER_KEYS));
	if (filter === null || filter === '') return refuse('a route has no filter value');
	const companyId = idOf(pickedText(valueOf(row, COMPANY_KEYS)) ?? '');
	return companyId === null
		? refuse('an Alleo company id is a whole number')
		: done({ filter, companyId });
}

const typedFilter = text({
	displayName: 'Filter Value',
	name: 'filter',
	placeholder: 'e.g. holding',
	description: 'Value of alleo_filter in the HR system, in any case',
});

/** The table with columns of one's own: typed, or picked from lists. */
export const routingTable = (
	companyId: Parameter<string>,
	filter: Parameter<string> = typedFilter,
): Parameter<Route[]> => {
	const table = rows(
		{
			displayName: 'Routing',
			name: 'routing',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Route',
			description:
				'Which value of alleo_filter goes to which Alleo company. A value that is not in this table holds the person.',
			row: { displayName: 'Route', name: 'routes' },
		},
		{ filter, companyId },
	);
	return parameter<Route[]>(table.field, readRoutes);
};

function readRoutes(given: unknown, refuse: Refuse): Result<Route[]> {
	const list = rowsIn(given);
	if (list === null) return refuse(SHAPE);
	const routes = new Map<string, Route>();
	for (const row of list) {
		const route = toRoute(row, refuse);
		if (!route.ok) return route;
		const key = route.value.filter.toLowerCase();
		if (routes.has(key)) return refuse('a filter value is there twice');
		routes.set(key, route.value);
	}
	return done([...routes.values()]);
}

export const routing = routingTable(
	text({
		displayName: 'Alleo Company ID',
		name: 'companyId',
		placeholder: 'e.g. 42',
		description: 'The Alleo company that people with this value belong to',
	}),
);
