import { runTwo, account, person, range } from '../../support/people.mts';
import { DEFAULT_LIMITS } from '../../../core/plan/options';
import { step, theAnswer } from './ask.mts';

/** A reading in two plans: the answer is about the plan that the person's row is in. */

const none = { percent: 0, minimum: 0, maximum: 0 };
const source = [
	...range(1, 40).map((number) => person(number, number === 2 ? { last_name: 'Anders' } : {})),
	person(41),
	person(42, { status: 'ended', end_date: '2026-11-20' }),
];
const alleo = [...range(1, 40), 42].map((number) => account(number));
const options = {
	approval: 'whenGuardTrips' as const,
	limits: { ...DEFAULT_LIMITS, CREATE_LIMIT: none },
};
const { waiting, ready } = runTwo(source, alleo, options);
const ask = (id: string, history: readonly unknown[] = [], more = {}) =>
	theAnswer(id, { source, alleo, options: { ...options, ...more }, history });

const HISTORY = [waiting.summary, ready.summary, ...waiting.rows, ...ready.rows];

test.each([
	['now', []],
	['with both summaries and all rows', HISTORY],
	['the other way about', [...HISTORY].reverse()],
])('%s: who waits and who goes on by itself', (_name, history) => {
	const waits = ask('nmbrs-41', history);
	expect(waits.headline).toContain(
		'A safety check holds up a part of the changes, this one too: People who are onboarded.',
	);
	expect(step(waits, 'guards')).toMatchObject({ ok: false, code: 'CREATE_LIMIT' });
	expect(step(waits, 'guards').text).toContain('This change is in the part that waits');
	for (const id of ['nmbrs-2', 'nmbrs-42']) {
		const goes = ask(id, history);
		expect(goes.headline).not.toContain('CREATE_LIMIT');
		expect(step(goes, 'guards')).toMatchObject({ ok: true, code: null });
		expect(step(goes, 'guards').text).toContain('No approval is needed');
		expect(step(goes, 'guards').text).toContain('this one goes on by itself');
	}
});

test('the summary of the waiting plan alone says nothing about who was in the other one', () => {
	const goes = ask('nmbrs-2', [waiting.summary, ...waiting.rows, ...ready.rows]);
	expect(step(goes, 'guards')).toMatchObject({ ok: true, code: null });
});

test('in one plan everybody waits, as before', () => {
	const goes = ask('nmbrs-2', [], { splitPlan: false });
	expect(goes.headline).toContain(
		'A safety check holds up the whole plan: People who are onboarded.',
	);
	expect(step(goes, 'guards').text).not.toContain('by itself');
});

test('who is in the days of grace has access until a date', () => {
	const answer = ask('nmbrs-42', [], { offboardAfterDays: 30 });
	expect(answer).toMatchObject({ verdict: 'has_access', action: null });
	expect(answer.headline_en).toContain('has access to Alleo until off-boarded on 21 Dec 2026');
	expect(answer.headline_nl).toContain('tot het offboarden op 21 dec 2026');
	expect(step(answer, 'decision').code).toBe('LEAVES_ON');
	expect(step(answer, 'plan').text).toContain('is off-boarded on 21 Dec 2026');
});
