import type { AlleoEmployee, Employee } from '../../../../core/model/employee';
import { readAnswers } from '../../../../core/model/inbox';
import type { DiffOptions } from '../../../../core/plan/options';
import { answeredRoutes } from '../../../../core/plan/people/answered';
import { countQuestions } from '../../../../core/plan/people/questions';
import { account, held, outline, person, range, run } from '../../../support/people.mts';

/** What the inbox says of groups and routing values, and what it is asked. */

const answer = (kind: string, value: string, target: string, reply = 'map') => ({
	kind,
	value,
	answer: reply,
	target,
});

/** As the node makes them: routes that were answered stand beside those of the settings. */
function told(given: unknown, options: Partial<DiffOptions> = {}): Partial<DiffOptions> {
	const answers = readAnswers(given);
	const routing = options.routing ?? [];
	return { ...options, answers, routing: [...routing, ...answeredRoutes(answers, routing)] };
}

/** The first account of a company says which groups it has. */
const withGroups = (
	number: number,
	groups: string[] | null,
	changed: Partial<AlleoEmployee> = {},
) => account(number, { company_groups: groups, ...changed });

describe('a routing value without a company', () => {
	const people = [
		...range(1, 3).map((number) => person(number, { alleo_filter: 'Noord' })),
		person(4, { alleo_filter: 'noord ' }),
		person(5, { alleo_filter: 'Zuid' }),
		person(6),
	];

	test('is one question for everybody who has it, in one spelling', () => {
		const { summary, rows } = run(people, [], told([]));
		expect(summary.inbox?.questions).toEqual([
			{ kind: 'filter', value: 'Noord', people: 4 },
			{ kind: 'filter', value: 'Zuid', people: 1 },
		]);
		expect(rows.filter(({ action }) => action === 'hold')).toHaveLength(5);
	});
	test('an answer routes exactly those people, and keeps its count', () => {
		const { summary, rows } = run(people, [], told([answer('filter', 'NOORD', '43')]));
		const made = rows.filter(({ action }) => action === 'create');
		expect(made.map((row) => [row.external_id, row.alleo_company_id])).toEqual([
			['nmbrs-1', 43],
			['nmbrs-2', 43],
			['nmbrs-3', 43],
			['nmbrs-4', 43],
			['nmbrs-6', 41],
		]);
		expect(summary.inbox?.questions.map(({ value, people: count }) => [value, count])).toEqual([
			['Noord', 4],
			['Zuid', 1],
		]);
	});
	test('the first plan for a company that only an answer names waits for a person', () => {
		const answered = told([answer('filter', 'noord', '43')], { approval: 'whenGuardTrips' });
		const others = range(20, 80).map((number) => person(number));
		const there = others.map((_, index) => account(20 + index));
		const first = run([person(1, { alleo_filter: 'Noord' }), ...others], there, answered);
		expect([first.summary.status, first.summary.needs_approval_because]).toEqual([
			'blocked',
			['ANSWERED_COMPANY_NEW'],
		]);
		const [row] = first.rows;
		expect(row?.notices.map(({ code }) => code)).toEqual(['ANSWERED_COMPANY_NEW']);
		const colleague = account(1, { company_id: 43 });
		const two = [1, 2].map((number) => person(number, { alleo_filter: 'Noord' }));
		const next = run([...two, ...others], [...there, colleague], answered);
		expect([next.summary.status, next.rows.map(({ external_id: id }) => id)]).toEqual([
			'ready',
			['nmbrs-2'],
		]);
		const set = {
			...answered,
			routing: [{ filter: 'x', companyId: 43 }, ...(answered.routing ?? [])],
		};
		const bySetting = run([person(1, { alleo_filter: 'Noord' }), ...others], there, set);
		expect(bySetting.summary.status).toBe('ready');
	});
	test('nobody is off-boarded for being absent in a company that only an answer names', () => {
		const answered = told([answer('filter', 'noord', '43')], { absentPolicy: 'deactivate' });
		const strangers = range(500, 503).map((number) => account(number, { company_id: 43 }));
		const own = [account(6), account(7)];
		const { rows, summary } = run([person(6)], [...own, ...strangers], answered);
		expect(rows.map(({ action, external_id: id }) => [action, id])).toEqual([
			['deactivate', 'nmbrs-7'],
		]);
		const reported = summary.notices.filter(({ code }) => code === 'ABSENT_REPORTED');
		expect(reported).toHaveLength(strangers.length);
	});
	test.each([
		['hold', ''],
		['ignore', '43'],
		['map', ''],
		['map', '43b'],
		['map', '-1'],
		['map', '0'],
	])('%s to %p routes nobody', (reply, target) => {
		const { rows } = run(people, [], told([answer('filter', 'noord', target, reply)]));
		expect(rows.filter(({ action }) => action === 'hold')).toHaveLength(5);
	});
	test('a route of the settings stays what it is', () => {
		const routing = [{ filter: 'noord', companyId: 42 }];
		const { rows } = run(people, [], told([answer('filter', 'Noord', '43')], { routing }));
		expect(rows.find((row) => row.external_id === 'nmbrs-1')?.alleo_company_id).toBe(42);
	});
	test('whoever has an account in that company is not onboarded twice', () => {
		const own = [person(1, { alleo_filter: 'Noord' })];
		const { rows } = run(
			own,
			[account(1, { company_id: 43 })],
			told([answer('filter', 'Noord', '43')]),
		);
		expect(rows).toEqual([]);
	});
});

describe('a group that Alleo lacks', () => {
	const sales = [person(1, { group: 'Sales NL' }), person(2, { group: 'sales nl' }), person(3)];
	const alleo = [withGroups(1, ['Kantoor', 'Verkoop']), account(2), account(3)];
	const groupOf = (rows: ReturnType<typeof run>['rows'], id: string): unknown =>
		rows.find((row) => row.external_id === id)?.changes.find(({ field }) => field === 'group');

	test('is one question, with the groups that Alleo has', () => {
		const { summary, rows } = run(sales, alleo, told([]));
		expect(summary.inbox).toEqual({
			questions: [{ kind: 'group', value: 'Sales NL', people: 2 }],
			groups: ['Kantoor', 'Verkoop'],
		});
		expect(rows).toEqual([]);
	});
	test('mapped: exactly those people get the group of the answer', () => {
		const { rows } = run(sales, alleo, told([answer('group', 'SALES NL', 'Verkoop')]));
		expect(outline(rows)).toHaveLength(2);
		expect(groupOf(rows, 'nmbrs-2')).toEqual({ field: 'group', from: 'Kantoor', to: 'Verkoop' });
	});
	test('none: what Alleo has stays, also where empty groups are cleared', () => {
		const clearing = sales.map((one) => ({ ...one, clear: ['group'] }));
		const { rows, summary } = run(clearing, alleo, told([answer('group', 'Sales NL', '', 'none')]));
		expect(rows).toEqual([]);
		expect(summary.notices.map(({ code }) => code)).not.toContain('GROUP_NOT_IN_ALLEO');
		expect(summary.inbox?.questions[0]?.people).toBe(2);
	});
	test('a group that is gone is as good as unanswered, and told', () => {
		const { rows, summary } = run(sales, alleo, told([answer('group', 'Sales NL', 'Export')]));
		expect(rows).toEqual([]);
		const codes = summary.notices.map(({ code }) => code);
		expect(codes).toEqual(expect.arrayContaining(['INBOX_TARGET_GONE', 'GROUP_NOT_IN_ALLEO']));
	});
	test('while Alleo does not say which groups it has, nothing is asked', () => {
		expect(run(sales, [withGroups(1, null), account(2)], told([])).summary.inbox).toBeUndefined();
	});
});

describe('what is said of the inbox', () => {
	const codes = (given: unknown): string[] =>
		run([person(1)], [account(1)], told(given)).summary.notices.map(({ code }) => code);

	test('not read is said, and so is what cannot be understood', () => {
		expect(codes('not read')).toEqual(['INBOX_NOT_READ']);
		expect(codes([{ kind: 'filter' }])).toEqual(['INBOX_ANSWERS_UNREADABLE']);
		expect(codes('')).toEqual([]);
	});
	test('an access field with more words than a list has is not asked about', () => {
		const words = (count: number): Employee[] =>
			range(1, count).map((number) =>
				held(number, 'ACCESS_UNREADABLE', 'alleo_access', {
					asks: [{ kind: 'access', value: `woord ${number}` }],
				}),
			);
		expect(run(words(12), [], told([])).summary.inbox?.questions).toHaveLength(12);
		const { summary } = run(words(13), [], told([]));
		expect(summary.inbox).toBeUndefined();
		expect(summary.notices.map(({ code }) => code)).toContain('INBOX_TOO_MANY');
	});
	test('who left asks nothing', () => {
		const gone = person(1, {
			status: 'ended',
			end_date: '2020-01-01',
			alleo_filter: 'Noord',
			asks: [{ kind: 'column', value: 'alleo_acces', meant: 'alleo_access' }],
		});
		expect(run([gone], [], told([])).summary.inbox).toBeUndefined();
	});
	test('the order of the people does not matter', () => {
		const asks = ['b', 'A', 'a', 'c', 'C', 'B'].map((value) => ({
			kind: 'access' as const,
			value,
		}));
		expect(countQuestions(asks)).toEqual(countQuestions([...asks].reverse()));
	});
});
