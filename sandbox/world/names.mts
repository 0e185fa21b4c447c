import type { Random } from './random.mts';
import type { Gender, Names } from './types.mts';

const FIRST_NAMES: ReadonlyArray<readonly [string, Gender]> = [
	['Fenna', 'female'],
	['Noa', 'female'],
	['Zoë', 'female'],
	['Renée', 'female'],
	['Anaïs', 'female'],
	['Maaike', 'female'],
	['Sjoukje', 'female'],
	['Noortje', 'female'],
	['Chloé', 'female'],
	['Elif', 'female'],
	['Jet', 'female'],
	['Hiske', 'female'],
	['Loïs', 'female'],
	['Wies', 'female'],
	['Aïsha', 'female'],
	['Britt', 'female'],
	['Tessel', 'female'],
	['Isa', 'female'],
	['Joris', 'male'],
	['Bram', 'male'],
	['Sil', 'male'],
	['Daniël', 'male'],
	['Michaël', 'male'],
	['André', 'male'],
	['Jorrit', 'male'],
	['Wout', 'male'],
	['Çağan', 'male'],
	['Hidde', 'male'],
	['Raúl', 'male'],
	['Teun', 'male'],
	['Jelle', 'male'],
	['Gijs', 'male'],
	['Sjaak', 'male'],
	['Mats', 'male'],
	['Oğuz', 'male'],
	['Ruben', 'male'],
	['Robin', 'undefined'],
	['Sam', 'undefined'],
];

const LAST_NAMES: readonly string[] = [
	'Voorbeeld',
	'Verzonnen',
	'Fictief',
	'Bedacht',
	'Sjabloon',
	'Proefstra',
	'Testema',
	'Schijnhof',
	'Modelman',
	'Denkbeeld',
	'Nepveld',
	'Kunstrijk',
	'Droombosch',
	'Fantasië',
	'Müllerfictie',
	'Schets',
	'Maquette',
	'Zogenaamd',
	'Mockink',
	'Dummer',
	'Gefingeerd',
	'Illusie',
	'Plaatsman',
	'Houderman',
	'Vulstra',
	'Stubbema',
	'Veronderstel',
	'Hypothese',
	'Aanname',
	'Wensdroom',
	'Luchtkasteel',
	'Spiegelbeeld',
	'Echo',
	'Kopiestra',
	'Évidé',
	'Toneelsma',
	'Decorum',
	'Bordkarton',
];

const PREFIXES: readonly string[] = [
	'van',
	'de',
	'van de',
	'van der',
	'van den',
	'den',
	'ter',
	'ten',
	"van 't",
	"'t",
	'in het',
	'op den',
];

/** Letters that have no accent to drop. */
const PLAIN: Readonly<Record<string, string>> = {
	ğ: 'g',
	ı: 'i',
	ø: 'o',
	ß: 'ss',
	æ: 'ae',
	ł: 'l',
};

/** Lower-case ASCII for a mail address: "Van 't Évidé" becomes "vantevide". */
export const asciiPart = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[ğıøßæł]/g, (letter) => PLAIN[letter] ?? '')
		.normalize('NFD')
		.replace(/[^a-z0-9]/g, '');

export interface MadeUpPerson {
	names: Names;
	gender: Gender;
}

/** A made-up person: about a third has an infix, a fifth a partner's name. */
export function inventPerson(random: Random): MadeUpPerson {
	const [firstName, gender] = random.pick(FIRST_NAMES);
	const middle = random.chance(0.3) ? random.pick(FIRST_NAMES)[0] : null;
	const hasPartner = random.chance(0.2);
	return {
		gender,
		names: {
			firstName,
			firstNameInFull: middle === null ? firstName : `${firstName} ${middle}`,
			initials: `${firstName.charAt(0)}.${middle === null ? '' : `${middle.charAt(0)}.`}`,
			prefix: random.chance(0.35) ? random.pick(PREFIXES) : null,
			lastName: random.pick(LAST_NAMES),
			partnerPrefix: hasPartner && random.chance(0.4) ? random.pick(PREFIXES) : null,
			partnerName: hasPartner ? random.pick(LAST_NAMES) : null,
			nameUse: hasPartner ? random.pick(['0', '1', '2', '3'] as const) : '0',
		},
	};
}

/** Hands out addresses `first.prefixlast@domain`, numbered where the name repeats. */
export function createAddressBook(): (names: Names, domain: string) => string {
	const used = new Map<string, number>();
	return (names, domain) => {
		const base = `${asciiPart(names.firstName)}.${asciiPart(`${names.prefix ?? ''}${names.lastName}`)}`;
		const key = `${base}@${domain}`;
		const count = (used.get(key) ?? 0) + 1;
		used.set(key, count);
		return count === 1 ? key : `${base}${count}@${domain}`;
	};
}

/** A nine-digit number that fails the check of a real citizen service number. */
export function fakeBsn(number: number): string {
	const digits = String(990_000_000 + (number % 9_999_999))
		.split('')
		.map(Number);
	const sum = digits.reduce((total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at), 0);
	if (sum % 11 === 0) digits[8] = ((digits[8] ?? 0) + 1) % 10;
	return digits.join('');
}
