import { groupBy } from '../../model/collect';
import type { FileColumn, FileCompany } from '../../model/summary';
import type { Draft } from '../planHash';
import { PAY_COLUMN_KEYS, PAY_COLUMNS, SUMMED_COLUMNS } from '../../payroll/columns';
import { withoutNoise } from '../../payroll/fieldAmount';
import type { FileDataset } from '../../model/plan';

/**
 * Totals for each Alleo company. A total of salary or leave is withheld where it would give away one
 * person's figure: too few people with an amount, or one amount that is most of the total.
 */

export const FEWEST_PEOPLE = 5;
const LARGEST_SHARE = 0.8;

const givesAway = (values: readonly number[], total: number): boolean => {
	const filled = values.filter((value) => value !== 0);
	if (filled.length === 0) return false;
	const largest = filled.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	return filled.length < FEWEST_PEOPLE || largest > Math.abs(total) * LARGEST_SHARE;
};

const sum = (values: readonly number[]): number =>
	values.reduce((total, value) => withoutNoise(total + value), 0);

function payColumns(rows: readonly Draft[]): FileColumn[] {
	return PAY_COLUMN_KEYS.map((column) => {
		const values = rows.flatMap(({ flex }) => flex?.[column] ?? []);
		const total = sum(values);
		const summed = SUMMED_COLUMNS.has(column) && values.length > 0;
		const withheld = summed && givesAway(values, total);
		return {
			column: PAY_COLUMNS[column],
			people: values.length,
			total: summed && !withheld ? total : null,
			withheld,
		};
	});
}

/** Budgets are no salary: their totals are shown whatever their number. */
function budgetColumns(rows: readonly Draft[]): FileColumn[] {
	const names = [...new Set(rows.flatMap(({ budgets }) => Object.keys(budgets)))].sort();
	return names.map((column) => {
		const values = rows.flatMap(({ budgets }) => budgets[column] ?? []);
		return { column, people: values.length, total: sum(values), withheld: false };
	});
}

export function totalCompanies(rows: readonly Draft[], dataset: FileDataset): FileCompany[] {
	const companies = groupBy(rows, ({ action, alleo_company_id: company }) =>
		action === 'update' ? company : null,
	);
	return [...companies]
		.sort(([a], [b]) => a - b)
		.map(([alleo_company_id, own]) => ({
			alleo_company_id,
			people: own.length,
			columns: dataset === 'salaryLeave' ? payColumns(own) : budgetColumns(own),
		}));
}
