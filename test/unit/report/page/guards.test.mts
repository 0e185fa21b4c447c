import { codes, decideOn, excluded } from '../../../support/approvalPage.mts';
import { makePlan, trippedGuard } from '../../../support/approvalPlan.mts';
import type { Plan } from '../../../support/approvalPlan.mts';

describe('guards', () => {
	const blocked = (code: Parameters<typeof trippedGuard>[0]) =>
		makePlan(
			[
				{ action: 'deactivate', row_id: 'd1' },
				{ action: 'create', row_id: 'c1' },
			],
			{
				guards: [trippedGuard(code)],
			},
		);

	test.each([
		'PARTITION_VANISHED',
		'DEACTIVATION_LIMIT',
		'PART_EMPTIED',
		'REACTIVATION_LIMIT',
		'CREATE_LIMIT',
		'UPDATE_LIMIT',
		'FIELD_DRIFT',
		'DUPLICATES',
	] as const)('%s: approving needs the number of off-boardings, typed', (code) => {
		const plan = blocked(code);
		for (const typed of ['', '0', '2', '1.0', 'one', '-1', '01x']) {
			expect(codes(decideOn(plan, { form: { offboardings: typed } }))).toEqual([
				'APPROVAL_COUNT_WRONG',
			]);
		}
		expect(codes(decideOn(plan, { form: { offboardings: '1' } }))).toEqual(['approved']);
		const without = { decision: 'approveWithoutOffboardings' as const, offboardings: '' };
		const aboutOffboarding = ['DEACTIVATION_LIMIT', 'PART_EMPTIED', 'PARTITION_VANISHED'].includes(
			code,
		);
		expect(codes(decideOn(plan, { form: without }))).toEqual([
			aboutOffboarding ? 'approved' : 'APPROVAL_COUNT_WRONG',
		]);
		expect(codes(decideOn(plan, { form: { decision: 'reject' } }))).toEqual(['rejected']);
	});

	test.each(['EMPTY_SOURCE', 'IDENTITY_KEYS_CHANGED'] as const)(
		'%s cannot be overridden: only rejecting is possible',
		(code) => {
			const plan = blocked(code);
			for (const decision of ['approve', 'approveWithoutOffboardings'] as const) {
				expect(codes(decideOn(plan, { form: { decision, offboardings: '1' } }))).toEqual([
					'APPROVAL_LOCKED',
				]);
			}
			expect(codes(decideOn(plan, { form: { decision: 'reject' } }))).toEqual(['rejected']);
		},
	);

	const incomplete = (partitions: Plan['summary']['partitions']) =>
		makePlan(
			[
				{ action: 'deactivate', row_id: 'in-a', partition: 'a' },
				{ action: 'deactivate', row_id: 'in-b', partition: 'b' },
				{ action: 'deactivate', row_id: 'unknown', partition: null },
				{ action: 'create', row_id: 'new-b', partition: 'b' },
			],
			{ guards: [trippedGuard('INCOMPLETE_PARTITION', 1, 0)], partitions },
		);
	const part = (partition: string, complete: boolean) => ({
		partition,
		name: null,
		complete,
		employees: 1,
		error: null,
	});

	test('INCOMPLETE_PARTITION: nobody of that part is off-boarded, the rest goes on', () => {
		const plan = incomplete([part('a', true), part('b', false)]);
		const verdict = decideOn(plan, { form: { offboardings: '3' } });
		expect(excluded(verdict)).toEqual(['in-b', 'unknown']);
	});

	test('INCOMPLETE_PARTITION without a list of parts: nobody at all is off-boarded', () => {
		const verdict = decideOn(incomplete([]), { form: { offboardings: '3' } });
		expect(excluded(verdict)).toEqual(['in-a', 'in-b', 'unknown']);
	});

	test('an incomplete part protects its people even when its guard did not report', () => {
		const plan = incomplete([part('a', true), part('b', false)]);
		const quiet = { ...plan, summary: { ...plan.summary, guards: [] } };
		expect(excluded(decideOn(quiet))).toEqual(['in-b', 'unknown']);
	});
});
