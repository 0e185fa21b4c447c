import type { IExecuteFunctions } from 'n8n-workflow';
import { isCivilDate } from '../../../core/model/dates';
import { civilToday } from '../../shared/clock';
import type { OnPartitionError } from '../../shared/source/source';
import type { Condition } from '../api/filter';
import { isOperator } from '../api/operators';
import { done, failed, type Result } from '../../../core/model/result';
import { STOCK_COLUMNS, type ColumnRole, type PersonKeyType } from '../employee/columns';
import type { NamedColumns } from '../employee/privacy';
import type { OrderColumn } from '../listing/order';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a picker, or of plain text where a template or an expression gives one. */
export const locatorValue = (value: unknown): string =>
	String((isRecord(value) ? value['value'] : value) ?? '').trim();

const read = (context: IExecuteFunctions, name: string, fallback: unknown): unknown =>
	context.getNodeParameter(name, 0, fallback as string);

export const textParameter = (context: IExecuteFunctions, name: string, fallback = ''): string =>
	locatorValue(read(context, name, fallback));

/** A collection, or a fixed collection, as an object; empty when there is none. */
export const collectionParameter = (
	context: IExecuteFunctions,
	name: string,
): Record<string, unknown> => {
	const value = read(context, name, {});
	return isRecord(value) ? value : {};
};

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Names of columns separated by commas. */
const names = (value: unknown): string[] =>
	String(value ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');

/** Names of a picker of several, or a text with commas where an expression gives one. */
const nameList = (value: unknown): string[] => [
	...new Set(Array.isArray(value) ? value.flatMap(names) : names(value)),
];

/** The columns that the user named, by role; roles left alone are absent. */
export function columnsParameter(context: IExecuteFunctions): Partial<Record<ColumnRole, string>> {
	const given = collectionParameter(context, 'columns');
	const roles = Object.keys(STOCK_COLUMNS).filter((role) => locatorValue(given[role]) !== '');
	return Object.fromEntries(roles.map((role) => [role, locatorValue(given[role])]));
}

/** The filter builder as conditions. Checked here, since an expression can give anything. */
export function filtersParameter(context: IExecuteFunctions): Result<Condition[]> {
	const conditions: Condition[] = [];
	for (const entry of list(collectionParameter(context, 'filters')['conditions'])) {
		if (!isRecord(entry)) continue;
		const field = locatorValue(entry['field']);
		const operator = Number(entry['operator'] ?? 1);
		const refuse = (cause: string) => failed('AFAS_SETTING_INVALID', { setting: 'Filters', cause });
		if (field === '') return refuse('a condition has no column');
		if (!isOperator(operator)) return refuse(`the condition on ${field} has no known operator`);
		const group = Number(entry['group'] ?? 1);
		conditions.push({
			field,
			operator,
			value: String(entry['value'] ?? ''),
			group: Number.isFinite(group) ? group : 1,
		});
	}
	return done(conditions);
}

/** The order of the builder, or the text `A,-B` that AFAS itself uses; empty means the default. */
export function orderParameter(context: IExecuteFunctions): OrderColumn[] {
	const value = read(context, 'orderBy', {});
	if (typeof value === 'string') {
		return names(value).map((name) => ({
			column: name.replace(/^-/, ''),
			descending: name.startsWith('-'),
		}));
	}
	return list(isRecord(value) ? value['columns'] : [])
		.filter(isRecord)
		.map((entry) => ({
			column: locatorValue(entry['column']),
			descending: entry['direction'] === 'descending',
		}))
		.filter(({ column }) => column !== '');
}

const numberWithin = (value: unknown, fallback: number, least: number, most: number): number => {
	const number = Math.floor(Number(value ?? fallback));
	return Number.isFinite(number) ? Math.min(Math.max(number, least), most) : fallback;
};

export interface ReadingOptions {
	pageSize: number;
	parallel: number;
	timeoutMs: number;
}

/** The settings that say by name which columns may leave. */
export function namedColumnsParameter(context: IExecuteFunctions): NamedColumns {
	const options = collectionParameter(context, 'options');
	return {
		chosen: nameList(read(context, 'additionalColumns', [])),
		only: names(options['onlyColumns']),
		drop: names(options['dropColumns']),
	};
}

export function readingParameters(context: IExecuteFunctions): ReadingOptions {
	const options = collectionParameter(context, 'options');
	return {
		pageSize: numberWithin(read(context, 'pageSize', 1000), 1000, 1, 149_999),
		parallel: numberWithin(options['parallelPages'], 1, 1, 5),
		timeoutMs: numberWithin(options['timeoutSeconds'], 120, 1, 900) * 1000,
	};
}

export function personKeyParameter(context: IExecuteFunctions): Result<PersonKeyType> {
	const value = textParameter(context, 'personKey', 'EmployeeId');
	if (value === 'EmployeeId' || value === 'PersonId') return done(value);
	return failed('AFAS_SETTING_INVALID', { setting: 'Person Key', cause: 'choose one of the two' });
}

/** The day that decides which row is in force: the setting, else today where the workflow is. */
export function referenceDateParameter(context: IExecuteFunctions): Result<string> {
	const value = textParameter(context, 'referenceDate');
	if (value === '') return done(civilToday(context.getTimezone()));
	const day = value.slice(0, 10);
	if (isCivilDate(day)) return done(day);
	const cause = 'it is not a date YYYY-MM-DD';
	return failed('AFAS_SETTING_INVALID', { setting: 'Reference Date', cause });
}

/** Anything but an explicit `continue` stops: the careful choice is the default. */
export const onPartitionError = (context: IExecuteFunctions): OnPartitionError =>
	textParameter(context, 'onPartitionError', 'stop') === 'continue' ? 'continue' : 'stop';
