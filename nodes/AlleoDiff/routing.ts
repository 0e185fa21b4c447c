import type { DiffOptions } from '../../core/plan/options';
import type { Refuse } from './readOptions';

/**
 * The routing table: rows of the panel, or what an expression gives: a list of rows, a table
 * `{"holding": 42}`, or either as JSON text. What is none of these is refused: a table that is
 * silently empty would hold everybody who has a value.
 */

type Row = Record<string, unknown>;

export interface GivenRoute {
	filter: string;
	company: unknown;
}

const SETTING = 'Routing';
const SHAPE = 'it must be rows with a filter value and an Alleo company id';

const FILTER_KEYS = ['filter', 'alleo_filter'];
const COMPANY_KEYS = ['companyId', 'company_id', 'alleo_company_id'];

const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const valueOf = (row: Row, keys: readonly string[]): unknown => {
	const key = keys.find((name) => !isEmpty(row[name]));
	return key === undefined ? undefined : row[key];
};

const asText = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

function toRoute(row: unknown, refuse: Refuse): GivenRoute {
	if (!isRow(row)) return refuse(SETTING, SHAPE);
	const filter = asText(valueOf(row, FILTER_KEYS));
	if (filter === '') return refuse(SETTING, 'a route has no filter value');
	return { filter, company: valueOf(row, COMPANY_KEYS) };
}

const isTable = (value: Row): boolean =>
	Object.values(value).every((entry) => typeof entry === 'number' || typeof entry === 'string');

function parsed(text: string, refuse: Refuse): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return refuse(SETTING, SHAPE);
	}
}

function givenRoutes(given: unknown, refuse: Refuse): GivenRoute[] {
	if (isEmpty(given)) return [];
	const value = typeof given === 'string' ? parsed(given, refuse) : given;
	if (Array.isArray(value)) return value.map((row: unknown) => toRoute(row, refuse));
	if (!isRow(value)) return refuse(SETTING, SHAPE);
	if ('routes' in value && typeof value['routes'] === 'object') {
		return givenRoutes(isRoute(value['routes']) ? [value['routes']] : value['routes'], refuse);
	}
	if (isRoute(value)) return [toRoute(value, refuse)];
	if (!isTable(value)) return refuse(SETTING, SHAPE);
	return Object.entries(value).map(([filter, company]) =>
		toRoute({ filter, companyId: company }, refuse),
	);
}

/** One row by itself, not a table whose values happen to be called so. */
const isRoute = (value: unknown): boolean =>
	isRow(value) && !isEmpty(valueOf(value, FILTER_KEYS)) && !isEmpty(valueOf(value, COMPANY_KEYS));

/** The routes, checked; `company` reads an Alleo company id or refuses. */
export function readRouting(
	given: unknown,
	company: (value: unknown) => number,
	refuse: Refuse,
): DiffOptions['routing'] {
	const seen = new Set<string>();
	return givenRoutes(given, refuse).map((route) => {
		const key = route.filter.toLowerCase();
		if (seen.has(key)) refuse(SETTING, 'a filter value is there twice');
		seen.add(key);
		return { filter: route.filter, companyId: company(route.company) };
	});
}
