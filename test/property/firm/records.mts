import type { AlleoEmployee } from '../../../core/model/employee';
import type { AfasRow } from '../../../nodes/Afas/api/schemas';
import { STOCK_COLUMNS } from '../../../nodes/Afas/employee/columns';
import { groupRows, toRecord } from '../../../nodes/Afas/employee/records';
import { account, covered } from '../../support/people.mts';
import { companyName } from './staff.mts';
import type { Worker } from './staff.mts';

/** What the source nodes deliver of the staff on a day, and the accounts that an earlier sync left. */

export type Vendor = 'nmbrs' | 'afas';

export const AFAS_PARTITION = 'Profit_Employees_Alleo';

const UNREADABLE = '31-02-20xx';

type Raw = Record<string, unknown>;

const nmbrsRecord = (worker: Worker, day: string): Raw => {
	const { id } = worker;
	const start = worker.start === '' ? null : worker.start;
	const end = worker.damaged ? UNREADABLE : worker.end;
	const isFormer = worker.former || (worker.end !== null && worker.end < day);
	return {
		source: 'nmbrs',
		partition: worker.company,
		employeeId: id,
		employeeNumber: id,
		employeeType: isFormer ? 'formerPayroll' : 'payroll',
		firstName: worker.first,
		prefix: null,
		lastName: worker.last,
		birthDate: worker.birthday,
		businessEmail: worker.email,
		privateEmail: null,
		startDate: start,
		endDate: end,
		seniorityDate: null,
		employments:
			start === null && end === null
				? []
				: [{ employmentId: `e${id}`, startDate: start, endDate: end, seniorityDate: null }],
		department: { code: 1, description: worker.group },
		company: {
			id: worker.company,
			number: worker.company.replace(/\D/g, ''),
			name: companyName(worker.company),
			debtorId: 'd1',
		},
		extraFields: {
			alleo_access: worker.access,
			alleo_filter: worker.filter,
			team: worker.team ?? worker.group,
			...worker.free,
		},
		extraFieldsStatus: 'read',
		notices: [],
	};
};

const afasRow = (worker: Worker): AfasRow => ({
	EmployeeId: worker.id,
	EmployerId: worker.company,
	EmployerName: companyName(worker.company),
	DvId: '1',
	PersonId: `9${worker.id}`,
	FirstName: worker.first,
	PrefixBirthName: null,
	BirthName: worker.last,
	DateOfBirth: worker.birthday,
	Mail: worker.email,
	EmploymentStart: worker.start,
	EmploymentEnd: worker.damaged ? UNREADABLE : worker.end,
	HourPerWeek: 36,
	OrgUnitDesc: worker.group,
	team: worker.team ?? worker.group,
	alleo_filter: worker.filter,
	alleo_access: worker.access,
	...worker.free,
});

export function recordsOf(vendor: Vendor, workers: readonly Worker[], day: string): Raw[] {
	if (vendor === 'nmbrs') return workers.map((worker) => nmbrsRecord(worker, day));
	return groupRows(workers.map(afasRow), STOCK_COLUMNS.employeeId).map((group) =>
		toRecord(group, [], [], {
			columns: STOCK_COLUMNS,
			personKey: 'EmployeeId',
			partition: AFAS_PARTITION,
			referenceDate: day,
			kinds: new Map(),
			odd: new Set(),
			withheld: [],
		}),
	);
}

/** The proof of a complete reading: a company each, or AFAS's one connector. */
export function coverageOf(vendor: Vendor, workers: readonly Worker[]): object[] {
	if (vendor === 'afas') return [covered(AFAS_PARTITION, workers.length)];
	const sizes = new Map<string, number>();
	for (const { company } of workers) sizes.set(company, (sizes.get(company) ?? 0) + 1);
	return [...sizes].map(([company, size]) => ({
		...covered(company, size),
		name: companyName(company),
	}));
}

/** Alleo's own number of an account follows from the id of the worker, so that a test can name it. */
export const accountId = ({ id }: Pick<Worker, 'id'>): number => 90_000 + Number(id);

export const externalId = (vendor: Vendor, { id }: Pick<Worker, 'id'>): string => `${vendor}-${id}`;

export const alleoCompany = ({ filter }: Pick<Worker, 'filter'>): number =>
	filter === 'zuid' ? 42 : 41;

/** The account as yesterday's sync left it. */
export const accountOf = (
	vendor: Vendor,
	worker: Worker,
	changes: Partial<AlleoEmployee> = {},
): AlleoEmployee =>
	account(1, {
		id: accountId(worker),
		company_id: alleoCompany(worker),
		external_id: externalId(vendor, worker),
		email: worker.email,
		first_name: worker.first,
		prefix: null,
		last_name: worker.last,
		birthday: worker.birthday,
		work_anniversary: worker.start,
		group_name: worker.group,
		...changes,
	});
