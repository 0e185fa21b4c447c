import { account, range, tripped } from '../../../support/people.mts';
import type { Raw } from '../../normalize/support.mts';
import {
	left,
	NOORD,
	ZUID,
	record,
	department,
	plan,
	guardsOf,
	accounts,
	noord,
	zuid,
} from './companies.mts';

/** Limits for each part of the people, from source records on. */

test('a company of 30 that ends beside 1,000 others waits, and is named', () => {
	const summary = plan([...noord, ...zuid(left)], accounts);
	expect(summary).toMatchObject({ status: 'blocked', needs_approval: true });
	expect(tripped(summary)).toEqual(['PART_EMPTIED', 'DEACTIVATION_LIMIT']);
	const scope = { kind: 'partition', id: 'c2', name: 'Bakkerij Zuid', days: null };
	expect(guardsOf(summary, 'PART_EMPTIED')).toMatchObject([{ scope, limit: 0, actual: 30 }]);
	expect(guardsOf(summary, 'DEACTIVATION_LIMIT')).toMatchObject([
		{
			scope,
			limit: 3,
			actual: 30,
			message: 'Bakkerij Zuid (30 people): 30 people would be off-boarded; the limit is 3.',
		},
	]);
	expect(summary.report_markdown).toContain('Bakkerij Zuid \\(30 people\\): 30 people');
});

test('as many leavers spread over the large company trip nothing', () => {
	const leaving = noord.map((one, index) => (index < 30 ? record(index + 1, NOORD, left) : one));
	const summary = plan([...leaving, ...zuid({})], accounts);
	expect(tripped(summary)).toEqual([]);
	expect(guardsOf(summary, 'DEACTIVATION_LIMIT')).toMatchObject([
		{ scope: { kind: 'plan', days: null }, actual: 30, limit: 50 },
	]);
});

test('the smallest part that is over its limit is named, and the largest that ends', () => {
	const groups = range(1001, 1030).map((number) =>
		record(number, ZUID, { ...left, ...department(number <= 1015 ? 'Winkel' : 'Bakkerij') }),
	);
	const there = accounts.map((one, index) =>
		index < 1000 ? one : { ...one, group_name: index < 1015 ? 'Winkel' : 'Bakkerij' },
	);
	const summary = plan([...noord, ...groups], there);
	expect(guardsOf(summary, 'PART_EMPTIED')[0]?.scope.name).toBe('Bakkerij Zuid');
	expect(guardsOf(summary, 'DEACTIVATION_LIMIT')[0]?.scope).toMatchObject({ kind: 'group' });
});

test('a part with everybody in it is the plan itself', () => {
	const all = noord
		.slice(0, 100)
		.map((one, index) => (index < 6 ? record(index + 1, NOORD, left) : one));
	const summary = plan(all, accounts.slice(0, 100));
	expect(guardsOf(summary, 'DEACTIVATION_LIMIT')).toMatchObject([
		{ tripped: true, scope: { kind: 'plan', id: null }, actual: 6, limit: 5 },
	]);
});

test('a company of three that ends is unusual, of one is not', () => {
	const small = (ended: number) =>
		plan(
			[...noord, ...range(1001, 1000 + ended).map((number) => record(number, ZUID, left))],
			accounts.slice(0, 1000 + ended),
		);
	expect(tripped(small(3))).toEqual(['PART_EMPTIED']);
	expect(guardsOf(small(3), 'PART_EMPTIED')[0]?.message).toBe(
		'Bakkerij Zuid (3 people): 3 people would be off-boarded, and of nobody else it is known that they stay.',
	);
	expect(tripped(small(2))).toEqual(['PART_EMPTIED']);
	expect(tripped(small(1))).toEqual([]);
});

test.each([
	['stays', record(1003, ZUID)],
	['arrives', record(2001, ZUID)],
])('a company of which somebody %s does not end', (_, last) => {
	const two = [record(1001, ZUID, left), record(1002, ZUID, left)];
	expect(tripped(plan([...noord, ...two, last], accounts.slice(0, 1003)))).not.toContain(
		'PART_EMPTIED',
	);
});

test.each([1003, 2001])('that somebody (%i) is held hides no end of the others', (number) => {
	const two = [record(1001, ZUID, left), record(1002, ZUID, left)];
	const held = record(number, ZUID, { businessEmail: null, privateEmail: null });
	expect(guardsOf(plan([...noord, ...two, held], accounts.slice(0, 1003)), 'PART_EMPTIED')).toEqual(
		[
			expect.objectContaining({
				actual: 2,
				tripped: true,
				scope: expect.objectContaining({ name: 'Bakkerij Zuid' }),
			}),
		],
	);
});

test('of a company whose people went on elsewhere, the rest that ends is the whole of it', () => {
	// The same person under a new number in the other company: the account stays with that record.
	const went = record(3001, NOORD, { ...sameAs(1003), startDate: '2026-11-02', employments: [] });
	const three = [1001, 1002, 1003].map((number) => record(number, ZUID, left));
	const summary = plan([...noord, ...three, went], accounts.slice(0, 1003));
	expect(summary.needs_approval_because).toContain('TRANSFER');
	expect(guardsOf(summary, 'PART_EMPTIED')).toMatchObject([{ tripped: true, actual: 2 }]);
});

const sameAs = (number: number): Raw => ({
	businessEmail: `person${number}@example.nl`,
	firstName: `First${number}`,
	firstNameInFull: `First${number}`,
	lastName: `Last${number}`,
	birthDate: account(number).birthday,
});

test('an Alleo company and a group count too, by what Alleo has', () => {
	const routing = [{ filter: 'Zuid', companyId: 42 }];
	const there = accounts.slice(0, 1000).map((one, index) => ({
		...one,
		company_id: index < 20 ? 42 : 41,
		group_name: index >= 20 && index < 60 ? 'Magazijn' : 'Kantoor',
	}));
	const source = (leavers: (index: number) => boolean) =>
		noord.map((_, index) =>
			record(index + 1, NOORD, {
				...(index < 20 ? { extraFields: { alleo_filter: 'Zuid' } } : {}),
				...department(index >= 20 && index < 60 ? 'Magazijn' : 'Kantoor'),
				...(leavers(index) ? left : {}),
			}),
		);
	const inCompany = plan(
		source((index) => index < 4),
		there,
		{ routing },
	);
	expect(guardsOf(inCompany, 'DEACTIVATION_LIMIT')).toMatchObject([
		{ tripped: true, scope: { kind: 'alleoCompany', id: '42' }, actual: 4, limit: 3 },
	]);
	expect(guardsOf(inCompany, 'DEACTIVATION_LIMIT')[0]?.message).toBe(
		'Alleo company 42 (20 people): 4 people would be off-boarded; the limit is 3.',
	);
	const inGroup = plan(
		source((index) => index >= 20 && index < 24),
		there,
		{ routing },
	);
	expect(guardsOf(inGroup, 'DEACTIVATION_LIMIT')).toMatchObject([
		{ tripped: true, scope: { kind: 'group', name: 'Magazijn' }, actual: 4, limit: 3 },
	]);
	expect(inGroup.guards.find(({ code }) => code === 'DEACTIVATION_LIMIT')?.message).toMatch(
		/^Group Magazijn \(40 people\): /,
	);
});

test('an employer counts where one partition has several, and so do those without one', () => {
	const employer = (id: string | null): Raw => ({
		partition: 'Profit',
		company: { id, number: id, name: id === null ? null : `Employer ${id}` },
	});
	const source = (leavers: string | null) => [
		...range(1, 900).map((number) => record(number, NOORD, employer('1'))),
		...range(901, 930).map((number) =>
			record(number, NOORD, { ...employer('2'), ...(leavers === '2' ? left : {}) }),
		),
		...range(931, 960).map((number) =>
			record(number, NOORD, { ...employer(null), ...(leavers === null ? left : {}) }),
		),
	];
	const of = (leavers: string | null) =>
		guardsOf(plan(source(leavers), accounts.slice(0, 960)), 'PART_EMPTIED');
	expect(of('2')).toMatchObject([
		{ tripped: true, scope: { kind: 'partition', id: '2', name: 'Employer 2' }, actual: 30 },
	]);
	expect(of(null)).toMatchObject([{ tripped: true, actual: 30 }]);
	expect(of('none')).toMatchObject([{ tripped: false }]);
});

describe('what must not wait', () => {
	test('leavers without an employer: nobody is a company', () => {
		const nobody = { company: { id: null, name: null, number: null } };
		const two = [1, 2].map((number) => record(number, NOORD, { ...left, ...nobody }));
		const summary = plan([...two, ...noord.slice(2), ...zuid({})], accounts);
		expect(summary.counts.deactivate).toBe(2);
		expect(tripped(summary)).toEqual([]);
	});

	test('a new company, for which the limit of the whole plan decides', () => {
		const summary = plan([...noord, ...zuid({})], accounts.slice(0, 1000));
		expect(tripped(summary)).toEqual([]);
		expect(guardsOf(summary, 'CREATE_LIMIT')).toMatchObject([{ actual: 30, limit: 100 }]);
	});

	test('a group that got another name, with newcomers in it', () => {
		const renamed = noord.map((one, index) =>
			index < 70 ? record(index + 1, NOORD, department('Verkoop binnendienst')) : one,
		);
		const newcomers = range(2001, 2006).map((number) =>
			record(number, NOORD, department('Verkoop binnendienst')),
		);
		const groupsWith = (isThere: (index: number) => boolean) =>
			tripped(
				plan(
					[...renamed, ...newcomers],
					accounts.slice(0, 1000).map((one, index) => ({
						...one,
						group_name: isThere(index)
							? 'Verkoop binnendienst'
							: index < 70
								? 'Verkoop'
								: 'Kantoor',
					})),
				),
			);
		expect(groupsWith(() => false)).toEqual([]);
		// Ten got the name before; the others of today are the group just as well.
		expect(groupsWith((index) => index < 10)).toEqual([]);
		expect(groupsWith((index) => index < 70)).toEqual([]);
	});

	test('everybody, because a dozen people of one group are held or the same every day', () => {
		const source = noord.map((_, index) =>
			record(index + 1, NOORD, {
				...department(index < 12 ? 'Magazijn' : 'Kantoor'),
				...(index < 7 ? { businessEmail: null } : {}),
			}),
		);
		const there = accounts
			.slice(0, 1000)
			.map((one, index) => ({ ...one, group_name: index < 12 ? 'Magazijn' : 'Kantoor' }));
		const summary = plan(source, there);
		expect(summary.counts.hold).toBe(7);
		expect(tripped(summary)).toEqual([]);
	});

	test('a part that is smaller than the setting says', () => {
		const leavers = range(1001, 1004).map((number) => record(number, ZUID, left));
		const source = [
			...noord,
			...leavers,
			...range(1005, 1030).map((number) => record(number, ZUID)),
		];
		expect(tripped(plan(source, accounts))).toEqual(['DEACTIVATION_LIMIT']);
		expect(tripped(plan(source, accounts, { partSize: 31 }))).toEqual([]);
	});
});

test('updates, drift and duplicates count for a company; for a group only what is not its name', () => {
	const changed = (more: (number: number) => Raw) => [
		...noord,
		...range(1001, 1030).map((number) => record(number, ZUID, number <= 1012 ? more(number) : {})),
	];
	const codes = (more: (number: number) => Raw) =>
		plan(changed(more), accounts)
			.guards.filter((guard) => guard.tripped)
			.map(({ code, scope }) => `${code} ${scope.name}`);
	expect(codes((number) => ({ lastName: `Anders${number}` }))).toEqual([
		'UPDATE_LIMIT Bakkerij Zuid',
	]);
	expect(codes(() => ({ birthDate: '1980-05-05' }))).toContain('FIELD_DRIFT Bakkerij Zuid');
	expect(codes(() => ({ businessEmail: 'person1001@example.nl' }))).toContain(
		'DUPLICATES Bakkerij Zuid',
	);
});

test('the absent whom the policy off-boards count for their Alleo company and group', () => {
	const groups = accounts
		.slice(0, 1000)
		.map((one, index) => ({ ...one, group_name: index < 20 ? 'Magazijn' : 'Kantoor' }));
	const summary = plan(
		noord
			.slice(4)
			.map((one, index) => (index < 16 ? record(index + 5, NOORD, department('Magazijn')) : one)),
		groups,
		{ absentPolicy: 'deactivate' },
	);
	expect(guardsOf(summary, 'DEACTIVATION_LIMIT')).toMatchObject([
		{ tripped: true, scope: { kind: 'group', name: 'Magazijn' }, actual: 4 },
	]);
});
