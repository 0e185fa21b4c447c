import { mergeQuestions } from '../../../core/approval/inbox/merge';
import type { InboxRow } from '../../../core/approval/inbox/row';
import type { MergeInput } from '../../../core/approval/inbox/merge';
import { isOpen, leadsNowhere, readInbox } from '../../../core/approval/inbox/row';
import { readGiven, readPosted, rowKey, settle } from '../../../core/approval/inbox/settle';

/** The rows of the inbox: what a reading writes, what somebody answers, and what neither may touch. */

const NOW = '2026-11-28T04:00:00.000Z';
const LATER = '2026-11-29T04:00:00.000Z';
const COMPANIES = [
	{ id: 42, name: 'Noord BV' },
	{ id: 43, name: '' },
];

const merge = (changed: Partial<MergeInput> = {}) =>
	mergeQuestions({
		workflow: 'w1',
		customer: 'Bakkerij Van Dijk',
		facts: { questions: [{ kind: 'filter', value: 'Noord', people: 80 }], groups: [] },
		companies: COMPANIES,
		rows: [],
		now: NOW,
		...changed,
	});

function asked(changed: Partial<MergeInput> = {}): InboxRow {
	const [row] = merge(changed).add;
	if (row === undefined) throw new Error('nothing was asked');
	return row;
}

describe('a reading', () => {
	test('asks each value once, with what it may be mapped to', () => {
		expect(merge().add).toEqual([
			{
				workflow: 'w1',
				customer: 'Bakkerij Van Dijk',
				kind: 'filter',
				value: 'Noord',
				people: 80,
				effect: 'held',
				answer: '',
				target: '',
				answered_by: '',
				answered_at: '',
				seen_at: NOW,
				choices: JSON.stringify([
					{ target: '42', name: 'Noord BV' },
					{ target: '43', name: '43' },
				]),
				history: '',
			},
		]);
	});
	test('the same value in another spelling is the same question', () => {
		const row = asked();
		const facts = {
			questions: [{ kind: 'filter' as const, value: ' NOORD', people: 81 }],
			groups: [],
		};
		const { add, change } = merge({ rows: [row], facts, now: LATER });
		expect(add).toEqual([]);
		expect(change).toEqual([
			{ row, seen: expect.objectContaining({ people: 81, seen_at: LATER }) },
		]);
	});
	test('never writes what somebody answered', () => {
		const row = { ...asked(), answer: 'map' as const, target: '42', answered_at: NOW };
		const { change } = merge({ rows: [row], now: LATER });
		expect(Object.keys(change[0]?.seen ?? {}).sort()).toEqual([
			'choices',
			'customer',
			'effect',
			'people',
			'seen_at',
		]);
	});
	test('what nobody has any more counts nobody, and is asked again when somebody has', () => {
		const row = asked();
		const gone = merge({ rows: [row], facts: null, now: LATER }).change;
		expect(gone).toEqual([{ row, seen: expect.objectContaining({ people: 0, seen_at: NOW }) }]);
		const again = merge({ rows: [{ ...row, people: 0 }], now: LATER }).change;
		expect(again[0]?.seen.people).toBe(80);
	});
	test('the same reading twice on a day writes nothing', () => {
		expect(merge({ rows: [asked()] })).toEqual({ add: [], change: [] });
	});
	test('a run that does not know the companies leaves the choices that are known', () => {
		const row = asked();
		const { change } = merge({ rows: [row], companies: null, now: LATER });
		expect(change[0]?.seen.choices).toBe(row.choices);
		expect(asked({ companies: null }).choices).toBe('[]');
	});
	test('a column is offered what was probably meant first', () => {
		const facts = {
			questions: [
				{
					kind: 'column' as const,
					value: 'alleo filtr',
					meant: 'alleo_filter',
					people: 2,
				},
			],
			groups: [],
		};
		expect(JSON.parse(asked({ facts }).choices)[0]).toEqual({
			target: 'alleo_filter',
			name: 'alleo_filter',
		});
	});
});

describe('an answer', () => {
	const row = asked();

	test.each([
		['map:42', { answer: 'map', target: '42' }],
		['hold', { answer: 'hold', target: '' }],
		['', { answer: '', target: '' }],
		['map:99', null],
		['map:', null],
		['map', null],
		['none', null],
		['ignore', null],
		['anything', null],
	])('%p is %p', (text, given) => {
		expect(readGiven(text, row)).toEqual(given);
	});
	test('is kept with who and when, and what was before it', () => {
		const first = settle(row, { answer: 'map', target: '42' }, 'Fenna', NOW);
		const second = settle({ ...row, ...first }, { answer: 'hold', target: '' }, 'Ben', LATER);
		expect(second).toMatchObject({
			answer: 'hold',
			target: '',
			answered_by: 'Ben',
			answered_at: LATER,
		});
		expect(JSON.parse(second?.history ?? '')).toEqual([
			{ answer: 'hold', target: '', by: 'Ben', at: LATER },
			{ answer: 'map', target: '42', by: 'Fenna', at: NOW },
		]);
		expect(settle({ ...row, ...second }, { answer: 'hold', target: '' }, 'Eva', NOW)).toBeNull();
	});
	test('is bound to its kind and value; a name that is not a row of the page is none', () => {
		const fields = new Map([
			['answer:0', ['map:42']],
			['key:0', [rowKey(row)]],
			['stamp:0', ['']],
			['answer:1', ['hold', 'map:42']],
			['key:1', ['x']],
			['answer:2', ['hold']],
		]);
		expect(readPosted(fields)).toEqual([{ key: rowKey(row), text: 'map:42', stamp: '' }]);
	});
	test('that names a company that is gone is as good as none', () => {
		const mapped = { ...row, answer: 'map' as const, target: '44' };
		expect(leadsNowhere(mapped, COMPANIES)).toBe(true);
		expect(leadsNowhere({ ...mapped, target: '42' }, COMPANIES)).toBe(false);
		// Not known is not gone.
		expect(leadsNowhere(mapped, null)).toBe(false);
	});
});

test('rows of other workflows are nobody’s answer here, and what cannot be read is counted', () => {
	const row = asked();
	const read = readInbox(
		[row, { ...row, workflow: 'w2' }, { ...row, kind: 'salary' }, { id: 3 }],
		'w1',
	);
	expect(read).toEqual({ rows: [row], unreadable: 2 });
	expect(isOpen(row)).toBe(true);
	expect(isOpen({ ...row, people: 0 })).toBe(false);
});
