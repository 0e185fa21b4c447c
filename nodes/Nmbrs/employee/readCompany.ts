import type { CompanyPartition } from '../listing/companies';
import type { CoverageCheck } from '../../shared/source/coverage';
import { problemOf } from '../listing/coverage';
import { gather, type EmployeeOptions } from '../listing/gather';
import { readHistories } from '../listing/histories';
import { readListing } from '../listing/listing';
import type { Tables } from '../listing/lists';
import { emptyRead, type PartitionRead } from '../../shared/source/source';
import type { RawEmployee } from './rawEmployee';
import { buildPerson } from './person';
import { isFatal } from '../api/fatal';
import type { RestClient } from '../api/restClient';
import { BasicInfoRow } from '../api/schemas';
import { isKnownType } from './types';

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
): Promise<PartitionRead<RawEmployee>> {
	let gathered = await gather(client, company, options);
	if (gathered.ok && problemOf(gathered.value.checks, gathered.value.listings) !== null) {
		const again = await gather(client, company, options);
		if (again.ok || isFatal(again.problem)) gathered = again;
	}
	if (!gathered.ok) return emptyRead(gathered.problem);
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
	return {
		items: people,
		employees: people.length,
		pages,
		checks: [...checks, countTypes(everybody, options.employeeTypes)],
		problem: problemOf(checks, listings),
	};
}
