import { error, notice } from './define';

/**
 * Codes of the checks in the coverage of NMBRS, and of what a person should know about it. `{company}`
 * and `{debtor}` are names, `{cause}` is a code of this catalogue, or with
 * `{advice}` the text of another of its entries.
 */
export const NMBRS_COVERAGE_ISSUES = {
	COMPANIES_NOT_CHOSEN: notice(
		'Company "{company}" exists at Nmbrs and is not read, because it is not among the chosen companies.',
		'Bedrijf "{company}" bestaat bij Nmbrs en wordt niet gelezen, omdat het niet bij de gekozen bedrijven staat.',
		'If its people belong in Alleo, add it under Company Names or IDs in the NMBRS node, or empty that field to read every company of the chosen debtors. Otherwise nothing: who moves there leaves Alleo.',
		'Horen de mensen ervan in Alleo, voeg het dan toe bij Company Names or IDs in de NMBRS-node, of maak dat veld leeg om elk bedrijf van de gekozen debiteuren te lezen. Anders niets: wie daarheen gaat, verlaat Alleo.',
		'It was left out when the companies were chosen, or it was added at Nmbrs later.',
		'Het is weggelaten bij het kiezen van de bedrijven, of later bij Nmbrs toegevoegd.',
	),
	COMPANIES_NOT_LISTED: notice(
		'Whether debtor "{debtor}" has companies that are not read is not known: its list of companies could not be read ({cause}).',
		'Of debiteur "{debtor}" bedrijven heeft die niet worden gelezen, is niet bekend: de lijst van bedrijven was niet te lezen ({cause}).',
		'Look that code up in docs/troubleshooting.md, do what it says and run again.',
		'Zoek die code op in docs/troubleshooting.md, doe wat er staat en start opnieuw.',
	),
	TOTALS_MATCH: notice(
		'As many records were read as Nmbrs announced.',
		'Er zijn evenveel records gelezen als Nmbrs aankondigde.',
		'If not: run again.',
		'Zo niet: start opnieuw.',
	),
	TOTALS_STABLE: notice(
		'The totals did not change while the pages were read.',
		"De totalen veranderden niet tijdens het lezen van de pagina's.",
		'If not: run again at a quiet hour.',
		'Zo niet: start opnieuw op een rustig tijdstip.',
	),
	NO_DUPLICATE_KEYS: notice(
		'No employee was listed twice.',
		'Geen medewerker stond er twee keer in.',
		'If not: run again.',
		'Zo niet: start opnieuw.',
	),
	FIRST_PAGE_STABLE: notice(
		'The first page, read again at the end, still lists the same employees.',
		'De eerste pagina, aan het eind opnieuw gelezen, bevat nog dezelfde medewerkers.',
		'If not: run again at a quiet hour.',
		'Zo niet: start opnieuw op een rustig tijdstip.',
	),
	ROWS_READABLE: notice(
		'Every record carries an employee ID.',
		'Elk record heeft een medewerker-ID.',
		'If not: report it to Nmbrs with the company and the list.',
		'Zo niet: meld het bij Nmbrs met het bedrijf en de lijst.',
	),
	LISTS_AGREE: notice(
		'Every list covers the same employees.',
		'Elke lijst bevat dezelfde medewerkers.',
		'If not: run again at a quiet hour.',
		'Zo niet: start opnieuw op een rustig tijdstip.',
	),
	TYPES_COUNTED: notice(
		'The employees per type, and which types are in scope.',
		'De medewerkers per type, en welke types meedoen.',
		'Choose other employee types in the node if somebody is missing.',
		'Kies andere medewerkertypes in de node als er iemand ontbreekt.',
	),
	PERIOD_KNOWN: notice(
		'The payroll period that decides which rows are in force.',
		'De verloningsperiode die bepaalt welke regels gelden.',
	),
	NMBRS_EXTRA_FIELDS_UNREAD: error(
		'The extra fields of this company could not be read, so who has access and where people belong is unknown. {cause}',
		'De extra velden van dit bedrijf konden niet worden gelezen, dus wie toegang heeft en waar mensen horen is onbekend. {cause}',
		'{advice} Until then nobody of this company is added or off-boarded. Only if nothing that the sync uses is kept in extra fields, take Extra Fields out of "Include".',
		'{advice} Tot die tijd wordt niemand van dit bedrijf toegevoegd of geoffboard. Alleen als niets wat de synchronisatie gebruikt in extra velden staat, haal je Extra Fields uit "Include".',
		'Not one person of it could be read, or Nmbrs refused in a way that concerns everybody. That is not the same as nobody having such a field.',
		'Niemand ervan kon worden gelezen, of Nmbrs weigerde op een manier die iedereen betreft. Dat is iets anders dan dat niemand zo’n veld heeft.',
	),
	EXTRA_FIELDS_READ: notice(
		'The extra fields of everybody in scope were read.',
		'De extra velden van iedereen die meedoet zijn gelezen.',
		'If not: look at the notices of the people concerned.',
		'Zo niet: bekijk de meldingen bij de betreffende mensen.',
	),
};
