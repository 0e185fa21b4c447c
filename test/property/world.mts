import fc from 'fast-check';
import type { AlleoEmployee, Employee } from '../../core/model/employee';
import { emailKey } from '../../core/identity/keys';
import type { PlanRow } from '../../core/model/plan';
import { account, covered, person, TODAY } from '../support/people.mts';

/**
 * Random small worlds in which everything collides: few ids, few addresses, few birthdays, two Alleo
 * companies. Whatever the state, the invariants must hold.
 */

/** Runs and seed come from the environment, and a failure prints both. */
export const replayable = (): fc.Parameters<unknown> => ({
	numRuns: Number(process.env['FC_RUNS'] ?? 2000),
	...(process.env['FC_SEED'] === undefined ? {} : { seed: Number(process.env['FC_SEED']) }),
});

const externalId = fc.constantFrom(
	'nmbrs-1',
	'nmbrs-2',
	'nmbrs-3',
	'nmbrs-4',
	'nmbrs-5',
	'nmbrs-6',
);
const email = fc.constantFrom(
	'a@example.nl',
	'B@example.nl',
	'c@example.nl',
	'd@example.nl',
	'e@example.nl',
	'f@example.nl',
);
const birthday = fc.constantFrom('1990-01-01', '1985-05-05', null);
const name = fc.constantFrom('Noor', 'Bas', 'Zoë');
const filter = fc.oneof(
	{ weight: 6, arbitrary: fc.constant(null) },
	{ weight: 2, arbitrary: fc.constantFrom('logistiek', 'LOGISTIEK ') },
	{ weight: 1, arbitrary: fc.constant('onbekend') },
);

const statusArbitrary = fc.oneof(
	{ weight: 6, arbitrary: fc.constant({ status: 'active' as const, code: 'IN_SERVICE' }) },
	{ weight: 3, arbitrary: fc.constant({ status: 'ended' as const, code: 'EMPLOYMENT_ENDED' }) },
	{ weight: 1, arbitrary: fc.constant({ status: 'upcoming' as const, code: 'STARTS_LATER' }) },
	{ weight: 1, arbitrary: fc.constant({ status: 'ineligible' as const, code: 'ACCESS_NO' }) },
	{ weight: 1, arbitrary: fc.constant({ status: 'ineligible' as const, code: 'ACCESS_EMPTY' }) },
	{ weight: 1, arbitrary: fc.constant({ status: 'held' as const, code: 'HELD' }) },
);

const personArbitrary: fc.Arbitrary<Employee> = fc
	.record({
		external_id: fc.option(externalId, { freq: 12 }),
		state: statusArbitrary,
		email: fc.option(email, { freq: 8 }),
		birthday,
		first_name: name,
		last_name: fc.constantFrom('Testen', 'Voorbeeld'),
		alleo_filter: filter,
		partition: fc.constantFrom('c1', 'c2'),
		start: fc.constantFrom('2020-01-01', '2026-11-27', '2027-06-01'),
		end: fc.constantFrom('2026-11-20', '2025-01-01'),
	})
	.map(({ state, partition, start, end, ...rest }) => {
		// What Employee Normalize guarantees: people in service have an address and an id.
		const missing = state.status === 'active' && (rest.email === null || rest.external_id === null);
		const status = missing ? 'held' : state.status;
		return person(1, {
			...rest,
			status,
			reason: { code: state.code, text: '', params: {} },
			start_date: status === 'upcoming' ? (start > TODAY ? start : '2027-06-01') : '2020-01-01',
			end_date: status === 'ended' ? end : null,
			source: { system: 'nmbrs', partition, employee_id: rest.external_id, employee_number: null },
			issues:
				status === 'held'
					? [{ code: 'EMAIL_MISSING', field: 'email', message: 'm', action: 'a', params: {} }]
					: [],
		});
	});

const accountArbitrary: fc.Arbitrary<AlleoEmployee> = fc
	.record({
		external_id: fc.oneof(
			{ weight: 5, arbitrary: externalId },
			{ weight: 1, arbitrary: fc.constantFrom(null, 'hibob-1', 'nmbrs-9') },
		),
		email,
		is_active: fc.boolean(),
		company_id: fc.constantFrom(41, 41, 42),
		birthday,
		first_name: name,
	})
	.map((fields) => account(1, { ...fields, id: 0 }));

export interface World {
	source: Employee[];
	alleo: AlleoEmployee[];
	coverage: object[];
	options: { absentPolicy: 'report' | 'deactivate'; ineligiblePolicy: 'report' | 'deactivate' };
}

export const ROUTING = [{ filter: 'Logistiek', companyId: 42 }];

export const world = (): fc.Arbitrary<World> =>
	fc.record({
		source: fc.array(personArbitrary, { maxLength: 7 }),
		alleo: fc
			.uniqueArray(accountArbitrary, {
				maxLength: 7,
				selector: (entry) => `${entry.company_id}|${emailKey(entry.email ?? '')}`,
			})
			.map((accounts) => accounts.map((entry, index) => ({ ...entry, id: 1000 + index }))),
		coverage: fc.constantFrom(
			[covered('c1'), covered('c2')],
			[covered('c1'), covered('c2', 1, false)],
			[],
		),
		options: fc.record({
			absentPolicy: fc.constantFrom('report' as const, 'deactivate' as const),
			ineligiblePolicy: fc.constantFrom('deactivate' as const, 'report' as const),
		}),
	});

/**
 * Alleo as a list: writes each row as it says, and throws where the real one would refuse. An
 * address is unique within a company; a row waits for the one it is linked to.
 */
export function applyInMemory(
	accounts: readonly AlleoEmployee[],
	rows: readonly PlanRow[],
): AlleoEmployee[] {
	const state = accounts.map((entry) => ({ ...entry }));
	let nextId = 1 + Math.max(0, ...state.map((entry) => entry.id));
	const done = new Set<string>();
	for (const row of rows) {
		if (row.action === 'hold') continue;
		if (row.linked_row_id !== null && !done.has(row.linked_row_id)) {
			throw new Error(`${row.row_id} goes before ${row.linked_row_id}`);
		}
		const address = row.after['email'];
		const holder =
			typeof address === 'string' &&
			state.find(
				(entry) =>
					entry.company_id === row.alleo_company_id &&
					emailKey(entry.email ?? '') === emailKey(address) &&
					entry.id !== row.alleo_id,
			);
		if (holder) throw new Error(`${row.row_id}: 409, the address belongs to account ${holder.id}`);
		const { group, ...fields } = row.after;
		const written = { ...fields, ...(typeof group === 'string' ? { group_name: group } : {}) };
		if (row.action === 'create') {
			state.push({
				...account(1),
				...written,
				company_id: row.alleo_company_id ?? 0,
				id: nextId++,
				is_active: true,
			} as AlleoEmployee);
		} else {
			const target = state.find((entry) => entry.id === row.alleo_id);
			if (target === undefined) throw new Error(`${row.row_id}: 404`);
			Object.assign(target, written);
		}
		done.add(row.row_id);
	}
	return state;
}

/** The state without Alleo's own ids, which depend on the order of creates. */
export const stateOf = (accounts: readonly AlleoEmployee[]): string[] =>
	accounts
		.map((entry) =>
			[
				entry.company_id,
				entry.external_id,
				emailKey(entry.email ?? ''),
				entry.is_active,
				entry.first_name,
				entry.birthday,
				entry.group_name,
			].join('|'),
		)
		.sort();
