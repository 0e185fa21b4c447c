import {
	ACCESS_FIELD,
	Unreadable,
	compileValue,
	describeSource,
	isEmpty,
	pathsOf,
	reader,
	readYesNo,
	withTransforms,
} from './mapping';
import { customField, isWithheld, readsWithheld } from './customFields';
import { legacyName } from './fieldNames';
import { answersOf, isAskableWord, NO_ANSWERS } from '../model/inbox';
import type { Answers } from '../model/inbox';
import type { Compiled, Evaluate, Read, SourceRecord, TransformRow } from './mapping';
import { Findings } from './findings';
import type { NormalizeOptions } from './options';

/** Where access stands: a name that is looked up, or a value that the user dragged in. */
export interface AccessReader {
	/** For the texts: the field's name, or the path. */
	field: string;
	legacy: string | null;
	read: Read;
	/** The parameter as compiled: a name is a constant. */
	compiled: Compiled;
	/** The value comes from the extra fields, which can fail to be read. */
	fromExtraFields: boolean;
	/** What somebody answered about a word that is neither, by `accessWord`. */
	answered: ReadonlyMap<string, 'yes' | 'no'>;
}

/** The spelling in which words of the access field are compared. */
export const accessWord = (value: string): string => value.trim().toLowerCase();

/** An answer that says neither yes nor no leaves the word as unreadable as it was. */
function answeredWords(answers: Answers): AccessReader['answered'] {
	const words = new Map<string, 'yes' | 'no'>();
	for (const [word, { answer: reply, target }] of answersOf(answers, 'access', accessWord)) {
		if (reply === 'map' && (target === 'yes' || target === 'no')) words.set(word, target);
	}
	return words;
}

const asPath = (name: string): string =>
	/^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$/.test(name) ? `={{ $json.${name} }}` : name;

/**
 * The reader of the parameter `accessField`: a field's name (`alleo_access`, found in the extra fields
 * or the record), a path, or an expression; with the user's transforms and fallback for it.
 */
export function accessReader(
	parameter: string,
	transforms: readonly TransformRow[],
	answers: Answers = NO_ANSWERS,
): AccessReader {
	const name = parameter.trim();
	const compiled = compileValue(asPath(name));
	const own = compiled.kind === 'constant' ? null : reader(compiled);
	const base: Read = own ?? ((record) => customField(record, name));
	const field = own === null ? name : describeSource(compiled);
	const paths = pathsOf(compiled);
	return {
		field,
		legacy: own === null ? legacyName(name) : null,
		compiled,
		read: withTransforms(base, ACCESS_FIELD, transforms).read ?? base,
		fromExtraFields:
			own === null ||
			compiled.kind === 'expression' ||
			paths.some((path) => path[0]?.key === 'extraFields'),
		answered: answeredWords(answers),
	};
}

/** The field, or its older name, was withheld for everybody. */
export const accessWithheld = (
	record: SourceRecord,
	{ field, legacy, compiled }: AccessReader,
): boolean =>
	isWithheld(record, field) ||
	readsWithheld(record, compiled) ||
	(legacy !== null && isWithheld(record, legacy));

/** yes, no, empty, or null with the finding that says why it cannot be told. */
export type Access = 'yes' | 'no' | 'empty';

/** A word that is neither is asked about, and counts as what somebody answered for everybody who has it. */
function answeredWord(
	value: unknown,
	field: string,
	{ answered }: AccessReader,
	findings: Findings,
): Access | null {
	const word = typeof value === 'number' ? String(value) : value;
	if (typeof word !== 'string' || !isAskableWord(word))
		return findings.add('ACCESS_UNREADABLE', field);
	findings.ask({ kind: 'access', value: word.trim() });
	const said = answered.get(accessWord(word));
	if (said === undefined) return findings.add('ACCESS_UNREADABLE', field);
	findings.note(said === 'yes' ? 'ACCESS_ANSWERED_YES' : 'ACCESS_ANSWERED_NO', field);
	return said;
}

function answer(
	value: unknown,
	field: string,
	access: AccessReader,
	findings: Findings,
): Access | null {
	if (isEmpty(value)) return 'empty';
	if (value instanceof Unreadable) return findings.add(value.code, field);
	const yes = readYesNo(value);
	if (yes === null) return answeredWord(value, field, access, findings);
	return yes ? 'yes' : 'no';
}

/** Reads the access field of one person, and its older name; both filled and different is a finding. */
export function readAccess(
	record: SourceRecord,
	index: number,
	access: AccessReader,
	evaluate: Evaluate,
	findings: Findings,
): Access | null {
	if (accessWithheld(record, access)) return findings.add('FIELD_WITHHELD', access.field);
	const now = answer(access.read(record, index, evaluate), access.field, access, findings);
	if (access.legacy === null || now === null) return now;
	const before = answer(customField(record, access.legacy), access.legacy, access, findings);
	if (before === null || now === 'empty') return before;
	if (before === 'empty' || before === now) return now;
	return findings.add('LEGACY_CONFLICT', access.field, { legacy: access.legacy });
}

/** True when the record has the field, even empty; undefined is "not there". */
export const hasAccessField = (
	record: SourceRecord,
	index: number,
	access: AccessReader,
	evaluate: Evaluate,
): boolean =>
	access.read(record, index, evaluate) !== undefined ||
	(access.legacy !== null && customField(record, access.legacy) !== undefined);

/** True when the field has a value for this person, or may have one that was withheld. */
export const accessInUse = (
	record: SourceRecord,
	index: number,
	access: AccessReader,
	evaluate: Evaluate,
): boolean =>
	!isEmpty(access.read(record, index, evaluate)) ||
	(access.legacy !== null && !isEmpty(customField(record, access.legacy))) ||
	accessWithheld(record, access);

/** An explicit no that the setting `off` ignores, remarked so that the plan can count them. */
export function remarkIgnoredNo(
	record: SourceRecord,
	index: number,
	access: AccessReader,
	evaluate: Evaluate,
	findings: Findings,
): void {
	const said = readAccess(record, index, access, evaluate, new Findings());
	if (said !== 'no') return;
	findings.note('ACCESS_NO_IGNORED', access.field);
	findings.ask({ kind: 'column', value: access.field, meant: ACCESS_FIELD });
}

/** What an answer means for the person: eligible, or ineligible with the reason; null: eligible. */
export function ineligibleReason(
	access: Access,
	emptyAccess: NormalizeOptions['emptyAccess'],
	findings: Findings,
): 'ACCESS_NO' | 'ACCESS_EMPTY' | null {
	if (access === 'no') return 'ACCESS_NO';
	if (access === 'yes' || emptyAccess === 'yes') return null;
	if (emptyAccess === 'undecided') return 'ACCESS_EMPTY';
	findings.note('ACCESS_EMPTY_MEANS_NO', null);
	return 'ACCESS_NO';
}
