import { diff } from '../../../core/plan/people';
import type { DiffInput } from '../../../core/plan/people';
import { DEFAULT_OPTIONS } from '../../../core/plan/options';
import type { Employee } from '../../../core/model/employee';
import { parseRawMapping } from '../../../core/normalize/mapping';
import type { SourceRecord } from '../../../core/normalize/mapping';
import { DEFAULT_NORMALIZE_OPTIONS, normalize } from '../../../core/normalize';
import type { CallFault } from '../../../core/apply/port';
import { sync } from '../../../core/sync';
import type { Outside, SyncStep } from '../../../core/sync';
import { withReport } from '../../../core/report/markdown';
import type { ReportedPlan } from '../../../core/report/markdown';
import { onlyEnd, onlyPlan } from '../../support/people.mts';
import { coverage, COMPANY } from './accounts.mts';
import { TODAY } from './people.mts';

/** The sync under measurement, with the settings that its nodes have untouched; whole, and by its two steps. */

const RULES = { ...DEFAULT_NORMALIZE_OPTIONS, selectiveSync: 'on' as const, referenceDate: TODAY };

const mapped = (records: readonly SourceRecord[]) => ({
	records,
	mapping: parseRawMapping({ mappingMode: 'defineBelow', value: null }),
	transforms: [],
	accessField: 'alleo_access',
	evaluate: () => {
		throw new Error('a plain mapping never asks n8n');
	},
});

const compared = (alleo: readonly unknown[], people: number) => ({
	alleo,
	coverage: coverage(people),
	options: { ...DEFAULT_OPTIONS, companyId: COMPANY },
	referenceDate: TODAY,
	createdAt: '2026-11-24T03:00:00.000Z',
	expiresAt: '2026-11-25T03:00:00.000Z',
});

export function normalizeAll(records: readonly SourceRecord[]): Employee[] {
	const result = normalize({ ...mapped(records), options: RULES });
	if (!result.ok) throw new Error(`normalize stopped: ${result.problem.code}`);
	return result.value;
}

export function diffAll(
	source: readonly Employee[],
	alleo: readonly unknown[],
	changed: Partial<DiffInput> = {},
): ReportedPlan {
	const result = diff({ source, ...compared(alleo, source.length), ...changed });
	return withReport(onlyPlan(result), 'en');
}

/** Nothing is written: the measurement ends where a person would be asked. */
const NOBODY: Outside<CallFault> = {
	port: {
		read: async () => await Promise.reject(new Error('nothing is read')),
		groups: async () => await Promise.reject(new Error('nothing is read')),
		row: () => {
			throw new Error('nothing is written');
		},
	},
	concurrency: 1,
	isStopped: () => true,
	answer: async () => null,
	now: () => '2026-11-24T03:00:00.000Z',
};

export interface Measured {
	/** Milliseconds of each step, with the garbage of the one before cleared away first. */
	ms: Partial<Record<SyncStep, number>>;
	rows: number;
}

/** The whole sync up to its plan, as core/sync.ts runs it. */
export async function measureSync(
	records: readonly SourceRecord[],
	alleo: readonly unknown[],
): Promise<Measured> {
	const ms: Measured['ms'] = {};
	let from = 0;
	const begin = (): void => {
		globalThis.gc?.();
		from = performance.now();
	};
	const passed = (step: SyncStep): void => {
		ms[step] = performance.now() - from;
		begin();
	};
	const input = {
		...mapped(records),
		...compared(alleo, records.length),
		inService: RULES,
		language: 'en' as const,
	};
	begin();
	const result = await sync(input, { ...NOBODY, passed });
	return { ms, rows: onlyEnd(result).plan.rows.length };
}
