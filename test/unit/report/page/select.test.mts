import { selectRows } from '../../../../core/report/page/select';
import { readView } from '../../../../core/report/page/view';
import { bigPlan, makePlan } from '../../../support/approvalPlan.mts';

describe('which rows a page shows', () => {
	const { rows } = makePlan([
		{ action: 'deactivate', row_id: 'd1', name: 'Zoë Visser', email: 'zoe@x.example' },
		{ action: 'deactivate', row_id: 'd2', name: 'Anna de Vries', email: 'anna@x.example' },
		{
			action: 'create',
			row_id: 'c1',
			name: 'José Öztürk',
			email: 'jose@x.example',
			external_id: 'nmbrs-77',
		},
		{ action: 'hold', row_id: 'h1', name: null, email: null },
	]);
	const ids = (page = '', q = '', action = '', size = 100): string[] =>
		selectRows(rows, readView({ page, q, action }), size).rows.map((row) => row.row_id);

	test('groups in order, by name inside a group', () => {
		expect(ids()).toEqual(['d2', 'd1', 'h1', 'c1']);
	});

	test('one action', () => {
		expect(ids('', '', 'deactivate')).toEqual(['d2', 'd1']);
	});

	test.each([
		['jose', ['c1']],
		['OZTURK', ['c1']],
		['  vries   anna ', ['d2']],
		['x.example', ['d2', 'd1', 'c1']],
		['nmbrs-77', ['c1']],
		['nobody', []],
	])('searching %j', (q, expected) => {
		expect(ids('', q)).toEqual(expected);
	});

	test('pages cut through groups without losing or repeating anybody', () => {
		expect([...ids('1', '', '', 3), ...ids('2', '', '', 3)]).toEqual(['d2', 'd1', 'h1', 'c1']);
	});

	test('every row of a big plan is on exactly one page', () => {
		const { rows: many } = bigPlan(1234);
		const seen: string[] = [];
		for (let page = 1; page <= 13; page++) {
			seen.push(
				...selectRows(many, readView({ page: String(page) })).rows.map((row) => row.row_id),
			);
		}
		expect(seen).toHaveLength(1234);
		expect(new Set(seen).size).toBe(1234);
	});

	test.each(['0', '-1', '99999', 'x', '1e9', ''])('page %j is a page that exists', (page) => {
		const { page: number, rows: shown } = selectRows(rows, readView({ page }), 3);
		expect([1, 2]).toContain(number);
		expect(shown.length).toBeGreaterThan(0);
	});

	test('an unknown action shows everything; a search is cut to a sensible length', () => {
		expect(readView({ page: '1', q: 'x'.repeat(500), action: 'delete' })).toEqual({
			action: null,
			q: 'x'.repeat(100),
			page: 1,
		});
	});
});
