import { guard, hold, reason } from './define';

/** Codes about who is who, where an account and a person meet by number or address. */
export const IDENTITY_ISSUES = {
	ADOPTED_BY_ADDRESS: reason(
		'The Alleo account with this e-mail address has no external id yet and will be linked; there is nothing but the address to compare.',
		'Het Alleo-account met dit e-mailadres heeft nog geen extern id en wordt gekoppeld; er is niets anders dan het adres om te vergelijken.',
		'Find out that it is the same person, then approve; leave the row out if it is somebody else.',
		'Ga na dat het dezelfde persoon is en keur dan goed; laat de regel weg als het iemand anders is.',
	),
	TAKEOVER: guard(
		'The active Alleo account with this e-mail address has the external id of another system; the account is kept and gets the external id of this HR system.',
		'Het actieve Alleo-account met dit e-mailadres heeft het externe id van een ander systeem; het account blijft en krijgt het externe id van dit HR-systeem.',
		'Compare both records of each of these people and approve who is the same person; leave out who is not. Switch the other integration off first, or it writes its id back.',
		'Vergelijk van ieder van deze mensen beide records en keur goed wie dezelfde persoon is; laat weg wie dat niet is. Zet eerst de andere integratie uit, anders schrijft die haar id terug.',
		'Taking over keeps account and budget. Usual cause: another integration made these accounts.',
		'Overnemen behoudt account en budget. Meestal: een andere integratie heeft deze accounts gemaakt.',
	),
	IDENTITY_CHANGED: hold(
		'The Alleo account with this external id is somebody else by birthday and name; the number may have been given to a new person.',
		'Het Alleo-account met dit externe id is naar geboortedatum en naam van iemand anders; het nummer kan aan een nieuwe persoon gegeven zijn.',
		'Answer on the approval page: "Same person" only if the HR system was corrected for the person who has this account. If it is somebody else, give them a number of their own in the HR system and start a new dry run.',
		'Antwoord op de goedkeuringspagina: "Dezelfde persoon" alleen als het HR-systeem is verbeterd voor wie dit account heeft. Is het iemand anders, geef die dan in het HR-systeem een eigen nummer en start een nieuwe proefrun.',
		'Somebody would get, or lose, the account and the budget of another person.',
		'Iemand zou het account en budget van een ander krijgen of kwijtraken.',
	),
	ADOPT_DOUBTFUL: hold(
		'The Alleo account with this e-mail address has no external id, but its birthday or name is that of somebody else.',
		'Het Alleo-account met dit e-mailadres heeft geen extern id, maar de geboortedatum of de naam is die van iemand anders.',
		'Answer on the approval page: "Same person" links that account. Only if it is somebody else, give this person their own e-mail address in the HR system and start a new dry run. Make no second account.',
		'Antwoord op de goedkeuringspagina: "Dezelfde persoon" koppelt dat account. Alleen als het iemand anders is, geeft u deze persoon een eigen e-mailadres in het HR-systeem en start u een nieuwe proefrun. Maak geen tweede account.',
		'An address may have been given to somebody else; two people must never share one account and its budget.',
		'Een adres kan aan iemand anders gegeven zijn; twee mensen mogen nooit één account en budget delen.',
	),
};
