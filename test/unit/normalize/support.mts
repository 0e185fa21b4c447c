import { Employee } from '../../../core/model/employee';
import { isIssueCode } from '../../../core/issues';
import { parseRawMapping, type Evaluate, type TransformRow } from '../../../core/normalize/mapping';
import {
	DEFAULT_NORMALIZE_OPTIONS,
	normalize,
	type NormalizeInput,
	type NormalizeOptions,
} from '../../../core/normalize';

/** The day that all these tests judge by. */
export const TODAY = '2026-11-24';
export const YESTERDAY = '2026-11-23';
export const TOMORROW = '2026-11-25';

export type Raw = Record<string, unknown>;

export const noEvaluator: Evaluate = () => {
	throw new Error('n8n must not be asked');
};

/** A person of NMBRS in service, as the NMBRS node delivers one (invented). */
export const nmbrs = (changes: Raw = {}): Raw => ({
	source: 'nmbrs',
	employeeId: '5f0c2d1e-0000-4000-8000-000000000301',
	employeeNumber: '12',
	employeeType: 'payroll',
	firstName: 'Noor',
	firstNameInFull: 'Noortje',
	prefix: 'van',
	initials: 'N.',
	lastName: 'Testen',
	partnerPrefix: null,
	partnerName: null,
	nameUse: null,
	birthDate: '1990-05-04',
	gender: 'female',
	businessEmail: 'noor.testen@voorbeeld.nl',
	privateEmail: null,
	startDate: '2020-03-01',
	endDate: null,
	seniorityDate: null,
	employments: [
		{ employmentId: 'e1', startDate: '2020-03-01', endDate: null, seniorityDate: null },
	],
	contracts: [],
	contract: null,
	department: { code: '10', description: 'Verkoop' },
	company: { id: 'c-1', number: '1', name: 'Voorbeeld B.V.', debtorId: 'd-1' },
	extraFields: {},
	extraFieldsStatus: 'notRequested',
	notices: [],
	...changes,
});

/** NMBRS with one employment from `start` to `end`. */
export const nmbrsFrom = (start: string | null, end: string | null, changes: Raw = {}): Raw =>
	nmbrs({
		startDate: start,
		endDate: end,
		employments: [{ employmentId: 'e1', startDate: start, endDate: end, seniorityDate: null }],
		...changes,
	});

/** A person of AFAS in service, as the AFAS node delivers one (invented). */
export const afas = (changes: Raw = {}): Raw => ({
	source: 'afas',
	EmployeeId: '000101',
	PersonId: '1000101',
	EmployerId: '01',
	FirstName: 'Testa',
	BirthName: 'Voorbeeld',
	PrefixBirthName: 'van den',
	PrefixPartner: null,
	BirthNamePartner: null,
	NameUse: '0',
	DateOfBirth: '1990-05-04',
	Mail: 'testa@voorbeeld.nl',
	EmploymentStart: '2019-03-01',
	EmploymentEnd: null,
	OrgUnit: 'SALES',
	OrgUnitDesc: 'Verkoop',
	personKey: '000101',
	personKeyType: 'EmployeeId',
	employments: [{ EmployeeId: '000101', EmployerId: '01', startDate: '2019-03-01', endDate: null }],
	contracts: [],
	company: { id: '01', number: '01', name: 'Werkgever 01' },
	partition: 'Profit_Employees_Alleo',
	notices: [],
	...changes,
});

/** AFAS with these employments, flat columns as of the first. */
export const afasWith = (
	periods: ReadonlyArray<readonly [string | null, string | null]>,
	changes: Raw = {},
): Raw =>
	afas({
		EmploymentStart: periods[0]?.[0] ?? null,
		EmploymentEnd: periods[0]?.[1] ?? null,
		employments: periods.map(([startDate, endDate]) => ({
			EmployeeId: '000101',
			EmployerId: '01',
			startDate,
			endDate,
		})),
		...changes,
	});

export interface Setup {
	options?: Partial<NormalizeOptions>;
	/** The value of the mapping panel. */
	mapping?: Raw | null;
	transforms?: TransformRow[];
	accessField?: string;
	evaluate?: Evaluate;
}

export const inputOf = (records: readonly Raw[], setup: Setup = {}): NormalizeInput => ({
	records,
	mapping: parseRawMapping({ mappingMode: 'defineBelow', value: setup.mapping ?? null }),
	transforms: setup.transforms ?? [],
	accessField: setup.accessField ?? 'alleo_access',
	options: { ...DEFAULT_NORMALIZE_OPTIONS, referenceDate: TODAY, ...setup.options },
	evaluate: setup.evaluate ?? noEvaluator,
});

/** Normalizes and checks what must hold for everybody: the schema, known codes, one out per one in. */
export function all(records: readonly Raw[], setup: Setup = {}): Employee[] {
	const result = normalize(inputOf(records, setup));
	if (!result.ok) throw new Error(`stopped: ${result.problem.code}`);
	expect(result.value).toHaveLength(records.length);
	for (const employee of result.value) {
		expect(Employee.strict().parse(employee)).toEqual(employee);
		for (const { code } of [employee.reason, ...employee.issues, ...employee.notices]) {
			expect([code, isIssueCode(code)]).toEqual([code, true]);
		}
		expect(employee.issues.length > 0).toBe(employee.status === 'held');
	}
	return result.value;
}

export const one = (record: Raw, setup: Setup = {}): Employee => {
	const [employee] = all([record], setup);
	if (employee === undefined) throw new Error('nobody came out');
	return employee;
};

export const codes = (list: ReadonlyArray<{ code: string }>): string[] =>
	list.map(({ code }) => code);

/** Status with what explains it: reason, or the issues of somebody who is held. */
export const verdict = (employee: Employee): string =>
	employee.status === 'held'
		? `held: ${codes(employee.issues).join(', ')}`
		: `${employee.status}: ${employee.reason.code}`;

/** The code that stops the whole run. */
export function stopped(records: readonly Raw[], setup: Setup = {}): string {
	const result = normalize(inputOf(records, setup));
	return result.ok ? 'not stopped' : result.problem.code;
}
