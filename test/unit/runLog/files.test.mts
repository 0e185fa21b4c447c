import { condense } from '../../../core/runLog/desk/history';
import { earlierFiles } from '../../../core/runLog/files';
import { MARK, logRow } from '../../support/employeeFile.mts';

/** Which files earlier runs read, as the next run gets to know it. */

const at = (day: string, more: object = {}) => ({
	run: day,
	started_at: `${day}T04:00:00.000Z`,
	reference_date: day,
	...more,
});

test('of runs that went well, the newest first', () => {
	const rows = [
		logRow({ people: 3 }, at('2026-11-26')),
		logRow({ people: 4 }, at('2026-11-28', { state: 'partly' })),
		logRow({ people: 5 }, at('2026-11-27', { state: 'nothing' })),
	];
	expect(earlierFiles(rows, 'workflow-1', 'hibob')?.map(({ people }) => people)).toEqual([4, 5, 3]);
	expect(earlierFiles(rows, 'workflow-1', 'hibob')?.[0]).toEqual({
		...MARK,
		people: 4,
		read_at: '2026-11-28T04:00:00.000Z',
	});
});

test.each(['failed', 'rejected', 'expired', 'waiting', 'started', 'applying'])(
	'a run that is %s proves nothing',
	(state) => {
		expect(earlierFiles([logRow({}, { state })], 'workflow-1', 'hibob')).toEqual([]);
	},
);

test('rows of another workflow and files of another source are passed over', () => {
	expect(earlierFiles([logRow({})], 'workflow-2', 'hibob')).toEqual([]);
	expect(earlierFiles([logRow({})], 'workflow-1', 'bamboo')).toEqual([]);
	expect(earlierFiles([logRow({ hash: 'no hash' })], 'workflow-1', 'hibob')).toEqual([]);
});

test('a run log that cannot be read is not one that is empty', () => {
	expect(earlierFiles('not read', 'workflow-1', 'hibob')).toBeNull();
	expect(earlierFiles([{ error: 'x' }], 'workflow-1', 'hibob')).toBeNull();
	expect(earlierFiles([], 'workflow-1', 'hibob')).toEqual([]);
});

test('what the desk gives back still says what the files were, however long ago', () => {
	const rows = [
		logRow({ people: 9 }, at('2026-08-01')),
		logRow({ people: 8 }, at('2026-11-28', { state: 'rejected' })),
	];
	const condensed = condense(rows, 'workflow-1', '2026-11-29');
	expect(earlierFiles(condensed, 'workflow-1', 'hibob')?.map(({ people }) => people)).toEqual([9]);
});
