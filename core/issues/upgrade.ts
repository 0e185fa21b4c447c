import { error } from './define';

/** Codes of bringing workflows to a newer template. `{node}`, `{other}` and `{workflow}` are names of things in n8n. */
export const UPGRADE_ISSUES = {
	UPGRADE_NODE_REMOVED: error(
		'Somebody took the node "{node}" out, and the new template needs it.',
		'Iemand heeft de node "{node}" verwijderd, en de nieuwe template heeft die nodig.',
		'Put the node back from the template of before and upgrade again, or make this customer a new workflow.',
		'Zet de node terug uit de vorige template en werk opnieuw bij, of maak voor deze klant een nieuwe workflow.',
	),
	UPGRADE_NODE_RETIRED: error(
		'The node "{node}" was changed ({settings}), and the new template has no such node.',
		'De node "{node}" is gewijzigd ({settings}), en de nieuwe template heeft zo\'n node niet.',
		'Look whether the desk does what you changed it for. Then upgrade again with What Has No Place on Keep Unconnected or Leave Out.',
		'Kijk of de desk doet waarvoor u de node wijzigde. Werk daarna opnieuw bij met What Has No Place op Keep Unconnected of Leave Out.',
		'Run log, messages and enabling are in the desk now, once for all customers.',
		'Runlog, berichten en inschakelen staan nu in de desk, één keer voor alle klanten.',
	),
	UPGRADE_SETTINGS_STEP: error(
		'The node "{node}" has something that the step {step:settings} cannot take over ({settings}).',
		'De node "{node}" heeft iets wat de stap {step:settings} niet kan overnemen ({settings}).',
		'Set it back to what the template had, upgrade, and set it again in {step:settings}. Nothing was changed.',
		'Zet het terug zoals in de template, werk bij, en stel het daarna in {step:settings} in. Er is niets gewijzigd.',
		'Settings, routes and guards stand in one step now; all of them are carried over, or none.',
		'Instellingen, routes en grenzen staan nu in één stap; ze gaan allemaal mee, of geen.',
	),
	UPGRADE_NODE_ADRIFT: error(
		'The added node "{node}" is connected with "{other}", which the new template no longer has.',
		'De toegevoegde node "{node}" is verbonden met "{other}", die de nieuwe template niet meer heeft.',
		'Connect it with a node that stays, or upgrade again with What Has No Place on Keep Unconnected or Leave Out.',
		'Verbind de node met een node die blijft, of werk opnieuw bij met What Has No Place op Keep Unconnected of Leave Out.',
	),
	UPGRADE_MESSAGE_STEP: error(
		'The node "{node}" is the message step of this customer ("{other}"), and messages now go through the desk.',
		'De node "{node}" is de berichtstap van deze klant ("{other}"), en berichten lopen nu via de desk.',
		'Put your mail or chat node into the desk, at Send message, once for all customers. Then upgrade again with What Has No Place on Keep Unconnected or Leave Out.',
		'Zet uw mail- of chatnode in de desk, bij Send message, één keer voor alle klanten. Werk daarna opnieuw bij met What Has No Place op Keep Unconnected of Leave Out.',
	),
	UPGRADE_REFERENCE_GONE: error(
		'An expression in "{node}" reads "{other}", which the new template no longer has.',
		'Een expressie in "{node}" leest "{other}", die de nieuwe template niet meer heeft.',
		'Write the expression without that node, then upgrade again.',
		'Schrijf de expressie zonder die node en werk daarna opnieuw bij.',
	),
	UPGRADE_REFERENCE_COMPUTED: error(
		'An expression or code in "{node}" works out which node it reads.',
		'Een expressie of code in "{node}" berekent zelf welke node wordt gelezen.',
		"Name the node in it, as in $('Sync Settings'), then upgrade again.",
		"Noem de node erin bij naam, zoals $('Sync Settings'), en werk daarna opnieuw bij.",
	),
	UPGRADE_WIRE_CUT: error(
		'The connection from "{node}" to "{other}" was cut or something was put in between, and the new template goes another way there.',
		'De verbinding van "{node}" naar "{other}" is verbroken of er is iets tussen gezet, en de nieuwe template loopt daar anders.',
		'Connect the two directly again, upgrade, and then make your change in the new workflow.',
		'Verbind de twee weer rechtstreeks, werk bij, en maak uw wijziging daarna in de nieuwe workflow.',
	),
	UPGRADE_VERSION_UNKNOWN: error(
		'The workflow says that it is version {version} of {template}; this package has version {shipped} and does not know that one.',
		'De workflow zegt versie {version} van {template} te zijn; dit pakket heeft versie {shipped} en kent die niet.',
		'Install the newest version of this package, or correct the last line of the note "Overview".',
		'Installeer de nieuwste versie van dit pakket, of verbeter de laatste regel van de notitie "Overview".',
	),
	UPGRADE_DRAFT_OPEN: error(
		'"{workflow}" has changes that are saved and not published.',
		'"{workflow}" heeft wijzigingen die zijn opgeslagen en niet gepubliceerd.',
		'Publish them, or restore the published version from its version history. Then upgrade again.',
		'Publiceer ze, of zet de gepubliceerde versie terug uit de versiegeschiedenis. Werk daarna opnieuw bij.',
		'An upgrade would publish what is not finished, or throw it away.',
		'Bijwerken zou publiceren wat niet af is, of het weggooien.',
	),
	UPGRADE_NO_DESK: error(
		'There is no desk in this n8n, and the new template calls it.',
		'Er is geen desk in deze n8n, en de nieuwe template roept die aan.',
		'Run Start here, or import alleo-desk.json, and publish it. Then upgrade again.',
		'Start Start here, of importeer alleo-desk.json, en publiceer de desk. Werk daarna opnieuw bij.',
	),
	UPGRADE_SEVERAL_DESKS: error(
		'There are several desks in this n8n: {workflows}.',
		'Er zijn meerdere desks in deze n8n: {workflows}.',
		'Archive the ones that no workflow should call. Then upgrade again.',
		'Archiveer de desks die geen workflow moet aanroepen. Werk daarna opnieuw bij.',
	),
	UPGRADE_DESK_OFF: error(
		'The desk "{workflow}" is not published, and n8n publishes no workflow that calls it.',
		'De desk "{workflow}" is niet gepubliceerd, en n8n publiceert geen workflow die de desk aanroept.',
		'Publish the desk. Then upgrade again.',
		'Publiceer de desk. Werk daarna opnieuw bij.',
	),
};
