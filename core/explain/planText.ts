import type { BilingualText } from '../issues/define';

/** The sentences about the plan: decision, rows, guards, approval, outcome. */
export const PLAN_TEXT = {
	decisionTitle: { en: 'What does the decision table say?', nl: 'Wat zegt de beslistabel?' },
	cell: {
		en: 'HR system: {source}. Alleo: {target}. So: {decision}.',
		nl: 'HR-systeem: {source}. Alleo: {target}. Dus: {decision}.',
	},
	special: {
		en: 'HR system: {source}. Alleo: {target}. Another rule goes first: {rule}',
		nl: 'HR-systeem: {source}. Alleo: {target}. Een andere regel gaat voor: {rule}',
	},
	severalTargets: { en: 'several accounts match', nl: 'meer accounts passen' },
	ruleMerged: {
		en: 'this record ended and the person goes on under record {record}, so nothing is off-boarded here.',
		nl: 'dit record is beëindigd en de persoon gaat verder onder record {record}, dus hier wordt niets ge-offboard.',
	},
	absentReported: {
		en: 'HR system: no such record. Alleo: {target}. Absence is no proof that somebody left, so it is only reported.',
		nl: 'HR-systeem: geen zo’n record. Alleo: {target}. Ontbreken bewijst niet dat iemand weg is, dus het wordt alleen gemeld.',
	},
	absentDoubted: {
		en: 'A held person may be the owner of this account, so it is left as it is.',
		nl: 'Een vastgehouden persoon kan de eigenaar van dit account zijn, dus het blijft zoals het is.',
	},
	notOurs: {
		en: 'The account has no external id of this HR system, so this sync leaves it alone.',
		nl: 'Het account heeft geen extern id van dit HR-systeem, dus deze synchronisatie laat het met rust.',
	},
	otherCompany: {
		en: 'Alleo company {company} is not one of the companies of this sync, so the account is left alone.',
		nl: 'Alleo-bedrijf {company} hoort niet bij deze synchronisatie, dus het account wordt met rust gelaten.',
	},

	planTitle: { en: 'What is planned, and why?', nl: 'Wat is er gepland, en waarom?' },
	planNow: { en: 'With the data of now: {what}', nl: 'Met de gegevens van nu: {what}' },
	planOnRecord: {
		en: 'In the plan of {time} ({plan}): {what}',
		nl: 'In het plan van {time} ({plan}): {what}',
	},
	planNotInRecord: {
		en: 'The plan of {time} ({plan}) has no row for this person.',
		nl: 'Het plan van {time} ({plan}) heeft geen regel voor deze persoon.',
	},
	planNothing: { en: 'nothing is planned.', nl: 'er is niets gepland.' },
	planRow: { en: '{action}: {reason}', nl: '{action}: {reason}' },
	planInCompany: {
		en: '{action} in Alleo company {company}: {reason}',
		nl: '{action} in Alleo-bedrijf {company}: {reason}',
	},
	change: { en: '{field}: {from} → {to}', nl: '{field}: {from} → {to}' },
	changeHidden: { en: '{field}: changes (not shown)', nl: '{field}: wijzigt (niet getoond)' },
	fieldsSet: { en: 'Fields that are filled: {fields}.', nl: 'Velden die worden gevuld: {fields}.' },
	empty: { en: 'empty', nl: 'leeg' },
	toDo: { en: 'To do: {action}', nl: 'Te doen: {action}' },
	create: { en: 'Onboard', nl: 'Onboarden' },
	update: { en: 'Update', nl: 'Bijwerken' },
	reactivate: { en: 'Re-activate', nl: 'Heractiveren' },
	deactivate: { en: 'Off-board', nl: 'Offboarden' },
	hold: { en: 'Hold', nl: 'Vasthouden' },

	guardsTitle: {
		en: 'Did a guard stop the plan, and must somebody approve?',
		nl: 'Hield een bewaking het plan tegen, en moet iemand goedkeuren?',
	},
	guardsOf: { en: 'In the plan of {time}:', nl: 'In het plan van {time}:' },
	guardsNone: { en: 'No guard tripped.', nl: 'Geen enkele bewaking ging af.' },
	guardsTripped: {
		en: 'Guards that hold up the whole plan: {count}.',
		nl: 'Bewakingen die het hele plan tegenhouden: {count}.',
	},
	guardsLocked: {
		en: 'This plan cannot be approved before that is repaired.',
		nl: 'Dit plan kan niet worden goedgekeurd voordat dat is hersteld.',
	},
	approvalNeeded: {
		en: 'A person has to approve the plan first: {because}',
		nl: 'Eerst moet een persoon het plan goedkeuren: {because}',
	},
	approvalBecauseGuard: { en: 'A guard tripped.', nl: 'Er ging een bewaking af.' },
	approvalBecauseTransfer: {
		en: 'Somebody in the plan goes on under a new record (transfer).',
		nl: 'Iemand in het plan gaat verder onder een nieuw record (overgang).',
	},
	approvalBecauseMove: {
		en: 'Somebody in the plan goes to another Alleo company (move).',
		nl: 'Iemand in het plan gaat naar een ander Alleo-bedrijf (verhuizing).',
	},
	approvalNotNeeded: {
		en: 'No approval is needed: the next daily run applies the plan.',
		nl: 'Goedkeuring is niet nodig: de eerstvolgende dagelijkse run voert het plan uit.',
	},
	approvalEmpty: {
		en: 'There is nothing to approve: the whole plan is empty.',
		nl: 'Er valt niets goed te keuren: het hele plan is leeg.',
	},
	guardsNoRow: {
		en: 'The plan has no change for this person, so this holds nothing up here.',
		nl: 'Het plan heeft geen wijziging voor deze persoon, dus hier houdt dit niets op.',
	},

	approvalTitle: { en: 'Who decided?', nl: 'Wie besliste?' },
	approvedBy: {
		en: 'Approved by {approver} on {time}.',
		nl: 'Goedgekeurd door {approver} op {time}.',
	},
	rejectedBy: {
		en: 'Rejected by {approver} on {time}.',
		nl: 'Afgekeurd door {approver} op {time}.',
	},
	expiredOn: {
		en: 'Nobody decided in time; the plan expired and nothing was written ({time}).',
		nl: 'Niemand besliste op tijd; het plan verliep en er is niets geschreven ({time}).',
	},
	excludedBy: {
		en: '{approver} left this change out on {time}.',
		nl: '{approver} liet deze wijziging weg op {time}.',
	},
	comment: { en: 'Comment: {comment}', nl: 'Opmerking: {comment}' },
	excludedReason: { en: 'Reason: {reason}', nl: 'Reden: {reason}' },
	notDecided: {
		en: 'No decision about this change came in: it still waits, or the decided rows are not connected.',
		nl: 'Er kwam geen besluit over deze wijziging binnen: zij wacht nog, of de besliste regels zijn niet verbonden.',
	},
	nothingToDecide: {
		en: 'Nothing to decide for this person in the rows that came in.',
		nl: 'In de binnengekomen regels valt voor deze persoon niets te beslissen.',
	},

	outcomeTitle: { en: 'What did Alleo answer?', nl: 'Wat antwoordde Alleo?' },
	outcomeLine: { en: '{action}: {message}', nl: '{action}: {message}' },
	outcomeNone: {
		en: 'No outcome for this person came in: nothing was written, or the outcomes are not connected.',
		nl: 'Er kwam geen uitkomst voor deze persoon binnen: er is niets geschreven, of de uitkomsten zijn niet verbonden.',
	},
	httpStatus: { en: 'HTTP status {status}.', nl: 'HTTP-status {status}.' },
	requestId: { en: 'Request id for Alleo: {id}.', nl: 'Aanvraag-id voor Alleo: {id}.' },
	unreadable: {
		en: '{count} item(s) on "Plan and Outcomes" were not understood and are left out.',
		nl: '{count} item(s) op "Plan and Outcomes" zijn niet begrepen en weggelaten.',
	},
} as const satisfies Record<string, BilingualText>;
