import type { Language } from '../../issues';
import type { FileDataset } from '../../model/plan';
import { texts } from '../../ui/texts';
import type { PlainKey, Say, TextTable } from '../../ui/texts';
import { ACTION_WORDS } from '../../ui/actions';
import { ACTION_TEXT } from './actionText';
import { BUDGET_TEXT } from './budgetText';
import { DRAFT_TEXT } from './draftText';
import { FIELDS_TEXT } from './fieldsText';
import { FILE_TEXT, FILE_WORDS, BUDGET_FILE_WORDS } from './fileText';
import { HISTORY_TEXT } from './historyText';
import { IDENTITY_TEXT } from './identityText';
import { RESULT_TEXT } from './resultText';
import { SPLIT_TEXT } from './splitText';

/** Every word of the page that is not in the catalogue of codes, in both languages. */
export const TEXT = {
	product: ['Alleo sync', 'Alleo-synchronisatie'],
	dryRun: ['Dry run', 'Proefrun'],
	defaultTitle: ['Changes to Alleo', 'Wijzigingen in Alleo'],
	toDecision: ['Go to the decision', 'Naar het besluit'],
	toRows: ['Skip to the people', 'Direct naar de mensen'],
	source: ['Source', 'Bron'],
	referenceDate: ['Reference date', 'Peildatum'],
	made: ['Made', 'Gemaakt'],
	expires: ['Decide before', 'Beslis vóór'],
	planId: ['Plan', 'Plan'],
	nothingWritten: [
		'Nothing has been changed yet. Nothing changes in Alleo before you approve here.',
		'Er verandert niets in Alleo voordat u hier akkoord geeft.',
	],
	stateOpen: ['Waiting for your decision', 'Wacht op uw besluit'],
	stateBlocked: [
		'Look twice: {count} safety checks give a warning',
		'Kijk twee keer: {count} controles geven een waarschuwing',
	],
	stateBlockedOne: [
		'Look twice: 1 safety check gives a warning',
		'Kijk twee keer: 1 controle geeft een waarschuwing',
	],
	stateLocked: ['This plan cannot be approved', 'Dit plan kan niet worden goedgekeurd'],
	stateExpired: ['This plan expired', 'Dit plan is verlopen'],
	stateReport: ['Report of a dry run', 'Rapport van een proefrun'],
	reportNote: [
		'A proposal: nothing in Alleo was changed when this report was made.',
		'Een voorstel: toen dit rapport werd gemaakt, was er niets gewijzigd in Alleo.',
	],
	approvalBecause: ['Approval is needed because', 'Goedkeuring is nodig omdat'],
	allRead: ['Everything was read', 'Alles is gelezen'],
	notAllRead: ['Not everything was read', 'Niet alles is gelezen'],
	coverageUnknown: ['What was read is not known', 'Wat is gelezen is niet bekend'],
	coverageLine: [
		'{parts} of {total} parts, {people} {people|person|people}',
		'{parts} van {total} delen, {people} {people|persoon|mensen}',
	],
	coverageLineOne: ['{people} {people|person|people}', '{people} {people|persoon|mensen}'],
	coverage: ['What was read', 'Wat is gelezen'],
	part: ['Part of the HR system', 'Deel van het HR-systeem'],
	people: ['People', 'Mensen'],
	result: ['Result', 'Resultaat'],
	complete: ['Complete', 'Volledig'],
	incomplete: ['Not complete', 'Niet volledig'],
	counts: ['In this plan', 'In dit plan'],
	all: ['All', 'Alles'],
	show: ['show', 'toon'],
	shown: ['shown', 'getoond'],
	sumLine: [
		'{source} {source|person|people} in the HR system',
		'{source} {source|persoon|mensen} in het HR-systeem',
	],
	unchanged: ['unchanged', 'ongewijzigd'],
	upcoming: ['start later', 'beginnen later'],
	ended_unknown: ['left service and have no account', 'uit dienst en zonder account'],
	ineligible_unknown: ['take no part and have no account', 'doen niet mee en hebben geen account'],
	merged: ['went on under a new record', 'verder onder een nieuw record'],
	inPlan: ['in this plan', 'in dit plan'],
	outsideThisPlan: [
		'with a change or on hold, outside this plan',
		'met een wijziging of wachtend, buiten dit plan',
	],
	absentNone: [
		'Active in Alleo but not in the HR system: {count}; this plan ends none of these accounts.',
		'Actief in Alleo maar niet in het HR-systeem: {count}; dit plan beëindigt geen van deze accounts.',
	],
	absentLine: [
		'Active in Alleo but not in the HR system: {count}; this plan ends {acted} of these accounts.',
		'Actief in Alleo maar niet in het HR-systeem: {count}; dit plan beëindigt {acted} van deze accounts.',
	],
	guards: ['Safety checks that give a warning', 'Controles die een waarschuwing geven'],
	guardNumbers: ['{actual}, limit {limit}', '{actual}, grens {limit}'],
	guardCause: ['Background', 'Achtergrond'],
	guardAction: ['What to do', 'Wat te doen'],
	guardLocked: ['Cannot be overridden', 'Niet over te slaan'],
	guardsPassed: [
		'{count} safety {count|check|checks} in order',
		'{count} {count|controle|controles} in orde',
	],
	check: ['Check', 'Controle'],
	found: ['Found', 'Gevonden'],
	limit: ['Limit', 'Grens'],
	alleoCompany: ['Alleo company', 'Alleo-bedrijf'],
	perMonth: ['per month', 'per maand'],
	oneOff: ['one-off', 'eenmalig'],
	total: ['Total', 'Totaal'],
	rows: ['People in this plan', 'Mensen in dit plan'],
	search: ['Search name, e-mail or id', 'Zoek op naam, e-mail of id'],
	searchButton: ['Search', 'Zoeken'],
	clear: ['Clear', 'Wissen'],
	found_rows: ['{count} found', '{count} gevonden'],
	nobody: ['Nobody in this plan matches.', 'Niemand gevonden in dit plan.'],
	noRows: ['This plan changes nobody.', 'In dit plan verandert er voor niemand iets.'],
	pageOf: ['{from} to {to} of {total}', '{from} tot en met {to} van {total}'],
	pages: ['Pages', 'Pagina’s'],
	pageNumber: ['page {page} of {pages}', 'pagina {page} van {pages}'],
	firstPage: ['First', 'Eerste'],
	previous: ['Previous', 'Vorige'],
	next: ['Next', 'Volgende'],
	lastPage: ['Last', 'Laatste'],
	fold: ['Fold all', 'Alles inklappen'],
	unfold: ['Unfold all', 'Alles uitklappen'],
	filteredHere: [
		'{count} on this page; press Enter to search the whole plan',
		'{count} op deze pagina; druk op Enter om in het hele plan te zoeken',
	],
	what: ['What', 'Wat'],
	since: ['Since', 'Sinds'],
	sortBy: ['Sort by: {column}', 'Sorteer op: {column}'],
	up: ['sorted, first to last', 'gesorteerd, oplopend'],
	down: ['sorted, last to first', 'gesorteerd, aflopend'],
	new: ['new', 'nieuw'],
	unnamed: ['Name unknown', 'Naam onbekend'],
	account: ['Alleo account', 'Alleo-account'],
	evidence: ['What the HR system says', 'Wat het HR-systeem zegt'],
	changes: ['Changes', 'Wijzigingen'],
	field: ['Field', 'Veld'],
	from: ['Alleo now', 'Nu in Alleo'],
	to: ['Will be', 'Wordt'],
	empty: ['empty', 'leeg'],
	fieldsSet: ['The {count} fields of the new account', 'De {count} velden van het nieuwe account'],
	budget: ['Budget', 'Budget'],
	notice: ['Note', 'Let op'],
	nextStep: ['Next step', 'Volgende stap'],
	linkedTo: ['Belongs to the row of', 'Hoort bij de regel van'],
	leaveOut: ['Leave out', 'Sla over'],
	leaveOutReason: ['Reason', 'Reden'],
	forcedOut: ['Always left out', 'Altijd overgeslagen'],
	notices: ['Also good to know', 'Ook goed om te weten'],
	noticesNote: [
		'No decision is needed for these people.',
		'Voor deze mensen is geen besluit nodig.',
	],
	noticeStart: ['Start later', 'Beginnen later'],
	noticeEnd: ['Leave later', 'Gaan later uit dienst'],
	noticeLeaves: ['Left and off-boarded later', 'Uit dienst, wordt later geoffboard'],
	noticeGroups: ['Groups that Alleo does not have', 'Groepen die Alleo niet heeft'],
	noticeBudgets: [
		'Budgets that are not as in the last budget file',
		'Budgetten die anders zijn dan in het laatste budgetbestand',
	],
	noticeTransfer: ['Go on under a new record', 'Gaan verder onder een nieuw record'],
	noticeAbsent: [
		'Active in Alleo, not in the HR system',
		'Actief in Alleo, niet in het HR-systeem',
	],
	noticeIneligible: [
		'Take no part any more, still active in Alleo',
		'Doen niet meer mee, nog actief in Alleo',
	],
	andMore: ['and {count} more', 'en nog {count}'],
	decision: ['Your decision', 'Uw besluit'],
	yourName: ['Your name', 'Uw naam'],
	yourNameHint: [
		'Recorded with the decision. Do not forward this link: who has it can decide.',
		'Wordt vastgelegd. Stuur deze link niet door: wie hem heeft, kan beslissen.',
	],
	comment: ['Comment', 'Toelichting'],
	required: ['required', 'verplicht'],
	optional: ['optional', 'optioneel'],
	toApprove: ['to approve', 'om goed te keuren'],
	confirm: [
		'I have seen who is off-boarded: {count} people in this plan lose access.',
		'Ik heb gezien wie er wordt geoffboard: {count} mensen in dit plan verliezen hun toegang.',
	],
	confirmOne: [
		'I have seen who is off-boarded: 1 person in this plan loses access.',
		'Ik heb gezien wie er wordt geoffboard: 1 persoon in dit plan verliest de toegang.',
	],
	typedCount: ['How many people does this plan off-board?', 'Hoeveel mensen offboardt dit plan?'],
	typedCountHint: [
		'A safety check gives a warning. Type the number from the tile “Off-board”.',
		'Een controle geeft een waarschuwing. Typ het aantal van de tegel ‘Offboarden’.',
	],
	leftOutCount: ['{count} people are left out', '{count} mensen worden overgeslagen'],
	leftOutCountOne: ['1 person is left out', '1 persoon wordt overgeslagen'],
	leftOutHow: [
		'To leave somebody out, tick “Leave out” at that person.',
		'Vink ‘Sla over’ aan bij wie u wilt overslaan.',
	],
	leftOutReason: ['Reason for leaving out', 'Reden van overslaan'],
	leftOutReasonHint: [
		'For everybody who is left out without an own reason.',
		'Voor ieder die zonder eigen reden wordt overgeslagen.',
	],
	approve: ['Approve', 'Goedkeuren'],
	approveHint: ['Without whoever you leave out.', 'Zonder wie u overslaat.'],
	approveAndEnable: ['Approve and enable', 'Goedkeuren en inschakelen'],
	approveAndEnableHint: [
		'Applies this plan. When every change succeeded, the daily sync is switched on: it then applies ordinary changes by itself and asks only when a safety check gives a warning.',
		'Voert dit plan door. Als elke wijziging is gelukt, gaat de dagelijkse synchronisatie aan: die voert gewone wijzigingen dan zelf door en vraagt alleen om een besluit als een controle een waarschuwing geeft.',
	],
	approveOnlyHint: [
		'Without whoever you leave out. The daily sync stays off.',
		'Zonder wie u overslaat. De dagelijkse synchronisatie blijft uit.',
	],
	approveWithout: ['Approve without off-boardings', 'Goedkeuren zonder te offboarden'],
	approveWithoutHint: ['Everybody keeps access.', 'Iedereen houdt toegang.'],
	reject: ['Reject', 'Afwijzen'],
	rejectHint: ['Nothing is changed.', 'Er wordt niets gewijzigd.'],
	onlyReject: [
		'Only rejecting is possible, because these safety checks cannot be overridden:',
		'U kunt dit plan alleen afwijzen. Deze controles zijn niet over te slaan:',
	],
	expiredNote: [
		'It was valid until {time}. Start a new dry run to decide on the present situation.',
		'Het was geldig tot {time}. Start een nieuwe proefrun om over de huidige situatie te beslissen.',
	],
	downloads: ['Download', 'Downloaden'],
	downloadHtml: ['Report (HTML)', 'Rapport (HTML)'],
	downloadCsv: ['Table (CSV)', 'Tabel (CSV)'],
	downloadMd: ['Text (Markdown)', 'Tekst (Markdown)'],
	problems: ['Nothing was decided yet', 'Er is nog niets besloten'],
	...ACTION_WORDS,
	...ACTION_TEXT,
	...BUDGET_TEXT,
	...DRAFT_TEXT,
	...FIELDS_TEXT,
	...FILE_TEXT,
	...HISTORY_TEXT,
	...IDENTITY_TEXT,
	...RESULT_TEXT,
	...SPLIT_TEXT,
} as const satisfies TextTable;

/** The keys whose texts have no places. */
export type TextKey = PlainKey<typeof TEXT>;

export type PageWords = Say<typeof TEXT>;

const ofPeople = texts(TEXT);
const ofDataset = {
	salaryLeave: texts(TEXT, FILE_WORDS),
	budgets: texts(TEXT, BUDGET_FILE_WORDS),
} as const satisfies Record<FileDataset, unknown>;

/** @param dataset of a plan for a file, which has words of its own for some keys */
export const say = (language: Language, dataset?: FileDataset): PageWords =>
	(dataset === undefined ? ofPeople : ofDataset[dataset])(language);
