import { hold, notice, outcome } from './define';

/** Codes of what was not read, and of what a plan and its rows leave alone for it. */
export const EVIDENCE_ISSUES = {
	LEAVER_PART_UNREAD: hold(
		'Left service here, but "{part}" was not read completely, so the person may have gone on there.',
		'Hier uit dienst, maar "{part}" is niet volledig gelezen, dus de persoon kan daar verder werken.',
		'Repair the reading (see Coverage) and start a new dry run. Whoever certainly left can be deactivated in Alleo by hand.',
		'Herstel het inlezen (zie Coverage) en start een nieuwe proefrun. Wie zeker vertrokken is, kunt u in Alleo met de hand deactiveren.',
		'Off-boarding would cancel the budget of somebody who may only have moved.',
		'Offboarden zou het budget stoppen van iemand die misschien alleen is overgestapt.',
	),
	LEAVER_COMPANY_UNREAD: hold(
		'Left service here, but company "{company}" is new at the HR system and is not read, so the person may have gone on there.',
		'Hier uit dienst, maar bedrijf "{company}" is nieuw in het HR-systeem en wordt niet gelezen, dus de persoon kan daar verder werken.',
		'If its people belong in Alleo, choose the company in the NMBRS node and start a new dry run. Otherwise look there whether the person went on, and deactivate in Alleo by hand who certainly left.',
		'Horen de mensen ervan in Alleo, kies het bedrijf dan in de NMBRS-node en start een nieuwe proefrun. Kijk anders of de persoon daar verder werkt, en deactiveer in Alleo met de hand wie zeker vertrokken is.',
		'Off-boarding would cancel the budget of somebody who may only have moved.',
		'Offboarden zou het budget stoppen van iemand die misschien alleen is overgestapt.',
	),
	FIELD_VANISHED: hold(
		'"{field}" was in use in an earlier run, and now nobody has a value in it.',
		'"{field}" was in gebruik in een eerdere run, en nu heeft niemand er een waarde in.',
		'See that the field is read again (AFAS: the column of the connector; NMBRS: the extra fields and their rights) and start a new dry run. If it was taken away on purpose, add its name to Fields No Longer Used under Guards in {step:compare}.',
		'Zorg dat het veld weer wordt gelezen (AFAS: de kolom van de connector; NMBRS: de vrije velden en de rechten daarop) en start een nieuwe proefrun. Is het met opzet weggehaald, voeg de naam dan toe bij Fields No Longer Used onder Guards in {step:compare}.',
		'It decides who gets access, and in which Alleo company; that it could not be read does not mean that it is empty.',
		'Het bepaalt wie toegang krijgt, en in welk Alleo-bedrijf; dat het niet gelezen kon worden, betekent niet dat het leeg is.',
	),
	GROUPS_UNREADABLE: notice(
		'The groups of Alleo company {company} could not be read, so nobody there changes group.',
		'De groepen van Alleo-bedrijf {company} konden niet worden gelezen, dus niemand verandert daar van groep.',
		'Ask admin-support@alleo.nl to let these keys read the groups of the company. Everything else goes on.',
		'Vraag admin-support@alleo.nl de sleutels de groepen van het bedrijf te laten lezen. De rest gaat door.',
	),
	GROUPS_NOT_READ: outcome(
		"Alleo did not give its groups, so this person's group was left as it is.",
		'Alleo gaf zijn groepen niet, dus de groep van deze persoon is gelaten zoals die is.',
		'Ask admin-support@alleo.nl to let these keys read the groups of the company; the next run sets the group.',
		'Vraag admin-support@alleo.nl de sleutels de groepen van het bedrijf te laten lezen; de volgende run zet de groep.',
	),
};
