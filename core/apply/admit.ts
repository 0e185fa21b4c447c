import { clashOf } from '../approval/choices';
import { BUDGET_PATTERN } from '../model/budget';
import { groupBy } from '../model/collect';
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
 * What may be applied: exactly the rows of whole plans, each unaltered, approved (or ready) and not
 * expired, for the chosen companies. Anything else is one refusal, and nothing is written (SPEC I2, I3).
 * Several plans are checked each for itself; a fault in one refuses them all.
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

export interface AdmittedPlan {
	plan: PlanRef;
	approval: Approval | null;
	/** In the order of execution, held and excluded ones included. */
	rows: AdmittedRow[];
}

export type Admission = { ok: true; plans: AdmittedPlan[] } | Refusal;

/** A plan for a file comes alone. */
export type FileAdmission = (AdmittedPlan & { ok: true }) | Refusal;

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

interface PlacedRow {
	row: PlanRow;
	/** Place of the item on the input, from 0. */
	item: number;
}

/** The rows of all plans together: a second one of an account or an address is a fault between two plans too. */
function checkRows(placed: readonly PlacedRow[], companies: readonly number[]): Refusal | null {
	const rowIds = new Set<string>();
	for (const { row, item } of placed) {
		const problem = rowIds.has(row.row_id) ? 'its row_id occurs twice' : problemOf(row);
		if (problem !== null) return refuse('PLAN_ROW_INVALID', { problem }, item);
		rowIds.add(row.row_id);
		const company = row.alleo_company_id;
		if (row.action === 'hold' || company === null || companies.length === 0) continue;
		if (!companies.includes(company)) {
			return refuse('WRONG_COMPANY', { company, chosen: companies.join(', ') }, item);
		}
	}
	const clash = clashOf(placed.map(({ row }) => row));
	return clash === null
		? null
		: refuse(
				'PLAN_ROW_INVALID',
				{ problem: 'another row changes the same account or address' },
				placed[clash]?.item ?? 0,
			);
}

/** An item as it came, and as it reads. */
interface ReadItem extends PlacedRow {
	value: unknown;
}

function readItems(items: readonly unknown[]): ReadItem[] | Refusal {
	const read: ReadItem[] = [];
	for (const [item, value] of items.entries()) {
		const parsed = LooseRow.safeParse(value);
		if (!parsed.success) {
			return refuse('APPLY_NOT_PLAN_ROW', { problem: describeItem(value) }, item);
		}
		read.push({ value, row: parsed.data, item });
	}
	return read;
}

/** A refusal that counts within one plan, told by the place on the input. */
function placed(refusal: Refusal, own: readonly ReadItem[]): Refusal {
	const item = refusal.item === null ? null : (own[refusal.item]?.item ?? null);
	return item === null
		? { ...refusal, item }
		: { ...refusal, item, params: { ...refusal.params, item: item + 1 } };
}

type Whole = { ok: true; plan: PlanRef; approval: Approval | null; rows: PlacedRow[] } | Refusal;

/** The rows of one whole plan, unaltered, decided as `accept` wants it, and not expired. */
function admitWhole(own: readonly ReadItem[], accept: Accept, now: string): Whole {
	// Over the items as they came: the schema would drop what was added and fill in what was removed.
	const raw = own.map(({ value }) => value as PlanRow);
	const check = verifyPlan(raw);
	if (!check.ok) {
		const item = check.row < raw.length ? check.row : null;
		// A plan that is empty or lacks rows has no item to blame; its text names none.
		return placed(carriedRefusal({ code: check.code, params: { count: raw.length } }, item), own);
	}
	const decision = checkApproval(raw, raw, check.plan, accept);
	if (!decision.ok) return placed(decision, own);
	const expires = Date.parse(check.plan.expires_at);
	if (!(Date.parse(now) < expires)) {
		return refuse('PLAN_EXPIRED', { expires: check.plan.expires_at });
	}
	return { ok: true, plan: check.plan, approval: decision.approval, rows: [...own] };
}

/** The rows in the order of the plan, with what the approver left out and answered. */
function inOrder(
	rows: readonly PlacedRow[],
	approval: Approval | null,
	answered: ReadonlyMap<string, SettledHold> = new Map(),
): AdmittedRow[] {
	const excluded = new Set(approval?.excluded ?? []);
	return rows
		.map(({ row, item }) => {
			const answer = answered.get(row.row_id);
			const admitted = { row, item, excluded: excluded.has(row.row_id) };
			return answer === undefined ? admitted : { ...admitted, answered: answer };
		})
		.sort((a, b) => a.row.position - b.row.position);
}

/** With what was answered in the place of each hold. */
function settled({ plan, approval, rows }: Extract<Whole, { ok: true }>): AdmittedPlan {
	const { rows: settledRows, answered } = settle(
		rows.map(({ row }) => row),
		approval,
	);
	const own = settledRows.map((row, index) => ({ row, item: rows[index]?.item ?? 0 }));
	return { plan, approval, rows: inOrder(own, approval, answered) };
}

/**
 * Admits the items of Sync Plan Apply, or refuses them all.
 *
 * @param items the JSON of the input items, in any order, of one plan or of several
 * @returns the plans in the order of execution: those that nobody had to approve first
 */
export function admit(items: readonly unknown[], options: AdmitOptions): Admission {
	const read = readItems(items);
	if ('ok' in read) return read;
	const groups = groupBy(read, ({ row }) => row.plan.id);
	const plans: AdmittedPlan[] = [];
	// No item at all is a plan without rows, which is refused as such.
	for (const own of groups.size === 0 ? [[]] : groups.values()) {
		const whole = admitWhole(own, options.accept, options.now);
		if (!whole.ok) return whole;
		const [first] = own;
		if (whole.plan.dataset !== undefined) return refuse('PLAN_FOR_FILE', {}, first?.item ?? 0);
		plans.push(settled(whole));
	}
	plans.sort((a, b) => Number(a.approval !== null) - Number(b.approval !== null));
	const wrong = checkRows(
		plans.flatMap(({ rows }) => rows),
		options.companies,
	);
	return wrong ?? { ok: true, plans };
}

/** What a row of a plan for a file may change: budgets, and of nobody an account. */
const isFileRow = (row: PlanRow, dataset: FileDataset): boolean =>
	(row.action === 'update' || row.action === 'hold') &&
	row.changes.every(({ field }) => dataset === 'budgets' && BUDGET_PATTERN.test(field)) &&
	Object.keys(row.after).length === 0;

/** Admits the items of File Build, or refuses them all: exactly one plan, for this very file. */
export function admitForFile(
	items: readonly unknown[],
	options: { accept: Accept; now: string; dataset: FileDataset },
): FileAdmission {
	const read = readItems(items);
	if ('ok' in read) return read;
	const whole = admitWhole(read, options.accept, options.now);
	if (!whole.ok) return whole;
	const { plan, approval, rows } = whole;
	if (plan.dataset !== options.dataset) {
		const dataset = plan.dataset ?? 'employees';
		return refuse('FILE_OTHER_PLAN', { dataset, file: options.dataset });
	}
	const wrong = rows.find(({ row }) => !isFileRow(row, options.dataset));
	if (wrong !== undefined) {
		return refuse('PLAN_ROW_INVALID', { problem: 'it is no line of a file' }, wrong.item);
	}
	return { ok: true, plan, approval, rows: inOrder(rows, approval) };
}
