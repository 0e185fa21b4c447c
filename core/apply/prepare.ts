import { emailKey } from '../identity/keys';
import type { AlleoEmployee } from '../model/employee';
import type { PlanRow } from '../model/plan';
import { accountKey } from '../plan/accounts';
import type { AdmittedRow } from './admit';
import { checkAccount, checkCreate } from './check';
import { describeProblems, fieldProblems, fieldsOf } from './fields';
import { arrange } from './order';
import type { Arrangement, Holder, WriteStep } from './order';
import type { RowResult } from './outcome';

/** What Alleo has now, as far as it was read. */
export interface PresentState {
	account(company: number, id: number): AlleoEmployee | null;
	withExternalId(company: number, externalId: string): readonly AlleoEmployee[];
	withEmail(email: string): readonly AlleoEmployee[];
}

/** A row that goes out: the fields that Alleo does not have yet, and whether it must be activated. */
export interface Write {
	row: PlanRow;
	company: number;
	fields: string[];
	activate: boolean;
}

export interface Prepared {
	/** Rows that are settled without a write. */
	settled: Map<string, RowResult>;
	writes: Map<string, Write>;
	order: Arrangement;
}

/** Settled because somebody wanted it so, before Alleo is even looked at. */
export function wantedSkip({ row, excluded, answered }: AdmittedRow): RowResult | null {
	if (answered === 'other') return { kind: 'skipped', code: 'ANSWERED_OTHER' };
	if (answered !== undefined) {
		return { kind: 'skipped', code: 'ANSWERED_TOGETHER', params: { other: answered.with } };
	}
	if (row.action === 'hold') return { kind: 'skipped', code: 'HELD' };
	return excluded ? { kind: 'skipped', code: 'EXCLUDED' } : null;
}

function judge(row: PlanRow, company: number, present: PresentState): RowResult | Write {
	const verdict =
		row.alleo_id === null
			? checkCreate(row, present.withExternalId(company, row.external_id ?? ''))
			: checkAccount(row, present.account(company, row.alleo_id));
	if (verdict.do === 'already') {
		return { kind: 'already', code: 'ALREADY_SO', alleoId: verdict.alleoId };
	}
	if (verdict.do === 'skip') {
		return { kind: 'skipped', code: verdict.code, params: verdict.params };
	}
	const problems = fieldProblems(fieldsOf(row.after, verdict.fields));
	if (problems.length > 0) {
		return {
			kind: 'failed',
			code: 'FIELD_INVALID',
			params: { fields: describeProblems(problems) },
		};
	}
	return { row, company, fields: verdict.fields, activate: verdict.activate };
}

const isWrite = (judged: RowResult | Write): judged is Write => 'row' in judged;

/** As the plan wants it: what waits for the row may go. */
export const isDone = (result: RowResult | undefined): boolean =>
	result?.kind === 'already' || result?.kind === 'applied';

/** The two halves of a move stand or fall together; elsewhere only the second waits for the first. */
function dropHalfMoves(
	rows: readonly PlanRow[],
	settled: Map<string, RowResult>,
	writes: Map<string, Write>,
): void {
	const drop = (rowId: string, code: 'LINKED_SKIPPED' | 'EMAIL_NOT_FREED'): boolean => {
		if (!writes.delete(rowId)) return false;
		settled.set(rowId, { kind: 'skipped', code });
		return true;
	};
	for (let changed = true; changed; ) {
		changed = false;
		for (const row of rows) {
			const first = row.linked_row_id;
			if (first === null) continue;
			const moves = row.reason.code === 'MOVE';
			const falls = (id: string): boolean => settled.has(id) && !isDone(settled.get(id));
			if (falls(first))
				changed = drop(row.row_id, moves ? 'LINKED_SKIPPED' : 'EMAIL_NOT_FREED') || changed;
			if (moves && falls(row.row_id)) changed = drop(first, 'LINKED_SKIPPED') || changed;
		}
	}
}

function stepOf({ row, company, fields }: Write): WriteStep | null {
	if (row.action === 'hold') return null;
	const email = fields.includes('email') ? row.after['email'] : null;
	return {
		rowId: row.row_id,
		action: row.action,
		position: row.position,
		account: row.alleo_id === null ? null : `${company}/${row.alleo_id}`,
		takes: typeof email === 'string' ? emailKey(email) : null,
		linkedTo: row.linked_row_id,
	};
}

function arrangeWrites(writes: ReadonlyMap<string, Write>, present: PresentState): Arrangement {
	const steps = [...writes.values()].map(stepOf).filter((step): step is WriteStep => step !== null);
	return arrange(steps, (step) =>
		present.withEmail(step.takes ?? '').map(
			(account): Holder => ({
				account: accountKey(account.company_id, account.id),
				binding: account.company_id === writes.get(step.rowId)?.company,
			}),
		),
	);
}

/** Rows whose address somebody keeps, and rows that wait for each other. */
function dropUnreachable(prepared: Prepared, present: PresentState): boolean {
	const { settled, writes, order } = prepared;
	for (const [rowId, holder] of order.blocked) {
		const write = writes.get(rowId);
		const address = write?.row.after['email'];
		const account =
			typeof address === 'string'
				? present
						.withEmail(address)
						.find((found) => accountKey(found.company_id, found.id) === holder)
				: undefined;
		const unlinked = account !== undefined && (account.external_id ?? '') === '';
		writes.delete(rowId);
		settled.set(
			rowId,
			write?.row.action === 'create' && unlinked
				? { kind: 'skipped', code: 'ACCOUNT_EXISTS' }
				: {
						kind: 'skipped',
						code: 'EMAIL_HELD_IN_ALLEO',
						params: { account: account?.id ?? 0 },
					},
		);
	}
	for (const rowId of order.swaps) {
		if (writes.delete(rowId)) settled.set(rowId, { kind: 'skipped', code: 'EMAIL_SWAP' });
	}
	return order.blocked.size > 0 || order.swaps.size > 0;
}

/**
 * What is settled already, what goes out and in which order. Pure: reads nothing, writes nothing.
 *
 * @param rows the admitted rows, all of them
 * @param failed companies that could not be read, with the outcome of their rows
 */
export function prepare(
	rows: readonly AdmittedRow[],
	present: PresentState,
	failed: ReadonlyMap<number, RowResult>,
): Prepared {
	const settled = new Map<string, RowResult>();
	const writes = new Map<string, Write>();
	for (const admitted of rows) {
		const { row } = admitted;
		const company = row.alleo_company_id ?? 0;
		const judged = wantedSkip(admitted) ?? failed.get(company) ?? judge(row, company, present);
		if (isWrite(judged)) writes.set(row.row_id, judged);
		else settled.set(row.row_id, judged);
	}
	const planRows = rows.map(({ row }) => row);
	for (;;) {
		dropHalfMoves(planRows, settled, writes);
		const prepared = { settled, writes, order: arrangeWrites(writes, present) };
		// What falls may free nobody any more, so the others are looked at again.
		if (!dropUnreachable(prepared, present)) return prepared;
	}
}
