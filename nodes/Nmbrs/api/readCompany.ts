import type { Listing } from './listing';
import { readListing } from './listing';
import { companyLabel, type CompanyPartition } from './companies';
import { notCovered, problemOf, type CoverageCheck } from './coverage';
import { readHistories } from './histories';
import type { Include } from './include';
import { readLeaveGroups } from './leaveGroups';
import { fillTable, listsFor, LISTS, type ListKey, type Tables } from './lists';
import { findPeriod, periodOfMonth } from './period';
import { buildPerson, type CodedValue, type RawEmployee } from './person';
import { nothingRead, type CompanyRead } from './perCompany';
import { done, isFatal, type Read } from './result';
import type { RestClient } from './restClient';
import { BasicInfoRow } from './schemas';
import { isKnownType } from './types';
import type { PayPeriod } from './inForce';

export interface EmployeeOptions {
	include: ReadonlySet<Include>;
	/** Types in scope; an unknown type always goes on. */
	employeeTypes: ReadonlySet<string>;
	/** Civil date `YYYY-MM-DD`. */
	referenceDate: string;
	/** Only this employee, for `get`. */
	employeeId?: string;
}

interface Gathered {
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

/** Reads every list of a company once, side by side; the transport bounds what is in flight. */
async function gather(
	client: RestClient,
	company: CompanyPartition,
	options: EmployeeOptions,
): Promise<Read<Gathered>> {
	const keys = listsFor(options.include);
	const label = companyLabel(company);
	const query = {
		company: company.id,
		label,
		...(options.employeeId === undefined ? {} : { employeeId: options.employeeId }),
	};
	const [listings, { period, check }, groups] = await Promise.all([
		Promise.all(keys.map(async (key) => await readListing(client, LISTS[key].list, query))),
		readPeriod(client, company, options.referenceDate),
		options.include.has('leave')
			? readLeaveGroups(client, company)
			: done({ groups: new Map<string, CodedValue>(), pages: 0 }),
	]);
	const tables: Tables = {};
	const checks: CoverageCheck[] = [];
	const read: Listing[] = [];
	for (const [index, listing] of listings.entries()) {
		const key = keys[index] as ListKey;
		if (!listing.ok) return listing;
		checks.push(...fillTable(tables, key, listing.value));
		read.push(listing.value);
	}
	if (!groups.ok) return groups;
	const pages = read.reduce((sum, listing) => sum + listing.pages, 0) + groups.value.pages;
	checks.push(listsAgree(tables, keys), await firstPageStable(client, query, read[0]), check);
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

/** The first page once more, after everything else: the same people in the same order. */
async function firstPageStable(
	client: RestClient,
	query: { company: string; label: string; employeeId?: string },
	listing: Listing | undefined,
): Promise<CoverageCheck> {
	const code = 'FIRST_PAGE_STABLE';
	if (listing === undefined || listing.pages < 2)
		return { code, ok: true, detail: 'personalinfo: one page' };
	const again = await client.getPage(listing.list, { ...query, page: 1, size: listing.size });
	if (!again.ok) return { code, ok: false, detail: `personalinfo: ${again.problem.code}` };
	const ids = (rows: readonly unknown[]): string =>
		[...readHistories(rows, LISTS.info.key, LISTS.info.schema).byEmployee.keys()].join(' ');
	const same =
		ids(again.value.rows) === ids(listing.firstPage.rows) &&
		again.value.totalRecords === listing.totalRecords;
	return { code, ok: same, detail: 'personalinfo: read again at the end' };
}

/** `/employees`, only when personal info lacks the type of somebody: still one bulk list. */
async function readBasics(
	client: RestClient,
	company: CompanyPartition,
	tables: Tables,
	options: EmployeeOptions,
): Promise<Map<string, BasicInfoRow>> {
	const lacking = [...(tables.info ?? [])].some(([, rows]) =>
		rows.every((row) => row.employeeType === null),
	);
	if (!lacking) return new Map();
	const query = options.employeeId === undefined ? {} : { employeeId: options.employeeId };
	const read = await readListing(client, 'employees', { company: company.id, ...query });
	if (!read.ok) return new Map(); // without a type they go on as unknown, and are held
	const { byEmployee } = readHistories(read.value.rows, 'employeeBasicInfo', BasicInfoRow);
	return new Map([...byEmployee].flatMap(([id, [row]]) => (row === undefined ? [] : [[id, row]])));
}

function countTypes(people: readonly RawEmployee[], inScope: ReadonlySet<string>): CoverageCheck {
	const counts = new Map<string, number>();
	for (const { employeeType } of people) {
		const type = isKnownType(employeeType) ? (employeeType ?? '') : 'unknown';
		counts.set(type, (counts.get(type) ?? 0) + 1);
	}
	const parts = [...counts]
		.sort(([one], [other]) => one.localeCompare(other))
		.map(
			([type, count]) =>
				`${type} ${count}${inScope.has(type) || type === 'unknown' ? '' : ' (out of scope)'}`,
		);
	return { code: 'TYPES_COUNTED', ok: true, detail: parts.join(', ') || 'nobody' };
}

/**
 * Reads one company: lists, proof, people. A reading that does not prove itself is done again once,
 * from the start; what then still does not hold is reported, with the people that were read.
 */
export async function readCompany(
	client: RestClient,
	company: CompanyPartition,
	options: EmployeeOptions,
): Promise<CompanyRead<RawEmployee>> {
	let gathered = await gather(client, company, options);
	if (gathered.ok && problemOf(gathered.value.checks, gathered.value.listings) !== null) {
		const again = await gather(client, company, options);
		if (again.ok || isFatal(again.problem)) gathered = again;
	}
	if (!gathered.ok) return nothingRead(company, gathered.problem);
	const { tables, checks, pages, listings, period, leaveGroups } = gathered.value;
	const basics = await readBasics(client, company, tables, options);
	const everybody = [...(tables.info?.keys() ?? [])].map((id) =>
		buildPerson({
			id,
			tables,
			basic: basics.get(id) ?? null,
			company,
			period,
			referenceDate: options.referenceDate,
			leaveGroups,
		}),
	);
	const people = everybody.filter(
		({ employeeType }) =>
			!isKnownType(employeeType) || options.employeeTypes.has(employeeType ?? ''),
	);
	const problem = problemOf(checks, listings);
	return {
		items: people,
		problem,
		coverage: {
			partition: company.id,
			name: companyLabel(company),
			complete: problem === null,
			employees: people.length,
			pages,
			checks: [...checks, countTypes(everybody, options.employeeTypes)],
			error: problem === null ? null : notCovered(company.id, company.name, problem).error,
		},
	};
}
