import type { ListName } from '../api/allowed';
import type { Missing } from '../../shared/source/source';
import { readListing, type ListQuery } from './listing';
import { done, failed, type Problem, type Result } from '../../../core/model/result';
import { isFatal } from '../api/fatal';
import type { RestClient } from '../api/restClient';
import type { RowReader } from '../api/fields';
import { CompanyRow, DebtorRow } from '../api/schemas';

/** A company: the unit that is read, and that coverage is told about. */
export interface CompanyPartition {
	id: string;
	number: string | null;
	name: string | null;
	debtorId: string | null;
}

export interface Debtor {
	id: string;
	number: string | null;
	name: string | null;
}

/** What the consent covers of what was chosen. */
export interface Partitions {
	companies: CompanyPartition[];
	/** Chosen companies and debtors that cannot be read: coverage failures, not absences. */
	missing: Missing[];
	/** Companies of the chosen debtors that exist and were left out, or came later: no gap, a notice. */
	unread: CompanyPartition[];
	/** Debtors that nobody chose by name and that could not be listed: what is unread there is unknown. */
	unlisted: Missing[];
}

const everything = (read: Pick<Partitions, 'companies' | 'missing'>): Partitions => ({
	...read,
	unread: [],
	unlisted: [],
});

/** A company or debtor as people know it. */
export const companyLabel = ({ id, number, name }: Debtor): string =>
	[number, name].filter((part) => part !== null).join(' ') || id;

/** A plain list (no employees): complete, or a problem; read again once when it is not. */
async function readPlain<T>(
	client: RestClient,
	list: ListName,
	query: ListQuery,
	readRow: RowReader<T>,
	idOf: (row: T) => string | null,
): Promise<Result<T[]>> {
	let problem: Problem | null = null;
	for (let attempt = 1; attempt <= 2; attempt += 1) {
		const listing = await readListing(client, list, query);
		if (!listing.ok) return listing;
		const { rows, totalRecords, totalsStable, gap } = listing.value;
		const parsed = rows.flatMap((row) => {
			const read = readRow(row);
			return read === null || idOf(read) === null ? [] : [read];
		});
		const unique = new Set(parsed.map(idOf)).size;
		const total = totalRecords ?? rows.length;
		if (totalsStable && !gap && unique === total && rows.length === total) return done(parsed);
		const read = unique;
		problem = totalsStable
			? { code: 'NMBRS_LISTING_INCOMPLETE', params: { list, read, total }, detail: list }
			: { code: 'NMBRS_LISTING_CHANGED', params: { list }, detail: list };
	}
	return { ok: false, problem: problem ?? failed('NMBRS_LISTING_CHANGED', { list }).problem };
}

/** The debtors of the consent. */
export async function readDebtors(client: RestClient): Promise<Result<Debtor[]>> {
	const read = await readPlain(client, 'debtors', {}, DebtorRow, (row) => row.debtorId);
	if (!read.ok) return read;
	return done(
		read.value.map(({ debtorId, number, name }) => ({ id: debtorId ?? '', number, name })),
	);
}

const toPartition = (row: CompanyRow, debtorId: string | null): CompanyPartition => ({
	id: row.companyId ?? '',
	number: row.number,
	name: row.name,
	debtorId: row.debtorId ?? debtorId,
});

async function companiesOf(
	client: RestClient,
	debtor: Debtor,
): Promise<Result<CompanyPartition[]>> {
	const query = { debtor: debtor.id, label: debtor.name ?? debtor.id };
	const read = await readPlain(
		client,
		'companiesOfDebtor',
		query,
		CompanyRow,
		(row) => row.companyId,
	);
	return read.ok ? done(read.value.map((row) => toPartition(row, debtor.id))) : read;
}

const byNumber = (one: CompanyPartition, other: CompanyPartition): number =>
	(one.number ?? '').localeCompare(other.number ?? '', 'en', { numeric: true }) ||
	one.id.localeCompare(other.id);

const NOT_THERE = new Set(['NMBRS_SCOPE_MISSING', 'NMBRS_DEBTOR_NOT_COVERED']);

/** Companies debtor by debtor. A debtor that cannot be read is noted; the others go on. */
async function perDebtor(
	client: RestClient,
	debtors: readonly Debtor[],
): Promise<Result<Partitions>> {
	const companies = new Map<string, CompanyPartition>();
	const missing: Partitions['missing'] = [];
	for (const debtor of debtors) {
		const read = await companiesOf(client, debtor);
		if (read.ok) {
			for (const company of read.value) companies.set(company.id, company);
			continue;
		}
		if (isFatal(read.problem)) return read;
		const name = debtor.name ?? debtor.id;
		const problem: Problem = NOT_THERE.has(read.problem.code)
			? { ...read.problem, code: 'NMBRS_DEBTOR_NOT_COVERED', params: { debtor: name } }
			: read.problem;
		missing.push({ id: debtor.id, name: debtor.name, problem });
	}
	return done(everything({ companies: [...companies.values()], missing }));
}

/**
 * All companies of the consent. A token that covers several debtors is refused by `/companies`
 * (ForbiddenMultiDebtor) and read debtor by debtor.
 */
export async function readCompanies(client: RestClient): Promise<Result<Partitions>> {
	const read = await readPlain(client, 'companies', {}, CompanyRow, (row) => row.companyId);
	if (read.ok) {
		const companies = read.value.map((row) => toPartition(row, null));
		return done(everything({ companies, missing: [] }));
	}
	if (read.problem.code !== 'NMBRS_MULTI_DEBTOR') return read;
	const debtors = await readDebtors(client);
	return debtors.ok ? await perDebtor(client, debtors.value) : debtors;
}

/** What the choice leaves out of the debtors that it takes part of; `/companies` may name no debtor. */
function leftOut(
	all: readonly CompanyPartition[],
	read: readonly CompanyPartition[],
	debtorIds: readonly string[],
): CompanyPartition[] {
	const ids = new Set(read.map(({ id }) => id));
	const debtors = new Set<string | null>([...debtorIds, ...read.map(({ debtorId }) => debtorId)]);
	return all.filter(({ id, debtorId }) => !ids.has(id) && debtors.has(debtorId));
}

/**
 * The partitions to read: the chosen debtors and companies, or everything that the consent covers.
 * Companies without a debtor are of a workflow that was made with every company by name: their debtors
 * are those of the listing.
 */
export async function choosePartitions(
	client: RestClient,
	debtorIds: readonly string[],
	companyIds: readonly string[],
): Promise<Result<Partitions>> {
	const asDebtor = (id: string): Debtor => ({ id, number: null, name: null });
	const read =
		debtorIds.length === 0
			? await readCompanies(client)
			: await perDebtor(client, [...new Set(debtorIds)].map(asDebtor));
	if (!read.ok) return read;
	const { companies, missing } = read.value;
	const sorted = [...companies].sort(byNumber);
	if (companyIds.length === 0) return done(everything({ companies: sorted, missing }));
	const chosen = new Set(companyIds);
	const known = new Set(companies.map(({ id }) => id));
	const gone = [...chosen].filter((id) => !known.has(id));
	const outside = gone.map((id): Missing => {
		const problem: Problem = {
			code: 'NMBRS_COMPANY_NOT_COVERED',
			params: { company: id },
			detail: 'not among the companies of this connection',
		};
		return { id, name: null, problem };
	});
	// A debtor that nobody chose matters only while a chosen company may be among its companies.
	const beside = debtorIds.length === 0 && gone.length === 0;
	const taken = sorted.filter(({ id }) => chosen.has(id));
	return done({
		companies: taken,
		missing: [...(beside ? [] : missing), ...outside],
		unread: leftOut(sorted, taken, debtorIds),
		unlisted: beside ? missing : [],
	});
}
