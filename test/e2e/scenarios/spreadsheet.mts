import assert from 'node:assert/strict';
import type * as FileModule from '../../../core/apply/file/employeesFile';
import type * as EmployeeModule from '../../../core/model/employee';
import type { Context } from '../context.mts';
import type { Scenario } from '../run.mts';
import { openedBySpreadsheet } from '../soffice.mts';
import { fromNow, load, plans, waitingPlan } from '../waitingPlan.mts';

/** The table files, opened by LibreOffice: no formula with any separator, columns and numbers with its own. */

const NAMES = [
	'Jan;=1+1;',
	'Jan,=1+1,',
	'Jan\t=1+1\t',
	'=1+1',
	'+31612345678',
	'@SUM(A1)',
	' \u00a0=1+1',
	'\ufeff=1+1',
	'＝1+1',
	'Jan","=1+1',
	'Jan"";""=1+1',
	'Jan\r\n=1+1',
	'Jan;"=1+1";"',
	'=HYPERLINK("http://evil.example";"x")',
	'Esmée d’Ancona-Özgür; of Jan, of -Piet',
];

const SEPARATORS = { en: ',', nl: ';' };

const plan = () =>
	plans.makePlan(
		NAMES.map((name, index) => ({
			action: 'create',
			name,
			row_id: `c${index}`,
			external_id: `nmbrs-${index}`,
			budgets: { alleo_monthly_all_budget: 25.5 },
		})),
		fromNow(60),
	);

async function csvOf(context: Context, language: 'en' | 'nl'): Promise<string> {
	const { link } = await waitingPlan(context, plan(), { language });
	const url = new URL(link);
	url.searchParams.set('format', 'csv');
	return await (await fetch(url)).text();
}

const { employeesFile } = await load<typeof FileModule>('core/apply/file/employeesFile.ts');
const { Employee } = await load<typeof EmployeeModule>('core/model/employee.ts');

/** What goes to Alleo: a value that could be a formula is not in it, the others are as they were. */
function alleoFile(): string {
	const people = NAMES.map((name, index) =>
		Employee.parse({
			external_id: `nmbrs-${index}`,
			status: 'active',
			email: `mens${index}@example.nl`,
			first_name: 'Jan',
			last_name: name.trim(),
			source: { system: 'nmbrs', partition: null, employee_id: null, employee_number: null },
		}),
	);
	const honest = { ...people[0], email: 'e@example.nl', last_name: 'El-Amin (2 = 2)' };
	const extra = { externalId: 'external_id', language: '', group: '' };
	const options = { referenceDate: '2026-11-28', extra };
	const built = employeesFile([...people, Employee.parse(honest)], options);
	assert.deepEqual(built.leftOut, { FILE_FORMULA: NAMES.length - 1 });
	return built.content ?? '';
}

export const scenarios: Record<string, Scenario> = {
	'no formula with any separator, columns with its own': async (context) => {
		const files = {
			en: await csvOf(context, 'en'),
			nl: await csvOf(context, 'nl'),
			alleo: alleoFile(),
			// Proves that this would find one.
			control: 'a;=1+1\r\nb,=1+1\r\nc\t=1+1\r\n',
		};
		for (const [separator, language] of [
			[';', 'nl'],
			[',', 'en'],
			['\t', 'nl'],
		] as const) {
			const { control, ...opened } = openedBySpreadsheet(files, separator, language);
			assert.equal(control?.flat().filter(({ formula }) => formula !== null).length, 1);
			for (const [name, rows] of Object.entries(opened)) {
				const formulas = rows.flat().filter(({ formula }) => formula !== null);
				assert.deepEqual(formulas, [], `${name} with ${JSON.stringify(separator)}`);
			}
			if (separator === '\t') continue;
			assert.equal(SEPARATORS[language], separator);
			const rows = opened[language] ?? [];
			assert.equal(rows.length, NAMES.length + 1);
			const head = rows[0]?.map(({ text }) => text) ?? [];
			const name = head.indexOf(language === 'nl' ? 'Naam' : 'Name');
			const budget = head.findIndex((text) => /budget/i.test(text) && /EUR/.test(text));
			const plain = (text: string): string => text.replaceAll(/['\s\ufeff]/g, '');
			rows.slice(1).forEach((row, index) => {
				assert.equal(plain(row[name]?.text ?? ''), plain(NAMES[index] ?? ''));
				assert.equal(row[budget]?.type, 'float', 'an amount is a number');
			});
		}
	},
};
