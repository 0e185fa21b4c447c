import { doneOfRun } from '../../../../core/runLog/desk/done';
import { resolveIssue } from '../../../../core/issues';
import type { Outcome } from '../../../../core/model/plan';
import { makePlan } from '../../../support/approvalPlan.mts';
import { outcomeOf, viewOf } from '../../../support/runLog.mts';
import {
	applied,
	base,
	call,
	changing,
	decided,
	done,
	made,
	only,
	open,
	own,
	PAGE,
} from '../../../support/deskMessages.mts';

/** What the end of a plan is told as. */

describe('done', () => {
	test('with the result: what was carried out, who approved, when, and where it stands', () => {
		const message = only(done(decided(applied)));
		expect(message).toMatchObject({
			kind: 'done',
			subject: 'Bakkerij: 3 wijzigingen doorgevoerd in Alleo',
			link: `${PAGE}?plan=${made.rows[0]!.plan.id}`,
		});
		expect(message.text.split('\n')).toEqual([
			'Doorgevoerd: 1 geoffboard, 1 geonboard, 1 bijgewerkt.',
			'Goedgekeurd door Anke Voorbeeld op 24 november 2026 10:30.',
			`Het plan en het resultaat: ${message.link}`,
		]);
		const one = only(done(decided(applied.slice(0, 1)), { language: 'en' }));
		expect(one.subject).toBe('Bakkerij: 1 change carried out in Alleo');
	});

	test('who waits was not skipped, and is no news of a run that nobody decided on', () => {
		const held = made.rows.filter(({ action }) => action === 'hold');
		const skips = held.map((row) => outcomeOf(row, 'skipped', 'HELD'));
		const { text } = only(done(decided([...applied, ...skips])));
		expect(text).toContain(`Wacht: ${held.length}.`);
		expect(text).not.toContain('Niet doorgevoerd');
		const moved = outcomeOf(changing[0]!, 'skipped', 'ROW_CHANGED');
		const odd = only(done(decided([...applied.slice(1), moved, ...skips])));
		expect(odd.text).toContain('Niet doorgevoerd, met de reden bij elke regel van het plan: 1.');
		const daily = { ...open, outcomes: skips };
		const [first] = skips;
		const given = { ...base, call: call({ came: { ...first } }), known: daily };
		expect(doneOfRun(given).tell).toEqual([]);
	});

	test('rejected and expired are results too', () => {
		const no = only(done(decided([], 'rejected')));
		expect(no.subject).toBe('Bakkerij: het plan is afgewezen, er is niets gewijzigd');
		expect(no.text).toContain('Afgewezen door Anke Voorbeeld op 24 november 2026 10:30.');
		expect(no.text).toContain('Opmerking: Gezien');
		const late = only(done(decided([], 'expired')));
		expect(late.subject).toContain('niemand heeft over het plan beslist');
	});

	test('can be switched off; what failed is said all the same', () => {
		const off = { deskSelf: { ...own, sayDone: false } };
		expect(done(decided(applied), {}, off)).toEqual([]);
		expect(done(decided([], 'rejected'), {}, off)).toEqual([]);
		const failed = [...applied.slice(1), outcomeOf(changing[0]!, 'failed', 'ALLEO_REJECTED')];
		expect(done(decided(failed), {}, off)).toMatchObject([{ kind: 'failedChanges' }]);
	});

	test('what failed is one message with the result, by name, in the reader’s language', () => {
		const refused = outcomeOf(changing[0]!, 'failed', 'ALLEO_INVALID');
		const said = resolveIssue('ALLEO_INVALID', { fields: 'first_name' }, 'en').message;
		const failed = [...applied.slice(1), { ...refused, message: said }];
		const message = only(done(decided(failed)));
		expect(message.subject).toBe('Bakkerij: 1 wijziging in Alleo mislukt');
		expect(message.text).toMatch(/^Offboarden Anna de Vries: .*\(ALLEO_INVALID\)$/m);
		expect(message.text).toContain('Mislukt: 1.');
		expect(message.text).toContain('first_name');
		expect(message.text).not.toMatch(/\{\w+\}|…/);
		const bare = only(done(decided([...applied.slice(1), refused])));
		expect(bare.text).toContain('…');
	});

	test('an applied plan that only found everything as it should be is no news', () => {
		const ready = makePlan([{ action: 'update', external_id: 'nmbrs-2' }], {
			needs_approval: false,
			status: 'ready',
		});
		const known = {
			summaries: [viewOf(ready)],
			rows: ready.rows.map((row) => ({ row, approval: null })),
			outcomes: ready.rows.map((row) => outcomeOf(row, 'already', 'ALREADY')),
		};
		const of = (outcomes: Outcome[]) =>
			doneOfRun({ ...base, call: call({ came: outcomes[0] }), known: { ...known, outcomes } }).tell;
		expect(of(known.outcomes)).toEqual([]);
		const [changed] = of(ready.rows.map((row) => outcomeOf(row, 'applied')));
		expect(changed?.text).toContain('Hier hoefde niemand over te beslissen');
	});

	test('the first good run after a bad one is one message, with its result', () => {
		const bad = {
			run: '16',
			workflow: 'w1',
			state: 'failed',
			started_at: '2026-11-23T03:00:00.000Z',
		};
		const rows = [{ ...bad, finished_at: '2026-11-23T03:10:00.000Z', problems: 'Read: NETWORK' }];
		const message = only(done(decided(applied), {}, { rows }));
		expect(message.kind).toBe('worksAgain');
		// A part of a run that a person let happen in between is no end.
		const part = {
			run: '15',
			workflow: 'w1',
			state: 'part',
			started_at: '2026-11-23T09:00:00.000Z',
		};
		const between = [{ ...part, finished_at: '2026-11-23T09:01:00.000Z', problems: '' }, ...rows];
		expect(only(done(decided(applied), {}, { rows: between })).kind).toBe('worksAgain');
		expect(message.text).toContain(
			'Wat er mis was: Het systeem is niet bereikbaar. (Read: NETWORK)',
		);
		const known = [{ ...rows[0], problems: 'ALLEO_INVALID x2' }];
		const said = only(done(decided(applied), {}, { rows: known })).text;
		expect(said).toContain('Wat er mis was: Alleo weigerde. (ALLEO_INVALID x2)');
		expect(message.text).toContain('Doorgevoerd: 1 geoffboard');
	});
});
