import { nameList } from '../api/problem';
import type { AfasField } from '../api/schemas';

/**
 * Columns that never leave the client, by their name or label in Dutch or English: citizen service
 * number, address, phone, bank, marital status, identity papers (SPEC I11). Documented in
 * docs/afas.md. Names are compared without case, spaces and signs.
 */
const PRIVATE: RegExp[] = [
	/bsn|burgerservice|citizenservice|sofinummer|sofinr|^sofi|sociaalfiscaal|fiscaalnummer|socialsecurity/,
	/iban|bankrek|bankaccount|bankgiro|rekeningnummer|rekeningnr|banknummer|^bic$|^bank$/,
	/adres|address/,
	/^(street|straat|straatnaam|housenumber|huisnummer|huisnr|addnumber|huisletter|zip|zipcode)$/,
	/^(postcode|postalcode|city|woonplaats|plaats|plaatsnaam|country|land|province|provincie)$/,
	/toevoeginghuis|huisnummertoev|postcode|zipcode|woonplaats/,
	/phone|telefoon|telnr|telnum|^tel$|mobile|mobiel|gsmnummer|^gsm$|^fax/,
	/maritalstatus|burgerlijkestaat|huwelijk|gehuwd|partnerschap/,
	/passport|paspoort|identiteitsbewijs|identitydocument|rijbewijs|documentnummer/,
	/birthplace|placeofbirth|geboorteplaats|nationality|nationaliteit|religi|geloof/,
	/deceased|overleden|overlijden|emergencycontact|noodcontact/,
];

/** Salary leaves only through the payroll operation. */
const SALARY: RegExp[] = [
	/salar(y|is)|uurloon|loon|wage(?!n)|bruto|netto|grosspay|grossmonth|grosshour|earnings|hourlyrate/,
];

/** Free fields for Alleo, and e-mail addresses (whose label often says "adres"). */
const ALWAYS = /^(alleo|yourcampus)|mail/;

const bare = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/[^A-Za-z0-9]/g, '')
		.toLowerCase();

export type Privacy = 'free' | 'private' | 'salary';

/** What kind of data a column holds, judged by its id and its label. */
export function privacyOf(field: Pick<AfasField, 'id' | 'label'>): Privacy {
	const names = [bare(field.id), bare(field.label)];
	const matches = (patterns: RegExp[]): boolean =>
		names.some((name) => patterns.some((pattern) => pattern.test(name) && !ALWAYS.test(name)));
	if (ALWAYS.test(bare(field.id))) return 'free';
	if (matches(PRIVATE)) return 'private';
	return matches(SALARY) ? 'salary' : 'free';
}

export interface ColumnChoice {
	keep: string[];
	/** Read by AFAS's rules, but dropped here. */
	withheld: string[];
}

/**
 * Names under "Only These Columns" and "Columns to Leave Out" that no connector has; null when all
 * are there. A slip of the pen there would let a column out, or keep one in that the sync needs.
 */
export function unknownNames(
	fields: readonly AfasField[],
	choice: { only: string[]; drop: string[] },
): { setting: string; cause: string } | null {
	const known = new Set(fields.map(({ id }) => id.toLowerCase()));
	for (const [setting, names] of [
		['Only These Columns', choice.only],
		['Columns to Leave Out', choice.drop],
	] as const) {
		const unknown = names.filter((name) => !known.has(name.toLowerCase()));
		if (unknown.length > 0) return { setting, cause: `there is no column ${nameList(unknown)}` };
	}
	return null;
}

/**
 * Which columns of a connector leave the node. `structural` columns always do; `only`, if not
 * empty, limits the rest; `drop` takes more away; `salary` says whether salary columns may leave.
 */
export function chooseColumns(
	fields: readonly AfasField[],
	choice: { structural: string[]; only: string[]; drop: string[]; salary: boolean },
): ColumnChoice {
	const lower = (names: string[]): Set<string> => new Set(names.map((name) => name.toLowerCase()));
	const [structural, only, drop] = [
		lower(choice.structural),
		lower(choice.only),
		lower(choice.drop),
	];
	const keep: string[] = [];
	const withheld: string[] = [];
	for (const field of fields) {
		const id = field.id.toLowerCase();
		const privacy = privacyOf(field);
		if (structural.has(id)) keep.push(field.id);
		else if (privacy === 'private' || (privacy === 'salary' && !choice.salary)) {
			withheld.push(field.id);
		} else if (!drop.has(id) && (only.size === 0 || only.has(id))) keep.push(field.id);
	}
	return { keep, withheld };
}
