import { readSummary } from '../../core/model/summary';
import { readMemory } from '../../core/runLog/compare';
import { endRecord, startRecord } from '../../core/runLog/record';
import type { RunRecord } from '../../core/runLog/columns';
import { ApprovedRow } from '../../core/model/plan';
import { readForm } from '../../sandbox/demo/approvalPage.mts';
import { visibleText } from '../support/approvalPage.mts';
import { makePlan } from '../support/approvalPlan.mts';
import type { Plan } from '../support/approvalPlan.mts';
import { waitingPage } from '../support/approvalWebhook.mts';
import type { Reply } from '../support/approvalWebhook.mts';

/** The approval page of a workflow that has earlier runs on record. */

const plan = makePlan([
	{ action: 'deactivate', external_id: 'nmbrs-1', name: 'Dirk Dag' },
	{ action: 'update', external_id: 'nmbrs-2', name: 'Ursula Uur' },
	{ action: 'create', external_id: 'nmbrs-3', name: 'Cor Cent' },
	{ action: 'hold', external_id: 'nmbrs-4', name: 'Hilde Hulp' },
]);
const [off, update, create] = plan.rows.map((row) => row.row_id) as [string, string, string];

/** As the run log holds it after the rows left Sync Approval. */
function logged(given: Plan, items: Array<{ json: unknown }>): RunRecord {
	const read = readSummary(given.summary);
	if (!read.ok) throw new Error(read.problem);
	const rows = items.map(({ json }) => {
		const { approval, ...row } = ApprovedRow.parse(json);
		return { row, approval };
	});
	const start = startRecord({
		run: '1',
		workflow: 'workflow-1',
		customer: '',
		source: 'nmbrs',
		mode: 'daily',
		referenceDate: '2026-11-24',
		remembered: 0,
		version: '0.1.0',
		now: '2026-11-24T03:00:00.000Z',
	});
	const now = '2026-11-24T10:00:00.000Z';
	return endRecord({ start, summary: read.value, rows, outcomes: [], now });
}

const page = (given: Plan, history: unknown) => waitingPage(given, { parameters: { history } });

/** The fields as a browser would send them, with what somebody typed and pressed. */
function formOf(reply: Reply, typed: Array<[string, string]>): Array<[string, string]> {
	const reasons: Array<[string, string]> = [
		...reply.body.matchAll(/<input[^>]*class="leave-reason"[^>]*>/g),
	].map(([tag]) => [/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? '']);
	const names = new Set(typed.map(([name]) => name));
	const given = [...readForm(reply.body).values, ...reasons].filter(([name]) => !names.has(name));
	return [...given, ...typed, ['approver', 'Anke Voorbeeld']];
}

const ticked = (reply: Reply): string[] =>
	readForm(reply.body).values.flatMap(([name, value]) => (name === 'excluded' ? [value] : []));

/** Leaves the off-boarding out until a day. */
function decideOnce(until: string): RunRecord {
	const waiting = page(plan, '');
	const answer = waiting.post(
		formOf(waiting.get(), [
			['excluded', off],
			[`reason:${off}`, 'Blijft tot het nieuwe jaar'],
			[`until:${off}`, until],
			['decision', 'approve'],
		]),
	);
	expect(answer.status).toBe(200);
	return logged(plan, answer.resumed?.[1] ?? []);
}

beforeEach(() => {
	jest.useFakeTimers({ now: Date.parse('2026-11-24T09:30:00.000Z'), doNotFake: ['nextTick'] });
});

afterEach(() => {
	jest.useRealTimers();
});

test('without earlier runs nothing is marked and nothing is ticked', () => {
	for (const history of ['', [], '[]', [{ json: {} }], null]) {
		const reply = page(plan, history).get();
		expect(visibleText(reply.body)).not.toMatch(/Seen before|New since|Only new/);
		expect(ticked(reply)).toEqual([]);
	}
});

test('the decision says until when, and the same row is ticked in the next plan', () => {
	const record = decideOnce('2026-12-31');
	const { remembered } = readMemory([record], 'workflow-1', '2026-11-25');
	expect([...remembered.values()]).toMatchObject([
		{ reason: 'Blijft tot het nieuwe jaar', until: '2026-12-31' },
	]);

	const next = page(plan, [{ json: record }]);
	const reply = next.get();
	expect(ticked(reply)).toEqual([off]);
	expect(reply.body).toContain('value="Blijft tot het nieuwe jaar"');
	expect(reply.body).toContain('value="2026-12-31"');
	expect(visibleText(reply.body)).toContain('Ticked because Anke Voorbeeld left the same row out');

	const answer = next.post(formOf(reply, [['decision', 'approve']]));
	const [row] = (answer.resumed?.[1] ?? []).map(({ json }) => ApprovedRow.parse(json));
	expect(row?.approval.excluded).toEqual([off]);
	expect(row?.approval.exclusions).toEqual([
		{ reason: 'Blijft tot het nieuwe jaar', row_ids: [off], until: '2026-12-31' },
	]);
});

test('an emptied box takes the row back in, and the next plan no longer remembers it', () => {
	const record = decideOnce('2026-12-31');
	const waiting = page(plan, [record]);
	const fields = formOf(waiting.get(), [
		['offboardings', '1'],
		['decision', 'approve'],
	]).filter(([name]) => name !== 'excluded');
	const answer = waiting.post(fields);
	const [row] = (answer.resumed?.[1] ?? []).map(({ json }) => ApprovedRow.parse(json));
	expect(row?.approval.excluded).toEqual([]);
	const later = {
		...logged(plan, answer.resumed?.[1] ?? []),
		decided_at: '2026-11-25T09:00:00.000Z',
	};
	expect(ticked(page(plan, [record, later]).get())).toEqual([]);
});

test('a row that changed in any way is not ticked', () => {
	const record = decideOnce('2026-12-31');
	const changed = makePlan([
		{ action: 'deactivate', external_id: 'nmbrs-1', alleo_company_id: 13 },
		{ action: 'deactivate', external_id: 'nmbrs-9' },
	]);
	expect(ticked(page(changed, [record]).get())).toEqual([]);
	expect(ticked(page(plan, [{ ...record, workflow: 'another' }]).get())).toEqual([]);
});

test('seen and new are marked; "Only new" shows the new ones, without any script', () => {
	const record = decideOnce('');
	const next = makePlan([
		{ action: 'deactivate', external_id: 'nmbrs-1', name: 'Dirk Dag' },
		{ action: 'create', external_id: 'nmbrs-5', name: 'Nora Nieuw' },
	]);
	const waiting = page(next, [record]);
	const text = visibleText(waiting.get().body);
	expect(text).toMatch(/Dirk Dag.*Seen before, on 24 November 2026/);
	expect(text).toMatch(/Nora Nieuw.*New since 24 November 2026/);
	expect(text).toContain('Only new (1)');
	for (const reply of [
		waiting.get({ new: '1' }),
		waiting.post(formOf(waiting.get(), [['go', 'new:1']])),
	]) {
		expect(visibleText(reply.body)).toContain('Nora Nieuw');
		expect(visibleText(reply.body)).not.toContain('Dirk Dag');
	}
});

test('what is remembered travels along when the page is filtered', () => {
	const waiting = page(plan, [decideOnce('2026-12-31')]);
	const filtered = waiting.post(formOf(waiting.get(), [['go', 'action:create']]));
	expect(ticked(filtered)).toEqual([]);
	expect(visibleText(filtered.body)).toContain('1 person is left out');
	const answer = waiting.post(formOf(filtered, [['decision', 'approve']]));
	const [row] = (answer.resumed?.[1] ?? []).map(({ json }) => ApprovedRow.parse(json));
	expect(row?.approval.exclusions).toMatchObject([{ row_ids: [off], until: '2026-12-31' }]);
});

test.each(['ooit', '2026-02-30', '2025-12-31', '2030-01-01'])(
	'the day %s is refused, and nothing is decided',
	(until) => {
		const waiting = page(plan, '');
		const reply = waiting.post(
			formOf(waiting.get(), [
				['excluded', update],
				[`reason:${update}`, 'x'],
				[`until:${update}`, until],
				['excluded', create],
				[`reason:${create}`, 'y'],
				['decision', 'approve'],
			]),
		);
		expect(reply.resumed).toBeNull();
		expect(reply.status).toBe(422);
		expect(visibleText(reply.body)).toContain('Choose a day from today on');
	},
);

test('"Only new" says whether it is pressed, and is kept while paging', () => {
	const waiting = page(plan, [decideOnce('')]);
	const button = (body: string): string => /<button[^>]*value="new:[^>]*>/.exec(body)?.[0] ?? '';
	expect(button(waiting.get().body)).toContain('aria-pressed="false"');
	const pressed = waiting.post(formOf(waiting.get(), [['go', 'new:1']]));
	expect(button(pressed.body)).toContain('aria-pressed="true"');
	expect(visibleText(pressed.body)).toMatch(/0 found\s+Clear/);
	const paged = waiting.post(formOf(pressed, [['go', 'page:1']]));
	expect(button(paged.body)).toContain('aria-pressed="true"');
	expect(visibleText(paged.body)).toContain('Nobody in this plan matches.');
});

test('a log that cannot be read never keeps the page from showing', () => {
	for (const history of ['{', 7, new Error('node missing'), [{ json: { exclusions: '{' } }]]) {
		const reply = page(plan, history).get();
		expect(reply.status).toBe(200);
		expect(visibleText(reply.body)).toContain('Dirk Dag');
		expect(ticked(reply)).toEqual([]);
	}
});
