import { error, notice } from './define';

/** Codes about the Alleo credential of one customer. */
export const ALLEO_KEY_ISSUES = {
	SYNC_ALLEO_KEY_ASKED: error(
		'The Alleo keys of this customer were not entered yet.',
		'De Alleo-sleutels van deze klant zijn nog niet ingevuld.',
		'Open alleo_key_url of the invitation, enter the keys, and run this execution again. Nothing was made.',
		'Open alleo_key_url van de uitnodiging, vul de sleutels in en voer deze execution opnieuw uit. Er is niets gemaakt.',
		'The invitation asks for keys of its own, so the wide credential is not used.',
		'De uitnodiging vraagt om eigen sleutels, dus de brede credential wordt niet gebruikt.',
	),
	SYNC_ALLEO_KEY_GONE: error(
		'The Alleo credential of this customer is not in n8n any more.',
		'De Alleo-credential van deze klant staat niet meer in n8n.',
		'Invite the customer again, with new keys or another credential. Nothing was made.',
		'Nodig de klant opnieuw uit, met nieuwe sleutels of een andere credential. Er is niets gemaakt.',
	),
	SYNC_ALLEO_CREDENTIAL_STAYS: notice(
		'The Alleo credential "{credential}" was chosen, not entered, so it stays.',
		'De Alleo-credential "{credential}" is gekozen en niet ingevuld, en blijft dus staan.',
		'Delete it in n8n when nobody else needs it.',
		'Verwijder hem in n8n als niemand anders hem nodig heeft.',
	),
	CONNECT_ALLEO_KEY_REFUSED: error(
		'Alleo does not accept these keys.',
		'Alleo accepteert deze sleutels niet.',
		'Copy both keys again, whole. Nothing was stored.',
		'Kopieer beide sleutels opnieuw, in hun geheel. Er is niets bewaard.',
	),
	CONNECT_ALLEO_COMPANY_UNSEEN: error(
		'These keys do not reach Alleo company {company}.',
		'Deze sleutels kunnen niet bij Alleo-bedrijf {company}.',
		'Check that they are the keys of this customer. Nothing was stored.',
		'Controleer of het de sleutels van deze klant zijn. Er is niets bewaard.',
		'With the keys of somebody else, people would come into the wrong company.',
		'Met sleutels van een ander zouden mensen in het verkeerde bedrijf komen.',
	),
};
