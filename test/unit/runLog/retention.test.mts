import { rowsToForget } from '../../../core/runLog/retention';

/** What may go of the run log, and what still decides something. */

const NOW = '2026-11-24T01:30:00.000Z';
const day = (back: number): string => new Date(Date.parse(NOW) - back * 86_400_000).toISOString();

let next = 1;
const row = (workflow: string, back: number, more: object = {}) => ({
	id: next++,
	run: String(next),
	workflow,
	state: 'applied',
	createdAt: day(back),
	exclusions: null,
	...more,
});

const forget = (rows: ReadonlyArray<{ id: number }>, days = 60): number[] =>
	rowsToForget(rows, days, NOW);

test('what is older goes, but for the newest row of each workflow', () => {
	const old = row('a', 90);
	const rows = [row('a', 61), old, row('b', 300), row('a', 59)];
	expect(forget(rows)).toEqual([rows[0]?.id, old.id]);
});

test('never under 31 days', () => {
	const rows = [row('a', 1), row('a', 20), row('a', 32)];
	expect(forget(rows, 0)).toEqual([rows[2]?.id]);
	expect(forget(rows, -5)).toEqual([rows[2]?.id]);
});

test('a run without an end stays', () => {
	for (const state of ['waiting', 'started', 'applying']) {
		expect(forget([row('a', 1), row('a', 400, { state })])).toEqual([]);
	}
});

test('an exclusion that still holds stays, or the person would be off-boarded', () => {
	const exclusions = (until: string | null) =>
		JSON.stringify([{ reason: 'later', until, rows: [['nmbrs-1', 'aaaaaaaaaaaaaaaa']] }]);
	const with_ = (until: string | null) => [
		row('a', 1),
		row('a', 99, { exclusions: exclusions(until) }),
	];
	expect(forget(with_('2026-11-24'))).toEqual([]);
	expect(forget(with_('2027-05-01'))).toEqual([]);
	expect(forget(with_('2026-11-23'))).toHaveLength(1);
	expect(forget(with_(null))).toHaveLength(1);
	expect(forget(with_('soon'))).toEqual([]);
});

test('the newest row that changed people in an Alleo company stays, or nobody knows of its accounts', () => {
	const changed = (alleo_company_id: number) => ({
		counts: JSON.stringify({
			applied: [{ action: 'create', people: 1, partition: null, alleo_company_id }],
		}),
	});
	const rows = [
		row('a', 1, changed(42)),
		row('a', 90, changed(41)),
		row('a', 91, changed(41)),
		row('a', 92, changed(42)),
	];
	expect(forget(rows)).toEqual([rows[2]?.id, rows[3]?.id]);
});

test('what is no row of the log stays', () => {
	const odd = [
		row('a', 1),
		row('a', 99, { createdAt: 'long ago' }),
		row('a', 99, { state: 'unheard of' }),
		{ id: 7 },
		{ ...row('a', 99), id: 'x' as unknown as number },
	];
	expect(forget(odd)).toEqual([]);
});
