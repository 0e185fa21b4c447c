import { texts } from '../../ui/texts';
import type { Pair } from '../../ui/texts';
import type { InboxKind } from '../../model/inbox';

/** The words of the page of the inbox; what went wrong is in the catalogue of codes. */

export const say = texts({
	title: ['Questions about {customer}', 'Vragen over {customer}'],
	intro: [
		'Each answer counts for everybody who has that value, from the next run on. It approves nothing: what follows from it stands in a plan first, with the same limits and the same approval.',
		'Een antwoord geldt voor iedereen met die waarde, vanaf de volgende run. Er wordt niets mee goedgekeurd: wat eruit volgt staat eerst in een plan, met dezelfde limieten en hetzelfde akkoord.',
	],
	as: ['You answer as {name}.', 'U antwoordt als {name}.'],
	name: ['Your name', 'Uw naam'],
	nameMissing: [
		'Fill in your name: it is kept with the answers.',
		'Vul uw naam in: die wordt bij de antwoorden bewaard.',
	],
	open: ['To answer ({count})', 'Te beantwoorden ({count})'],
	none: ['There is nothing to answer now.', 'Er is nu niets te beantwoorden.'],
	answered: ['Answered ({count})', 'Beantwoord ({count})'],
	gone: ['Nobody has these values any more ({count})', 'Niemand heeft deze waarden nog ({count})'],
	people: ['{count} people', '{count} mensen'],
	onePerson: ['1 person', '1 persoon'],
	notYet: ['not answered', 'niet beantwoord'],
	takeBack: ['take the answer back', 'antwoord intrekken'],
	save: ['Save the answers', 'Antwoorden bewaren'],
	saved: [
		'{count} {count|answer|answers} kept. {count|It counts|They count} from the next run of the sync on; a plan that waits now stays as it is. To see what follows now, start a dry run.',
		'{count} {count|antwoord|antwoorden} bewaard. {count|Het geldt|Ze gelden} vanaf de volgende run van de synchronisatie; een plan dat nu wacht, blijft zoals het is. Wilt u meteen zien wat eruit volgt, start dan een proefrun.',
	],
	savedNothing: ['Nothing was changed.', 'Er is niets gewijzigd.'],
	by: ['{answer}, by {name} on {at}', '{answer}, door {name} op {at}'],
	before: ['Earlier answers', 'Eerdere antwoorden'],
	noCompanies: [
		'Which Alleo companies there are is not known here: choose the Alleo credential in the step Sync Settings of this customer and make a plan.',
		'Welke Alleo-bedrijven er zijn, is hier niet bekend: kies de Alleo-credential in de stap Sync Settings van deze klant en maak een plan.',
	],
	targetGone: [
		'The answer leads to Alleo company {company}, which is not there any more. It does not count: answer again.',
		'Het antwoord leidt naar Alleo-bedrijf {company}, en dat is er niet meer. Het telt niet: antwoord opnieuw.',
	],
	choose: ['Choose …', 'Kies …'],
	problem: ['This page cannot be shown', 'Deze pagina kan niet worden getoond'],
	onPlan: [
		'Decided once, for everybody with that value. An answer counts from the next plan on; this one stays as it is.',
		'Eén keer te beslissen, voor iedereen met die waarde. Een antwoord geldt vanaf het volgende plan; dit plan blijft zoals het is.',
	],
	answer: ['Answer the questions', 'De vragen beantwoorden'],
	fromFleet: [
		'The page with all customers leads to the questions of this one.',
		'De pagina met alle klanten leidt naar de vragen van deze klant.',
	],
	more: ['and {count} more', 'en nog {count}'],
	questionOne: ['1 question', '1 vraag'],
	toAnswer: [
		'Answer {count} {count|question|questions}',
		'{count} {count|vraag|vragen} beantwoorden',
	],
	questionMany: ['{count} questions', '{count} vragen'],
});

/** What kind of value it is, above the value. */
export const kindWord = texts({
	group: ['A group that Alleo does not have', 'Een groep die Alleo niet heeft'],
	filter: [
		'A value of alleo_filter without an Alleo company',
		'Een waarde van alleo_filter zonder Alleo-bedrijf',
	],
	access: [
		'A word in the access field that is neither yes nor no',
		'Een woord in het toegangsveld dat geen ja en geen nee is',
	],
	column: ['A field that looks like one for Alleo', 'Een veld dat op een veld voor Alleo lijkt'],
	wageComponent: [
		'A wage component without a column in the file',
		'Een looncomponent zonder kolom in het bestand',
	],
	leaveGroup: [
		'A kind of leave without a column in the file',
		'Een verlofsoort zonder kolom in het bestand',
	],
} as const satisfies Record<InboxKind, Pair>);

/** What it does until somebody answers: the keys of EFFECTS (core/approval/inbox/merge.ts). */
export const EFFECT_TEXTS = {
	withoutGroup: [
		'Until it is answered these people keep the group that they have in Alleo; a new account gets none.',
		'Tot er een antwoord is, houden deze mensen hun groep in Alleo; een nieuw account krijgt er geen.',
	],
	held: [
		'These people wait until it is answered; nothing happens to their accounts.',
		'Deze mensen wachten tot er een antwoord is; met hun account gebeurt niets.',
	],
	notRead: [
		'Until it is answered the field decides nothing.',
		'Tot er een antwoord is, beslist dit veld niets.',
	],
	notInFile: [
		'Until it is answered it is not in the file.',
		'Tot er een antwoord is, staat dit niet in het bestand.',
	],
} as const satisfies Record<string, Pair>;

export const effectText = texts(EFFECT_TEXTS);

/** What can be answered. */
export const replyText = texts({
	toGroup: ['group "{name}"', 'groep "{name}"'],
	toCompany: ['Alleo company "{name}"', 'Alleo-bedrijf "{name}"'],
	toYes: ['means yes: {people} get access', 'betekent ja: {people} krijgen toegang'],
	toNo: ['means no: {people} get no access', 'betekent nee: {people} krijgen geen toegang'],
	toField: ['this is {name}', 'dit is {name}'],
	statutory: ['statutory leave', 'wettelijk verlof'],
	nonStatutory: ['leave on top of the law', 'bovenwettelijk verlof'],
	primaryAccrual: ['primary salary source: accrual', 'eerste salarisbron: opbouw'],
	primaryBalance: ['primary salary source: balance', 'eerste salarisbron: saldo'],
	secondaryAccrual: ['secondary salary source: accrual', 'tweede salarisbron: opbouw'],
	secondaryBalance: ['secondary salary source: balance', 'tweede salarisbron: saldo'],
	none: ['no group', 'geen groep'],
	ignore: ['leave it alone', 'niets mee doen'],
	hold: ['keep them waiting', 'laten wachten'],
});
