import type { AlleoEmployee, Employee } from '../../../core/model/employee';
import type { PlanRow } from '../../../core/model/plan';
import type { GuardResult } from '../../../core/model/summary';
import { DEFAULT_NORMALIZE_OPTIONS, normalize } from '../../../core/normalize';
import { parseRawMapping } from '../../../core/normalize/mapping';
import type { Plan } from '../../../core/plan/finish';
import { DEFAULT_OPTIONS } from '../../../core/plan/options';
import type { DiffOptions } from '../../../core/plan/options';
import { diff } from '../../../core/plan/people';
import type { DiffInput } from '../../../core/plan/people';
import { coverageOf, recordsOf } from './records.mts';
import type { Vendor } from './records.mts';
import { DAY, dayAfter } from './staff.mts';
import type { Worker } from './staff.mts';

/** From the staff through Normalize and Diff to the plans of one reading. */

export interface Reading {
	vendor: Vendor;
	staff: readonly Worker[];
	alleo: readonly AlleoEmployee[];
	/** Today; `DAY` when left out. */
	day?: string;
	options?: Partial<DiffOptions>;
	/** Expressions by field in the place of the usual mapping. */
	mapping?: Record<string, string>;
	/** Of the reading; complete when left out. */
	coverage?: readonly object[];
}

const ROUTING = [{ filter: 'zuid', companyId: 42 }];

export function peopleOf({ vendor, staff, day = DAY, mapping }: Reading): Employee[] {
	const people = normalize({
		records: recordsOf(vendor, staff, day),
		mapping: parseRawMapping(
			mapping === undefined ? null : { mappingMode: 'defineBelow', value: mapping },
		),
		transforms: [],
		accessField: 'alleo_access',
		options: { ...DEFAULT_NORMALIZE_OPTIONS, referenceDate: day, selectiveSync: 'on' },
		evaluate: () => {
			throw new Error('n8n must not be asked');
		},
	});
	if (!people.ok) throw new Error(people.problem.code);
	return people.value;
}

export function inputOf(reading: Reading): DiffInput {
	const { vendor, staff, alleo, day = DAY, options = {}, coverage } = reading;
	return {
		source: peopleOf(reading),
		alleo,
		coverage: coverage ?? coverageOf(vendor, staff),
		options: {
			...DEFAULT_OPTIONS,
			companyId: 41,
			routing: ROUTING,
			approval: 'whenGuardTrips',
			...options,
		},
		referenceDate: day,
		createdAt: `${day}T03:00:00.000Z`,
		expiresAt: `${dayAfter(day, 1)}T03:00:00.000Z`,
	};
}

export function plansOf(reading: Reading): Plan[] {
	return plansFrom(inputOf(reading));
}

export function plansFrom(input: DiffInput): Plan[] {
	const result = diff(input);
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
	return [result.value].flat();
}

/** Rows of both plans that go out by themselves, and those that wait for a person. */
export const rowsThat = (plans: readonly Plan[], wait: boolean): PlanRow[] =>
	plans.filter(({ summary }) => summary.needs_approval === wait).flatMap(({ rows }) => rows);

/** `action external_id`, sorted: what is proposed, whatever its order. */
export const outline = (rows: readonly PlanRow[]): string[] =>
	rows.map(({ action, external_id: id }) => `${action} ${id}`).sort();

/** The tripped guards of the waiting or only plan. */
export const trippedOf = (plans: readonly Plan[]): GuardResult[] =>
	(plans[0]?.summary.guards ?? []).filter(({ tripped }) => tripped);

/** `CODE kind name` of each tripped guard; with the days where it looks back. */
export const named = (plans: readonly Plan[]): string[] =>
	trippedOf(plans).map(({ code, scope }) =>
		[code, scope.kind, scope.name ?? scope.id ?? '', scope.days ?? ''].join(' ').trim(),
	);
