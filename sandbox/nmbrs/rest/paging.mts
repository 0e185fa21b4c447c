import type { ListFaultKind } from '../listFaults.mts';
import type { NmbrsSettings } from '../settings.mts';

export interface PageRequest {
	page: number;
	size: number;
}

/** Page number and size of a query, or null where the vendor answers 400. */
export function readPaging(query: URLSearchParams, settings: NmbrsSettings): PageRequest | null {
	const page = Number(query.get('pageNumber') ?? '1');
	const asked = Number(query.get('pageSize') ?? String(settings.defaultPageSize));
	if (!Number.isInteger(page) || page < 1 || !Number.isInteger(asked) || asked < 1) return null;
	if (asked > settings.maxPageSize && settings.pageSizeOverflow === 'refuse') return null;
	return { page, size: Math.min(asked, settings.maxPageSize) };
}

/** One page of a list in the vendor's form: `pagination` and `data`. */
export function pageOf<T>(
	all: readonly T[],
	{ page, size }: PageRequest,
	url: string,
	settings: NmbrsSettings,
	faults: ReadonlySet<ListFaultKind>,
	render: (item: T) => object,
): object {
	const total =
		all.length - (faults.has('shrinkTotals') ? size : 0) + (faults.has('growTotals') ? 1 : 0);
	const totalRecords = Math.max(0, total);
	const totalPages = Math.ceil(totalRecords / size);
	const link = (number: number): string => `${url}?pageNumber=${number}&pageSize=${size}`;
	const shown = faults.has('repeatPage') ? Math.max(1, page - 1) : page;
	let items = faults.has('emptyPage') ? [] : all.slice((shown - 1) * size, shown * size);
	if (faults.has('shortPage')) items = items.slice(0, -1);
	if (faults.has('reversedPage')) items = items.slice().reverse();
	const noNext = settings.nextPage === 'empty' ? '' : null;
	const nextPage = page < totalPages ? link(page + 1) : noNext;
	return {
		pagination: {
			pageNumber: page,
			pageSize: size,
			firstPage: `${url}?pageNumber=1`,
			lastPage: `${url}?pageNumber=${Math.max(1, totalPages)}`,
			...(settings.totals === 'absent' ? {} : { totalPages }),
			...(settings.totals === 'present' ? { totalRecords } : {}),
			...(page >= totalPages && settings.nextPage === 'absent' ? {} : { nextPage }),
			previousPage: page > 1 ? link(page - 1) : null,
		},
		data: items.map(render),
	};
}
