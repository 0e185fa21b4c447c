import type { IExecuteFunctions } from 'n8n-workflow';
import { done, type Result } from '../../../core/model/result';
import { readAll } from '../../shared/parameters';
import type { Condition } from '../api/filter';
import type { AfasClient } from '../api/client';
import { connect } from '../api/connect';
import type { NamedColumns } from '../employee/privacy';
import type { OrderColumn } from '../listing/order';
import {
	additionalColumns,
	credentialType,
	filters,
	options,
	orderBy,
	pageSize,
	readingOptions,
} from './descriptions/shared';

export interface ReadingOptions {
	pageSize: number;
	parallel: number;
	timeoutMs: number;
}

/** Pace and patience, of which every operation has at least the defaults. */
export function readReading(context: IExecuteFunctions): Result<ReadingOptions> {
	const read = readAll(context, { pageSize, others: readingOptions });
	return read.ok ? done({ pageSize: read.value.pageSize, ...read.value.others }) : read;
}

export interface RowSettings {
	conditions: Condition[];
	order: OrderColumn[];
	/** Which columns may leave, by name. */
	named: NamedColumns;
	reading: ReadingOptions;
}

/** What every operation asks that passes rows of a connector on. */
export function readRowSettings(context: IExecuteFunctions): Result<RowSettings> {
	const read = readAll(context, {
		conditions: filters,
		order: orderBy,
		chosen: additionalColumns,
		pageSize,
		options,
	});
	if (!read.ok) return read;
	const { conditions, order, chosen } = read.value;
	const { only, drop, ...others } = read.value.options;
	return done({
		conditions,
		order,
		named: { chosen, only, drop },
		reading: { pageSize: read.value.pageSize, ...others },
	});
}

/** The client with the chosen credential. */
export async function openClient(
	context: IExecuteFunctions,
	reading: ReadingOptions,
): Promise<Result<AfasClient>> {
	const type = credentialType.read(context);
	return type.ok ? await connect(context, type.value, reading) : type;
}
