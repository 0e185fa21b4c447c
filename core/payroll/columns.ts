import { texts } from '../ui/texts';
import type { Pair } from '../ui/texts';

/**
 * The columns of Alleo's Flex Salary import, header texts and order as they must be (Alleo help centre, "Bulk Flex
 * Salary Data Management": headers must be exact).
 */
export const PAY_COLUMNS = {
	primary_source: 'Primary Salary Source',
	secondary_source: 'Secondary Salary Source',
	gross_hourly_wage: 'Gross Hourly Wage',
	non_statutory_leave_hours: 'Balance of Non-Statutory Leave Hours',
	statutory_leave_hours: 'Balance of Statutory Leave Hours',
} as const;
export type PayColumn = keyof typeof PAY_COLUMNS;

export const PAY_COLUMN_KEYS = Object.keys(PAY_COLUMNS) as PayColumn[];

/** Hours add up to something; a sum of hourly wages means nothing, so that column is only counted. */
export const SUMMED_COLUMNS: ReadonlySet<PayColumn> = new Set([
	'primary_source',
	'secondary_source',
	'non_statutory_leave_hours',
	'statutory_leave_hours',
]);

/** How a page calls a column. */
export const payColumnLabels = texts({
	primary_source: ['Primary salary source', 'Eerste salarisbron'],
	secondary_source: ['Secondary salary source', 'Tweede salarisbron'],
	gross_hourly_wage: ['Gross hourly wage', 'Bruto-uurloon'],
	non_statutory_leave_hours: ['Non-statutory leave hours', 'Bovenwettelijk verlof (uren)'],
	statutory_leave_hours: ['Statutory leave hours', 'Wettelijk verlof (uren)'],
} as const satisfies Record<PayColumn, Pair>);
