import { readAnswers } from '../../../core/model/inbox';
import type { Employee } from '../../../core/model/employee';
import { normalize, withAnsweredColumns } from '../../../core/normalize';
import type { NormalizeOptions } from '../../../core/normalize';
import { afas, afasWith, inputOf, nmbrs, type Raw } from './support.mts';

/** What the inbox says of access words and columns, from the records of both systems. */

const answer = (kind: string, value: string, target: string, reply = 'map') => ({
	kind,
	value,
	answer: reply,
	target,
});

function made(
	records: readonly Raw[],
	answers: readonly unknown[] = [],
	options: Partial<NormalizeOptions> = {},
) {
	const input = { ...inputOf(records, { options }), answers: readAnswers(answers) };
	return normalize(withAnsweredColumns(input));
}

function people(...given: Parameters<typeof made>): Employee[] {
	const result = made(...given);
	if (!result.ok) throw new Error(result.problem.code);
	return result.value;
}

const only = (...given: Parameters<typeof made>): Employee => {
	const [first] = people(...given);
	if (first === undefined) throw new Error('nobody');
	return first;
};

const codes = ({ issues, notices }: Employee): string[] =>
	[...issues, ...notices].map(({ code }) => code);

const inNmbrs = (extraFields: Raw, changes: Raw = {}): Raw =>
	nmbrs({ extraFields, extraFieldsStatus: 'read', ...changes });

describe('a word of the access field that is neither yes nor no', () => {
	const unsure = afas({ alleo_access: ' Misschien ' });

	test('is asked, and holds until it is answered', () => {
		const person = only([unsure]);
		expect([person.status, codes(person)]).toEqual(['held', ['ACCESS_UNREADABLE']]);
		expect(person.asks).toEqual([{ kind: 'access', value: 'Misschien' }]);
	});
	test('counts as answered, in any case, and says so', () => {
		const yes = only([unsure], [answer('access', 'misschien', 'yes')]);
		expect([yes.status, yes.access, codes(yes)]).toEqual([
			'active',
			'yes',
			['ACCESS_ANSWERED_YES'],
		]);
		const no = only([unsure], [answer('access', 'MISSCHIEN', 'no')]);
		expect([no.status, no.reason.code, codes(no)]).toEqual([
			'ineligible',
			'ACCESS_NO',
			['ACCESS_ANSWERED_NO'],
		]);
		// The answer keeps its count.
		expect(yes.asks).toEqual([{ kind: 'access', value: 'Misschien' }]);
	});
	test.each([
		['hold', ''],
		['ignore', ''],
		['map', 'ja'],
		['map', ''],
		['none', 'yes'],
	])('%s to %p says neither', (reply, target) => {
		const person = only([unsure], [answer('access', 'misschien', target, reply)]);
		expect([person.status, codes(person)]).toEqual(['held', ['ACCESS_UNREADABLE']]);
	});
	test('no answer turns a plain yes or no round', () => {
		const turned = [answer('access', 'nee', 'yes'), answer('access', 'ja', 'no')];
		expect(only([afas({ alleo_access: 'nee' })], turned).status).toBe('ineligible');
		expect(only([afas({ alleo_access: 'ja' })], turned).status).toBe('active');
		expect(only([afas({ alleo_access: 'nee' })], turned).asks).toBeUndefined();
	});
	test('what may name one person is not asked', () => {
		const person = only([afas({ alleo_access: 'fenna@example.nl' })]);
		expect(person.status).toBe('held');
		expect(JSON.stringify(person)).not.toContain('fenna@example.nl');
	});
	test('without an inbox nobody can be asked: the word is nowhere', () => {
		const input = { ...inputOf([unsure]), answers: readAnswers('') };
		const result = normalize(withAnsweredColumns(input));
		if (!result.ok) throw new Error(result.problem.code);
		expect(result.value[0]?.status).toBe('held');
		expect(result.value[0]).not.toHaveProperty('asks');
		expect(JSON.stringify(result.value)).not.toMatch(/misschien/i);
	});
	test('an answer that could not be read is none', () => {
		const input = { ...inputOf([unsure]), answers: readAnswers('not read') };
		const result = normalize(withAnsweredColumns(input));
		expect(result.ok && result.value[0]?.status).toBe('held');
	});
});

describe('a field that looks like one for Alleo', () => {
	const almost = afas({ alleo_acces: 'nee' });
	const mapped = [answer('column', 'Alleo Acces', 'alleo_access')];

	test('is asked, and decides nothing until it is answered', () => {
		const person = only([almost]);
		expect([person.status, codes(person)]).toEqual(['active', ['FIELD_NAME_ALMOST']]);
		expect(person.asks).toEqual([{ kind: 'column', value: 'alleo_acces', meant: 'alleo_access' }]);
	});
	test('is read as the field that it was answered to be, in both systems', () => {
		expect(only([almost], mapped).reason.code).toBe('ACCESS_NO');
		expect(only([inNmbrs({ 'Alleo acces': 'nee' })], mapped).reason.code).toBe('ACCESS_NO');
		expect(codes(only([almost], mapped))).not.toContain('FIELD_NAME_ALMOST');
	});
	test('the field under its own name goes first', () => {
		const both = afas({ alleo_acces: 'nee', alleo_access: 'ja' });
		expect(only([both], mapped).status).toBe('active');
	});
	test('ignored: no notice any more, and nothing read', () => {
		const person = only([almost], [answer('column', 'alleo_acces', '', 'ignore')]);
		expect([person.status, codes(person), person.asks?.length]).toEqual(['active', [], 1]);
	});
	test.each([
		['could not be read', 'not read'],
		['is one of several, and one row cannot be read', [{ kind: '' }]],
		[
			'contradicts itself',
			[
				answer('column', 'alleo acces', 'alleo_access'),
				answer('column', 'alleo_acces', '', 'ignore'),
			],
		],
		['was changed by hand to something that is none', [answer('column', 'alleo_acces', 'salaris')]],
	])('an answer that %s gives nobody access, not even without a value', (_what, given) => {
		const others = [
			afas({ EmployeeId: '000102', alleo_acces: '' }),
			afas({ EmployeeId: '000103' }),
			afasWith([['2019-03-01', '2026-01-31']], { EmployeeId: '000104' }),
		];
		const input = { ...inputOf([almost, ...others]), answers: readAnswers(given) };
		const result = normalize(withAnsweredColumns(input));
		if (!result.ok) throw new Error(result.problem.code);
		expect(result.value.map(({ status }) => status)).toEqual(['held', 'held', 'held', 'ended']);
		expect(codes(result.value[2] as Employee)).toEqual(['INBOX_ANSWER_UNKNOWN']);
	});
	test('one that can be read is in no doubt beside a row that cannot', () => {
		const known = [answer('column', 'alleo_acces', '', 'ignore'), { kind: '' }];
		expect(only([almost], known).status).toBe('active');
	});
	test('nobody is in doubt of a source without such a column, or without an inbox', () => {
		for (const [records, given] of [
			[[afas()], 'not read'],
			[[almost], ''],
		] as const) {
			const input = { ...inputOf(records), answers: readAnswers(given) };
			const result = normalize(withAnsweredColumns(input));
			expect(result.ok && result.value.map(({ status }) => status)).toEqual(['active']);
		}
	});
	test('an access field that an answer may have switched on decides nothing while nobody knows', () => {
		const options: Partial<NormalizeOptions> = { selectiveSync: 'off' };
		const said = afas({ alleo_access: 'nee' });
		const input = { ...inputOf([said], { options }), answers: readAnswers('not read') };
		const result = normalize(withAnsweredColumns(input));
		expect(result.ok && result.value[0]?.status).toBe('held');
	});
	test.each([
		['ja', 'nee'],
		['nee', 'ja'],
	])(
		'employments in force that say %s and %s in it are held, as in the field itself',
		(one, other) => {
			const person = only(
				[afas({ alleo_acces: one, alsoInForce: [{ alleo_acces: other }] })],
				mapped,
			);
			expect([person.status, codes(person)]).toEqual(['held', ['EMPLOYMENTS_DISAGREE']]);
			const alike = afas({ alleo_acces: one, alsoInForce: [{ EmployerId: '02' }] });
			expect(only([alike], mapped).status).toBe(one === 'ja' ? 'active' : 'ineligible');
		},
	);
	test('two columns for one field: what one says counts, and both only where they agree', () => {
		const two = [...mapped, answer('column', 'alleo toegang', 'alleo_access')];
		const said = (first: unknown, second: unknown): string =>
			only([afas({ alleo_acces: first, 'alleo toegang': second })], two).reason.code;
		expect(said('', 'nee')).toBe('ACCESS_NO');
		expect(said('nee', null)).toBe('ACCESS_NO');
		expect(said('Nee', 'nee ')).toBe('ACCESS_NO');
		expect(said('ja', 'nee')).toBe('CANNOT_BE_DECIDED');
		expect(said('nee', 'ja')).toBe('CANNOT_BE_DECIDED');
		const routed = ['alleo filtr', 'alleo fliter'].map((name) =>
			answer('column', name, 'alleo_filter'),
		);
		const torn = only([afas({ 'alleo filtr': 'Noord', 'alleo fliter': 'Zuid' })], routed);
		expect([torn.status, torn.alleo_filter]).toEqual(['held', null]);
	});
	test('an access column that is gone stops the run; it never means access for everybody', () => {
		const result = made([afas(), afas({ EmployeeId: '000102' })], mapped);
		expect(!result.ok && result.problem.code).toBe('ACCESS_FIELD_MISSING');
	});
	test('a routing column that is gone stops the run', () => {
		const routed = [answer('column', 'alleo filtr', 'alleo_filter')];
		expect(only([afas({ 'alleo filtr': 'Noord' })], routed).alleo_filter).toBe('Noord');
		const result = made([afas()], routed);
		expect(!result.ok && result.problem.code).toBe('FILTER_FIELD_MISSING');
	});
	test('what the source withheld under that name is not "nothing"', () => {
		const withheld = afas({ withheldFields: ['alleo_acces'] });
		const person = only([withheld, afas({ ...almost, EmployeeId: '000102' })], mapped);
		expect([person.status, codes(person)]).toEqual(['held', ['FIELD_WITHHELD']]);
	});
	test('an access field that is ignored is asked too, and decides once it is answered to', () => {
		const off: Partial<NormalizeOptions> = { selectiveSync: 'off' };
		const said = afas({ alleo_access: 'nee' });
		expect(only([said], [], off).asks).toEqual([
			{ kind: 'column', value: 'alleo_access', meant: 'alleo_access' },
		]);
		const on = [answer('column', 'alleo_access', 'alleo_access')];
		expect(only([said], on, off).reason.code).toBe('ACCESS_NO');
	});
});
