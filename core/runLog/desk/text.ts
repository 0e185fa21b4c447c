import { texts } from '../../ui/texts';

/** What the desk says to people: a subject and a text for each kind of message. */

export const say = texts({
	waits: [
		'{customer}: a plan from {system} to Alleo waits for a decision',
		'{customer}: een plan van {system} naar Alleo wacht op een besluit',
	],
	waitsBudgets: [
		'{customer}: a file with budgets waits for a decision',
		'{customer}: een bestand met budgetten wacht op een besluit',
	],
	waitsSalaryLeave: [
		'{customer}: a file with salary and leave waits for a decision',
		'{customer}: een bestand met salaris en verlof wacht op een besluit',
	],
	numbersFile: [
		'In the file: {update}. On hold: {hold}. Not in the file: {unchanged}.',
		'In het bestand: {update}. Wacht: {hold}. Niet in het bestand: {unchanged}.',
	],
	numbers: ['In this plan: {counts}.', 'In dit plan: {counts}.'],
	goesOn: [
		'What has nothing to do with it goes on without a decision: {counts}.',
		'Wat er los van staat gaat door zonder besluit: {counts}.',
	],
	decide: [
		'Look at the plan, then approve or reject it: {link}',
		'Bekijk het plan en keur het goed of af: {link}',
	],
	decideUntil: [
		'You can decide until {until}. Nothing changes in Alleo before that.',
		'U kunt beslissen tot {until}. Tot u beslist verandert er niets in Alleo.',
	],

	questions: [
		'{count} {count|question waits|questions wait} for an answer. One answer counts for everybody with that value: {link}',
		'Er {count|wacht|wachten} {count} {count|vraag|vragen} op een antwoord. Eén antwoord geldt voor iedereen met die waarde: {link}',
	],
	questionsNoLink: [
		'{count} {count|question waits|questions wait} for an answer. One answer counts for everybody with that value; the page with all customers leads there.',
		'Er {count|wacht|wachten} {count} {count|vraag|vragen} op een antwoord. Eén antwoord geldt voor iedereen met die waarde; de pagina met alle klanten leidt erheen.',
	],

	heldOne: [
		'{customer}: 1 employee waits for a correction in {system}, or a decision',
		'{customer}: 1 medewerker wacht op een correctie in {system}, of een besluit',
	],
	heldMany: [
		'{customer}: {count} employees wait for a correction in {system}, or a decision',
		'{customer}: {count} medewerkers wachten op een correctie in {system}, of een besluit',
	],
	heldCause: ['{what} {action} ({code})', '{what} {action} ({code})'],
	heldOf: ['- {who}', '- {who}'],
	heldSince: ['{who}, since {since}', '{who}, sinds {since}'],
	heldWhy: ['- {who}. Why: {link}', '- {who}. Waarom: {link}'],
	thePlan: ['The whole plan: {link}', 'Het hele plan: {link}'],
	more: ['And {count} more.', 'En nog {count}.'],
	alreadyHeldOne: ['1 other waits as before.', '1 ander wacht nog, zoals eerder gemeld.'],
	alreadyHeld: [
		'{count} others wait as before.',
		'{count} anderen wachten nog, zoals eerder gemeld.',
	],

	failedOne: ['{customer}: 1 change in Alleo failed', '{customer}: 1 wijziging in Alleo mislukt'],
	failedMany: [
		'{customer}: {count} changes in Alleo failed',
		'{customer}: {count} wijzigingen in Alleo mislukt',
	],
	failedLine: ['{action} {who}: {what} ({code})', '{action} {who}: {what} ({code})'],

	doneOne: [
		'{customer}: 1 change carried out in Alleo',
		'{customer}: 1 wijziging doorgevoerd in Alleo',
	],
	doneMany: [
		'{customer}: {count} changes carried out in Alleo',
		'{customer}: {count} wijzigingen doorgevoerd in Alleo',
	],
	doneNone: [
		'{customer}: the plan was carried out, nothing had to change in Alleo',
		'{customer}: het plan is uitgevoerd, in Alleo hoefde niets te wijzigen',
	],
	doneBudgets: [
		'{customer}: the file with budgets is approved',
		'{customer}: het bestand met budgetten is goedgekeurd',
	],
	doneSalaryLeave: [
		'{customer}: the file with salary and leave is approved',
		'{customer}: het bestand met salaris en verlof is goedgekeurd',
	],
	appliedNumbers: ['Carried out: {counts}.', 'Doorgevoerd: {counts}.'],
	alreadySo: ['Already so in Alleo: {count}.', 'Stond al zo in Alleo: {count}.'],
	skipped: [
		'Not carried out, each with its reason in the plan: {count}.',
		'Niet doorgevoerd, met de reden bij elke regel van het plan: {count}.',
	],
	stillHeld: ['On hold: {count}.', 'Wacht: {count}.'],
	excluded: ['Left out by the approver: {count}.', 'Overgeslagen bij het goedkeuren: {count}.'],
	failedToo: ['Failed: {count}.', 'Mislukt: {count}.'],
	approvedBy: ['Approved by {who} on {when}.', 'Goedgekeurd door {who} op {when}.'],
	itself: [
		'Nobody had to decide on it: no check asked for that.',
		'Hier hoefde niemand over te beslissen: geen enkele controle vroeg daarom.',
	],
	rejected: [
		'{customer}: the plan was rejected, nothing was changed',
		'{customer}: het plan is afgewezen, er is niets gewijzigd',
	],
	rejectedBy: ['Rejected by {who} on {when}.', 'Afgewezen door {who} op {when}.'],
	comment: ['Comment: {comment}', 'Opmerking: {comment}'],
	expired: [
		'{customer}: nobody decided on the plan, nothing was changed',
		'{customer}: niemand heeft over het plan beslist, er is niets gewijzigd',
	],
	expiredText: [
		'The plan is no longer valid. The next run makes a new one.',
		'Het plan is niet meer geldig. De volgende run maakt een nieuw plan.',
	],
	result: ['The plan and its result: {link}', 'Het plan en het resultaat: {link}'],

	worksAgain: ['{customer}: the sync works again', '{customer}: de synchronisatie werkt weer'],
	worksAgainText: ['What was wrong: {problems}', 'Wat er mis was: {problems}'],
	nothingToDo: [
		'This run went well; nothing had to change in Alleo.',
		'Deze run is gelukt; in Alleo hoefde niets te wijzigen.',
	],
	notEnabled: [
		'{customer}: the daily sync is still off',
		'{customer}: de dagelijkse synchronisatie staat nog uit',
	],

	stopped: ['{customer}: the run stopped', '{customer}: de run is gestopt'],
	stoppedAt: [
		'It stopped at the step "{node}". Nothing else was done.',
		'De run stopte bij de stap "{node}". Daarna is er niets meer gedaan.',
	],
	stoppedBefore: ['It stopped before its first step.', 'De run stopte al voor de eerste stap.'],
	stoppedSays: ['n8n says: {problem}', 'n8n meldt: {problem}'],
	theRun: ['The run in n8n: {link}', 'De run in n8n: {link}'],
	lost: [
		'{customer}: the access to {system} has ended',
		'{customer}: de toegang tot {system} is beëindigd',
	],
	lostText: [
		'Until the customer connects again no run can read {system}. Nobody is off-boarded because of it.',
		'Zolang de klant niet opnieuw verbindt, kan geen run {system} lezen. Niemand wordt daardoor geoffboard.',
	],
	reconnect: [
		'Send the customer this link to connect again. The workflow and its settings stay',
		'Stuur de klant deze link om opnieuw te verbinden. De workflow en de instellingen blijven',
	],

	theRuns: ['The runs in n8n: {link}', 'De runs in n8n: {link}'],
	cut: ['{customer}: an earlier run was cut off', '{customer}: een eerdere run is afgebroken'],
	cutOne: [
		'Started on {started}, cut off while {state}.',
		'Begonnen op {started}, afgebroken bij {state}.',
	],
	cutStarted: ['it was reading and comparing', 'lezen en vergelijken'],
	cutApplying: ['it was writing to Alleo', 'schrijven naar Alleo'],
	cutWaiting: ['its plan waited or was carried out', 'wachten op een besluit, of uitvoeren'],
	cutText: [
		'n8n stopped in the middle of it, or somebody ended it. What it had written to Alleo stays. The run that starts now compares everything and finishes it.',
		'n8n stopte halverwege, of iemand beëindigde hem. Wat al naar Alleo geschreven is, blijft. De run die nu begint vergelijkt alles en maakt het af.',
	],
});
