import { dayOfTime } from '../../../core/model/dates';
import { groupsOf, isLocal, type Condition } from './filter';
import { isEmptiness } from './operators';
import type { AfasField, AfasValue } from './schemas';

const YES = new Set(['true', '1', 'ja', 'j', 'yes', 'y', 'waar']);
const NO = new Set(['false', '0', 'nee', 'n', 'no', 'onwaar']);

/** Yes, no, or null for anything else; never a guess. */
export function yesNo(value: unknown): boolean | null {
	const text = String(value ?? '')
		.trim()
		.toLowerCase();
	if (YES.has(text)) return true;
	return NO.has(text) ? false : null;
}

const isEmpty = (value: AfasValue | undefined): boolean =>
	value === null || value === undefined || String(value).trim() === '';

/** Letters as a database that ignores case and accents sees them. */
const fold = (value: unknown): string =>
	String(value)
		.trim()
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase();

function compareTyped(value: AfasValue, wanted: string, type: string): number | null {
	if (type === 'date') {
		const [left, right] = [dayOfTime(String(value)), dayOfTime(wanted)];
		if (left === null || right === null || /T(?!00:00:00)/.test(wanted)) return null;
		return left < right ? -1 : Number(left > right);
	}
	if (type !== 'int' && type !== 'decimal') return null;
	const [left, right] = [Number(value), Number(wanted.replace(',', '.'))];
	return Number.isNaN(left) || Number.isNaN(right) ? null : Math.sign(left - right);
}

function textVerdict(condition: Condition, value: AfasValue): boolean | null {
	if (condition.value.includes('%')) return null;
	const [text, wanted] = [fold(value), fold(condition.value)];
	switch (condition.operator) {
		case 1:
			return text === wanted;
		case 6:
			return text.includes(wanted);
		case 10:
			return text.startsWith(wanted);
		case 13:
			return text.endsWith(wanted);
		default:
			return null; // negatives and ranges depend on the server's collation
	}
}

/** Whether a value meets a condition; null where only the server can tell. */
function verdict(condition: Condition, value: AfasValue | undefined, type: string): boolean | null {
	const empty = isEmpty(value);
	if (isEmptiness(condition.operator)) return empty === (condition.operator === 8);
	if (value === undefined || value === null) return null;
	if (type === 'boolean') {
		const [actual, wanted] = [yesNo(value), yesNo(condition.value)];
		const equal = actual !== null && actual === wanted;
		return condition.operator === 7 ? !equal : equal;
	}
	if (empty) return null;
	const order = compareTyped(value, condition.value.trim(), type);
	if (order === null) return type === 'string' ? textVerdict(condition, value) : null;
	const holds: Partial<Record<Condition['operator'], boolean>> = {
		1: order === 0,
		2: order >= 0,
		3: order <= 0,
		4: order > 0,
		5: order < 0,
		7: order !== 0,
	};
	return holds[condition.operator] ?? null;
}

export type RowVerdict = { keep: boolean; notHonoured: string | null };

/**
 * Looks at a row again after AFAS filtered it. `keep` is the answer of the yes/no columns, which
 * are filtered here; `notHonoured` names a column whose condition AFAS plainly did not apply.
 */
export function checkRow(
	conditions: readonly Condition[],
	fields: Map<string, AfasField>,
	value: (column: string) => AfasValue | undefined,
): RowVerdict {
	let offender: string | null = null;
	let honoured = conditions.length === 0;
	let keep = conditions.length === 0;
	for (const group of groupsOf(conditions)) {
		const failing = group.filter((condition) => {
			const type = fields.get(condition.field)?.dataType ?? 'string';
			const actual = value(condition.field);
			const absentBoolean = isLocal(condition, fields) && isEmpty(actual);
			return absentBoolean ? condition.operator !== 7 : verdict(condition, actual, type) === false;
		});
		const remote = failing.find((condition) => !isLocal(condition, fields));
		offender = offender ?? remote?.field ?? null;
		honoured ||= remote === undefined;
		keep ||= failing.length === 0;
	}
	return { keep, notHonoured: honoured ? null : offender };
}
