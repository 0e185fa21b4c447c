import { readDeskCall } from '../../../../core/runLog/deskCall';
import type { DeskCall } from '../../../../core/runLog/deskCall';
import { addressee, readRecipients } from '../../../../core/runLog/desk/compose';
import type { DeskMessage } from '../../../../core/runLog/desk/compose';
import { doneOfRun } from '../../../../core/runLog/desk/done';
import { passOn } from '../../../../core/runLog/desk/message';
import { planOfRun } from '../../../../core/runLog/desk/plan';
import { stopOfRun } from '../../../../core/runLog/desk/stop';
import type { RunItems } from '../../../../core/runLog/end';
import { resolveIssue } from '../../../../core/issues';
import type { Outcome } from '../../../../core/model/plan';
import { makePlan } from '../../../support/approvalPlan.mts';
import { approvalOf, deskSelf, outcomeOf, plan, start, viewOf } from '../../../support/runLog.mts';

/** What each kind of message says, to whom, in which language and with which link. */

const NOW = '2026-11-24T10:00:00.000Z';
const PAGE = 'https://n8n.example/webhook/plans';
const own = deskSelf({
	operator: ['ops@example.com'],
	sayDone: true,
	editor: 'https://n8n.example',
	explain: 'https://n8n.example/form/why',
	planPage: (id) => `${PAGE}?plan=${id}`,
});

function call(changes: object = {}, settings: object = {}): DeskCall {
	const known = { customer_name: 'Bakkerij', language: 'nl', ...settings };
	const read = readDeskCall({
		event: 'done',
		workflow: 'w1',
		run: '17',
		source: 'nmbrs',
		settings: known,
		link: 'https://n8n.example/webhook-waiting/17?signature=x',
		...changes,
	});
	if (!read.ok) throw new Error(read.problem.code);
	return read.value;
}

const made = plan();
const base = { start: start(), deskSelf: own, rows: [], now: NOW, version: '1' };
const changing = made.rows.filter(({ action }) => action !== 'hold');
const open: RunItems = {
	summaries: [viewOf(made)],
	rows: made.rows.map((row) => ({ row, approval: null })),
	outcomes: [],
};

function decided(outcomes: Outcome[], decision: 'approved' | 'rejected' | 'expired' = 'approved') {
	const approval = approvalOf(made.rows, { decision });
	return { ...open, rows: made.rows.map((row) => ({ row, approval })), outcomes };
}

const planned = (settings: object = {}) =>
	planOfRun({ ...base, call: call({ event: 'plan' }, settings), known: open }).work.tell;

function done(known: ReturnType<typeof decided>, settings: object = {}, more: object = {}) {
	const [first] = made.rows;
	const came = known.outcomes[0] ?? { ...first, approval: known.rows[0]?.approval };
	return doneOfRun({ ...base, call: call({ came }, settings), known, ...more }).tell;
}

const applied = changing.map((row) => outcomeOf(row, 'applied'));

const only = (messages: readonly DeskMessage[]): DeskMessage => {
	expect(messages).toHaveLength(1);
	return messages[0]!;
};

describe('to whom', () => {
	test.each([
		[
			['a@x.nl', ' b@x.nl ', ''],
			['a@x.nl', 'b@x.nl'],
		],
		['a@x.nl, #alleo;a@x.nl', ['a@x.nl', '#alleo']],
		[[5, null], []],
		[{ a: 1 }, []],
		[undefined, []],
	])('%j names %j', (given, names) => {
		expect(readRecipients(given)).toEqual(names);
	});

	test('the recipients of the customer; who named none has those of the desk', () => {
		const own = planned({ recipients: ['hr@bakkerij.nl'] });
		expect(own.map(({ recipients }) => recipients)).toEqual([
			['hr@bakkerij.nl'],
			['hr@bakkerij.nl'],
		]);
		for (const { recipients } of planned()) expect(recipients).toEqual(['ops@example.com']);
		for (const { recipients } of planned({ recipients: [] })) {
			expect(recipients).toEqual(['ops@example.com']);
		}
	});

	test('the digest goes to who looks after this n8n, whatever settings came with it', () => {
		const settings = { recipients: ['hr@bakkerij.nl'] };
		const tell = (kind: string) =>
			only(passOn(call({ event: 'message', kind }, settings), own).tell);
		expect(tell('digest').recipients).toEqual(['ops@example.com']);
		expect(tell('no_success').recipients).toEqual(['hr@bakkerij.nl']);
	});

	test('a stop: as the workflow says, in its own time and language', () => {
		const stopped = {
			execution: { id: 17, lastNodeExecuted: 'Read', url: 'u', error: { message: 'x' } },
			workflow: { id: 'w1', name: 'Daily' },
		};
		const found = { customer: 'Van Dijk', language: 'en', recipients: ['hr@dijk.nl'] };
		const given = { ...base, desk: 'desk', ownRun: '99', stopped };
		const of = (known: object | null) => only(stopOfRun({ ...given, found: known }).tell);
		expect(of(found)).toMatchObject({ recipients: ['hr@dijk.nl'], language: 'en' });
		expect(of(null)).toMatchObject({ recipients: ['ops@example.com'], language: 'nl' });
	});

	test('an unknown zone or language is the desk’s own', () => {
		const to = addressee(call({}, { language: 'de', time_zone: '' }), own);
		expect(to).toMatchObject({ language: 'nl', zone: 'Europe/Amsterdam' });
	});
});

describe('a plan waits', () => {
	test('says by when in local time, and links to the address that the call gave', () => {
		const { subject, text, link, kind } = planned().at(-1)!;
		expect(kind).toBe('planWaits');
		expect(subject).toBe('Bakkerij: een plan van NMBRS naar Alleo wacht op een besluit');
		expect(link).toBe('https://n8n.example/webhook-waiting/17?signature=x');
		expect(text).toContain(link);
		expect(text).toMatch(/U kunt beslissen tot \d+ november 2026 \d\d:\d\d\./);
		expect(text).toContain('In dit plan: 1 offboarden, 1 onboarden, 1 bijwerken, 1 wacht.');
		const english = planned({ language: 'en', time_zone: 'UTC' }).at(-1)!;
		expect(english.text).toContain(
			'In this plan: 1 off-boarding, 1 onboarding, 1 update, 1 on hold.',
		);
		expect(english.text).toMatch(/You can decide until \d+ November 2026 \d\d:\d\d\./);
	});

	test('of a run by form nobody else gets an address that leads on to the decision', () => {
		const asked = call({ event: 'plan', asked_by: 'Sanne' });
		const { tell } = planOfRun({ ...base, call: asked, known: open }).work;
		expect(JSON.stringify(tell)).not.toContain(PAGE);
		expect(JSON.stringify(tell)).not.toContain('webhook-waiting');
	});
});

describe('held', () => {
	test('one cause is said once, with each name and where that person is explained', () => {
		const two = makePlan([
			{ action: 'hold', external_id: 'nmbrs-4', row_id: 'a', name: 'Jan de Vries' },
			{ action: 'hold', external_id: 'nmbrs-5', row_id: 'b', name: 'Eva <b>' },
		]);
		const known = {
			summaries: [viewOf(two)],
			rows: two.rows.map((row) => ({ row, approval: null })),
			outcomes: [],
		};
		const [held] = planOfRun({ ...base, call: call({ event: 'plan' }), known }).work.tell;
		expect(held?.subject).toBe(
			'Bakkerij: 2 medewerkers wachten op een correctie in NMBRS, of een besluit',
		);
		expect(held?.text.match(/EMAIL_TAKEN/g)).toHaveLength(1);
		expect(held?.text).toContain(
			'- Jan de Vries. Waarom: https://n8n.example/form/why?customer=Bakkerij&person=nmbrs-4',
		);
		expect(held?.text).toContain('- Eva <b>. Waarom:');
	});

	test('only who is new is named; how many wait as before is a number', () => {
		const two = makePlan([
			{ action: 'hold', external_id: 'nmbrs-4', row_id: 'a', name: 'Jan de Vries' },
			{ action: 'hold', external_id: 'nmbrs-5', row_id: 'b', name: 'Eva Bakker' },
		]);
		const known = {
			summaries: [viewOf(two)],
			rows: two.rows.map((row) => ({ row, approval: null })),
			outcomes: [],
		};
		const { code } = two.rows[0]!.reason;
		const holds = [{ external_id: 'nmbrs-4', code, since: '2026-11-01', partition: null }];
		const before = { run: '16', workflow: 'w1', state: 'applied', started_at: '2026-11-23' };
		const rows = [{ ...before, counts: JSON.stringify({ holds }) }];
		const [held] = planOfRun({ ...base, call: call({ event: 'plan' }), known, rows }).work.tell;
		expect(held?.subject).toContain(': 1 medewerker wacht op');
		expect(held?.text).toContain('Eva Bakker');
		expect(held?.text).not.toContain('Jan');
		expect(held?.text).toContain('1 ander wacht nog, zoals eerder gemeld.');
	});
});

describe('questions', () => {
	const question = { kind: 'filter', value: 'techniek', people: 127 };
	const inbox = { questions: [question, { ...question, value: 'zorg', answered: true }] };
	const tellOf = (start: object, language = 'nl') => {
		const given = call({ event: 'plan', items: [{ inbox }], start }, { language });
		return planOfRun({ ...base, call: given, known: open }).work.tell;
	};

	test('how many wait for an answer, with the link: whoever waits and whoever decides reads it', () => {
		const link = 'https://n8n.example/webhook/alleo-inbox?s=x';
		const told = tellOf({ inbox: link });
		expect(told.map(({ kind }) => kind)).toEqual(['held', 'planWaits']);
		for (const { text } of told) {
			expect(text).toContain(
				`Er wacht 1 vraag op een antwoord. Eén antwoord geldt voor iedereen met die waarde: ${link}`,
			);
		}
	});

	test('without an address the page with all customers leads there; without questions nothing is said', () => {
		for (const { text } of tellOf({}, 'en')) {
			expect(text).toContain('1 question waits for an answer.');
			expect(text).toContain('the page with all customers leads there.');
		}
		expect(JSON.stringify(planned())).not.toMatch(/op een antwoord/);
	});
});

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
		expect(message.text).toContain('Wat er mis was: Het systeem is niet bereikbaar. (Read: NETWORK)');
		const known = [{ ...rows[0], problems: 'ALLEO_INVALID x2' }];
		const said = only(done(decided(applied), {}, { rows: known })).text;
		expect(said).toContain('Wat er mis was: Alleo weigerde. (ALLEO_INVALID x2)');
		expect(message.text).toContain('Doorgevoerd: 1 geoffboard');
	});
});
