import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { isCivilDate } from '../../../core/model/dates';
import { civilToday } from '../../shared/clock';
import { DEFAULT_CLIENT_OPTIONS, type ClientOptions } from '../api/client';
import { ExtraFieldChoice, isTooWide } from '../employee/extraFieldChoice';
import { isInclude, type Include } from '../listing/include';
import type { LeaveRule } from '../../../core/payroll/leaveRules';
import type { OnPartitionError } from '../../shared/source/source';
import { done, failed, type Result } from '../../../core/model/result';
import { EMPLOYEE_TYPES } from '../employee/types';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** A list from a picker, or from an expression: an array, or text separated by commas. */
export function idList(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : text(value).split(',');
	return [...new Set(parts.map(text).filter((part) => part !== ''))];
}

const ID = /^[A-Za-z0-9-]{1,64}$/;

/** Ids go into paths: nothing but letters, digits and dashes. */
function ids(setting: string, value: unknown): Result<string[]> {
	const list = idList(value);
	const odd = list.filter((id) => !ID.test(id)).length;
	return odd === 0
		? done(list)
		: failed('NMBRS_SETTING_INVALID', { setting, problem: `${odd} value(s) are no Nmbrs ID` });
}

export interface Choice {
	debtorIds: string[];
	companyIds: string[];
	onPartitionError: OnPartitionError;
}

/** The parameters that every list operation has. Read once: they are about the run, not about an item. */
export function readChoice(context: IExecuteFunctions): Result<Choice> {
	const debtorIds = ids('Debtor Names or IDs', context.getNodeParameter('debtorIds', 0, []));
	const companyIds = ids('Company Names or IDs', context.getNodeParameter('companyIds', 0, []));
	if (!debtorIds.ok) return debtorIds;
	if (!companyIds.ok) return companyIds;
	const given = context.getNodeParameter('onPartitionError', 0, 'stop');
	return done({
		debtorIds: debtorIds.value,
		companyIds: companyIds.value,
		onPartitionError: given === 'continue' ? 'continue' : 'stop',
	});
}

export function readInclude(context: IExecuteFunctions, item: number): Result<Set<Include>> {
	const given = idList(context.getNodeParameter('include', item, []));
	const known = given.filter(isInclude);
	const odd = given.filter((value) => !isInclude(value));
	return odd.length === 0
		? done(new Set(known))
		: failed('NMBRS_SETTING_INVALID', {
				setting: 'Include',
				problem: `"${odd.join('", "')}" is no part`,
			});
}

/** Which extra fields may leave the node: names, with `*` for anything. */
export function readExtraFieldChoice(
	context: IExecuteFunctions,
	item: number,
): Result<ExtraFieldChoice> {
	const written = idList(
		context.getNodeParameter('extraFieldNames', item, 'alleo_*, yourcampus_*'),
	);
	return written.some(isTooWide)
		? failed('NMBRS_SETTING_INVALID', {
				setting: 'Extra Field Names',
				problem: 'write at least three characters before a *: free fields may hold anything',
			})
		: done(new ExtraFieldChoice(written));
}

export function readEmployeeTypes(context: IExecuteFunctions): Result<Set<string>> {
	const setting = 'Employee Types';
	const given = idList(context.getNodeParameter('employeeTypes', 0, ['payroll', 'formerPayroll']));
	const odd = given.filter((type) => !EMPLOYEE_TYPES.some((known) => known === type));
	if (odd.length > 0) {
		return failed('NMBRS_SETTING_INVALID', {
			setting,
			problem: `"${odd.join('", "')}" is no type`,
		});
	}
	return given.length > 0
		? done(new Set(given))
		: failed('NMBRS_SETTING_INVALID', { setting, problem: 'no type is chosen' });
}

/** The civil date that the run is about; empty = today in the workflow's time zone. */
export function readReferenceDate(context: IExecuteFunctions, item: number): Result<string> {
	const given = text(context.getNodeParameter('referenceDate', item, ''));
	if (given === '') return done(civilToday(context.getTimezone()));
	const date = given.slice(0, 10);
	return isCivilDate(date)
		? done(date)
		: failed('NMBRS_SETTING_INVALID', {
				setting: 'Reference Date',
				problem: 'it is not a date such as 2026-11-24',
			});
}

export function readId(
	context: IExecuteFunctions,
	name: string,
	setting: string,
	item: number,
): Result<string> {
	const id = text(context.getNodeParameter(name, item, ''));
	return ID.test(id)
		? done(id)
		: failed('NMBRS_SETTING_INVALID', { setting, problem: 'it is empty or no Nmbrs ID' });
}

export function readLeaveRules(context: IExecuteFunctions): LeaveRule[] {
	const given: unknown = context.getNodeParameter('leaveGroups', 0, {});
	const rows: unknown = isRecord(given) ? given['rule'] : [];
	return (Array.isArray(rows) ? rows : []).filter(isRecord).map((row) => ({
		match: text(row['match']),
		kind: row['kind'] === 'nonStatutory' ? 'nonStatutory' : 'statutory',
	}));
}

/** A number above 0, or absent. */
export function readCount(context: IExecuteFunctions, name: string): number | undefined {
	const value = Number(context.getNodeParameter(name, 0, 0));
	return Number.isInteger(value) && value > 0 ? value : undefined;
}

const within = (value: unknown, low: number, high: number, usual: number): number => {
	const number = Number(value);
	return Number.isFinite(number) && number > 0
		? Math.min(high, Math.max(low, Math.round(number)))
		: usual;
};

/** The collection "Options"; pickers have none. */
export function readClientOptions(
	context: IExecuteFunctions | ILoadOptionsFunctions,
): ClientOptions {
	const given: unknown =
		'getInputData' in context ? context.getNodeParameter('options', 0, {}) : {};
	const options = isRecord(given) ? given : {};
	const usual = DEFAULT_CLIENT_OPTIONS;
	return {
		concurrency: within(options['concurrency'], 1, 8, usual.concurrency),
		pageSize: within(options['pageSize'], 1, 500, usual.pageSize),
		timeoutMs: within(options['timeout'], 1, 3600, usual.timeoutMs / 1000) * 1000,
	};
}
