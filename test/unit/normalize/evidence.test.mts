import {
	codes,
	afas,
	afasWith,
	nmbrs,
	nmbrsFrom,
	one,
	TODAY,
	TOMORROW,
	verdict,
} from './support.mts';
import type { Raw } from './support.mts';

/** What counts as evidence of a person's dates, names and access (design section 6, "Evidence"). */

const custom = (changes: Raw = {}): Raw => ({
	source: 'custom',
	id: 'a',
	mail: 'x@voorbeeld.nl',
	first: 'Fenna',
	last: 'Voorbeeld',
	born: '1990-02-03',
	start: '2020-01-01',
	end: null,
	...changes,
});
const mapping = {
	external_id: '={{ $json.id }}',
	email: '={{ $json.mail }}',
	first_name: '={{ $json.first }}',
	last_name: '={{ $json.last }}',
	birthday: '={{ $json.born }}',
	start_date: '={{ $json.start }}',
	end_date: '={{ $json.end }}',
};
const ofCustom = { options: { source: 'custom' as const }, mapping };

describe('an end before its start', () => {
	test.each([
		['2020-01-01', '1900-01-01'],
		['1900-01-01', '1900-01-01'],
		['1970-01-01', '1970-01-01'],
		[null, '1900-01-01'],
		['2026-06-01', '2026-05-31'],
		['2026-11-01', '2019-12-31'],
		['2026-06-01', '2006-11-30'],
		['2027-02-01', '2027-01-31'],
	])('%s to %s holds, in every source and type', (start, end) => {
		const people = [
			one(afasWith([[start, end]])),
			one(afasWith([[start, end]], { employments: [] })),
			one(custom({ start, end }), ofCustom),
			...['payroll', 'formerPayroll', 'external', 'newHire'].map((employeeType) =>
				one(nmbrsFrom(start, end, { employeeType })),
			),
		];
		for (const person of people) {
			expect(verdict(person)).toBe('held: DATES_REVERSED');
			expect(person.end_date).toBeNull();
			expect(person.email).not.toBeNull();
		}
	});

	test('one such employment among several holds too', () => {
		const periods = [
			['2015-02-01', '2015-01-31'],
			['2020-01-01', null],
		] as const;
		expect(verdict(one(afasWith(periods)))).toBe('held: DATES_REVERSED');
	});

	test('one day of service is no mistake', () => {
		expect(one(afasWith([[TODAY, TODAY]])).status).toBe('active');
	});
});

describe('an end that means never', () => {
	test.each(['9999-12-31', '2999-12-31', '2100-01-01'])('%s is open', (end) => {
		expect(verdict(one(afasWith([['2020-01-01', end]])))).toBe('active: IN_SERVICE');
		expect(one(afasWith([['2020-01-01', end]])).end_date).toBeNull();
		expect(one(custom({ end }), ofCustom).end_date).toBeNull();
		const former = { employeeType: 'formerPayroll' };
		expect(verdict(one(nmbrsFrom('2020-01-01', end, former)))).toBe(
			'held: TYPE_AND_DATES_DISAGREE',
		);
		expect(verdict(one(nmbrsFrom(null, end, former)))).toBe('held: TYPE_AND_DATES_DISAGREE');
		expect(verdict(one(afasWith([[null, end]])))).toBe('held: DATES_MISSING');
	});

	test('2099 is an end like any other', () => {
		expect(one(afasWith([['2020-01-01', '2099-12-31']])).end_date).toBe('2099-12-31');
	});
});

describe('a time that is no midnight is no date', () => {
	test.each([
		'2026-11-23T23:00:00.000Z',
		'2026-11-23T22:00:00Z',
		'2026-11-23T12:00:00',
		'2026-11-23 23:00',
		'23-11-2026 23:00',
		'2026-11-23T00:00:01Z',
	])('%s', (text) => {
		for (const field of ['start', 'end', 'born']) {
			const person = one(custom({ [field]: text }), ofCustom);
			expect(verdict(person)).toBe('held: DATE_UNREADABLE');
			expect(person.email).toBe('x@voorbeeld.nl');
			expect(JSON.stringify(person)).not.toContain('2026-11-23');
		}
		expect(verdict(one(afasWith([['2020-01-01', text]])))).toMatch(/^held: DATE_UNREADABLE/);
		expect(verdict(one(nmbrsFrom('2020-01-01', text)))).toMatch(/^held: DATE_UNREADABLE/);
	});
});

describe('names', () => {
	test.each(['\u200b', '\u00a0', '\u3164', '\ufe0f', '-', '.', ' - ', 'nvt', 'N.V.T.', 'onbekend'])(
		'%j is no name',
		(text) => {
			for (const field of ['FirstName', 'BirthName']) {
				const person = one(afas({ [field]: text }));
				expect(verdict(person)).toMatch(/^held: NAME_(NO_NAME|MISSING)$/);
				expect(person.birthday).toBe('1990-05-04');
			}
			expect(one(afasWith([['2019-01-01', '2020-01-01']], { FirstName: text })).status).toBe(
				'ended',
			);
		},
	);

	test.each(['O', 'Ng', 'X', 'Na', 'Geen', 'Null', '王', 'Æ', "d'A"])('%s is one', (text) => {
		expect(one(afas({ BirthName: text })).last_name).toBe(text);
	});

	test('a lost letter is held in names and group, and never passed on', () => {
		for (const field of ['FirstName', 'BirthName', 'PrefixBirthName', 'OrgUnitDesc']) {
			const person = one(afas({ [field]: 'Ren\ufffde' }));
			expect(verdict(person)).toBe('held: TEXT_DAMAGED');
			expect(JSON.stringify(person)).not.toContain('\ufffd');
		}
		expect(verdict(one(afas({ Mail: 'ren\ufffd@voorbeeld.nl' })))).toBe('held: EMAIL_INVALID');
	});

	test.each(['Ren&amp;eacute;e', 'Ren&eacute;e', 'Ren&#233;e', 'RenÃ©e'])(
		'%s was encoded twice: a notice',
		(text) => {
			const person = one(afas({ FirstName: text }));
			expect([person.first_name, ...codes(person.notices)]).toEqual([text, 'TEXT_ENCODED_TWICE']);
		},
	);

	test('one spelling: NFC, without what nobody sees', () => {
		expect(one(afas({ FirstName: 'Andre\u0301\u200b' })).first_name).toBe('Andr\u00e9');
		expect(one(afas({ Mail: 'jan\u200b.de\u0301@voorbeeld.nl\ufeff' })).email).toBe(
			'jan.d\u00e9@voorbeeld.nl',
		);
		expect(one(afas({ personKey: '000\u200b101' })).external_id).toBe('afas-000101');
	});

	test.each([
		['\u2019t', "'t Hart", 'Hart'],
		["'t", '`T  Hart', 'Hart'],
		["van 't", 'van\u2019t Hoff', 'Hoff'],
		['van  der', 'Van der Berg', 'Berg'],
		['van der', 'VAN  DER\u00a0Berg', 'Berg'],
		["d'", 'd\u2019Ancona', 'Ancona'],
		['van', 'Vandenberg', 'Vandenberg'],
		['de', 'de', 'de'],
		['van', 'van van Dijk', 'Dijk'],
	])('prefix %j with %j is %j', (prefix, lastName, last) => {
		expect(one(nmbrs({ prefix, lastName })).last_name).toBe(last);
	});

	test('a dash for a prefix is none', () => {
		expect([one(nmbrs({ prefix: '-' })).prefix, one(nmbrs({ prefix: '-' })).status]).toEqual([
			null,
			'active',
		]);
	});
});

test.each(['1900-01-01', '1970-01-01'])('%s is nobody’s birthday', (born) => {
	const person = one(custom({ born }), ofCustom);
	expect([person.status, person.birthday, ...codes(person.notices)]).toEqual([
		'active',
		null,
		'BIRTHDAY_PLACEHOLDER',
	]);
});

describe('employments in force that disagree', () => {
	const setup = { options: { selectiveSync: 'on' as const } };
	const both = (own: Raw, other: Raw): Raw => afas({ ...own, alsoInForce: [other] });

	test.each([
		['nee', 'ja', 'held: EMPLOYMENTS_DISAGREE'],
		['ja', 'nee', 'held: EMPLOYMENTS_DISAGREE'],
		['ja', null, 'held: EMPLOYMENTS_DISAGREE'],
		['nee', null, 'held: EMPLOYMENTS_DISAGREE'],
		['ja', 'misschien', 'held: EMPLOYMENTS_DISAGREE'],
		['ja', 'x', 'active: IN_SERVICE'],
		['nee', '0', 'ineligible: ACCESS_NO'],
	])('access %j and %j: %s', (own, other, expected) => {
		const record = both({ alleo_access: own }, { alleo_access: other });
		expect(verdict(one(record, setup))).toBe(expected);
	});

	test('an empty one that means yes is a notice beside a yes', () => {
		const yes = { options: { selectiveSync: 'on' as const, emptyAccess: 'yes' as const } };
		const person = one(both({ alleo_access: 'ja' }, { alleo_access: null }), yes);
		expect([person.status, ...codes(person.notices)]).toEqual(['active', 'EMPLOYMENTS_ALL_YES']);
	});

	test('routing and budgets', () => {
		const filter = one(both({ alleo_filter: 'Noord' }, { alleo_filter: 'Zuid' }));
		expect([verdict(filter), filter.alleo_filter]).toEqual(['held: EMPLOYMENTS_DISAGREE', null]);
		expect(one(both({ alleo_filter: 'Noord' }, { alleo_filter: 'noord ' })).status).toBe('active');
		const name = 'alleo_monthly_all_budget';
		const budget = one(both({ [name]: 25 }, { [name]: 50 }));
		expect([verdict(budget), budget.budgets]).toEqual(['held: EMPLOYMENTS_DISAGREE', {}]);
		// It counts only where budgets are written; none of the two amounts goes on.
		expect(budget.budget_only).toBe(true);
		expect(one(both({ [name]: 25 }, { [name]: '25,00', Job: 'x' })).status).toBe('active');
	});

	test('what only n8n can read is not guessed', () => {
		const mapped = { ...setup, accessField: '={{ $json.Toegang.trim() }}', evaluate: () => 'ja' };
		expect(verdict(one(both({ Toegang: 'ja' }, { Toegang: 'nee' }), mapped))).toBe(
			'held: EMPLOYMENTS_DISAGREE',
		);
	});

	test('of somebody who left nothing is asked', () => {
		const left = afasWith([['2019-01-01', '2020-01-01']], {
			alsoInForce: [{ alleo_access: 'ja' }],
		});
		expect(one({ ...left, alleo_access: 'nee' }, setup).status).toBe('ended');
	});
});

test('a budget fault alone is marked, so that it holds nobody where none is written', () => {
	const extraFields = { alleo_monthly_all_budget: '1.250' };
	expect(one(nmbrs({ extraFields }))).toMatchObject({ status: 'held', budget_only: true });
	const worse = one(nmbrs({ extraFields, businessEmail: null }));
	expect([worse.status, worse.budget_only]).toEqual(['held', undefined]);
	expect(one(nmbrsFrom(TOMORROW, null, { extraFields })).status).toBe('upcoming');
});

test('an employment type that is no text holds nobody: it is only shown', () => {
	const person = one(afas({ EmploymentTypeDesc: ['x'] }));
	expect([person.status, person.employment_type]).toEqual(['active', null]);
	expect(codes(person.notices)).toEqual(['FIELD_IGNORED']);
});
