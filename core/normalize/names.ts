import { isNameText } from './kindCheck';
import { isEmpty } from './mapping';
import { readText } from './text';
import type { Findings } from './findings';
import type { NormalizeOptions } from './options';

export interface RawNames {
	first_name: unknown;
	prefix: unknown;
	last_name: unknown;
	partner_prefix: unknown;
	partner_last_name: unknown;
	name_use: unknown;
}

export interface Names {
	first_name: string | null;
	prefix: string | null;
	last_name: string | null;
}

interface Surname {
	prefix: string | null;
	last: string | null;
}

const APOSTROPHES = "[’‘'`´ʼʹ′]";
const IS_APOSTROPHE = new RegExp(APOSTROPHES, 'u');
const SPECIAL = /[\\^$.*+?()[\]{}|/]/gu;

/** A prefix as a pattern: any case, any apostrophe, any space; `van 't` is `Van ’T` and `van’t`. */
function likePrefix(prefix: string): RegExp {
	const pattern = prefix
		.trim()
		.replace(SPECIAL, '\\$&')
		.replace(new RegExp(`\\s*${APOSTROPHES}\\s*`, 'gu'), `\\s*${APOSTROPHES}\\s*`)
		.replace(/\s+/gu, '\\s+');
	return new RegExp(`^\\s*${pattern}`, 'iu');
}

/** Whether a name may begin as the prefix does, told without a pattern: most names do not. */
const mayBegin = (prefix: string, name: string): boolean => {
	const first = prefix.charAt(0);
	return IS_APOSTROPHE.test(first) || first.toLowerCase() === name.charAt(0).toLowerCase();
};

/**
 * A prefix that the name repeats is kept once, in `prefix`, in the case it is stored in: "van" with
 * "van Dijk" gives "van" and "Dijk", never "van van Dijk". A name that is nothing but its prefix stays.
 */
export function withoutRepeat(prefix: string | null, name: string | null): Surname {
	if (prefix === null || name === null || !mayBegin(prefix, name)) return { prefix, last: name };
	const pattern = likePrefix(prefix);
	const glued = /[-’‘'`´ʼʹ′]$/u.test(prefix); // d'Ancona
	let last = name;
	for (;;) {
		const found = pattern.exec(last)?.[0] ?? '';
		const rest = last.slice(found.length);
		if (found === '' || rest.trim() === '') break;
		if (!glued && !/^\s/u.test(rest) && !/\s$/u.test(found)) break;
		last = rest.trim();
	}
	return { prefix, last };
}

const joined = ({ prefix, last }: Surname): string => (prefix === null ? '' : `${prefix} `) + last;

/** Alleo's separator for double names; AFAS does not publish one. */
const BETWEEN = ' - ';

type Compose = (birth: Surname, partner: Surname) => Surname;

/** Name use by its code (AFAS NameUse, Nmbrs Naamstelling): which name comes first. */
const NAME_USE: Readonly<Record<string, Compose>> = {
	'0': (birth) => birth,
	'1': (birth, partner) => ({
		prefix: partner.prefix,
		last: `${partner.last}${BETWEEN}${joined(birth)}`,
	}),
	'2': (_birth, partner) => partner,
	'3': (birth, partner) => ({
		prefix: birth.prefix,
		last: `${birth.last}${BETWEEN}${joined(partner)}`,
	}),
};

const composeOf = (code: string | null): Compose | null =>
	code !== null && Object.hasOwn(NAME_USE, code) ? (NAME_USE[code] ?? null) : null;

/** A dash where a partner's name belongs means that there is none. */
const readPartner = (value: unknown, findings: Findings): string | null =>
	readPrefix(value, 'partner_last_name', findings);

function asUsed(raw: RawNames, birth: Surname, findings: Findings): Surname {
	const compose = composeOf(readText(raw.name_use, 'name_use', findings));
	if (compose === null) {
		findings.note('NAME_USE_UNKNOWN', 'name_use');
		return birth;
	}
	const partner = withoutRepeat(
		readPrefix(raw.partner_prefix, 'partner_prefix', findings),
		readPartner(raw.partner_last_name, findings),
	);
	return partner.last === null || birth.last === null ? birth : compose(birth, partner);
}

/** Words that stand where a name is not known. "X", "Na" and "Geen" are names of people. */
const NO_NAME: ReadonlySet<string> = new Set([
	'nvt',
	'n.v.t',
	'n.v.t.',
	'n/a',
	'onbekend',
	'unknown',
	'niet bekend',
	'niet van toepassing',
]);

/** A name needs something that can be read: "-" and "." are none, nor is "n.v.t.". */
const isName = (text: string): boolean =>
	/(?!\u2800)[\p{L}\p{N}\p{So}]/u.test(text) && !NO_NAME.has(text.toLowerCase());

/** A name that Alleo requires: absent or no name is a finding. */
function readName(value: unknown, field: string, findings: Findings): string | null {
	if (isEmpty(value)) return findings.add('NAME_MISSING', field);
	const before = findings.problems?.length ?? 0;
	const text = readText(value, field, findings);
	if (text !== null && isName(text)) {
		return isNameText(text) ? text : findings.add('NAME_OTHER_KIND', field);
	}
	const said = (findings.problems?.length ?? 0) > before;
	return said ? null : findings.add('NAME_NO_NAME', field);
}

/** A prefix is no name's requirement: a dash, or a number, in it only means that there is none. */
function readPrefix(value: unknown, field: string, findings: Findings): string | null {
	const text = readText(value, field, findings);
	if (text === null || (isName(text) && isNameText(text))) return text;
	findings.note('FIELD_IGNORED', field);
	return null;
}

/** First name, prefix and last name by the policy; a missing first or last name is a finding. */
export function readNames(
	raw: RawNames,
	policy: NormalizeOptions['namePolicy'],
	findings: Findings,
): Names {
	const first_name = readName(raw.first_name, 'first_name', findings);
	const birth = withoutRepeat(
		readPrefix(raw.prefix, 'prefix', findings),
		readName(raw.last_name, 'last_name', findings),
	);
	const { prefix, last } = policy === 'birth' ? birth : asUsed(raw, birth, findings);
	return { first_name, prefix, last_name: last };
}
