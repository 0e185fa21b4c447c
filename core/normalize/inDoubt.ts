import { accessInUse } from './access';
import { answeredColumns } from './answered';
import { simplify } from './fieldNames';
import type { AccessReader } from './access';
import type { LookAlikes } from './lookAlikes';
import type { Answers } from '../model/inbox';
import type { Evaluate, SourceRecord } from './mapping';

/**
 * Columns of which somebody may have answered what they are, while that answer cannot be read, or
 * contradicts itself. One of them may be what says who has access, or to which company somebody belongs: that
 * it decides nothing today would give everybody access, so whoever is in service waits.
 */

/** Tells the columns whose answer is not known; one that nobody gave is. Null: all are known. */
function unknownColumns(answers: Answers): ((name: string) => boolean) | null {
	const { known } = answeredColumns(answers);
	const given = new Set(
		answers.list.flatMap(({ kind, value }) => (kind === 'column' ? [simplify(value)] : [])),
	);
	const isHalf = !answers.read || answers.unreadable > 0;
	if (!isHalf && [...given].every((name) => known.has(name))) return null;
	return (name) => !known.has(simplify(name)) && (isHalf || given.has(simplify(name)));
}

interface Looked {
	records: readonly SourceRecord[];
	evaluate: Evaluate;
	answers: Answers;
	lookAlikes: LookAlikes;
	/** The access field that the settings switched off, and that an answer may have switched on. */
	ignored: AccessReader | null;
}

/** The name of such a column; null: none, as on every day on which the answers can be read. */
export function columnInDoubt(looked: Looked): string | null {
	const { records, evaluate, answers, lookAlikes, ignored } = looked;
	const isOpen = unknownColumns(answers);
	if (isOpen === null) return null;
	const isHere = (record: SourceRecord, index: number): boolean =>
		ignored !== null && accessInUse(record, index, ignored, evaluate);
	if (ignored !== null && isOpen(ignored.field) && records.some(isHere)) return ignored.field;
	for (const record of records) {
		const name = lookAlikes.find(record, isOpen);
		if (name !== null) return name;
	}
	return null;
}
