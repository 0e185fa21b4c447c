import { fieldsOf } from '../../../core/apply/fields';
import type { Fields } from '../../../core/apply/fields';
import { resolveGroup } from '../../../core/apply/groups';
import type { Group } from '../../../core/apply/groups';
import type { Result } from '../../../core/apply/outcome';
import type { Write } from '../../../core/apply/prepare';
import type { IssueCode, IssueParams } from '../../../core/issues';
import { findByEmail } from '../api/find';
import type { Fault } from '../api/reply';
import { createSafely, editSafely, setActiveSafely } from '../api/write';
import type { WriteContext, Written } from '../api/write';
import { resultOf } from './faults';

/** One row to Alleo: at most one create, or activate plus PATCH, or one PATCH, or one deactivate. */

export interface RowReport {
	result: Result;
	/** Why the last call ended badly; tells the run whether to go on. */
	fault: Fault | null;
}

type Remark = { code: IssueCode; params: IssueParams };

/** The words for a write that Alleo carried out. */
function applied(
	written: Extract<Written, { ok: true }>,
	code: IssueCode,
	sent: readonly string[],
	remarks: Remark[],
): Result {
	const { employee, status, requestId, notTaken, confirmedByRead } = written;
	const base = { alleoId: employee.id, status, requestId, remarks };
	if (notTaken.length > 0) {
		const all = notTaken.length >= sent.length;
		return {
			kind: all ? 'failed' : 'applied',
			code: 'FIELD_NOT_TAKEN',
			params: { fields: notTaken.join(', ') },
			...base,
		};
	}
	return {
		kind: 'applied',
		code: confirmedByRead ? 'CONFIRMED_BY_READ' : code,
		params: { fields: sent.join(', ') },
		...base,
	};
}

/** A conflict with its owner, if this company shows one. */
async function conflictResult(
	context: WriteContext,
	company: number,
	email: string | null | undefined,
	fault: Fault,
): Promise<Result> {
	const base = { status: fault.status, requestId: fault.requestId };
	if (typeof email !== 'string') return resultOf(fault);
	const owners = await findByEmail(context.client, company, email);
	const owner = owners.ok ? owners.value[0] : undefined;
	return owner === undefined
		? { kind: 'failed', code: 'EMAIL_HELD_ELSEWHERE', ...base }
		: { kind: 'failed', code: 'EMAIL_HELD_IN_ALLEO', params: { account: owner.id }, ...base };
}

const report = (result: Result, fault: Fault | null = null): RowReport => ({ result, fault });

async function failed(
	context: WriteContext,
	write: Write,
	fields: Fields,
	fault: Fault,
): Promise<RowReport> {
	if (fault.kind === 'conflict') {
		return report(await conflictResult(context, write.company, fields.email, fault), fault);
	}
	if (write.row.action === 'create' && fault.outcomeUnknown) {
		const { status, requestId } = fault;
		return report({ kind: 'failed', code: 'OUTCOME_UNKNOWN', status, requestId }, fault);
	}
	return report(resultOf(fault), fault);
}

async function create(
	context: WriteContext,
	write: Write,
	fields: Fields,
	groupId: number | null | undefined,
	remarks: Remark[],
): Promise<RowReport> {
	const { email, first_name, last_name } = fields;
	if (email === undefined || first_name === undefined || last_name === undefined) {
		return report({ kind: 'failed', code: 'FIELD_INVALID', params: { fields: 'email, name' } });
	}
	const full = { ...fields, email, first_name, last_name };
	const written = await createSafely(context, write.company, full, groupId ?? null);
	if (!written.ok) return await failed(context, write, fields, written.fault);
	return report(applied(written, 'ROW_CREATED', [...Object.keys(fields), 'is_active'], remarks));
}

async function deactivate(context: WriteContext, write: Write, id: number): Promise<RowReport> {
	const written = await setActiveSafely(context, write.company, id, false);
	if (!written.ok) return await failed(context, write, {}, written.fault);
	return report(applied(written, 'ROW_DEACTIVATED', ['is_active'], []));
}

/** Update, or re-activate and then update: the changes of a returning person follow the activation. */
async function change(
	context: WriteContext,
	write: Write,
	id: number,
	fields: Fields,
	groupId: number | null | undefined,
	remarks: Remark[],
): Promise<RowReport> {
	let activated: Extract<Written, { ok: true }> | null = null;
	if (write.activate) {
		const written = await setActiveSafely(context, write.company, id, true);
		if (!written.ok) return await failed(context, write, {}, written.fault);
		activated = written;
		if (written.notTaken.length > 0)
			return report(applied(written, 'ROW_REACTIVATED', ['is_active'], remarks));
	}
	const sent = Object.keys(fields).filter((field) => field !== 'group' || groupId !== undefined);
	if (sent.length === 0) {
		if (activated !== null)
			return report(applied(activated, 'ROW_REACTIVATED', ['is_active'], remarks));
		return report({ kind: 'skipped', code: 'GROUP_UNKNOWN', alleoId: id });
	}
	const written = await editSafely(context, write.company, id, fields, groupId);
	if (written.ok) {
		return report(
			applied(written, activated === null ? 'ROW_UPDATED' : 'ROW_REACTIVATED', sent, remarks),
		);
	}
	const { result, fault } = await failed(context, write, fields, written.fault);
	const done: Remark[] = activated === null ? [] : [{ code: 'ROW_REACTIVATED', params: {} }];
	return report({ ...result, remarks: done }, fault);
}

/** @param groups the groups of the row's company; empty when no row of it sets a group */
export async function writeRow(
	context: WriteContext,
	write: Write,
	groups: readonly Group[],
): Promise<RowReport> {
	const { row } = write;
	if (row.action === 'deactivate' && row.alleo_id !== null) {
		return await deactivate(context, write, row.alleo_id);
	}
	const all = fieldsOf(row.after, write.fields);
	const group = resolveGroup(all, groups);
	const remarks: Remark[] = group.known ? [] : [{ code: 'GROUP_UNKNOWN', params: {} }];
	const fields = group.known ? all : { ...all };
	if (!group.known) delete fields.group;
	if (row.alleo_id === null) return await create(context, write, fields, group.id, remarks);
	return await change(context, write, row.alleo_id, fields, group.id, remarks);
}
