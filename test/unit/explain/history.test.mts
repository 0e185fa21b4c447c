import { outcomeOf } from '../../../core/apply/outcome';
import type { RowResult } from '../../../core/apply/outcome';
import type { PlanRow } from '../../../core/model/plan';
import { account, person, range, run } from '../../support/people.mts';
import { keys, step, theAnswer } from './ask.mts';

/** What earlier nodes say of the same person: plan rows, decisions, outcomes, in any mix. */

const source = range(1, 41).map((number) => person(number));
const alleo = range(1, 40).map((number) => account(number));
const world = { source, alleo };
const { rows, summary } = run(source, alleo);
const row = rows[0] as PlanRow;

const approval = {
	plan_id: row.plan.id,
	plan_hash: row.plan.hash,
	decision: 'approved',
	approver: 'Sanne de Boer',
	comment: 'Looks right',
	decided_at: '2026-11-24T08:15:30.000Z',
	excluded: [] as string[],
	excluded_because: null as string | null,
};
const decided = (overrides: Partial<typeof approval>) => ({
	...row,
	approval: { ...approval, ...overrides },
});
const answered = (result: RowResult) => outcomeOf(row, result);

const ask = (...history: object[]) => theAnswer('nmbrs-41', { ...world, history });

test('without earlier items nothing is said about decisions and outcomes', () => {
	expect(keys(ask())).toEqual(['found', 'scope', 'held', 'match', 'decision', 'plan', 'guards']);
});

test('a plan that still waits says so', () => {
	const answer = ask(row, summary);
	expect(step(answer, 'plan').text).toContain(
		`In the plan of 24 November 2026 04:00 (${row.plan.id}): Onboard: In service and not yet in Alleo.`,
	);
	expect(step(answer, 'guards').text).toContain('In the plan of 24 November 2026 04:00:');
	expect(step(answer, 'approval')).toMatchObject({ ok: null });
	expect(step(answer, 'approval').text).toContain('it still waits');
});

test('an approval names who, when and with which words', () => {
	const { text, ok } = step(ask(decided({})), 'approval');
	expect(ok).toBe(true);
	expect(text).toBe('Approved by Sanne de Boer on 24 November 2026 09:15. Comment: Looks right');
});

test('a rejection is the headline', () => {
	const answer = ask(decided({ decision: 'rejected', comment: 'Wrong company' }));
	expect(answer.headline).toContain('The last plan was rejected by Sanne de Boer.');
	expect(step(answer, 'approval')).toMatchObject({ ok: false });
	expect(step(answer, 'approval').text).toContain('Comment: Wrong company');
});

test('an expired plan says that nobody decided', () => {
	const answer = ask(decided({ decision: 'expired', approver: '' }));
	expect(answer.headline).toContain('expired before anybody decided');
	expect(step(answer, 'approval').text).toContain('Nobody decided in time');
});

test('a row that the approver left out says so, with the reason', () => {
	const out = { excluded: [row.row_id], excluded_because: 'Starts in May after all' };
	const answer = ask(decided(out));
	expect(answer.headline).toContain('Sanne de Boer left this change out of the last plan.');
	expect(step(answer, 'approval').text).toContain('Reason: Starts in May after all');
	expect(answer.headline_nl).toContain(
		'Sanne de Boer sloeg deze wijziging in het laatste plan over',
	);
});

test('a failed write gives what Alleo answered, and the id to ask about', () => {
	const failed = answered({
		kind: 'failed',
		code: 'ALLEO_FORBIDDEN',
		params: { status: 403 },
		status: 403,
		requestId: 'req-77',
	});
	const answer = ask(summary, decided({}), failed);
	expect(answer.headline).toContain('The last attempt failed:');
	const { text, ok, code } = step(answer, 'outcome');
	expect({ ok, code }).toEqual({ ok: false, code: 'ALLEO_FORBIDDEN' });
	expect(text).toContain('HTTP status 403. Request id for Alleo: req-77.');
});

test('a row that moved in the meantime was skipped', () => {
	const answer = ask(decided({}), answered({ kind: 'skipped', code: 'ACCOUNT_EXISTS' }));
	expect(answer.headline).toContain('The last attempt wrote nothing:');
	expect(step(answer, 'outcome').ok).toBe(false);
});

test('an applied row is told after how it stands now', () => {
	const done = { source, alleo: [...alleo, account(41)] };
	const history = [decided({}), answered({ kind: 'applied', code: 'ROW_CREATED', alleoId: 1041 })];
	const answer = theAnswer('nmbrs-41', { ...done, history, language: 'nl' });
	expect(answer.headline).toBe(
		'First41 Last41 heeft toegang tot Alleo, en er verandert niets. In de laatste run: Toegevoegd aan Alleo.',
	);
	expect(step(answer, 'plan').text).toContain('Met de gegevens van nu: er is niets gepland.');
});

test('guards and approval are those of the plan that came in', () => {
	const alone = run([person(41)], []);
	const tripped = {
		...alone.summary,
		guards: alone.summary.guards.map((guard) =>
			guard.code === 'CREATE_LIMIT' ? { ...guard, tripped: true, actual: 80, limit: 10 } : guard,
		),
	};
	const answer = ask(tripped);
	expect(answer.headline).toContain(
		'A safety check holds up the whole plan: People who are onboarded.',
	);
	expect(step(answer, 'guards').text).toContain('80 people would be onboarded; the limit is 10.');
});

test('a plan without this person says so', () => {
	const other = run([person(50)], []).rows[0] as PlanRow;
	const answer = ask(other);
	expect(step(answer, 'plan').text).toContain('has no row for this person');
	expect(step(answer, 'approval').text).toContain('Nothing to decide for this person');
	expect(step(answer, 'outcome').text).toContain('No outcomes of that run came in');
});

test('the newest plan comes first, and one row is told once', () => {
	const older = {
		...row,
		plan: { ...row.plan, id: 'plan-old', created_at: '2026-11-20T03:00:00.000Z' },
	};
	const { text } = step(ask(older, row, decided({})), 'plan');
	const plans = [...text.matchAll(/In the plan of [^(]+\(([^)]+)\)/g)].map((match) => match[1]);
	expect(plans).toEqual([row.plan.id, 'plan-old']);
});

test('items that are none of these are counted, not guessed at', () => {
	const { text } = step(ask({ hello: 1 }, { row_hash: 'x' }, {}), 'outcome');
	expect(text).toContain('2 items on "Plan and Outcomes" could not be read');
});
