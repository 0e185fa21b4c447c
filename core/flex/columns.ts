import type { BilingualText } from '../issues/text';

/**
 * The columns of Alleo's Flex Salary import, header texts as they must be (Alleo help centre, "Bulk Flex
 * Salary Data Management": headers must be exact).
 */
export const FLEX_COLUMNS = {
	primary_source: 'Primary Salary Source',
	secondary_source: 'Secondary Salary Source',
	gross_hourly_wage: 'Gross Hourly Wage',
	non_statutory_leave_hours: 'Balance of Non-Statutory Leave Hours',
	statutory_leave_hours: 'Balance of Statutory Leave Hours',
} as const;
export type FlexColumn = keyof typeof FLEX_COLUMNS;

export const FLEX_COLUMN_KEYS = Object.keys(FLEX_COLUMNS) as FlexColumn[];

/** Hours add up to something; a sum of hourly wages means nothing, so that column is only counted. */
export const SUMMED_COLUMNS: ReadonlySet<FlexColumn> = new Set([
	'primary_source',
	'secondary_source',
	'non_statutory_leave_hours',
	'statutory_leave_hours',
]);

/** How a page calls a column. */
export const FLEX_COLUMN_LABELS: Record<FlexColumn, BilingualText> = {
	primary_source: { en: 'Primary salary source', nl: 'Eerste salarisbron' },
	secondary_source: { en: 'Secondary salary source', nl: 'Tweede salarisbron' },
	gross_hourly_wage: { en: 'Gross hourly wage', nl: 'Bruto-uurloon' },
	non_statutory_leave_hours: {
		en: 'Non-statutory leave hours',
		nl: 'Bovenwettelijk verlof (uren)',
	},
	statutory_leave_hours: { en: 'Statutory leave hours', nl: 'Wettelijk verlof (uren)' },
};
