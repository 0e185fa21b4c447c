import type { ListName } from '../api/allowed';
import type { Page } from '../api/page';
import { done, failed, type Problem, type Result } from '../../../core/model/result';
import type { ListPageQuery, RestClient } from '../api/restClient';

/**
 * One list, read to its end. `readListing` turns pages into rows and keeps what proves (or not) that
 * the rows are all there are; it never trusts `nextPage`.
 */
export interface Listing {
	list: ListName;
	rows: unknown[];
	pages: number;
	/** As the first page announced them; null when the answer does not say. */
	totalRecords: number | null;
	/** Without a total of records: a page in the middle was not full, so records may be missing. */
	gap: boolean;
	/** Every page announced the same totals. */
	totalsStable: boolean;
	firstPage: Page;
	/** The page size that was asked for. */
	size: number;
}

export type ListQuery = Omit<ListPageQuery, 'page' | 'size'>;

/** A listing that goes on for ever is a fault of the server, not a big company. */
const PAGE_LIMIT = 20_000;

/** The vendor's own default size: what to ask for when it refuses ours. */
const SMALL_PAGE = 20;

const sameRows = (one: Page, other: Page): boolean =>
	one.rows.length > 0 && JSON.stringify(one.rows[0]) === JSON.stringify(other.rows[0]);

/**
 * Without totals: page after page until one is empty. A short page is the last one only if the next
 * is empty (or the same again, from a server that does not page short lists): `gap` tells otherwise.
 */
async function readOneByOne(
	client: RestClient,
	list: ListName,
	query: ListQuery,
	size: number,
	first: Page,
): Promise<Result<{ pages: Page[]; gap: boolean }>> {
	const pages = [first];
	const limit = first.pageSize ?? size;
	let last = first;
	let gap = false;
	while (last.rows.length > 0 && pages.length < PAGE_LIMIT) {
		const next = await client.getPage(list, { ...query, page: pages.length + 1, size });
		if (!next.ok) return next;
		const short = last.rows.length < limit;
		if (next.value.rows.length === 0) break;
		if (sameRows(last, next.value)) {
			if (short) break;
			return failed('NMBRS_ANSWER_UNREADABLE', { list, problem: 'the same page again and again' });
		}
		gap ||= short;
		pages.push(next.value);
		last = next.value;
	}
	return done({ pages, gap });
}

/** With totals: all other pages at once; the transport keeps the number in flight. */
async function readTheRest(
	client: RestClient,
	list: ListName,
	query: ListQuery,
	size: number,
	first: Page,
	totalPages: number,
): Promise<Result<{ pages: Page[]; gap: boolean }>> {
	if (totalPages > PAGE_LIMIT) {
		return failed('NMBRS_ANSWER_UNREADABLE', { list, problem: `${totalPages} pages announced` });
	}
	let problem: Problem | null = null;
	const numbers = Array.from({ length: Math.max(0, totalPages - 1) }, (_value, index) => index + 2);
	const rest = await Promise.all(
		numbers.map(async (page) => {
			if (problem !== null) return null; // one lost page is enough to give the list up
			const read = await client.getPage(list, { ...query, page, size });
			if (!read.ok) problem ??= read.problem;
			return read.ok ? read.value : null;
		}),
	);
	if (problem !== null) return { ok: false, problem };
	const pages = [first, ...rest.filter((page): page is Page => page !== null)];
	// Where the records are not counted, only full pages prove that none is missing between them.
	const full = Math.min(first.pageSize ?? size, size);
	const gap =
		first.totalRecords === null &&
		pages.length > 1 &&
		pages.some(({ rows }, index) =>
			index < pages.length - 1 ? rows.length < full : rows.length === 0,
		);
	return done({ pages, gap });
}

/** Reads a list once, from the first page to the last. */
export async function readListing(
	client: RestClient,
	list: ListName,
	query: ListQuery,
): Promise<Result<Listing>> {
	let size = client.pageSize;
	let opened = await client.getPage(list, { ...query, page: 1, size });
	const refused = !opened.ok && opened.problem.params['status'] === 400 && size > SMALL_PAGE;
	if (refused) {
		size = SMALL_PAGE;
		client.pageSize = SMALL_PAGE; // the other lists need not be refused first
		opened = await client.getPage(list, { ...query, page: 1, size });
	}
	if (!opened.ok) return opened;
	const first = opened.value;
	const { totalPages, totalRecords } = first;
	const read =
		totalPages === null
			? await readOneByOne(client, list, query, size, first)
			: await readTheRest(client, list, query, size, first, totalPages);
	if (!read.ok) return read;
	const { pages, gap } = read.value;
	return done({
		list,
		rows: pages.flatMap((page) => page.rows),
		pages: pages.length,
		totalRecords,
		gap,
		totalsStable: pages.every(
			(page) => page.totalRecords === totalRecords && page.totalPages === totalPages,
		),
		firstPage: first,
		size,
	});
}
