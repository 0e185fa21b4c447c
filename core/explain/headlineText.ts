import { texts } from '../ui/texts';

/** The one sentence on top of an answer. */
export const headlines = texts({
	notFound: ['Nobody was found for "{question}".', 'Niemand gevonden voor "{question}".'],
	notFoundIncomplete: [
		'Nobody was found for "{question}", but not everything was read.',
		'Niemand gevonden voor "{question}", maar niet alles is gelezen.',
	],
	notFoundUnknown: [
		'Nobody was found for "{question}", and whether everything was read is not known.',
		'Niemand gevonden voor "{question}", en of alles is gelezen is niet bekend.',
	],
	mayExist: [
		'Not everything of the HR system was read, so a record may exist.',
		'Niet alles van het HR-systeem is gelezen, dus er kan een record zijn.',
	],
	hasAccess: [
		'{name} has access to Alleo, and nothing changes.',
		'{name} heeft toegang tot Alleo, en er verandert niets.',
	],
	hasAccessUpcoming: [
		'{name} has an active account already, though the first day is {date}; nothing changes.',
		'{name} heeft al een actief account, hoewel de eerste dag {date} is; er verandert niets.',
	],
	hasAccessLeaving: [
		'{name} left service and has access to Alleo until off-boarded on {date}; nothing changes now.',
		'{name} is uit dienst en heeft toegang tot Alleo tot het offboarden op {date}; nu verandert er niets.',
	],
	hasAccessIneligible: [
		'{name} has access to Alleo, although: {reason} By the settings this is only reported.',
		'{name} heeft toegang tot Alleo, hoewel: {reason} Volgens de instellingen wordt dit alleen gemeld.',
	],
	updates: [
		'{name} has access to Alleo; {count} {count|field|fields} would be updated.',
		'{name} heeft toegang tot Alleo; {count} {count|veld wordt|velden worden} bijgewerkt.',
	],
	adopts: [
		'{name} has access through an account that is not linked to the HR system yet; it would be linked.',
		'{name} heeft toegang via een account dat nog niet aan het HR-systeem is gekoppeld; het zou worden gekoppeld.',
	],
	takesOver: [
		'{name} has access through an account of another system; it would be taken over, once a person approves.',
		'{name} heeft toegang via een account van een ander systeem; het zou worden overgenomen, zodra een persoon dat goedkeurt.',
	],
	transfers: [
		'{name} keeps access: the account moves along to the new record.',
		'{name} houdt toegang: het account gaat mee naar het nieuwe record.',
	],
	onboards: [
		'{name} has no access yet and is to be onboarded.',
		'{name} heeft nog geen toegang en wordt geonboard.',
	],
	reactivates: [
		'{name} has no access now; the account is to be activated again.',
		'{name} heeft nu geen toegang; het account wordt weer geactiveerd.',
	],
	moves: [
		'{name} moves to another Alleo company: the account there is closed, and one is opened in company {company}.',
		'{name} gaat naar een ander Alleo-bedrijf: het account daar sluit, en in bedrijf {company} gaat er een open.',
	],
	offboards: [
		'{name} has access now and is to be off-boarded: {reason}',
		'{name} heeft nu toegang en wordt geoffboard: {reason}',
	],
	noAccess: ['{name} gets no access: {reason}', '{name} krijgt geen toegang: {reason}'],
	waits: [
		'{name} has no access yet: the first day is {date}.',
		'{name} heeft nog geen toegang: de eerste dag is {date}.',
	],
	heldWithout: [
		'{name} is held back and gets no account yet: {reason}',
		'{name} wacht en krijgt nog geen account: {reason}',
	],
	heldActive: [
		'{name} is held back; the active account stays as it is: {reason}',
		'{name} wacht; het actieve account blijft zoals het is: {reason}',
	],
	heldInactive: [
		'{name} is held back; the account stays inactive: {reason}',
		'{name} wacht; het account blijft inactief: {reason}',
	],
	merged: [
		'This record of {name} ended; the person goes on under record {record}.',
		'Dit record van {name} is beëindigd; de persoon gaat verder onder record {record}.',
	],
	absent: [
		'{name} has access to Alleo but is not in the HR system; that is only reported.',
		'{name} heeft toegang tot Alleo maar staat niet in het HR-systeem; dat wordt alleen gemeld.',
	],
	absentClosed: [
		'{name} has no access: the account is inactive, and the HR system has no such record.',
		'{name} heeft geen toegang: het account is inactief, en het HR-systeem heeft zo’n record niet.',
	],
	notManaged: [
		'{name} has an {state} Alleo account that this sync does not manage, and no record in the HR system.',
		'{name} heeft een {state} Alleo-account dat niet bij deze synchronisatie hoort, en geen record in het HR-systeem.',
	],
	waitsForApproval: [
		'A person has to approve the plan first.',
		'Eerst moet een persoon het plan goedkeuren.',
	],
	waitsForGuardPart: [
		'A safety check holds up a part of the changes, this one too: {guards}.',
		'Een controle houdt een deel van de wijzigingen tegen, ook deze: {guards}.',
	],
	waitsForGuard: [
		'A safety check holds up the whole plan: {guards}.',
		'Een controle houdt het hele plan tegen: {guards}.',
	],
	failed: ['The last attempt failed: {message}', 'De laatste poging mislukte: {message}'],
	skipped: [
		'The last attempt wrote nothing: {message}',
		'De laatste poging schreef niets: {message}',
	],
	done: ['In the last run: {message}', 'In de laatste run: {message}'],
	rejected: [
		'The last plan was rejected by {approver}.',
		'Het laatste plan is afgekeurd door {approver}.',
	],
	expired: [
		'The last plan expired before anybody decided.',
		'Het laatste plan verliep voordat iemand besliste.',
	],
	leftOutUntil: [
		'{approver} left this change out until {until}.',
		'{approver} slaat deze wijziging over tot en met {until}.',
	],
	excluded: [
		'{approver} left this change out of the last plan.',
		'{approver} sloeg deze wijziging in het laatste plan over.',
	],
});
