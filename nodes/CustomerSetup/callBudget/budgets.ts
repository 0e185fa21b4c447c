import { ALLEO_CREDENTIAL, ALLEO_NODE, SOURCES } from '../../../core/connect/templates/customer';
import type { Workflow } from '../../../core/connect/templates/workflow';
import type { Budget } from '../../shared/callBudget/turn';

/** Which limits of calls a workflow shares with others, by the ids of its credentials. */

export interface TurnPlaces {
	alleo: number;
	nmbrs: number;
}

/** All customers connect NMBRS with our one app, and its subscription has the limit (reference nmbrs 8). */
export const NMBRS_BUDGET = 'nmbrs';

/**
 * NMBRS before Alleo, for every run: who waits for the second holds only the first, so no two wait for each
 * other. AFAS counts per environment, so there is nothing to share.
 */
export function budgetsOf({ nodes }: Pick<Workflow, 'nodes'>, places: TurnPlaces): Budget[] {
	const keys = new Map<string, string>();
	let readsNmbrs = false;
	for (const { type, credentials = {}, disabled } of nodes) {
		if (disabled === true) continue;
		const alleo = type === ALLEO_NODE ? credentials[ALLEO_CREDENTIAL] : undefined;
		if (typeof alleo?.id === 'string') keys.set(alleo.id, alleo.name ?? alleo.id);
		const { node, ways } = SOURCES.nmbrs;
		readsNmbrs ||= type === node && ways.some((way) => credentials[way.type]?.id !== undefined);
	}
	return [
		...(readsNmbrs ? [{ budget: NMBRS_BUDGET, name: 'NMBRS', places: places.nmbrs }] : []),
		...[...keys].map(([id, name]) => ({ budget: `alleo ${id}`, name, places: places.alleo })),
	];
}

export const isAlleo = ({ budget }: Budget): boolean => budget.startsWith('alleo ');
