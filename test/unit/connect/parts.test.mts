import fc from 'fast-check';
import { BudgetFile } from '../../../core/model/settings';
import { isWorkflowId, partsText, readParts } from '../../../core/connect/parts';

/** What an invitation asks for, as one text of its row. */

test('what is written is read again, whatever it is', () => {
	const parts = fc.record({
		apiToken: fc.boolean(),
		pay: fc.boolean(),
		budgetFile: fc.constantFrom(...BudgetFile.options),
		delivery: fc.constantFrom('', 'R2DjclaysHbqn778', 'a-b_c'),
	});
	fc.assert(fc.property(parts, (one) => expect(readParts(partsText(one))).toEqual(one)));
});

test('a row of before asks what it asked then', () => {
	const nothing = { apiToken: false, pay: false, budgetFile: 'none', delivery: '' };
	expect(readParts('')).toEqual(nothing);
	expect(readParts('apiToken')).toEqual({ ...nothing, apiToken: true });
});

test.each(['a,pay', 'a:b', '', ' a'])('%j is no id of a workflow', (id) => {
	expect(isWorkflowId(id)).toBe(false);
});
