import type { CoverageCheck } from '../../shared/source/coverage';
import { fieldChecks } from '../../shared/source/alleoFields';
import { emptyRead } from '../../shared/source/source';
import type { AfasClient } from '../api/client';
import { failed, type Problem } from '../../../core/model/result';
import { contractsByEmployee, contractsOf, dateNotices } from './contracts';
import { groupRows, keyColumn, toRecord, type AfasRecord } from './records';
import { unknownNames } from './privacy';
import type { ConnectorRead, NotPassedOn } from '../listing/source';
import type { ListingPlan } from '../listing/plan';
import {
	readListing,
	type ConnectorListing,
	type Follower,
	type ListingResult,
	type Progress,
} from '../listing/read';
import { planReading, type EmployeeSettings, type PlannedConnector } from './plan';

const stopped = (
	problem: Problem,
	pages?: number,
	checks?: CoverageCheck[],
): ConnectorRead<AfasRecord> => ({ ...emptyRead(problem, pages, checks), kept: [] });

const keptBy = (
	{ plan, choice }: PlannedConnector,
	listing: ConnectorListing | null,
): NotPassedOn => ({
	connector: plan.connector,
	notChosen: choice.notChosen,
	withheld: choice.withheld,
	values: listing?.withheld ?? [],
});

function join(
	employees: PlannedConnector,
	people: ConnectorListing,
	contracts: Pick<ConnectorListing, 'rows' | 'withheld'>,
	contractColumn: string,
	settings: EmployeeSettings,
): AfasRecord[] {
	const { columns, plan } = employees;
	const byEmployee = contractsByEmployee(contracts.rows, contractColumn);
	const record = {
		columns,
		personKey: settings.personKey,
		partition: plan.connector,
		referenceDate: settings.referenceDate,
		kinds: plan.kinds,
		odd: people.odd,
		withheld: [
			...people.withheld,
			// A column of both connectors is known by the people's.
			...contracts.withheld.filter(({ column }) => !plan.keep.includes(column)),
		].map(({ column }) => column),
	};
	return groupRows(people.rows, keyColumn(columns, settings.personKey)).map((group) => {
		const own = contractsOf(group, byEmployee, columns);
		return toRecord(group, own, dateNotices(group, own, columns), record);
	});
}

/** How many contract rows found their employee: none of many means that the codes are spelled otherwise. */
function joinDetail(records: readonly AfasRecord[], { received }: ConnectorListing): string {
	const found = records.reduce((sum, { contracts }) => sum + contracts.length, 0);
	return `${received} contract rows, ${found} of them with an employee`;
}

/**
 * The listing of the contracts, read beside the proof of the people's: their last page has come by then,
 * so whoever is among the people has a contract here if there is one.
 */
class ContractsBeside implements Follower {
	#round = 0;

	#coming: Promise<ListingResult> | null = null;

	constructor(
		private readonly client: AfasClient,
		private readonly plan: ListingPlan,
		private readonly progress: Progress,
	) {}

	begin(): void {
		this.#coming = this.#listing();
		this.#coming.catch(() => undefined); // says so to whom it is given
	}

	async drop(): Promise<void> {
		this.#round += 1;
		await Promise.allSettled([this.#coming]);
		this.#coming = null;
	}

	async read(): Promise<ListingResult> {
		return await (this.#coming ?? this.#listing());
	}

	async #listing(): Promise<ListingResult> {
		const round = this.#round;
		const givenUp = (): boolean => round !== this.#round;
		return await readListing(this.client, this.plan, this.progress, { givenUp });
	}
}

/**
 * Reads the employees connector, joins the contracts connector, and gives one record per person.
 * All columns are checked before the first row of either; if anything does not finish there are no
 * records at all, since a partial list must never reach the comparison.
 */
export async function readEmployees(
	client: AfasClient,
	settings: EmployeeSettings,
	progress: Progress,
): Promise<ConnectorRead<AfasRecord>> {
	const planned = await planReading(client, settings);
	if (!planned.ok) return stopped(planned.problem);
	const { employees, contracts } = planned.value;
	const unknown = unknownNames(
		[...employees.info.fields, ...(contracts?.info.fields ?? [])],
		settings.named,
	);
	if (unknown !== null) return stopped(failed('SETTING_INVALID', unknown).problem);

	const beside = contracts === null ? null : new ContractsBeside(client, contracts.plan, progress);
	const people = await readListing(
		client,
		employees.plan,
		progress,
		beside === null ? {} : { follower: beside },
	);
	if (!people.ok) {
		await beside?.drop();
		return stopped(people.problem, people.pages, people.checks);
	}
	const { listing } = people;
	if (listing.received === 0) {
		const { connector } = employees.plan;
		return stopped(failed('AFAS_EMPTY', { connector }).problem, listing.pages, listing.checks);
	}

	let joined: ConnectorListing | null = null;
	if (beside !== null) {
		const read = await beside.read();
		const failure: CoverageCheck = { code: 'AFAS_CHECK_CONTRACTS', ok: false, detail: null };
		if (!read.ok)
			return stopped(read.problem, listing.pages + read.pages, [...listing.checks, failure]);
		joined = read.listing;
	}
	const column = contracts?.columns.contractEmployeeId ?? '';
	const records = join(employees, listing, joined ?? { rows: [], withheld: [] }, column, settings);
	const joinCheck: CoverageCheck[] =
		joined === null
			? []
			: [{ code: 'AFAS_CHECK_CONTRACTS', ok: true, detail: joinDetail(records, joined) }];
	return {
		items: records,
		employees: records.length,
		name: employees.info.description || null,
		pages: listing.pages + (joined?.pages ?? 0),
		checks: [
			...listing.checks,
			...joinCheck,
			...fieldChecks(employees.plan.keep, employees.choice.notChosen),
		],
		problem: null,
		kept: [keptBy(employees, listing), ...(contracts === null ? [] : [keptBy(contracts, joined)])],
	};
}
