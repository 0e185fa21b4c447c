import type { FieldChange } from '../../../core/model/summary';
import { fieldLines } from '../../../core/report/fieldsView';
import { renderMarkdown } from '../../../core/report/markdown';
import { bigPlan } from '../../support/approvalPlan.mts';

const GROUP: FieldChange = {
	field: 'group',
	people: 1240,
	pairs: [
		{ from: 'Kantoor', to: 'Binnendienst', people: 1228 },
		{ from: null, to: 'Binnendienst', people: 12 },
	],
	more: 0,
	fresh: 240,
};

describe('changes by field in words', () => {
	test('one line per field, in both languages', () => {
		expect(fieldLines([GROUP], 'nl')).toEqual([
			'Groep: 1.240 mensen (240 nieuw): 1.228x Kantoor → Binnendienst, 12x leeg → Binnendienst',
		]);
		expect(fieldLines([GROUP], 'en')).toEqual([
			'Group: 1,240 people (240 new): 1,228x Kantoor → Binnendienst, 12x empty → Binnendienst',
		]);
	});

	test('what is not shown is counted; of a private field only how many people', () => {
		const mail = { field: 'email', people: 1, pairs: [], more: 0, fresh: null };
		expect(fieldLines([{ ...GROUP, pairs: [], more: 1, fresh: 0 }, mail], 'nl')).toEqual([
			'Groep: 1.240 mensen (0 nieuw): en 1 andere wijziging',
			'E-mailadres: 1 persoon',
		]);
		expect(fieldLines([{ ...GROUP, pairs: [], more: 3, fresh: null }], 'en')).toEqual([
			'Group: 1,240 people: and 3 other changes',
		]);
	});

	test('a group with line breaks or turning marks stays one readable line', () => {
		const pairs = [{ from: 'a\nb', to: '\u202eevil\r\n- x', people: 2 }];
		const [line] = fieldLines([{ ...GROUP, pairs, fresh: null }], 'en');
		expect(line).toBe('Group: 1,240 people: 2x a b → \ufffdevil - x');
	});

	test('the markdown has them, escaped', () => {
		const pairs = [{ from: '[x](http://evil.example)', to: '<b>', people: 2 }];
		const { rows, summary } = bigPlan(10, { fields: [{ ...GROUP, pairs }] });
		const text = renderMarkdown(summary, rows, 'nl');
		expect(text).toContain('## Wijzigingen per veld');
		expect(text).toContain('- Groep: 1.240 mensen \\(240 nieuw\\): 2x \\[x\\]');
		expect(text).not.toContain('](http');
	});
});
