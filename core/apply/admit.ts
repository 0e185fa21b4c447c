import { clashOf } from '../approval/choices';
import { verifyPlan } from '../plan/planHash';
import { AFTER_FIELDS, PlanRow } from '../model/plan';
import type { Approval, FileDataset, PlanRef } from '../model/plan';
import { settle } from './answered';
import type { SettledHold } from './answered';
import { checkApproval } from './approval';
import type { Accept } from './approval';
import { carriedRefusal, refuse } from './refusal';
import type { Refusal } from './refusal';

/**
 * What may be applied: exactly the rows of one plan, unaltered, approved (or ready), not expired and
 * for the chosen companies. Anything else is one refusal, and nothing is written (SPEC I2, I3).
 */

export interface AdmitOptions {
	accept: Accept;
	/** This moment, ISO 8601 in UTC. */
	now: string;
	/** Alleo companies that may be changed; empty = every company that the plan names. */
	companies: readonly number[];
}

export interface AdmittedRow {
	row: PlanRow;
	/** Place of the item on the input, from 0. */
	item: number;
	/** The approver left this row out. */
	excluded: boolean;
	/** A hold that was settled without a write of its own; absent on every other row. */
	answered?: SettledHold;
}

export type Admission =
	| { ok: true; plan: PlanRef; approval: Approval | null; rows: AdmittedRow[] }
	| Refusal;

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A row with keys added to it is an altered row, not a stranger: the hashes are to say so. */
const LooseRow = PlanRow.passthrough();

/** What the item looks like instead, in words that help to find the wrong connection. */
function describeItem(value: unknown): string {
	if (!isObject(value) || Object.keys(value).length === 0) return 'it is empty';
	if (value['plan'] !== undefined && value['counts'] !== undefined)
		return 'it is the summary of a plan';
	if (value['plan'] !== undefined) {
		const fields =
			PlanRow.safeParse(value).error?.issues.map((issue) => issue.path.join('.')) ?? [];
		return `unusable: ${[...new Set(fields)].slice(0, 5).join(', ')}`;
	}
	if (value['status'] !== undefined && value['source'] !== undefined) return 'it is an employee';
	if (value['is_active'] !== undefined) return 'it is an Alleo employee';
	return 'it has no plan';
}

const KNOWN_FIELDS: ReadonlySet<string> = new Set(AFTER_FIELDS);
const REQUIRED_ON_CREATE = ['external_id', 'email', 'first_name', 'last_name'];

const filled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** A row that no Diff would make: hashes alone do not prove who computed them. */
function problemOf(row: PlanRow): string | null {
	if (row.action === 'hold') return null;
	if (row.alleo_company_id === null) return 'it names no Alleo company';
	if ((row.action === 'create') !== (row.alleo_id === null)) {
		return 'only a create goes without an Alleo account';
	}
	const unknown = [...Object.keys(row.after), ...Object.keys(row.before)].find(
		(field) => !KNOWN_FIELDS.has(field),
	);
	if (unknown !== undefined) return `unknown field "${unknown}"`;
	if (row.action === 'create') {
		const missing = REQUIRED_ON_CREATE.filter((field) => !filled(row.after[field]));
		return missing.length === 0 ? null : `a create needs ${missing.join(', ')}`;
	}
	const active = row.after['is_active'];
	const fields = Object.keys(row.after).filter((field) => field !== 'is_active');
	if (row.action === 'deactivate') {
		return active === false && fields.length === 0 ? null : 'a deactivation changes nothing else';
	}
	if ((row.action === 'reactivate') !== (active === true)) return 'action and is_active disagree';
	if (typeof active === 'boolean' && row.action === 'update')
		return 'an update cannot set is_active';
	return fields.length === 0 && row.action === 'update' ? 'an update without a field' : null;
}

function checkRows(rows: readonly PlanRow[], companies: readonly number[]): Refusal | null {
	const rowIds = new Set<string>();
	for (let item = 0; item < rows.length; item++) {
		const row = rows[item] as PlanRow;
		const problem = rowIds.has(row.row_id) ? 'its row_id occurs twice' : problemOf(row);
		if (problem !== null) return refuse('PLAN_ROW_INVALID', { problem }, item);
		rowIds.add(row.row_id);
		const company = row.alleo_company_id;
		if (row.action === 'hold' || company === null || companies.length === 0) continue;
		if (!companies.includes(company)) {
			return refuse('WRONG_COMPANY', { company, chosen: companies.join(', ') }, item);
		}
	}
	const clash = clashOf(rows);
	return clash === null
		? null
		: refuse(
				'PLAN_ROW_INVALID',
				{ problem: 'another row changes the same account or address' },
				clash,
			);
}

type Whole = { ok: true; plan: PlanRef; approval: Approval | null; rows: PlanRow[] } | Refusal;

/** The rows of one whole plan, unaltered, decided as `accept` wants it, and not expired. */
function admitWhole(items: readonly unknown[], accept: Accept, now: string): Whole {
	const raw: PlanRow[] = [];
	const rows: PlanRow[] = [];
	for (let item = 0; item < items.length; item++) {
		const value = items[item];
		const parsed = LooseRow.safeParse(value);
		if (!parsed.success) {
			return refuse('APPLY_NOT_PLAN_ROW', { problem: describeItem(value) }, item);
		}
		raw.push(value as PlanRow);
		rows.push(parsed.data);
	}
	// Over the items as they came: the schema would drop what was added and fill in what was removed.
	const check = verifyPlan(raw);
	if (!check.ok) {
		const item = check.row < raw.length ? check.row : null;
		// A plan that is empty or lacks rows has no item to blame; its text names none.
		return carriedRefusal({ code: check.code, params: { count: raw.length } }, item);
	}
	const decision = checkApproval(items, raw, check.plan, accept);
	if (!decision.ok) return decision;
	const expires = Date.parse(check.plan.expires_at);
	if (!(Date.parse(now) < expires)) {
		return refuse('PLAN_EXPIRED', { expires: check.plan.expires_at });
	}
	return { ok: true, plan: check.plan, approval: decision.approval, rows };
}

/** The rows in the order of the plan, with what the approver left out and answered. */
function inOrder(
	rows: readonly PlanRow[],
	approval: Approval | null,
	answered: ReadonlyMap<string, SettledHold> = new Map(),
): AdmittedRow[] {
	const excluded = new Set(approval?.excluded ?? []);
	return rows
		.map((row, item) => {
			const answer = answered.get(row.row_id);
			const admitted = { row, item, excluded: excluded.has(row.row_id) };
			return answer === undefined ? admitted : { ...admitted, answered: answer };
		})
		.sort((a, b) => a.row.position - b.row.position);
}

/**
 * Admits the items of Sync Plan Apply, or refuses them all.
 *
 * @param items the JSON of the input items, in any order
 * @returns the rows in the order of execution, held and excluded ones included
 */
export function admit(items: readonly unknown[], options: AdmitOptions): Admission {
	const whole = admitWhole(items, options.accept, options.now);
	if (!whole.ok) return whole;
	const { plan, approval, rows } = whole;
	if (plan.dataset !== undefined) return refuse('PLAN_FOR_FILE', {}, 0);
	const settled = settle(rows, approval);
	const wrong = checkRows(settled.rows, options.companies);
	return (
		wrong ?? { ok: true, plan, approval, rows: inOrder(settled.rows, approval, settled.answered) }
	);
}

/** A row that no plan for a file has. */
const isFileRow = (row: PlanRow): boolean =>
	(row.action === 'update' || row.action === 'hold') &&
	row.changes.length === 0 &&
	Object.keys(row.after).length === 0;

/** Admits the items of File Build, or refuses them all: only a plan for this very file. */
export function admitForFile(
	items: readonly unknown[],
	options: { accept: Accept; now: string; dataset: FileDataset },
): Admission {
	const whole = admitWhole(items, options.accept, options.now);
	if (!whole.ok) return whole;
	const { plan, approval, rows } = whole;
	if (plan.dataset !== options.dataset) {
		const dataset = plan.dataset ?? 'employees';
		return refuse('FILE_OTHER_PLAN', { dataset, file: options.dataset });
	}
	const wrong = rows.findIndex((row) => !isFileRow(row));
	if (wrong >= 0) {
		return refuse('PLAN_ROW_INVALID', { problem: 'it is no line of a file' }, wrong);
	}
	return { ok: true, plan, approval, rows: inOrder(rows, approval) };
}
