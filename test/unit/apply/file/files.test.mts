import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { admit, admitForFile } from '../../../../core/apply/admit';
import { planHash, rowHash } from '../../../../core/plan/planHash';
import { Employee } from '../../../../core/model/employee';
import { employeesFile } from '../../../../core/apply/file/employeesFile';
import { euroCell, hoursCell } from '../../../../core/apply/file/numbers';
import { fileOfPlan } from '../../../../core/apply/file/fromPlan';
import type { FileDataset } from '../../../../core/model/plan';
import { ROOT } from '../../../support/paths.mts';
import {
	account,
	approved,
	flexRecords,
	payroll,
	plan,
	planInput,
	range,
} from '../../../support/filePlan.mts';
import type { Raw } from '../../../support/filePlan.mts';
import { worker } from '../../../support/budgetFile.mts';

/** Reads a file as another program would: Papa Parse, which shares nothing with what wrote it. */
function readBack(content: string | null): string[][] {
	expect(content).not.toBeNull();
	const { data, errors } = Papa.parse<string[]>(content ?? '', { skipEmptyLines: true });
	expect(errors).toEqual([]);
	return data;
}

const NOW = '2026-11-28T07:00:00.000Z';

const admitted = (items: unknown[], dataset: FileDataset = 'salaryLeave') =>
	admitForFile(items, { accept: 'approved', now: NOW, dataset });

function build(items: unknown[], dataset: FileDataset = 'salaryLeave') {
	const result = admitted(items, dataset);
	if (!result.ok) throw new Error(result.code);
	return fileOfPlan(dataset, result.rows);
}

describe('salary and leave', () => {
	test('is Alleo’s Flex Salary import, to the byte', () => {
		const source = flexRecords([
			payroll(1, { holiday_allowance_accrual: '256,4', gross_hourly_wage: 21.85 }),
			payroll(2, { holiday_allowance_accrual: 0, leave: [], gross_hourly_wage: '18.1' }),
			payroll(3, { holiday_allowance_accrual: null, gross_hourly_wage: 24, other_sources: [] }),
		]);
		const { content } = build(approved(plan(planInput(3, { source })).rows));
		expect(content).toBe(
			[
				'Email,Primary Salary Source,Secondary Salary Source,Gross Hourly Wage,Balance of Non-Statutory Leave Hours,Balance of Statutory Leave Hours',
				'mens1@example.nl,256.40,,21.85,24.5,80',
				'mens2@example.nl,0,,18.10,,',
				'mens3@example.nl,,,24.00,24.5,80',
				'',
			].join('\n'),
		);
	});

	test('has the header of the sample, and reads back with another parser', () => {
		const sample = readFileSync(
			path.join(ROOT, 'test/fixtures/alleo/flex_salary_sample.csv'),
			'utf8',
		);
		const lines = readBack(build(approved(plan(planInput(25)).rows)).content);
		expect(lines[0]).toEqual(readBack(sample)[0]);
		expect(lines).toHaveLength(26);
		expect(lines[7]).toEqual(['mens15@example.nl', '250.15', '', '20.15', '24.5', '80']);
	});

	test('holds only what was approved: no held person, nobody who was left out', () => {
		const source = flexRecords(
			range(4).map((n) => payroll(n, n === 2 ? { gross_hourly_wage: 'x' } : {})),
		);
		const { rows } = plan(planInput(4, { source }));
		const built = build(approved(rows, [rows[0]!.row_id]));
		expect(readBack(built.content).map(([email]) => email)).toEqual([
			'Email',
			'mens3@example.nl',
			'mens4@example.nl',
		]);
		expect(built.leftOut).toEqual({ EXCLUDED: 1, HELD: 1 });
		expect(built.outcomes.map(({ code }) => code).sort()).toEqual(
			['EXCLUDED', 'HELD', 'FILE_ROW_WRITTEN', 'FILE_ROW_WRITTEN'].sort(),
		);
	});

	test('nobody in it is no file', () => {
		const { rows } = plan(planInput(1));
		expect(build(approved(rows, [rows[0]!.row_id])).content).toBeNull();
	});

	test('an address that a spreadsheet would run is left out, not altered', () => {
		const alleo = [account(1, { email: '=cmd@example.nl' }), account(2)];
		const built = build(approved(plan(planInput(2, { alleo })).rows));
		expect(built.leftOut).toEqual({ FILE_FORMULA: 1 });
		expect(built.content).not.toContain('cmd');
	});
});

describe('what a file is made of', () => {
	const { rows } = plan(planInput(3));
	const items = approved(rows);
	const refusal = (given: unknown[], dataset: FileDataset = 'salaryLeave') => {
		const result = admitted(given, dataset);
		return result.ok ? 'admitted' : result.code;
	};

	test('an approved plan, whole and unaltered', () => {
		expect(refusal(items)).toBe('admitted');
		expect(refusal([...items].reverse())).toBe('admitted');
	});

	const altered = items.map((item, at) =>
		at === 0 ? { ...item, flex: { ...(item['flex'] as Raw), gross_hourly_wage: 99 } } : item,
	);
	const later = { accept: 'approved', now: '2026-12-02T00:00:00.000Z' } as const;
	const cases: Array<[string, unknown[], string]> = [
		['a figure was changed', altered, 'PLAN_ROW_ALTERED'],
		['a row is missing', items.slice(1), 'PLAN_INCOMPLETE'],
		['nobody approved', rows as unknown[], 'PLAN_NOT_APPROVED'],
		['the address was changed', items.map((i) => ({ ...i, email: 'x@y.nl' })), 'PLAN_ROW_ALTERED'],
		['employees', [{ external_id: 'nmbrs-1', status: 'active', source: {} }], 'APPLY_NOT_PLAN_ROW'],
		['nothing', [], 'PLAN_EMPTY'],
	];
	test.each(cases)('refused: %s', (_name, given, code) => {
		expect(refusal(given)).toBe(code);
	});

	test('refused: another file, an expired plan', () => {
		expect(refusal(items, 'budgets')).toBe('FILE_OTHER_PLAN');
		expect(admitForFile(items, { ...later, dataset: 'salaryLeave' })).toMatchObject({
			ok: false,
			code: 'PLAN_EXPIRED',
		});
	});

	test('refused: a row that changes what its file does not say', () => {
		const change = (field: string) => [{ field, from: 1, to: 2 }];
		const changed = (dataset: FileDataset, field: string) => {
			const base = planInput(1, { dataset });
			const result = plan(
				dataset === 'salaryLeave'
					? base
					: { ...base, source: [worker(1, { alleo_monthly_all_budget: 1 })] },
			);
			const [row] = result.rows;
			if (row === undefined) throw new Error('no row');
			const altered = { ...row, changes: change(field) };
			const hash = rowHash(altered);
			const ref = { ...row.plan, hash: planHash(row.plan, [hash]) };
			return refusal(approved([{ ...altered, row_hash: hash, plan: ref }]), dataset);
		};
		expect(changed('salaryLeave', 'alleo_monthly_all_budget')).toBe('PLAN_ROW_INVALID');
		expect(changed('budgets', 'email')).toBe('PLAN_ROW_INVALID');
		expect(changed('budgets', 'alleo_monthly_all_budget')).toBe('admitted');
	});

	test('the dataset is under the hash of the plan', () => {
		const turned = items.map((item) => ({
			...item,
			plan: { ...(item['plan'] as Raw), dataset: 'budgets' },
		}));
		expect(refusal(turned, 'budgets')).toBe('PLAN_INCOMPLETE');
	});

	test('Sync Plan: Apply never takes such a plan', () => {
		const options = { accept: 'approved', now: NOW, companies: [] } as const;
		expect(admit(items, options)).toMatchObject({ ok: false, code: 'PLAN_FOR_FILE' });
	});
});

const person = (number: number, changes: Raw = {}): Employee =>
	Employee.parse({
		external_id: `nmbrs-${number}`,
		status: 'active',
		start_date: '2019-03-01',
		email: `mens${number}@example.nl`,
		first_name: 'Fenna',
		last_name: 'Voorbeeld',
		birthday: '1990-01-31',
		work_anniversary: '2019-03-01',
		source: { system: 'nmbrs', partition: 'company-1' },
		...changes,
	});

describe('employees', () => {
	const options = {
		referenceDate: '2026-11-28',
		extra: { externalId: '', language: '', group: '' },
	};

	test('has the header of the sample, and quotes only where needed', () => {
		const sample = readFileSync(
			path.join(ROOT, 'test/fixtures/alleo/alleo_employees_sample.csv'),
			'utf8',
		);
		const people = [
			person(1, { prefix: 'van', end_date: '2026-12-31' }),
			person(2, { last_name: 'Komma, Jr.' }),
			person(3, { status: 'upcoming', start_date: '2027-01-04', last_name: 'De "Grote"' }),
		];
		const extra = { ...options.extra, externalId: 'external_id' };
		const { content } = employeesFile(people, { ...options, extra });
		expect(readBack(content)[0]).toEqual(readBack(sample)[0]);
		expect((content ?? '').split('\n').slice(1)).toEqual([
			'mens1@example.nl,Fenna,Voorbeeld,van,,2026-12-31,1990-01-31,2019-03-01,nmbrs-1',
			'mens2@example.nl,Fenna,"Komma, Jr.",,,,1990-01-31,2019-03-01,nmbrs-2',
			'mens3@example.nl,Fenna,"De ""Grote""",,2027-01-04,,1990-01-31,2019-03-01,nmbrs-3',
			'',
		]);
	});

	test('is UTF-8 without a byte-order mark, with line feeds only', () => {
		const { content } = employeesFile([person(1, { first_name: 'Zoë\r\nMargriet' })], options);
		expect(content?.charCodeAt(0)).toBe('E'.charCodeAt(0));
		expect(readBack(content)[1]?.[1]).toBe('Zoë\r\nMargriet');
		expect(content?.replace('Zoë\r\nMargriet', '')).not.toContain('\r');
	});

	test('who is not in it, and why', () => {
		const people = [
			person(1, { status: 'ended', end_date: '2026-10-31' }),
			person(2, { status: 'ineligible' }),
			person(3, { status: 'held', email: null }),
			person(4, { email: null, status: 'upcoming' }),
			person(5),
			person(6, { email: 'MENS5@example.nl' }),
			person(7, { first_name: '=1+1' }),
			person(8),
		];
		const built = employeesFile(people, options);
		expect(built.people).toBe(1);
		expect(built.leftOut).toEqual({
			FILE_LEFT_SERVICE: 1,
			FILE_NOT_ELIGIBLE: 1,
			HELD: 1,
			FILE_NAME_MISSING: 1,
			FILE_EMAIL_TWICE: 2,
			FILE_FORMULA: 1,
		});
		expect(built.outcomes).toHaveLength(people.length);
	});

	test('the last day is still in it; a past onboarding date is not', () => {
		const people = [person(1, { end_date: '2026-11-28' })];
		expect(readBack(employeesFile(people, options).content)[1]?.slice(4, 6)).toEqual([
			'',
			'2026-11-28',
		]);
	});
});

describe('numbers', () => {
	test.each([
		[null, ''],
		[0, '0'],
		[256.4, '256.40'],
		[21.85, '21.85'],
		[21.3456, '21.3456'],
		[1234567.5, '1234567.50'],
		[0.1 + 0.2, '0.30'],
		[-12.5, '-12.50'],
	])('EUR %p is %p', (value, cell) => {
		expect(euroCell(value)).toBe(cell);
	});

	test.each([
		[null, ''],
		[0, '0'],
		[36.5, '36.5'],
		[112, '112'],
		[96.255, '96.255'],
	])('hours %p are %p', (value, cell) => {
		expect(hoursCell(value)).toBe(cell);
	});
});
