import { sentBeforeCell } from '../../../../core/model/budget';
import { budgetsBefore, readLastBudgets } from '../../../../core/plan/file/lastBudgets';

const MONTHLY = 'alleo_monthly_all_budget';
const ONCE = 'alleo_oneoff_health_budget';

const file = (...lines: string[]): string => `${lines.join('\n')}\n`;

const read = (...lines: string[]) => {
	const last = readLastBudgets(file(...lines));
	if (last.state !== 'read') throw new Error(last.state === 'failed' ? last.problem : last.state);
	return last;
};

describe('what was given until now', () => {
	const last = read(
		`Email,${MONTHLY},${ONCE},Alleo ID,Sent Before`,
		'Fenna@example.nl,25.00,,501,alleo_oneoff_health_budget=100.50',
		'bram@example.nl,0,12.5,502,',
		'noor@example.nl,,,,alleo_oneoff_all_budget=1.00; alleo_oneoff_health_budget=2.00',
		'leeg@example.nl,,,504,',
	);

	test('cells and Sent Before together; null and 0 are different', () => {
		expect(Object.fromEntries(last.people)).toEqual({
			'fenna@example.nl': { [MONTHLY]: 25, [ONCE]: 100.5 },
			'bram@example.nl': { [MONTHLY]: 0, [ONCE]: 12.5 },
			'noor@example.nl': { alleo_oneoff_all_budget: 1, [ONCE]: 2 },
			'leeg@example.nl': {},
		});
	});

	test('by the address in any spelling, and by the account after its address changed', () => {
		expect(budgetsBefore(last, ' FENNA@example.nl ')).toEqual({ [MONTHLY]: 25, [ONCE]: 100.5 });
		expect(budgetsBefore(last, 'fenna.smit@example.nl', 501)).toEqual({
			[MONTHLY]: 25,
			[ONCE]: 100.5,
		});
		expect(budgetsBefore(last, 'nieuw@example.nl', 999)).toEqual({});
		expect(budgetsBefore({ state: 'none' }, 'fenna@example.nl')).toEqual({});
		expect(budgetsBefore({ state: 'failed', problem: 'x' }, 'fenna@example.nl')).toEqual({});
	});

	test('a file of before, without account numbers, a mark at its start and Windows line ends', () => {
		const older = readLastBudgets(`\ufeffEmail,${MONTHLY}\r\nfenna@example.nl,25.00\r\n`);
		expect(budgetsBefore(older, 'fenna@example.nl', 501)).toEqual({ [MONTHLY]: 25 });
	});

	test('only a header is a file with nobody in it', () => {
		expect(read('Email').people.size).toBe(0);
	});

	test('what is written as Sent Before reads back', () => {
		const sent = { [ONCE]: 100.5, alleo_oneoff_all_budget: 0 };
		const cell = sentBeforeCell(sent);
		expect(
			budgetsBefore(read('Email,Sent Before', `a@example.nl,${cell}`), 'a@example.nl'),
		).toEqual(sent);
	});
});

describe('a doubt about one cell is a doubt about the file', () => {
	const head = `Email,${MONTHLY},Alleo ID,Sent Before`;
	const good = 'fenna@example.nl,25.00,501,';
	const cases: Array<[name: string, content: string, problem: string]> = [
		['an empty file', '', 'it has no column "Email"'],
		['no CSV', file('Email,"a', 'b'), 'it is no CSV'],
		['a page of a server', '<html><body>Not found</body></html>', 'it has no column "Email"'],
		[
			'semicolons of a spreadsheet',
			file(`Email;${MONTHLY}`, 'a@example.nl;25'),
			'it has no column "Email"',
		],
		[
			'the salary file',
			file('Email,Gross Hourly Wage', 'a@example.nl,25'),
			'column 2 is none of a budget file',
		],
		[
			'a column twice',
			file(`Email,${MONTHLY},${MONTHLY.toUpperCase()}`, 'a@example.nl,1,2'),
			'it has a column twice',
		],
		['a short line', file(head, 'fenna@example.nl,25.00'), 'it is no CSV'],
		[
			'an address twice',
			file(head, good, 'FENNA@example.nl,30.00,502,'),
			'line 3: its address stands there before',
		],
		[
			'an account twice',
			file(head, good, 'bram@example.nl,30.00,501,'),
			'line 3: its Alleo ID stands there before',
		],
		['no address', file(head, ',25.00,501,'), 'line 2: it has no address'],
		[
			'an account that is no number',
			file(head, 'a@example.nl,25.00,x,'),
			'line 2: Alleo ID is no number',
		],
		['not UTF-8', file(head, 'ren\uFFFDe@example.nl,25.00,501,'), 'it is not UTF-8'],
		...['-5', '1.250', '1,25', '25 EUR', '€ 25', 'NaN', '1e3', '#N/A'].map(
			(amount): [string, string, string] => [
				`the amount ${amount}`,
				file(head, good, `bram@example.nl,"${amount}",502,`),
				`line 3: "${MONTHLY}" is not one clear amount`,
			],
		),
		...[
			'x',
			`${ONCE}=`,
			`${ONCE}=-1`,
			`${ONCE}=1=2`,
			`${ONCE}=1; ${ONCE}=1`,
			`${ONCE}=1;`,
			`naam=1`,
			`${MONTHLY}=25.00`,
		].map((sent): [string, string, string] => [
			`Sent Before ${sent}`,
			file(head, `fenna@example.nl,25.00,501,"${sent}"`),
			'line 2: "Sent Before" cannot be read',
		]),
	];

	test.each(cases)('%s', (_name, content, problem) => {
		expect(readLastBudgets(content)).toEqual({ state: 'failed', problem });
	});

	test('no problem says what stands in the file', () => {
		for (const [, content] of cases) {
			expect(JSON.stringify(readLastBudgets(content))).not.toMatch(/fenna|bram|example/i);
		}
	});
});
