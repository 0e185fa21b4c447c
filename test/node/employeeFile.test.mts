import {
	HEADER,
	ROWS,
	codeOf,
	csv,
	earlier,
	readText,
	withFooter,
} from '../support/employeeFile.mts';

/** A file that is right, and each way in which it is not: one end with a code of its own. */

const footer = { settings: { proof: 'footer' as const } };
const [ANNA = '', BRAM = ''] = ROWS;

/** The header and rows with another column at the end. */
const withColumn = (name: string, values: readonly string[]): string =>
	csv(
		ROWS.map((row, index) => `${row};${values[index] ?? ''}`),
		'\n',
		`${HEADER};${name}`,
	);

describe('a file that is whole', () => {
	test('gives a record for everybody, by what the columns mean', () => {
		const { items, problem, employees } = readText(withFooter(), footer);
		expect(problem).toBeNull();
		expect(employees).toBe(4);
		expect(items[1]).toEqual({
			source: 'custom',
			idPrefix: 'hibob',
			partition: 'hibob',
			employeeId: '00102',
			businessEmail: 'bram@voorbeeld.nl',
			firstName: 'Bram',
			prefix: null,
			lastName: 'Bakker',
			birthDate: '1990-11-02',
			startDate: '2021-05-15',
			endDate: '2026-10-31',
			department: 'Inkoop',
			alleo_filter: null,
			extraFields: {},
		});
		expect(items[2]).toMatchObject({ firstName: 'José', department: 'Onderzoek; Innovatie' });
	});

	test('says which column is what, and what it was', () => {
		const { remarks, checks } = readText(csv());
		expect(remarks.map(({ code }) => code)).toEqual(['FILE_COLUMNS_FOUND', 'FILE_FIRST']);
		expect(remarks[0]?.params['columns']).toContain('Employee ID = Personeelsnummer; ');
		expect(checks.map(({ code, ok }) => [code, ok])).toEqual([
			['FILE_ROWS_WHOLE', true],
			['FILE_NOT_COUNTED', true],
			['FILE_READ', true],
			['FIELDS_PRESENT', true],
		]);
		expect(readText(withFooter(), footer).checks[1]?.code).toBe('FILE_COUNTED');
	});

	test.each([
		['a byte order mark', `\ufeff${csv()}`],
		['line breaks of Windows', csv().replaceAll('\n', '\r\n')],
		["Excel's line about the separator", `sep=;\n${csv()}`],
		['empty lines at the end', `${csv()}\n;;;;;;;;\n`],
		[
			'a separator behind every line',
			csv(
				ROWS.map((row) => `${row};`),
				';\n',
				`${HEADER};`,
			),
		],
		['a line break within a text', csv([ANNA.replace('Verkoop', '"Ver\nkoop"'), ...ROWS.slice(1)])],
	])('%s changes nobody', (_what, text) => {
		const { items, problem } = readText(text);
		expect(problem).toBeNull();
		expect(items.map(({ employeeId, firstName }) => `${employeeId} ${firstName}`)).toEqual([
			'00101 Anna',
			'00102 Bram',
			'00103 José',
			'00104 Zoë',
		]);
	});

	test('passes on fields for Alleo by their name, and others only where they were chosen', () => {
		const text = withColumn('alleo_access;Team;Kostenplaats', ['ja;A;12', 'nee;B;13', ';;', ';;']);
		const { items, remarks } = readText(text, { settings: { additional: ['team'] } });
		expect(items[0]?.extraFields).toEqual({ alleo_access: 'ja', Team: 'A' });
		const left = remarks.find(({ code }) => code === 'FILE_COLUMNS_LEFT');
		expect(left?.params['columns']).toBe('Kostenplaats');
	});

	test('the routing value stands by itself, and is null where the file has none', () => {
		const { items } = readText(withColumn('Alleo Filter', ['noord', 'zuid', '', '']));
		expect(items.map((item) => item.alleo_filter)).toEqual(['noord', 'zuid', null, null]);
		const older = readText(withColumn('yourcampus_filter', ['noord', '', '', ''])).items[0];
		expect(older).toMatchObject({
			alleo_filter: null,
			extraFields: { yourcampus_filter: 'noord' },
		});
	});

	test('an id that an export protected from Excel is that id', () => {
		const { items } = readText(csv(ROWS.map((row) => row.replace(/^(\d+)/, '="$1"'))));
		expect(items[0]?.employeeId).toBe('00101');
	});
});

describe('what is no whole file of the right customer', () => {
	test.each([
		['nothing in it', '', 'FILE_EMPTY'],
		['a header alone', csv([]), 'FILE_EMPTY'],
		['an Excel file', 'PK\u0003\u0004abc', 'FILE_KIND'],
		['a page with an error', '<!DOCTYPE html><p>Error', 'FILE_KIND'],
		['commas', csv().replaceAll(';', ','), 'FILE_SEPARATOR'],
		['a quote that never closes', `${csv()}"00105;x`, 'FILE_CUT'],
		['a last row that is too short', csv([...ROWS, '00105;eva@voorb'], ''), 'FILE_CUT'],
		['a last line without an end', csv(ROWS, ''), 'FILE_CUT'],
		['a row that is too long', csv([`${ANNA};x`, BRAM]), 'FILE_ROW_WIDTH'],
		['a quote in the middle', csv([ANNA.replace('Anna', 'A"nn"a'), BRAM]), 'FILE_QUOTES'],
		['no header', ROWS.join('\n'), 'FILE_HEADER_UNREADABLE'],
		[
			'a column without a name',
			csv(ROWS, '\n', HEADER.replace('Roepnaam', '')),
			'FILE_HEADER_UNREADABLE',
		],
		[
			'a name that JavaScript knows',
			csv(ROWS, '\n', HEADER.replace('Afdeling', '__proto__')),
			'FILE_HEADER_UNREADABLE',
		],
		[
			'a name twice',
			csv(ROWS, '\n', HEADER.replace('Afdeling', 'roepnaam')),
			'FILE_COLUMN_DOUBLED',
		],
		[
			'no last day',
			csv(ROWS, '\n', HEADER.replace('Datum uit dienst', 'Opmerking')),
			'FILE_COLUMN_MISSING',
		],
		[
			'two that may be the address',
			csv(ROWS, '\n', HEADER.replace('Afdeling', 'E-mail werk')),
			'FILE_COLUMN_UNCLEAR',
		],
		['an id as a power of ten', csv([ANNA.replace('00101', '1,01E+05'), BRAM]), 'FILE_IDS_DAMAGED'],
		[
			'an id as a large power of ten',
			csv([ANNA.replace('00101', '1E+15'), BRAM]),
			'FILE_IDS_DAMAGED',
		],
		['an id with a decimal', csv([ANNA.replace('00101', '101.0'), BRAM]), 'FILE_IDS_DAMAGED'],
		['an id twice', csv([ANNA, BRAM, ANNA]), 'FILE_IDS_DOUBLED'],
		['an error of Excel', csv([ANNA.replace('Anna', '#VERW!'), BRAM]), 'FILE_CELLS_BROKEN'],
		['a formula', csv([ANNA.replace('Anna', "=cmd|' /C calc'!A0"), BRAM]), 'FILE_CELLS_BROKEN'],
		['month before day', csv([ANNA.replace('17-03-1985', '03-17-1985'), BRAM]), 'FILE_DATES_ORDER'],
		['day numbers', csv([ANNA.replace('17-03-1985', '31123'), BRAM]), 'FILE_DATES_SERIAL'],
		['letters read in the wrong way', csv().replace('José', 'JosÃ©'), 'FILE_LETTERS_LOST'],
		['letters that were lost', csv().replace('José', 'Jos\ufffd'), 'FILE_LETTERS_LOST'],
	])('%s', (_what, text, code) => {
		expect(codeOf(readText(text))).toBe(code);
	});

	test('the last line counts the rows', () => {
		expect(codeOf(readText(withFooter(ROWS, 5), footer))).toBe('FILE_COUNT_DIFFERS');
		expect(codeOf(readText(csv(), footer))).toBe('FILE_NO_FOOTER');
		expect(codeOf(readText(`${csv()}TOTAL;veel\n`, footer))).toBe('FILE_NO_FOOTER');
		expect(codeOf(readText(`${withFooter()}${ANNA}\n`, footer))).toBe('FILE_ROW_WIDTH');
		expect(codeOf(readText(withFooter([], 0), footer))).toBe('FILE_EMPTY');
	});

	test('as many rows as announced', () => {
		const count = (declared: number) => ({ settings: { proof: 'count' as const, declared } });
		expect(codeOf(readText(csv(), count(4)))).toBeNull();
		expect(codeOf(readText(csv(), count(5)))).toBe('FILE_COUNT_DIFFERS');
	});

	test('a list that got shorter, or of which nobody knows it', () => {
		const before = (people: number) => ({ earlier: [earlier({ people })] });
		expect(codeOf(readText(csv(), before(4)))).toBeNull();
		expect(codeOf(readText(csv(), before(5)))).toBe('FILE_SHARE_LOW');
		expect(codeOf(readText(csv(), { ...before(5), settings: { share: 80 } }))).toBeNull();
		expect(codeOf(readText(csv(), { earlier: null }))).toBe('FILE_HISTORY_UNREAD');
	});

	test('a column that is gone since the last run, or since it was pasted', () => {
		const columns = [...HEADER.split(';'), 'alleo_access'];
		const { problem } = readText(csv(), { earlier: [earlier({ columns })] });
		expect(problem).toMatchObject({
			code: 'FILE_HEADER_CHANGED',
			params: { missing: 'alleo_access' },
		});
		expect(codeOf(readText(csv(), { settings: { header: ['Schaal'] } }))).toBe(
			'FILE_HEADER_CHANGED',
		);
	});

	test('a file of another customer', () => {
		const named = (name: string | null) => ({ name, settings: { fileName: 'acme_*.csv' } });
		expect(codeOf(readText(csv(), named('ACME_2026-11-29.csv')))).toBeNull();
		expect(codeOf(readText(csv(), named('globex_2026-11-29.csv')))).toBe('FILE_OTHER_CUSTOMER');
		expect(codeOf(readText(csv(), named(null)))).toBe('FILE_OTHER_CUSTOMER');
		const column = { settings: { customerColumn: 'Klant', customerValue: 'Acme' } };
		const all = ['Acme', 'Acme', 'acme', 'Acme'];
		expect(codeOf(readText(withColumn('Klant', all), column))).toBeNull();
		const one = ['Acme', 'Acme', 'Globex', 'Acme'];
		expect(codeOf(readText(withColumn('Klant', one), column))).toBe('FILE_OTHER_CUSTOMER');
		// An expression that gave nothing is not "any customer".
		for (const half of [{ customerValue: 'Acme' }, { customerColumn: 'Klant' }]) {
			const blank = ['', '', '', ''];
			const read = readText(withColumn('Klant', blank), { settings: half });
			expect(codeOf(read)).toBe('FILE_OTHER_CUSTOMER');
		}
	});

	test('an old file, and one that another one came after', () => {
		const at = (changedAt: string) => ({ settings: { changedAt } });
		expect(codeOf(readText(csv(), at('2026-11-28T05:00:00Z')))).toBeNull();
		expect(codeOf(readText(csv(), at('2026-11-26T05:00:00Z')))).toBe('FILE_OLD');
		expect(codeOf(readText(csv(), at('yesterday')))).toBe('FILE_DATE_UNREADABLE');
		expect(codeOf(readText(csv(), at('2027-11-26')))).toBe('FILE_DATE_UNREADABLE');
		const { checks } = readText(csv());
		const { hash } = JSON.parse(checks.find(({ code }) => code === 'FILE_READ')?.detail ?? '');
		const [last, before] = [earlier(), earlier({ hash, read_at: '2026-11-20T04:00:00.000Z' })];
		expect(codeOf(readText(csv(), { earlier: [last, before] }))).toBe('FILE_SEEN_BEFORE');
		const same = readText(csv(), { earlier: [{ ...last, hash }, before] });
		expect(same.remarks.find(({ code }) => code === 'FILE_UNCHANGED')?.params).toEqual({
			day: '2026-11-20',
		});
		const newer = earlier({ changed_at: '2026-11-28T06:00:00.000Z' });
		expect(codeOf(readText(csv(), { ...at('2026-11-28T05:00:00Z'), earlier: [newer] }))).toBe(
			'FILE_OLDER',
		);
	});

	test('letters that are written otherwise than was chosen', () => {
		const latin = Buffer.from(csv(), 'latin1');
		const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(), 'utf16le')]);
		expect(codeOf(readText(latin))).toBe('FILE_ENCODING');
		expect(codeOf(readText(latin, { settings: { encoding: 'windows1252' } }))).toBeNull();
		expect(codeOf(readText(wide))).toBe('FILE_ENCODING');
		expect(codeOf(readText(wide.subarray(2)))).toBe('FILE_ENCODING');
		expect(codeOf(readText(wide, { settings: { encoding: 'utf16' } }))).toBeNull();
		expect(codeOf(readText(csv(), { settings: { encoding: 'utf16' } }))).toBe('FILE_ENCODING');
		expect(codeOf(readText(csv(), { settings: { encoding: 'windows1252' } }))).toBe(
			'FILE_ENCODING',
		);
	});
});

describe('what may not leave', () => {
	const BSNS = ['111222333', '123456782', '100000009', '100000010'];

	test('a column that says service number is neither found nor chosen', () => {
		const text = withColumn('BSN', BSNS);
		const { items } = readText(text);
		expect(JSON.stringify(items)).not.toContain('111222333');
		expect(codeOf(readText(text, { settings: { additional: ['BSN'] } }))).toBe(
			'FILE_COLUMN_PRIVATE',
		);
		expect(codeOf(readText(text, { settings: { columns: { employeeNumber: 'bsn' } } }))).toBe(
			'FILE_COLUMN_PRIVATE',
		);
	});

	test('nor is one whose values are such numbers, whatever its name', () => {
		const text = withColumn('Kenmerk', BSNS);
		const { items, remarks } = readText(text, { settings: { additional: ['Kenmerk'] } });
		expect(JSON.stringify(items)).not.toContain('111222333');
		expect(items[0]?.withheldFields).toEqual(['Kenmerk']);
		expect(remarks.map(({ code }) => code)).toContain('PRIVATE_VALUES_WITHHELD');
	});

	test('an id that is a service number ends it', () => {
		const rows = ROWS.map((row, index) => row.replace(/^\d+/, BSNS[index] ?? '')).slice(0, 3);
		expect(codeOf(readText(csv(rows)))).toBe('FILE_ID_PRIVATE');
	});

	test('a code that looks like a power of ten is a code', () => {
		const { items } = readText(csv([ANNA.replace('00101', '12E5'), BRAM]));
		expect(items[0]?.employeeId).toBe('12E5');
	});

	test('no problem or remark says what stands in a cell', () => {
		const wrong = [
			csv([ANNA, BRAM, ANNA]),
			csv([ANNA.replace('Anna', '#REF!'), BRAM]),
			ROWS.join('\n'),
		];
		const all = wrong.map((text) => JSON.stringify(readText(text)));
		expect(all.filter((text) => /voorbeeld|Vries|Bakker/.test(text))).toEqual([]);
	});
});
