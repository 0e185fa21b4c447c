import type { INodeProperties } from 'n8n-workflow';
import { isFormula } from '../../../../core/ui/formula';
import { done } from '../../../../core/model/result';
import { added, checked, choice, referenceDate, text } from '../../../shared/parameters';
import { accept } from '../accept';

/** What File: Build asks. */

export type FileKind = 'employees' | 'salaryLeave' | 'budgets';

export const DEFAULT_NAMES: Record<FileKind, string> = {
	// Alleo picks up every file of this pattern (help centre, "SFTP integration").
	employees: 'alleo_employees.csv',
	salaryLeave: 'alleo_flex_salary.csv',
	budgets: 'alleo_budgets.csv',
};

export const file = choice({
	displayName: 'File',
	name: 'file',
	noDataExpression: true,
	options: [
		{ name: 'Budgets', value: 'budgets', description: 'From an approved plan about budgets' },
		{
			name: 'Employees',
			value: 'employees',
			description: 'From Employee Normalize: everybody in service, for Alleo’s pick-up over SFTP',
		},
		{
			name: 'Salary and Leave',
			value: 'salaryLeave',
			description: 'From an approved plan about salary and leave: Alleo’s Flex Salary import',
		},
	],
	default: 'salaryLeave',
	description: 'Which file to make',
});

/** A plain name: the folder is the business of the node that sends it. */
export const fileName = checked(
	text({
		displayName: 'File Name',
		name: 'fileName',
		placeholder: 'e.g. alleo_employees_bakkerij.csv',
		description:
			'Empty takes alleo_employees.csv, alleo_flex_salary.csv or alleo_budgets.csv. The employees file must be called alleo_employees….csv.',
	}),
	(name, refuse) =>
		name === '' || /^[A-Za-z0-9][A-Za-z0-9_.-]{0,120}$/.test(name)
			? done(name)
			: refuse('use letters, digits, _, - and . only, no folder'),
);

export const binaryProperty = text({
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
	required: true,
});

const header = (displayName: string, name: string, usual: string, description?: string) =>
	checked(
		text({
			displayName,
			name,
			default: usual,
			...(description === undefined ? {} : { description }),
		}),
		(given, refuse) =>
			isFormula(given) ? refuse('a header may not begin a formula') : done(given),
	);

/** The headers of the columns that were added; the file has no others. */
export const extraColumns = added(
	{
		displayName: 'Extra Columns',
		name: 'extraColumns',
		placeholder: 'Add Column',
		displayOptions: { show: { file: ['employees'] } },
		description:
			'Columns that Alleo takes only after they mapped them; type the header that was agreed',
	},
	{
		externalId: header(
			'External ID Header',
			'externalId',
			'external_id',
			'Without the external ID a changed e-mail address makes a second account',
		),
		group: header('Group Header', 'group', 'Company Group'),
		language: header('Language Header', 'language', 'Language'),
	},
);

export const day = referenceDate({
	placeholder: 'e.g. 2026-12-01',
	displayOptions: { show: { file: ['employees'] } },
	description: 'The day to judge dates by; empty means today in the time zone of the workflow',
});

export const fileFields: INodeProperties[] = [
	file.field,
	{ ...accept.field, displayOptions: { show: { file: ['salaryLeave', 'budgets'] } } },
	fileName.field,
	binaryProperty.field,
	extraColumns.field,
	day.field,
];
