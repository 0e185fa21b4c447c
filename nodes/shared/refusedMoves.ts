import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

/**
 * Moves to another Alleo company that Alleo refused. Sync Plan Apply writes them down and Alleo Diff
 * reads them, with the workflow that both are part of: n8n keeps that for production runs only.
 */

const KEY = 'refusedMoves';

const Keys = z.array(z.string()).catch([]);

const memoryOf = (context: IExecuteFunctions): IDataObject =>
	context.getWorkflowStaticData('global') ?? {};

export const refusedMoves = (context: IExecuteFunctions): string[] =>
	Keys.parse(memoryOf(context)[KEY]);

/** Nothing is touched where nothing is new, so that nothing is stored. */
export function rememberMoves(context: IExecuteFunctions, keys: readonly string[]): void {
	if (keys.length === 0) return;
	memoryOf(context)[KEY] = [...new Set([...refusedMoves(context), ...keys])];
}

/** Keeps those that the plan still wants and holds; a person who no longer moves is not held for it. */
export function forgetMoves(context: IExecuteFunctions, still: ReadonlySet<string>): void {
	const known = refusedMoves(context);
	const kept = known.filter((key) => still.has(key));
	if (kept.length < known.length) memoryOf(context)[KEY] = kept;
}
