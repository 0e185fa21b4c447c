import fc from 'fast-check';
import type { AlleoEmployee } from '../../core/model/employee';
import type { PlanRow } from '../../core/model/plan';
import { normalize } from '../../core/normalize';
import { differencesIn } from '../../core/plan/budgetsDiffer';
import { planOfFile } from '../../core/plan/file';
import { readLastBudgets } from '../../core/plan/file/lastBudgets';
import { diff } from '../../core/plan/people';
import { inputOf as diffInput, onlyPlan } from '../support/people.mts';
import { planInput } from '../support/filePlan.mts';
import { inputOf, nmbrs } from '../unit/normalize/support.mts';
import type { Raw } from '../unit/normalize/support.mts';
import { replayable } from './world.mts';

/**
 * What the plan of people says of budgets, over random people, accounts and last files, from source records on:
 * it is what the budget file does once the plan was applied, and it changes nothing else about the plan. Replay
 * a failure with FC_SEED and FC_RUNS.
 */

const some = () => ({ ...replayable(), numRuns: Number(process.env['FC_RUNS'] ?? 500) });

const MONTHLY = 'alleo_monthly_all_budget';
const ONCE = 'alleo_oneoff_health_budget';
const HEAD = ['Email', 'Alleo ID', MONTHLY, ONCE, 'Sent Before'].join(',');

const amount = fc.constantFrom('', '', '0', '10.00', '20.50');

interface Somebody {
	budgets: { monthly: string; once: string };
	source: 'serving' | 'left' | 'unknownType' | 'odd' | 'tooMuch' | 'later' | 'absent';
	account: 'own' | 'inactive' | 'foreign' | 'none' | 'renamed' | 'moved';
	last: { monthly: string; once: string; sent: string } | null;
}

const somebody: fc.Arbitrary<Somebody> = fc.record({
	budgets: fc.record({ monthly: amount, once: amount }),
	source: fc.constantFrom(
		...(['serving', 'serving', 'serving', 'left'] as const),
		...(['unknownType', 'odd', 'tooMuch', 'later', 'absent'] as const),
	),
	account: fc.constantFrom(
		...(['own', 'own', 'own', 'inactive'] as const),
		...(['foreign', 'none', 'renamed', 'moved'] as const),
	),
	last: fc.option(fc.record({ monthly: amount, once: amount, sent: amount })),
});

const idOf = (n: number): string =>
	`5f0c2d1e-0000-4000-8000-0000000003${String(n).padStart(2, '0')}`;
const externalId = (n: number): string => `nmbrs-${idOf(n)}`;
const birthday = (n: number): string => `19${60 + n}-05-04`;

const LEFT = {
	employeeType: 'formerPayroll',
	endDate: '2026-10-31',
	employments: [
		{ employmentId: 'e1', startDate: '2020-03-01', endDate: '2026-10-31', seniorityDate: null },
	],
};
const LATER = {
	startDate: '2027-02-01',
	employments: [
		{ employmentId: 'e1', startDate: '2027-02-01', endDate: null, seniorityDate: null },
	],
};

const ODD: Partial<Record<Somebody['source'], string>> = { odd: '1.250', tooMuch: '99999' };
const CHANGES: Partial<Record<Somebody['source'], Raw>> = {
	left: LEFT,
	later: LATER,
	unknownType: { employeeType: 'iets' },
};

function recordOf({ budgets, source }: Somebody, n: number): Raw[] {
	if (source === 'absent') return [];
	const monthly = ODD[source] ?? budgets.monthly;
	return [
		nmbrs({
			employeeId: idOf(n),
			employeeNumber: String(n),
			firstName: `Noor${n}`,
			lastName: `Naam${n}`,
			businessEmail: `noor${n}@voorbeeld.nl`,
			birthDate: birthday(n),
			partition: 'c-1',
			extraFields: { [MONTHLY]: monthly, [ONCE]: budgets.once },
			extraFieldsStatus: 'read',
			...CHANGES[source],
		}),
	];
}

function accountOf({ account }: Somebody, n: number): AlleoEmployee[] {
	if (account === 'none') return [];
	return [
		{
			id: 500 + n,
			company_id: 41,
			is_active: account !== 'inactive',
			email: account === 'moved' ? `oud${n}@voorbeeld.nl` : `noor${n}@voorbeeld.nl`,
			private_email: null,
			first_name: `Noor${n}`,
			prefix: 'van',
			last_name: account === 'renamed' ? 'Anders' : `Naam${n}`,
			language: 'nl',
			company_group_id: 7,
			group_name: 'Verkoop',
			external_id: account === 'foreign' ? `ander-${n}` : externalId(n),
			birthday: birthday(n),
			work_anniversary: '2020-03-01',
			registration_date: null,
			offboarding_date: null,
			last_active_date: null,
		},
	];
}

function lineOf({ last, account }: Somebody, n: number): string[] {
	if (last === null || account === 'none') return [];
	const { monthly, once, sent } = last;
	const email = account === 'moved' ? `oud${n}@voorbeeld.nl` : `noor${n}@voorbeeld.nl`;
	const mark = once === '' && sent !== '' ? `${ONCE}=${sent}` : '';
	return [[email, 500 + n, monthly, once, mark].join(',')];
}

/** The accounts once every row was written: what Alleo does, and no rule of ours. */
function applied(accounts: readonly AlleoEmployee[], rows: readonly PlanRow[]): AlleoEmployee[] {
	const made = rows.flatMap(({ action, after, external_id: id, alleo_company_id: company }, at) =>
		action === 'create'
			? [{ ...after, id: 900 + at, company_id: company, is_active: true, external_id: id }]
			: [],
	) as unknown as AlleoEmployee[];
	const kept = accounts.map((account) => {
		const own = rows.filter(({ action, alleo_id: id }) => action !== 'hold' && id === account.id);
		const writes = Object.assign({}, ...own.map(({ after }) => after)) as Partial<AlleoEmployee>;
		return { ...account, ...writes, group: undefined };
	});
	return [...kept, ...made];
}

interface World {
	people: Somebody[];
	complete: boolean;
}

const world = fc.record({
	people: fc.array(somebody, { minLength: 1, maxLength: 6 }),
	complete: fc.constantFrom(true, true, true, false),
});

function run({ people: all, complete }: World) {
	const read = normalize(inputOf(all.flatMap(recordOf)));
	if (!read.ok) throw new Error(read.problem.code);
	const accounts = all.flatMap(accountOf);
	const last = readLastBudgets([HEAD, ...all.flatMap(lineOf), ''].join('\n'));
	if (last.state === 'failed') throw new Error(last.problem);
	const coverage = [{ partition: 'c-1', name: 'c-1', complete, employees: all.length }];
	const input = diffInput(read.value, accounts, {}, coverage);
	const told = onlyPlan(diff({ ...input, budgets: { way: 'daily', last } }));
	const untold = onlyPlan(diff(input));
	const file = planOfFile(
		planInput(0, {
			dataset: 'budgets',
			source: read.value,
			alleo: applied(accounts, told.rows),
			coverage,
			lastBudgets: last,
			referenceDate: input.referenceDate,
		}),
	);
	if (!file.ok) throw new Error(file.problem.code);
	return { told, untold, file: file.value };
}

const isSaid = ({ code }: { code: string }): boolean => code === 'BUDGET_NOT_AS_SENT';

type Said = Record<string, ReturnType<typeof differencesIn>>;

/** By name, which nobody shares here. */
function saidIn({ rows, summary }: ReturnType<typeof run>['told']): Said {
	const said: Said = {};
	for (const row of rows) {
		for (const { params } of row.notices.filter(isSaid))
			said[row.name ?? ''] = differencesIn(params);
	}
	for (const { name, people, params } of summary.notices.filter(isSaid)) {
		for (const who of people ?? [name ?? '']) said[who] = differencesIn(params);
	}
	return said;
}

test('I7: what is said of budgets changes nothing about the plan of people', () => {
	fc.assert(
		fc.property(world, (given) => {
			const { told, untold } = run(given);
			const plain = (rows: readonly PlanRow[]) =>
				rows.map(({ plan: _plan, row_hash: _hash, notices, ...row }) => ({
					...row,
					notices: notices.filter((notice) => !isSaid(notice)),
				}));
			expect(plain(told.rows)).toEqual(plain(untold.rows));
			const { budget_file: _file, notices, plan, companies: _names, ...summary } = told.summary;
			const { notices: usual, plan: before, companies: _known, ...same } = untold.summary;
			expect(summary).toEqual(same);
			expect(plan.status).toBe(before.status);
			const others = notices.filter(
				({ code }) => !isSaid({ code }) && code !== 'BUDGET_FIELD_GONE',
			);
			expect(others).toEqual(usual);
		}),
		some(),
	);
});

test('what is said of somebody is what the budget file does, once the plan was applied', () => {
	fc.assert(
		fc.property(world, (given) => {
			const { told, file } = run(given);
			const held = new Set(
				told.rows.flatMap(({ action, external_id: id }) => (action === 'hold' ? [id] : [])),
			);
			const made = new Set(
				told.rows.flatMap(({ action, external_id: id }) => (action === 'create' ? [id] : [])),
			);
			const expected: Said = {};
			for (const { action, changes, external_id: id } of file.rows) {
				const n = given.people.findIndex((_one, at) => externalId(at) === id);
				if (action !== 'update' || held.has(id) || made.has(id)) continue;
				if (given.people[n] === undefined || given.people[n].source === 'absent') continue;
				const differences = changes
					.map(({ field, from, to }) => ({ field, from, to }))
					.filter(({ from, to }) => Number(from ?? 0) !== Number(to ?? 0));
				if (differences.length > 0) {
					expected[`Noor${n} van Naam${n}`] = differences as Said[string];
				}
			}
			expect(saidIn(told)).toEqual(expected);
		}),
		some(),
	);
});
