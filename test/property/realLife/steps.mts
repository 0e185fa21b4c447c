import { admit } from '../../../core/apply/admit';
import { applyPlans } from '../../../core/apply/run';
import { parseRawMapping } from '../../../core/normalize/mapping';
import { DEFAULT_NORMALIZE_OPTIONS, normalize } from '../../../core/normalize';
import { DEFAULT_LIMITS, DEFAULT_OPTIONS } from '../../../core/plan/options';
import type { DiffOptions } from '../../../core/plan/options';
import { diff } from '../../../core/plan/people';
import type { Plan } from '../../../core/plan/finish';
import type { Approval, Outcome, PlanRow } from '../../../core/model/plan';
import type { AlleoEmployee, Employee } from '../../../core/model/employee';
import { covered } from '../../support/people.mts';
import { around } from '../listAlleo.mts';
import type { ListAlleo } from '../listAlleo.mts';
import { CUSTOM_MAPPING, partitionOf, recordsOf } from './render.mts';
import { DAY } from './truth.mts';
import type { Truth } from './truth.mts';

/** A world through the product: Normalize, Diff, and what goes out. */

const NOW = `${DAY}T03:00:00.000Z`;

/** No guard about numbers may stand in the way: what a small plan may do, it does. */
const LIMITS = Object.fromEntries(
	Object.keys(DEFAULT_LIMITS).map((code) => [code, { percent: 1e9, minimum: 1e9, maximum: 1e9 }]),
) as DiffOptions['limits'];

/** Null where the run was stopped before a plan; `code` says why. */
export function peopleOf(truth: Truth): { people: Employee[] } | { code: string } {
	const isCustom = truth.vendor === 'custom';
	const result = normalize({
		records: recordsOf(truth),
		mapping: parseRawMapping({
			mappingMode: 'defineBelow',
			value: isCustom ? CUSTOM_MAPPING : null,
		}),
		transforms: [],
		accessField: 'alleo_access',
		options: {
			...DEFAULT_NORMALIZE_OPTIONS,
			referenceDate: DAY,
			...(truth.selective ? { selectiveSync: 'on' } : {}),
		},
		evaluate: () => {
			throw new Error('n8n must not be asked');
		},
	});
	return result.ok ? { people: result.value } : { code: result.problem.code };
}

export function planOf(
	truth: Truth,
	people: readonly Employee[],
	alleo: readonly AlleoEmployee[],
	approval: DiffOptions['approval'],
): Plan[] {
	const partitions = [...new Set(truth.jobs.map((job) => partitionOf(truth, job)))];
	const result = diff({
		source: people,
		alleo,
		coverage: partitions.map((name) => covered(name, 5, !truth.incomplete.has(name))),
		options: {
			...DEFAULT_OPTIONS,
			companyId: 41,
			routing: [{ filter: 'Zuid', companyId: 42 }],
			approval,
			absentPolicy: 'deactivate',
			limits: LIMITS,
		},
		referenceDate: DAY,
		createdAt: NOW,
		expiresAt: `${DAY}T23:00:00.000Z`,
	});
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
	// What is ready goes out while the rest still waits.
	return [...result.value].reverse();
}

/** Sends rows on as Sync Plan Apply gets them: ready, or with one approval on each. */
export async function carry(
	alleo: ListAlleo,
	rows: readonly PlanRow[],
	approval: Approval | null,
): Promise<Outcome[]> {
	if (rows.length === 0) return [];
	const items = approval === null ? rows : rows.map((row) => ({ ...row, approval }));
	const admission = admit(items, { accept: 'approvedOrReady', now: NOW, companies: [] });
	if (!admission.ok) throw new Error(`not admitted: ${JSON.stringify(admission)}`);
	const applied = await applyPlans(around(alleo, NOW), admission.plans);
	if (!applied.ok) throw new Error(`not applied: ${JSON.stringify(applied.fault)}`);
	return applied.outcomes;
}
