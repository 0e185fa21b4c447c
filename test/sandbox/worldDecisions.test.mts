import { diff } from '../../core/plan/people';
import { DEFAULT_OPTIONS } from '../../core/plan/options';
import { DEFAULT_NORMALIZE_OPTIONS, normalize } from '../../core/normalize';
import { parseRawMapping } from '../../core/normalize/mapping';
import type { PlanRow } from '../../core/model/plan';
import { WORLD_SETTINGS } from '../../sandbox/world/catalogue.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';
import type { Employment, PersonBase, System, World } from '../../sandbox/world/types.mts';
import { onlyPlan } from '../support/people.mts';

/**
 * Every named case of the made-up world through normalize and diff: what the sandbox expects of the
 * decision table and what core decides are written apart, and must agree.
 */

const referenceDate = '2026-10-05';
const world = generateWorld({ employees: 250, seed: 1, referenceDate });
const SYSTEMS: System[] = ['nmbrs', 'afas'];

const peopleOf = (from: World, system: System): PersonBase[] =>
	system === 'nmbrs' ? from.nmbrs.people : from.afas.people;

/** The employment that a source node shows flat on the record. */
const shown = (person: PersonBase): Employment | undefined => {
	const ordered = [...person.employments].sort((a, b) => a.startDate.localeCompare(b.startDate));
	return ordered.findLast((one) => one.startDate <= referenceDate) ?? ordered[0];
};

/** A person as the NMBRS or the AFAS node delivers them. */
function rawRecord(person: PersonBase): Record<string, unknown> {
	const flat = shown(person);
	const common = {
		source: person.system,
		employments: person.employments,
		company: { id: person.companyId, number: null, name: null },
		partition: person.companyId,
		notices: [],
	};
	if (person.system === 'afas') {
		return {
			...common,
			EmployeeId: person.employeeId,
			Mail: person.businessEmail,
			FirstName: person.firstName,
			PrefixBirthName: person.prefix,
			BirthName: person.lastName,
			DateOfBirth: person.birthDate,
			EmploymentStart: flat?.startDate ?? null,
			EmploymentEnd: flat?.endDate ?? null,
			Department: person.department.description,
			personKey: person.employeeId,
			personKeyType: 'EmployeeId',
			...person.extraFields,
		};
	}
	return {
		...common,
		employeeId: person.employeeId,
		employeeNumber: String(person.employeeNumber),
		employeeType: (person as { employeeType?: string }).employeeType,
		firstName: person.firstName,
		prefix: person.prefix,
		lastName: person.lastName,
		birthDate: person.birthDate,
		businessEmail: person.businessEmail,
		privateEmail: person.privateEmail,
		startDate: flat?.startDate ?? null,
		endDate: flat?.endDate ?? null,
		seniorityDate: flat?.seniorityDate ?? null,
		department: person.department,
		extraFields: person.extraFields,
		extraFieldsStatus: 'read',
	};
}

function plan(system: System): {
	rows: PlanRow[];
	tripped: string[];
	counts: Record<string, number>;
} {
	const settings = WORLD_SETTINGS[system];
	const inScope = peopleOf(world, system).filter((person) => person.case !== 'out-of-scope');
	const normalized = normalize({
		records: inScope.map(rawRecord),
		mapping: parseRawMapping(null),
		transforms: [],
		accessField: settings.accessField,
		options: { ...DEFAULT_NORMALIZE_OPTIONS, referenceDate, selectiveSync: 'on' as const },
		evaluate: () => undefined,
	});
	if (!normalized.ok) throw new Error(normalized.problem.code);
	const result = diff({
		source: normalized.value,
		alleo: world.alleo.accounts.filter((account) =>
			settings.routing.some((route) => route.companyId === account.company_id),
		),
		coverage: [],
		options: {
			...DEFAULT_OPTIONS,
			companyId: settings.defaultCompanyId,
			routing: settings.routing,
		},
		referenceDate,
		createdAt: '2026-10-05T02:00:00Z',
		expiresAt: '2026-10-06T02:00:00Z',
	});
	const { rows, summary } = onlyPlan(result);
	return {
		rows,
		tripped: summary.guards.filter((guard) => guard.tripped).map((guard) => guard.code),
		counts: summary.counts,
	};
}

describe.each(SYSTEMS)('%s', (system) => {
	const { rows, tripped, counts } = plan(system);

	test('each person gets the rows that the case expects', () => {
		const expected = peopleOf(world, system).flatMap((person) => {
			const { action, changedFields } = person.expected;
			const line = (what: string): string => `${person.case} ${person.externalId} ${what}`;
			if (action === 'move') return [line('create'), line('deactivate')];
			if (action === 'update' || action === 'reactivate') {
				return [line(`${action} ${[...changedFields].sort().join(',')}`)];
			}
			return ['create', 'deactivate', 'hold'].includes(action) ? [line(action)] : [];
		});
		const caseOf = new Map(
			peopleOf(world, system).map((person) => [person.externalId, person.case]),
		);
		const actual = rows.map((row) => {
			const fields = row.changes
				.map((change) => change.field)
				.filter((field) => field !== 'is_active');
			const changed = ['update', 'reactivate'].includes(row.action)
				? ` ${fields.sort().join(',')}`
				: '';
			return `${caseOf.get(row.external_id ?? '')} ${row.external_id} ${row.action}${changed}`;
		});
		expect(actual.sort()).toEqual(expected.sort());
	});

	test('the counts are those of the cases, and a guard trips only for their company', () => {
		const tally = (action: string): number =>
			peopleOf(world, system).filter((person) => person.expected.action === action).length;
		// Of the 70 people of the first NMBRS company the cases let 5 go on one day.
		expect(tripped).toEqual(system === 'nmbrs' ? ['DEACTIVATION_LIMIT'] : []);
		expect(counts).toMatchObject({
			unchanged: tally('unchanged'),
			upcoming: tally('upcoming'),
			ended_unknown: tally('ended_unknown'),
			ineligible_unknown: tally('ineligible_unknown'),
			merged: tally('merged'),
			hold: tally('hold'),
			absent: 1,
		});
	});

	test('a row has the company and the reason that the case expects', () => {
		for (const person of peopleOf(world, system)) {
			const { action, alleoCompanyId, reason } = person.expected;
			const own = rows.filter((row) => row.external_id === person.externalId);
			if (reason !== null && own.length > 0) {
				expect(new Set(own.map((row) => row.reason.code))).toEqual(new Set([reason]));
			}
			if (!['create', 'update', 'reactivate', 'deactivate'].includes(action)) continue;
			expect(own.map((row) => row.alleo_company_id)).toEqual([alleoCompanyId]);
		}
	});
});
