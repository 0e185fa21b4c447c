import { ROWS, codeOf, csv, readRows, readText } from '../support/employeeFile.mts';

/** Rows that n8n made of a spreadsheet, and dates that show only as a column whether they can be believed. */

const [ANNA = ''] = ROWS;

describe('rows of a spreadsheet', () => {
	const row = (id: unknown, more: object = {}) => ({
		Personeelsnummer: id,
		'E-mailadres': `p${String(id)}@voorbeeld.nl`,
		Roepnaam: 'Anna',
		Achternaam: 'Vries',
		'Datum in dienst': '01-02-2019',
		'Datum uit dienst': '31-12-2030',
		...more,
	});

	test('are people, where empty cells are left out', () => {
		const { 'Datum uit dienst': _end, ...open } = row('A1');
		const { items } = readRows([row('A2'), open]);
		expect(items.map(({ endDate }) => endDate)).toEqual(['2030-12-31', null]);
	});

	test('day numbers of Excel are read only as somebody said', () => {
		const rows = [row(1, { 'Datum in dienst': 43_497 })];
		const from = (excelDays: '1900' | '1904') => ({
			settings: { dates: { order: 'dmy' as const, excelDays } },
		});
		expect(codeOf(readRows(rows))).toBe('FILE_DATES_SERIAL');
		expect(readRows(rows, from('1900')).items[0]?.startDate).toBe('2019-02-01');
		expect(readRows(rows, from('1904')).items[0]?.startDate).toBe('2023-02-02');
		const time = [row(1, { 'Datum in dienst': 43_497.5 })];
		expect(readRows(time, from('1900')).items[0]?.startDate).toBe('43497.5');
	});

	test.each([
		['a step that failed', [{ error: 'no sheet' }], 'FILE_MISSING'],
		['a list in a cell', [row(1, { Team: ['x'] })], 'FILE_MISSING'],
		['cells outside the header', [row(1, { __EMPTY: 'x' })], 'FILE_HEADER_UNREADABLE'],
		['a name twice', [row(1, { Team: 'a', Team_1: 'b' })], 'FILE_COLUMN_DOUBLED'],
		['an id with more digits than Excel keeps', [row(1234567890123450)], 'FILE_IDS_DAMAGED'],
		['an id with a part', [row(1.5)], 'FILE_IDS_DAMAGED'],
		['nothing in it', [{}], 'FILE_EMPTY'],
	])('%s', (_what, rows, code) => {
		expect(codeOf(readRows(rows))).toBe(code);
	});

	test('a zero that Excel took is noticed where the ids have a length', () => {
		const idLength = { settings: { idLength: 5 } };
		expect(codeOf(readRows([row('00101'), row(102)], idLength))).toBe('FILE_IDS_DAMAGED');
		expect(codeOf(readRows([row('00101'), row('00102')], idLength))).toBeNull();
	});

	test('the last row counts the others', () => {
		const counted = (count: unknown) =>
			readRows([row(1), row(2), { Personeelsnummer: 'Totaal', 'E-mailadres': count }], {
				settings: { proof: 'footer', footerWord: 'totaal' },
			});
		expect(counted(2).employees).toBe(2);
		expect(codeOf(counted(3))).toBe('FILE_COUNT_DIFFERS');
	});
});

describe('dates of a whole column', () => {
	const people = (dates: readonly string[]) =>
		csv(dates.map((date, at) => ANNA.replace('00101', `${at + 1}`).replace('17-03-1985', date)));

	test('ten dates without a single day after the twelfth are in doubt', () => {
		const dates = Array.from({ length: 10 }, (_, at) => `${at + 2}-${((at + 5) % 12) + 1}-1985`);
		const doubtful = dates.filter((date) => date.split('-')[0] !== date.split('-')[1]);
		expect(doubtful).toHaveLength(10);
		expect(codeOf(readText(people(dates)))).toBe('FILE_DATES_ORDER');
		expect(codeOf(readText(people([...dates, '17-03-1985'])))).toBeNull();
	});

	test('an order that is mixed is no date, whatever the setting', () => {
		const dates = { order: 'mdy' as const, excelDays: 'refuse' as const };
		const { items } = readText(people(['03-25-1985', '04-26/1985']), { settings: { dates } });
		expect(items.map(({ birthDate }) => birthDate)).toEqual(['1985-03-25', '04-26/1985']);
	});

	test('a date or two that cannot be read holds these people, many end it', () => {
		const good = Array.from({ length: 20 }, (_, at) => `${(at % 27) + 1}-03-1985`);
		const one = readText(people([...good, 'onbekend']));
		expect(one.items.at(-1)?.birthDate).toBe('onbekend');
		const many = people([...good, ...Array.from({ length: 8 }, () => '1/3/85')]);
		expect(codeOf(readText(many))).toBe('FILE_DATES_UNREADABLE');
	});
});
