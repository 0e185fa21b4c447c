import type { AlleoEmployee, Employee } from '../../model/employee';
import { displayName } from '../../model/employee';
import type { Answers } from '../../model/inbox';
import type { Change } from '../../model/plan';
import { SEEN_FIELDS, seenAccess, seenBudget, seenField } from '../../normalize';
import type { FieldSources, Seen } from '../../normalize';
import { ACCESS_FIELD } from '../../normalize/mapping';
import { groupKey } from '../accounts';
import type { Accounts } from '../accounts';
import type { DiffOptions } from '../options';
import { answeredGroups, inGroup, settledFilters } from '../people/answered';
import { filterKey } from '../people/route';
import { FieldLine, shown } from './line';
import { AccountsNow } from './present';

/** Everybody, one by one, counted into the lines of the preview. */

export interface PreviewInput {
	people: readonly Employee[];
	sources: FieldSources;
	/** Alleo's accounts; null where they were not given. */
	accounts: Accounts | null;
	/** The same people by the published mapping, one for one, where that is what they are compared with. */
	before?: readonly Employee[];
	/** The routes as the Diff has them, perhaps none; null where the node was not told. */
	routing: DiffOptions['routing'] | null;
	/** What was answered in the inbox: settled is not unknown, and changes what Alleo gets. */
	answers: Answers;
	/** Examples per field. */
	most: number;
}

export const STATUS = 'status';

/** Of these "from this to that" says something about a mapping; other values are somebody's own. */
const SHARED: ReadonlySet<string> = new Set([
	'group',
	'alleo_filter',
	'language',
	'employment_type',
]);

/** What another mapping makes of the same person, field by field. */
const differences = (was: Employee, is: Employee): Change[] =>
	SEEN_FIELDS.flatMap((field) => {
		const [from, to] = [seenField(was, field).value, seenField(is, field).value];
		return from === to ? [] : [{ field, from, to }];
	});

const nameOf = (person: Employee): string =>
	shown(
		displayName(person) ??
			person.source.employee_number ??
			person.external_id ??
			'somebody without a name',
	);

const or = (value: string | number | boolean | null): string =>
	value === null || value === '' ? '(nothing)' : shown(String(value));

export class Preview {
	readonly lines = new Map<string, FieldLine>();

	people = 0;

	readonly #present: AccountsNow | null;

	/** Values of the filter with a route, or an answer; null where the routes are not known. */
	readonly #routes: ReadonlySet<string> | null;

	readonly #groups: ReadonlyMap<string, string | null>;

	constructor(private readonly input: PreviewInput) {
		const { accounts, people, routing, answers } = input;
		this.#present = accounts === null ? null : new AccountsNow(accounts, people);
		this.#routes =
			routing === null
				? null
				: new Set([...routing.map(({ filter }) => filterKey(filter)), ...settledFilters(answers)]);
		this.#groups = answeredGroups(answers);
	}

	line(id: string): FieldLine {
		const known = this.lines.get(id);
		if (known !== undefined) return known;
		const made = new FieldLine(this.input.most);
		this.lines.set(id, made);
		return made;
	}

	/** @param was what the published mapping makes of the same record */
	add(person: Employee, was: Employee | undefined): void {
		const account = this.#present?.accountOf(person) ?? null;
		this.#status(person, account, was);
		if (person.status === 'ended') return;
		this.people++;
		const changes =
			was !== undefined
				? differences(was, person)
				: person.status !== 'active' || account === null || this.#present === null
					? []
					: this.#present.changes(this.#settled(person, account), account);
		const unknown = this.#unknown(person, account);
		for (const id of SEEN_FIELDS) {
			this.#field(id, seenField(person, id), person, changes, id, unknown.has(id));
		}
		for (const field of this.input.sources.accessFields) {
			if (person.issues.some((issue) => issue.field === field)) {
				this.#field(ACCESS_FIELD, { value: null, why: 'held' }, person, [], field);
			}
		}
		const access = seenAccess(person, ACCESS_FIELD);
		if (access.value !== null && access.value !== 'empty') {
			this.#field(ACCESS_FIELD, access, person, []);
		}
		for (const name in person.budgets) this.#field(name, seenBudget(person, name), person, []);
		for (const { field } of person.issues) {
			if (field?.endsWith('_budget') === true && person.budgets[field] === undefined) {
				this.#field(field, seenBudget(person, field), person, []);
			}
		}
	}

	#field(
		id: string,
		seen: Seen,
		person: Employee,
		changes: readonly Change[],
		issueField: string = id,
		isNamed = false,
	): void {
		const line = this.line(id);
		const name = (): string => nameOf(person);
		const change = changes.find(({ field }) => field === id);
		if (seen.value !== null) line.filled++;
		if (change !== undefined) {
			line.changed++;
			line.example('changed', () =>
				this.input.before === undefined || SHARED.has(id)
					? `${name()}: ${or(change.from)} -> ${or(change.to)}`
					: `${name()}: another value`,
			);
		}
		if (seen.value === null) {
			if (seen.why !== 'held') return;
			line.held++;
			const issue = person.issues.find(({ field }) => field === issueField);
			const text = issue?.message ?? '';
			line.problem(issue === undefined ? '' : `${issue.message} ${issue.action}`);
			line.example('held', () => `${name()}: waits. ${text}`);
			return;
		}
		const { value } = seen;
		// Beside what is published only differences are shown: everything else is somebody's own.
		if (!isNamed && change === undefined && this.input.before === undefined) {
			line.example('filled', () => `${name()}: ${shown(value)}`);
		}
	}

	/** As the inbox settled the group; an answer that names a group which is gone settles nothing. */
	#settled(person: Employee, account: AlleoEmployee | null): Employee {
		const { group } = person;
		const target = group === null ? undefined : this.#groups.get(groupKey(group));
		if (target === undefined) return person;
		const settled = inGroup(person, target);
		return this.#present?.lacksGroup(settled, account) === true ? person : settled;
	}

	/** @returns the fields of which this person is an example already */
	#unknown(person: Employee, account: AlleoEmployee | null): ReadonlySet<string> {
		const { alleo_filter: filter } = person;
		const { group } = this.#settled(person, account);
		const named = new Set<string>();
		if (person.status !== 'active' && person.status !== 'held') return named;
		if (group !== null && this.#present?.lacksGroup({ ...person, group }, account) === true) {
			const line = this.line('group');
			named.add('group');
			line.unknown(group);
			line.example(
				'unknown',
				() => `${nameOf(person)}: ${shown(group)}, which Alleo does not have`,
			);
		}
		if (filter !== null && this.#routes?.has(filterKey(filter)) === false) {
			const line = this.line('alleo_filter');
			named.add('alleo_filter');
			line.unknown(filter);
			line.example('unknown', () => `${nameOf(person)}: ${shown(filter)}, which has no route`);
		}
		return named;
	}

	/** Whether somebody has an account is what the status is about; it decides nothing here. */
	#status(person: Employee, account: AlleoEmployee | null, was: Employee | undefined): void {
		const line = this.line(STATUS);
		const { status } = person;
		if (status === 'active') line.filled++;
		if (status === 'held') {
			line.held++;
			const [first] = person.issues;
			line.problem(first === undefined ? '' : `${first.message} ${first.action}`);
			line.example('held', () => `${nameOf(person)}: waits. ${first?.message ?? ''}`);
		}
		if (was !== undefined) {
			if (was.status === status) return;
			line.changed++;
			line.example('changed', () => `${nameOf(person)}: ${was.status} -> ${status}`);
			return;
		}
		if (status === 'held' || this.#present === null || status === 'upcoming') return;
		const isActive = account?.is_active === true;
		if (isActive === (status === 'active')) return;
		line.changed++;
		const now = account === null ? 'no account' : isActive ? 'active account' : 'inactive account';
		line.example('changed', () => `${nameOf(person)}: ${now} -> ${status}`);
	}
}
