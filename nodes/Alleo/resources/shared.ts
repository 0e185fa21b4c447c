import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { AlleoEmployee } from '../../../core/model/employee';
import type { CarriedIssue, Filling, IssueCode, PlacesOf } from '../../../core/issues';
import { carriedError, toNodeError } from '../../shared/outcome';
import { issueOf } from '../apply/faults';
import type { Fault } from '../api/reply';

/** Many companies hold a handful of people, one holds thousands: the headers decide, this is the ceiling. */
export const DEFAULT_CONCURRENCY = 8;

const LIST_OF_IDS = '^\\s*\\d+(\\s*,\\s*\\d+)*\\s*$';

/** The company picker. `several` also takes a list of IDs, and empty for all. */
export function companyField(several: boolean): INodeProperties {
	return {
		displayName: 'Company',
		name: 'companyId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: !several,
		...(several ? { hint: 'None chosen: all of them' } : {}),
		description: several
			? 'The Alleo company; several IDs are separated by commas, and empty means all that the keys can reach'
			: 'The Alleo company',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchCompanies', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: several ? 'e.g. 42, 43' : 'e.g. 42',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: several ? LIST_OF_IDS : '^\\s*\\d+\\s*$',
							errorMessage: several ? 'Numbers, separated by commas' : 'A number',
						},
					},
				],
			},
		],
	};
}

export const concurrencyField: INodeProperties = {
	displayName: 'Concurrency',
	name: 'concurrency',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 32, numberPrecision: 0 },
	default: DEFAULT_CONCURRENCY,
	description:
		'Most calls at the same time. The rate limit that Alleo states may allow fewer; without it there is one at a time.',
};

export const timeoutField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Request Timeout (Seconds)',
			name: 'timeoutSeconds',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 300 },
			default: 30,
			description: 'How long to wait for one answer of Alleo',
		},
	],
};

/** An error of a setting, with the words for what is wrong. */
const settingError = (
	context: IExecuteFunctions,
	setting: string,
	problem: string,
	itemIndex: number,
) => toNodeError(context.getNode(), 'ALLEO_SETTING_INVALID', { setting, problem }, { itemIndex });

const asText = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** The company IDs of a picker or a list; empty = all. */
export function readCompanies(context: IExecuteFunctions, itemIndex: number): number[] {
	const value: unknown = context.getNodeParameter('companyId', itemIndex, '', {
		extractValue: true,
	});
	const text = Array.isArray(value) ? value.map(asText).join(',') : asText(value);
	if (text === '') return [];
	const ids = text.split(',').map((part) => part.trim());
	if (!ids.every((id) => /^\d{1,15}$/.test(id))) {
		throw settingError(context, 'Company', 'it must be a company ID, such as 42', itemIndex);
	}
	return [...new Set(ids.map(Number))];
}

/** Exactly one company. */
export function readCompany(context: IExecuteFunctions, itemIndex: number): number {
	const [only, ...more] = readCompanies(context, itemIndex);
	if (only === undefined) throw settingError(context, 'Company', 'choose a company', itemIndex);
	if (more.length > 0) throw settingError(context, 'Company', 'choose one company', itemIndex);
	return only;
}

/** Alleo's own ID of a person. */
export function readEmployeeId(context: IExecuteFunctions, itemIndex: number): number {
	const text = asText(context.getNodeParameter('employeeId', itemIndex, ''));
	if (/^\d{1,15}$/.test(text)) return Number(text);
	const problem = 'it must be Alleo’s own ID, a number such as 501 (not the external ID)';
	throw settingError(context, 'Employee ID', problem, itemIndex);
}

/** The ceiling of calls in flight; where the operation has no such field, the default. */
export function readConcurrency(context: IExecuteFunctions): number {
	const value = Number(context.getNodeParameter('concurrency', 0, DEFAULT_CONCURRENCY));
	return Number.isFinite(value)
		? Math.min(32, Math.max(1, Math.floor(value)))
		: DEFAULT_CONCURRENCY;
}

export function readTimeoutMs(context: IExecuteFunctions): number {
	const seconds = Number(context.getNodeParameter('options.timeoutSeconds', 0, 30));
	return Math.round(Math.min(300, Math.max(0.1, Number.isFinite(seconds) ? seconds : 30)) * 1000);
}

/** The error of a call that did not work out. */
export function faultError(context: IExecuteFunctions, fault: Fault, itemIndex?: number) {
	const id = fault.requestId === null ? '' : `, request ID ${fault.requestId}`;
	return carriedError(context.getNode(), issueOf(fault), {
		detail: `${fault.detail}${id}`,
		...(itemIndex === undefined ? {} : { itemIndex }),
	});
}

export const carriedIssueError = (
	context: IExecuteFunctions,
	issue: CarriedIssue,
	itemIndex?: number,
) => carriedError(context.getNode(), issue, itemIndex === undefined ? {} : { itemIndex });

export const issueError = <C extends IssueCode>(
	context: IExecuteFunctions,
	code: C,
	...[params = {}, itemIndex]: Filling<PlacesOf<C>, [itemIndex?: number]>
) => carriedIssueError(context, { code, params }, itemIndex);

/** One output item of a person. */
export const employeeItem = (employee: AlleoEmployee, item: number): INodeExecutionData => ({
	json: { ...employee },
	pairedItem: { item },
});
