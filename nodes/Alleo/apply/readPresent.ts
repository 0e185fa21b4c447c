import type { PresentReading } from '../../../core/apply/port';
import { Present } from '../../../core/apply/present';
import { groupBy } from '../../../core/model/collect';
import type { PlanRow } from '../../../core/model/plan';
import type { AlleoClient } from '../api/client';
import { findByEmail, findByExternalId } from '../api/find';
import { listEmployees } from '../api/listing';
import type { Fault } from '../api/reply';

/**
 * One re-read before the writes: the whole company, or the single people, whichever costs fewer
 * calls. Held and excluded rows are not read.
 */

const PAGE_SIZE = 100;

/** A create is looked up by address and by external id, each in both states. */
const CALLS_PER_CREATE = 4;

/** The recount that proves a listing. */
const RECOUNT = 1;

const byCompany = (rows: readonly PlanRow[]): Map<number, PlanRow[]> =>
	groupBy(rows, ({ alleo_company_id: company }) => company);

const singleCost = (rows: readonly PlanRow[]): number =>
	rows.reduce((sum, row) => sum + (row.alleo_id === null ? CALLS_PER_CREATE : 1), 0);

/** One person of a row into `present`; a person whom Alleo no longer has is simply not there. */
async function readRow(
	client: AlleoClient,
	company: number,
	row: PlanRow,
	present: Present,
): Promise<Fault | null> {
	if (row.alleo_id !== null) {
		const reply = await client.employee(company, row.alleo_id);
		if (reply.ok) present.add(reply.value);
		else if (reply.fault.kind !== 'notFound') return reply.fault;
		return null;
	}
	const { email } = row.after;
	const lookups = [
		...(typeof email === 'string' ? [findByEmail(client, company, email)] : []),
		...(row.external_id === null ? [] : [findByExternalId(client, company, row.external_id)]),
	];
	for (const reply of await Promise.all(lookups)) {
		if (!reply.ok) return reply.fault;
		for (const account of reply.value) present.add(account);
	}
	return null;
}

async function readSingles(
	client: AlleoClient,
	company: number,
	rows: readonly PlanRow[],
	present: Present,
): Promise<Fault | null> {
	const faults = await Promise.all(
		rows.map(async (row) => await readRow(client, company, row, present)),
	);
	return faults.find((fault) => fault !== null) ?? null;
}

async function readCompany(
	client: AlleoClient,
	company: number,
	rows: readonly PlanRow[],
	present: Present,
): Promise<Fault | null> {
	const cost = singleCost(rows);
	const leastForAll = 2 + RECOUNT;
	if (cost < leastForAll) return await readSingles(client, company, rows, present);
	const first = await client.page(company, { skip: 0, limit: PAGE_SIZE, isActive: true });
	if (!first.ok) return first.fault;
	const pages = Math.max(1, Math.ceil(first.value.count / PAGE_SIZE)) + 1 + RECOUNT;
	if (cost <= pages) return await readSingles(client, company, rows, present);
	const listing = await listEmployees(client, company);
	if (listing.ok) {
		for (const account of listing.employees) present.add(account);
		return null;
	}
	// Somebody keeps changing people: one by one is slower but always right.
	return listing.reason === 'fault'
		? listing.fault
		: await readSingles(client, company, rows, present);
}

/** @param rows the rows that may be written */
export async function readPresent(
	client: AlleoClient,
	rows: readonly PlanRow[],
): Promise<PresentReading<Fault>> {
	const present = new Present();
	const faults = new Map<number, Fault>();
	await Promise.all(
		[...byCompany(rows)].map(async ([company, own]) => {
			const fault = await readCompany(client, company, own, present);
			if (fault !== null) faults.set(company, fault);
		}),
	);
	return { present, faults };
}
