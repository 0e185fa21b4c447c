import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { AlleoEmployee } from '../../../../core/model/employee';
import { connect } from '../../api/connect';
import type { Fault } from '../../api/reply';
import type { Written } from '../../../../core/apply/port';
import type { WriteContext } from '../../api/write';
import { failedItem, issueError } from '../../../shared/outcome';
import { employeeItem, faultError, options, valueAt } from '../shared';

/** The person that an item led to; `note` says more than the person does. */
export interface ItemResult {
	employee: AlleoEmployee;
	note?: Record<string, string>;
}

export type PerItem = (context: WriteContext, item: number) => Promise<ItemResult>;

/** Runs once per input item, one after the other, each with its own error (`Continue` on fail). */
export async function perItem(
	context: IExecuteFunctions,
	task: PerItem,
): Promise<INodeExecutionData[][]> {
	const { client, clock, signal } = await connect(context, {
		concurrency: 1,
		...valueAt(context, options, 0),
	});
	const output: INodeExecutionData[] = [];
	for (let item = 0; item < context.getInputData().length; item++) {
		if (signal?.aborted === true) break;
		try {
			const { employee, note } = await task({ client: client.whole(), clock }, item);
			const row = employeeItem(employee, item);
			output.push(note === undefined ? row : { ...row, json: { ...row.json, ...note } });
		} catch (error) {
			output.push(failedItem(context, error, item));
		}
	}
	return [output];
}

/** The employee, or the error of a call. */
export function valueOf(
	context: IExecuteFunctions,
	reply: { ok: true; value: AlleoEmployee } | { ok: false; fault: Fault },
	item: number,
): AlleoEmployee {
	if (reply.ok) return reply.value;
	throw faultError(context, reply.fault, item);
}

/** The written employee; a field that Alleo did not take over is an error, not a detail. */
export function writtenOf(
	context: IExecuteFunctions,
	written: Written<Fault>,
	item: number,
): AlleoEmployee {
	if (!written.ok) throw faultError(context, written.fault, item);
	if (written.notTaken.length > 0) {
		throw issueError(context, 'FIELD_NOT_TAKEN', { fields: written.notTaken.join(', ') }, item);
	}
	return written.employee;
}
