/**
 * The end of AFAS's classic tokens, in one text. Two pages of AFAS name two dates for tokens that exist
 * already: 15 February 2027 (Dutch, could not be found again) and 1 May 2027 (English, of
 * 2026-09-30, https://docs.afas.help/profit/en/authentication). Both give the same last day.
 */
export const CLASSIC_TOKENS_END_EN =
	'AFAS ends classic tokens: existing ones from 2027-02-15 by one page of AFAS, from 2027-05-01 by a newer one; none works after 2027-08-31.';

export const CLASSIC_TOKENS_END_NL =
	'AFAS beëindigt klassieke tokens: bestaande vanaf 2027-02-15 volgens een pagina van AFAS, vanaf 2027-05-01 volgens een nieuwere; na 2027-08-31 werkt er geen meer.';
