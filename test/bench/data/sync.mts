import { diff } from '../../../core/plan/people';
import type { DiffInput } from '../../../core/plan/people';
import { DEFAULT_OPTIONS } from '../../../core/plan/options';
import type { Employee } from '../../../core/model/employee';
import { parseRawMapping } from '../../../core/normalize/mapping';
import type { SourceRecord } from '../../../core/normalize/mapping';
import { DEFAULT_NORMALIZE_OPTIONS, normalize } from '../../../core/normalize';
import { withReport } from '../../../core/report/markdown';
import type { ReportedPlan } from '../../../core/report/markdown';
import { coverage, COMPANY } from './accounts.mts';
import { TODAY } from './people.mts';

/** The two steps under measurement, as their nodes call them with untouched settings. */

export function normalizeAll(records: readonly SourceRecord[]): Employee[] {
	const result = normalize({
		records,
		mapping: parseRawMapping({ mappingMode: 'defineBelow', value: null }),
		transforms: [],
		accessField: 'alleo_access',
		options: { ...DEFAULT_NORMALIZE_OPTIONS, selectiveSync: true, referenceDate: TODAY },
		evaluate: () => {
			throw new Error('a plain mapping never asks n8n');
		},
	});
	if (!result.ok) throw new Error(`normalize stopped: ${result.issue.code}`);
	return result.value;
}

export function diffAll(
	source: readonly Employee[],
	alleo: readonly unknown[],
	changed: Partial<DiffInput> = {},
): ReportedPlan {
	const result = diff({
		source,
		alleo,
		coverage: coverage(source.length),
		options: { ...DEFAULT_OPTIONS, companyId: COMPANY },
		referenceDate: TODAY,
		createdAt: '2026-11-24T03:00:00.000Z',
		expiresAt: '2026-11-25T03:00:00.000Z',
		...changed,
	});
	if (!result.ok) throw new Error(`diff stopped: ${result.problem.code}`);
	return withReport(result.value, 'en');
}
