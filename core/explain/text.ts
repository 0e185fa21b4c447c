import type { Language } from '../issues';
import type { BilingualText } from '../issues/text';
import { fillText } from '../report/page/format';
import { PLAN_TEXT } from './planText';

/** The sentences about the person: found, in scope, held, matched. */
const PERSON_TEXT = {
	title: {
		en: 'Why did this person (not) get access?',
		nl: 'Waarom heeft deze persoon (geen) toegang?',
	},
	question: { en: 'Question', nl: 'Vraag' },
	judgedFor: { en: 'As of', nl: 'Peildatum' },
	noExplanation: {
		en: 'No explanation can be given now',
		nl: 'Er kan nu geen uitleg worden gegeven',
	},
	onlyRead: {
		en: 'Nothing was changed: this page only reads.',
		nl: 'Er is niets gewijzigd: deze pagina leest alleen.',
	},
	matchesMany: {
		en: '{count} people fit this question.',
		nl: '{count} mensen passen bij deze vraag.',
	},
	leftOut: {
		en: 'Only the first {shown} are explained. Ask with an employee number or an e-mail address.',
		nl: 'Alleen de eerste {shown} worden uitgelegd. Vraag met een personeelsnummer of e-mailadres.',
	},
	privateAddress: { en: '(private address, not shown)', nl: '(privéadres, niet getoond)' },
	someone: { en: 'This person', nl: 'Deze persoon' },
	numbered: { en: 'Employee number {number}', nl: 'Personeelsnummer {number}' },
	stepOk: { en: 'in order', nl: 'in orde' },
	stepStop: { en: 'stops here', nl: 'stopt hier' },
	stepInfo: { en: 'information', nl: 'informatie' },

	foundTitle: { en: 'In the HR system?', nl: 'In het HR-systeem?' },
	foundBy: { en: 'Found by {how}.', nl: 'Gevonden op {how}.' },
	byEmail: { en: 'e-mail address', nl: 'e-mailadres' },
	byPrivateEmail: { en: 'private e-mail address', nl: 'privé-e-mailadres' },
	byExternalId: { en: 'external id', nl: 'extern id' },
	byEmployeeNumber: { en: 'employee number', nl: 'personeelsnummer' },
	byName: { en: 'name', nl: 'naam' },
	byAlleoId: { en: 'number of the Alleo account', nl: 'nummer van het Alleo-account' },
	byAlleoEmail: {
		en: 'e-mail address of the Alleo account',
		nl: 'e-mailadres van het Alleo-account',
	},
	byAlleoPrivateEmail: {
		en: 'private e-mail address of the Alleo account',
		nl: 'privé-e-mailadres van het Alleo-account',
	},
	byAlleoName: { en: 'name of the Alleo account', nl: 'naam van het Alleo-account' },
	record: { en: 'Record: {facts}.', nl: 'Record: {facts}.' },
	externalId: { en: 'external id {id}', nl: 'extern id {id}' },
	employeeNumber: { en: 'employee number {number}', nl: 'personeelsnummer {number}' },
	companyFact: { en: 'company {company}', nl: 'bedrijf {company}' },
	matchOf: {
		en: 'This is record {match} of {matches} that fit the question.',
		nl: 'Dit is record {match} van {matches} die bij de vraag passen.',
	},
	nothingRead: {
		en: 'The HR system returned nobody at all, so nothing can be said about this person.',
		nl: 'Het HR-systeem gaf helemaal niemand terug, dus over deze persoon is niets te zeggen.',
	},
	notFoundComplete: {
		en: 'Not found. Everything was read completely ({parts} part(s), {people} people), so the HR system has no such record.',
		nl: 'Niet gevonden. Alles is volledig gelezen ({parts} deel/delen, {people} mensen), dus het HR-systeem heeft zo’n record niet.',
	},
	notFoundIncomplete: {
		en: 'Not found, but not everything was read: {parts}. The person may well be there.',
		nl: 'Niet gevonden, maar niet alles is gelezen: {parts}. De persoon kan daar wel staan.',
	},
	notFoundUnknown: {
		en: 'Not found among {people} people. Whether everything was read is not known, because nothing came in on "Coverage".',
		nl: 'Niet gevonden bij {people} mensen. Of alles is gelezen is niet bekend, want op "Coverage" kwam niets binnen.',
	},
	incompletePart: { en: '{name} ({error}; {code})', nl: '{name} ({error}; {code})' },
	heldWithoutName: {
		en: '{count} held record(s) are known by number only, without name and address. Ask with the employee number too.',
		nl: '{count} vastgehouden record(s) zijn alleen op nummer bekend, zonder naam en adres. Vraag ook met het personeelsnummer.',
	},
	outOfScopeHint: {
		en: 'Records of employee types that the source node leaves out, and people outside the chosen companies, are not looked at.',
		nl: 'Records van medewerkertypes die de bronnode weglaat, en mensen buiten de gekozen bedrijven, worden niet bekeken.',
	},
	nearTitle: { en: 'Could this be meant?', nl: 'Kan dit bedoeld zijn?' },
	nearSource: { en: 'in the HR system', nl: 'in het HR-systeem' },
	nearAlleo: { en: 'only in Alleo', nl: 'alleen in Alleo' },
	nearNoEmail: { en: 'no e-mail address', nl: 'geen e-mailadres' },
	sameName: { en: 'same name', nl: 'zelfde naam' },
	sameLocalPart: { en: 'same name before the @', nl: 'zelfde naam vóór de @' },
	similarName: { en: 'almost the same name', nl: 'bijna dezelfde naam' },
	similarAddress: { en: 'almost the same address', nl: 'bijna hetzelfde adres' },
	similarNumber: { en: 'same number, written differently', nl: 'zelfde nummer, anders geschreven' },

	scopeTitle: {
		en: 'In scope, and by which rule?',
		nl: 'Komt in aanmerking, en volgens welke regel?',
	},
	scopeNobody: {
		en: 'Not judged: there is no record in the HR system.',
		nl: 'Niet beoordeeld: er is geen record in het HR-systeem.',
	},
	firstDay: { en: 'First day {date}.', nl: 'Eerste dag {date}.' },
	lastDay: { en: 'Last day in service {date}.', nl: 'Laatste dag in dienst {date}.' },
	accessAllowed: {
		en: 'Access is not refused: selective sync is off, or the access field allows it.',
		nl: 'Toegang wordt niet geweigerd: selectieve synchronisatie staat uit, of het toegangsveld staat het toe.',
	},
	routed: {
		en: 'Routing value "{filter}" leads to Alleo company {company}.',
		nl: 'Routeringswaarde "{filter}" leidt naar Alleo-bedrijf {company}.',
	},
	unrouted: {
		en: 'Routing value "{filter}" leads to no Alleo company.',
		nl: 'Routeringswaarde "{filter}" leidt naar geen enkel Alleo-bedrijf.',
	},
	defaultCompany: {
		en: 'No routing value, so Alleo company {company}.',
		nl: 'Geen routeringswaarde, dus Alleo-bedrijf {company}.',
	},

	heldTitle: { en: 'Held back?', nl: 'Vastgehouden?' },
	notHeld: { en: 'Nothing holds this person.', nl: 'Niets houdt deze persoon tegen.' },
	heldNote: {
		en: 'A held person stays in Alleo as they are: no account is made, changed or closed.',
		nl: 'Een vastgehouden persoon blijft in Alleo zoals het is: geen account wordt gemaakt, gewijzigd of gesloten.',
	},

	matchTitle: { en: 'Matched on what in Alleo?', nl: 'Waarop gekoppeld in Alleo?' },
	matchId: {
		en: 'Matched by external id: account {account}, {state}, Alleo company {company}.',
		nl: 'Gekoppeld op extern id: account {account}, {state}, Alleo-bedrijf {company}.',
	},
	matchAdoptable: {
		en: 'Matched by e-mail address: account {account}, active, has no external id yet.',
		nl: 'Gekoppeld op e-mailadres: account {account}, actief, heeft nog geen extern id.',
	},
	matchInactiveEmail: {
		en: 'Not matched. The inactive account {account} has the same e-mail address, with {link}.',
		nl: 'Niet gekoppeld. Het inactieve account {account} heeft hetzelfde e-mailadres, met {link}.',
	},
	matchTaken: {
		en: 'Not matched. The e-mail address is on the active account {account} with {link}.',
		nl: 'Niet gekoppeld. Het e-mailadres staat op het actieve account {account} met {link}.',
	},
	withoutId: { en: 'no external id', nl: 'geen extern id' },
	withId: { en: 'external id {id}', nl: 'extern id {id}' },
	matchNobody: {
		en: 'Nobody: no Alleo account has this external id or this e-mail address.',
		nl: 'Niemand: geen enkel Alleo-account heeft dit externe id of dit e-mailadres.',
	},
	matchNobodyEmailClaimed: {
		en: 'Nobody: no Alleo account has this external id.',
		nl: 'Niemand: geen enkel Alleo-account heeft dit externe id.',
	},
	matchNothingFits: {
		en: 'No Alleo account fits this question either.',
		nl: 'Ook geen enkel Alleo-account past bij deze vraag.',
	},
	matchSeveral: {
		en: 'Several accounts match: {accounts}. None of them is chosen.',
		nl: 'Meer accounts passen: {accounts}. Er wordt niet één gekozen.',
	},
	matchElsewhere: {
		en: 'Matched by external id: account {account}, active in Alleo company {company}, while the person belongs to company {wanted}.',
		nl: 'Gekoppeld op extern id: account {account}, actief in Alleo-bedrijf {company}, terwijl de persoon bij bedrijf {wanted} hoort.',
	},
	matchTransfer: {
		en: 'Account {account} of the earlier record {record}: same e-mail address and birthday.',
		nl: 'Account {account} van het eerdere record {record}: zelfde e-mailadres en geboortedatum.',
	},
	matchMerged: {
		en: 'The account now goes with the later record {record}.',
		nl: 'Het account hoort nu bij het latere record {record}.',
	},
	matchAlleoOnly: {
		en: 'Alleo account {account}, {state}, Alleo company {company}, {link}.',
		nl: 'Alleo-account {account}, {state}, Alleo-bedrijf {company}, {link}.',
	},
	stateActive: { en: 'active', nl: 'actief' },
	stateInactive: { en: 'inactive', nl: 'inactief' },
	registered: { en: 'Account made on {date}.', nl: 'Account gemaakt op {date}.' },
	offboarded: { en: 'Off-boarded on {date}.', nl: 'Ge-offboard op {date}.' },
	noAccounts: {
		en: 'No Alleo account came in at all; check that the Alleo node is connected.',
		nl: 'Er kwam geen enkel Alleo-account binnen; controleer of de Alleo-node is verbonden.',
	},
} as const satisfies Record<string, BilingualText>;

/** Every sentence of an explanation that is not in the catalogue of codes, in both languages. */
export const TEXT = { ...PERSON_TEXT, ...PLAN_TEXT } as const;

/** Each run of spaces is looked at once, however long it is. */
const onOneLine = (text: string): string =>
	text.replace(/\s+/g, (run) => (/[\r\n\u2028\u2029]/.test(run) ? ' ' : run));

/** A value with a line break in it must not look like a line of ours. */
export const singleLine = (params: Record<string, string | number>): typeof params =>
	Object.fromEntries(
		Object.entries(params).map(([name, value]) => [
			name,
			typeof value === 'string' ? onOneLine(value) : value,
		]),
	);

export type TextKey = keyof typeof TEXT;

/** One sentence in one language, its `{places}` filled. */
export const fill = (
	key: TextKey,
	language: Language,
	params: Record<string, string | number> = {},
): string => fillText(TEXT[key][language], singleLine(params));
