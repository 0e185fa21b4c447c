import type { Employee } from '../../../core/model/employee';
import { account, covered, person, range } from '../../support/people.mts';
import { ask, step, theAnswer } from './ask.mts';

/** Rules that go before the table: transfer, move, duplicates, routing, coverage, absence. */

const reason = (code: string): Employee['reason'] => ({ code, text: '', params: {} });

const ended = (number: number, overrides: Partial<Employee> = {}): Employee =>
	person(number, {
		status: 'ended',
		end_date: '2026-10-31',
		reason: reason('EMPLOYMENT_ENDED'),
		...overrides,
	});

describe('a transfer', () => {
	const world = {
		source: [ended(1), person(1, { external_id: 'nmbrs-2' })],
		alleo: [account(1)],
	};

	test('keeps access under the new record', () => {
		const answer = theAnswer('nmbrs-2', world);
		expect(answer).toMatchObject({ verdict: 'has_access', action: 'update', alleo_id: 1001 });
		expect(answer.headline).toContain('the account moves along to the new record');
		expect(step(answer, 'match').text).toContain('Account 1001 of the earlier record nmbrs-1');
		expect(step(answer, 'decision').text).toContain('Another rule goes first: The same person');
		expect(step(answer, 'guards').text).toContain('goes on under a new record (transfer)');
	});

	test('says of the old record that it went on', () => {
		const { answers } = ask('nmbrs-1', world);
		const answer = answers.find(({ external_id }) => external_id === 'nmbrs-1');
		if (answer === undefined) throw new Error('no answer for the old record');
		expect(answer).toMatchObject({ verdict: 'merged', action: null });
		expect(answer.headline).toContain('the person goes on under record nmbrs-2');
		expect(step(answer, 'decision').text).toContain('nothing is off-boarded here');
	});

	test('asked by the shared address gives both records, the one in service first', () => {
		const { answers } = ask(person(1).email ?? '', world);
		expect(answers.map(({ external_id, match, matches }) => [external_id, match, matches])).toEqual(
			[
				['nmbrs-2', 1, 2],
				['nmbrs-1', 2, 2],
			],
		);
	});
});

test('a move names both companies and both rows', () => {
	const answer = theAnswer('nmbrs-1', {
		source: [person(1, { alleo_filter: 'log' })],
		alleo: [account(1)],
		options: { routing: [{ filter: 'log', companyId: 42 }] },
	});
	expect(answer).toMatchObject({ verdict: 'moves', alleo_id: 1001 });
	expect(answer.headline).toContain('one is opened in company 42');
	expect(step(answer, 'scope').text).toContain('Routing value "log" leads to Alleo company 42.');
	expect(step(answer, 'match').text).toContain('active in Alleo company 41');
	const { text } = step(answer, 'plan');
	expect(text).toContain('Off-board in Alleo company 41');
	expect(text).toContain('Onboard in Alleo company 42');
});

test('what is planned comes with what the plan remarks on the person', () => {
	const leaving = person(1, { end_date: '2026-12-31', last_name: 'Anders' });
	const { text } = step(theAnswer('1', { source: [leaving], alleo: [account(1)] }), 'plan');
	expect(text).toContain('Last name: Last1 → Anders');
	expect(text).toContain('- Last day in service is 31 Dec 2026.');
});

test('a routing value that leads nowhere is the reason', () => {
	const answer = theAnswer('nmbrs-1', { source: [person(1, { alleo_filter: 'x' })] });
	expect(answer).toMatchObject({ verdict: 'held' });
	expect(step(answer, 'scope').text).toContain('Routing value "x" leads to no Alleo company.');
	expect(step(answer, 'held').code).toBe('FILTER_UNROUTED');
});

test('two people with one address are both held, each with the number', () => {
	const { email } = person(1);
	const { answers } = ask(email ?? '', { source: [person(1), person(2, { email })] });
	expect(answers.map(({ verdict }) => verdict)).toEqual(['held', 'held']);
	expect(answers[0]?.headline).toContain('2 people in service have the same e-mail address.');
	const [answer] = answers;
	if (answer !== undefined)
		expect(step(answer, 'decision').text).toContain('Another rule goes first');
});

test('several accounts with one external id are named, none is chosen', () => {
	const answer = theAnswer('nmbrs-1', {
		source: [person(1)],
		alleo: [account(1), account(1, { id: 2001, email: 'other@example.nl' })],
	});
	expect(answer).toMatchObject({ verdict: 'held', alleo_id: null });
	expect(step(answer, 'match')).toMatchObject({
		ok: false,
		text: 'Several accounts match: 1001, 2001. None of them is chosen.',
	});
	expect(step(answer, 'decision').text).toContain('several accounts match');
});

test('nobody is off-boarded in a part that was not read completely, and the answer says so', () => {
	const answer = theAnswer('nmbrs-1', {
		source: [ended(1), ...range(2, 5).map((number) => person(number))],
		alleo: range(1, 5).map((number) => account(number)),
		coverage: [covered('c1', 5, false)],
	});
	expect(answer).toMatchObject({ verdict: 'held', action: 'hold' });
	expect(step(answer, 'held').code).toBe('PARTITION_INCOMPLETE');
});

test('an ineligible person who is only reported keeps access', () => {
	const answer = theAnswer('nmbrs-1', {
		source: [person(1, { status: 'ineligible', reason: reason('ACCESS_NO') })],
		alleo: [account(1)],
		options: { ineligiblePolicy: 'report' },
	});
	expect(answer).toMatchObject({ verdict: 'has_access', action: null });
	expect(answer.headline).toContain('although: The access field says no.');
	expect(step(answer, 'plan').text).toContain('only reported, by the setting');
});

describe('somebody of Alleo who is not in the source', () => {
	const source = range(2, 20).map((number) => person(number));
	const alleo = range(1, 20).map((number) => account(number));

	test('is only reported by default', () => {
		const answer = theAnswer('person1@example.nl', { source, alleo });
		expect(answer).toMatchObject({ found: false, verdict: 'has_access', alleo_id: 1001 });
		expect(answer.headline).toContain('is not in the HR system; that is only reported');
		expect(step(answer, 'decision').text).toContain('Absence is no proof that somebody left');
	});

	test('is off-boarded by the policy, on complete coverage', () => {
		const options = { absentPolicy: 'deactivate' } as const;
		const answer = theAnswer('nmbrs-1', { source, alleo, options });
		expect(answer).toMatchObject({ verdict: 'loses_access', action: 'deactivate' });
		expect(step(answer, 'decision').text).toContain('the policy for absent people says so');
	});

	test('with a closed account has no access', () => {
		const closed = account(1, { is_active: false, offboarding_date: '2026-05-01T10:00:00' });
		const answer = theAnswer('nmbrs-1', { source, alleo: [closed] });
		expect(answer).toMatchObject({ verdict: 'no_access', alleo_active: false });
		expect(step(answer, 'match').text).toContain('Off-boarded on 1 May 2026.');
	});

	test.each([
		['without external id', { external_id: null }, 'no external id of this HR system'],
		['of another system', { external_id: 'hibob-1' }, 'no external id of this HR system'],
		[
			'of another Alleo company',
			{ company_id: 77 },
			'Alleo company 77 is not one of the companies',
		],
	])('%s is left alone', (_name, overrides, words) => {
		const answer = theAnswer('person1@example.nl', { source, alleo: [account(1, overrides)] });
		expect(answer).toMatchObject({ found: false, verdict: 'not_managed' });
		expect(step(answer, 'decision').text).toContain(words);
	});
});

describe('a guard', () => {
	const leavers = range(1, 10).map((number) => ended(number));
	const source = [...leavers, ...range(11, 40).map((number) => person(number))];
	const alleo = range(1, 40).map((number) => account(number));

	test('holds up everybody in the plan, and says with which numbers', () => {
		const options = { approval: 'whenGuardTrips' } as const;
		const answer = theAnswer('nmbrs-1', { source, alleo, options });
		expect(answer.headline).toContain(
			'A safety check holds up the whole plan: People who are off-boarded.',
		);
		const { text, ok, code } = step(answer, 'guards');
		expect({ ok, code }).toEqual({ ok: false, code: 'DEACTIVATION_LIMIT' });
		expect(text).toContain('10 people would be off-boarded; the limit is 3.');
		expect(text).toContain(
			'A person has to approve the plan first: A safety check gives a warning.',
		);
	});

	test('does not concern somebody for whom nothing is planned', () => {
		const answer = theAnswer('nmbrs-30', { source, alleo });
		expect(step(answer, 'guards')).toMatchObject({ ok: null });
		expect(step(answer, 'guards').text).toContain('The plan has no change for this person');
		expect(answer.headline).toBe('First30 Last30 has access to Alleo, and nothing changes.');
	});

	test('that nobody may override is said to be so', () => {
		const answer = theAnswer('nmbrs-50', {
			source: [...source, person(50)],
			alleo,
			coverage: [covered('c1', 40, false)],
		});
		expect(step(answer, 'guards').text).toContain('cannot be approved before that is repaired');
	});

	test('no guard and no approval: the next run applies it', () => {
		const people = range(1, 41).map((number) => person(number));
		const options = { approval: 'whenGuardTrips' } as const;
		const answer = theAnswer('nmbrs-41', { source: people, alleo, options });
		expect(answer.headline).toBe('First41 Last41 has no access yet and is to be onboarded.');
		expect(step(answer, 'guards')).toMatchObject({ ok: true });
		expect(step(answer, 'plan').text).not.toContain('To do');
	});
});
