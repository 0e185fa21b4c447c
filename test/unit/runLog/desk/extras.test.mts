import { readDeskCall } from '../../../../core/runLog/deskCall';
import type { DeskCall } from '../../../../core/runLog/deskCall';
import { linkCleared, readDetails } from '../../../../core/runLog/details';
import { addressed } from '../../../../core/runLog/desk/compose';
import { cutRuns } from '../../../../core/runLog/desk/cut';
import { doneOfRun } from '../../../../core/runLog/desk/done';
import { planOfRun } from '../../../../core/runLog/desk/plan';
import { stopOfRun } from '../../../../core/runLog/desk/stop';
import type { RunItems } from '../../../../core/runLog/end';
import { makePlan } from '../../../support/approvalPlan.mts';
import { madeCounts } from '../../../support/fleet.mts';
import { approvalOf, deskSelf, outcomeOf, plan, start, viewOf } from '../../../support/runLog.mts';

/** What the log keeps of a run besides its plan: the page to decide on, and whom it waited for. */

const NOW = '2026-11-24T10:00:00.000Z';
const LINK = 'https://n8n.example/webhook-waiting/17?signature=abc';
const TURNS = [
	{ budget: 'Alleo Zuid', seconds: 90, behind: ['Bakkerij'], ended: 'place', code: null },
	{ budget: 'NMBRS', seconds: 0, behind: [], ended: 'place', code: null },
	{ budget: '', seconds: 0, behind: [], ended: 'noLine', code: 'N8N_REFUSED' },
];
const KEPT = [
	{ budget: 'Alleo Zuid', seconds: 90, got: true },
	{ budget: '', seconds: 0, got: false },
];

const made = plan();
const waiting: RunItems = {
	summaries: [viewOf(made)],
	rows: made.rows.map((row) => ({ row, approval: null })),
	outcomes: [],
};
const base = { start: start(), rows: [], deskSelf: deskSelf(), now: NOW, version: '1' };

function call(changes: object = {}): DeskCall {
	const given = { workflow: 'w1', run: '17', link: LINK, start: { waited: TURNS }, ...changes };
	const read = readDeskCall(given);
	if (!read.ok) throw new Error(read.problem.code);
	return read.value;
}

const planned = (known: RunItems, changes: object = {}) =>
	planOfRun({ ...base, call: call({ event: 'plan', ...changes }), known }).work.log;
const detailsIn = ([record]: ReadonlyArray<{ counts?: string | null }>) =>
	readDetails(record?.counts);

test('a plan that waits has its page and the turns that took time', () => {
	expect(detailsIn(planned(waiting))).toMatchObject({ link: LINK, waited: KEPT });
	expect(detailsIn(planned(waiting, { start: { waited: 'x' } }))).not.toHaveProperty('waited');
});

test('the page of a run that somebody asked for by form is kept nowhere', () => {
	expect(JSON.stringify(planned(waiting, { asked_by: 'Anke' }))).not.toContain('webhook-waiting');
});

test('only the part that waits has the page; what goes on by itself has nothing to decide', () => {
	const ready = makePlan([{ action: 'create', external_id: 'nmbrs-4' }], {
		needs_approval: false,
		status: 'ready',
	});
	const log = planned({ ...waiting, summaries: [viewOf(made), viewOf(ready)] });
	expect(log.map(({ counts }) => readDetails(counts)?.link)).toEqual([LINK, undefined]);
});

test('the end takes the page away and keeps the turns', () => {
	for (const decision of ['approved', 'rejected', 'expired'] as const) {
		const approval = approvalOf(made.rows, { decision });
		const rows = made.rows.map((row) => ({ row, approval }));
		const [first] = made.rows;
		const outcomes = decision === 'approved' ? [outcomeOf(first!, 'applied', 'APPLIED')] : [];
		const came = outcomes[0] ?? { ...first, approval };
		const given = {
			...base,
			call: call({ event: 'done', came }),
			known: { ...waiting, rows, outcomes },
		};
		const details = detailsIn(doneOfRun(given).log);
		expect(details).toMatchObject({ waited: KEPT });
		expect(details).not.toHaveProperty('link');
	}
});

test('a run that stops, or was cut, loses the page too, and nothing else of its counts', () => {
	const counts = madeCounts(3, { link: LINK, waited: KEPT });
	const cleared = madeCounts(3, { waited: KEPT });
	const row = { run: '17', workflow: 'w1', state: 'waiting', started_at: NOW, counts };
	const stopped = { execution: { id: '17' }, workflow: { id: 'w1', name: 'w' } };
	const given = { ...base, found: null, desk: 'desk', ownRun: '99', stopped };
	const [record] = stopOfRun({ ...given, rows: [row] }).log;
	expect(JSON.parse(record?.counts ?? '')).toEqual(JSON.parse(cleared));
	const to = addressed({ customer: 'x' }, deskSelf());
	const ended = new Map([['17', 'failed' as const]]);
	const cut = { rows: [row], run: '18', ended, to, link: '', now: NOW, version: '1' };
	expect(JSON.parse(cutRuns(cut).log[0]?.counts ?? '')).toEqual(JSON.parse(cleared));
	// Where there is none the column stays as it is.
	const without = { ...row, counts: cleared };
	expect(stopOfRun({ ...given, rows: [without] }).log[0]).not.toHaveProperty('counts');
	for (const text of [null, undefined, '', 'x', '{}', cleared]) {
		expect(linkCleared(text)).toBeUndefined();
	}
});
