import type { BilingualText } from '../issues/text';

/** The one sentence on top of an answer. */
export const HEADLINES = {
	notFound: {
		en: 'Nobody was found for "{question}".',
		nl: 'Niemand gevonden voor "{question}".',
	},
	notFoundIncomplete: {
		en: 'Nobody was found for "{question}", but not everything was read.',
		nl: 'Niemand gevonden voor "{question}", maar niet alles is gelezen.',
	},
	notFoundUnknown: {
		en: 'Nobody was found for "{question}", and whether everything was read is not known.',
		nl: 'Niemand gevonden voor "{question}", en of alles is gelezen is niet bekend.',
	},
	mayExist: {
		en: 'Not everything of the HR system was read, so a record may exist.',
		nl: 'Niet alles van het HR-systeem is gelezen, dus er kan een record zijn.',
	},
	hasAccess: {
		en: '{name} has access to Alleo, and nothing changes.',
		nl: '{name} heeft toegang tot Alleo, en er verandert niets.',
	},
	hasAccessUpcoming: {
		en: '{name} has an active account already, though the first day is {date}; nothing changes.',
		nl: '{name} heeft al een actief account, hoewel de eerste dag {date} is; er verandert niets.',
	},
	hasAccessIneligible: {
		en: '{name} has access to Alleo, although: {reason} By the settings this is only reported.',
		nl: '{name} heeft toegang tot Alleo, hoewel: {reason} Volgens de instellingen wordt dit alleen gemeld.',
	},
	updates: {
		en: '{name} has access to Alleo; {count} field(s) would be updated.',
		nl: '{name} heeft toegang tot Alleo; {count} veld(en) zouden worden bijgewerkt.',
	},
	adopts: {
		en: '{name} has access through an account that is not linked to the HR system yet; it would be linked.',
		nl: '{name} heeft toegang via een account dat nog niet aan het HR-systeem is gekoppeld; het zou worden gekoppeld.',
	},
	transfers: {
		en: '{name} keeps access: the account moves along to the new record.',
		nl: '{name} houdt toegang: het account gaat mee naar het nieuwe record.',
	},
	onboards: {
		en: '{name} has no access yet and is to be onboarded.',
		nl: '{name} heeft nog geen toegang en wordt ge-onboard.',
	},
	reactivates: {
		en: '{name} has no access now; the account is to be activated again.',
		nl: '{name} heeft nu geen toegang; het account wordt weer geactiveerd.',
	},
	moves: {
		en: '{name} moves to another Alleo company: the account there is closed, and one is opened in company {company}.',
		nl: '{name} gaat naar een ander Alleo-bedrijf: het account daar sluit, en in bedrijf {company} gaat er een open.',
	},
	offboards: {
		en: '{name} has access now and is to be off-boarded: {reason}',
		nl: '{name} heeft nu toegang en wordt ge-offboard: {reason}',
	},
	noAccess: { en: '{name} gets no access: {reason}', nl: '{name} krijgt geen toegang: {reason}' },
	waits: {
		en: '{name} has no access yet: the first day is {date}.',
		nl: '{name} heeft nog geen toegang: de eerste dag is {date}.',
	},
	heldWithout: {
		en: '{name} is held back and gets no account yet: {reason}',
		nl: '{name} wordt vastgehouden en krijgt nog geen account: {reason}',
	},
	heldActive: {
		en: '{name} is held back; the active account stays as it is: {reason}',
		nl: '{name} wordt vastgehouden; het actieve account blijft zoals het is: {reason}',
	},
	heldInactive: {
		en: '{name} is held back; the account stays inactive: {reason}',
		nl: '{name} wordt vastgehouden; het account blijft inactief: {reason}',
	},
	merged: {
		en: 'This record of {name} ended; the person goes on under record {record}.',
		nl: 'Dit record van {name} is beëindigd; de persoon gaat verder onder record {record}.',
	},
	absent: {
		en: '{name} has access to Alleo but is not in the HR system; that is only reported.',
		nl: '{name} heeft toegang tot Alleo maar staat niet in het HR-systeem; dat wordt alleen gemeld.',
	},
	absentClosed: {
		en: '{name} has no access: the account is inactive, and the HR system has no such record.',
		nl: '{name} heeft geen toegang: het account is inactief, en het HR-systeem heeft zo’n record niet.',
	},
	notManaged: {
		en: '{name} has an {state} Alleo account that this sync does not manage, and no record in the HR system.',
		nl: '{name} heeft een {state} Alleo-account dat niet bij deze synchronisatie hoort, en geen record in het HR-systeem.',
	},
	waitsForApproval: {
		en: 'A person has to approve the plan first.',
		nl: 'Eerst moet een persoon het plan goedkeuren.',
	},
	waitsForGuard: {
		en: 'A guard holds up the whole plan ({guards}).',
		nl: 'Een bewaking houdt het hele plan tegen ({guards}).',
	},
	failed: {
		en: 'The last attempt failed: {message}',
		nl: 'De laatste poging mislukte: {message}',
	},
	skipped: {
		en: 'The last attempt wrote nothing: {message}',
		nl: 'De laatste poging schreef niets: {message}',
	},
	done: { en: 'In the last run: {message}', nl: 'In de laatste run: {message}' },
	rejected: {
		en: 'The last plan was rejected by {approver}.',
		nl: 'Het laatste plan is afgekeurd door {approver}.',
	},
	expired: {
		en: 'The last plan expired before anybody decided.',
		nl: 'Het laatste plan verliep voordat iemand besliste.',
	},
	excluded: {
		en: '{approver} left this change out of the last plan.',
		nl: '{approver} liet deze wijziging weg uit het laatste plan.',
	},
} as const satisfies Record<string, BilingualText>;
