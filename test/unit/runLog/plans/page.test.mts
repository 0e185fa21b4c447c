import { PlanOnRecord } from '../../../../core/runLog/plans/columns';
import { renderNoPlan, renderPlan } from '../../../../core/runLog/plans/page';
import type { PlanPageInput } from '../../../../core/runLog/plans/page';
import { writeRows } from '../../../../core/runLog/plans/rows';
import type { PlanLine } from '../../../../core/runLog/plans/rows';
import { planState } from '../../../../core/runLog/plans/state';
import type { StateInput } from '../../../../core/runLog/plans/state';

/** In what state a plan is, and what its permanent page says of it. */

const NOW = '2026-11-24T10:00:00.000Z';
const LATER = '2026-11-25T03:00:00.000Z';
const EARLIER = '2026-11-24T09:00:00.000Z';

const state = (
	record: Partial<StateInput['record']>,
	changes: Partial<Omit<StateInput, 'record'>> = {},
) =>
	planState({
		record: { state: 'waiting', expires_at: LATER, asked_by: null, ...record },
		right: 'look',
		run: 'waiting',
		hasNewer: false,
		now: NOW,
		...changes,
	});

describe('the state of a plan', () => {
	test('waiting leads on; expired, superseded or running it does not', () => {
		expect(state({})).toBe('decide');
		expect(state({ expires_at: EARLIER })).toBe('expired');
		expect(state({ expires_at: NOW })).toBe('expired');
		expect(state({}, { hasNewer: true })).toBe('superseded');
		// Somebody decided a moment ago, and the table does not know it yet.
		expect(state({}, { run: 'running' })).toBe('applying');
		expect(state({}, { run: 'running', hasNewer: true })).toBe('applying');
		expect(state({ expires_at: EARLIER }, { run: 'running' })).toBe('applying');
		expect(state({}, { run: 'failed' })).toBe('stopped');
		expect(state({}, { run: 'over' })).toBe('over');
		expect(state({}, { run: 'over', hasNewer: true })).toBe('superseded');
	});

	test('what somebody asked for by form is decided by nobody else', () => {
		const asked = { asked_by: 'Sanne Support (sanne@example.com)' };
		expect(state(asked)).toBe('theirs');
		expect(state(asked, { right: 'decide' })).toBe('decide');
		expect(state({ ...asked, expires_at: EARLIER }, { right: 'decide' })).toBe('expired');
	});

	test('an end stays an end, whatever n8n still has of the run', () => {
		for (const end of ['applied', 'partly', 'rejected', 'expired', 'nothing'] as const) {
			for (const run of ['waiting', 'running', 'failed', 'over', 'unknown'] as const) {
				expect(state({ state: end }, { run, hasNewer: true, right: 'decide' })).toBe(end);
			}
		}
		expect(state({ state: 'failed' })).toBe('stopped');
		expect(state({ state: 'applying' }, { run: 'running' })).toBe('applying');
		expect(state({ state: 'applying' }, { run: 'failed' })).toBe('stopped');
		expect(state({ state: 'applying' }, { run: 'over' })).toBe('over');
	});
});

const row = (changes: Partial<PlanLine>): PlanLine => ({
	row_id: 'create-nmbrs-1',
	action: 'create',
	name: 'Chaima El Amrani',
	external_id: 'nmbrs-1',
	reason: 'NEW_EMPLOYEE',
	outcome: null,
	code: null,
	...changes,
});

const HOSTILE = '<img src=x onerror=alert(1)>{{ $json }}"\'';

function input(changes: Partial<PlanPageInput> = {}, record: object = {}): PlanPageInput {
	return {
		record: PlanOnRecord.parse({
			plan_id: 'plan-2026-11-24-abc',
			workflow: 'w1',
			run: '17',
			customer: 'Bakkerij Van Dijk',
			language: 'nl',
			state: 'applied',
			reference_date: '2026-11-24',
			made_at: '2026-11-24T03:00:00.000Z',
			decided_by: 'Anke Voorbeeld',
			decided_at: '2026-11-24T09:30:00.000Z',
			comment: 'Gezien',
			rows: writeRows([
				row({ outcome: 'applied', code: 'APPLIED' }),
				row({ name: 'Daan de Boer', action: 'deactivate', outcome: 'failed', code: 'NETWORK' }),
				row({ name: 'Eva Smit', action: 'hold' }),
			]),
			...record,
		}),
		state: 'partly',
		newer: null,
		ownAddress: 'https://n8n.example/webhook/p?plan=x&sig=y',
		page: 1,
		...changes,
	};
}

const textOf = (page: string): string =>
	page
		.replace(/<style>.*?<\/style>/gs, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ');

describe('the page', () => {
	test('says who decided what and when, in local time, and what became of each row', () => {
		const text = textOf(renderPlan(input()));
		for (const said of [
			'Bakkerij Van Dijk',
			'Dit plan is gedeeltelijk uitgevoerd',
			'Anke Voorbeeld',
			'24 november 2026 10:30',
			'Gezien',
			'Chaima El Amrani',
			'Onboarden',
			'Gedaan',
			'Mislukt',
		]) {
			expect(text).toContain(said);
		}
		// What failed stands first; who waits last.
		const at = ['Daan de Boer', 'Chaima El Amrani', 'Eva Smit'].map((name) => text.indexOf(name));
		expect(at).toEqual([...at].sort((a, b) => a - b));
	});

	test('in English throughout where the customer is', () => {
		const text = textOf(renderPlan(input({}, { language: 'en' })));
		expect(text).toContain('This plan was carried out in part');
		expect(text).toContain('24 November 2026 10:30');
		expect(text).not.toMatch(/\b(Naam|Reden|Besloten|Mislukt)\b/);
	});

	test('links to the newer plan, and nowhere else', () => {
		const newer = 'https://n8n.example/webhook/p?plan=newer&sig=z';
		const page = renderPlan(input({ state: 'superseded', newer }));
		const links = [...page.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href);
		expect(links).toEqual([newer.replace('&', '&amp;')]);
	});

	test('a name, a comment and an approver are text, and nothing runs on it', () => {
		const record = {
			customer: HOSTILE,
			comment: HOSTILE,
			decided_by: HOSTILE,
			asked_by: HOSTILE,
			problems: HOSTILE,
			rows: writeRows([row({ name: HOSTILE, external_id: HOSTILE, reason: HOSTILE })]),
		};
		for (const one of ['theirs', 'stopped', 'applied'] as const) {
			const page = renderPlan(input({ state: one }, record));
			expect(page).not.toContain('<img');
			expect(page).not.toContain('<script');
			expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;/);
		}
	});

	test('many rows come in pages', () => {
		const many = Array.from({ length: 1200 }, (_, at) => row({ name: `Person ${at}` }));
		const page = renderPlan(input({ page: 3 }, { rows: writeRows(many) }));
		expect(page.match(/<tr>/g)).toHaveLength(201);
		expect(page).toContain('sig=y&amp;page=2');
		expect(renderPlan(input({ page: 99 }, { rows: writeRows(many) }))).toContain('Person 1199');
	});

	test('rows that were not kept are said to be so', () => {
		expect(textOf(renderPlan(input({}, { rows: null })))).toContain('niet bewaard');
		const few = writeRows([row({ outcome: 'failed' }), row({}), row({})], 150);
		expect(textOf(renderPlan(input({}, { rows: few })))).toContain('te veel regels');
	});

	test('without a plan it says why, in both languages, and nothing of any plan', () => {
		const text = textOf(renderNoPlan('unknown', ['nl', 'en']));
		expect(text).toContain('Deze link is niet geldig');
		expect(text).toContain('This link is not valid');
	});
});
