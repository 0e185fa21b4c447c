import { digest } from '../../../core/runLog/digest';
import { watch } from '../../../core/runLog/watch';
import type { WatchChange } from '../../../core/runLog/watch';

const NOW = '2026-11-24T10:00:00.000Z';
const hoursAgo = (hours: number): string =>
	new Date(Date.parse(NOW) - hours * 3_600_000).toISOString();

const run = (state: string, hours: number, changes: object = {}) => ({
	run: String(hours),
	workflow: 'w1',
	customer: 'Bakkerij Van Dijk',
	mode: 'daily',
	state,
	started_at: hoursAgo(hours),
	finished_at: ['started', 'waiting', 'applying'].includes(state) ? null : hoursAgo(hours),
	...changes,
});

const look = (history: unknown[], states: unknown[] = [], limits: object = {}): WatchChange[] =>
	watch({
		history,
		states,
		limits: { noSuccessHours: 26, undecidedHours: 12, ...limits },
		language: 'en',
		now: NOW,
	});

const found = (history: unknown[], states: unknown[] = [], limits: object = {}): string[] =>
	look(history, states, limits).map(({ check, state }) => `${check} ${state}`);

describe('the watchdog', () => {
	test('says nothing while all is well, or while there is nothing to look at', () => {
		expect(found([run('applied', 3), run('nothing', 27)])).toEqual([]);
		expect(found([])).toEqual([]);
		expect(found([{}, null, { state: 'failed' }])).toEqual([]);
	});

	test('no run that succeeded for too long', () => {
		expect(found([run('applied', 27)])).toEqual(['no_success alert']);
		expect(found([run('rejected', 3), run('applied', 50)])).toEqual(['no_success alert']);
		expect(found([run('started', 1), run('started', 30)])).toEqual(['no_success alert']);
		expect(found([run('started', 1)])).toEqual([]);
		expect(found([run('applied', 27)], [], { noSuccessHours: 0 })).toEqual([]);
	});

	test('a workflow that is only started by hand is not missed', () => {
		expect(found([run('applied', 500, { mode: 'dryRun' })])).toEqual([]);
	});

	test('a monthly workflow is late 31 days after a daily one would be', () => {
		const monthly = { mode: 'monthly' };
		expect(found([run('applied', 31 * 24, monthly)])).toEqual([]);
		expect(found([run('applied', 31 * 24 + 27, monthly)])).toEqual(['no_success alert']);
	});

	test('nobody decided: from the first plan that waits, over expired ones', () => {
		const good = run('applied', 25);
		expect(found([run('waiting', 13), good])).toEqual(['undecided alert']);
		expect(found([run('waiting', 11), good])).toEqual([]);
		expect(found([run('waiting', 2), run('expired', 20), good])).toEqual(['undecided alert']);
		const [change] = look([run('waiting', 2), run('expired', 20), good]);
		expect(change?.since).toBe(hoursAgo(20));
		expect(found([run('rejected', 1), run('waiting', 20), good])).toEqual([]);
		expect(found([run('nothing', 1), run('waiting', 20)])).toEqual([]);
	});

	test('the newest run failed, wholly or in part', () => {
		const failed = run('failed', 1, { problems: 'Read AFAS employees: UNAVAILABLE' });
		const [change] = look([failed, run('applied', 20)]);
		expect(change).toMatchObject({ check: 'failing', state: 'alert', key: 'w1:failing' });
		expect(change?.text).toContain('Read AFAS employees: UNAVAILABLE');
		expect(found([run('waiting', 1), run('partly', 2), run('applied', 20)])).toEqual([
			'failing alert',
		]);
		expect(found([run('applied', 1), run('failed', 20)])).toEqual([]);
	});

	test('says a change once, and the recovery once', () => {
		const bad = [run('failed', 1), run('applied', 20)];
		const alerts = look(bad);
		expect(alerts.map(({ subject }) => subject)).toEqual([
			'Bakkerij Van Dijk: the newest sync failed, wholly or in part',
		]);
		expect(look(bad, alerts)).toEqual([]);
		const good = [run('applied', 0.5), ...bad];
		const solved = look(good, alerts);
		expect(solved).toMatchObject([{ state: 'ok', subject: 'Bakkerij Van Dijk: solved' }]);
		expect(look(good, solved)).toEqual([]);
	});

	test('each workflow by itself', () => {
		const other = run('failed', 2, { workflow: 'w2', customer: 'Zorg' });
		expect(look([run('applied', 1), other, run('applied', 4, { workflow: 'w2' })])).toMatchObject([
			{ workflow: 'w2', customer: 'Zorg', check: 'failing' },
		]);
	});
});

describe('the weekly digest', () => {
	test('counts the seven days per customer, and names who decided', () => {
		const history = [
			run('applied', 10, { applied: 7, failed: 0, approver: 'Anke', decision: 'approved' }),
			run('nothing', 34),
			run('partly', 58, { applied: 2, failed: 1, approver: 'Anke' }),
			run('applied', 7 * 24 + 1, { applied: 99 }),
			run('failed', 12, { workflow: 'w2', customer: 'Zorg' }),
		];
		const { subject, text, runs } = digest(history, 'en', NOW);
		expect(subject).toBe('Alleo sync: the week until 2026-11-24');
		expect(runs).toBe(4);
		expect(text.split('\n')).toEqual([
			'Bakkerij Van Dijk: 3 run(s): 1 applied, 1 nothing to do, 1 partly applied. 9 change(s) in Alleo, 1 failed. Decided by: Anke.',
			'Zorg: 1 run(s): 1 failed. 0 change(s) in Alleo, 0 failed.',
		]);
	});

	test('a week without runs says so, in both languages', () => {
		expect(digest([], 'en', NOW).text).toBe('There were no runs.');
		expect(digest([], 'nl', NOW).text).toBe('Er waren geen runs.');
	});
});
