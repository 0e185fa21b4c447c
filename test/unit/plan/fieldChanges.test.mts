import { fieldChanges } from '../../../core/plan/fieldChanges';
import { rowSignature } from '../../../core/plan/signature';
import type { DraftRow } from '../../../core/plan/planHash';
import type { Change } from '../../../core/model/plan';
import { draft } from '../../support/approvalPlan.mts';
import { account, person, run } from '../../support/people.mts';

/** What a plan changes, field by field, and that nothing private gets into the summary by it. */

let made = 0;
const row = (changes: Change[], parts: Partial<DraftRow> = {}): DraftRow => {
	const position = made++;
	const external_id = `nmbrs-${position}`;
	return { ...draft({ action: 'update', external_id, changes, ...parts }), position };
};

const many = (count: number, ...changes: Change[]): DraftRow[] =>
	Array.from({ length: count }, () => row(changes));

const group = (from: string | null, to: string | null): Change => ({ field: 'group', from, to });

describe('changes by field', () => {
	test('a mapping that moves 240 people to another group is one field with one pair', () => {
		expect(fieldChanges(many(240, group('Kantoor', 'Binnendienst')), null)).toEqual([
			{
				field: 'group',
				people: 240,
				pairs: [{ from: 'Kantoor', to: 'Binnendienst', people: 240 }],
				more: 0,
				fresh: null,
			},
		]);
	});

	test('the field of most people first, the commonest pair first, and how many pairs are not shown', () => {
		const rows = [
			...many(2, { field: 'language', from: 'nl', to: 'en' }),
			...many(1, group(null, 'A')),
			...many(3, group('A', 'B')),
			...['C', 'D', 'E', 'F', 'G'].map((to) => row([group('A', to)])),
		];
		const [first, second] = fieldChanges(rows, null);
		expect(first).toMatchObject({ field: 'group', people: 9, more: 2 });
		expect(first?.pairs.map(({ from, to, people }) => [from, to, people])).toEqual([
			['A', 'B', 3],
			['A', 'C', 1],
			['A', 'D', 1],
			['A', 'E', 1],
			['A', 'F', 1],
		]);
		expect(second).toMatchObject({ field: 'language', people: 2, more: 0 });
	});

	test('a value that only looks like another, or like nothing, is another change', () => {
		const rows = [row([group('null', 'A')]), row([group(null, 'A')]), row([group('', 'A')])];
		expect(fieldChanges(rows, null)[0]?.pairs).toHaveLength(3);
	});

	test('of a private field only how many people, whatever the row holds', () => {
		const changes: Change[] = [
			{ field: 'external_id', from: 'nmbrs-1', to: 'nmbrs-secret' },
			{ field: 'email', from: 'secret@a.example', to: 'secret@b.example' },
			{ field: 'private_email', from: null, to: 'secret@home.example' },
			{ field: 'first_name', from: 'Secret', to: 'Secreta' },
			{ field: 'prefix', from: null, to: 'van Secret' },
			{ field: 'last_name', from: 'Secret', to: null },
			{ field: 'birthday', from: '1980-01-01', to: '1981-01-01' },
			{ field: 'work_anniversary', from: '1980-01-01', to: '1981-01-01' },
			{ field: 'iban', from: 'NL00 SECRET', to: null },
		];
		const found = fieldChanges(many(30, ...changes), null);
		expect(found.map(({ field }) => field).sort()).toEqual(
			changes.map(({ field }) => field).sort(),
		);
		for (const { people, pairs, more } of found) {
			expect({ people, pairs, more }).toEqual({ people: 30, pairs: [], more: 0 });
		}
		expect(JSON.stringify(found)).not.toMatch(/secret|198/i);
	});

	test('new, ended and held people are no changes by field; access is none either', () => {
		const change = group('A', 'B');
		const rows = [
			row([change], { action: 'create' }),
			row([change], { action: 'deactivate' }),
			row([change], { action: 'hold' }),
			row([{ field: 'is_active', from: false, to: true }], { action: 'reactivate' }),
		];
		expect(fieldChanges(rows, null)).toEqual([]);
		const back = row([{ field: 'is_active', from: false, to: true }, change], {
			action: 'reactivate',
		});
		expect(fieldChanges([...rows, back], null)).toMatchObject([{ field: 'group', people: 1 }]);
	});

	test('new is who was in no decided plan; a row without external id is nobody’s, so new', () => {
		const rows = many(3, group('A', 'B'));
		const seen = new Set(rows.slice(0, 2).map((one) => rowSignature(one) ?? ''));
		const nobody = row([group('A', 'B')], { external_id: null });
		expect(fieldChanges([...rows, nobody], seen)).toMatchObject([{ people: 4, fresh: 2 }]);
		expect(fieldChanges(rows, new Set())).toMatchObject([{ people: 3, fresh: 3 }]);
		const again = rows.map((one) => ({ ...one, changes: [group('A', 'C')] }));
		expect(fieldChanges(again, seen)).toMatchObject([{ people: 3, fresh: 3 }]);
	});

	test('from source records: the summary of a plan has them', () => {
		const numbers = Array.from({ length: 12 }, (_, n) => n + 1);
		const { summary } = run(
			numbers.map((n) => person(n, { group: 'Binnendienst' })),
			numbers.map((n) => account(n, { group_name: 'Kantoor' })),
		);
		expect(summary.fields).toEqual([
			{
				field: 'group',
				people: 12,
				pairs: [{ from: 'Kantoor', to: 'Binnendienst', people: 12 }],
				more: 0,
				fresh: null,
			},
		]);
		expect(summary.fields_text).toEqual(['Group: 12 people: 12x Kantoor → Binnendienst']);
		expect(summary.report_markdown).toContain('## Changes by field');
	});
});
