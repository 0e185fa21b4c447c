import type { Employee } from '../../../core/model/employee';
import { DEFAULT_LIMITS, DEFAULT_OPTIONS } from '../../../core/plan/options';
import type { DiffOptions } from '../../../core/plan/options';
import { NO_PAST } from '../../../core/plan/past';
import { diff } from '../../../core/plan/people';
import type { Plans } from '../../../core/plan/people';
import { rowSignature } from '../../../core/plan/signature';
import type { RawEmployee } from '../../../nodes/Nmbrs/employee/rawEmployee';
import { accounts, COMPANY } from '../data/accounts.mts';
import { plainJoin, rowsOf } from '../data/floor.mts';
import { rawEmployee, TODAY } from '../data/people.mts';
import { normalizeAll } from '../data/sync.mts';
import { Best } from '../tool/measure.mts';
import { argumentsOf, report } from '../tool/part.mts';

/**
 * What a plan costs with limits for many parts, in two plans, and beside an earlier plan: the same
 * people, 50 in each company, so that every company and every group has limits of its own.
 */

export interface PlansResult {
	people: number;
	/** Best times in milliseconds. */
	floor: number;
	normalize: number;
	variants: Array<{ name: string; diff: number; plans: number; parts: number }>;
}

const SCENARIO = '30 % changed';
const PER_COMPANY = 50;

const { people, rounds } = argumentsOf<{ people: number; rounds: number }>();

const wide = { percent: 100, minimum: 1e6, maximum: 1e6 };
const limits: DiffOptions['limits'] = {
	...DEFAULT_LIMITS,
	UPDATE_LIMIT: wide,
	CREATE_LIMIT: wide,
	FIELD_DRIFT: wide,
};
const plain: DiffOptions = {
	...DEFAULT_OPTIONS,
	companyId: COMPANY,
	approval: 'whenGuardTrips',
	limits,
	splitPlan: false,
};

const companyOf = (index: number): string => `company-${Math.floor(index / PER_COMPANY)}`;
const companies = Math.ceil(people / PER_COMPANY);
const coverage = Array.from({ length: companies }, (_, index) => ({
	partition: companyOf(index * PER_COMPANY),
	name: `Voorbeeld ${index}`,
	complete: true,
	employees: Math.min(PER_COMPANY, people - index * PER_COMPANY),
	pages: 1,
	checks: [],
	error: null,
}));

const inParts = (source: readonly Employee[]): Employee[] =>
	source.map((person, index) => ({
		...person,
		company: { id: companyOf(index), number: String(index), name: companyOf(index) },
		source: { ...person.source, partition: companyOf(index) },
	}));

function planned(
	source: readonly Employee[],
	alleo: readonly unknown[],
	options: DiffOptions,
): Plans {
	const result = diff({
		source,
		alleo,
		coverage,
		options,
		referenceDate: TODAY,
		createdAt: '2026-11-24T03:00:00.000Z',
		expiresAt: '2026-11-25T03:00:00.000Z',
	});
	if (!result.ok) throw new Error(`diff stopped: ${result.problem.code}`);
	return result.value;
}

const sourceText = JSON.stringify(Array.from({ length: people }, (_, index) => rawEmployee(index)));
const alleoText = JSON.stringify(accounts(people, SCENARIO));
const best = new Best<string>();
const last = new Map<string, Plans>();
let seen: ReadonlySet<string> | null = null;
for (let round = 0; round < rounds; round++) {
	const [source, alleo] = best.run('parse', () => [
		JSON.parse(sourceText) as RawEmployee[],
		JSON.parse(alleoText) as unknown[],
	]);
	const joined = rowsOf(best.run('join', () => plainJoin(source, alleo as never)));
	const employees = inParts(best.run('normalize', () => normalizeAll(source as never)));
	const variants: Record<string, DiffOptions> = {
		'limits for the whole only': { ...plain, partSize: Infinity },
		'limits for every part': plain,
		'limits for every part, two plans': { ...plain, splitPlan: true },
		'and changes beside an earlier plan': {
			...plain,
			splitPlan: true,
			past: { ...NO_PAST, log: 'read', seen: seen ?? new Set() },
		},
	};
	for (const [name, options] of Object.entries(variants)) {
		const plans = best.run(name, () => planned(employees, alleo, options));
		const rows = plans.flatMap((plan) => plan.rows);
		if (rows.length !== joined) {
			throw new Error(`${name}: the plans have ${rows.length} rows, a join finds ${joined}`);
		}
		last.set(name, plans);
		seen ??= new Set(rows.slice(0, rows.length / 2).map((row) => rowSignature(row) ?? ''));
	}
}
report({
	people,
	floor: best.get('parse') + best.get('join'),
	normalize: best.get('normalize'),
	variants: [...last].map(([name, plans]) => ({
		name,
		diff: best.get(name),
		plans: plans.length,
		parts: name.includes('whole') ? 1 : companies,
	})),
} satisfies PlansResult);
