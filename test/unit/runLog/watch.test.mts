import { digest } from '../../../core/runLog/digest';
import { watch } from '../../../core/runLog/watch';
import type { WatchChange } from '../../../core/runLog/watch';
import { madeIntegration } from '../../support/fleet.mts';

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

const DIGEST = {
	limits: { noSuccessHours: 26, undecidedHours: 12 },
	language: 'en',
	now: NOW,
	zone: 'UTC',
} as const;

const look = (history: unknown[], states: unknown[] = [], limits: object = {}): WatchChange[] =>
	watch({
		history,
		states,
		limits: { noSuccessHours: 26, undecidedHours: 12, ...limits },
		language: 'en',
		now: NOW,
		zone: 'UTC',
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

	test('a run of the editor that has no end is nobody’s work; one by schedule is', () => {
		const good = run('applied', 20);
		const open = (mode: string) => run('started', 7, { mode, finished_at: null });
		expect(found([open('dryRun'), good])).toEqual([]);
		expect(found([open('daily'), good])).toEqual(['cut_off alert']);
		expect(found([run('part', 1), run('failed', 2), good])).toEqual(['failing alert']);
		expect(found([run('part', 1), good])).toEqual([]);
	});

	test('a run that n8n says is over is told at once, not after six hours', () => {
		const of = (over: string[]) => {
			const open = run('applying', 0.5, { run: '5', finished_at: null });
			return madeIntegration('w1', 'Bakkerij', { over, runs: [open, run('applied', 20)] });
		};
		expect(found([of([])])).toEqual([]);
		expect(found([of(['5'])])).toEqual(['cut_off alert']);
		expect(found([of(['4'])])).toEqual([]);
	});

	test('says times where the reader is', () => {
		const failed = [run('failed', 1), run('applied', 20)];
		const [change] = watch({
			...{ history: failed, states: [], limits: DIGEST.limits, language: 'nl', now: NOW },
			zone: 'Europe/Amsterdam',
		});
		expect(change?.text).toMatch(/^Sinds \d+ november 2026 \d\d:\d\d\./);
		expect(change?.text).not.toContain('UTC');
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
		const { subject, text, runs } = digest({ ...DIGEST, history });
		expect(subject).toBe('Alleo sync: the week until 24 November 2026');
		expect(runs).toBe(4);
		expect(text.split('\n')).toEqual([
			'Bakkerij Van Dijk: 3 runs: 1 applied, 1 nothing to do, 1 partly applied. Changes in Alleo: 9, failed: 1. Decided by: Anke.',
			'Zorg: 1 run: 1 failed. Changes in Alleo: 0, failed: 0.',
		]);
	});

	test('a week without runs says so, in both languages', () => {
		expect(digest({ ...DIGEST, history: [] }).text).toBe('There were no runs.');
		expect(digest({ ...DIGEST, history: [], language: 'nl' }).text).toBe('Er waren geen runs.');
	});
});

describe('a run with two records', () => {
	const parts = (waiting: string, ready: string, hours: number): object[] => [
		run(waiting, hours, { run: String(hours), finished_at: null, failed: 0, applied: 0 }),
		run(ready, hours, { run: `${hours}:ready`, applied: 4, failed: ready === 'partly' ? 1 : 0 }),
	];

	test('what went on by itself decides nothing, and is a success', () => {
		expect(found(parts('waiting', 'applied', 13))).toEqual(['undecided alert']);
		expect(found([...parts('waiting', 'applied', 2), ...parts('expired', 'applied', 20)])).toEqual([
			'undecided alert',
		]);
		expect(found(parts('waiting', 'applied', 3))).toEqual([]);
		expect(found([...parts('waiting', 'applied', 3).reverse(), run('applied', 60)])).toEqual([]);
		expect(found([...parts('rejected', 'applied', 3), run('applied', 60)])).toEqual([]);
	});

	test('a part that failed is a run that failed', () => {
		expect(found([...parts('applied', 'partly', 3), run('applied', 20)])).toEqual([
			'failing alert',
		]);
		expect(found([...parts('waiting', 'partly', 3), run('applied', 20)])).toEqual([
			'failing alert',
		]);
		expect(found([...parts('waiting', 'applied', 3), run('failed', 20)])).toEqual([]);
	});

	test('counts once in the digest', () => {
		const history = [...parts('waiting', 'applied', 3), run('applied', 27)];
		const { runs, text } = digest({ ...DIGEST, history });
		expect(runs).toBe(2);
		expect(text).toBe(
			'Bakkerij Van Dijk: 2 runs: 1 waiting, 1 applied. Changes in Alleo: 4, failed: 0.',
		);
	});
});

describe('who is held for more than a week', () => {
	const hold = (external_id: string, since: string, changes: object = {}) => ({
		external_id,
		since,
		partition: 'c1',
		company: 'Bakkerij BV',
		code: 'EMAIL_MISSING',
		...changes,
	});
	const withHolds = (holds: object[], hours = 3, changes: object = {}) =>
		run('applied', hours, {
			reference_date: hoursAgo(hours).slice(0, 10),
			counts: JSON.stringify({ holds }),
			...changes,
		});
	const linesOf = (history: unknown[], language: 'en' | 'nl' = 'en'): string[] =>
		digest({ ...DIGEST, history, language })
			.text.split('\n')
			.slice(1);

	test('by company and step, with the ids and since when', () => {
		const holds = [
			hold('nmbrs-1', '2026-11-17'),
			hold('nmbrs-2', '2026-11-01'),
			hold('nmbrs-3', '2026-11-18'),
			hold('nmbrs-4', '2026-10-01', { company: null, code: 'FILTER_UNROUTED' }),
		];
		expect(linesOf([withHolds(holds)])).toEqual([
			'On hold for more than a week: 3.',
			'- Bakkerij BV: Fill the address in the HR system, or choose another e-mail policy. (EMAIL_MISSING) nmbrs-2 since 1 Nov 2026, nmbrs-1 since 17 Nov 2026',
			'- c1: Answer once to which Alleo company the value belongs (the questions of this customer, from the page with all customers), add it to Routing (Sync Settings or Compare with Alleo), or correct it in the HR system. (FILTER_UNROUTED) nmbrs-4 since 1 Oct 2026',
		]);
		expect(linesOf([withHolds(holds)], 'nl')[0]).toBe('Wacht al langer dan een week: 3.');
		expect(linesOf([withHolds(holds)], 'nl')[1]).toContain('nmbrs-2 sinds 1 nov 2026');
	});

	test('of the newest plan only; released since is not held', () => {
		const history = [withHolds([], 3), withHolds([hold('nmbrs-1', '2026-11-01')], 27)];
		expect(linesOf(history)).toEqual([]);
		expect(linesOf([run('failed', 1), ...history.slice(1)])).toHaveLength(2);
	});

	test('a long list ends with how many more', () => {
		const holds = Array.from({ length: 14 }, (_, index) => hold(`n-${index}`, '2026-11-01'));
		expect(linesOf([withHolds(holds)])[1]).toMatch(/, and 4 more$/);
		const groups = holds.map((one, index) => ({ ...one, company: `BV ${index}` }));
		const lines = linesOf([withHolds(groups)]);
		expect(lines).toHaveLength(12);
		expect(lines.at(-1)).toBe('- and 4 more');
	});

	test('nothing where nobody is, or where the log does not say', () => {
		expect(linesOf([run('applied', 3)])).toEqual([]);
		expect(linesOf([withHolds([hold('nmbrs-1', 'lately')])])).toEqual([]);
	});
});
