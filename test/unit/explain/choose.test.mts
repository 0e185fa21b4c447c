import { explain } from '../../../core/explain';
import { account, held, inputOf, person } from '../../support/people.mts';
import { ask, step, theAnswer } from './ask.mts';

/** Several people fit: a list to choose from; and what can be done about the one. */

const source = [
	person(2, { first_name: 'Fenna', last_name: 'Jansen', email: 'fenna.jansen@a.nl' }),
	person(3, {
		first_name: 'Fenna',
		last_name: 'Jansen',
		email: 'f.jansen@b.nl',
		status: 'ended',
		end_date: '2026-01-31',
		reason: { code: 'EMPLOYMENT_ENDED', text: '', params: {} },
	}),
];
const alleo = [account(2, { email: 'oud.adres@a.nl' }), account(9)];

describe('a part of a surname', () => {
	const many = [
		...source,
		person(21, {
			first_name: 'Piet',
			last_name: 'Jansma',
			company: { id: 'c2', number: '2', name: 'Zuid BV' },
		}),
		person(22, { first_name: 'Kees', last_name: 'de Jong' }),
	];
	const people = { source: many, alleo: [...alleo, account(22)] };

	test('gives a list to choose from: name, number and company, and the answers folded', () => {
		const { answers, page } = ask('jans', people);
		expect(answers.map(({ external_id }) => external_id)).toEqual([
			'nmbrs-2',
			'nmbrs-21',
			'nmbrs-3',
		]);
		const labels = [...page.html.matchAll(/<summary><bdi>(.*?)<\/bdi><\/summary>/g)];
		expect(labels.map(([, label]) => label)).toEqual([
			'Fenna Jansen · 2 · Voorbeeld BV',
			'Piet Jansma · 21 · Zuid BV',
			'Fenna Jansen · 3 · Voorbeeld BV',
		]);
		expect(page.html).not.toContain('<details class="choice" open');
	});

	test('a whole name is that name alone; two letters are no part of one', () => {
		expect(ask('jong', people).answers).toHaveLength(1);
		expect(ask('ja', people).answers).toMatchObject([{ found: false }]);
	});

	test('one person is no list', () => {
		expect(ask('jansma', people).page.html).not.toContain('class="choice"');
	});
});

describe('applying one person', () => {
	const applyUrl = 'https://n8n.example/form/abc?customer=w1';
	const withForm = (question: string, more: object = {}) => {
		const result = explain({
			...inputOf(
				[person(1), person(2), held(3, 'EMAIL_MISSING', 'email')],
				[account(2), account(3)],
			),
			title: '',
			question,
			history: [],
			language: 'nl',
			applyUrl,
			...more,
		});
		if (!result.ok) throw new Error(result.problem.code);
		return result.value.page.html;
	};

	test('leads to the form, with the person filled in, where the plan does something', () => {
		expect(withForm('nmbrs-1')).toContain(`href="${applyUrl}&amp;only=nmbrs-1"`);
		expect(withForm('nmbrs-1')).toContain('Voer deze persoon nu door');
	});

	test('nothing to do, somebody held, no form, or an address that is none: no button', () => {
		for (const html of [
			withForm('nmbrs-2'),
			withForm('nmbrs-3'),
			withForm('nmbrs-1', { applyUrl: '' }),
			withForm('nmbrs-1', { applyUrl: 'javascript:alert(1)' }),
		]) {
			expect(html).not.toContain('class="apply"');
		}
	});
});

test.each([
	['yes', 'The access field says yes.'],
	['empty', 'The access field is empty, and by the settings that counts as yes.'],
	['ignored', 'Selective sync is off: the access field decides nothing.'],
	[undefined, 'No access field decides about this person.'],
] as const)('access %s is said as what it is', (access, said) => {
	const one = person(1, access === undefined ? {} : { access });
	expect(step(theAnswer('nmbrs-1', { source: [one], alleo: [] }), 'scope').text).toContain(said);
});
