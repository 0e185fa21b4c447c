import type { IDataObject } from 'n8n-workflow';
import type { AlleoEmployee, Employee } from '../../core/model/employee';
import type { Case, CaseRecord } from './caseModel.mts';

/** The ordinary person in service of the cases, in every form, and the people who are in step. */

export const CASE_DAY = '2026-03-10';
export const PARTITIONS = {
	nmbrs: 'nmbrs:company:c1',
	afas: 'Profit_Employees_Alleo',
	custom: 'list',
} as const;
type System = keyof typeof PARTITIONS;

const BORN = '1990-02-03';
const START = '2020-01-01';

const nmbrsRecord = ({ id = 'a', ...changes }: IDataObject): IDataObject => {
	const record: IDataObject = {
		source: 'nmbrs',
		partition: PARTITIONS.nmbrs,
		employeeId: id,
		employeeNumber: String(id),
		employeeType: 'payroll',
		firstName: 'Fenna',
		prefix: null,
		lastName: 'Voorbeeld',
		birthDate: BORN,
		businessEmail: `${String(id)}@example.nl`,
		startDate: START,
		endDate: null,
		company: { id: 'c1', number: '1', name: 'Voorbeeld BV', debtorId: 'd1' },
		extraFields: {},
		extraFieldsStatus: 'read',
		notices: [],
		...changes,
	};
	const { startDate, endDate } = record;
	return { employments: [{ employmentId: 'e1', startDate, endDate }], ...record };
};

const afasRecord = ({ id = 'a', ...changes }: IDataObject): IDataObject => {
	const record: IDataObject = {
		source: 'afas',
		partition: PARTITIONS.afas,
		EmployeeId: id,
		EmployerId: '01',
		personKey: id,
		personKeyType: 'EmployeeId',
		FirstName: 'Fenna',
		PrefixBirthName: null,
		BirthName: 'Voorbeeld',
		DateOfBirth: BORN,
		Mail: `${String(id)}@example.nl`,
		EmploymentStart: START,
		EmploymentEnd: null,
		contracts: [],
		company: { id: '01', number: '01', name: 'Werkgever 01' },
		notices: [],
		...changes,
	};
	const { EmploymentStart: startDate, EmploymentEnd: endDate } = record;
	return { employments: [{ EmployeeId: id, EmployerId: '01', startDate, endDate }], ...record };
};

/** A row of the GetConnector; the id is in its address. */
export const afasRow = (changes: IDataObject): IDataObject => ({
	EmployerId: '01',
	DvId: 1,
	EmploymentStart: `${START}T00:00:00Z`,
	EmploymentEnd: null,
	Mail: `p${String(changes['EmployeeId'])}@example.nl`,
	FirstName: 'Fenna',
	BirthName: 'Voorbeeld',
	DateOfBirth: `${BORN}T00:00:00Z`,
	HourPerWeek: 40,
	...changes,
});

/** The custom records of the cases carry the columns that their own mapping reads, all of them. */
const customRecord = (changes: IDataObject): IDataObject => ({
	source: 'custom',
	partition: PARTITIONS.custom,
	...changes,
});

const numbered = <T extends object>(record: T, index: number): T =>
	JSON.parse(JSON.stringify(record).replaceAll('{i}', String(index))) as T;

export function recordsOf(list: readonly CaseRecord[]): IDataObject[] {
	return list.flatMap((entry) => {
		if (entry.record !== undefined) {
			const { record, repeat = 1 } = entry;
			return recordsOf(Array.from({ length: repeat }, (_, index) => numbered(record, index)));
		}
		if (entry.nmbrs !== undefined) return [nmbrsRecord(entry.nmbrs)];
		if (entry.afas !== undefined) return [afasRecord(entry.afas)];
		return [customRecord(entry.custom ?? {})];
	});
}

export function employeeOf(changes: Partial<Employee>): Employee {
	const { status = 'active', external_id: id = 'nmbrs-a' } = changes;
	const system = /^(nmbrs|afas)-/.exec(id ?? '')?.[1] ?? 'custom';
	return {
		external_id: id,
		status,
		reason: { code: status === 'ended' ? 'EMPLOYMENT_ENDED' : 'IN_SERVICE', text: '', params: {} },
		start_date: START,
		end_date: null,
		email: `${id ?? 'x'}@example.nl`,
		private_email: null,
		first_name: 'Fenna',
		prefix: null,
		last_name: 'Voorbeeld',
		language: 'nl',
		birthday: BORN,
		work_anniversary: START,
		group: null,
		alleo_filter: null,
		employment_type: null,
		budgets: {},
		company: { id: 'c1', number: '1', name: 'Voorbeeld BV' },
		source: {
			system: system as System,
			partition: PARTITIONS[system as System],
			employee_id: (id ?? '').replace(/^\w+?-/, ''),
			employee_number: null,
		},
		issues: [],
		notices: [],
		clear: [],
		unmapped: [],
		...changes,
	};
}

export const accountOf = (changes: IDataObject, index: number): AlleoEmployee =>
	({
		id: index + 1,
		company_id: 41,
		is_active: true,
		email: null,
		private_email: null,
		first_name: 'Fenna',
		prefix: null,
		last_name: 'Voorbeeld',
		language: 'nl',
		company_group_id: null,
		group_name: null,
		external_id: null,
		birthday: BORN,
		work_anniversary: START,
		registration_date: '2026-01-01T08:00:00',
		offboarding_date: null,
		last_active_date: null,
		...changes,
	}) as AlleoEmployee;

const FIRST = ['Aag', 'Bo', 'Cas', 'Daan', 'Eva', 'Finn', 'Gijs', 'Hilde', 'Ilse', 'Joep'];
const LAST = ['Akker', 'Beek', 'Citroen', 'Duin', 'Eik', 'Fazant'];

/** Sixty people of whom no two share a name or a birthday. */
interface Filler extends Pick<Employee, 'birthday' | 'email' | 'first_name' | 'last_name'> {
	id: string;
}

export const fillersOf = ({ options, step }: Case): Filler[] =>
	Array.from({ length: step === 'normalize' ? 0 : (options?.filler ?? 60) }, (_, at) => ({
		id: `900${String(at).padStart(3, '0')}`,
		first_name: FIRST[at % FIRST.length] ?? '',
		last_name: `${LAST[at % LAST.length] ?? ''}${'abcdefghij'.charAt(Math.floor(at / 6))}`,
		birthday: `19${60 + (at % 37)}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
		email: `collega${at}@kantoor.example.nl`,
	}));

/** A filler as a record of the same kind as those of the case. */
export function fillerRecord(filler: Filler, like: IDataObject | undefined): IDataObject {
	const { id, first_name: first, last_name: last, birthday, email } = filler;
	if (like?.['source'] === 'custom')
		return customRecord({
			id,
			mail: email,
			fn: first,
			ln: last,
			bd: birthday,
			sd: START,
			ed: null,
		});
	return like?.['source'] === 'afas'
		? afasRecord({ id, Mail: email, FirstName: first, BirthName: last, DateOfBirth: birthday })
		: nmbrsRecord({
				id,
				businessEmail: email,
				firstName: first,
				lastName: last,
				birthDate: birthday,
			});
}

export const fillerRow = (filler: Filler, columns: readonly string[]): IDataObject =>
	afasRow({
		EmployeeId: filler.id,
		Mail: filler.email,
		FirstName: filler.first_name,
		BirthName: filler.last_name,
		DateOfBirth: `${filler.birthday ?? ''}T00:00:00Z`,
		...Object.fromEntries(columns.map((name) => [name, name.endsWith('access') ? 'Ja' : null])),
	});

/** The account that a person in step has. */
export const accountInStep = (person: Employee, index: number): AlleoEmployee =>
	accountOf(
		{
			external_id: person.external_id,
			email: person.email,
			first_name: person.first_name,
			prefix: person.prefix,
			last_name: person.last_name,
			birthday: person.birthday,
			work_anniversary: person.work_anniversary,
		},
		9000 + index,
	);
