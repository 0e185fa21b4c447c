import { DECISIONS } from '../../../core/plan/people/decide';
import type { SourceState, TargetState } from '../../../core/plan/people/decide';
import type { AlleoEmployee, Employee } from '../../../core/model/employee';
import { decisionWords, sourceWords, targetWords } from '../../../core/explain/words';
import { account, held, person } from '../../support/people.mts';
import { step, theAnswer } from './ask.mts';

/** Every cell of the decision table, as support reads it. */

type Judged = Exclude<SourceState, 'absent'>;

const because = (code: string): Employee['reason'] => ({ code, text: '', params: {} });

const SOURCES: Record<Judged, Employee> = {
	active: person(1),
	upcoming: person(1, {
		status: 'upcoming',
		start_date: '2027-01-01',
		reason: because('STARTS_LATER'),
	}),
	ended: person(1, {
		status: 'ended',
		end_date: '2026-10-31',
		reason: because('EMPLOYMENT_ENDED'),
	}),
	ineligible: person(1, { status: 'ineligible', reason: because('ACCESS_NO') }),
	undecided: person(1, { status: 'ineligible', reason: because('ACCESS_EMPTY') }),
	held: held(1, 'TYPE_UNKNOWN', 'employment_type', {
		email: 'person1@example.nl',
		reason: because('CANNOT_BE_DECIDED'),
	}),
};

/** By birthday and both names. */
const somebodyElse = { first_name: 'Anders', last_name: 'Iemand', birthday: '1955-05-05' };

const TARGETS: Record<TargetState, AlleoEmployee[]> = {
	none: [account(99)],
	active: [account(1)],
	inactive: [account(1, { is_active: false })],
	reused: [account(1, somebodyElse)],
	reused_inactive: [account(1, { ...somebodyElse, is_active: false })],
	adoptable: [account(1, { external_id: null })],
	doubtful: [account(1, { ...somebodyElse, external_id: null })],
	foreign: [account(1, { external_id: 'hibob-9' })],
	inactive_same_email: [account(1, { is_active: false, external_id: 'nmbrs-other' })],
	email_taken: [account(1, { ...somebodyElse, external_id: 'hibob-9' })],
};

/** The verdict of each cell, and the words that its headline must hold. */
type Expected = [verdict: string, headline: string];

const END = 'The last day in service has passed.';
const NO = 'The access field says no.';
const EMPTY = 'The access field is empty.';
const ownIssue: Expected = ['held', 'is held back'];
const noEnd: Expected = ['no_access', `gets no access: ${END}`];
const noAccess: Expected = ['no_access', `gets no access: ${NO}`];
const noEmpty: Expected = ['no_access', `gets no access: ${EMPTY}`];
const waits: Expected = ['waits', 'has no access yet: the first day is 1 Jan 2027.'];

const EXPECTED: Record<Judged, Record<TargetState, Expected>> = {
	active: {
		none: ['gets_access', 'has no access yet and is to be onboarded.'],
		active: ['has_access', 'has access to Alleo, and nothing changes.'],
		inactive: ['gets_access', 'the account is to be activated again.'],
		reused: ['held', 'the active account stays as it is: The Alleo account'],
		reused_inactive: ['held', ': The Alleo account with this external id'],
		adoptable: ['has_access', 'it would be linked.'],
		doubtful: ['held', 'gets no account yet: The Alleo account with this e-mail address'],
		foreign: ['has_access', 'it would be taken over, once a person approves.'],
		inactive_same_email: ['held', 'gets no account yet: An inactive Alleo account'],
		email_taken: ['held', 'gets no account yet: The e-mail address belongs to another'],
	},
	upcoming: {
		none: waits,
		active: ['has_access', 'though the first day is 1 Jan 2027; nothing changes.'],
		inactive: waits,
		reused: waits,
		reused_inactive: waits,
		adoptable: waits,
		doubtful: waits,
		foreign: waits,
		inactive_same_email: waits,
		email_taken: waits,
	},
	ended: {
		none: noEnd,
		active: ['loses_access', `is to be off-boarded: ${END}`],
		inactive: noEnd,
		reused: ['held', 'the active account stays as it is: The Alleo account'],
		reused_inactive: noEnd,
		adoptable: ['held', 'the active account stays as it is: Left service, but'],
		doubtful: noEnd,
		foreign: noEnd,
		inactive_same_email: noEnd,
		email_taken: noEnd,
	},
	ineligible: {
		none: noAccess,
		active: ['loses_access', `is to be off-boarded: ${NO}`],
		inactive: noAccess,
		reused: ['held', 'the active account stays as it is: The Alleo account'],
		reused_inactive: noAccess,
		adoptable: ['held', 'the active account stays as it is: Not eligible, but'],
		doubtful: noAccess,
		foreign: noAccess,
		inactive_same_email: noAccess,
		email_taken: noAccess,
	},
	undecided: {
		none: noEmpty,
		active: ['held', 'the active account stays as it is: Active in Alleo while'],
		inactive: noEmpty,
		reused: ['held', 'the active account stays as it is: Active in Alleo while'],
		reused_inactive: noEmpty,
		adoptable: ['held', 'the active account stays as it is: Not eligible, but'],
		doubtful: noEmpty,
		foreign: noEmpty,
		inactive_same_email: noEmpty,
		email_taken: noEmpty,
	},
	held: {
		none: ownIssue,
		active: ownIssue,
		inactive: ownIssue,
		reused: ownIssue,
		reused_inactive: ownIssue,
		adoptable: ownIssue,
		doubtful: ownIssue,
		foreign: ownIssue,
		inactive_same_email: ownIssue,
		email_taken: ownIssue,
	},
};

const cells = (Object.keys(EXPECTED) as Judged[]).flatMap((source) =>
	(Object.keys(TARGETS) as TargetState[]).map((target) => ({ source, target })),
);

test.each(cells)('$source in the source, $target in Alleo', ({ source, target }) => {
	const [verdict, headline] = EXPECTED[source][target];
	const world = { source: [SOURCES[source]], alleo: TARGETS[target] };
	const english = theAnswer('nmbrs-1', world);
	expect(english).toMatchObject({ found: true, verdict, external_id: 'nmbrs-1' });
	expect(english.headline).toContain(headline);
	for (const language of ['en', 'nl'] as const) {
		const { text } = step(theAnswer('nmbrs-1', { ...world, language }), 'decision');
		expect(text).toContain(sourceWords(language)(source));
		expect(text).toContain(targetWords(language)(target));
		expect(text).toContain(decisionWords(DECISIONS[source][target], language));
	}
});

test.each(cells)('$source, $target: both languages are whole and different', (cell) => {
	const world = { source: [SOURCES[cell.source]], alleo: TARGETS[cell.target] };
	const { text_en: en, text_nl: nl, headline_en, headline_nl } = theAnswer('nmbrs-1', world);
	for (const text of [en, nl]) expect(text).not.toMatch(/\{\w+\}|undefined|null|\bNaN\b/);
	expect(headline_en).not.toBe(headline_nl);
	expect(en.split('\n')).toHaveLength(nl.split('\n').length);
});

test('a held person says why and what to do, field by field', () => {
	const issues = [
		{ code: 'TYPE_UNKNOWN', field: 'employment_type', message: '', action: '', params: {} },
		{
			code: 'DATE_UNREADABLE',
			field: 'start_date',
			message: '',
			action: '',
			params: { field: 'start_date' },
		},
	];
	const answer = theAnswer('1', { source: [held(1, '', null, { issues })], alleo: [account(1)] });
	const { text, ok, code } = step(answer, 'held');
	expect({ ok, code }).toEqual({ ok: false, code: 'TYPE_UNKNOWN' });
	expect(text).toContain('Type: The employee type is missing');
	expect(text).toContain('Correct the type in Nmbrs');
	expect(text).toContain('First day: The date in "First day" cannot be read');
	expect(text).toContain('stays in Alleo as they are');
});

test('a held record without a name is known by the name of its account', () => {
	const nameless = held(1, 'TYPE_UNKNOWN', null, { first_name: null, last_name: null });
	const answer = theAnswer('First1 Last1', { source: [nameless], alleo: [account(1)] });
	expect(answer).toMatchObject({ verdict: 'held', name: 'First1 Last1', found_by: 'alleo_name' });
	const alone = theAnswer('1', { source: [nameless], alleo: [account(2)] });
	expect(alone.headline).toMatch(/^Employee number 1 is held back/);
});
