import { checkListing, readHistories } from '../../nodes/Nmbrs/listing/histories';
import {
	allEnded,
	inForceByDate,
	inForceByPeriod,
	presentEmployment,
} from '../../nodes/Nmbrs/employee/inForce';
import { LISTS, type ListKey } from '../../nodes/Nmbrs/listing/lists';
import type { Listing } from '../../nodes/Nmbrs/listing/listing';
import { parsePage } from '../../nodes/Nmbrs/api/page';
import { findPeriod } from '../../nodes/Nmbrs/listing/period';
import { PersonalInfoRow } from '../../nodes/Nmbrs/api/schemas';

const listing = (key: ListKey, rows: unknown[]): Listing => ({
	list: LISTS[key].list,
	rows,
	pages: 1,
	totalRecords: rows.length,
	totalsStable: true,
	gap: false,
	size: 100,
	firstPage: { rows, totalPages: 1, totalRecords: rows.length, pageSize: 100 },
});

describe('which row is in force', () => {
	const row = (year: number, period: number, createdAt: string | null, name: string) => ({
		period: { year, period },
		createdAt,
		name,
	});
	const now = { year: 2026, period: 5 };

	test.each([
		[
			'the newest not after the current period',
			[row(2024, 1, null, 'a'), row(2026, 5, null, 'b'), row(2026, 6, null, 'c')],
			'b',
		],
		[
			'in any order',
			[row(2026, 6, null, 'c'), row(2026, 5, null, 'b'), row(2024, 1, null, 'a')],
			'b',
		],
		[
			'by creation when the period is the same',
			[row(2026, 5, '2026-05-02', 'b'), row(2026, 5, '2026-05-01', 'a')],
			'b',
		],
		[
			'period 12 of last year before period 5',
			[row(2025, 12, null, 'a'), row(2026, 1, null, 'b')],
			'b',
		],
		['nothing when all are later', [row(2027, 1, null, 'a')], undefined],
	])('%s', (_name, rows, expected) => {
		expect(inForceByPeriod(rows, now)?.name).toBe(expected);
	});

	test('a row without period holds since ever', () => {
		expect(inForceByPeriod([{ period: null, createdAt: null }], now)).not.toBeNull();
	});

	test('by start date', () => {
		const rows = [
			{ startDate: '2026-05-16', createdAt: null, name: 'future' },
			{ startDate: '2026-05-15', createdAt: null, name: 'today' },
			{ startDate: '2020-01-01', createdAt: null, name: 'old' },
		];
		expect(inForceByDate(rows, '2026-05-15')?.name).toBe('today');
	});

	const service = (startDate: string, endDate: string | null) => ({ startDate, endDate });
	test.each([
		[
			'the open one of two',
			[service('2020-01-01', '2026-12-31'), service('2021-01-01', null)],
			'2021-01-01',
		],
		['the last day still counts', [service('2020-01-01', '2026-05-15')], '2020-01-01'],
		[
			'the coming one before the one that ended',
			[service('2020-01-01', '2021-01-01'), service('2026-06-01', null)],
			'2026-06-01',
		],
		[
			'the last one that ended',
			[service('2018-01-01', '2019-01-01'), service('2020-01-01', '2021-01-01')],
			'2020-01-01',
		],
	])('employment: %s', (_name, rows, start) => {
		expect(presentEmployment(rows, '2026-05-15')?.startDate).toBe(start);
	});

	test('nobody has left without an employment that ended, nor with a date that cannot be read', () => {
		expect(allEnded([], '2026-05-15')).toBe(false);
		expect(allEnded([service('2020-01-01', 'soon')], '2026-05-15')).toBe(false);
		expect(allEnded([service('2020-01-01', '2026-05-15')], '2026-05-15')).toBe(false);
		expect(allEnded([service('2020-01-01', '2026-05-14')], '2026-05-15')).toBe(true);
	});
});

describe('records that do not fit', () => {
	test.each([
		['no id', [{ info: [] }]],
		['no object', ['x', null, 7]],
		['a row that is text', [{ employeeId: 'a', info: ['x'] }]],
		['two lists under unknown names', [{ employeeId: 'a', one: [], other: [] }]],
	])('%s is counted, so the company is not complete', (_name, rows) => {
		const histories = readHistories(rows, 'info', PersonalInfoRow);
		expect(histories.unreadable).toBeGreaterThan(0);
		const checks = checkListing(listing('info', rows), histories);
		expect(checks.find(({ code }) => code === 'ROWS_READABLE')?.ok).toBe(false);
	});
});

describe('pages', () => {
	const parse = (text: string, damaged = false) =>
		parsePage({ status: 200, headers: {}, text, damaged, durationMs: 1, quote: String });

	test.each([
		['nothing', ''],
		['a web page', '<!DOCTYPE html><html></html>'],
		['half of it', '{"data": [{"a": 1}'],
		['a list without envelope', '[]'],
		['no data', '{"pagination": {}}'],
		['data that is no list', '{"data": {}}'],
	])('%s is no page', (_name, text) => {
		expect(parse(text).ok).toBe(false);
	});

	test('damaged text is no page: a name must not be wrong by a letter', () => {
		expect(parse('{"data": []}', true).ok).toBe(false);
	});

	test('totals that make no sense are not known', () => {
		expect(
			parse('{"data": [], "pagination": {"totalPages": "x", "totalRecords": -1}}'),
		).toMatchObject({
			ok: true,
			page: { totalPages: null, totalRecords: null },
		});
	});
});

describe('the current period', () => {
	test.each([
		[[{ year: 2026, period: 5 }], { year: 2026, period: 5 }],
		[[{ Year: '2026', Period: '11' }], { year: 2026, period: 11 }],
		[[{ period: { year: 2026, period: 5 } }], { year: 2026, period: 5 }],
		[[{ current: [{ year: 2026, periodNumber: 13 }] }], { year: 2026, period: 13 }],
		[['2026-05-M'], { year: 2026, period: 5 }],
		[[{ id: 1 }], null],
		[[], null],
	])('%j', (rows, expected) => {
		expect(findPeriod(rows)).toEqual(expected);
	});
});
