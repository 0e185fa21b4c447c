import { FIELDS, Unreadable, isEmpty } from './mapping';
import { kindOf } from './kinds';
import type { Kind } from './kinds';
import type { Evaluate, FieldId, FieldReader, Mapping, SourceRecord } from './mapping';
import type { IssueCode } from '../issues';

/**
 * Whether a mapped field can be what it is mapped to: a birthday in a name, an address in a date. One odd
 * value is that person's and holds them; where most values, of a quarter of the people at least, are of
 * another kind, the mapping is wrong, and nothing is passed on. A few end dates that say "soon", while
 * everybody else has none, are no wrong mapping.
 */

/** As few as this may be chance. */
const FEWEST = 5;

/** So many people tell a mapping; of an expression, which costs n8n time, a part of them. */
const LOOKED_AT = 200;
const EVALUATED = 40;

type Code = Extract<
	IssueCode,
	'MAPPING_NO_NAMES' | 'MAPPING_NO_EMAILS' | 'MAPPING_NO_DATES' | 'MAPPING_NO_GROUPS'
>;

interface Rule {
	code: Code;
	wrong: (kind: Kind, text: string) => boolean;
}

/** `19900504` and 45000 may be days in another spelling, which a transform reads. */
const maybeDay = (text: string): boolean => /^\d{5,8}$/.test(text);

const NAMES: Rule = { code: 'MAPPING_NO_NAMES', wrong: (kind) => kind !== 'text' };
/** Not "geen", which many write for people without an address. */
const EMAILS: Rule = {
	code: 'MAPPING_NO_EMAILS',
	wrong: (kind) => kind !== 'email' && kind !== 'text',
};
const DATES: Rule = {
	code: 'MAPPING_NO_DATES',
	wrong: (kind, text) => kind !== 'date' && !(kind === 'number' && maybeDay(text)),
};
/** Some groups are numbers. */
const GROUPS: Rule = {
	code: 'MAPPING_NO_GROUPS',
	wrong: (kind) => kind !== 'text' && kind !== 'number',
};

const RULES: ReadonlyArray<readonly [FieldId, Rule]> = [
	['email', EMAILS],
	['private_email', EMAILS],
	['first_name', NAMES],
	['prefix', NAMES],
	['last_name', NAMES],
	['partner_last_name', NAMES],
	['start_date', DATES],
	['end_date', DATES],
	['birthday', DATES],
	['work_anniversary', DATES],
	['group', GROUPS],
];

export const isGroup = (text: string): boolean => !GROUPS.wrong(kindOf(text), text);

export const isNameText = (text: string): boolean => !NAMES.wrong(kindOf(text), text);

const textOf = (value: unknown): string | null => {
	if (value instanceof Unreadable || isEmpty(value)) return null;
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	return typeof value === 'string' ? value.trim() : null;
};

export interface CheckedPeople {
	/** All of the run, since an expression is evaluated by the place of its item. */
	records: readonly SourceRecord[];
	/** Whether a record is of the HR system that the mapping is for. */
	belongs: (record: SourceRecord) => boolean;
	evaluate: Evaluate;
}

function count(
	{ records, belongs, evaluate }: CheckedPeople,
	{ read, compiled }: FieldReader,
	{ wrong }: Rule,
): { looked: number; filled: number; odd: number } {
	const most = compiled.kind === 'expression' ? EVALUATED : LOOKED_AT;
	const step = Math.max(1, Math.floor(records.length / most));
	let [looked, filled, odd] = [0, 0, 0];
	for (let index = 0; index < records.length; index += step) {
		const record = records[index] as SourceRecord;
		if (!belongs(record)) continue;
		looked++;
		const text = textOf(read(record, index, evaluate));
		if (text === null) continue;
		filled++;
		if (wrong(kindOf(text), text)) odd++;
	}
	return { looked, filled, odd };
}

export interface WrongKind {
	code: Code;
	params: { label: string; source: string; count: number; of: number };
}

/** The first field of which most people have something that it cannot be; null: none. */
export function wrongKind(mapping: Mapping, people: CheckedPeople): WrongKind | null {
	for (const [id, rule] of RULES) {
		const field = mapping.fields[id];
		if (field === null) continue;
		const { looked, filled, odd } = count(people, field, rule);
		if (odd < FEWEST || odd * 2 <= filled || odd * 4 < looked) continue;
		const params = { label: FIELDS[id].label, source: field.source, count: odd, of: filled };
		return { code: rule.code, params };
	}
	return null;
}
