import { guard, hold, reason } from './define';

/** Codes about who is who, where an account and a person meet by number or address. */
export const IDENTITY_ISSUES = {
	ADOPTED_BY_ADDRESS: reason(
		'The Alleo account with this e-mail address has no external id yet and will be linked; there is nothing but the address to compare.',
		'Het Alleo-account met dit e-mailadres heeft nog geen extern id en wordt gekoppeld; er is niets anders dan het adres om te vergelijken.',
		'Find out that it is the same person, then approve; leave the row out if it is somebody else.',
		'Ga na dat het dezelfde persoon is en keur dan goed; sla de regel over als het iemand anders is.',
	),
	TAKEOVER: guard(
		'The active Alleo account with this e-mail address has the external id of another system; the account is kept and gets the external id of this HR system.',
		'Het actieve Alleo-account met dit e-mailadres heeft het externe id van een ander systeem; het account blijft en krijgt het externe id van dit HR-systeem.',
		'Compare both records of each of these people and approve who is the same person; leave out who is not. Switch the other integration off first, or it writes its id back.',
		'Vergelijk van ieder van deze mensen beide records en keur goed wie dezelfde persoon is; sla over wie dat niet is. Zet eerst de andere integratie uit, anders schrijft die haar id terug.',
		'Taking over keeps the account as it is. Usual cause: another integration made these accounts.',
		'Bij overnemen blijft het account zoals het is. Meestal: een andere integratie heeft deze accounts gemaakt.',
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
	POSSIBLE_REHIRE: hold(
		'An inactive Alleo account with the same e-mail address belongs to another or no external id.',
		'Een inactief Alleo-account met hetzelfde e-mailadres hoort bij een ander of geen extern id.',
		'Answer on the approval page: "Same person" re-activates that account. Only if it is somebody else, give this person another e-mail address in the HR system and start a new dry run. Make no second account.',
		'Antwoord op de goedkeuringspagina: "Dezelfde persoon" heractiveert dat account. Alleen als het iemand anders is, geeft u deze persoon een ander e-mailadres in het HR-systeem en start u een nieuwe proefrun. Maak geen tweede account.',
		'This may be the same person coming back, or a re-used address.',
		'Dit kan dezelfde persoon zijn die terugkomt, of een hergebruikt adres.',
	),
	EMAIL_TAKEN: hold(
		'The e-mail address belongs to another Alleo account.',
		'Het e-mailadres hoort bij een ander Alleo-account.',
		'Answer on the approval page where it asks: "Same person" keeps the account and gives it this external id. Only if it is somebody else, give this person their own e-mail address in the HR system and start a new dry run. Leave the other account as it is and make no second one.',
		'Antwoord op de goedkeuringspagina als die het vraagt: "Dezelfde persoon" behoudt het account en geeft het dit externe id. Alleen als het iemand anders is, geeft u deze persoon een eigen e-mailadres in het HR-systeem en start u een nieuwe proefrun. Laat het andere account zoals het is en maak geen tweede.',
		'Two people must never share one account and its budget.',
		'Twee mensen mogen nooit één account en budget delen.',
	),
	EMAIL_OF_LEAVER: hold(
		'The e-mail address is that of a leaver with another or unknown birthday, whose Alleo account still holds it.',
		'Het e-mailadres is van een vertrokken medewerker met een andere of onbekende geboortedatum; diens Alleo-account heeft het nog.',
		'Find out whether the newcomer is the leaver under a new number, and answer on the approval page where it asks. Only if it is somebody else, give the newcomer their own e-mail address in the HR system and start a new dry run.',
		'Ga na of de nieuwe medewerker de vertrokken medewerker is met een nieuw nummer, en antwoord op de goedkeuringspagina als die het vraagt. Alleen als het iemand anders is, geeft u de nieuwe medewerker een eigen e-mailadres in het HR-systeem en start u een nieuwe proefrun.',
		'Somebody else would get the account and the history of the leaver.',
		'Iemand anders zou het account en de geschiedenis van de vertrokken medewerker krijgen.',
	),
	ALLEO_DUPLICATE: hold(
		'{count} Alleo accounts match this person.',
		'{count} Alleo-accounts passen bij deze persoon.',
		'Answer on the approval page where it asks. Otherwise decide in Alleo which account is right (the active one with the budget) and take the external id or the e-mail address off the other one, never off that one.',
		'Antwoord op de goedkeuringspagina als die het vraagt. Bepaal anders in Alleo welk account klopt (het actieve met het budget) en haal het externe id of het e-mailadres van het andere af, nooit van dat account.',
	),
};
