import { ROW_KINDS } from '../../plan/count';
import type { RowKind } from '../../model/summary';

/** What a reader chose to see of the rows: in a link, in a form, and by a button. */

/** Rows that change one field, or only those that change it from one value to another. */
export interface ChangeFilter {
	field: string;
	/** From 1, among the pairs of the field in the summary; no value is in a link. null: any. */
	pair: number | null;
}

export const SORTS = ['name', 'why', 'since'] as const;

/** By what the rows of each group are sorted, and whether from the last to the first. */
export interface Sort {
	by: (typeof SORTS)[number];
	down: boolean;
}

export interface ViewQuery {
	action: RowKind | null;
	q: string;
	/** From 1. */
	page: number;
	/** Only rows that no earlier decided plan held. */
	onlyNew?: true;
	change?: ChangeFilter;
	/** Absent: as the page finds best (sort.ts). */
	sort?: Sort;
}

export const FIRST_VIEW: ViewQuery = { action: null, q: '', page: 1 };

const LONGEST_SEARCH = 100;

/** `group` or `group:2`, as a link, a form and a button write it; '' for none. */
export const writeChange = (change: ChangeFilter | undefined): string =>
	change === undefined ? '' : `${change.field}${change.pair === null ? '' : `:${change.pair}`}`;

function readChange(text: string): ChangeFilter | undefined {
	const [, field, pair] = /^([a-z]\w{0,60})(?::([1-9]))?$/.exec(text) ?? [];
	if (field === undefined) return undefined;
	return { field, pair: pair === undefined ? null : Number(pair) };
}

/** `name` or `-name`, as a link, a form and a button write it; '' for none. */
export const writeSort = (sort: Sort | undefined): string =>
	sort === undefined ? '' : `${sort.down ? '-' : ''}${sort.by}`;

function readSort(text: string): Sort | undefined {
	const by = SORTS.find((name) => text === name || text === `-${name}`);
	return by === undefined ? undefined : { by, down: text.startsWith('-') };
}

/** What chooses a view in a link: `name=value`, ready encoded; the first page of everything is nothing. */
export const writeView = ({ action, q, page, onlyNew, change, sort }: ViewQuery): string[] => [
	...(action === null ? [] : [`action=${action}`]),
	...(onlyNew === true ? ['new=1'] : []),
	...(change === undefined ? [] : [`field=${writeChange(change)}`]),
	...(sort === undefined ? [] : [`sort=${writeSort(sort)}`]),
	...(q === '' ? [] : [`q=${encodeURIComponent(q)}`]),
	...(page > 1 ? [`page=${page}`] : []),
];

/** What chooses a view, as texts of a query or a form; absent is ''. */
export interface ViewTexts {
	page?: string;
	q?: string;
	action?: string;
	onlyNew?: string;
	change?: string;
	sort?: string;
}

/** Reads a view from a query or a form; nonsense becomes the first page of everything. */
export function readView({
	page = '',
	q = '',
	action = '',
	onlyNew = '',
	change = '',
	sort = '',
}: ViewTexts): ViewQuery {
	const chosen = readChange(change);
	const sorted = readSort(sort);
	const number = /^\d{1,6}$/.test(page) ? Number(page) : 1;
	return {
		action: ROW_KINDS.find((group) => group === action) ?? null,
		q: q.trim().slice(0, LONGEST_SEARCH),
		page: Math.max(1, number),
		...(onlyNew === '1' ? { onlyNew: true as const } : {}),
		...(chosen === undefined ? {} : { change: chosen }),
		...(sorted === undefined ? {} : { sort: sorted }),
	};
}

/**
 * Where a pressed button leads, as `action:update` or `field:group:2`; the same choice again takes it back.
 *
 * @param typed what stands in the search field
 */
export function nextView(present: ViewQuery, typed: string, go: string): ViewQuery {
	const [what, ...rest] = go.split(':');
	const value = rest.join(':');
	const kept = {
		q: typed,
		action: present.action ?? '',
		onlyNew: present.onlyNew === true ? '1' : '',
		change: writeChange(present.change),
		sort: writeSort(present.sort),
	};
	const toggled = (before: string): string => (value === before ? '' : value);
	if (what === 'page') return readView({ ...kept, q: present.q, page: value });
	if (what === 'clear') return FIRST_VIEW;
	if (what === 'new') return readView({ ...kept, onlyNew: value });
	if (what === 'action') return readView({ ...kept, action: toggled(kept.action) });
	if (what === 'sort') return readView({ ...kept, sort: nextSort(kept.sort, value) });
	if (what === 'field') return readView({ ...kept, change: toggled(kept.change) });
	return readView(kept);
}

/** A column is sorted upward, then downward, then not at all. */
const nextSort = (present: string, column: string): string =>
	present === column ? `-${column}` : present === `-${column}` ? '' : column;
