import type { AlleoEmployee } from '../../../core/model/employee';
import type { PlanRow } from '../../../core/model/plan';
import { allowed } from '../../../core/plan/options';
import type { DiffOptions } from '../../../core/plan/options';
import { rowSignature } from '../../../core/plan/signature';
import type { Effect, Ran } from './desk.mts';
import { alleoCompany, externalId } from './records.mts';
import type { Vendor } from './records.mts';
import { dayAfter } from './staff.mts';
import type { Worker } from './staff.mts';

/** What must be so of every day of the long run, told from the truth and from what Alleo saw. */

export interface Seen {
	vendor: Vendor;
	today: string;
	/** The truth of the day. */
	staff: readonly Worker[];
	/** The accounts before the run. */
	before: readonly AlleoEmployee[];
	ran: Ran;
	/** All effects so far, with today's. */
	effects: readonly Effect[];
	options: Pick<
		DiffOptions,
		'limits' | 'weekTimes' | 'monthTimes' | 'partSize' | 'offboardAfterDays'
	>;
	isReadable: boolean;
	/** No run of the last 30 days was gone before it could say what it did, and no log unreadable. */
	isLogExact: boolean;
}

const CODES = {
	deactivate: 'DEACTIVATION_LIMIT',
	create: 'CREATE_LIMIT',
	reactivate: 'REACTIVATION_LIMIT',
} as const;
const ACTIONS = ['deactivate', 'create', 'reactivate'] as const;

const workerOf = ({ vendor, staff }: Seen, id: string | null): Worker | undefined =>
	staff.find((one) => externalId(vendor, one) === id);

const mayHaveAccess = ({ start, end, access }: Worker, today: string): boolean =>
	access === 'ja' && start <= today && (end === null || end >= today);

/** Nobody loses an account who should have it, nor before the days of grace are over. */
export function wronglyOff(seen: Seen): string[] {
	const { today, options, ran } = seen;
	return ran.effects.flatMap(({ action, externalId: id, alleoCompany: company }) => {
		if (action !== 'deactivate') return [];
		const one = workerOf(seen, id);
		if (one === undefined) return [`${id} is not in the source`];
		if (one.damaged) return [`${id} cannot be read`];
		const left = one.end !== null && today > dayAfter(one.end, options.offboardAfterDays);
		const moved = alleoCompany(one) !== company && mayHaveAccess(one, today);
		return left || one.access === 'nee' || moved ? [] : [`${id} off on ${today}, end ${one.end}`];
	});
}

/** Nobody gets an account who should not have it, and no active account is re-activated. */
export function wronglyOn(seen: Seen): string[] {
	const { ran, today, before } = seen;
	const active = new Set(before.filter((one) => one.is_active).map(({ id }) => id));
	const rows = ran.plans.flatMap((plan) => plan.rows);
	return [
		...rows
			.filter(({ action, alleo_id: id }) => action === 'reactivate' && active.has(id ?? -1))
			.map((row) => `${row.row_id} re-activates an active account`),
		...ran.effects.flatMap(({ action, externalId: id }) => {
			const one = workerOf(seen, id);
			if (action === 'deactivate') return [];
			return one !== undefined && !one.damaged && mayHaveAccess(one, today)
				? []
				: [`${action} ${id} on ${today}`];
		}),
	];
}

/** No row is in two plans of one run, and no person has the same action twice. */
export function inTwoPlans({ ran }: Seen): string[] {
	const keys = ran.plans
		.flatMap(({ rows }) => rows)
		.flatMap((row) => [row.row_id, `${row.action} ${row.external_id} ${row.alleo_company_id}`]);
	return keys.filter((key, at) => keys.indexOf(key) !== at);
}

interface Part {
	name: string;
	/** How many active accounts it had before the run. */
	base: number;
	has: (one: Pick<Effect, 'externalId' | 'alleoCompany'>) => boolean;
}

function partsOf(seen: Seen): Part[] {
	const { before, options, vendor } = seen;
	const active = before.filter(
		({ is_active: isActive, external_id: id }) => isActive && id?.startsWith(`${vendor}-`) === true,
	);
	const company = (id: string): string | undefined => workerOf(seen, id)?.company;
	const part = (name: string, has: Part['has']): Part => ({
		name,
		base: active.filter((one) =>
			has({ externalId: one.external_id ?? '', alleoCompany: one.company_id }),
		).length,
		has,
	});
	return [
		part('all', () => true),
		...[
			...['c1', 'c2', 'c3'].map((key) => part(key, ({ externalId: id }) => company(id) === key)),
			...[41, 42].map((key) => part(String(key), (one) => one.alleoCompany === key)),
		].filter(({ base }) => base >= options.partSize),
	];
}

/** What went out unasked stays within the limit of the day and of 7 and 30 days, in every part. */
export function overLimit(seen: Seen): string[] {
	const { today, effects, options, isReadable, isLogExact } = seen;
	const parts = partsOf(seen);
	const found: string[] = [];
	for (const action of ACTIONS) {
		const unasked = effects.filter((one) => one.action === action && !one.asked);
		if (!unasked.some(({ day }) => day === today)) continue;
		for (const { name, base, has } of parts) {
			const limit = allowed(options.limits[CODES[action]], Math.max(base, 1));
			const within = (days: number): number =>
				unasked.filter((one) => one.day > dayAfter(today, -days) && has(one)).length;
			const now = isReadable ? limit : Math.max(1, Math.floor(limit / 2));
			// Of a run that was gone nobody knows in which part; the whole still counts all of its plan.
			const looksBack = isReadable && (isLogExact || name === 'all');
			const windows: Array<[number, number]> = looksBack
				? [
						[1, now],
						[7, limit * options.weekTimes],
						[30, limit * options.monthTimes],
					]
				: [[1, now]];
			for (const [days, most] of windows) {
				// A part in which nothing happened today is as it was.
				if (!unasked.some((one) => one.day === today && has(one))) continue;
				if (within(days) > most)
					found.push(
						`${today} ${action} ${name}: ${within(days)} in ${days} days, ${most} allowed`,
					);
			}
		}
	}
	return found;
}

/** The guards over time count what Alleo saw: today's rows, and what went out unasked before. */
export function countedOtherwise(seen: Seen): string[] {
	const { ran, effects, today, isLogExact, vendor } = seen;
	const rows = ran.plans.flatMap((plan) => plan.rows);
	return (ran.plans[0]?.summary.guards ?? []).flatMap(({ code, scope, actual }) => {
		const action = ACTIONS.find((one) => CODES[one] === code);
		if (action === undefined || scope.days === null) return [];
		if (!isLogExact && scope.kind !== 'plan') return [];
		if (scope.kind === 'group' || (scope.kind === 'partition' && vendor === 'afas')) return [];
		const since = dayAfter(today, -scope.days);
		const isIn = (partition: string | null, company: number | null): boolean =>
			scope.kind === 'plan' ||
			(scope.kind === 'partition' ? partition === scope.id : String(company) === scope.id);
		const past = effects.filter(
			(one) =>
				!one.asked &&
				one.action === action &&
				one.day > since &&
				one.day < today &&
				isIn(one.partition, one.alleoCompany),
		).length;
		const now = rows.filter(
			(row) => row.action === action && isIn(row.partition, row.alleo_company_id),
		).length;
		const wrong = isLogExact ? actual !== past + now : actual < past + now;
		return wrong
			? [
					`${today} ${code} ${scope.kind} ${scope.id} ${scope.days}: ${actual}, saw ${past} + ${now}`,
				]
			: [];
	});
}

/** No company of two or more, and no Alleo company, ends as a whole without a question. */
export function emptied(seen: Seen): string[] {
	const { ran } = seen;
	const off = ran.effects.filter(({ action, asked }) => action === 'deactivate' && !asked);
	return partsOf({ ...seen, options: { ...seen.options, partSize: 2 } })
		.filter(({ name, base, has }) => name !== 'all' && base >= 2 && off.filter(has).length === base)
		.map(({ name }) => `${seen.today}: ${name} ended as a whole`);
}

export const signed = (rows: readonly PlanRow[]): Map<string, PlanRow> =>
	new Map(
		rows
			.filter(({ action }) => action !== 'hold')
			.flatMap((row): Array<[string, PlanRow]> => {
				const signature = rowSignature(row);
				return signature === null ? [] : [[signature, row]];
			}),
	);
