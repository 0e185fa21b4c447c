import { createRandom } from '../world/random.mts';
import type { AfasRow, Connector } from './connectors.mts';
import { afasError } from './errors.mts';
import type { Language } from './errors.mts';
import { parseFilterJson, parseFilterLists } from './filters.mts';
import type { Filter } from './filters.mts';
import type { AfasModel } from './model.mts';
import type { AfasSettings } from './settings.mts';

const DEFAULT_TAKE = 100;
let shuffles = 0;

const text = (query: Record<string, unknown>, name: string): string | null => {
	const value = query[name];
	return typeof value === 'string' && value !== '' ? value : null;
};

const number = (value: string | null, fallback: number, language: Language): number => {
	if (value === null) return fallback;
	if (!/^-?\d{1,9}$/.test(value)) throw afasError('unexpected', language);
	return Number(value);
};

function filterOf(query: Record<string, unknown>): Filter | null {
	const json = text(query, 'filterjson');
	if (json !== null) {
		const filter = parseFilterJson(json);
		return filter.length === 0 ? null : filter;
	}
	const fields = text(query, 'filterfieldids');
	if (fields === null) return null;
	return parseFilterLists(
		fields,
		String(query['filtervalues'] ?? ''),
		text(query, 'operatortypes') ?? '',
	);
}

export interface Page {
	skip: number;
	take: number;
	rows: AfasRow[];
}

/** One page of a GetConnector; rows come in another order each time when no order was asked for. */
export async function readPage(
	connector: Connector,
	query: Record<string, unknown>,
	language: Language,
	context: { model: AfasModel; settings: AfasSettings },
): Promise<Page> {
	const { model, settings } = context;
	const skip = number(text(query, 'skip'), 0, language);
	const take = number(text(query, 'take'), DEFAULT_TAKE, language);
	const everything = skip === -1 && take === -1;
	if (!everything && (skip < 0 || take < 0)) throw afasError('unexpected', language);
	const order = text(query, 'orderbyfieldids');
	const selected = model.select(connector, { filter: filterOf(query), order }, language);
	const width = model.columns(connector).length;
	const asked = everything ? selected.length : take;
	if (width * asked >= settings.largestPage) throw afasError('tooMuch', language);
	if (settings.pageMs > 0) await new Promise((resolve) => setTimeout(resolve, settings.pageMs));
	const rows = order === null ? createRandom(++shuffles).shuffle([...selected]) : selected;
	const from = everything ? 0 : Math.max(0, skip - (settings.overlappingPages && skip > 0 ? 1 : 0));
	return {
		skip,
		take: settings.echoedTake === 'same' ? take : take + 1,
		rows: everything ? rows : rows.slice(from, from + take),
	};
}
