import type { INodeProperties } from 'n8n-workflow';
import { acceptField } from '../accept';

/** What File: Build asks. */

export const FILES = ['employees', 'salaryLeave', 'budgets'] as const;
export type FileKind = (typeof FILES)[number];

export const DEFAULT_NAMES: Record<FileKind, string> = {
	// Alleo picks up every file of this pattern (help centre, "SFTP integration").
	employees: 'alleo_employees.csv',
	salaryLeave: 'alleo_flex_salary.csv',
	budgets: 'alleo_budgets.csv',
};

export const fileFields: INodeProperties[] = [
	{
		displayName: 'File',
		name: 'file',
		type: 'options',
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
	},
	{ ...acceptField, displayOptions: { show: { file: ['salaryLeave', 'budgets'] } } },
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. alleo_employees_bakkerij.csv',
		description:
			'Empty takes alleo_employees.csv, alleo_flex_salary.csv or alleo_budgets.csv. The employees file must be called alleo_employees….csv.',
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		hint: 'The name of the output binary field to put the file in',
		required: true,
	},
	{
		displayName: 'Extra Columns',
		name: 'extraColumns',
		type: 'collection',
		placeholder: 'Add Column',
		default: {},
		displayOptions: { show: { file: ['employees'] } },
		description:
			'Columns that Alleo takes only after they mapped them; type the header that was agreed',
		options: [
			{
				displayName: 'External ID Header',
				name: 'externalId',
				type: 'string',
				default: 'external_id',
				description: 'Without the external ID a changed e-mail address makes a second account',
			},
			{ displayName: 'Group Header', name: 'group', type: 'string', default: 'Company Group' },
			{ displayName: 'Language Header', name: 'language', type: 'string', default: 'Language' },
		],
	},
	{
		displayName: 'Reference Date',
		name: 'referenceDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-12-01',
		displayOptions: { show: { file: ['employees'] } },
		description: 'The day to judge dates by; empty means today in the time zone of the workflow',
	},
];
