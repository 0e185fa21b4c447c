import { error, notice } from './define';

/** Codes of the desk, which keeps the run log and tells people. */
export const DESK_ISSUES = {
	DESK_CALL_UNREADABLE: error(
		'The desk got a call that it cannot read ({problem}).',
		'De desk kreeg een aanroep die niet te lezen is ({problem}).',
		'Open the node "Desk: …" of the workflow that called and fill in its inputs as the template has them, or upgrade that workflow.',
		'Open de node "Desk: …" van de workflow die aanriep en vul de invoer in zoals de template die heeft, of upgrade die workflow.',
	),
	RUN_CUT: notice(
		'A run has no end in the run log: n8n stopped in the middle of it, somebody cancelled it, or it stopped in the editor.',
		'Een run heeft geen einde in het run log: n8n stopte halverwege, iemand brak hem af, of hij stopte in de editor.',
		'Nothing, where this is rare: the next run compares everything and finishes it. Look at the memory and the restarts of n8n where it comes back.',
		'Niets, als dit zelden voorkomt: de volgende run vergelijkt alles en maakt het af. Kijk naar het geheugen en de herstarts van n8n als het terugkomt.',
	),
	SYNC_DESK_MISSING: error(
		'This n8n has no desk, the workflow that keeps the run log and sends the messages.',
		'Deze n8n heeft geen desk, de workflow die het run log bijhoudt en de berichten stuurt.',
		'Run the workflow "Start here", or import alleo-desk.json and publish it. Then run again.',
		'Start de workflow "Start here", of importeer alleo-desk.json en publiceer die. Start daarna opnieuw.',
	),
	SYNC_DESK_SEVERAL: error(
		'This n8n has several desks: {workflows}.',
		'Deze n8n heeft meerdere desks: {workflows}.',
		'Archive the copies that no workflow calls. Then run again.',
		'Archiveer de kopieën die geen workflow aanroept. Start daarna opnieuw.',
	),
};
