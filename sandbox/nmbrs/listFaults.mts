/**
 * Lists that lie: each rule bends the pages of one list, to prove that a reader notices. Transport
 * faults (429, 5xx, dropped connections, HTML) are the shared fault switches' business.
 */
export type ListFaultKind =
	/** The page has no data, though its totals say otherwise. */
	| 'emptyPage'
	/** The page shows the data of the page before it. */
	| 'repeatPage'
	/** The page misses its last item. */
	| 'shortPage'
	/** The page is in reverse order. */
	| 'reversedPage'
	/** From this page on the totals are one page smaller. */
	| 'shrinkTotals'
	/** From this page on there is one record more in the totals. */
	| 'growTotals'
	/** From this page on the company answers 404 and is no longer listed. */
	| 'vanishCompany';

export interface ListFault {
	kind: ListFaultKind;
	/** Last part of the path, such as `personalinfo`, `employees` or `companies`; none = any. */
	list?: string;
	companyId?: string;
	/** Page number that the rule is for; none = any. */
	page?: number;
	/** How often it applies; none = always. */
	times?: number;
}

export interface ListRequest {
	list: string;
	companyId: string | null;
	page: number;
}

const FROM_PAGE_ON: ReadonlySet<ListFaultKind> = new Set([
	'shrinkTotals',
	'growTotals',
	'vanishCompany',
]);

const applies = (fault: ListFault, request: ListRequest): boolean =>
	(fault.times === undefined || fault.times > 0) &&
	(fault.list === undefined || fault.list.toLowerCase() === request.list) &&
	(fault.companyId === undefined || fault.companyId === request.companyId) &&
	(fault.page === undefined ||
		(FROM_PAGE_ON.has(fault.kind) ? request.page >= fault.page : request.page === fault.page));

/** The kinds that apply to this request; each use counts against `times`. */
export function takeListFaults(faults: ListFault[], request: ListRequest): Set<ListFaultKind> {
	const taken = faults.filter((fault) => applies(fault, request));
	for (const fault of taken) if (fault.times !== undefined) fault.times -= 1;
	return new Set(taken.map((fault) => fault.kind));
}
