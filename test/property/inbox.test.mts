import fc from 'fast-check';
import type { AlleoEmployee, Employee } from '../../core/model/employee';
import { readAnswers } from '../../core/model/inbox';
import type { InboxAnswer } from '../../core/model/inbox';
import { DEFAULT_NORMALIZE_OPTIONS, normalize, withAnsweredColumns } from '../../core/normalize';
import { parseRawMapping } from '../../core/normalize/mapping';
import type { PlanRow } from '../../core/model/plan';
import { answeredRoutes } from '../../core/plan/people/answered';
import { QUESTION_KEYS } from '../../core/plan/people/questions';
import { diff } from '../../core/plan/people';
import { account, covered, inputOf, TODAY } from '../support/people.mts';

/**
 * From source records to plan: an answer of the inbox changes exactly the people who have that value, and
 * nobody else. Records as the AFAS node delivers them; some people have an account already.
 */

interface Human {
	access: string | null;
	group: string;
	filter: string | null;
	almost: string | null;
	hasAccount: boolean;
}

const spelled = (word: string): fc.Arbitrary<string> =>
	fc.constantFrom(word, word.toUpperCase(), ` ${word} `);

const humans: fc.Arbitrary<Human[]> = fc.array(
	fc.record({
		access: fc.oneof(
			fc.constantFrom('ja', 'nee', null, ''),
			spelled('misschien'),
			spelled('onbekend'),
		),
		group: fc.oneof(fc.constantFrom('Kantoor', 'Verkoop'), spelled('sales'), spelled('export')),
		filter: fc.oneof(fc.constantFrom(null, 'vast'), spelled('noord'), spelled('zuid')),
		almost: fc.constantFrom(null, 'ja', 'nee'),
		hasAccount: fc.boolean(),
	}),
	{ minLength: 1, maxLength: 12 },
);

const idOf = (index: number): string => `E${index}`;

const recordOf = ({ access, group, filter, almost }: Human, index: number): object => ({
	source: 'afas',
	EmployeeId: idOf(index),
	FirstName: `Voornaam${index}`,
	BirthName: `Achternaam${index}`,
	Mail: `p${index}@example.nl`,
	EmploymentStart: '2020-01-01',
	EmploymentEnd: null,
	OrgUnitDesc: group,
	alleo_access: access,
	alleo_filter: filter,
	...(almost === null ? {} : { 'Alleo filtr': almost }),
	personKey: idOf(index),
	personKeyType: 'EmployeeId',
	employments: [{ EmployeeId: idOf(index), startDate: '2020-01-01', endDate: null }],
	company: { id: '01', number: '01', name: 'Werkgever' },
	partition: 'c1',
	notices: [],
});

/** Every company says which groups it has; nobody of the source is in the first account of each. */
const accountsOf = (given: readonly Human[]): AlleoEmployee[] => [
	...[41, 42, 43].map((company) =>
		account(900 + company, {
			company_id: company,
			external_id: null,
			is_active: false,
			company_groups: ['Kantoor', 'Verkoop'],
		}),
	),
	...given.flatMap(({ hasAccount }, index) =>
		hasAccount
			? [
					account(index, {
						external_id: `afas-${idOf(index)}`,
						email: `p${index}@example.nl`,
						first_name: `Voornaam${index}`,
						last_name: `Achternaam${index}`,
					}),
				]
			: [],
	),
];

interface Outcome {
	people: Employee[];
	rows: ReadonlyMap<string, PlanRow[]>;
}

function outcome(given: readonly Human[], list: readonly InboxAnswer[]): Outcome {
	const answers = readAnswers(list);
	const normalized = normalize(
		withAnsweredColumns({
			records: given.map(recordOf) as Array<Record<string, unknown>>,
			mapping: parseRawMapping(null),
			transforms: [],
			accessField: 'alleo_access',
			options: { ...DEFAULT_NORMALIZE_OPTIONS, selectiveSync: 'on', referenceDate: TODAY },
			evaluate: () => undefined,
			answers,
		}),
	);
	if (!normalized.ok) throw new Error(normalized.problem.code);
	const routing = [{ filter: 'vast', companyId: 42 }];
	const planned = diff(
		inputOf(
			normalized.value,
			accountsOf(given),
			{ answers, routing: [...routing, ...answeredRoutes(answers, routing)] },
			[covered('c1', given.length)],
		),
	);
	if (!planned.ok) throw new Error(planned.problem.code);
	const rows = new Map<string, PlanRow[]>();
	for (const row of planned.value.flatMap((plan) => plan.rows)) {
		const id = row.external_id ?? '';
		rows.set(id, [...(rows.get(id) ?? []), row]);
	}
	return { people: normalized.value, rows };
}

/** What a row does; its place in the plan and the hashes follow from the others too. */
const does = (rows: readonly PlanRow[] = []): unknown[] =>
	rows.map(({ action, alleo_company_id: company, changes, after, reason, notices }) => ({
		action,
		company,
		changes,
		after,
		reason,
		notices,
	}));

const answers: fc.Arbitrary<InboxAnswer> = fc.oneof(
	fc.record({
		kind: fc.constant('access' as const),
		value: fc.constantFrom('misschien', 'Onbekend', 'ja', 'nee'),
		answer: fc.constantFrom('map' as const, 'hold' as const),
		target: fc.constantFrom('yes', 'no'),
	}),
	fc.record({
		kind: fc.constant('group' as const),
		value: fc.constantFrom('Sales', 'export'),
		answer: fc.constantFrom('map' as const, 'none' as const),
		target: fc.constantFrom('Verkoop', 'Weg'),
	}),
	fc.record({
		kind: fc.constant('filter' as const),
		value: fc.constantFrom('Noord', 'zuid', 'vast'),
		answer: fc.constantFrom('map' as const, 'hold' as const),
		target: fc.constantFrom('42', '43'),
	}),
);

const valueOf = (human: Human, kind: InboxAnswer['kind']): string | null =>
	kind === 'access' ? human.access : kind === 'group' ? human.group : human.filter;

const has = (human: Human, { kind, value }: InboxAnswer): boolean => {
	const own = valueOf(human, kind);
	return own !== null && QUESTION_KEYS[kind](own) === QUESTION_KEYS[kind](value);
};

test('an answer changes nobody but the people with that value', () => {
	fc.assert(
		fc.property(humans, answers, (given, answer) => {
			const before = outcome(given, []);
			const after = outcome(given, [answer]);
			given.forEach((human, index) => {
				if (has(human, answer)) return;
				const id = `afas-${idOf(index)}`;
				expect(after.people[index]).toEqual(before.people[index]);
				expect(does(after.rows.get(id))).toEqual(does(before.rows.get(id)));
			});
		}),
		{ numRuns: 60 },
	);
});

test('nobody who is asked about is onboarded or off-boarded before the answer, and the answer decides', () => {
	fc.assert(
		fc.property(humans, answers, (given, answer) => {
			const { people, rows } = outcome(given, [answer]);
			given.forEach((human, index) => {
				const acts = (rows.get(`afas-${idOf(index)}`) ?? []).map(({ action }) => action);
				const word = human.access === null ? '' : QUESTION_KEYS.access(human.access);
				const isAnswered =
					has(human, answer) && answer.kind === 'access' && answer.answer === 'map';
				if (['misschien', 'onbekend'].includes(word)) {
					if (!isAnswered) {
						expect(people[index]?.status).toBe('held');
						expect(acts).toEqual(['hold']);
					} else if (answer.target === 'no') {
						expect(people[index]?.status).toBe('ineligible');
						expect(acts).not.toContain('create');
					} else expect(people[index]?.access).toBe('yes');
				}
				if (word === 'nee') expect(acts).not.toContain('create');
			});
		}),
		{ numRuns: 60 },
	);
});

test('a routed person goes to the company of the answer, and to no other', () => {
	fc.assert(
		fc.property(humans, answers, (given, answer) => {
			const { people, rows } = outcome(given, [answer]);
			given.forEach((human, index) => {
				if (people[index]?.status !== 'active' || human.filter === null) return;
				const filter = QUESTION_KEYS.filter(human.filter);
				const own = rows.get(`afas-${idOf(index)}`) ?? [];
				const made = own.filter(({ action }) => action === 'create');
				const isRouted = answer.kind === 'filter' && answer.answer === 'map' && has(human, answer);
				const company = filter === 'vast' ? 42 : isRouted ? Number(answer.target) : null;
				expect(made.every(({ alleo_company_id: id }) => id === company)).toBe(true);
				if (company === null) expect(own.map(({ action }) => action)).toEqual(['hold']);
			});
		}),
		{ numRuns: 60 },
	);
});
