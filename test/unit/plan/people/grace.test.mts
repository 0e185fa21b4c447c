import { addDays, daysBetween } from '../../../../core/model/dates';
import type { Counts } from '../../../../core/model/summary';
import type { AlleoEmployee } from '../../../../core/model/employee';
import type { DiffOptions } from '../../../../core/plan/options';
import { account, covered, inputOf, onlyPlan, outline } from '../../../support/people.mts';
import { diff } from '../../../../core/plan/people';
import { all, nmbrsFrom } from '../../normalize/support.mts';
import type { Raw } from '../../normalize/support.mts';

/** Days of grace: who left keeps the account so long. From source records on, through Normalize. */

const ID = '5f0c2d1e-0000-4000-8000-000000000301';
const OTHER = '5f0c2d1e-0000-4000-8000-000000000302';

const leaver = (end: string | null, changes: Raw = {}): Raw =>
	nmbrsFrom('2020-03-01', end, { employeeType: 'formerPayroll', ...changes });

const own = (changes: Partial<AlleoEmployee> = {}): AlleoEmployee =>
	account(1, {
		external_id: `nmbrs-${ID}`,
		email: 'noor.testen@voorbeeld.nl',
		first_name: 'Noor',
		prefix: 'van',
		last_name: 'Testen',
		birthday: '1990-05-04',
		work_anniversary: '2020-03-01',
		group_name: 'Verkoop',
		...changes,
	});

interface Setting extends Partial<DiffOptions> {
	today?: string;
	coverage?: object[];
	/** Access fields are looked at. */
	selective?: boolean;
}

function planned(records: readonly Raw[], alleo: readonly object[], setting: Setting = {}) {
	const {
		today = '2026-11-24',
		coverage = [covered('c-1')],
		selective = false,
		...options
	} = setting;
	const given = { offboardAfterDays: 30, approval: 'whenGuardTrips' as const, ...options };
	const people = all(records, {
		options: { referenceDate: today, selectiveSync: selective ? 'on' : 'off' },
	});
	const input = { ...inputOf(people, alleo, given, coverage), referenceDate: today };
	const { rows, summary } = onlyPlan(diff(input));
	const leaves = summary.notices.flatMap(({ code, date }) => (code === 'LEAVES_ON' ? [date] : []));
	return { rows: outline(rows), leaves, counts: summary.counts };
}

const kept = (counts: Counts) => [counts.unchanged, counts.deactivate];
const OUT = [`deactivate nmbrs-${ID} FORMER_PAYROLL`];

describe('how long', () => {
	test.each([
		['the first day after the last one', '2026-11-23', 30, ['2026-12-24']],
		['so many days after it', '2026-10-25', 30, ['2026-11-25']],
		['a day later', '2026-10-24', 30, []],
		['long ago', '2020-10-24', 30, []],
		['without the setting', '2026-11-23', 0, []],
		['one day, on that day', '2026-11-23', 1, ['2026-11-25']],
		['one day, over', '2026-11-22', 1, []],
		['into the new year', '2026-11-23', 53, ['2027-01-16']],
	])('%s', (_name, end, offboardAfterDays, leaves) => {
		const plan = planned([leaver(end)], [own()], { offboardAfterDays });
		expect(plan.leaves).toEqual(leaves);
		expect(plan.rows).toEqual(leaves.length === 0 ? OUT : []);
		expect(kept(plan.counts)).toEqual(leaves.length === 0 ? [0, 1] : [1, 0]);
	});

	test('the day that is shown is the first one on which the row is planned', () => {
		const [date = ''] = planned([leaver('2026-11-20')], [own()]).leaves;
		const before = addDays(date ?? '', -1);
		expect(planned([leaver('2026-11-20')], [own()], { today: before }).rows).toEqual([]);
		expect(planned([leaver('2026-11-20')], [own()], { today: date ?? '' }).rows).toEqual(OUT);
	});

	test('without a last day nobody knows how long: off-boarded at once', () => {
		const record = leaver(null, { startDate: null, employments: [] });
		expect(planned([record], [own()]).rows).toEqual(OUT);
	});

	test('a last day that is corrected counts as it is now, backwards and forwards', () => {
		expect(planned([leaver('2026-11-20')], [own()]).rows).toEqual([]);
		expect(planned([leaver('2026-09-20')], [own()]).rows).toEqual(OUT);
		const later = planned([leaver('2026-12-20')], [own()]);
		expect([later.rows, later.leaves, later.counts.unchanged]).toEqual([[], [], 1]);
	});

	test('of several employments the last one counts', () => {
		const employments = [
			{ employmentId: 'e1', startDate: '2020-03-01', endDate: '2024-01-31', seniorityDate: null },
			{ employmentId: 'e2', startDate: '2025-03-01', endDate: '2026-11-20', seniorityDate: null },
		];
		for (const list of [employments, [...employments].reverse()]) {
			const record = leaver('2024-01-31', { employments: list });
			expect(planned([record], [own()]).leaves).toEqual(['2026-12-21']);
		}
	});
});

describe('for whom', () => {
	test('an account that is inactive stays so, and nothing is remarked', () => {
		const plan = planned([leaver('2026-11-20')], [own({ is_active: false })]);
		expect([plan.rows, plan.leaves, plan.counts.unchanged]).toEqual([[], [], 1]);
	});

	test('who was never in Alleo does not come into it', () => {
		const plan = planned([leaver('2026-11-20')], []);
		expect([plan.rows, plan.leaves, plan.counts.ended_unknown]).toEqual([[], [], 1]);
	});

	test('who may have no access any more is off-boarded at once', () => {
		const extra = (value: string) => ({
			extraFields: { alleo_access: value },
			extraFieldsStatus: 'ok',
		});
		const refused = nmbrsFrom('2020-03-01', null, extra('nee'));
		const other = nmbrsFrom('2020-03-01', null, {
			...extra('ja'),
			employeeId: OTHER,
			businessEmail: 'ander@voorbeeld.nl',
			firstNameInFull: 'Ander',
			lastName: 'Iemand',
			birthDate: '1980-01-02',
		});
		const plan = planned([refused, other], [own()], { selective: true });
		expect(plan.rows).toContain(`deactivate nmbrs-${ID} ACCESS_NO`);
		expect(plan.leaves).toEqual([]);
	});

	test('back in service within it: brought up to date, never re-activated', () => {
		const back = nmbrsFrom('2026-11-24', null, { businessEmail: 'noor@nieuw.nl' });
		expect(planned([back], [own()]).rows).toEqual([`update nmbrs-${ID} FIELDS_CHANGED`]);
		const same = planned([nmbrsFrom('2020-03-01', null)], [own()]);
		expect([same.rows, same.leaves]).toEqual([[], []]);
	});

	test('half a source that was not read changes nothing: nothing is due yet', () => {
		const coverage = [covered('c-1', 1, false)];
		expect(planned([leaver('2026-11-20')], [own()], { coverage }).leaves).toEqual(['2026-12-21']);
		expect(planned([leaver('2026-10-01')], [own()], { coverage }).rows).toEqual([
			`hold nmbrs-${ID} PARTITION_INCOMPLETE`,
		]);
	});
});

describe('two records', () => {
	const next = (changes: Raw = {}): Raw =>
		nmbrsFrom('2026-11-21', null, { employeeId: OTHER, employeeNumber: '13', ...changes });

	test('the same person under a new number is a transfer at once', () => {
		const plan = planned([leaver('2026-11-20'), next()], [own()]);
		expect(plan.rows).toEqual([`update nmbrs-${OTHER} TRANSFER`]);
		expect([plan.leaves, plan.counts.merged]).toEqual([[], 1]);
	});

	test('and in another Alleo company a move at once', () => {
		const routing = [{ filter: 'Zuid', companyId: 42 }];
		const there = next({ extraFields: { alleo_filter: 'Zuid' }, extraFieldsStatus: 'ok' });
		const plan = planned([leaver('2026-11-20'), there], [own()], { routing });
		expect(plan.rows.sort()).toEqual([`create nmbrs-${OTHER} MOVE`, `deactivate nmbrs-${ID} MOVE`]);
		expect(plan.leaves).toEqual([]);
	});

	test('somebody else who brings the address waits, and the leaver keeps the account', () => {
		const somebody = next({
			firstNameInFull: 'Anders',
			lastName: 'Iemand',
			birthDate: '1970-02-03',
		});
		const plan = planned([leaver('2026-11-20'), somebody], [own()]);
		expect(plan.rows).toEqual([`hold nmbrs-${OTHER} EMAIL_OF_LEAVER`]);
		expect(plan.leaves).toEqual(['2026-12-21']);
		const over = planned([leaver('2026-10-20'), somebody], [own()]);
		expect(over.rows).toEqual([...OUT, `hold nmbrs-${OTHER} EMAIL_OF_LEAVER`]);
	});
});

test('days are added as they are counted, over months, years and centuries', () => {
	for (const date of ['2024-02-28', '2026-12-31', '2000-02-29', '1999-12-31', '2100-02-28']) {
		for (const days of [-400, -1, 0, 1, 2, 30, 366, 1461, 40_000]) {
			expect(daysBetween(date, addDays(date, days))).toBe(days);
		}
	}
	expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
	expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
	expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});
