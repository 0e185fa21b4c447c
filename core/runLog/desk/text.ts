import { texts } from '../../ui/texts';

/** What the desk says to people: a subject and a text for each kind of message. */

export const say = texts({
	waits: [
		'{customer}: plan from {system} to Alleo waits for approval',
		'{customer}: plan van {system} naar Alleo wacht op akkoord',
	],
	waitsFile: [
		'{customer}: file with salary and leave waits for approval',
		'{customer}: bestand met salaris en verlof wacht op akkoord',
	],
	numbersFile: [
		'In the file: {update}, held: {hold}, not in the file: {unchanged}.',
		'In het bestand: {update}, vastgehouden: {hold}, niet in het bestand: {unchanged}.',
	],
	numbers: ['In this plan: {counts}.', 'In dit plan: {counts}.'],
	goesOn: [
		'What this is not about goes on without approval: {counts}.',
		'De rest gaat zonder akkoord door: {counts}.',
	],
	decide: [
		'Look at the plan, then approve or reject it: {link} The link is for one decision, as long as the plan is valid. When n8n says that the execution has finished or does not exist, somebody decided already or the time ran out.',
		'Bekijk het plan en keur het goed of af: {link} De link is voor één besluit, zolang het plan geldt. Zegt n8n dat de uitvoering klaar is of niet bestaat, dan is er al beslist of is de tijd voorbij.',
	],
	held: [
		'{customer}: {count} employee(s) wait for a correction in {system}, or a decision',
		'{customer}: {count} medewerker(s) wachten op een correctie in {system}, of een besluit',
	],
	heldOne: ['{id}: {what} {action} ({code})', '{id}: {what} {action} ({code})'],
	heldSince: [
		'{id} (since {since}): {what} {action} ({code})',
		'{id} (sinds {since}): {what} {action} ({code})',
	],
	heldMore: ['and {count} more', 'en nog {count}'],
	failedChanges: [
		'{customer}: {count} change(s) in Alleo failed',
		'{customer}: {count} wijziging(en) in Alleo mislukt',
	],
	failedOne: ['{action} {id}: {what} ({code})', '{action} {id}: {what} ({code})'],
	worksAgain: ['{customer}: the sync works again', '{customer}: de synchronisatie werkt weer'],
	worksAgainText: [
		'What was wrong: {problems}. This run succeeded; applied: {applied}.',
		'Wat er mis was: {problems}. Deze run is gelukt; toegepast: {applied}.',
	],
	notEnabled: [
		'{customer}: the daily sync is still off',
		'{customer}: de dagelijkse synchronisatie staat nog uit',
	],
	stopped: ['{customer}: the run stopped', '{customer}: de run is gestopt'],
	stoppedText: ['{node}: {problem}', '{node}: {problem}'],
	reconnect: [
		'Send the customer this link to connect again. The workflow and its settings stay',
		'Stuur de klant deze link om opnieuw te verbinden. De workflow en de instellingen blijven',
	],
	cut: ['{customer}: an earlier run was cut off', '{customer}: een eerdere run is afgebroken'],
	cutOne: [
		'Started {started} (UTC), cut off while {state}.',
		'Begonnen {started} (UTC), afgebroken bij {state}.',
	],
	cutStarted: ['it was reading and comparing', 'lezen en vergelijken'],
	cutApplying: ['it was writing to Alleo', 'schrijven naar Alleo'],
	cutWaiting: ['its plan waited or was carried out', 'wachten op akkoord of uitvoeren'],
	cutText: [
		'n8n stopped in the middle of it, somebody cancelled it, or it stopped in the editor. What it had written to Alleo stays. The run that starts now compares everything and finishes it.',
		'n8n stopte halverwege, iemand brak hem af, of hij stopte in de editor. Wat al naar Alleo geschreven is, blijft. De run die nu begint vergelijkt alles en maakt het af.',
	],
});
