import { budgetPeriod } from '../model/budget';
import { Unreadable, isEmpty, readNumber } from './mapping';
import { budgetField } from './alleoFields';
import { customFields } from './customFields';
import type { Evaluate, Mapping, SourceRecord } from './mapping';
import type { Findings } from './findings';

/** Budget names by the key they are found under; most keys are no budget, and are looked at once. */
const names = new Map<string, string | null>();
const REMEMBERED = 5_000;

function budgetName(key: string): string | null {
	const known = names.get(key);
	if (known !== undefined) return known;
	const result = budgetField(key);
	if (names.size >= REMEMBERED) names.clear();
	names.set(key, result);
	return result;
}

/** An amount in EUR; null and 0 are different; text that can be read two ways is a finding. */
function amount(value: unknown, field: string, findings: Findings): number | null {
	if (isEmpty(value)) return null;
	if (value instanceof Unreadable) return findings.add(value.code, field);
	const number = readNumber(value);
	return number === null || number < 0 ? findings.add('BUDGET_UNREADABLE', field) : number;
}

/** A second field of the same budget, such as its older name: empty, or the same amount. */
const sameAmount = (euros: number | undefined, other: unknown): boolean =>
	isEmpty(other) || (!(other instanceof Unreadable) && readNumber(other) === euros);

/**
 * The person's budgets by field name: those that were mapped, and those whose name follows Alleo's
 * pattern. At most one monthly budget may be above zero (Alleo, "Assigning budgets").
 */
export function readBudgets(
	record: SourceRecord,
	index: number,
	mapped: Mapping['budgets'],
	find: boolean,
	evaluate: Evaluate,
	findings: Findings,
): Record<string, number> {
	const budgets: Record<string, number> = {};
	let monthly = 0;
	const take = (name: string, value: unknown): void => {
		const euros = amount(value, name, findings);
		if (euros === null) return;
		budgets[name] = euros;
		if (euros > 0 && budgetPeriod(name) === 'monthly') monthly++;
	};
	for (const { name, field } of mapped) take(name, field.read(record, index, evaluate));
	if (find) {
		const fields = customFields(record);
		for (const key in fields) {
			const name = budgetName(key);
			if (name === null || mapped.some((budget) => budget.name === name)) continue;
			if (!Object.hasOwn(budgets, name)) take(name, fields[key]);
			else if (!sameAmount(budgets[name], fields[key])) {
				findings.add('LEGACY_CONFLICT', name, { legacy: name.replace('alleo', 'yourcampus') });
			}
		}
	}
	if (monthly > 1) findings.add('BUDGET_SEVERAL_MONTHLY', null, { count: monthly });
	return budgets;
}
