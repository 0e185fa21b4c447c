import type { TextTable } from '../ui/texts';

/** The sentences about the plan: decision, rows, guards, approval, outcome. */
export const PLAN_TEXT = {
	decisionTitle: ['What does the decision table say?', 'Wat zegt de beslistabel?'],
	cell: [
		'HR system: {source}. Alleo: {target}. So: {decision}.',
		'HR-systeem: {source}. Alleo: {target}. Dus: {decision}.',
	],
	special: [
		'HR system: {source}. Alleo: {target}. Another rule goes first: {rule}',
		'HR-systeem: {source}. Alleo: {target}. Een andere regel gaat voor: {rule}',
	],
	severalTargets: ['several accounts match', 'meer accounts passen'],
	ruleMerged: [
		'this record ended and the person goes on under record {record}, so nothing is off-boarded here.',
		'dit record is beëindigd en de persoon gaat verder onder record {record}, dus hier wordt niets geoffboard.',
	],
	absentReported: [
		'HR system: no such record. Alleo: {target}. Absence is no proof that somebody left, so it is only reported.',
		'HR-systeem: geen zo’n record. Alleo: {target}. Ontbreken bewijst niet dat iemand weg is, dus het wordt alleen gemeld.',
	],
	absentDoubted: [
		'This account may belong to somebody on hold, so it is left as it is.',
		'Dit account kan van iemand zijn die wacht, dus het blijft zoals het is.',
	],
	notOurs: [
		'The account has no external id of this HR system, so this sync leaves it alone.',
		'Het account heeft geen extern id van dit HR-systeem, dus deze synchronisatie laat het met rust.',
	],
	otherCompany: [
		'Alleo company {company} is not one of the companies of this sync, so the account is left alone.',
		'Alleo-bedrijf {company} hoort niet bij deze synchronisatie, dus het account wordt met rust gelaten.',
	],

	planTitle: ['What is planned, and why?', 'Wat is er gepland, en waarom?'],
	planNow: ['With the data of now: {what}', 'Met de gegevens van nu: {what}'],
	planOnRecord: [
		'In the plan of {time} ({plan}): {what}',
		'In het plan van {time} ({plan}): {what}',
	],
	planNotInRecord: [
		'The plan of {time} ({plan}) has no row for this person.',
		'Het plan van {time} ({plan}) heeft geen regel voor deze persoon.',
	],
	planNothing: ['nothing is planned.', 'er is niets gepland.'],
	planRow: ['{action}: {reason}', '{action}: {reason}'],
	planInCompany: [
		'{action} in Alleo company {company}: {reason}',
		'{action} in Alleo-bedrijf {company}: {reason}',
	],
	change: ['{field}: {from} → {to}', '{field}: {from} → {to}'],
	changeHidden: ['{field}: changes (not shown)', '{field}: wijzigt (niet getoond)'],
	fieldsSet: ['Fields that are filled: {fields}.', 'Velden die worden gevuld: {fields}.'],
	empty: ['empty', 'leeg'],
	toDo: ['To do: {action}', 'Te doen: {action}'],

	guardsTitle: [
		'Did a safety check stop the plan, and must somebody approve?',
		'Hield een controle het plan tegen, en moet iemand goedkeuren?',
	],
	guardsOf: ['In the plan of {time}:', 'In het plan van {time}:'],
	guardsNone: ['All safety checks are in order.', 'Alle controles zijn in orde.'],
	guardsTripped: [
		'Safety checks that hold up the whole plan: {count}.',
		'Controles die het hele plan tegenhouden: {count}.',
	],
	guardsTrippedPart: [
		'Safety checks that hold up a part of the changes: {count}.',
		'Controles die een deel van de wijzigingen tegenhouden: {count}.',
	],
	splitWaits: [
		'This change is in the part that waits; the rest goes on by itself meanwhile.',
		'Deze wijziging zit in het deel dat wacht; de rest gaat intussen vanzelf door.',
	],
	splitReady: [
		'Other changes wait for approval; this one goes on by itself.',
		'Andere wijzigingen wachten op goedkeuring; deze gaat vanzelf door.',
	],
	guardsLocked: [
		'This plan cannot be approved before that is repaired.',
		'Dit plan kan niet worden goedgekeurd voordat dat is hersteld.',
	],
	approvalNeeded: [
		'A person has to approve the plan first: {because}',
		'Eerst moet een persoon het plan goedkeuren: {because}',
	],
	approvalBecauseGuard: ['A safety check gives a warning.', 'Een controle geeft een waarschuwing.'],
	approvalBecauseTransfer: [
		'Somebody in the plan goes on under a new record (transfer).',
		'Iemand in het plan gaat verder onder een nieuw record (overgang).',
	],
	approvalBecauseMove: [
		'Somebody in the plan goes to another Alleo company (move).',
		'Iemand in het plan gaat naar een ander Alleo-bedrijf (overplaatsen).',
	],
	approvalNotNeeded: [
		'No approval is needed: the next daily run applies the plan.',
		'Goedkeuring is niet nodig: de eerstvolgende dagelijkse run voert het plan uit.',
	],
	approvalEmpty: [
		'There is nothing to approve: the whole plan is empty.',
		'Er valt niets goed te keuren: het hele plan is leeg.',
	],
	guardsNoRow: [
		'The plan has no change for this person, so this holds nothing up here.',
		'Het plan heeft geen wijziging voor deze persoon, dus hier houdt dit niets op.',
	],

	approvalTitle: ['Who decided?', 'Wie besliste?'],
	approvedBy: ['Approved by {approver} on {time}.', 'Goedgekeurd door {approver} op {time}.'],
	rejectedBy: ['Rejected by {approver} on {time}.', 'Afgewezen door {approver} op {time}.'],
	expiredOn: [
		'Nobody decided in time; the plan expired and nothing was written ({time}).',
		'Niemand besliste op tijd; het plan verliep en er is niets geschreven ({time}).',
	],
	excludedBy: [
		'{approver} left this change out on {time}.',
		'{approver} sloeg deze wijziging over op {time}.',
	],
	leftOutUntil: [
		'{approver} left this change out on {time}, until and including {until}.',
		'{approver} sloeg deze wijziging over op {time}, tot en met {until}.',
	],
	seenBefore: [
		'The same change stood in an earlier plan, which was decided on {time}.',
		'Dezelfde wijziging stond in een eerder plan, waarover op {time} is beslist.',
	],
	answeredSame: [
		'{approver} answered "same person" on {time}.',
		'{approver} antwoordde op {time} "dezelfde persoon".',
	],
	answeredOther: [
		'{approver} answered "somebody else" on {time}; nothing is changed.',
		'{approver} antwoordde op {time} "iemand anders"; er wijzigt niets.',
	],
	comment: ['Comment: {comment}', 'Opmerking: {comment}'],
	excludedReason: ['Reason: {reason}', 'Reden: {reason}'],
	notDecided: ['No decision of that plan came in.', 'Er kwam geen besluit over dat plan binnen.'],
	stillWaits: [
		'Nobody decided about this change yet: it still waits.',
		'Over deze wijziging is nog niet beslist: zij wacht nog.',
	],
	nothingToDecide: [
		'Nothing to decide for this person in the rows that came in.',
		'In de binnengekomen regels valt voor deze persoon niets te beslissen.',
	],

	outcomeTitle: ['What did Alleo answer?', 'Wat antwoordde Alleo?'],
	outcomeLine: ['{action}: {message}', '{action}: {message}'],
	outcomeNone: [
		'No outcomes of that run came in.',
		'Er kwamen geen uitkomsten van die run binnen.',
	],
	nothingWritten: [
		'Nothing was written for this person.',
		'Voor deze persoon is niets geschreven.',
	],
	httpStatus: ['HTTP status {status}.', 'HTTP-status {status}.'],
	requestId: ['Request id for Alleo: {id}.', 'Aanvraag-id voor Alleo: {id}.'],
	unreadable: [
		'{count} {count|item|items} on "Plan and Outcomes" could not be read and {count|is|are} left out.',
		'{count} {count|item|items} op "Plan and Outcomes" {count|is|zijn} onleesbaar en {count|telt|tellen} niet mee.',
	],
} as const satisfies TextTable;
