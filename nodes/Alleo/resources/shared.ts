import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { AlleoEmployee } from '../../../core/model/employee';
import { done, type Result } from '../../../core/model/result';
import { toError } from '../../shared/outcome';
import {
	checked,
	collection,
	idOf,
	isRecord,
	mapped,
	namesOf,
	number,
	parameter,
	picker,
	text,
	valueOf,
	wholeNumber,
} from '../../shared/parameters';
import type { Parameter, Refuse } from '../../shared/parameters';
import { issueOf } from '../apply/faults';
import type { Fault } from '../api/reply';

const LIST_OF_IDS = '^\\s*\\d+(\\s*,\\s*\\d+)*\\s*$';

const DIGITS = '^\\s*\\d+\\s*$';

const companyPicker = (
	about: { displayName?: string; required: boolean; hint?: string; description: string },
	typed: { placeholder: string; regex: string; errorMessage: string },
) =>
	picker({
		displayName: 'Company',
		name: 'companyId',
		value: '',
		...about,
		search: 'searchCompanies',
		typed: {
			displayName: 'By ID',
			placeholder: typed.placeholder,
			validation: [
				{
					type: 'regex',
					properties: { regex: typed.regex, errorMessage: typed.errorMessage },
				},
			],
		},
	});

/** The company IDs of a picker, of a list or of text with commas. */
function companyIds(given: unknown, refuse: Refuse): Result<number[]> {
	const ids = namesOf(isRecord(given) ? given['value'] : given)?.map(idOf) ?? [null];
	const known = ids.filter((id) => id !== null);
	return known.length === ids.length ? done(known) : refuse('it must be a company ID, such as 42');
}

/** Several companies; empty for all. */
const companiesOf = (about: { displayName?: string; description: string }) =>
	parameter(
		companyPicker(
			{ required: false, hint: 'None chosen: all of them', ...about },
			{
				placeholder: 'e.g. 42, 43',
				regex: LIST_OF_IDS,
				errorMessage: 'Numbers, separated by commas',
			},
		).field,
		companyIds,
	);

export const companies = companiesOf({
	description:
		'The Alleo company; several IDs are separated by commas, and empty means all that the keys can reach',
});

export const onlyCompanies = companiesOf({
	displayName: 'Only These Companies',
	description:
		'A safeguard: a plan that names any other company is refused. Several IDs are separated by commas; empty means every company of the plan.',
});

export const company = parameter(
	companyPicker(
		{ required: true, description: 'The Alleo company' },
		{ placeholder: 'e.g. 42', regex: DIGITS, errorMessage: 'A number' },
	).field,
	(given, refuse) => {
		const ids = companyIds(given, refuse);
		if (!ids.ok) return ids;
		const [only, ...more] = ids.value;
		if (only === undefined) return refuse('choose a company');
		return more.length > 0 ? refuse('choose one company') : done(only);
	},
);

/** Alleo's own ID of a person. */
export const employeeId = checked(
	text({
		displayName: 'Employee ID',
		name: 'employeeId',
		required: true,
		placeholder: 'e.g. 501',
		description: 'Alleo’s own ID of the person, a number; not the external ID',
	}),
	(given, refuse) => {
		const id = idOf(given);
		return id === null
			? refuse('it must be Alleo’s own ID, a number such as 501 (not the external ID)')
			: done(id);
	},
);

/** Many companies hold a handful of people, one holds thousands: the headers decide, this is the ceiling. */
export const concurrency = wholeNumber({
	displayName: 'Concurrency',
	name: 'concurrency',
	typeOptions: { minValue: 1, maxValue: 32, numberPrecision: 0 },
	nearest: true,
	default: 8,
	description:
		'Most calls at the same time. The rate limit that Alleo states may allow fewer; without it there is one at a time.',
});

export const options = collection(
	{ displayName: 'Options', name: 'options', placeholder: 'Add option' },
	{
		timeoutMs: mapped(
			number({
				displayName: 'Request Timeout (Seconds)',
				name: 'timeoutSeconds',
				typeOptions: { minValue: 1, maxValue: 300 },
				limits: { min: 0.1, max: 300 },
				nearest: true,
				default: 30,
				description: 'How long to wait for one answer of Alleo',
			}),
			(seconds) => Math.round(seconds * 1000),
		),
	},
);

/** The value of a parameter, or the error of the item. */
export const valueAt = <T>(context: IExecuteFunctions, one: Parameter<T>, item: number): T =>
	valueOf(context, one.read(context, item), item);

/** The error of a call that did not work out. */
export function faultError(context: IExecuteFunctions, fault: Fault, itemIndex?: number) {
	const id = fault.requestId === null ? '' : `, request ID ${fault.requestId}`;
	return toError(context, { ...issueOf(fault), detail: `${fault.detail}${id}` }, itemIndex);
}

/** One output item of a person. */
export const employeeItem = (employee: AlleoEmployee, item: number): INodeExecutionData => ({
	json: { ...employee },
	pairedItem: { item },
});
