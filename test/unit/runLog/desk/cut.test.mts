import { cutRuns } from '../../../../core/runLog/desk/cut';

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
	const to = { customer: 'Bakkerij', language: 'en' } as const;
	const of = (rows: Array<Record<string, unknown>>, ended: string[] = []) =>
		cutRuns({ rows, run: '17', ended: new Set(ended), to, now: NOW, version: '1' });
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
		expect(of([old]).tell[0]?.text).toContain('2026-11-23 03:00');
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
