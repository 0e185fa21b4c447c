import type { IssueCode, IssueParams } from '../issues';
import { fieldsOf, withoutGroup } from './fields';
import type { Fields } from './fields';
import { resolveGroup } from './groups';
import type { CompanyGroups } from './groups';
import type { RowResult } from './outcome';
import type { CallFault, RowCalls, Written } from './port';
import type { Write } from './prepare';

/** One row to Alleo: at most one create, or activate plus PATCH, or one PATCH, or one deactivate. */

export interface RowReport {
	result: RowResult;
	/** Why the last call ended badly; tells the run whether to go on. */
	fault: CallFault | null;
}

type Remark = { code: IssueCode; params: IssueParams };

type Calls = RowCalls<CallFault>;
type Stored = Extract<Written<CallFault>, { ok: true }>;

/** The words for a write that Alleo carried out. */
function applied(
	{ employee, status, requestId, notTaken, confirmedByRead }: Stored,
	code: IssueCode,
	sent: readonly string[],
	remarks: Remark[],
): RowResult {
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

/** What the call itself said, without the code that it would have by itself. */
const answerOf = ({ result }: CallFault): Pick<RowResult, 'status' | 'requestId'> => ({
	status: result.status ?? null,
	requestId: result.requestId ?? null,
});

/** A conflict with its owner, if this company shows one. */
async function conflictResult(
	calls: Calls,
	company: number,
	email: string | null | undefined,
	fault: CallFault,
): Promise<RowResult> {
	if (typeof email !== 'string') return fault.result;
	const owners = await calls.holders(company, email);
	const owner = owners.ok ? owners.value[0] : undefined;
	const base = { kind: 'failed', ...answerOf(fault) } as const;
	return owner === undefined
		? { ...base, code: 'EMAIL_HELD_ELSEWHERE' }
		: { ...base, code: 'EMAIL_HELD_IN_ALLEO', params: { account: owner.id } };
}

const report = (result: RowResult, fault: CallFault | null = null): RowReport => ({
	result,
	fault,
});

async function failed(
	calls: Calls,
	write: Write,
	fields: Fields,
	fault: CallFault,
): Promise<RowReport> {
	if (fault.conflict) {
		return report(await conflictResult(calls, write.company, fields.email, fault), fault);
	}
	if (write.row.action === 'create' && fault.outcomeUnknown) {
		return report({ kind: 'failed', code: 'OUTCOME_UNKNOWN', ...answerOf(fault) }, fault);
	}
	return report(fault.result, fault);
}

async function create(
	calls: Calls,
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
	const written = await calls.create(write.company, full, groupId ?? null);
	if (!written.ok) return await failed(calls, write, fields, written.fault);
	return report(applied(written, 'ROW_CREATED', [...Object.keys(fields), 'is_active'], remarks));
}

async function deactivate(calls: Calls, write: Write, id: number): Promise<RowReport> {
	const written = await calls.setActive(write.company, id, false);
	if (!written.ok) return await failed(calls, write, {}, written.fault);
	return report(applied(written, 'ROW_DEACTIVATED', ['is_active'], []));
}

/** Update, or re-activate and then update: the changes of a returning person follow the activation. */
async function change(
	calls: Calls,
	write: Write,
	id: number,
	fields: Fields,
	groupId: number | null | undefined,
	remarks: Remark[],
): Promise<RowReport> {
	let activated: Stored | null = null;
	if (write.activate) {
		const written = await calls.setActive(write.company, id, true);
		if (!written.ok) return await failed(calls, write, {}, written.fault);
		activated = written;
		if (written.notTaken.length > 0)
			return report(applied(written, 'ROW_REACTIVATED', ['is_active'], remarks));
	}
	const sent = Object.keys(fields).filter((field) => field !== 'group' || groupId !== undefined);
	if (sent.length === 0) {
		if (activated !== null)
			return report(applied(activated, 'ROW_REACTIVATED', ['is_active'], remarks));
		const [remark] = remarks;
		return report({ kind: 'skipped', code: remark?.code ?? 'GROUP_UNKNOWN', alleoId: id });
	}
	const written = await calls.edit(write.company, id, fields, groupId);
	if (written.ok) {
		return report(
			applied(written, activated === null ? 'ROW_UPDATED' : 'ROW_REACTIVATED', sent, remarks),
		);
	}
	const { result, fault } = await failed(calls, write, fields, written.fault);
	const done: Remark[] = activated === null ? [] : [{ code: 'ROW_REACTIVATED', params: {} }];
	return report({ ...result, remarks: done }, fault);
}

/** @param groups the groups of the row's company; empty when no row of it sets a group, null when not read */
export async function writeRow(
	calls: Calls,
	write: Write,
	groups: CompanyGroups,
): Promise<RowReport> {
	const { row } = write;
	if (row.action === 'deactivate' && row.alleo_id !== null) {
		return await deactivate(calls, write, row.alleo_id);
	}
	const all = fieldsOf(row.after, write.fields);
	const group = resolveGroup(all, groups);
	const remarks: Remark[] = group.problem === null ? [] : [{ code: group.problem, params: {} }];
	const fields = group.problem === null ? all : withoutGroup(all);
	if (row.alleo_id === null) return await create(calls, write, fields, group.id, remarks);
	return await change(calls, write, row.alleo_id, fields, group.id, remarks);
}
