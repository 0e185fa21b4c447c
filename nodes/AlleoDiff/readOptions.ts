import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { parseCivilDate } from '../../core/model/dates';
import { DEFAULT_LIMITS, DEFAULT_OPTIONS } from '../../core/plan/options';
import type { DiffOptions, GuardLimit, KeepPolicy, LimitedGuard } from '../../core/plan/options';
import { WRITABLE_FIELDS } from '../../core/model/employee';
import type { WritableField } from '../../core/model/employee';
import { toNodeError } from '../shared/errors';
import { guardParameter, GUARD_TEXTS } from './guardFields';
import { readRouting } from './routing';

/** Reads the panel once per run and checks at run time what it promises; nothing falls back silently. */

/** Throws; `setting` is the panel's label of it. */
export type Refuse = (setting: string, problem: string) => never;

function company(value: unknown, setting: string, refuse: Refuse): number {
	const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
	if (!/^\d{1,15}$/.test(text)) refuse(setting, 'an Alleo company id is a whole number');
	return Number(text);
}

function choice<T extends string>(
	value: unknown,
	allowed: readonly T[],
	setting: string,
	refuse: Refuse,
): T {
	const found = allowed.find((option) => option === value);
	return found ?? refuse(setting, `choose one of ${allowed.join(', ')}`);
}

const rowsOf = (value: unknown, key: string): IDataObject[] => {
	const rows =
		typeof value === 'object' && value !== null ? (value as IDataObject)[key] : undefined;
	return Array.isArray(rows) ? (rows as IDataObject[]) : [];
};

function limits(guards: IDataObject, refuse: Refuse): DiffOptions['limits'] {
	const result = { ...DEFAULT_LIMITS };
	for (const guard of Object.keys(GUARD_TEXTS) as LimitedGuard[]) {
		const limit: GuardLimit = { ...DEFAULT_LIMITS[guard] };
		for (const part of ['percent', 'minimum', 'maximum'] as const) {
			const value = guards[guardParameter(guard, part)];
			if (value === undefined) continue;
			const number = Number(value);
			if (!Number.isFinite(number) || number < 0)
				refuse('Guards', `${guardParameter(guard, part)} must be a number from 0`);
			limit[part] = number;
		}
		result[guard] = limit;
	}
	return result;
}

function keep(value: unknown, refuse: Refuse): DiffOptions['keep'] {
	const policies: Partial<Record<WritableField, KeepPolicy>> = {};
	for (const policy of rowsOf(value, 'policies')) {
		const field = choice(policy['field'], WRITABLE_FIELDS, 'Field Policies', refuse);
		policies[field] = choice(
			policy['keep'],
			['always', 'onCreate', 'whenEmpty'] as const,
			'Field Policies',
			refuse,
		);
	}
	return policies;
}

const names = (value: unknown): string[] =>
	String(value ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');

/** In the spellings that Employee Normalize takes too; what is no date stays, and is refused as it is. */
const civilDate = (text: string): string => parseCivilDate(text) ?? text;

export interface DiffSettings {
	options: DiffOptions;
	/** As typed; empty means today. */
	referenceDate: string;
}

export interface RunSettings extends DiffSettings {
	expiresAfterHours: number;
}

/** The settings that decide about people: the same for the plan and for its explanation. */
export function readDiffSettings(
	context: IExecuteFunctions,
	remembered: readonly string[],
	refuse: Refuse,
): DiffSettings {
	const read = (name: string, fallback: unknown): unknown =>
		context.getNodeParameter(name, 0, fallback);
	const companyId = read('companyId', '');
	const guards = read('guards', {}) as IDataObject;
	const options: DiffOptions = {
		...DEFAULT_OPTIONS,
		companyId:
			companyId === '' || companyId === null || companyId === undefined
				? null
				: company(companyId, 'Alleo Company ID', refuse),
		routing: readRouting(read('routing', {}), (value) => company(value, 'Routing', refuse), refuse),
		absentPolicy: choice(
			read('absentPolicy', 'report'),
			['report', 'deactivate'] as const,
			'People Absent From the Source',
			refuse,
		),
		ineligiblePolicy: choice(
			read('ineligiblePolicy', 'deactivate'),
			['deactivate', 'report'] as const,
			'People Who Are Not Eligible',
			refuse,
		),
		approval: choice(
			read('approval', 'always'),
			['always', 'whenGuardTrips'] as const,
			'Approval',
			refuse,
		),
		limits: limits(guards, refuse),
		keep: keep(read('fieldPolicies', {}), refuse),
		knownPartitions: [...new Set([...names(guards['expectedPartitions']), ...remembered])],
		language: choice(read('language', 'en'), ['en', 'nl'] as const, 'Report Language', refuse),
	};
	if (options.companyId === null && options.routing.length === 0) {
		refuse('Alleo Company ID', 'set the default Alleo company, or routes');
	}
	return { options, referenceDate: readGivenDate(context) };
}

/** The reference date as typed; empty means today. */
export const readGivenDate = (context: IExecuteFunctions): string =>
	civilDate(String(context.getNodeParameter('referenceDate', 0, '') ?? '').trim());

/** Hours in milliseconds; the expiry is an instant, unlike every other date here. */
const HOUR = 3_600_000;

export const expiresAfter = (createdAt: string, hours: number): string =>
	new Date(Date.parse(createdAt) + hours * HOUR).toISOString();

export const refuser =
	(context: IExecuteFunctions): Refuse =>
	(setting, problem) => {
		throw toNodeError(context.getNode(), 'DIFF_OPTION_INVALID', { setting, problem });
	};

export function readSettings(
	context: IExecuteFunctions,
	remembered: readonly string[],
): RunSettings {
	const refuse: Refuse = refuser(context);
	const hours = Number(context.getNodeParameter('expiresAfterHours', 0, 24));
	if (!Number.isFinite(hours) || hours <= 0)
		refuse('Expires After (Hours)', 'it must be more than 0');
	return {
		...readDiffSettings(context, remembered, refuse),
		expiresAfterHours: hours,
	};
}
