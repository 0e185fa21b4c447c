import { options as alleoOptions, concurrency } from '../../nodes/Alleo/resources/shared';
import { accept } from '../../nodes/Alleo/resources/accept';
import { language as planLanguage } from '../../nodes/AlleoDiff/properties';
import {
	onPartitionError as afasOnError,
	pageSize as afasPageSize,
	readingOptions as afasOptions,
} from '../../nodes/Afas/operations/descriptions/shared';
import { asked as afasPayroll } from '../../nodes/Afas/operations/payroll/getAll.description';
import { ASKED } from '../../nodes/CustomerSetup/resources/invitation/createFields';
import {
	onPartitionError as nmbrsOnError,
	options as nmbrsOptions,
	optionsOfPayroll,
} from '../../nodes/Nmbrs/operations/descriptions/partitions';
import { language as pageLanguage, requireComment } from '../../nodes/SyncApproval/properties';
import { language as logLanguage } from '../../nodes/SyncRunLog/properties';
import { done } from '../../core/model/result';
import type { Parameter } from '../../nodes/shared/parameters';

/**
 * What workflows that are saved already may give, and always could: a run that reads people does not
 * stop for a box that is empty, or for a number that only says how fast to read.
 */

const NOTHING = [undefined, null, '', ' '];

const EMPTY: Array<[string, Parameter<unknown>, unknown]> = [
	['AFAS, On Connector Error', afasOnError, 'stop'],
	['AFAS, Leave Unit', afasPayroll.leaveUnit, 'hours'],
	['AFAS, Pay Cycle', afasPayroll.payCycle, null],
	['NMBRS, On Company Error', nmbrsOnError, 'stop'],
	['Alleo, Accept', accept, 'approved'],
	['Alleo Diff, Report Language', planLanguage, 'en'],
	['Sync Approval, Page Language', pageLanguage, 'nl'],
	['Sync Approval, Require Comment', requireComment, false],
	['Sync Run Log, Language', logLanguage, 'nl'],
	['Customer Setup, Page Language', ASKED.language, 'nl'],
	['Customer Setup, Ask for the NMBRS API Token', ASKED.askApiToken, false],
];
test.each(EMPTY)('%s: nothing at all is the careful or usual answer', (_name, one, value) => {
	for (const nothing of NOTHING) expect(one.parse(nothing)).toEqual(done(value));
});

test('NMBRS: how fast to read', () => {
	const usual = { concurrency: 2, pageSize: 100, timeoutMs: 120_000 };
	const zero = { concurrency: 0, pageSize: '0', timeout: '0' };
	expect(nmbrsOptions.parse(zero)).toEqual(done(usual));
	const much = { concurrency: 20, pageSize: '1000', timeout: 7200 };
	expect(nmbrsOptions.parse(much)).toEqual(
		done({ concurrency: 8, pageSize: 500, timeoutMs: 3_600_000 }),
	);
	expect(optionsOfPayroll.parse({ reportLimit: 0 })).toMatchObject(
		done({ ...usual, reportLimitMs: 600_000 }),
	);
	expect(optionsOfPayroll.parse({ reportLimit: 500 })).toMatchObject(
		done({ reportLimitMs: 7_200_000 }),
	);
});

test('AFAS: how fast to read', () => {
	expect([0, '200', 1_000_000].map((size) => afasPageSize.parse(size))).toEqual(
		[1000, 200, 149_999].map(done),
	);
	expect(afasOptions.parse({ parallelPages: 99, timeoutSeconds: '0' })).toEqual(
		done({ parallel: 5, timeoutMs: 120_000 }),
	);
	expect(afasOptions.parse({ parallelPages: '', timeoutSeconds: 3600 })).toEqual(
		done({ parallel: 1, timeoutMs: 900_000 }),
	);
});

test('Alleo: how fast to read', () => {
	expect([0, '4', 100].map((calls) => concurrency.parse(calls))).toEqual([8, 4, 32].map(done));
	expect(alleoOptions.parse({ timeoutSeconds: '0' })).toEqual(done({ timeoutMs: 30_000 }));
	expect(alleoOptions.parse({ timeoutSeconds: 0.3 })).toEqual(done({ timeoutMs: 300 }));
	expect(alleoOptions.parse({ timeoutSeconds: 900 })).toEqual(done({ timeoutMs: 300_000 }));
});
