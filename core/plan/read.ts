import { isIdPrefix } from '../model/idPrefix';
import { AlleoEmployee, Coverage, Employee, EXTERNAL_ID_PATTERN } from '../model/employee';
import type { Issue, Reason } from '../model/employee';
import { Ask } from '../model/inbox';
import { done } from '../model/result';
import type { Result } from '../model/result';
import type { ZodError, ZodTypeAny } from 'zod';
import {
	Mismatch,
	date,
	filled,
	integer,
	isRaw,
	list,
	object,
	reference,
	text,
	word,
} from './readValues';
import type { Raw } from './readValues';

/**
 * Reads the items of the three inputs. The checks are the schemas of core/model/employee.ts written
 * out, on purpose. Measured with 100,000 people and their accounts, in one process, best of seven rounds
 * by turns, on a busy machine (the proportion counts, not the seconds):
 *
 *   written out    1.7 s, of 5.5 s that the whole comparison takes
 *   zod/v4-mini    5.6 s
 *   zod 3          15.7 s
 *
 * A schema would make the comparison a good half slower at the least. The schema still names the problem
 * when a check fails, and test/property/read.test.mts holds that both say yes to the same items, with the
 * same values. Beyond the schema, items that were not made by Employee Normalize may have null for a whole
 * part and numbers for references.
 */

/** The first item that is not what it should be, from 0, and what is wrong with it. */
export interface MalformedItem {
	item: number;
	problem: string;
}

export type ReadResult<T> = Result<T[], MalformedItem>;

const STATUSES: ReadonlySet<unknown> = new Set([
	'active',
	'upcoming',
	'ended',
	'ineligible',
	'held',
]);
const SYSTEMS: ReadonlySet<unknown> = new Set(['nmbrs', 'afas', 'custom']);

/** Absent where the field decides nothing. */
function access({ access: said }: Raw): Employee['access'] {
	if (said === undefined || said === null) return undefined;
	if (said === 'yes' || said === 'no' || said === 'empty' || said === 'ignored') return said;
	throw new Mismatch('access');
}

/** Absent of every source that has no name of its own. */
function idPrefix({ id_prefix: name }: Raw): string | undefined {
	if (name === undefined || name === null) return undefined;
	if (typeof name !== 'string' || !isIdPrefix(name)) throw new Mismatch('id_prefix');
	return name;
}

/** The field's name fills the texts of most codes, also where the item says it only once. */
const issues = (raw: Raw, key: 'issues' | 'notices'): Issue[] =>
	list(raw, key, (entry) => {
		const issue = Employee.shape.issues.removeDefault().element.parse(entry);
		const { field, params: given } = issue;
		return field === null || 'field' in given ? issue : { ...issue, params: { field, ...given } };
	});

const params = (raw: Raw): Reason['params'] => {
	const value = object(raw, 'params');
	if (value === null) return {};
	for (const entry of Object.values(value)) {
		if (typeof entry !== 'string' && (typeof entry !== 'number' || Number.isNaN(entry))) {
			throw new Mismatch('params');
		}
	}
	return value as Reason['params'];
};

const reason = (raw: Raw): Reason => {
	const value = object(raw, 'reason');
	if (value === null) return { code: 'NONE', text: '', params: {} };
	const { code, text: said } = value;
	if (typeof code !== 'string' || code === '' || typeof said !== 'string') {
		throw new Mismatch('reason');
	}
	return { code, text: said, params: params(value) };
};

const budgets = (raw: Raw): Record<string, number> => {
	const value = object(raw, 'budgets');
	if (value === null) return {};
	for (const amount of Object.values(value)) {
		if (typeof amount !== 'number' || Number.isNaN(amount)) throw new Mismatch('budgets');
	}
	return value as Record<string, number>;
};

function employee(value: unknown): Employee {
	if (!isRaw(value)) throw new Mismatch('item');
	const source = object(value, 'source');
	if (source === null || !SYSTEMS.has(source['system']) || !STATUSES.has(value['status'])) {
		throw new Mismatch('source');
	}
	const externalId = filled(value, 'external_id');
	if (externalId !== null && !EXTERNAL_ID_PATTERN.test(externalId))
		throw new Mismatch('external_id');
	const company = object(value, 'company');
	const said = access(value);
	const prefix = idPrefix(source);
	const person: Employee = {
		external_id: externalId,
		status: value['status'] as Employee['status'],
		reason: reason(value),
		start_date: date(value, 'start_date'),
		end_date: date(value, 'end_date'),
		email: filled(value, 'email'),
		private_email: filled(value, 'private_email'),
		first_name: filled(value, 'first_name'),
		prefix: filled(value, 'prefix'),
		last_name: filled(value, 'last_name'),
		language: filled(value, 'language'),
		birthday: date(value, 'birthday'),
		work_anniversary: date(value, 'work_anniversary'),
		group: filled(value, 'group'),
		alleo_filter: filled(value, 'alleo_filter'),
		employment_type: filled(value, 'employment_type'),
		budgets: budgets(value),
		company:
			company === null
				? { id: null, number: null, name: null }
				: {
						id: reference(company, 'id'),
						number: reference(company, 'number'),
						name: reference(company, 'name'),
					},
		source: {
			system: source['system'] as Employee['source']['system'],
			partition: reference(source, 'partition'),
			employee_id: reference(source, 'employee_id'),
			employee_number: reference(source, 'employee_number'),
			...(prefix === undefined ? {} : { id_prefix: prefix }),
		},
		issues: issues(value, 'issues'),
		notices: issues(value, 'notices'),
		clear: list(value, 'clear', word),
		unmapped: list(value, 'unmapped', word),
	};
	if (said !== undefined) person.access = said;
	if (value['budget_only'] === true) person.budget_only = true;
	if (value['asks'] !== undefined) person.asks = list(value, 'asks', (one) => Ask.parse(one));
	return person;
}

function account(value: unknown): AlleoEmployee {
	if (!isRaw(value)) throw new Mismatch('item');
	if (typeof value['is_active'] !== 'boolean') throw new Mismatch('is_active');
	const group = value['company_group_id'];
	const groups = value['company_groups'];
	const read: AlleoEmployee = {
		id: integer(value, 'id'),
		company_id: integer(value, 'company_id'),
		is_active: value['is_active'],
		email: text(value, 'email'),
		private_email: text(value, 'private_email'),
		first_name: text(value, 'first_name'),
		prefix: text(value, 'prefix'),
		last_name: text(value, 'last_name'),
		language: text(value, 'language'),
		company_group_id:
			group === undefined || group === null ? null : integer(value, 'company_group_id'),
		group_name: text(value, 'group_name'),
		external_id: text(value, 'external_id'),
		birthday: text(value, 'birthday'),
		work_anniversary: text(value, 'work_anniversary'),
		registration_date: text(value, 'registration_date'),
		offboarding_date: text(value, 'offboarding_date'),
		last_active_date: text(value, 'last_active_date'),
	};
	if (groups !== undefined) {
		read.company_groups = groups === null ? null : list(value, 'company_groups', word);
	}
	return read;
}

/** What is left to complain about: absent is null, also for what the schema would rather not see. */
const withoutNulls = (item: unknown): unknown =>
	isRaw(item)
		? {
				external_id: null,
				...Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null)),
			}
		: item;

/** The field and the rule, never the value: `external_id: Required`. */
const describe = (error: ZodError): string => {
	const first = error.issues[0];
	if (first === undefined) return 'unknown shape';
	const path = first.path.join('.');
	const rule = first.code === 'invalid_enum_value' ? 'unknown value' : first.message;
	return path === '' ? rule : `${path}: ${rule}`;
};

type Schema = Pick<ZodTypeAny, 'safeParse'>;

function readAll<T>(
	items: readonly unknown[],
	parse: (value: unknown) => T,
	schema: Schema,
): ReadResult<T> {
	const values: T[] = [];
	for (let index = 0; index < items.length; index++) {
		const item = items[index];
		try {
			if (isRaw(item) && Object.keys(item).length === 0) throw new Mismatch('empty');
			values.push(parse(item));
		} catch {
			const named = schema.safeParse(withoutNulls(item));
			const empty = isRaw(item) && Object.keys(item).length === 0;
			const problem = empty
				? 'the item is empty'
				: named.success
					? 'unknown shape'
					: describe(named.error);
			return { ok: false, problem: { item: index, problem } };
		}
	}
	return done(values);
}

/** Canonical employees, as Employee Normalize gives them. Absent keys become null. */
export const readEmployees = (items: readonly unknown[]): ReadResult<Employee> =>
	readAll(items, employee, Employee);

/** Alleo accounts, as Alleo (Employee: Get Many) gives them. */
export const readAccounts = (items: readonly unknown[]): ReadResult<AlleoEmployee> =>
	readAll(items, account, AlleoEmployee);

/** Employers of AFAS are numbers. */
const partitionAsText = (item: unknown): unknown =>
	isRaw(item) && typeof item['partition'] === 'number'
		? { ...item, partition: String(item['partition']) }
		: item;

/** Coverage, as the source nodes give it on their second output. */
export const readCoverage = (items: readonly unknown[]): ReadResult<Coverage> =>
	readAll(items, (item) => Coverage.parse(partitionAsText(withoutNulls(item))), Coverage);
