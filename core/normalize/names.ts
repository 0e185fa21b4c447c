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

/**
 * A prefix that the name repeats is kept once, in `prefix`, in the case it is stored in: "van" with
 * "van Dijk" gives "van" and "Dijk", never "van van Dijk". A name that is nothing but its prefix stays.
 */
function withoutRepeat(prefix: string | null, name: string | null): Surname {
	if (prefix === null || name === null) return { prefix, last: name };
	const start = prefix.toLowerCase();
	const glued = /['’`-]$/.test(prefix); // d'Ancona
	let last = name;
	while (last.length > prefix.length && last.toLowerCase().startsWith(start)) {
		const rest = last.slice(prefix.length);
		if (!glued && !/^\s/.test(rest)) break;
		if (rest.trim() === '') break;
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

function asUsed(raw: RawNames, birth: Surname, findings: Findings): Surname {
	const compose = composeOf(readText(raw.name_use, 'name_use', findings));
	if (compose === null) {
		findings.note('NAME_USE_UNKNOWN', 'name_use');
		return birth;
	}
	const partner = withoutRepeat(
		readText(raw.partner_prefix, 'partner_prefix', findings),
		readText(raw.partner_last_name, 'partner_last_name', findings),
	);
	return partner.last === null || birth.last === null ? birth : compose(birth, partner);
}

/** First name, prefix and last name by the policy; a missing first or last name is a finding. */
export function readNames(
	raw: RawNames,
	policy: NormalizeOptions['namePolicy'],
	findings: Findings,
): Names {
	const first_name = readText(raw.first_name, 'first_name', findings);
	const birth = withoutRepeat(
		readText(raw.prefix, 'prefix', findings),
		readText(raw.last_name, 'last_name', findings),
	);
	const { prefix, last } = policy === 'birth' ? birth : asUsed(raw, birth, findings);
	if (isEmpty(raw.first_name)) findings.add('NAME_MISSING', 'first_name');
	if (isEmpty(raw.last_name)) findings.add('NAME_MISSING', 'last_name');
	return { first_name, prefix, last_name: last };
}
