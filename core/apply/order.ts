import type { RowAction } from '../model/plan';

/**
 * The order of the writes: identifiers are freed first (deactivations and e-mail changes away), then
 * updates and re-activations, then creates. Rows of one stage do not depend on each other and may go
 * out together; a stage starts when the one before it is settled.
 */

export interface WriteStep {
	rowId: string;
	action: Exclude<RowAction, 'hold'>;
	/** Place in the plan, breaks ties. */
	position: number;
	/** The account that the row changes, null for a create. */
	account: string | null;
	/** Key of the e-mail address that the row gives out, null when it leaves the address alone. */
	takes: string | null;
	/** The row that must go before this one. */
	linkedTo: string | null;
}

/** An account that has an address now, active or not. */
export interface Holder {
	account: string;
	/** In the same company, where Alleo certainly refuses a second one. */
	binding: boolean;
}

export type HoldersOf = (step: WriteStep) => readonly Holder[];

export interface Arrangement {
	/** Row ids, stage by stage. */
	stages: string[][];
	/** Rows that must have been applied before this one may go. */
	requires: ReadonlyMap<string, readonly string[]>;
	/** Rows whose address belongs to an account that keeps it, with that account. */
	blocked: ReadonlyMap<string, string>;
	/** Rows that wait for each other in a circle. */
	swaps: ReadonlySet<string>;
}

/** The waiting of each row: for the holder of its new address, and for the row it is linked to. */
function dependencies(
	steps: readonly WriteStep[],
	holdersOf: HoldersOf,
): { requires: Map<string, string[]>; blocked: Map<string, string>; freeing: Set<string> } {
	const byAccount = new Map<string, WriteStep>();
	const known = new Set<string>();
	for (const step of steps) {
		known.add(step.rowId);
		if (step.account !== null) byAccount.set(step.account, step);
	}
	const requires = new Map<string, string[]>();
	const blocked = new Map<string, string>();
	const freeing = new Set<string>();
	const wait = (step: WriteStep, before: string): void => {
		requires.set(step.rowId, [...(requires.get(step.rowId) ?? []), before]);
	};
	for (const step of steps) {
		if (step.linkedTo !== null && known.has(step.linkedTo)) wait(step, step.linkedTo);
		if (step.takes === null) continue;
		for (const { account, binding } of holdersOf(step)) {
			if (account === step.account) continue;
			const holding = byAccount.get(account);
			if (holding === undefined || holding.takes === null || holding.takes === step.takes) {
				if (binding) blocked.set(step.rowId, account);
			} else {
				wait(step, holding.rowId);
				freeing.add(holding.rowId);
			}
		}
	}
	return { requires, blocked, freeing };
}

/** Whether a row waits, directly or not, for itself. */
function waitsForItself(row: string, requires: ReadonlyMap<string, readonly string[]>): boolean {
	const seen = new Set<string>();
	const open = [...(requires.get(row) ?? [])];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		if (next === row) return true;
		if (seen.has(next)) continue;
		seen.add(next);
		open.push(...(requires.get(next) ?? []));
	}
	return false;
}

/** Longest chain of rows before each row; Infinity for a circle and for what waits for one. */
function depths(
	steps: readonly WriteStep[],
	requires: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
	const depth = new Map<string, number>();
	let open = steps.map((step) => step.rowId);
	for (let level = 0; open.length > 0; level++) {
		const ready = open.filter((row) =>
			(requires.get(row) ?? []).every((before) => depth.has(before)),
		);
		if (ready.length === 0) break;
		for (const row of ready) depth.set(row, level);
		open = open.filter((row) => !depth.has(row));
	}
	for (const row of open) depth.set(row, Infinity);
	return depth;
}

const phaseOf = (step: WriteStep, freeing: ReadonlySet<string>): number => {
	if (step.action === 'create') return 2;
	return step.action === 'deactivate' || freeing.has(step.rowId) ? 0 : 1;
};

/**
 * @param steps the rows to write
 * @param holdersOf the accounts that have the address which the row gives out
 */
export function arrange(steps: readonly WriteStep[], holdersOf: HoldersOf): Arrangement {
	const { requires, blocked, freeing } = dependencies(steps, holdersOf);
	const depth = depths(steps, requires);
	const swaps = new Set<string>();
	for (const step of steps) {
		if (depth.get(step.rowId) === Infinity && waitsForItself(step.rowId, requires)) {
			swaps.add(step.rowId);
		}
	}
	const phase = new Map(steps.map((step) => [step.rowId, phaseOf(step, freeing)]));
	const rank = (step: WriteStep): number => Math.min(depth.get(step.rowId) ?? 0, steps.length);
	const ordered = steps
		.filter((step) => !swaps.has(step.rowId))
		.sort((a, b) => rank(a) - rank(b) || a.position - b.position);

	// A row stands in the first stage of its phase, or later when something it waits for does.
	const widest = ordered.reduce((most, step) => {
		const own = depth.get(step.rowId) ?? 0;
		return own === Infinity ? most : Math.max(most, own + 1);
	}, 1);
	const stageOf = new Map<string, number>();
	const stages: string[][] = [];
	for (const step of ordered) {
		const after = (requires.get(step.rowId) ?? []).map((row) => (stageOf.get(row) ?? 0) + 1);
		const stage = Math.max((phase.get(step.rowId) ?? 0) * widest, ...after);
		stageOf.set(step.rowId, stage);
		(stages[stage] ??= []).push(step.rowId);
	}
	return { stages: stages.filter((stage) => stage !== undefined), requires, blocked, swaps };
}
