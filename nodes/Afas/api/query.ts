/** AFAS answers 404 to a longer query string, counted from and including the `?`; docs.afas.help, get-connector. */
export const QUERY_LIMIT = 2049;

/** Columns x rows of one page must stay below 150,000; docs.afas.help, get-connector. */
const CELLS_PER_PAGE = 149_999;

export interface RowsQuery {
	skip: number;
	take: number;
	/** `A,-B`: ascending A, then descending B. */
	order: string;
	filterJson: string | null;
}

/** Half of a surrogate pair cannot be encoded; nothing in AFAS can contain one either. */
export const encode = (value: string): string =>
	encodeURIComponent(
		value.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, ''),
	);

/** The largest `skip` that a length check has to allow for. */
const LARGEST_SKIP = 99_999_999;

/**
 * The encoded query without `?`. Every value is encoded by encodeURIComponent, so a space is `%20`:
 * AFAS does not document `+`.
 */
export function pageQuery(request: RowsQuery): string {
	const parts: Array<[string, string]> = [
		['skip', String(request.skip)],
		['take', String(request.take)],
		['orderbyfieldids', request.order],
	];
	if (request.filterJson !== null) parts.push(['filterjson', request.filterJson]);
	return parts
		.filter(([, value]) => value !== '')
		.map(([name, value]) => `${name}=${encode(value)}`)
		.join('&');
}

/** The longest query that a listing can come to, `?` included. */
export const longestQuery = (request: Omit<RowsQuery, 'skip'>): number =>
	1 + pageQuery({ ...request, skip: LARGEST_SKIP }).length;

/** Rows a page: the setting, but never so many that AFAS runs out of memory; 2 at least, as pages overlap by one. */
export const pageSizeFor = (setting: number, columns: number): number =>
	Math.max(2, Math.min(Math.floor(setting), Math.floor(CELLS_PER_PAGE / Math.max(1, columns))));
