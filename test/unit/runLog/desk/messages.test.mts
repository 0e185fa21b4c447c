import { addressee, readRecipients } from '../../../../core/runLog/desk/compose';
import { passOn } from '../../../../core/runLog/desk/message';
import { planOfRun } from '../../../../core/runLog/desk/plan';
import { stopOfRun } from '../../../../core/runLog/desk/stop';
import { makePlan } from '../../../support/approvalPlan.mts';
import { viewOf } from '../../../support/runLog.mts';
import { base, call, only, open, own, PAGE, planned } from '../../../support/deskMessages.mts';

/** What each kind of message says, to whom, in which language and with which link. */

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
