import { texts } from '../ui/texts';
import type { PlainKey, TextTable } from '../ui/texts';
import { PLAN_TEXT } from './planText';

/** The sentences about the person: found, in scope, held, matched. */
const PERSON_TEXT = {
	title: ['Why did this person (not) get access?', 'Waarom heeft deze persoon (geen) toegang?'],
	question: ['Question', 'Vraag'],
	judgedFor: ['As of', 'Peildatum'],
	noExplanation: ['No explanation can be given now', 'Er kan nu geen uitleg worden gegeven'],
	applyNow: ['Apply this person now', 'Voer deze persoon nu door'],
	applyNote: [
		'Makes a plan of this one person, with the same checks and the same approval. Nothing changes before somebody approves it.',
		'Maakt een plan van alleen deze persoon, met dezelfde controles en dezelfde goedkeuring. Er verandert niets voordat iemand akkoord geeft.',
	],
	onlyRead: [
		'Nothing was changed: this page only reads.',
		'Er is niets gewijzigd: deze pagina leest alleen.',
	],
	matchesMany: ['{count} people fit this question.', '{count} mensen passen bij deze vraag.'],
	leftOut: [
		'Only the first {shown} are explained. Ask with an employee number or an e-mail address.',
		'Alleen de eerste {shown} worden uitgelegd. Vraag met een personeelsnummer of e-mailadres.',
	],
	privateAddress: ['(private address, not shown)', '(privéadres, niet getoond)'],
	someone: ['This person', 'Deze persoon'],
	numbered: ['Employee number {number}', 'Personeelsnummer {number}'],
	stepOk: ['in order', 'in orde'],
	stepStop: ['stops here', 'stopt hier'],
	stepInfo: ['information', 'informatie'],

	foundTitle: ['In the HR system?', 'In het HR-systeem?'],
	foundBy: ['Found by {how}.', 'Gevonden op {how}.'],
	byEmail: ['e-mail address', 'e-mailadres'],
	byPrivateEmail: ['private e-mail address', 'privé-e-mailadres'],
	byExternalId: ['external id', 'extern id'],
	byEmployeeNumber: ['employee number', 'personeelsnummer'],
	byName: ['name', 'naam'],
	byAlleoId: ['number of the Alleo account', 'nummer van het Alleo-account'],
	byAlleoEmail: ['e-mail address of the Alleo account', 'e-mailadres van het Alleo-account'],
	byAlleoPrivateEmail: [
		'private e-mail address of the Alleo account',
		'privé-e-mailadres van het Alleo-account',
	],
	byAlleoName: ['name of the Alleo account', 'naam van het Alleo-account'],
	record: ['Record: {facts}.', 'Record: {facts}.'],
	externalId: ['external id {id}', 'extern id {id}'],
	employeeNumber: ['employee number {number}', 'personeelsnummer {number}'],
	companyFact: ['company {company}', 'bedrijf {company}'],
	matchOf: [
		'This is record {match} of {matches} that fit the question.',
		'Dit is record {match} van {matches} die bij de vraag passen.',
	],
	nothingRead: [
		'The HR system returned nobody at all, so nothing can be said about this person.',
		'Het HR-systeem gaf helemaal niemand terug, dus over deze persoon is niets te zeggen.',
	],
	notFoundComplete: [
		'Not found. Everything was read completely ({parts} {parts|part|parts}, {people} {people|person|people}), so the HR system has no such record.',
		'Niet gevonden. Alles is volledig gelezen ({parts} {parts|deel|delen}, {people} {people|persoon|mensen}), dus het HR-systeem heeft zo’n record niet.',
	],
	notFoundIncomplete: [
		'Not found, but not everything was read: {parts}. The person may well be there.',
		'Niet gevonden, maar niet alles is gelezen: {parts}. De persoon kan daar wel staan.',
	],
	notFoundUnknown: [
		'Not found among {people} people. Whether everything was read is not known, because nothing came in on "Coverage".',
		'Niet gevonden bij {people} mensen. Of alles is gelezen is niet bekend, want op "Coverage" kwam niets binnen.',
	],
	incompletePart: ['{name} ({error}; {code})', '{name} ({error}; {code})'],
	heldWithoutName: [
		'{count} {count|record|records} on hold {count|is|are} known by number only, without name and address. Ask with the employee number too.',
		'Van {count} {count|record dat wacht|records die wachten} is alleen het nummer bekend, geen naam en adres. Vraag ook met het personeelsnummer.',
	],
	outOfScopeHint: [
		'Records of employee types that the source node leaves out, and people outside the chosen companies, are not looked at.',
		'Records van medewerkertypes die de bronnode weglaat, en mensen buiten de gekozen bedrijven, worden niet bekeken.',
	],
	nearTitle: ['Could this be meant?', 'Kan dit bedoeld zijn?'],
	nearSource: ['in the HR system', 'in het HR-systeem'],
	nearAlleo: ['only in Alleo', 'alleen in Alleo'],
	nearNoEmail: ['no e-mail address', 'geen e-mailadres'],
	sameName: ['same name', 'zelfde naam'],
	sameLocalPart: ['same name before the @', 'zelfde naam vóór de @'],
	similarName: ['almost the same name', 'bijna dezelfde naam'],
	similarAddress: ['almost the same address', 'bijna hetzelfde adres'],
	similarNumber: ['same number, written differently', 'zelfde nummer, anders geschreven'],

	scopeTitle: ['In scope, and by which rule?', 'Doet deze persoon mee, en volgens welke regel?'],
	scopeNobody: [
		'Not judged: there is no record in the HR system.',
		'Niet beoordeeld: er is geen record in het HR-systeem.',
	],
	firstDay: ['First day {date}.', 'Eerste dag {date}.'],
	lastDay: ['Last day in service {date}.', 'Laatste dag in dienst {date}.'],
	accessYes: ['The access field says yes.', 'Het toegangsveld staat op ja.'],
	accessEmpty: [
		'The access field is empty, and by the settings that counts as yes.',
		'Het toegangsveld is leeg, en volgens de instellingen telt dat als ja.',
	],
	accessIgnored: [
		'Selective sync is off: the access field decides nothing.',
		'Selectieve synchronisatie staat uit: het toegangsveld beslist niets.',
	],
	accessNone: [
		'No access field decides about this person.',
		'Over deze persoon beslist geen toegangsveld.',
	],
	routed: [
		'Routing value "{filter}" leads to Alleo company {company}.',
		'Routeringswaarde "{filter}" leidt naar Alleo-bedrijf {company}.',
	],
	unrouted: [
		'Routing value "{filter}" leads to no Alleo company.',
		'Routeringswaarde "{filter}" leidt naar geen enkel Alleo-bedrijf.',
	],
	defaultCompany: [
		'No routing value, so Alleo company {company}.',
		'Geen routeringswaarde, dus Alleo-bedrijf {company}.',
	],

	heldTitle: ['On hold?', 'Wacht deze persoon?'],
	notHeld: ['Nothing holds this person.', 'Niets houdt deze persoon tegen.'],
	heldSince: [
		'On hold since {date} ({days} {days|day|days}).',
		'Wacht sinds {date} ({days} {days|dag|dagen}).',
	],
	heldNote: [
		'A held person stays in Alleo as they are: no account is made, changed or closed.',
		'Wie wacht, blijft in Alleo zoals het is: er wordt geen account gemaakt, gewijzigd of beëindigd.',
	],

	matchTitle: ['Matched on what in Alleo?', 'Waarop gekoppeld in Alleo?'],
	matchId: [
		'Matched by external id: account {account}, {state}, Alleo company {company}.',
		'Gekoppeld op extern id: account {account}, {state}, Alleo-bedrijf {company}.',
	],
	matchAdoptable: [
		'Matched by e-mail address: account {account}, active, has no external id yet.',
		'Gekoppeld op e-mailadres: account {account}, actief, heeft nog geen extern id.',
	],
	matchForeign: [
		'Matched by e-mail address: account {account}, active, made by another system, with {link}.',
		'Gekoppeld op e-mailadres: account {account}, actief, gemaakt door een ander systeem, met {link}.',
	],
	matchInactiveEmail: [
		'Not matched. The inactive account {account} has the same e-mail address, with {link}.',
		'Niet gekoppeld. Het inactieve account {account} heeft hetzelfde e-mailadres, met {link}.',
	],
	matchTaken: [
		'Not matched. The e-mail address is on the active account {account} with {link}.',
		'Niet gekoppeld. Het e-mailadres staat op het actieve account {account} met {link}.',
	],
	withoutId: ['no external id', 'geen extern id'],
	withId: ['external id {id}', 'extern id {id}'],
	matchNobody: [
		'Nobody: no Alleo account has this external id or this e-mail address.',
		'Niemand: geen enkel Alleo-account heeft dit externe id of dit e-mailadres.',
	],
	matchNobodyEmailClaimed: [
		'Nobody: no Alleo account has this external id.',
		'Niemand: geen enkel Alleo-account heeft dit externe id.',
	],
	matchNothingFits: [
		'No Alleo account fits this question either.',
		'Ook geen enkel Alleo-account past bij deze vraag.',
	],
	matchSeveral: [
		'Several accounts match: {accounts}. None of them is chosen.',
		'Meer accounts passen: {accounts}. Er wordt niet één gekozen.',
	],
	matchElsewhere: [
		'Matched by external id: account {account}, active in Alleo company {company}, while the person belongs to company {wanted}.',
		'Gekoppeld op extern id: account {account}, actief in Alleo-bedrijf {company}, terwijl de persoon bij bedrijf {wanted} hoort.',
	],
	matchTransfer: [
		'Account {account} of the earlier record {record}: same e-mail address and birthday.',
		'Account {account} van het eerdere record {record}: zelfde e-mailadres en geboortedatum.',
	],
	matchMerged: [
		'The account now goes with the later record {record}.',
		'Het account hoort nu bij het latere record {record}.',
	],
	matchAlleoOnly: [
		'Alleo account {account}, {state}, Alleo company {company}, {link}.',
		'Alleo-account {account}, {state}, Alleo-bedrijf {company}, {link}.',
	],
	stateActive: ['active', 'actief'],
	stateInactive: ['inactive', 'inactief'],
	registered: ['Account made on {date}.', 'Account gemaakt op {date}.'],
	offboarded: ['Off-boarded on {date}.', 'Geoffboard op {date}.'],
	noAccounts: [
		'No Alleo account came in at all; check that the Alleo node is connected.',
		'Er kwam geen enkel Alleo-account binnen; controleer of de Alleo-node is verbonden.',
	],
} as const satisfies TextTable;

/** Every sentence of an explanation that is not in the catalogue of codes, in both languages. */
const TEXT = { ...PERSON_TEXT, ...PLAN_TEXT } as const;

/** The keys whose texts have no places. */
export type ExplainTextKey = PlainKey<typeof TEXT>;

export const say = texts(TEXT);
