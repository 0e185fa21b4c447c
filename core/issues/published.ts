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
		'Use Try the Mapping and a dry run; comparing works from the first published version on.',
		'Gebruik Try the Mapping en een proefrun; vergelijken kan vanaf de eerste gepubliceerde versie.',
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
		'There is nothing to compare with. Use Try the Mapping for the draft, and look at the plan of a dry run before publishing.',
		'Er is niets om mee te vergelijken. Gebruik Try the Mapping voor het concept en bekijk het plan van een proefrun voor u publiceert.',
	),
	PUBLISHED_SETTING_NOT_COMPARED: notice(
		'"{setting}" of the published version cannot be worked out here; the value of the draft was used for both.',
		'"{setting}" van de gepubliceerde versie is hier niet te berekenen; voor beide is de waarde van het concept gebruikt.',
		'Compare this setting yourself in the version history of the workflow: its expression reads something that this run does not have.',
		'Vergelijk deze instelling zelf in de versiegeschiedenis van de workflow: de expressie leest iets wat deze run niet heeft.',
	),
};
