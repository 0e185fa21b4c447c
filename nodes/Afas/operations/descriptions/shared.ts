import { done } from '../../../../core/model/result';
import {
	checked,
	choice,
	collection,
	mapped,
	names,
	namesOf,
	number,
	parameter,
	picker,
	referenceDate,
	rows,
	text,
	wholeNumber,
} from '../../../shared/parameters';
import type { Parameter } from '../../../shared/parameters';
import { credentialTypeOf } from '../../api/connect';
import type { Condition } from '../../api/filter';
import { isOperator, OPERATORS, type OperatorNumber } from '../../api/operators';
import type { OrderColumn } from '../../listing/order';

/** The parameters that several operations have, each declared here once. */

export const authentication = choice({
	displayName: 'Authentication',
	name: 'authentication',
	options: [
		{ name: 'OAuth2 (Client Credentials)', value: 'oAuth2' },
		{ name: 'Token (Classic, Ends in 2027)', value: 'token' },
	],
	default: 'oAuth2',
});

export const credentialType = mapped(authentication, credentialTypeOf);

interface PickedAbout {
	displayName: string;
	name: string;
	description: string;
	value: string;
}

/** A picker of GetConnectors that also takes a typed name, since AFAS may be out of reach. */
export const connector = (about: PickedAbout): Parameter<string> =>
	picker({
		required: false,
		...about,
		search: 'searchConnectors',
		typed: { displayName: 'By Name', placeholder: 'e.g. Profit_Employees_Alleo' },
	});

/** A connector without which there is nothing to read. */
export const requiredConnector = (about: PickedAbout): Parameter<string> => {
	const { field, ...one } = connector(about);
	return checked({ ...one, field: { ...field, required: true } }, (name, refuse) =>
		name === '' ? refuse('it is empty') : done(name),
	);
};

/** The list searches that give columns, each of one connector of the node. */
export type ColumnSearch =
	| 'searchColumns'
	| 'searchContractColumns'
	| 'searchSalaryColumns'
	| 'searchWageColumns'
	| 'searchPlanColumns'
	| 'searchLeaveColumns';

/** A picker of columns that also takes a typed name. */
export const column = ({
	method,
	placeholder,
	...about
}: PickedAbout & { method: ColumnSearch; placeholder?: string }): Parameter<string> =>
	picker({
		...about,
		search: method,
		typed: {
			displayName: 'By Name',
			placeholder: `e.g. ${placeholder ?? (about.value || 'EmployeeId')}`,
		},
	});

const operator = parameter<OperatorNumber>(
	{
		displayName: 'Operator',
		name: 'operator',
		type: 'options',
		options: OPERATORS.map(({ name, value }) => ({ name, value })),
		default: 1,
	},
	(given, refuse) => {
		const chosen = Number(given);
		return isOperator(chosen) ? done(chosen) : refuse('choose one from the list');
	},
);

const filterText = text({
	displayName: 'Value',
	name: 'value',
	placeholder: 'e.g. 01 or 2026-01-31',
	displayOptions: { hide: { operator: [8, 9] } },
});

/** An expression may compare a yes/no column with a yes or no itself. */
const filterValue = parameter(filterText.field, (given) =>
	filterText.parse(typeof given === 'boolean' ? String(given) : given),
);

const conditions = rows(
	{
		displayName: 'Filters',
		name: 'filters',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Condition',
		description:
			'Rows that AFAS must return. Yes/no columns are filtered here instead of in AFAS, and conditions with "Not" keep rows where the column is empty.',
		row: { displayName: 'Condition', name: 'conditions' },
	},
	{
		field: column({
			displayName: 'Column',
			name: 'field',
			value: '',
			method: 'searchColumns',
			description: 'The column to look at. Filters on free fields are slow in AFAS.',
		}),
		operator,
		value: filterValue,
		group: number({
			displayName: 'Group',
			name: 'group',
			typeOptions: { minValue: 1 },
			limits: {},
			default: 1,
			description:
				'Conditions with the same group number must all hold. A row is returned when any one group holds.',
		}),
	},
);

export const filters = checked<Condition[], Condition[]>(conditions, (list, refuse) =>
	list.every(({ field }) => field !== '') ? done(list) : refuse('a condition has no column'),
);

const orderTable = rows(
	{
		displayName: 'Order By',
		name: 'orderBy',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Column',
		description:
			'Columns that together are unique for a row; without that, pages may skip or repeat people. Leave empty for the default: person, employee, employer, employment number (DvId), start date, as far as the connector has them.',
		row: { displayName: 'Column', name: 'columns' },
	},
	{
		column: column({
			displayName: 'Column',
			name: 'column',
			value: '',
			method: 'searchColumns',
			description: 'A column of the connector. Whole numbers sort fastest in AFAS.',
		}),
		descending: mapped(
			choice({
				displayName: 'Direction',
				name: 'direction',
				options: [
					{ name: 'Ascending', value: 'ascending' },
					{ name: 'Descending', value: 'descending' },
				],
				default: 'ascending',
			}),
			(direction) => direction === 'descending',
		),
	},
);

/** The order of the builder, or the text `A,-B` that AFAS itself uses; empty means the default. */
export const orderBy = parameter<OrderColumn[]>(orderTable.field, (given) => {
	if (typeof given === 'string') {
		const written = namesOf(given) ?? [];
		return done(
			written.map((name) => ({
				column: name.replace(/^-/, ''),
				descending: name.startsWith('-'),
			})),
		);
	}
	const read = orderTable.parse(given);
	return read.ok ? done(read.value.filter((one) => one.column !== '')) : read;
});

/** AFAS itself gives no more rows at once; more is lowered, as it is for many columns. */
const MOST_ROWS = 149_999;

export const pageSize = mapped(
	wholeNumber({
		displayName: 'Page Size',
		name: 'pageSize',
		typeOptions: { minValue: 1 },
		nearest: true,
		default: 1000,
		description:
			'Rows per request. It is lowered by itself where the connector has so many columns that AFAS would run out of memory.',
	}),
	(size) => Math.min(size, MOST_ROWS),
);

export const onPartitionError = choice({
	displayName: 'On Connector Error',
	name: 'onPartitionError',
	options: [
		{
			name: 'Continue',
			value: 'continue',
			description: 'Give no rows, and say so on the output Coverage',
		},
		{ name: 'Stop', value: 'stop', description: 'Stop the workflow with the reason' },
	],
	default: 'stop',
	empty: 'stop',
	description:
		'What to do when a connector cannot be read completely. A partial list is never given.',
});

/** The day that decides which row is in force. */
export const day = (what: string): Parameter<string> =>
	referenceDate({
		placeholder: 'e.g. 2026-01-31',
		description: `The day for which the ${what} in force is chosen, as YYYY-MM-DD. Empty means today in the time zone of the workflow.`,
	});

/** Settings of the transport, for every operation that reads rows. */
const reading = {
	parallel: wholeNumber({
		displayName: 'Parallel Pages',
		name: 'parallelPages',
		typeOptions: { minValue: 1, maxValue: 5 },
		nearest: true,
		default: 1,
		description: 'Pages asked for at the same time. AFAS prefers 1 and refuses more than 5.',
	}),
	timeoutMs: mapped(
		number({
			displayName: 'Timeout (Seconds)',
			name: 'timeoutSeconds',
			typeOptions: { minValue: 10, maxValue: 900 },
			limits: { min: 1, max: 900 },
			nearest: true,
			default: 120,
			description: 'How long one page may take. AFAS itself gives up after 900 seconds.',
		}),
		(seconds) => seconds * 1000,
	),
};

/** What a person lets out beside the columns that the sync knows. Nothing by default. */
export const additionalColumns = names({
	displayName: 'Additional Column Names or IDs',
	name: 'additionalColumns',
	type: 'multiOptions',
	typeOptions: {
		loadOptionsMethod: 'getAdditionalColumns',
		loadOptionsDependsOn: [
			'employeesConnector.value',
			'contractsConnector.value',
			'connector.value',
		],
	},
	default: [],
	hint: 'None chosen: only the columns that the sync itself uses',
	description:
		'Further columns to pass on, for a mapping of your own in Employee Normalize. Private columns and pay are not in the list and never leave. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

const columnLists = {
	drop: names({
		displayName: 'Columns to Leave Out',
		name: 'dropColumns',
		placeholder: 'e.g. CostCenter, Manager',
		description:
			'Columns that would leave this node but must not, separated by commas. Citizen service number, address, phone, bank and marital status never do.',
	}),
	only: names({
		displayName: 'Only These Columns',
		name: 'onlyColumns',
		placeholder: 'e.g. Mail, FirstName, BirthName',
		description:
			'If set, only these columns leave the node beside those that decide who is in service. Separate them by commas.',
	}),
};

const about = { displayName: 'Options', name: 'options', placeholder: 'Add option' };

export const readingOptions = collection(about, reading);

/** For operations that pass columns on: which of them stay. */
export const options = collection(about, { ...columnLists, ...reading });
