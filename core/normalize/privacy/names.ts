import { alleoField } from '../alleoFields';

/**
 * What a name says about a column or an extra field. The first wall of the source clients is a list of
 * what may leave; the names here are the second: never, whoever chose it (SPEC I11). Names are compared
 * without case, spaces, signs and accents, in Dutch and English.
 */

/** number: identifies a person or an account; contact: address, telephone; person: what else is nobody's business. */
type Group = 'number' | 'contact' | 'person' | 'salary';

const GROUPS: ReadonlyArray<readonly [Group, RegExp]> = [
	[
		'number',
		/bsn|burgerservice|citizenservice|sofinummer|sofinr|^sofi|^sose$|^sv(nr|nummer)|sociaalfiscaal|fiscaalnummer|socialsecurity|socsec|^ssn$|rijksregister/,
	],
	[
		'number',
		/iban|bankrek|bankaccount|^giro|bankgiro|banknummer|^bic$|^bank$|^rek(nr|nummer)?$|(?<!grootboek|kosten|be)rekening/,
	],
	['number', /passport|paspoort|identiteitsbewijs|identitydocument|rijbewijs|documentnummer/],
	['contact', /adres|address|straat|street/],
	['contact', /^(housenumber|huisnummer|huisnr|addnumber|huisletter|zip|zipcode)$/],
	['contact', /^(postalcode|city|plaats|plaatsnaam|country|land|province|provincie)$/],
	['contact', /toevoeginghuis|huisnummer|postcode|zipcode|woonplaats/],
	[
		'contact',
		/phone|telefoon|telnr|telnum|^tel$|^tel(prive|werk|thuis)|mobile|mobiel|gsmnummer|^gsm|^fax/,
	],
	['person', /maritalstatus|burgerlijkestaat|huwelijk|gehuwd|partnerschap/],
	['person', /birthplace|placeofbirth|geboorteplaats|nationality|nationaliteit|religi|geloof/],
	['person', /deceased|overleden|overlijden|emergencycontact|noodcontact/],
	['person', /verzuim|(?<!mu)ziek(?!enhui)|illness|sickness|sickleave|arbeidsongeschikt/],
	[
		'salary',
		/salar(y|is)|uurloon|loon|wage(?!n)|bruto|netto|grosspay|grossmonth|grosshour|earnings|hourlyrate|inkomen|income/,
	],
];

const bare = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/[^A-Za-z0-9]/g, '')
		.toLowerCase();

/** An e-mail address is no home address. */
const withoutMail = (name: string): string => name.replace(/mail(adres|address)/g, 'mail');

function groupOf(name: string): Group | null {
	const tested = withoutMail(bare(name));
	return GROUPS.find(([, pattern]) => pattern.test(tested))?.[0] ?? null;
}

/** A budget may be for a telephone, but not be called after a service number, an illness or pay. */
function isBudgetOfPrivate(name: string): boolean {
	const [, category = ''] = /^alleo_(?:monthly|oneoff)_(.+)_budget$/.exec(name) ?? [];
	const group = groupOf(category);
	return group !== null && group !== 'contact';
}

/**
 * Whether a name is a field that customers make for Alleo and this package reads: access, filter, and
 * budgets, in every spelling that Employee Normalize finds. Not by prefix: `alleo_bsn` is none.
 */
export function isAlleoField(name: string): boolean {
	const field = alleoField(name);
	return field !== null && !isBudgetOfPrivate(field);
}

/** A name that says service number, bank account or identity paper: no mapping may read it. */
export const isPrivateNumber = (name: string): boolean =>
	!isAlleoField(name) && groupOf(name) === 'number';

export type Privacy = 'free' | 'private' | 'salary';

/** What kind of data a column holds, judged by its id and its label; a field for Alleo by its id alone. */
export function privacyOf({ id, label }: { id: string; label: string }): Privacy {
	if (isAlleoField(id)) return 'free';
	const groups = [groupOf(id), groupOf(label)].filter((group) => group !== null);
	if (groups.some((group) => group !== 'salary')) return 'private';
	return groups.length > 0 ? 'salary' : 'free';
}
