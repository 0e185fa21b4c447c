import { error, notice } from './define';

/** Codes of the instance's own API, of invitations and of connecting a customer. `{what}`, `{scope}` and the like are names of n8n, never of people. */
export const CONNECT_ISSUES = {
	POSTED_FROM_ELSEWHERE: error(
		'This was not sent from this page.',
		'Dit is niet vanaf deze pagina verstuurd.',
		'Close the website that you came from. Open the link that you got yourself, and go on there.',
		'Sluit de website waar u vandaan kwam. Open zelf de link die u kreeg, en ga daar verder.',
		'Another website made your browser send it. It was not used, and nothing was changed.',
		'Een andere website liet uw browser dit versturen. Het is niet gebruikt, en er is niets gewijzigd.',
	),
	N8N_CREDENTIAL_MISSING: error(
		'No Alleo n8n API credential is chosen in this node.',
		'In deze node is geen Alleo n8n API-credential gekozen.',
		'Open the node and choose one. A workflow whose customer did not connect by an invitation does not need this node; delete it there.',
		'Open de node en kies er een. Een workflow waarvan de klant niet met een uitnodiging is verbonden heeft deze node niet nodig; verwijder hem daar.',
	),
	N8N_KEY_REFUSED: error(
		'n8n refuses the API key in the Alleo N8n API credential.',
		'n8n weigert de API-sleutel in de credential Alleo N8n API.',
		'In n8n, open Settings, n8n API, create a key, and put it into the credential; a key also ends when it expires or when its user is removed.',
		'Open in n8n Settings, n8n API, maak een sleutel en zet die in de credential; een sleutel eindigt ook als hij verloopt of als zijn gebruiker is verwijderd.',
	),
	N8N_SCOPE_MISSING: error(
		'The n8n API key may not do this: {scope} is missing.',
		'De n8n-API-sleutel mag dit niet: {scope} ontbreekt.',
		'Create a key with the scopes in docs/connect-customer.md; the user of the key must also be allowed to do it.',
		'Maak een sleutel met de scopes uit docs/connect-customer.md; de gebruiker van de sleutel moet het ook zelf mogen.',
	),
	N8N_NOT_FOUND: error(
		'n8n does not know this {what}.',
		'n8n kent deze {what} niet.',
		'Check the id, and the user and project of the API key in the Alleo N8n API credential.',
		'Controleer het id, en de gebruiker en het project van de API-sleutel in de credential Alleo N8n API.',
		'It was removed, or the user of the API key may not see it.',
		'Hij is verwijderd, of de gebruiker van de API-sleutel mag hem niet zien.',
	),
	N8N_REFUSED: error(
		'n8n did not accept the request for a {what} (HTTP {status}).',
		'n8n heeft het verzoek voor een {what} niet geaccepteerd (HTTP {status}).',
		'Read the detail below; if it does not help, look at the log of n8n at this moment.',
		'Lees het detail hieronder; helpt dat niet, bekijk dan het log van n8n op dit moment.',
	),
	N8N_ANSWER_UNREADABLE: error(
		'The address in the Alleo N8n API credential does not answer as n8n does.',
		'Het adres in de credential Alleo N8n API antwoordt niet zoals n8n.',
		'Enter the address of n8n itself, such as https://n8n.example.com, without /api/v1, and check that its public API is not switched off.',
		'Vul het adres van n8n zelf in, zoals https://n8n.example.com, zonder /api/v1, en controleer dat de publieke API niet is uitgeschakeld.',
	),
	N8N_TEXT_EVALUATED: error(
		'A text from outside begins with "=" and was not stored in n8n: {place}.',
		'Een tekst van buiten begint met "=" en is niet in n8n opgeslagen: {place}.',
		'Find out where the text comes from (the name of a credential, an id, a key of your own app) and correct it there; a secret that really begins with "=" has to be replaced by another one.',
		'Zoek uit waar de tekst vandaan komt (de naam van een credential, een id, een sleutel van uw eigen app) en verbeter die daar; een geheim dat echt met "=" begint, moet door een ander worden vervangen.',
		'n8n runs each value that begins with "=" as an expression.',
		'n8n voert elke waarde die met "=" begint uit als expressie.',
	),
	CONNECT_KEY_SHORT: error(
		'The Link Signing Key in the Alleo N8n API credential is too short.',
		'De Link Signing Key in de credential Alleo N8n API is te kort.',
		'Let a password generator make one of at least 32 characters.',
		'Laat een wachtwoordgenerator er een van minstens 32 tekens maken.',
	),
	CONNECT_INVITATION_UNKNOWN: error(
		'There is no invitation {invitation}.',
		'Er is geen uitnodiging {invitation}.',
		'Look it up with Invitation: Get Many; check the name of the data table.',
		'Zoek hem op met Invitation: Get Many; controleer de naam van de data table.',
	),
	CONNECT_ROW_ALTERED: error(
		'Invitation {invitation} is not believed: its row is not as this package wrote it.',
		'Uitnodiging {invitation} wordt niet geloofd: de rij is niet zoals dit pakket hem schreef.',
		'Make a new invitation. If nobody of yours changed it, find out who can edit the data table.',
		'Maak een nieuwe uitnodiging. Heeft niemand van u hem gewijzigd, zoek dan uit wie de data table kan bewerken.',
		'Somebody changed it in the data table, the Link Signing Key was changed, or it is of a version that did not sign its rows. Its link does not work.',
		'Iemand heeft hem in de data table gewijzigd, de Link Signing Key is veranderd, of hij is van een versie die rijen niet ondertekende. De link werkt niet.',
	),
	CONNECT_FINISHING: error(
		'The customer is finishing invitation {invitation} at this very moment.',
		'De klant rondt uitnodiging {invitation} op dit moment af.',
		'Wait two minutes and run this again.',
		'Wacht twee minuten en start dit opnieuw.',
	),
	CONNECT_CUT_OFF: notice(
		'The end of invitation {invitation} was cut off while it renewed a credential.',
		'Het afronden van uitnodiging {invitation} is afgebroken terwijl een credential werd vernieuwd.',
		"Look whether the customer's daily sync still reads; if not, invite the customer to connect again.",
		'Kijk of de dagelijkse synchronisatie van de klant nog leest; zo niet, nodig de klant uit om opnieuw te verbinden.',
		'The credential may have the new tokens already, so they were not given back.',
		'De credential heeft misschien al de nieuwe tokens, dus die zijn niet teruggegeven.',
	),
	CONNECT_INVITATION_USED: error(
		'Invitation {invitation} cannot be revoked: the customer has used it.',
		'Uitnodiging {invitation} kan niet worden ingetrokken: de klant heeft hem gebruikt.',
		'To end the connection itself, run the workflow Disconnect customer.',
		'Start de workflow Disconnect customer om de verbinding zelf te beëindigen.',
	),
};
