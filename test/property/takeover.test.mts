import { carryOut } from '../../core/sync';
import type { AlleoEmployee, Employee } from '../../core/model/employee';
import { AlleoClient } from '../../nodes/Alleo/api/client';
import { runOptions } from '../../nodes/Alleo/apply/port';
import { all, nmbrs } from '../unit/normalize/support.mts';
import { account, covered, range, run } from '../support/people.mts';
import { approveAll } from './listAlleo.mts';
import { MemoryAlleo } from './memoryAlleo.mts';

/** A whole employer whose accounts another integration made: taken over once, and then in step. */

const PEOPLE = 250;
const clock = { now: () => 0, random: () => 0, sleep: async () => undefined };

const records = range(1, PEOPLE).map((n) =>
	nmbrs({
		employeeId: `5f0c2d1e-0000-4000-8000-${String(n).padStart(12, '0')}`,
		employeeNumber: String(n),
		firstName: `Mens${n}`,
		lastName: `Testen${n}`,
		birthDate: `19${String(60 + (n % 40))}-0${1 + (n % 9)}-${10 + (n % 18)}`,
		department: { code: '10', description: 'Kantoor' },
		businessEmail: `mens${n}@example.nl`,
	}),
);

const made = ({ email, first_name, prefix, last_name, birthday }: Employee, n: number) =>
	account(n, {
		id: 1000 + n,
		external_id: `yc-${n}`,
		email,
		first_name,
		prefix,
		last_name,
		birthday,
	});

const plan = (people: readonly Employee[], accounts: readonly AlleoEmployee[]) =>
	run(people, accounts, { approval: 'whenGuardTrips', absentPolicy: 'deactivate' }, [
		covered('c-1'),
	]);

test('250 people with ids of another system are one plan, and the next run plans nothing', async () => {
	const people = all(records);
	const alleo = new MemoryAlleo(people.map(made));
	const ids = alleo.accounts.map(({ id }) => id);

	const first = plan(people, alleo.accounts);
	expect(first.rows).toHaveLength(PEOPLE);
	for (const row of first.rows) {
		expect([row.action, row.reason.code]).toEqual(['update', 'TAKEOVER']);
	}
	expect(first.summary.needs_approval_because).toContain('TAKEOVER');
	expect(first.summary.counts).toMatchObject({ update: PEOPLE, create: 0, deactivate: 0 });

	const connection = {
		client: new AlleoClient(alleo),
		clock,
		signal: new AbortController().signal,
	};
	const result = await carryOut(first, {
		...runOptions(connection, 3),
		answer: approveAll,
		now: () => first.summary.plan.created_at,
	});
	if (!result.ok) throw new Error(result.problem.code);
	const outcomes = result.value.outcomes.map(({ outcome }) => outcome);
	expect(new Set(outcomes)).toEqual(new Set(['applied']));

	expect(alleo.accounts.map(({ id }) => id)).toEqual(ids);
	expect(alleo.accounts.every(({ is_active: active }) => active)).toBe(true);
	expect(new Set(alleo.accounts.map(({ external_id: id }) => id))).toEqual(
		new Set(people.map(({ external_id: id }) => id)),
	);
	const second = plan(people, alleo.accounts);
	expect([second.rows, second.summary.status]).toEqual([[], 'empty']);
});
