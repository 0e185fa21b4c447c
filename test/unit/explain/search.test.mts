import { explain } from '../../../core/explain';
import { account, covered, held, inputOf, person, range } from '../../support/people.mts';
import { ask, keys, step, theAnswer } from './ask.mts';

/** Who is meant, and what is said when nobody is. */

const source = [
	person(1, { first_name: 'Zoë', prefix: 'van der', last_name: 'Brügge', email: 'z.brugge@a.nl' }),
	person(2, { first_name: 'Fenna', last_name: 'Jansen', email: 'fenna.jansen@a.nl' }),
	person(3, {
		first_name: 'Fenna',
		last_name: 'Jansen',
		email: 'f.jansen@b.nl',
		status: 'ended',
		end_date: '2026-01-31',
		reason: { code: 'EMPLOYMENT_ENDED', text: '', params: {} },
	}),
	person(4, { private_email: 'thuis@gezin.nl' }),
];
source[0]!.source.employee_number = '00123';
const alleo = [account(1), account(2, { email: 'oud.adres@a.nl' }), account(9)];
const world = { source, alleo };

test.each([
	['an e-mail address, in any case', ' Z.Brugge@A.nl ', 'nmbrs-1', 'email'],
	['an address as a mail program copies it', 'Zoë <z.brugge@a.nl>', 'nmbrs-1', 'email'],
	['a link to an address', 'mailto:z.brugge@a.nl', 'nmbrs-1', 'email'],
	['an external id', 'NMBRS-1', 'nmbrs-1', 'external_id'],
	['an employee number', '00123', 'nmbrs-1', 'employee_number'],
	['an external id without its prefix', '4', 'nmbrs-4', 'employee_number'],
	['a whole name', 'Zoë van der Brügge', 'nmbrs-1', 'name'],
	['a name without accents or prefix', 'brugge zoe', 'nmbrs-1', 'name'],
	['a name as a list has it', 'Brügge, Zoë van der', 'nmbrs-1', 'name'],
	['the address that Alleo has', 'oud.adres@a.nl', 'nmbrs-2', 'alleo_email'],
	['the number of the Alleo account', '#1002', 'nmbrs-2', 'alleo_id'],
	['the private address', 'thuis@gezin.nl', 'nmbrs-4', 'private_email'],
	['the name that only Alleo has', 'Last9', 'nmbrs-9', 'alleo_name'],
])('%s finds the person', (_name, question, external_id, found_by) => {
	expect(theAnswer(question, world)).toMatchObject({ external_id, found_by });
});

test('a name that two people have gives both, those in service first', () => {
	const { answers, page } = ask('Fenna Jansen', world);
	expect(answers.map(({ external_id }) => external_id)).toEqual(['nmbrs-2', 'nmbrs-3']);
	expect(page).toMatchObject({ matches: 2, headline: '2 people fit this question.' });
	expect(step(answers[1]!, 'found').text).toContain('This is record 2 of 2');
});

test('somebody with the same name and another address is mentioned', () => {
	const { text } = step(theAnswer('fenna.jansen@a.nl', world), 'found');
	expect(text).toContain('Could this be meant?');
	expect(text).toContain('Fenna Jansen, f.jansen@b.nl, nmbrs-3, in the HR system, same name');
});

describe('nobody found', () => {
	test('while everything was read: the record does not exist', () => {
		const answer = theAnswer('niemand@a.nl', world);
		expect(answer).toMatchObject({
			found: false,
			verdict: 'not_found',
			name: null,
			alleo_id: null,
		});
		expect(answer.headline).toBe('Nobody was found for "niemand@a.nl".');
		expect(step(answer, 'found').text).toContain('Everything was read completely (1 part, 4');
		expect(keys(answer)).toEqual(['found', 'match']);
	});

	test('while a part was not read: the person may be there', () => {
		const coverage = [covered('c1', 4), covered('Transport BV', 0, false)];
		const answer = theAnswer('niemand@a.nl', { ...world, coverage });
		expect(answer.headline).toContain('but not everything was read');
		expect(step(answer, 'found').text).toContain(
			'not everything was read: Transport BV (The connection was lost; NETWORK).',
		);
		expect(answer.text_nl).toContain('niet alles is gelezen: Transport BV (');
	});

	test('without coverage: not known, and said so', () => {
		const answer = theAnswer('niemand@a.nl', { ...world, coverage: [] });
		expect(answer.headline).toContain('whether everything was read is not known');
		expect(step(answer, 'found').text).toContain('nothing came in on "Coverage"');
	});

	test('when the source is empty, that is the finding', () => {
		const { text } = step(
			theAnswer('x@a.nl', { source: [], alleo, coverage: [covered('c1', 0)] }),
			'found',
		);
		expect(text).toContain('The HR system returned nobody at all');
	});

	test('held records have no name or address: the number is asked for', () => {
		const nameless = held(8, 'TYPE_UNKNOWN', null, { first_name: null, last_name: null });
		const { text } = step(theAnswer('x.y@a.nl', { source: [...source, nameless], alleo }), 'found');
		expect(text).toContain('1 record on hold is known by number only');
	});

	test.each([
		['another domain', 'z.brugge@elders.nl', 'same name before the @'],
		['a letter too many', 'zz.brugge@a.nl', 'almost the same address'],
		['two letters swapped', 'z.burgge@a.nl', 'almost the same address'],
		['the address by name', 'zoe.brugge@elders.nl', 'same name'],
		['a name with a slip', 'Zoe Brugje', 'almost the same name'],
		['a number without zeros', '123', 'same number, written differently'],
	])('with %s: the person is suggested', (_name, question, because) => {
		const answer = theAnswer(question, world);
		expect(answer.found).toBe(false);
		const line = step(answer, 'found')
			.text.split('\n')
			.find((one) => one.includes('Brügge'));
		expect(line).toContain(because);
	});

	test('at most five people are suggested', () => {
		const many = range(10, 40).map((number) => person(number));
		const { text } = step(theAnswer('person@example.nl', { source: many }), 'found');
		expect(text.split('\n').filter((line) => line.startsWith('- ')).length).toBeLessThanOrEqual(5);
	});
});

test('a very common name gives twenty answers and says how to ask better', () => {
	const many = range(10, 40).map((number) => person(number, { last_name: 'De Vries' }));
	const { answers, page } = ask('vries', { source: many });
	expect(answers).toHaveLength(20);
	expect(page).toMatchObject({ matches: 31, left_out: 11 });
	expect(page.html).toContain('Only the first 20 are explained.');
});

test('the answer does not depend on the order of the items', () => {
	const people = range(1, 30).map((number) => person(number, { last_name: 'Smit' }));
	const accounts = range(1, 25).map((number) => account(number));
	const one = ask('smit', { source: people, alleo: accounts });
	const other = ask('smit', { source: [...people].reverse(), alleo: [...accounts].reverse() });
	expect(other).toEqual(one);
});

test.each([
	['nothing', '  '],
	['invisible characters', '\u200b\u202e'],
	['a whole file', 'x'.repeat(255)],
])('%s is no question', (_name, question) => {
	const result = explain({
		...inputOf(source, alleo),
		question,
		history: [],
		title: '',
		language: 'en',
	});
	expect(result).toMatchObject({
		ok: false,
		problem: { code: 'EXPLAIN_QUESTION_UNUSABLE' },
	});
});

test('an input that is not what it should be is refused, with the node to look at', () => {
	const input = {
		...inputOf([{}], alleo),
		question: 'x',
		history: [],
		title: '',
		language: 'en' as const,
	};
	expect(explain(input)).toMatchObject({
		ok: false,
		problem: { code: 'EXPLAIN_ITEM_MALFORMED' },
	});
	const dated = {
		...inputOf(source, alleo),
		question: 'x',
		history: [],
		title: '',
		language: 'en' as const,
	};
	expect(explain({ ...dated, referenceDate: 'today' })).toMatchObject({
		ok: false,
		problem: { code: 'SETTING_INVALID' },
	});
});

describe('no explanation from half the data', () => {
	const refusedWith = (changes: Partial<Parameters<typeof explain>[0]>) =>
		explain({
			...inputOf(source, alleo),
			question: 'x',
			history: [],
			title: '',
			language: 'en',
			...changes,
		});

	test('when the node before an input failed, with what it said', () => {
		const failed = { error: 'Alleo refused the keys.', description: 'Check the credential.' };
		const params = { input: 'Alleo', problem: 'Alleo refused the keys.' };
		expect(refusedWith({ alleo: [failed] })).toMatchObject({
			ok: false,
			problem: { code: 'EXPLAIN_INPUT_FAILED', params },
		});
		const asObject = { error: { message: 'Not there.' } };
		expect(refusedWith({ source: [asObject] })).toMatchObject({
			problem: { code: 'EXPLAIN_INPUT_FAILED' },
		});
	});

	test('when the source gave people and none arrived', () => {
		expect(refusedWith({ source: [], coverage: [covered('c1', 60)] })).toMatchObject({
			problem: { code: 'EXPLAIN_NOBODY_PASSED_ON', params: { count: 60 } },
		});
	});

	test('somebody in Alleo is not called gone when the source could not be read', () => {
		const coverage = [covered('nmbrs', 0, false)];
		const answer = theAnswer('Last9', { source: [], alleo, coverage });
		expect(answer.headline).toContain('Not everything of the HR system was read');
		expect(step(answer, 'found').text).toContain('nmbrs (The connection was lost; NETWORK)');
	});
});
