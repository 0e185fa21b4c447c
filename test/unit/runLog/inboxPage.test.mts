import type { InboxRow } from '../../../core/approval/inbox/row';
import { renderInbox } from '../../../core/runLog/inbox/page';
import type { InboxPage } from '../../../core/runLog/inbox/page';
import { openQuestions } from '../../../core/report/page/questions';

/** The page of the inbox, and its short form at the top of a plan. */

const row = (changed: Partial<InboxRow> = {}): InboxRow => ({
	workflow: 'w1',
	customer: 'Bakkerij Van Dijk',
	kind: 'filter',
	value: 'Noord',
	people: 80,
	effect: 'held',
	answer: '',
	target: '',
	answered_by: '',
	answered_at: '',
	seen_at: '2026-11-28T04:00:00.000Z',
	choices: JSON.stringify([{ target: '42', name: 'Noord BV' }]),
	history: '',
	...changed,
});

const page = (rows: InboxRow[], changed: Partial<InboxPage> = {}): string =>
	renderInbox({
		customer: 'Bakkerij Van Dijk',
		rows,
		language: 'en',
		by: 'Fenna',
		typed: '',
		notes: [],
		...changed,
	});

test('an open question has its value, its people, what it does and what may be answered', () => {
	const shown = page([row()]);
	for (const text of ['Noord', '80 people', 'These people wait', 'Noord BV', 'keep them waiting']) {
		expect(shown).toContain(text);
	}
	expect(shown).not.toContain('take the answer back');
	expect(shown).not.toMatch(/\schecked\s/);
});

test('a word that means yes says how many people it lets in', () => {
	const choices = JSON.stringify(['yes', 'no'].map((target) => ({ target, name: target })));
	const shown = page([row({ kind: 'access', value: 'misschien', people: 12, choices })]);
	expect(shown).toContain('means yes: 12 people get access');
});

test('an answer shows who gave it and when in local time, and what was before it', () => {
	const history = [
		{ answer: 'map', target: '42', by: 'Fenna', at: '2026-11-28T19:25:00.000Z' },
		{ answer: 'hold', target: '', by: 'Ben', at: '2026-11-20T09:00:00.000Z' },
	];
	const shown = page([row({ answer: 'map', target: '42', history: JSON.stringify(history) })]);
	expect(shown).toContain('by Fenna on 28 November 2026 20:25');
	expect(shown).toContain('keep them waiting, by Ben');
	expect(shown).toContain('take the answer back');
	expect(shown).toContain('There is nothing to answer now.');
});

test('an answer to a company that is gone is asked again', () => {
	const shown = page([row({ answer: 'map', target: '44' })]);
	expect(shown).toContain('To answer (1)');
	expect(shown).toContain('Alleo company 44, which is not there any more');
});

test('where the companies are not known the page says what to do', () => {
	expect(page([row({ choices: '[]' })])).toContain('Sync Settings');
});

test('nothing from outside is markup, and there is no script', () => {
	const evil = '<img src=x onerror=alert(1)>';
	const shown = page(
		[row({ value: evil, choices: JSON.stringify([{ target: '1', name: evil }]) })],
		{
			customer: evil,
			by: evil,
			notes: [{ tone: 'good', text: evil }],
		},
	);
	expect(shown).not.toContain('<img');
	expect(shown).not.toContain('<script');
});

test('on the page of a plan only what was not answered, with a link that can only be an address', () => {
	const facts = {
		questions: [
			{ kind: 'filter' as const, value: 'Noord', people: 80 },
			{ kind: 'filter' as const, value: 'Zuid', people: 3, answered: true as const },
		],
		groups: [],
	};
	const shown = openQuestions(facts, 'https://n8n.example/webhook/q', 'nl');
	expect(shown && shown.markup).toContain('1 vraag');
	expect(shown && shown.markup).toContain('https://n8n.example/webhook/q');
	expect(shown && shown.markup).not.toContain('Zuid');
	const odd = openQuestions(facts, 'javascript:alert(1)', 'nl');
	expect(odd && odd.markup).not.toContain('javascript');
	expect(openQuestions(undefined, '', 'nl')).toBe(false);
});
