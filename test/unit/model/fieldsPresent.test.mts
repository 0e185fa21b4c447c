import {
	almostFields,
	almostFieldDetail,
	presentFields,
	presentFieldsDetail,
} from '../../../core/model/fieldsPresent';
import { almostNotices } from '../../../core/plan/almost';
import { fieldChecks } from '../../../nodes/shared/source/alleoFields';
import { coverageOf } from '../../../nodes/shared/source/coverage';

const covered = (passed: string[], left: string[] = []) =>
	coverageOf('p', null, {
		employees: 1,
		pages: 1,
		checks: fieldChecks(passed, left),
		problem: null,
	});

test('which fields for Alleo a partition has, in their present spelling', () => {
	const coverage = covered([
		'Mail',
		'yourcampus_filter',
		'Alleo Access',
		'alleo_oneoff_all_budget',
	]);
	expect(presentFields(coverage)).toEqual(
		new Set(['alleo_access', 'alleo_filter', 'alleo_oneoff_all_budget']),
	);
	expect(coverage.complete).toBe(true);
});

test('none at all is known to be none; a source that does not say is not', () => {
	expect(presentFields(covered(['Mail']))).toEqual(new Set());
	expect(presentFields({ checks: [] })).toBeNull();
	expect(
		presentFields({ checks: [{ code: 'FIELDS_PRESENT', ok: false, detail: 'alleo_filter' }] }),
	).toBeNull();
});

test('what is written is what is read', () => {
	expect(presentFieldsDetail(['b', 'a', 'b'])).toBe('a, b');
	const field = { name: 'alleo | fitler', meant: 'alleo_filter' };
	const check = { code: 'FIELD_NAME_ALMOST', ok: true, detail: almostFieldDetail(field) };
	expect(almostFields({ checks: [check] })).toEqual([field]);
});

test('a look-alike is a notice of the plan, once, with the name that was meant', () => {
	const coverage = covered(['alleo_access'], ['alleo_budget', 'Straat']);
	expect(almostNotices([coverage, { ...coverage, partition: 'q' }])).toEqual([
		expect.objectContaining({
			code: 'FIELD_NAME_ALMOST',
			external_id: null,
			name: 'alleo_budget',
			message: expect.stringContaining('alleo_monthly_all_budget') as string,
		}),
	]);
});
