import { texts } from '../../ui/texts';
import type { Pair } from '../../ui/texts';
import type { InstallChange, InstallDone, ToDoKey } from './report';

/** What the page of Installation says beside the codes. */
export const say = texts({
	titleComplete: ['Alleo is set up in this n8n', 'Alleo is ingericht in deze n8n'],
	titlePartly: ['Alleo is set up, with something left', 'Alleo is ingericht, op iets na'],
	unchanged: [
		'Everything was there already; nothing was changed.',
		'Alles was er al; er is niets gewijzigd.',
	],
	counts: [
		'Made: {made}. Brought up to date: {updated}. Already there: {kept}. Needs you: {problems}.',
		'Gemaakt: {made}. Bijgewerkt: {updated}. Was er al: {kept}. Heeft u nodig: {problems}.',
	],
	again: [
		'You can press the button again at any time: what you changed yourself stays, and nothing is made twice.',
		'U kunt altijd nog een keer op de knop drukken: wat u zelf hebt gewijzigd blijft, en niets wordt dubbel gemaakt.',
	],
	problems: ['What did not work', 'Wat niet lukte'],
	toDo: ['Still to do', 'Nog te doen'],
	workflows: ['Workflows', 'Workflows'],
	tables: ['Data tables', 'Data tables'],
	what: ['What', 'Wat'],
	state: ['State', 'Stand'],
	open: ['Open', 'Openen'],
	form: ['Form', 'Formulier'],
	editor: ['Workflow', 'Workflow'],
	on: ['on', 'aan'],
	off: ['off', 'uit'],
	redirect: ['Redirect URL of the app: {address}', 'Redirect-URL van de app: {address}'],
	n8nSaid: ['n8n said: {detail}', 'n8n zei: {detail}'],
});

type Words<K extends string> = Readonly<Record<K, Pair>>;

export const DONE_WORDS: Words<InstallDone> = {
	made: ['made', 'gemaakt'],
	updated: ['brought up to date', 'bijgewerkt'],
	kept: ['was there already', 'was er al'],
	left: ['left as it is', 'gelaten zoals hij is'],
	failed: ['not done', 'niet gelukt'],
};

export const CHANGE_WORDS: Words<InstallChange> = {
	desk: ['connected to the desk', 'met de balie verbonden'],
	planPage: ['led to the page of plans', 'verwijst naar de pagina van plannen'],
	inboxPage: ['led to the page of questions', 'verwijst naar de pagina met vragen'],
	credential: ['credential filled in', 'credential ingevuld'],
	published: ['published', 'gepubliceerd'],
	tagged: ['tagged', 'van tags voorzien'],
	upgraded: ['present version of the template', 'huidige versie van de template'],
	message: ['message step put in', 'berichtstap geplaatst'],
	recipients: ['recipients and links filled in', 'ontvangers en links ingevuld'],
};

/** What it is, and how it is done. */
export const TO_DO_WORDS: Readonly<Record<ToDoKey, { title: Pair; how: Pair }>> = {
	message: {
		title: ['Nobody is told anything', 'Niemand krijgt bericht'],
		how: [
			'No plan that waits, no run that stopped and no lost connection reaches anybody. Press the button again and choose e-mail, Slack or Microsoft Teams; or put a node of your own in the place of Send message of the desk, and publish.',
			'Geen plan dat wacht, geen run die stopt en geen verbroken verbinding bereikt iemand. Druk nog een keer op de knop en kies e-mail, Slack of Microsoft Teams; of zet een eigen node op de plaats van Send message van de balie, en publiceer.',
		],
	},
	messageCredential: {
		title: [
			'Choose the credential that messages are sent with',
			'Kies de credential waarmee berichten worden verstuurd',
		],
		how: [
			'Open this node, choose or make its credential (for e-mail: SMTP), and publish. Where n8n has exactly one of that type, the button fills it in. Until then no message is sent.',
			'Open deze node, kies of maak de credential (voor e-mail: SMTP), en publiceer. Heeft n8n er precies één van dat type, dan vult de knop hem in. Tot dan wordt geen bericht verstuurd.',
		],
	},
	messageFrom: {
		title: ['From which address is mail sent?', 'Vanaf welk adres wordt gemaild?'],
		how: [
			'Press the button again and fill in the sender; or open this node, fill in From Email, and publish. Until then no message is sent.',
			'Druk nog een keer op de knop en vul de afzender in; of open deze node, vul From Email in, en publiceer. Tot dan wordt geen bericht verstuurd.',
		],
	},
	messageChannel: {
		title: ['Choose the team and the channel', 'Kies het team en het kanaal'],
		how: [
			'Open this node, choose Team and Channel, and publish. Until then no message is sent.',
			'Open deze node, kies Team en Channel, en publiceer. Tot dan wordt geen bericht verstuurd.',
		],
	},
	messageRecipients: {
		title: ['Who gets the messages?', 'Wie krijgt de berichten?'],
		how: [
			'Press the button again and fill in who gets what no customer’s Sync Settings send elsewhere: an e-mail address, or a channel of Slack. Until then the digest, and the messages of customers without recipients, reach nobody.',
			'Druk nog een keer op de knop en vul in wie krijgt wat Sync Settings van een klant niet naar iemand anders stuurt: een e-mailadres, of een kanaal van Slack. Tot dan bereiken het weekoverzicht en de berichten van klanten zonder ontvangers niemand.',
		],
	},
	messageStops: {
		title: [
			'A message that fails must not stop a run',
			'Een bericht dat mislukt mag geen run stoppen',
		],
		how: [
			'Open this node, Settings, set On Error to Continue, and publish. As it is, a mail server that is away takes the log and the answer of the desk from the run that is told about.',
			'Open deze node, Settings, zet On Error op Continue, en publiceer. Zoals het nu is, neemt een mailserver die weg is het log en het antwoord van de balie mee van de run waar het over gaat.',
		],
	},
	nmbrsApp: {
		title: ['For NMBRS: the app of Alleo', 'Voor NMBRS: de app van Alleo'],
		how: [
			'Make one credential Nmbrs App API with the client of your app at NMBRS, and press the button again: it is filled in for you. Not needed for AFAS.',
			'Maak één credential Nmbrs App API met de client van uw app bij NMBRS, en druk nog een keer op de knop: hij wordt voor u ingevuld. Voor AFAS niet nodig.',
		],
	},
	nmbrsAppChoose: {
		title: ['For NMBRS: choose the app', 'Voor NMBRS: kies de app'],
		how: [
			'There are several credentials Nmbrs App API. Choose the right one in these nodes, and publish.',
			'Er zijn meerdere credentials Nmbrs App API. Kies de juiste in deze nodes, en publiceer.',
		],
	},
	alleo: {
		title: ['The Alleo credential', 'De Alleo-credential'],
		how: [
			'Choose in these nodes the Alleo API credential that new customers get when none comes with the invitation, and publish.',
			'Kies in deze nodes de Alleo API-credential die nieuwe klanten krijgen als er geen bij de uitnodiging is gekozen, en publiceer.',
		],
	},
	customerCompany: {
		title: ['Customers without an Alleo company', 'Klanten zonder Alleo-bedrijf'],
		how: [
			'Open the settings of these workflows, choose the Alleo Company (or fill in a route for everybody), and publish. Until then they do not run. Customers who connect by a link have it filled in.',
			'Open de instellingen van deze workflows, kies Alleo Company (of vul voor iedereen een route in), en publiceer. Tot dan draaien ze niet. Bij klanten die met een link verbinden is het al ingevuld.',
		],
	},
	customerName: {
		title: ['Customers without a name', 'Klanten zonder naam'],
		how: [
			'Open the settings of these workflows, fill in Customer, and publish: under that name people find the customer in messages, on plans and in the overview.',
			'Open de instellingen van deze workflows, vul Customer in, en publiceer: onder die naam staat de klant in berichten, op plannen en in het overzicht.',
		],
	},
	address: {
		title: ['The address of this n8n', 'Het adres van deze n8n'],
		how: [
			'Its pages are at an address that only this machine can reach. Set N8N_WEBHOOK_URL to the address that customers can open, and start n8n again.',
			'De pagina’s staan op een adres dat alleen deze machine bereikt. Zet N8N_WEBHOOK_URL op het adres dat klanten kunnen openen, en start n8n opnieuw.',
		],
	},
	unverified: {
		title: ['Before an update to n8n 3', 'Voor een update naar n8n 3'],
		how: [
			'Set N8N_UNVERIFIED_PACKAGES_ENABLED=true on every process of n8n. Without it n8n 3 loads no node of this package, the watchdog included. Done already? Then there is nothing to do.',
			'Zet N8N_UNVERIFIED_PACKAGES_ENABLED=true op elk proces van n8n. Zonder laadt n8n 3 geen enkele node van dit pakket, ook de bewaker niet. Al gedaan? Dan hoeft er niets.',
		],
	},
};
