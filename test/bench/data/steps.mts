import { createRequire } from 'node:module';
import path from 'node:path';
import type { INodeType } from 'n8n-workflow';
import { AlleoDiff } from '../../../nodes/AlleoDiff/AlleoDiff.node';
import { EmployeeNormalize } from '../../../nodes/EmployeeNormalize/EmployeeNormalize.node';
import { N8N } from '../tool/build.mts';
import { accounts, COMPANY, coverage } from './accounts.mts';
import type { Scenario } from './accounts.mts';
import { rawEmployee, TODAY } from './people.mts';
import { given } from './workflow.mts';
import type { Step } from './workflow.mts';

/** The same comparison twice: with this package's nodes, and with n8n's own. */

const SOURCE = 'Source';
const ACCOUNTS = 'Accounts';
const COVERAGE = 'Coverage';

/** The three lists of one day, parsed from text as answers of a server are. */
export const lists = (people: number, scenario: Scenario): Step[] => {
	const parsed = (entry: object): object => JSON.parse(JSON.stringify(entry)) as object;
	const raw = Array.from({ length: people }, (_, index) => parsed(rawEmployee(index)));
	return [
		{ name: SOURCE, node: given(raw) },
		{ name: ACCOUNTS, node: given(accounts(people, scenario).map(parsed)) },
		{ name: COVERAGE, node: given(coverage(people)) },
	];
};

export const ours = (): Step[] => [
	{
		name: 'Employee Normalize',
		node: new EmployeeNormalize(),
		parameters: { source: 'nmbrs', referenceDate: TODAY },
		inputs: [SOURCE],
	},
	{
		name: 'Alleo Diff',
		node: new AlleoDiff(),
		parameters: { companyId: String(COMPANY), referenceDate: TODAY },
		inputs: ['Employee Normalize', ACCOUNTS, COVERAGE],
	},
];

/** Fifteen plain paths, as dragging them from the input panel makes them. */
const MAPPED: Readonly<Record<string, string>> = {
	external_id: 'employeeId',
	email: 'businessEmail',
	private_email: 'privateEmail',
	first_name: 'firstName',
	prefix: 'prefix',
	last_name: 'lastName',
	birthday: 'birthDate',
	work_anniversary: 'seniorityDate',
	group_name: 'department.description',
	start_date: 'startDate',
	end_date: 'endDate',
	employment_type: 'employeeType',
	employee_number: 'employeeNumber',
	company_number: 'company.number',
	company_name: 'company.name',
};

/** Only in one of the two lists, or written in another way there. */
const NOT_COMPARED = [
	'external_id',
	'start_date',
	'end_date',
	'employment_type',
	'employee_number',
	'company_number',
	'company_name',
	'id',
	'company_id',
	'is_active',
	'language',
	'company_group_id',
	'registration_date',
	'offboarding_date',
	'last_active_date',
];

type NodeClass = new () => INodeType & { getNodeType?: (version: number) => INodeType };

function n8nNode(file: string, className: string, version: number): INodeType {
	const load = createRequire(path.join(N8N, 'n8n-nodes-base', 'package.json'));
	const NodeOf = (load(`./dist/nodes/${file}`) as Record<string, NodeClass>)[className];
	if (NodeOf === undefined) throw new Error(`n8n-nodes-base has no ${className}`);
	const node = new NodeOf();
	return node.getNodeType?.(version) ?? node;
}

export const n8ns = (): Step[] => [
	{
		name: 'Edit Fields',
		node: n8nNode('Set/Set.node.js', 'Set', 3.5),
		typeVersion: 3.5,
		parameters: {
			mode: 'manual',
			includeOtherFields: false,
			assignments: {
				assignments: Object.entries(MAPPED).map(([name, source], index) => ({
					id: String(index),
					name,
					type: 'string',
					value: `={{ $json.${source} }}`,
				})),
			},
			options: { ignoreConversionErrors: true },
		},
		inputs: [SOURCE],
	},
	{
		name: 'Compare Datasets',
		node: n8nNode('CompareDatasets/CompareDatasets.node.js', 'CompareDatasets', 2.3),
		typeVersion: 2.3,
		parameters: {
			mergeByFields: { values: [{ field1: 'email', field2: 'email' }] },
			resolve: 'includeBoth',
			options: { skipFields: NOT_COMPARED.join(',') },
		},
		inputs: ['Edit Fields', ACCOUNTS],
	},
];
