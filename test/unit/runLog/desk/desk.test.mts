import { readDeskCall } from '../../../../core/runLog/deskCall';
import type { DeskCall } from '../../../../core/runLog/deskCall';
import { doneOfRun } from '../../../../core/runLog/desk/done';
import { planOfRun } from '../../../../core/runLog/desk/plan';
import { stopOfRun } from '../../../../core/runLog/desk/stop';
import type { DeskWork } from '../../../../core/runLog/desk/work';
import type { RunItems } from '../../../../core/runLog/end';
import type { Outcome } from '../../../../core/model/plan';
import { approvalOf, deskSelf, outcomeOf, plan, start, viewOf } from '../../../support/runLog.mts';

/** What the desk makes of each moment of a run, without a workflow around it. */

const NOW = '2026-11-24T10:00:00.000Z';

function call(changes: object): DeskCall {
	const given = { event: 'done', workflow: 'w1', run: '17', ...changes };
	const read = readDeskCall({ settings: { customer_name: 'Bakkerij', language: 'nl' }, ...given });
	if (!read.ok) throw new Error(read.problem.code);
	return read.value;
}

const kinds = ({ tell }: DeskWork): string[] => tell.map(({ kind }) => kind);

const row = (changes: object): Record<string, unknown> => ({
	run: '16',
	workflow: 'w1',
	state: 'applied',
	started_at: '2026-11-23T03:00:00.000Z',
	finished_at: '2026-11-23T03:10:00.000Z',
	problems: '',
	...changes,
});

const base = { start: start(), deskSelf: deskSelf(), now: NOW, version: '1' };

describe('a call', () => {
	test('an input that the caller left out arrives as null, and is its default', () => {
		const read = readDeskCall({
			event: 'message',
			workflow: 'w',
			run: '1',
			link: null,
			items: null,
		});
		expect(read).toMatchObject({ ok: true, value: { link: '', items: [], asked_by: '' } });
	});

	test('one that is none is an error that says where', () => {
		expect(readDeskCall({ workflow: 'w', run: '1' })).toMatchObject({
			problem: {
				code: 'DESK_CALL_UNREADABLE',
				params: { problem: expect.stringMatching(/event/) },
			},
		});
		expect(readDeskCall(null)).toMatchObject({ problem: { code: 'DESK_CALL_UNREADABLE' } });
	});
});

describe('the end of a plan comes in several calls', () => {
	const made = plan();
	const approval = { ...approvalOf(made.rows), enable: true };
	const changing = made.rows.filter(({ action }) => action !== 'hold');
	const outcomes: Outcome[] = changing.map((one, index) =>
		outcomeOf(one, index === 0 ? 'failed' : 'applied', index === 0 ? 'ALLEO_REJECTED' : 'APPLIED'),
	);
	const known: RunItems = {
		summaries: [viewOf(made)],
		rows: made.rows.map((one) => ({ row: one, approval })),
		outcomes: [...outcomes.filter(({ outcome }) => outcome !== 'failed'), ...outcomes.slice(0, 1)],
	};
	const [failed, applied] = outcomes;

	test('what was applied tells, with what failed; the call about what failed adds nothing', () => {
		const first = doneOfRun({ ...base, call: call({ came: applied }), known, rows: [] });
		expect(first.log).toMatchObject([{ run: '17', state: 'partly', failed: 1, applied: 2 }]);
		expect(kinds(first)).toEqual(['failedChanges']);
		expect(first.tell[0]).toMatchObject({
			subject: 'Bakkerij: 1 wijziging in Alleo mislukt',
			text: expect.stringContaining('ALLEO_REJECTED'),
		});
		expect(first.enable).toMatchObject([{ workflow: 'w1', failed: 1, state: 'partly' }]);
		const planPage = (id: string): string => `https://n8n.example/plan/${id}`;
		const paged = { ...base, deskSelf: { ...base.deskSelf, planPage } };
		const { enable } = doneOfRun({ ...paged, call: call({ came: applied }), known, rows: [] });
		expect(enable[0]?.text).toContain('SYNC_NOT_ENABLED_FAILURES');
		expect(enable[0]?.text).toContain(planPage(made.rows[0]!.plan.id));
		const second = doneOfRun({ ...base, call: call({ came: failed }), known, rows: [] });
		expect(second).toEqual({ log: [], tell: [], enable: [], reconnect: [] });
	});

	test('where everything failed, that call tells', () => {
		const only = { ...known, outcomes: [failed!] };
		const work = doneOfRun({ ...base, call: call({ came: failed }), known: only, rows: [] });
		expect(work.log).toMatchObject([{ state: 'partly', applied: 0 }]);
	});

	test('the same failures as in the run before are not said again; others are', () => {
		const before = (problems: string) => [row({ state: 'partly', problems })];
		const of = (problems: string) =>
			kinds(doneOfRun({ ...base, call: call({ came: applied }), known, rows: before(problems) }));
		expect(of('ALLEO_REJECTED x7')).toEqual([]);
		expect(of('NETWORK')).toEqual(['failedChanges']);
		// A failure of the run itself is another thing.
		const stopped = [row({ state: 'failed', problems: 'ALLEO_REJECTED' })];
		const work = doneOfRun({ ...base, call: call({ came: applied }), known, rows: stopped });
		expect(kinds(work)).toEqual(['failedChanges']);
	});

	test('rejected: nothing but the log; nobody enables', () => {
		const no = approvalOf(made.rows, { decision: 'rejected' });
		const rows = made.rows.map((one) => ({ row: one, approval: no }));
		const came = { ...made.rows[0], approval: no };
		const given = { ...known, rows, outcomes: [] };
		const work = doneOfRun({ ...base, call: call({ came }), known: given, rows: [] });
		expect(work.log).toMatchObject([{ state: 'rejected' }]);
		expect([work.tell, work.enable]).toEqual([[], []]);
	});

	test('rejected with the box ticked all the same: nobody enables', () => {
		const no = { ...approvalOf(made.rows, { decision: 'rejected' }), enable: true };
		const rows = made.rows.map((one) => ({ row: one, approval: no }));
		const came = { ...made.rows[0], approval: no };
		const given = { ...known, rows, outcomes: [] };
		const work = doneOfRun({ ...base, call: call({ came }), known: given, rows: [] });
		expect(work.log).toMatchObject([{ state: 'rejected' }]);
		expect(work.enable).toEqual([]);
	});

	test('the other part of the run failed for the same reason: said once', () => {
		const other = (problems: string) => [row({ run: '17:ready', state: 'partly', problems })];
		const of = (problems: string) =>
			kinds(doneOfRun({ ...base, call: call({ came: applied }), known, rows: other(problems) }));
		expect(of('ALLEO_REJECTED x2')).toEqual([]);
		expect(of('NETWORK')).toEqual(['failedChanges']);
	});

	test('works again: once, after a run that failed wholly or in part', () => {
		const good = {
			...known,
			outcomes: outcomes.map((one) => ({ ...one, outcome: 'applied' as const })),
		};
		const after = (...rows: Array<Record<string, unknown>>) =>
			kinds(doneOfRun({ ...base, call: call({ came: good.outcomes[0] }), known: good, rows }));
		expect(after(row({ state: 'failed', problems: 'x' }))).toEqual(['worksAgain']);
		expect(after(row({ state: 'partly', problems: 'x' }))).toEqual(['worksAgain']);
		expect(after(row({}))).toEqual([]);
		expect(after()).toEqual([]);
		const other = row({ run: '17:ready', started_at: '2026-11-24T03:00:00.000Z' });
		expect(after(row({ state: 'failed', problems: 'x' }), other)).toEqual([]);
	});
});

describe('a plan', () => {
	const made = plan();
	const known: RunItems = {
		summaries: [viewOf(made)],
		rows: made.rows.map((one) => ({ row: one, approval: null })),
		outcomes: [],
	};
	const link = 'https://n8n.example.com/webhook-waiting/17?signature=x';
	const of = (changes: object, rows: Array<Record<string, unknown>> | null = []) =>
		planOfRun({ ...base, call: call({ event: 'plan', link, ...changes }), known, rows });

	test('that waits is told with its link; who asked by form gets no message', () => {
		const { work, link: given } = of({});
		expect(kinds(work)).toEqual(['held', 'planWaits']);
		expect(work.tell.at(-1)).toMatchObject({ link, text: expect.stringContaining(link) });
		expect(given).toBe(link);
		expect(kinds(of({ asked_by: 'Sanne' }).work)).toEqual(['held']);
		expect(of({ asked_by: 'Sanne' }).link).toBe(link);
	});

	test.each([
		['salaryLeave', 'salaris en verlof'],
		['budgets', 'budgetten'],
	] as const)(
		'for a file (%s) is told as one: how many are in it, held and not in it',
		(dataset, what) => {
			const [summary] = known.summaries;
			if (summary === undefined) throw new Error('no summary');
			const file = { ...summary, plan: { ...summary.plan, dataset } };
			const given = { call: call({ event: 'plan', link }), known: { ...known, summaries: [file] } };
			const { tell } = planOfRun({ ...base, ...given, rows: [] }).work;
			expect(tell.at(-1)).toMatchObject({
				subject: `Bakkerij: een bestand met ${what} wacht op een besluit`,
				text: expect.stringMatching(
					/^In het bestand: \d+\. Wacht: \d+\. Niet in het bestand: \d+\./,
				),
			});
		},
	);

	test('says who is held by name, to the message alone: no address, and nothing of it in the log', () => {
		const { tell, log } = of({}).work;
		for (const { action, name, email } of made.rows) {
			if (name !== null && action === 'hold') expect(tell[0]?.text).toContain(`- ${name}`);
			if (name !== null) expect(JSON.stringify(log)).not.toContain(name);
			if (email !== null) expect(JSON.stringify([tell, log])).not.toContain(email);
		}
	});

	test('who is held is said again only with somebody new, or for another reason', () => {
		const hold = made.rows.find(({ action }) => action === 'hold');
		const before = (external_id: string, code: string) => [
			row({
				counts: JSON.stringify({
					holds: [{ external_id, code, since: '2026-11-01', partition: null }],
				}),
			}),
		];
		const code = String(hold?.reason.code);
		expect(kinds(of({}, before('nmbrs-4', code)).work)).toEqual(['planWaits']);
		expect(kinds(of({}, before('nmbrs-5', code)).work)).toEqual(['held', 'planWaits']);
		expect(kinds(of({}, before('nmbrs-4', 'OTHER')).work)).toEqual(['held', 'planWaits']);
		expect(kinds(of({}, null).work)).toEqual(['held', 'planWaits']);
	});
});

describe('a run that stopped', () => {
	const of = (description: string, more: object = {}) =>
		stopOfRun({
			stopped: {
				execution: {
					id: 17,
					lastNodeExecuted: 'Read',
					url: 'u',
					error: { message: 'M.', description },
				},
				workflow: { id: 'w1', name: 'Daily' },
			},
			found: { error: 'no key' },
			rows: [],
			deskSelf: deskSelf(),
			desk: 'desk',
			ownRun: '99',
			now: NOW,
			version: '1',
			...more,
		});

	test('is logged and told; the customer comes from the workflow, else from the log, else its name', () => {
		const subject = (more: object) => of('x (UNAVAILABLE)', more).tell[0]?.subject;
		expect(of('x (UNAVAILABLE)').log).toMatchObject([
			{ run: '17', workflow: 'w1', state: 'failed', problems: 'Read: UNAVAILABLE' },
		]);
		expect(subject({})).toBe('Daily: de run is gestopt');
		expect(subject({ rows: [row({ customer: 'Bakkerij' })] })).toBe('Bakkerij: de run is gestopt');
		expect(subject({ found: { customer: 'Van Dijk', language: 'en' } })).toBe(
			'Van Dijk: the run stopped',
		);
	});

	test('the same again is logged and not told', () => {
		const rows = [row({ state: 'failed', problems: 'Read: UNAVAILABLE' })];
		expect(of('x (UNAVAILABLE)', { rows })).toMatchObject({ log: [{ run: '17' }], tell: [] });
		expect(of('x (NETWORK)', { rows }).tell).toHaveLength(1);
	});

	test('its other part has an end as well', () => {
		const rows = [
			row({ run: '17:ready', state: 'applying' }),
			row({ run: '18', state: 'started' }),
		];
		expect(of('x', { rows }).log.map(({ run }) => run)).toEqual(['17', '17:ready']);
	});

	test('a connection that was lost asks for a new one, instead of the message', () => {
		const lost = of('Reconnect. (NMBRS_CONSENT_LOST)');
		expect(lost.tell).toEqual([]);
		expect(lost.reconnect).toMatchObject([{ workflow: 'w1', kind: 'lostConsent' }]);
		const rows = [row({ state: 'failed', problems: 'Read: NMBRS_CONSENT_LOST' })];
		expect(of('Reconnect. (NMBRS_CONSENT_LOST)', { rows }).reconnect).toEqual([]);
	});

	test('the desk itself is no run of a customer', () => {
		const stopped = { execution: { id: '5' }, workflow: { id: 'desk', name: 'Alleo desk' } };
		expect(of('', { stopped })).toMatchObject({ log: [], tell: [{ customer: 'Alleo desk' }] });
	});

	test.each([null, 'x', {}, { execution: 5 }])('%j as what stopped is still told', (stopped) => {
		expect(of('', { stopped }).tell).toHaveLength(1);
	});
});
