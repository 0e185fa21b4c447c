import type { LogEntry } from '../shared/log.mts';
import type { Sandbox } from '../start.mts';
import type { AlleoAccount, Expected, System, World } from '../world/types.mts';

/** Holds what happened against what the made-up world says must happen. */

export interface CaseResult {
	case: string;
	who: string;
	action: string;
	problems: string[];
}

interface Subject {
	case: string;
	externalId: string;
	expected: Expected;
}

function subjects(world: World, system: System): Subject[] {
	const people = world[system].people.map((person) => ({
		case: person.case,
		externalId: person.externalId,
		expected: person.expected,
	}));
	const onlyInAlleo = world.alleo.onlyInAlleo
		.filter((entry) => entry.system === system)
		.map((entry) => ({
			case: entry.case,
			externalId: `Alleo ${entry.alleoId}`,
			expected: entry.expected,
		}));
	return [...people, ...onlyInAlleo];
}

const describe = (account: AlleoAccount | undefined): string =>
	account === undefined
		? 'no such account'
		: `${account.is_active ? 'active' : 'inactive'}, external id ${account.external_id ?? 'none'}`;

/** Compares every account of every person, named case or not, with the expected end. */
export function checkCases(sandbox: Sandbox, system: System): CaseResult[] {
	const { accounts } = sandbox.alleo.state.store;
	return subjects(sandbox.world, system).map((subject) => {
		const problems: string[] = [];
		for (const want of subject.expected.accounts) {
			const found = accounts.filter(
				(account) =>
					account.company_id === want.companyId &&
					account.email.toLowerCase() === want.email.toLowerCase(),
			);
			const account = found[0];
			const right =
				found.length === 1 &&
				account?.external_id === want.externalId &&
				account.is_active === want.active;
			if (right) continue;
			const wanted = `${want.active ? 'active' : 'inactive'}, external id ${want.externalId ?? 'none'}`;
			problems.push(
				`company ${want.companyId}: wanted ${wanted}; found ${found.length === 1 ? describe(account) : `${found.length} accounts`}`,
			);
		}
		if (subject.expected.accounts.length === 0) {
			const unexpected = accounts.filter(({ external_id }) => external_id === subject.externalId);
			if (unexpected.length > 0)
				problems.push(`wanted no account; found ${describe(unexpected[0])}`);
		}
		return {
			case: subject.case,
			who: subject.externalId,
			action: subject.expected.action,
			problems,
		};
	});
}

/** The part of a plan row that is held against the made-up world. */
export interface PlannedRow {
	action: string;
	external_id: string | null;
	alleo_id: number | null;
	changes: Array<{ field: string }>;
	reason: { code: string };
}

/** Actions of a person in the plan, in order; a move is two rows, most people have none. */
const ROWS_OF: Partial<Record<Expected['action'], string[]>> = {
	create: ['create'],
	update: ['update'],
	reactivate: ['reactivate'],
	deactivate: ['deactivate'],
	hold: ['hold'],
	move: ['create', 'deactivate'],
};

function rowProblems(expected: Expected, rows: PlannedRow[]): string[] {
	const problems: string[] = [];
	const actions = rows.map(({ action }) => action).sort();
	const wanted = ROWS_OF[expected.action] ?? [];
	if (actions.join() !== wanted.join()) {
		problems.push(`planned [${actions.join()}], wanted [${wanted.join()}]`);
	}
	if (expected.reason !== null && rows.length > 0) {
		const codes = rows.map(({ reason }) => reason.code);
		if (!codes.includes(expected.reason)) {
			problems.push(`reason ${codes.join()}, wanted ${expected.reason}`);
		}
	}
	if (expected.action === 'update') {
		const changed = (rows[0]?.changes ?? []).map(({ field }) => field).sort();
		const fields = [...expected.changedFields].sort();
		if (changed.join() !== fields.join()) {
			problems.push(`changes ${changed.join()}, wanted ${fields.join()}`);
		}
	}
	return problems;
}

/** Compares every row of a plan with what the decision table says about that person. */
export function checkPlan(world: World, system: System, rows: PlannedRow[]): CaseResult[] {
	const byId = new Map<string, PlannedRow[]>();
	for (const row of rows) {
		const key = row.external_id ?? `Alleo ${row.alleo_id}`;
		byId.set(key, [...(byId.get(key) ?? []), row]);
	}
	const all = subjects(world, system);
	const known = new Set(all.map(({ externalId }) => externalId));
	const results = all.map((subject) => ({
		case: subject.case,
		who: subject.externalId,
		action: subject.expected.action,
		problems: rowProblems(subject.expected, byId.get(subject.externalId) ?? []),
	}));
	for (const [who, found] of byId) {
		if (known.has(who)) continue;
		const action = found.map((row) => row.action).join();
		results.push({ case: 'nobody', who, action: 'unchanged', problems: [`planned ${action}`] });
	}
	return results;
}

export const failedCases = (results: CaseResult[]): CaseResult[] =>
	results.filter(({ problems }) => problems.length > 0);

/** Calls that are no GET and yet no change: the login, and SOAP, which always posts. */
const LOGIN = [/\/connect\/(token|consent|authorize)$/, /\/oauth\/token$/];
const SOAP_READ = /^\w+Service\/(?:(\w+_)?(Get|List)\w*|Reports_BackgroundTask_Result)$/;

function isRead({ write, method, template, operation }: LogEntry): boolean {
	if (write) return false;
	if (method === 'GET' || LOGIN.some((pattern) => pattern.test(template))) return true;
	return method === 'POST' && operation !== null && SOAP_READ.test(operation);
}

/** What reached the HR stand-ins and was more than a read. */
export function foreignCalls(sandbox: Sandbox): string[] {
	return (['nmbrs', 'afas'] as const).flatMap((system) =>
		sandbox[system].log.entries
			.filter((entry) => !isRead(entry))
			.map(({ method, template, operation }) => `${system}: ${method} ${operation ?? template}`),
	);
}

/** Accounts of the system's Alleo companies. */
export function accountCounts(
	sandbox: Sandbox,
	system: System,
): { active: number; inactive: number } {
	const companies = new Set(
		sandbox.world.alleo.companies
			.filter((company) => company.system === system)
			.map((company) => company.id),
	);
	const own = sandbox.alleo.state.store.accounts.filter(({ company_id }) =>
		companies.has(company_id),
	);
	const active = own.filter(({ is_active }) => is_active).length;
	return { active, inactive: own.length - active };
}
