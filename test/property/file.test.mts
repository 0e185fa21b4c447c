import fc from 'fast-check';
import Papa from 'papaparse';
import { verifyPlan } from '../../core/plan/planHash';
import { admitForFile } from '../../core/apply/admit';
import { fileOfPlan } from '../../core/apply/file/fromPlan';
import { toCsv } from '../../core/apply/file/csv';
import { account, approved, flexRecords, payroll, plan, planInput } from '../support/filePlan.mts';
import type { Raw } from '../support/filePlan.mts';
import { replayable } from './world.mts';

/** Files over random payrolls. Replay a failure with FC_SEED and FC_RUNS. */

const amount = fc.oneof(
	fc.constant(null),
	fc.integer({ min: -5_000, max: 500_000 }).map((cents) => cents / 100),
	fc.integer({ min: 0, max: 500_000 }).map((cents) => (cents / 100).toFixed(2).replace('.', ',')),
	fc.constant('onleesbaar'),
);

const leave = fc.array(
	fc.record({
		type: fc.constantFrom('statutory', 'nonStatutory', 'other'),
		balance: amount,
		unit: fc.constantFrom('hours', 'hours', 'days', null),
	}),
	{ maxLength: 3 },
);

interface Case {
	records: Raw[];
	alleo: Raw[];
}

const cases = (): fc.Arbitrary<Case> =>
	fc
		.array(
			fc.record({
				id: fc.integer({ min: 1, max: 12 }),
				inAlleo: fc.constantFrom('active', 'inactive', 'no'),
				email: fc.integer({ min: 1, max: 14 }),
				changes: fc.record({
					gross_hourly_wage: amount,
					holiday_allowance_accrual: amount,
					leave,
					in_service: fc.constantFrom(true, true, false, null),
					pay_cycle: fc.constantFrom('month', 'fourWeeks', null),
					period: fc.constantFrom({ year: 2026, period: 11 }, { year: 2026, period: 10 }, null),
				}),
			}),
			{ maxLength: 12 },
		)
		.map((people) => ({
			records: people.map(({ id, changes }) => payroll(id, changes)),
			alleo: people
				.filter(({ inAlleo }) => inAlleo !== 'no')
				.map(({ id, inAlleo, email }, n) =>
					account(id, {
						id: 900 + n,
						is_active: inAlleo === 'active',
						email: `mens${email}@example.nl`,
					}),
				),
		}));

const planOf = ({ records, alleo }: Case) =>
	plan(planInput(0, { source: flexRecords(records), alleo }));

test('I9: everybody of the payroll is in the file, held, or left out, once', () => {
	fc.assert(
		fc.property(cases(), (given) => {
			const { rows, summary } = planOf(given);
			const leftOut = summary.file?.left_out.reduce((sum, { people }) => sum + people, 0);
			expect(rows.length + (leftOut ?? 0)).toBe(given.records.length);
			expect(new Set(rows.map(({ row_id: id }) => id)).size).toBe(rows.length);
			if (rows.length > 0) expect(verifyPlan(rows).ok).toBe(true);
		}),
		replayable(),
	);
});

test('I3: the file reads back, with another parser, as exactly the rows that were approved', () => {
	fc.assert(
		fc.property(cases(), fc.integer({ min: 0, max: 3 }), (given, skip) => {
			const { rows } = planOf(given);
			if (rows.length === 0) return;
			const excluded = rows.slice(0, skip).map(({ row_id: id }) => id);
			const admission = admitForFile(approved(rows, excluded), {
				accept: 'approved',
				now: '2026-11-28T07:00:00.000Z',
				dataset: 'salaryLeave',
			});
			if (!admission.ok) throw new Error(admission.code);
			const { content } = fileOfPlan('salaryLeave', admission.rows);
			const lines = rows.filter((row) => row.action === 'update' && !excluded.includes(row.row_id));
			if (content === null) {
				expect(lines).toEqual([]);
				return;
			}
			const { data } = Papa.parse<string[]>(content, { skipEmptyLines: true });
			const numbers = (cells: string[]) => cells.map((cell) => (cell === '' ? null : Number(cell)));
			expect(data.slice(1).map(([email, ...cells]) => [email, ...numbers(cells)])).toEqual(
				lines.map(({ email, flex }) => [
					email,
					flex?.primary_source,
					flex?.secondary_source,
					flex?.gross_hourly_wage,
					flex?.non_statutory_leave_hours,
					flex?.statutory_leave_hours,
				]),
			);
			const emails = data.slice(1).map(([email]) => email?.toLowerCase());
			expect(new Set(emails).size).toBe(emails.length);
		}),
		replayable(),
	);
});

test('any text survives the file', () => {
	const text = fc.string({ unit: 'grapheme' });
	fc.assert(
		fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1 }), (lines) => {
			const { data, errors } = Papa.parse<string[]>(toCsv(['a', 'b', 'c'], lines), {
				newline: '\n',
			});
			expect(errors).toEqual([]);
			expect(data.slice(1, -1)).toEqual(lines);
		}),
		replayable(),
	);
});
