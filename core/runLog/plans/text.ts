import type { Language } from '../../issues';
import { texts } from '../../ui/texts';
import type { RowOnRecord } from './rows';

/** The words of the permanent page of a plan. */

export const say = texts({
	product: ['Alleo sync', 'Alleo-synchronisatie'],
	plan: ['Plan of {day}', 'Plan van {day}'],
	theirs: ['This plan waits for a decision', 'Dit plan wacht op een besluit'],
	theirsText: [
		'{who} asked for it and decides in the name of the login, on the page of the form of the dry run. Nothing has been changed in Alleo.',
		'{who} heeft het aangevraagd en beslist onder de eigen inlognaam, via de pagina van het proefrunformulier. Er is niets gewijzigd in Alleo.',
	],
	superseded: ['There is a newer plan', 'Er is een nieuwer plan'],
	supersededText: [
		'Nobody decided on this one, and it can no longer be approved: what it shows may be out of date. It changed nothing in Alleo.',
		'Over dit plan is niet beslist en het kan niet meer worden goedgekeurd: het kan verouderd zijn. Het heeft niets gewijzigd in Alleo.',
	],
	toNewer: ['Open the newer plan', 'Open het nieuwere plan'],
	applying: ['This plan is being carried out', 'Dit plan wordt nu uitgevoerd'],
	applyingText: [
		'Load this page again in a minute to see what became of each row.',
		'Laad deze pagina over een minuut opnieuw om te zien wat er van elke regel is geworden.',
	],
	applied: ['This plan was carried out', 'Dit plan is uitgevoerd'],
	appliedText: ['Every change was made in Alleo.', 'Alle wijzigingen zijn doorgevoerd in Alleo.'],
	partly: ['This plan was carried out in part', 'Dit plan is gedeeltelijk uitgevoerd'],
	partlyText: [
		'What failed stands first, with the reason. The next run compares again and proposes it anew.',
		'Wat mislukte staat bovenaan, met de reden. De volgende run vergelijkt opnieuw en stelt het weer voor.',
	],
	rejected: ['This plan was rejected', 'Dit plan is afgewezen'],
	rejectedText: ['Nothing was changed in Alleo.', 'Er is niets gewijzigd in Alleo.'],
	expired: ['This plan expired', 'Dit plan is verlopen'],
	expiredText: [
		'Nobody decided in time, and nothing was changed in Alleo. The next run makes a new plan.',
		'Er is niet op tijd beslist en er is niets gewijzigd in Alleo. De volgende run maakt een nieuw plan.',
	],
	stopped: ['The run of this plan stopped', 'De run van dit plan is gestopt'],
	stoppedText: [
		'What had been written to Alleo by then stays. The next run compares everything and finishes it.',
		'Wat op dat moment al naar Alleo geschreven was, blijft. De volgende run vergelijkt alles en maakt het af.',
	],
	stoppedAt: ['It stopped at: {problems}.', 'Gestopt bij: {problems}.'],
	nothing: ['There was nothing to do', 'Er was niets te doen'],
	nothingText: ['Alleo was in step already.', 'Alleo liep al gelijk.'],
	over: ['This plan no longer waits', 'Dit plan wacht niet meer'],
	overText: [
		'How it ended was not written down: the run was stopped or deleted in n8n. The newest run shows the present state.',
		'Hoe het afliep is niet vastgelegd: de run is gestopt of verwijderd in n8n. De nieuwste run laat de huidige stand zien.',
	],
	unknown: ['This link is not valid', 'Deze link is niet geldig'],
	unknownText: [
		'It is not complete, or it was changed. Use the link as it stands in the message, or open the plan from the page of all customers.',
		'Hij is niet compleet of is gewijzigd. Gebruik de link zoals die in het bericht staat, of open het plan via de pagina met alle klanten.',
	],
	gone: ['This plan is no longer kept', 'Dit plan wordt niet meer bewaard'],
	goneText: [
		'Plans are kept for a limited time, since they name people. The run log still has the numbers.',
		'Plannen worden een beperkte tijd bewaard, omdat er namen in staan. Het run log heeft de aantallen nog.',
	],
	unread: ['This page cannot be shown right now', 'Deze pagina kan nu niet worden getoond'],
	unreadText: [
		'The plans could not be read. Try again in a few minutes.',
		'De plannen konden niet worden gelezen. Probeer het over een paar minuten opnieuw.',
	],
	decidedBy: ['Decided by', 'Besloten door'],
	askedBy: ['Asked for by', 'Aangevraagd door'],
	decidedAt: ['Decided at', 'Besloten op'],
	comment: ['Comment', 'Opmerking'],
	madeAt: ['Made', 'Gemaakt'],
	finishedAt: ['Ended', 'Afgerond'],
	referenceDate: ['Reference date', 'Peildatum'],
	planId: ['Plan', 'Plan'],
	people: ['People in this plan', 'Medewerkers in dit plan'],
	name: ['Name', 'Naam'],
	action: ['Action', 'Actie'],
	result: ['Result', 'Resultaat'],
	why: ['Why', 'Reden'],
	details: ['Details', 'Details'],
	unnamed: ['No name', 'Geen naam'],
	failuresOnly: [
		'This plan has too many rows to keep them all: only what failed or was passed over is shown.',
		'Dit plan heeft te veel regels om ze allemaal te bewaren: alleen wat mislukte of is overgeslagen staat hier.',
	],
	rowsUnknown: [
		'The rows of this plan were not kept.',
		'De regels van dit plan zijn niet bewaard.',
	],
	wasApplied: ['Done', 'Gedaan'],
	wasAlready: ['Was so already', 'Was al zo'],
	wasSkipped: ['Passed over', 'Overgeslagen'],
	wasFailed: ['Failed', 'Mislukt'],
	wasLeftOut: ['Left out', 'Weggelaten'],
	notDone: ['Not carried out', 'Niet uitgevoerd'],
	stillHeld: ['On hold', 'Wacht'],
	toCome: ['To be carried out', 'Nog uit te voeren'],
});

const kinds = texts({
	takeover: ['Take over', 'Overnemen'],
	move: ['Move', 'Overplaatsen'],
	deactivate: ['Off-board', 'Offboarden'],
	hold: ['Hold', 'Wacht'],
	reactivate: ['Re-activate', 'Heractiveren'],
	create: ['Onboard', 'Onboarden'],
	update: ['Update', 'Bijwerken'],
});

export const kindWord = (kind: RowOnRecord['action'], language: Language): string =>
	kinds(language)(kind);
