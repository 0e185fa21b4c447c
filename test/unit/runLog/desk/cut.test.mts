import { cutRuns, endWith } from '../../../../core/runLog/desk/cut';
import type { RunEnd } from '../../../../core/runLog/desk/cut';

/** Runs that n8n cut: found by the next start of the same workflow, and told once. */

const NOW = '2026-11-24T10:00:00.000Z';

const row = (changes: object): Record<string, unknown> => ({
	run: '16',
	workflow: 'w1',
	state: 'applied',
	started_at: '2026-11-23T03:00:00.000Z',
	finished_at: '2026-11-23T03:10:00.000Z',
	problems: '',
	...changes,
});

describe('runs without an end', () => {
	const to = {
		customer: 'Bakkerij',
		language: 'en',
		zone: 'Europe/Amsterdam',
		recipients: [],
	} as const;
	const of = (rows: Array<Record<string, unknown>>, ended: string[] = [], end: RunEnd = 'failed') =>
		cutRuns({
			rows,
			run: '17',
			ended: new Map(ended.map((id) => [id, end])),
			to: { ...to, recipients: [] },
			link: '',
			now: NOW,
			version: '1',
		});
	const open = (state: string, started_at: string, more: object = {}) =>
		row({ state, started_at, finished_at: null, ...more });

	test('are found where n8n says that they ended, or much time has passed', () => {
		const young = open('applying', '2026-11-24T09:55:00.000Z');
		expect(of([young]).log).toEqual([]);
		expect(of([young], ['16']).log).toMatchObject([
			{ run: '16', state: 'failed', problems: 'trigger: RUN_CUT', finished_at: NOW },
		]);
		const old = open('started', '2026-11-23T03:00:00.000Z');
		expect(of([old]).tell).toHaveLength(1);
		expect(of([old]).tell[0]?.text).toContain('23 November 2026 04:00');
	});

	test('a plan that waits is left alone until it cannot wait any more', () => {
		const waits = (expires_at: string) =>
			open('waiting', '2026-11-20T03:00:00.000Z', { expires_at });
		expect(of([waits('2026-11-24T12:00:00.000Z')]).log).toEqual([]);
		expect(of([waits('2026-11-24T09:30:00.000Z')]).log).toEqual([]);
		expect(of([waits('2026-11-24T08:00:00.000Z')]).log).toHaveLength(1);
		expect(of([waits('2026-11-24T12:00:00.000Z')], ['16']).log).toHaveLength(1);
	});

	test('the run that starts, a part of it, and what has an end are none', () => {
		const rows = [
			open('started', '2026-11-01T03:00:00.000Z', { run: '17' }),
			open('applying', '2026-11-01T03:00:00.000Z', { run: '17:ready' }),
			row({ state: 'failed' }),
			row({ state: 'nothing' }),
		];
		expect(of(rows, ['16', '17']).log).toEqual([]);
	});

	test('both parts of one run are one message', () => {
		const at = '2026-11-22T03:00:00.000Z';
		const work = of([open('applying', at, { run: '16:ready' }), open('applying', at)]);
		expect(work.log.map(({ run }) => run)).toEqual(['16:ready', '16']);
		expect(work.tell).toHaveLength(1);
	});
});

describe('a run that a person let end', () => {
	const to = { customer: 'Bakkerij', language: 'nl', zone: 'Europe/Amsterdam', recipients: [] };
	const of = (changes: object, end: RunEnd | null, language: 'nl' | 'en' = 'nl') => {
		const open = row({ mode: 'dryRun', state: 'started', finished_at: null, ...changes });
		const { log, tell } = cutRuns({
			rows: [open],
			run: '17',
			ended: new Map(end === null ? [] : [['16', end]]),
			to: { ...to, language, recipients: [] },
			link: 'https://n8n.example/workflow/w1/executions',
			now: NOW,
			version: '1',
		});
		return [log[0]?.state ?? 'open', tell.length];
	};
	const long = { started_at: '2026-11-23T03:00:00.000Z' };
	const short = { started_at: '2026-11-24T09:55:00.000Z' };

	test.each([
		// "Execute previous nodes": n8n keeps nothing of it.
		['a part of it in the editor', { ...short }, 'gone', ['part', 0]],
		['the same, found by the time', { ...long }, null, ['part', 0]],
		['it failed in the editor, where it was seen', { ...short }, 'failed', ['failed', 0]],
		['somebody stopped its plan', { ...short, state: 'waiting' }, 'cancelled', ['part', 0]],
		['the plan of an editor run, gone', { ...short, state: 'waiting' }, 'gone', ['part', 0]],
		[
			'its plan was approved, and n8n died',
			{ ...short, state: 'waiting' },
			'failed',
			['failed', 1],
		],
		['it was writing', { ...short, state: 'applying' }, 'gone', ['failed', 1]],
		['a daily run that somebody stopped', { ...short, mode: 'daily' }, 'cancelled', ['part', 0]],
		['a daily run that n8n ended', { ...short, mode: 'daily' }, 'failed', ['failed', 1]],
		[
			'a daily run with an error, of which the Error Trigger tells',
			{ ...short, mode: 'daily' },
			'erred',
			['open', 0],
		],
		['the same, of which nothing was heard', { ...long, mode: 'daily' }, 'erred', ['failed', 1]],
		['an error in the editor, where it was seen', { ...short }, 'erred', ['failed', 0]],
		['a daily run that is gone', { ...short, mode: 'daily' }, 'gone', ['failed', 1]],
		['one that may still run', { ...short }, null, ['open', 0]],
	] as const)('%s', (_name, changes, end, expected) => {
		expect(of(changes, end)).toEqual(expected);
	});

	test('its link to decide goes, as with any other end', () => {
		const counts = JSON.stringify({ link: 'https://n8n/webhook-waiting/16?signature=x' });
		const open = row({ mode: 'dryRun', state: 'waiting', finished_at: null, counts });
		const { log } = cutRuns({
			rows: [open],
			run: '17',
			ended: new Map([['16', 'gone' as const]]),
			to: { ...to, language: 'nl', recipients: [] },
			link: '',
			now: NOW,
			version: '1',
		});
		expect(JSON.stringify(log)).not.toContain('signature');
	});
});

test('n8n says itself that somebody stopped a run; a time limit or a shutdown is another thing', () => {
	expect(endWith({ message: 'The execution was cancelled manually' })).toBe('cancelled');
	expect(endWith({ message: 'The execution was cancelled because it timed out' })).toBe('failed');
	expect(endWith({})).toBe('failed');
});

test('an error of a step is not an end that n8n made', () => {
	expect(endWith({ message: 'AFAS refused the token' })).toBe('erred');
	for (const message of [
		'Workflow did not finish, possible out-of-memory issue',
		'Node crashed, possible out-of-memory issue',
		'Execution stopped at this node',
		'This execution failed to be processed too many times and will no longer retry. To allow',
	]) {
		expect(endWith({ message })).toBe('failed');
	}
});
