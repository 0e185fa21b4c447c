import type { TextTable } from '../../ui/texts';

/** NMBRS: what a payroll administrator reads. Names of menus as NMBRS writes them. */
export const NMBRS_TEXT = {
	nmbrsTitle: ['Connect NMBRS to Alleo', 'Verbind NMBRS met Alleo'],
	nmbrsRead: ['What Alleo reads', 'Wat Alleo leest'],
	readCompanies: ['debtors and companies', 'debiteuren en bedrijven'],
	readPeople: [
		'employees: number, name, e-mail address and date of birth',
		'medewerkers: nummer, naam, e-mailadres en geboortedatum',
	],
	readEmployment: [
		'employments, contracts and schedules',
		'dienstverbanden, contracten en roosters',
	],
	readPayment: ['salaries and wage components', 'salarissen en looncomponenten'],
	readOrganisation: [
		'departments, functions and managers',
		'afdelingen, functies en leidinggevenden',
	],
	readLeave: ['leave groups and leave balances', 'verlofgroepen en verlofsaldi'],
	readOther: ['{scope}', '{scope}'],
	nmbrsNever: [
		'Alleo never changes anything in NMBRS. BSN, address and bank account are not read.',
		'Alleo verandert nooit iets in NMBRS. BSN, adres en bankrekening worden niet gelezen.',
	],
	loginsTitle: ['Which login to use', 'Welke login u gebruikt'],
	loginClient: [
		'A Client Login, with any template, or a Company Login.',
		'Een Client Login, met welk sjabloon dan ook, of een Company Login.',
	],
	loginNotMaster: [
		'Not the master login of an accountant environment: NMBRS gives access per debtor.',
		'Geen masterlogin van een accountantsomgeving: NMBRS geeft toegang per debiteur.',
	],
	loginOnce: [
		'An e-mail address serves one integration only. If you use it for another one already, that one stops.',
		'Een e-mailadres kan maar één koppeling bedienen. Gebruikt u het al voor een andere koppeling, dan stopt die.',
	],
	loginPrivate: [
		'Open this link in a private window, so that NMBRS does not silently take another login.',
		'Open deze link in een privévenster, zodat NMBRS niet ongemerkt een andere login neemt.',
	],
	stepsTitle: ['How it goes', 'Zo gaat het'],
	stepLogin: [
		'You log in to NMBRS, choose the debtors there and click Allow.',
		'U logt in bij NMBRS, kiest daar de debiteuren en klikt op Toestaan (Allow).',
	],
	stepBack: [
		'You come back here and choose what Alleo may use.',
		'U komt hier terug en kiest wat Alleo mag gebruiken.',
	],
	stepRead: ['You read here what Alleo reads.', 'U leest hier wat Alleo leest.'],
	stepToken: [
		'You enter the API token. You may leave this page to fetch it: come back by the same link.',
		'U vult het API-token in. U mag deze pagina verlaten om het op te halen: kom terug via dezelfde link.',
	],
	stepPick: [
		'You say which wage component and which leave is what.',
		'U geeft aan welke looncomponent en welk verlof wat is.',
	],
	stepAccess: ['You say who takes part.', 'U geeft aan wie er meedoet.'],
	goNmbrs: ['Go to NMBRS', 'Ga naar NMBRS'],
	goingNmbrs: ['You are going to NMBRS now', 'U gaat nu naar NMBRS'],
	goingNmbrsText: [
		'If nothing happens, click the button.',
		'Gebeurt er niets? Klik dan op de knop.',
	],
	errorPageTitle: ['Does NMBRS show a page with an error?', 'Toont NMBRS een foutpagina?'],
	errorScope: [
		'“Invalid scope”, “Invalid redirect” or “Unauthorized client”: it is nothing you did. Send Alleo the error id on the page.',
		'“Invalid scope”, “Invalid redirect” of “Unauthorized client”: dat ligt niet aan u. Stuur Alleo de foutcode van de pagina.',
	],
	errorLogin: [
		'Another name than yours, or back at once without logging in: close the window and open the link in a private window.',
		'Een andere naam dan de uwe, of meteen terug zonder inloggen: sluit het venster en open de link in een privévenster.',
	],
	chooseTitle: ['Choose what Alleo may use', 'Kies wat Alleo mag gebruiken'],
	chooseText: [
		'If this is not {customer}, do not finish: open the link again in a private window with the right login.',
		'Klopt dit niet met {customer}? Rond dan niet af, maar open de link opnieuw in een privévenster met de juiste login.',
	],
	chooseLegend: ['Debtors and their companies', 'Debiteuren en hun bedrijven'],
	chooseHint: [
		'Clear a debtor to leave out all of its companies. With all companies ticked, those that you add in NMBRS later are read too.',
		'Vink een debiteur uit om al zijn bedrijven weg te laten. Zijn alle bedrijven aangevinkt, dan worden bedrijven die u later in NMBRS toevoegt ook gelezen.',
	],
	allCompanies: [
		'All companies of these debtors, also those that are added later',
		'Alle bedrijven van deze debiteuren, ook die later worden toegevoegd',
	],
	chooseNone: ['Choose at least one company.', 'Kies ten minste één bedrijf.'],
	sharedTitle: ['This login is in use already', 'Deze login is al in gebruik'],
	tokenTitle: ['The API token of NMBRS', 'Het API-token van NMBRS'],
	tokenText: [
		'NMBRS needs an API token for extra fields, wage components and leave. In NMBRS: click your name, then My profile, API token, Activate.',
		'Voor extra velden, looncomponenten en verlof heeft NMBRS een API-token nodig. In NMBRS: klik op uw naam, dan Mijn profiel, API-token, Activeren.',
	],
	tokenTemplate: [
		'What the token may do is in the user template: Settings, User templates, the gear at API.',
		'Wat het token mag, staat in het gebruikerssjabloon: Instellingen, User templates, het tandwiel bij API.',
	],
	tokenDomain: ['Domain', 'Domein'],
	tokenDomainHint: [
		'First part of your NMBRS address: voorbeeld for voorbeeld.nmbrs.nl.',
		'Het eerste deel van uw NMBRS-adres: voorbeeld bij voorbeeld.nmbrs.nl.',
	],
	tokenUser: ['User name', 'Gebruikersnaam'],
	tokenUserHint: [
		'E-mail address of the user that the token belongs to.',
		'Het e-mailadres van de gebruiker van wie het token is.',
	],
	tokenToken: ['API token', 'API-token'],
	tokenStored: [
		'The token is encrypted at once; nobody can see it afterwards.',
		'Het token wordt meteen versleuteld en is daarna voor niemand meer te zien.',
	],
	tokenTest: ['Test and save', 'Test en sla op'],
	tokenSkip: ['Finish without a token', 'Afronden zonder token'],
	tokenLacks: [
		'The user template does not allow this',
		'Het gebruikerssjabloon staat dit niet toe',
	],
	serviceCalled: ['In NMBRS it is called', 'In NMBRS heet dit'],
	tokenLacksAction: [
		'Switch these on in the template and test again. You can also finish: what is missing is then not read.',
		'Zet deze onderdelen aan in het sjabloon en test opnieuw. U kunt ook afronden: wat ontbreekt, wordt dan niet gelezen.',
	],
	pickTitle: ['Wage components and leave groups', 'Looncomponenten en verlofgroepen'],
	pickText: [
		'This is what the token can read. Choose for each use the component that holds it, and say of each leave group what it is.',
		'Dit kan het token lezen. Kies bij elk gebruik de component waar het in staat, en geef bij elke verlofgroep aan wat die is.',
	],
	pickNone: ['The token reads none.', 'Het token leest er geen.'],
} as const satisfies TextTable;
