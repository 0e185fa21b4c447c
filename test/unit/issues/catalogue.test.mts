import { itemIssue, itemReason, resolveCarried, resolveIssue } from '../../../core/issues';
import { failed, problem } from '../../../core/model/result';
import { refuse } from '../../../core/apply/refusal';

describe('the places of a code', () => {
	test('are filled in both languages', () => {
		const params = { setting: 'Page Size', problem: 'it is 0' };
		expect(resolveIssue('SETTING_INVALID', params, 'nl').message).toBe(
			'De instelling "Page Size" in deze stap is onbruikbaar: it is 0.',
		);
		expect(failed('SETTING_INVALID', params, 'line')).toEqual({
			ok: false,
			problem: { code: 'SETTING_INVALID', params, detail: 'line' },
		});
	});

	test('an action is there by default', () => {
		expect(resolveIssue('ROW_CREATED').action).toBe('Nothing to do.');
		expect(resolveIssue('ROW_CREATED', {}, 'nl').action).toBe('Niets te doen.');
	});

	test('a place that was not filled elsewhere stays visible', () => {
		expect(resolveCarried({ code: 'UPCOMING_START' }).message).toBe('Starts on {date}.');
	});

	test('the item of a refusal fills its own place', () => {
		expect(refuse('PLAN_ROW_INVALID', { problem: 'odd' }, 0).params).toEqual({
			item: 1,
			problem: 'odd',
		});
	});

	/** The types are the test (tsconfig.check.json): each of these would be a text with a hole. */
	test('a missing place and an unknown place do not compile', () => {
		type Either = 'UPCOMING_START' | 'FIELDS_CHANGED';
		const dynamic: Either[] = ['UPCOMING_START', 'FIELDS_CHANGED'];
		for (const code of dynamic) {
			expect(problem(code, { date: 'x', count: 1 }).code).toBe(code);
			// @ts-expect-error which of the two is not known, so both want their places
			problem(code, { date: 'x' });
		}
		const holes = [
			// @ts-expect-error no place is filled
			() => problem('UPCOMING_START'),
			// @ts-expect-error no place is filled
			() => failed('SETTING_INVALID', {}),
			// @ts-expect-error one place is missing
			() => resolveIssue('SETTING_INVALID', { setting: 'x' }),
			// @ts-expect-error one place too many
			() => itemReason('UPCOMING_START', { date: 'x', count: 1 }),
			// @ts-expect-error a text without places takes none
			() => itemIssue('ROW_CREATED', null, { count: 1 }),
			// @ts-expect-error the text names the item, so there must be one
			() => refuse('PLAN_ROW_INVALID', { problem: 'odd' }),
		];
		expect(holes.map((hole) => typeof hole())).toEqual(holes.map(() => 'object'));
	});
});
