import type { BilingualText } from '../../issues/text';

/** NMBRS: what a payroll administrator reads. Names of menus as NMBRS writes them. */
export const NMBRS_TEXT = {
	nmbrsTitle: { nl: 'Verbind NMBRS met Alleo', en: 'Connect NMBRS to Alleo' },
	nmbrsRead: { nl: 'Wat Alleo leest', en: 'What Alleo reads' },
	readCompanies: { nl: 'debiteuren en bedrijven', en: 'debtors and companies' },
	readPeople: {
		nl: 'medewerkers: nummer, naam, e-mailadres en geboortedatum',
		en: 'employees: number, name, e-mail address and date of birth',
	},
	readEmployment: {
		nl: 'dienstverbanden, contracten en roosters',
		en: 'employments, contracts and schedules',
	},
	readPayment: { nl: 'salarissen en looncomponenten', en: 'salaries and wage components' },
	readOrganisation: {
		nl: 'afdelingen, functies en leidinggevenden',
		en: 'departments, functions and managers',
	},
	readLeave: { nl: 'verlofgroepen en verlofsaldi', en: 'leave groups and leave balances' },
	readOther: { nl: '{scope}', en: '{scope}' },
	nmbrsNever: {
		nl: 'Alleo verandert nooit iets in NMBRS. BSN, adres en bankrekening worden niet gelezen.',
		en: 'Alleo never changes anything in NMBRS. BSN, address and bank account are not read.',
	},
	loginsTitle: { nl: 'Welke login u gebruikt', en: 'Which login to use' },
	loginClient: {
		nl: 'Een Client Login, met welk sjabloon dan ook, of een Company Login.',
		en: 'A Client Login, with any template, or a Company Login.',
	},
	loginNotMaster: {
		nl: 'Geen masterlogin van een accountantsomgeving: NMBRS geeft toegang per debiteur.',
		en: 'Not the master login of an accountant environment: NMBRS gives access per debtor.',
	},
	loginOnce: {
		nl: 'Een e-mailadres kan maar één koppeling bedienen. Gebruikt u het al voor een andere koppeling, dan stopt die.',
		en: 'An e-mail address serves one integration only. If you use it for another one already, that one stops.',
	},
	loginPrivate: {
		nl: 'Open deze link in een privévenster, zodat NMBRS niet ongemerkt een andere login neemt.',
		en: 'Open this link in a private window, so that NMBRS does not silently take another login.',
	},
	stepsTitle: { nl: 'Zo gaat het', en: 'How it goes' },
	stepLogin: { nl: 'U logt in bij NMBRS.', en: 'You log in to NMBRS.' },
	stepAllow: {
		nl: 'U kiest daar de debiteuren en klikt op Toestaan (Allow).',
		en: 'You choose the debtors there and click Allow.',
	},
	stepBack: {
		nl: 'U komt hier terug en kiest wat Alleo mag gebruiken.',
		en: 'You come back here and choose what Alleo may use.',
	},
	stepToken: { nl: 'U vult het API-token in.', en: 'You enter the API token.' },
	goNmbrs: { nl: 'Ga naar NMBRS', en: 'Go to NMBRS' },
	goingNmbrs: { nl: 'U gaat nu naar NMBRS', en: 'You are going to NMBRS now' },
	goingNmbrsText: {
		nl: 'Gebeurt er niets? Klik dan op de knop.',
		en: 'If nothing happens, click the button.',
	},
	errorPageTitle: {
		nl: 'Toont NMBRS een foutpagina?',
		en: 'Does NMBRS show a page with an error?',
	},
	errorScope: {
		nl: '“Invalid scope”, “Invalid redirect” of “Unauthorized client”: dat ligt niet aan u. Stuur Alleo de foutcode van de pagina.',
		en: '“Invalid scope”, “Invalid redirect” or “Unauthorized client”: it is nothing you did. Send Alleo the error id on the page.',
	},
	errorLogin: {
		nl: 'Een andere naam dan de uwe, of meteen terug zonder inloggen: sluit het venster en open de link in een privévenster.',
		en: 'Another name than yours, or back at once without logging in: close the window and open the link in a private window.',
	},
	chooseTitle: { nl: 'Kies wat Alleo mag gebruiken', en: 'Choose what Alleo may use' },
	chooseText: {
		nl: 'Klopt dit niet met {customer}? Rond dan niet af, maar open de link opnieuw in een privévenster met de juiste login.',
		en: 'If this is not {customer}, do not finish: open the link again in a private window with the right login.',
	},
	chooseLegend: { nl: 'Debiteuren en hun bedrijven', en: 'Debtors and their companies' },
	chooseHint: {
		nl: 'Vink een debiteur uit om al zijn bedrijven weg te laten.',
		en: 'Clear a debtor to leave out all of its companies.',
	},
	chooseNone: { nl: 'Kies ten minste één bedrijf.', en: 'Choose at least one company.' },
	sharedTitle: { nl: 'Deze login is al in gebruik', en: 'This login is in use already' },
	tokenTitle: { nl: 'Het API-token van NMBRS', en: 'The API token of NMBRS' },
	tokenText: {
		nl: 'Voor extra velden, looncomponenten en verlof heeft NMBRS een API-token nodig. In NMBRS: klik op uw naam, dan Mijn profiel, API-token, Activeren.',
		en: 'NMBRS needs an API token for extra fields, wage components and leave. In NMBRS: click your name, then My profile, API token, Activate.',
	},
	tokenTemplate: {
		nl: 'Wat het token mag, staat in het gebruikerssjabloon: Instellingen, User templates, het tandwiel bij API.',
		en: 'What the token may do is in the user template: Settings, User templates, the gear at API.',
	},
	tokenDomain: { nl: 'Domein', en: 'Domain' },
	tokenDomainHint: {
		nl: 'Het eerste deel van uw NMBRS-adres: voorbeeld bij voorbeeld.nmbrs.nl.',
		en: 'First part of your NMBRS address: voorbeeld for voorbeeld.nmbrs.nl.',
	},
	tokenUser: { nl: 'Gebruikersnaam', en: 'User name' },
	tokenUserHint: {
		nl: 'Het e-mailadres van de gebruiker van wie het token is.',
		en: 'E-mail address of the user that the token belongs to.',
	},
	tokenToken: { nl: 'API-token', en: 'API token' },
	tokenStored: {
		nl: 'Het token wordt meteen versleuteld en is daarna voor niemand meer te zien.',
		en: 'The token is encrypted at once; nobody can see it afterwards.',
	},
	tokenTest: { nl: 'Test en sla op', en: 'Test and save' },
	tokenSkip: { nl: 'Afronden zonder token', en: 'Finish without a token' },
	tokenLacks: {
		nl: 'Het gebruikerssjabloon staat dit niet toe',
		en: 'The user template does not allow this',
	},
	tokenLacksAction: {
		nl: 'Zet deze onderdelen aan in het sjabloon en test opnieuw. U kunt ook afronden: wat ontbreekt, wordt dan niet gelezen.',
		en: 'Switch these on in the template and test again. You can also finish: what is missing is then not read.',
	},
	pickTitle: {
		nl: 'Kies looncomponenten en verlofgroepen',
		en: 'Choose wage components and leave groups',
	},
	pickText: {
		nl: 'Dit kan het token lezen. Kies alleen wat Alleo moet gebruiken; niets kiezen mag ook.',
		en: 'This is what the token can read. Choose only what Alleo is to use; choosing nothing is fine.',
	},
	pickNone: { nl: 'Het token leest er geen.', en: 'The token reads none.' },
} as const satisfies Record<string, BilingualText>;
