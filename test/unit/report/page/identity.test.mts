import { EMPTY_FORM } from '../../../../core/approval/form';
import { renderCsv } from '../../../../core/report/csv';
import { renderMarkdown } from '../../../../core/report/markdown';
import { renderPage, renderReport } from '../../../../core/report/page';
import { renderDecided } from '../../../../core/report/page/result';
import { selectRows } from '../../../../core/report/page/select';
import { readView } from '../../../../core/report/page/view';
import { NOTHING_SEEN } from '../../../../core/runLog/compare';
import { decideOn, pageInput, visibleText } from '../../../support/approvalPage.mts';
import { QUESTIONS } from '../../../support/identityPlan.mts';

/** Who is who on the page: both records, three answers, takeovers on their own. */

const page = renderPage(pageInput(QUESTIONS));
const count = (text: string, part: RegExp): number => [...text.matchAll(part)].length;
const cardOf = (html: string, key: string): string => {
	const at = html.indexOf(`answer:${key}"`);
	return html.slice(html.lastIndexOf('<li class="row', at), html.indexOf('</fieldset>', at));
};

test('one card and one answer for each question, "not now" until somebody chooses', () => {
	expect(count(page, /<fieldset class="answers">/g)).toBe(3);
	expect(count(page, /<li class="row/g)).toBe(QUESTIONS.rows.length - 1);
	expect(count(page, /value="later"[^>]* checked/g)).toBe(3);
	expect(count(page, /value="(same|other)"[^>]* checked/g)).toBe(0);
	expect(page).not.toContain('answer:h70');
});

test('a question is one line until it is opened; one that was answered on this form stays open', () => {
	const open = (html: string, key: string): boolean =>
		/^<li class="row[^>]*>\s*<details class="line" +open>/.test(cardOf(html, key));
	for (const key of ['h51', 'h52', 'h71']) expect(open(page, key)).toBe(false);
	const answered = { ...EMPTY_FORM, answers: new Map([['h71', 'same' as const]]) };
	const again = renderPage(pageInput(QUESTIONS, { form: answered }));
	expect(open(again, 'h71')).toBe(true);
	expect(open(again, 'h51')).toBe(false);
});

test('a question counts among those on hold, and not among those of one cause', () => {
	const { heldBy, counts } = selectRows(QUESTIONS.rows, readView({}));
	expect(counts.hold).toBe(5);
	expect([...heldBy.values()]).toEqual([1]);
});

test('both records stand side by side, and every comparison has a word and a sign', () => {
	const card = visibleText(cardOf(page, 'h51'));
	expect(card).toContain('What HR system Alleo Comparison');
	expect(card).toContain('Birthday 4 May 1990 empty unknown');
	expect(card).toContain('First name Guusje Receptie differs');
	expect(visibleText(cardOf(page, 'h71'))).toContain('HR system Other record Comparison');
	expect(count(page, /class="says \w+"> *<svg/g)).toBe(count(page, /class="says /g));
});

test('what "same person" does is what is applied', () => {
	const card = visibleText(cardOf(page, 'h51'));
	expect(card).toContain('With “Same person”: Update, Alleo account 9051');
	expect(card).toContain('Last name Jansen Visser');
});

test('takeovers are counted and shown apart; the doubtful one waits for a tick', () => {
	const { counts, foundPerAction, rows } = selectRows(QUESTIONS.rows, readView({}));
	expect(counts).toMatchObject({ takeover: 2, update: 1, hold: 5 });
	expect(foundPerAction.takeover).toBe(2);
	expect(rows.slice(0, 2).map((row) => row.row_id)).toEqual(['t32', 't31']);
	const only = selectRows(QUESTIONS.rows, readView({ action: 'takeover' }));
	expect(only.rows.map((row) => row.row_id)).toEqual(['t32', 't31']);
	expect(selectRows(QUESTIONS.rows, readView({ action: 'update' })).found).toBe(1);
	expect(page).toMatch(/name="taken"\s+value="t32"/);
	expect(page).not.toMatch(/name="taken"\s+value="t31"/);
	expect(page).toMatch(/name="excluded"\s+value="t31"/);
	expect(page).not.toMatch(/name="excluded"\s+value="t32"/);
	expect(page).not.toMatch(/value="t32"[^>]* checked/);
});

test('answers and ticks are kept when the page is shown again', () => {
	const again = renderPage(
		pageInput(QUESTIONS, {
			form: { ...EMPTY_FORM, answers: new Map([['h71', 'same']]), taken: new Set(['t32']) },
		}),
	);
	expect(cardOf(again, 'h71')).toMatch(/value="same"[^>]* checked/);
	expect(again).toMatch(/value="t32"[^>]* checked/);
	expect(visibleText(again)).toContain('Same person: 1. Somebody else: 0.');
});

test('what was answered before says by whom and when, and is folded away', () => {
	const before = { approver: 'Sanne', decided_at: '20 Nov' };
	const history = { ...NOTHING_SEEN, since: 'x', others: new Map([['h52', before]]) };
	const html = renderPage(
		pageInput(QUESTIONS, {
			history,
			form: { ...EMPTY_FORM, answers: new Map([['h52', 'other']]) },
		}),
	);
	const card = cardOf(html, 'h52');
	expect(visibleText(card)).toContain('Answered: somebody else, by Sanne on 20 Nov.');
	expect(card).toMatch(/<details><summary>/);
	expect(card).toMatch(/value="other"[^>]* checked/);
	expect(visibleText(card)).toContain('Also needed: give this person another address');
});

test('a plan that cannot be approved, and a report, ask nothing', () => {
	const locked = pageInput(QUESTIONS);
	const rules = { ...locked.rules, lockedBy: ['EMPTY_SOURCE'] };
	for (const html of [renderPage({ ...locked, rules }), renderReport(locked)]) {
		expect(html).not.toContain('type="radio"');
		expect(html).not.toContain('name="taken"');
		expect(visibleText(html)).toContain('With “Same person”');
	}
});

test('the result tells what became of each answer', () => {
	const verdict = decideOn(QUESTIONS, {
		form: {
			answers: new Map([
				['h51', 'same'],
				['h71', 'other'],
			]),
		},
	});
	if (verdict.kind !== 'decided') throw new Error(verdict.kind);
	const html = visibleText(
		renderDecided(
			{ title: '', language: 'nl', formatInstant: (instant) => instant },
			QUESTIONS.rows,
			verdict.approval,
			verdict.leftOut,
		),
	);
	expect(html).toContain('3 wijzigingen worden nu doorgevoerd');
	expect(html).toContain('Hüseyin Öztürk Dezelfde persoon. Bijwerken: Extern id');
	expect(html).toContain('José de Wit Iemand anders. Ook nodig: laat het HR-systeem');
	expect(html).toContain('Omar Bakker Overnemen: Only the address agrees');
});

test('the table and the text say the same', () => {
	const csv = renderCsv(QUESTIONS.rows, 'en', [], new Map([['h52', 'Answered: somebody else.']]));
	const line = csv.split('\r\n').find((text) => text.includes('h51')) ?? '';
	expect(line).toContain('First name: differs (Guusje / Receptie)');
	expect(line).toContain('Last name: Jansen → Visser');
	expect(csv).toContain('"Answered: somebody else."');
	const markdown = renderMarkdown(QUESTIONS.summary, QUESTIONS.rows, 'en');
	expect(markdown).toContain('## Takeovers (2)');
	expect(markdown).toContain('## Updates (1)');
	expect(markdown).toContain('With “Same person”');
});
