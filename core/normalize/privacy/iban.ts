/**
 * Finds bank account numbers (IBAN) in a cell: a country of the IBAN registry, its length, and the
 * check by mod 97 (ISO 13616, https://www.swift.com/standards/data-standards/iban).
 */

/** Length by country; `*` where what follows the check digits is digits only. */
const REGISTRY =
	'AD24 AE23* AL28 AT20* AZ28 BA20* BE16* BG22 BH22 BI27* BR29 BY28 CH21 CR22* CY28 CZ24* DE22* DJ27* ' +
	'DK18* DO28 EE20* EG29* ES24* FI18* FK18 FO18* FR27 GB22 GE22 GI23 GL18* GR27 GT28 HN28 HR21* HU28* ' +
	'IE22 IL23* IQ23 IS26* IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20* LU20 LV21 LY25* MC27 MD24 ME22* ' +
	'MK19 MN20* MR27* MT31 MU30 NI28 NL18 NO15* OM23 PK24 PL28* PS29 PT25* QA29 RO24 RS22* RU33 SA24 ' +
	'SC31 SD18* SE24* SI19* SK24* SM27 SO23* ST25* SV28 TL23* TN24* TR26 UA29 VA22* VG24 XK20* YE30';

const COUNTRIES: ReadonlyMap<string, { length: number; digits: boolean }> = new Map(
	REGISTRY.split(' ').map((entry) => [
		entry.slice(0, 2),
		{ length: Number(entry.slice(2, 4)), digits: entry.endsWith('*') },
	]),
);

/** The shortest of the registry (Norway). */
const SHORTEST = 15;

/** Every start, also where one overlaps the other. */
const START = /(?=([A-Z]{2})\d{2})/g;

/** The remainder of the account by 97, letters as two digits; 1 is right. */
function remainder(account: string): number {
	let rest = 0;
	for (const sign of account.slice(4) + account.slice(0, 4)) {
		const value = Number.parseInt(sign, 36);
		rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
	}
	return rest;
}

/**
 * What a text holds in the shape of an IBAN: `null` for none, else whether one of them passes the
 * check. Spaces and signs between the characters, and the case, do not matter.
 */
export function ibanIn(text: string): { account: string; valid: boolean } | null {
	const compact = text.toUpperCase().replace(/[^A-Z0-9]+/g, '');
	if (compact.length < SHORTEST) return null;
	let shaped: string | null = null;
	for (const { 1: letters = '', index } of compact.matchAll(START)) {
		const country = COUNTRIES.get(letters);
		if (country === undefined) continue;
		const account = compact.slice(index, index + country.length);
		if (account.length < country.length) continue;
		if (country.digits && !/^\d+$/.test(account.slice(4))) continue;
		if (remainder(account) === 1) return { account, valid: true };
		shaped ??= account;
	}
	return shaped === null ? null : { account: shaped, valid: false };
}
