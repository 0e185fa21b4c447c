import { readAccess } from './access';
import { readBudgets } from './budgets';
import { simplify } from './fieldNames';
import { readFilter } from './filter';
import { Findings } from './findings';
import type { Access, AccessReader } from './access';
import type { FilterDoubt } from './filter';
import type { Compiled, Evaluate, FieldReader, Mapping, SourceRecord } from './mapping';
import type { NormalizeOptions } from './options';

/**
 * Several employments in force at once, for which one item speaks: AFAS has a row for each. About access,
 * routing and budgets they must say the same; the one with the most hours is not more right.
 */

const isRecord = (value: unknown): value is SourceRecord =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the other employments in force say otherwise, each by its columns; the AFAS node adds it. */
function othersInForce(record: SourceRecord): readonly SourceRecord[] | null {
	const others = record['alsoInForce'];
	return Array.isArray(others) ? others.filter(isRecord) : null;
}

/** What only n8n can read is read of the item alone, so a column that it names may say otherwise. */
function namesOneOf(compiled: Compiled | null, others: readonly SourceRecord[]): boolean {
	if (compiled?.kind !== 'expression') return false;
	const text = simplify(compiled.expression);
	return others.some((other) => Object.keys(other).some((key) => text.includes(simplify(key))));
}

/**
 * True when every employment in force gives the item's own answer; one that cannot be read does not.
 *
 * @param compiled how the field is mapped; null where it is looked up by its name
 */
function allAgree<T>(
	record: SourceRecord,
	own: T,
	compiled: Compiled | null,
	read: (record: SourceRecord, findings: Findings) => T,
	same: (a: T, b: T) => boolean = Object.is,
): boolean {
	const others = othersInForce(record);
	if (others === null) return true;
	if (namesOneOf(compiled, others)) return false;
	return others.every((other) => {
		const findings = new Findings();
		return same(own, read({ ...record, ...other }, findings)) && findings.problems === null;
	});
}

/** What the access field says; null, with the finding, where the employments in force do not say the same. */
export function agreedAccess(
	record: SourceRecord,
	index: number,
	field: AccessReader,
	emptyAccess: NormalizeOptions['emptyAccess'],
	evaluate: Evaluate,
	findings: Findings,
): Access | null {
	const access = readAccess(record, index, field, evaluate, findings);
	if (access === null) return null;
	const means = (answer: Access | null): Access | null =>
		answer === 'empty' && emptyAccess !== 'undecided' ? emptyAccess : answer;
	const agree = (meaning: (answer: Access | null) => Access | null): boolean =>
		allAgree(record, meaning(access), field.compiled, (other, found) =>
			meaning(readAccess(other, index, field, evaluate, found)),
		);
	if (!agree(means)) return findings.add('EMPLOYMENTS_DISAGREE', field.field);
	if (means(access) === 'yes' && !agree((answer) => answer)) {
		findings.note('EMPLOYMENTS_ALL_YES', field.field);
	}
	return access;
}

/** As readFilter; null, with the finding, where the employments in force name several places. */
export function agreedFilter(
	record: SourceRecord,
	index: number,
	field: FieldReader | null,
	doubt: FilterDoubt,
	evaluate: Evaluate,
	findings: Findings,
): string | null {
	const read = (one: SourceRecord, found: Findings): string | null =>
		readFilter(one, index, field, doubt, evaluate, found);
	const own = read(record, findings);
	const same = (a: string | null, b: string | null): boolean =>
		a?.toLowerCase() === b?.toLowerCase();
	return allAgree(record, own, field?.compiled ?? null, read, same)
		? own
		: findings.add('EMPLOYMENTS_DISAGREE', 'alleo_filter');
}

type Amounts = Record<string, number>;

/** As readBudgets, without those, each a finding, that the employments in force do not give alike. */
export function agreedBudgets(
	record: SourceRecord,
	index: number,
	mapped: Mapping['budgets'],
	find: boolean,
	evaluate: Evaluate,
	findings: Findings,
): Amounts {
	const read = (one: SourceRecord, found: Findings): Amounts =>
		readBudgets(one, index, mapped, find, evaluate, found);
	const own = read(record, findings);
	const others = othersInForce(record);
	if (others === null) return own;
	const differing = new Set<string>();
	for (const other of others) {
		const amounts = read({ ...record, ...other }, new Findings());
		for (const name of Object.keys({ ...own, ...amounts })) {
			if (own[name] !== amounts[name]) differing.add(name);
		}
	}
	for (const { name, field } of mapped) if (namesOneOf(field.compiled, others)) differing.add(name);
	for (const name of differing) findings.add('EMPLOYMENTS_DISAGREE', name);
	return Object.fromEntries(Object.entries(own).filter(([name]) => !differing.has(name)));
}
