import { error, notice } from './define';

/** Codes of comparing a draft with the published version of its workflow. Places hold names of settings and nodes. */
export const PUBLISHED_ISSUES = {
	PUBLISHED_CREDENTIAL_MISSING: error(
		'Comparing needs to read the published version from n8n, and no Alleo N8n API credential is chosen.',
		'Om te vergelijken moet de gepubliceerde versie uit n8n worden gelezen, en er is geen credential Alleo N8n API gekozen.',
		'Choose one in this node; a key with the scope workflow:read is enough for this. Or set Mode back to Normalize.',
		'Kies er een in deze node; een sleutel met de scope workflow:read is hiervoor genoeg. Of zet Mode terug op Normalize.',
	),
	PUBLISHED_WORKFLOW_UNKNOWN: error(
		'n8n does not give this workflow, so there is nothing to compare with.',
		'n8n geeft deze workflow niet; er is niets om mee te vergelijken.',
		'Save the workflow. If it is saved, check that the credential is of this n8n and that the user of its API key may open the workflow.',
		'Sla de workflow op. Is hij opgeslagen, controleer dan of de credential van deze n8n is en of de gebruiker van de API-sleutel de workflow mag openen.',
	),
	PUBLISHED_NOTHING: error(
		'Nothing of this workflow is published yet, so there is nothing to compare with.',
		'Van deze workflow is nog niets gepubliceerd; er is niets om mee te vergelijken.',
		'Look at Preview (the third output of this node) and at a dry run; comparing works from the first published version on.',
		'Bekijk Preview (de derde uitgang van deze node) en een proefrun; vergelijken kan vanaf de eerste gepubliceerde versie.',
	),
	PUBLISHED_NODE_MISSING: error(
		'The published version has no node "{node}" that normalizes employees.',
		'De gepubliceerde versie heeft geen node "{node}" die medewerkers normaliseert.',
		'Give the node the name that it has in the published version (open the version history of the workflow), or publish first and compare the next change.',
		'Geef de node de naam die hij in de gepubliceerde versie heeft (open de versiegeschiedenis van de workflow), of publiceer eerst en vergelijk de volgende wijziging.',
		'It is found by its id, which stays when a node is renamed, and else by its name. A node that was deleted and made again has another id.',
		'Hij wordt gevonden aan zijn id, dat blijft als een node een andere naam krijgt, en anders aan zijn naam. Een node die is verwijderd en opnieuw gemaakt heeft een ander id.',
	),
	PUBLISHED_MAPPING_STOPS: error(
		'With these people the published version stops: {problem}',
		'Met deze mensen stopt de gepubliceerde versie: {problem}',
		'There is nothing to compare with. Look at Preview for the draft, and look at the plan of a dry run before publishing.',
		'Er is niets om mee te vergelijken. Bekijk Preview voor het concept, en bekijk het plan van een proefrun voor u publiceert.',
	),
	PREVIEW_MODE_OLD: notice(
		'Mode is "Try the Mapping", which is not needed any more: people go on as usual, and the third output, Preview, always shows what the mapping makes of them.',
		'Mode staat op "Try the Mapping", wat niet meer nodig is: mensen gaan gewoon door, en de derde uitgang, Preview, laat altijd zien wat de koppeling van hen maakt.',
		'Set Mode to Normalize.',
		'Zet Mode op Normalize.',
	),
	PREVIEW_WITHOUT_ALLEO: notice(
		'Preview does not know here what Alleo has: the step that reads its accounts has not run.',
		'Preview weet hier niet wat Alleo heeft: de stap die de accounts leest, heeft niet gedraaid.',
		'Execute the step that compares with Alleo (its icon is at the right side of this panel), then come back here: Preview says who changes. Nothing is written, and nobody is told.',
		'Voer de stap uit die met Alleo vergelijkt (het pictogram staat rechts van dit paneel) en kom dan hier terug: Preview zegt wie er wijzigt. Er wordt niets geschreven en niemand krijgt bericht.',
	),
	PREVIEW_ACCOUNTS_UNREADABLE: notice(
		'Preview cannot read the Alleo accounts that it was given, so it does not say what changes in Alleo.',
		'Preview kan de meegegeven Alleo-accounts niet lezen en zegt daarom niet wat er in Alleo verandert.',
		'Let "Preview: Alleo Accounts" (Options) read the items of the step that reads employees from Alleo. The people went on.',
		'Laat "Preview: Alleo Accounts" (Options) de items lezen van de stap die medewerkers uit Alleo leest. De mensen zijn doorgegaan.',
	),
	PUBLISHED_SETTING_NOT_COMPARED: notice(
		'"{setting}" of the published version cannot be worked out here; the value of the draft was used for both.',
		'"{setting}" van de gepubliceerde versie is hier niet te berekenen; voor beide is de waarde van het concept gebruikt.',
		'Compare this setting yourself in the version history of the workflow: its expression reads something that this run does not have.',
		'Vergelijk deze instelling zelf in de versiegeschiedenis van de workflow: de expressie leest iets wat deze run niet heeft.',
	),
};
