import { defineIssues } from './define';

/** Codes of the instance's own API, of invitations and of connecting a customer. `{what}`, `{scope}` and the like are names of n8n, never of people. */
export const CONNECT_ISSUES = defineIssues({
	POSTED_FROM_ELSEWHERE: {
		severity: 'error',
		what: {
			en: 'This was not sent from this page.',
			nl: 'Dit is niet vanaf deze pagina verstuurd.',
		},
		why: {
			en: 'Another website made your browser send it. It was not used, and nothing was changed.',
			nl: 'Een andere website liet uw browser dit versturen. Het is niet gebruikt, en er is niets gewijzigd.',
		},
		action: {
			en: 'Close the website that you came from. Open the link that you got yourself, and go on there.',
			nl: 'Sluit de website waar u vandaan kwam. Open zelf de link die u kreeg, en ga daar verder.',
		},
	},
	N8N_CREDENTIAL_MISSING: {
		severity: 'error',
		what: {
			en: 'No Alleo n8n API credential is chosen in this node.',
			nl: 'In deze node is geen Alleo n8n API-credential gekozen.',
		},
		action: {
			en: 'Open the node and choose one. A workflow whose customer did not connect by an invitation does not need this node; delete it there.',
			nl: 'Open de node en kies er een. Een workflow waarvan de klant niet met een uitnodiging is verbonden heeft deze node niet nodig; verwijder hem daar.',
		},
	},
	N8N_KEY_REFUSED: {
		severity: 'error',
		what: {
			en: 'n8n refuses the API key in the Alleo N8n API credential.',
			nl: 'n8n weigert de API-sleutel in de credential Alleo N8n API.',
		},
		action: {
			en: 'In n8n, open Settings, n8n API, create a key, and put it into the credential; a key also ends when it expires or when its user is removed.',
			nl: 'Open in n8n Settings, n8n API, maak een sleutel en zet die in de credential; een sleutel eindigt ook als hij verloopt of als zijn gebruiker is verwijderd.',
		},
	},
	N8N_SCOPE_MISSING: {
		severity: 'error',
		what: {
			en: 'The n8n API key may not do this: {scope} is missing.',
			nl: 'De n8n-API-sleutel mag dit niet: {scope} ontbreekt.',
		},
		action: {
			en: 'Create a key with the scopes in docs/connect-customer.md; the user of the key must also be allowed to do it.',
			nl: 'Maak een sleutel met de scopes uit docs/connect-customer.md; de gebruiker van de sleutel moet het ook zelf mogen.',
		},
	},
	N8N_NOT_FOUND: {
		severity: 'error',
		what: {
			en: 'n8n does not know this {what}.',
			nl: 'n8n kent deze {what} niet.',
		},
		why: {
			en: 'It was removed, or the user of the API key may not see it.',
			nl: 'Hij is verwijderd, of de gebruiker van de API-sleutel mag hem niet zien.',
		},
		action: {
			en: 'Check the id, and the user and project of the API key in the Alleo N8n API credential.',
			nl: 'Controleer het id, en de gebruiker en het project van de API-sleutel in de credential Alleo N8n API.',
		},
	},
	N8N_REFUSED: {
		severity: 'error',
		what: {
			en: 'n8n did not accept the request for a {what} (HTTP {status}).',
			nl: 'n8n heeft het verzoek voor een {what} niet geaccepteerd (HTTP {status}).',
		},
		action: {
			en: 'Read the detail below; if it does not help, look at the log of n8n at this moment.',
			nl: 'Lees het detail hieronder; helpt dat niet, bekijk dan het log van n8n op dit moment.',
		},
	},
	N8N_ANSWER_UNREADABLE: {
		severity: 'error',
		what: {
			en: 'The address in the Alleo N8n API credential does not answer as n8n does.',
			nl: 'Het adres in de credential Alleo N8n API antwoordt niet zoals n8n.',
		},
		action: {
			en: 'Enter the address of n8n itself, such as https://n8n.example.com, without /api/v1, and check that its public API is not switched off.',
			nl: 'Vul het adres van n8n zelf in, zoals https://n8n.example.com, zonder /api/v1, en controleer dat de publieke API niet is uitgeschakeld.',
		},
	},
	N8N_TEXT_EVALUATED: {
		severity: 'error',
		what: {
			en: 'A text from outside begins with "=" and was not stored in n8n: {place}.',
			nl: 'Een tekst van buiten begint met "=" en is niet in n8n opgeslagen: {place}.',
		},
		why: {
			en: 'n8n runs each value that begins with "=" as an expression.',
			nl: 'n8n voert elke waarde die met "=" begint uit als expressie.',
		},
		action: {
			en: 'Find out where the text comes from (the name of a credential, an id, a key of your own app) and correct it there; a secret that really begins with "=" has to be replaced by another one.',
			nl: 'Zoek uit waar de tekst vandaan komt (de naam van een credential, een id, een sleutel van uw eigen app) en verbeter die daar; een geheim dat echt met "=" begint, moet door een ander worden vervangen.',
		},
	},
	CONNECT_KEY_SHORT: {
		severity: 'error',
		what: {
			en: 'The Link Signing Key in the Alleo N8n API credential is too short.',
			nl: 'De Link Signing Key in de credential Alleo N8n API is te kort.',
		},
		action: {
			en: 'Let a password generator make one of at least 32 characters.',
			nl: 'Laat een wachtwoordgenerator er een van minstens 32 tekens maken.',
		},
	},
	CONNECT_SETTING_INVALID: {
		severity: 'error',
		what: {
			en: 'A setting of this node cannot be used: {setting}: {problem}.',
			nl: 'Een instelling van deze node is onbruikbaar: {setting}: {problem}.',
		},
		action: {
			en: 'Correct the setting in the node and run again.',
			nl: 'Verbeter de instelling in de node en start opnieuw.',
		},
	},
	CONNECT_INVITATION_UNKNOWN: {
		severity: 'error',
		what: {
			en: 'There is no invitation {invitation}.',
			nl: 'Er is geen uitnodiging {invitation}.',
		},
		action: {
			en: 'Look it up with Invitation: Get Many; check the name of the data table.',
			nl: 'Zoek hem op met Invitation: Get Many; controleer de naam van de data table.',
		},
	},
	CONNECT_ROW_ALTERED: {
		severity: 'error',
		what: {
			en: 'Invitation {invitation} is not believed: its row is not as this package wrote it.',
			nl: 'Uitnodiging {invitation} wordt niet geloofd: de rij is niet zoals dit pakket hem schreef.',
		},
		why: {
			en: 'Somebody changed it in the data table, the Link Signing Key was changed, or it is of a version that did not sign its rows. Its link does not work.',
			nl: 'Iemand heeft hem in de data table gewijzigd, de Link Signing Key is veranderd, of hij is van een versie die rijen niet ondertekende. De link werkt niet.',
		},
		action: {
			en: 'Make a new invitation. If nobody of yours changed it, find out who can edit the data table.',
			nl: 'Maak een nieuwe uitnodiging. Heeft niemand van u hem gewijzigd, zoek dan uit wie de data table kan bewerken.',
		},
	},
	CONNECT_FINISHING: {
		severity: 'error',
		what: {
			en: 'The customer is finishing invitation {invitation} at this very moment.',
			nl: 'De klant rondt uitnodiging {invitation} op dit moment af.',
		},
		action: {
			en: 'Wait two minutes and run this again.',
			nl: 'Wacht twee minuten en start dit opnieuw.',
		},
	},
	CONNECT_CUT_OFF: {
		severity: 'notice',
		what: {
			en: 'The end of invitation {invitation} was cut off while it renewed a credential.',
			nl: 'Het afronden van uitnodiging {invitation} is afgebroken terwijl een credential werd vernieuwd.',
		},
		why: {
			en: 'The credential may have the new tokens already, so they were not given back.',
			nl: 'De credential heeft misschien al de nieuwe tokens, dus die zijn niet teruggegeven.',
		},
		action: {
			en: "Look whether the customer's daily sync still reads; if not, invite the customer to connect again.",
			nl: 'Kijk of de dagelijkse synchronisatie van de klant nog leest; zo niet, nodig de klant uit om opnieuw te verbinden.',
		},
	},
	CONNECT_INVITATION_USED: {
		severity: 'error',
		what: {
			en: 'Invitation {invitation} cannot be revoked: the customer has used it.',
			nl: 'Uitnodiging {invitation} kan niet worden ingetrokken: de klant heeft hem gebruikt.',
		},
		action: {
			en: 'To end the connection itself, run the workflow Disconnect customer.',
			nl: 'Start de workflow Disconnect customer om de verbinding zelf te beëindigen.',
		},
	},
});
