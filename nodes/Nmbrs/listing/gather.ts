import { companyLabel, type CompanyPartition } from './companies';
import type { CoverageCheck } from '../../shared/source/coverage';
import { readLeaveGroups } from './leaveGroups';
import { readListing, type Listing } from './listing';
import { fillTable, listsFor, LISTS, type Include, type ListKey, type Tables } from './lists';
import type { Page } from '../api/page';
import { findPeriod, periodOfMonth } from './period';
import type { CodedValue, PayPeriod } from '../api/fields';
import { done, type Result } from '../../../core/model/result';
import type { RestClient } from '../api/restClient';

export interface EmployeeOptions {
	include: ReadonlySet<Include>;
	/** Types in scope; an unknown type always goes on. */
	employeeTypes: ReadonlySet<string>;
	/** Civil date `YYYY-MM-DD`. */
	referenceDate: string;
	/** Only this employee, for `get`. */
	employeeId?: string;
}

/** The lists of one company, read once, with the proof of each and of all together. */
export interface Gathered {
	tables: Tables;
	checks: CoverageCheck[];
	pages: number;
	listings: Listing[];
	period: PayPeriod;
	leaveGroups: Map<string, CodedValue>;
}

/** The current period; when Nmbrs does not say, the month of the reference date. Never a failure. */
async function readPeriod(
	client: RestClient,
	company: CompanyPartition,
	day: string,
): Promise<{ period: PayPeriod; check: CoverageCheck }> {
	const read = await client.getPage('period', { company: company.id, page: 1, size: 1 });
	const found = read.ok ? findPeriod(read.value.rows) : null;
	const period = found ?? periodOfMonth(day);
	const origin =
		found === null ? 'not given by Nmbrs, month of the reference date' : 'given by Nmbrs';
	const detail = `${period.year}-${String(period.period).padStart(2, '0')}, ${origin}`;
	return { period, check: { code: 'PERIOD_KNOWN', ok: true, detail } };
}

interface CompanyQuery {
	company: string;
	label: string;
	employeeId?: string;
}

/**
 * Reads every list of a company once. The people come first and to their end, the other lists side
 * by side after them: so each of those is also a later look at the same people.
 */
export async function gather(
	client: RestClient,
	company: CompanyPartition,
	options: EmployeeOptions,
): Promise<Result<Gathered>> {
	const { include, employeeId } = options;
	const others = listsFor(include).filter((key) => key !== 'info');
	const query: CompanyQuery = {
		company: company.id,
		label: companyLabel(company),
		...(employeeId === undefined ? {} : { employeeId }),
	};
	const [people, { period, check }] = await Promise.all([
		readListing(client, LISTS.info.list, query),
		readPeriod(client, company, options.referenceDate),
	]);
	if (!people.ok) return people;
	const tables: Tables = {};
	const checks = fillTable(tables, 'info', people.value);
	// Each list is taken in as soon as it is there, while the others are still on their way.
	const take = async (
		key: ListKey,
	): Promise<Result<{ listing: Listing; own: CoverageCheck[] }>> => {
		const listing = await readListing(client, LISTS[key].list, query);
		if (!listing.ok) return listing;
		return done({ listing: listing.value, own: fillTable(tables, key, listing.value) });
	};
	const [lists, groups] = await Promise.all([
		Promise.all(others.map(take)),
		include.has('leave')
			? readLeaveGroups(client, company)
			: done({ groups: new Map<string, CodedValue>(), pages: 0 }),
	]);
	const read: Listing[] = [people.value];
	for (const list of lists) {
		if (!list.ok) return list;
		checks.push(...list.value.own);
		read.push(list.value.listing);
	}
	if (!groups.ok) return groups;
	const pages = read.reduce((sum, listing) => sum + listing.pages, 0) + groups.value.pages;
	checks.push(listsAgree(tables, others), await firstPageStable(client, query, read), check);
	return done({ tables, checks, pages, listings: read, period, leaveGroups: groups.value.groups });
}

/** Nobody may be in another list who is not among the people: somebody was added, or a page lost. */
function listsAgree(tables: Tables, keys: readonly ListKey[]): CoverageCheck {
	let strangers = 0;
	for (const key of keys) {
		for (const id of tables[key]?.keys() ?? []) if (tables.info?.has(id) !== true) strangers += 1;
	}
	return {
		code: 'LISTS_AGREE',
		ok: strangers === 0,
		detail: `personalinfo: ${strangers} in another list only`,
	};
}

const idsOf = ({ rows }: Page): string =>
	rows
		.map((row) =>
			typeof row === 'object' && row !== null && 'employeeId' in row ? row.employeeId : '',
		)
		.join(' ');

/**
 * After everything else the first page must still show the same people in the same order. A list that
 * was read later and starts with exactly these people proves it; without one the page is read again.
 */
async function firstPageStable(
	client: RestClient,
	query: CompanyQuery,
	[people, ...later]: readonly Listing[],
): Promise<CoverageCheck> {
	const code = 'FIRST_PAGE_STABLE';
	const verdict = (ok: boolean, how: string): CoverageCheck => ({
		code,
		ok,
		detail: `personalinfo: ${how}`,
	});
	if (people === undefined || people.pages < 2) return verdict(true, 'one page');
	const ids = idsOf(people.firstPage);
	const same = (page: Page): boolean =>
		idsOf(page) === ids && page.totalRecords === people.totalRecords;
	const witness = later.find(({ firstPage }) => same(firstPage));
	if (witness !== undefined) return verdict(true, `as ${witness.list}, read later, starts`);
	const again = await client.getPage(people.list, { ...query, page: 1, size: people.size });
	return again.ok
		? verdict(same(again.value), 'read again at the end')
		: verdict(false, again.problem.code);
}
