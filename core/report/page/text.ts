import type { BilingualText } from '../../issues/text';
import type { Language } from '../../issues';
import { fillText } from './format';
import type { FileDataset } from '../../plan';
import { FILE_TEXT, FILE_WORDS } from './fileText';
import { HISTORY_TEXT } from './historyText';
import { RESULT_TEXT } from './resultText';

/** Every word of the page that is not in the catalogue of codes, in both languages. */
export const TEXT = {
	product: { en: 'Alleo sync', nl: 'Alleo-synchronisatie' },
	dryRun: { en: 'Dry run', nl: 'Proefrun' },
	defaultTitle: { en: 'Changes to Alleo', nl: 'Wijzigingen in Alleo' },
	toDecision: { en: 'Go to the decision', nl: 'Naar het besluit' },
	toRows: { en: 'Skip to the people', nl: 'Direct naar de mensen' },
	source: { en: 'Source', nl: 'Bron' },
	referenceDate: { en: 'Reference date', nl: 'Peildatum' },
	made: { en: 'Made', nl: 'Gemaakt' },
	expires: { en: 'Decide before', nl: 'Beslis vóór' },
	planId: { en: 'Plan', nl: 'Plan' },
	nothingWritten: {
		en: 'Nothing has been changed yet. Alleo changes only after an approval on this page.',
		nl: 'Er is nog niets gewijzigd. Alleo wijzigt pas na goedkeuring op deze pagina.',
	},
	stateOpen: { en: 'Waiting for your decision', nl: 'Wacht op uw besluit' },
	stateBlocked: {
		en: 'Look twice: {count} safety checks tripped',
		nl: 'Kijk twee keer: {count} bewakingen gingen af',
	},
	stateBlockedOne: {
		en: 'Look twice: 1 safety check tripped',
		nl: 'Kijk twee keer: 1 bewaking ging af',
	},
	stateLocked: { en: 'This plan cannot be approved', nl: 'Dit plan kan niet worden goedgekeurd' },
	stateExpired: { en: 'This plan expired', nl: 'Dit plan is verlopen' },
	stateReport: { en: 'Report of a dry run', nl: 'Rapport van een proefrun' },
	reportNote: {
		en: 'A proposal: nothing in Alleo was changed when this report was made.',
		nl: 'Een voorstel: er was niets gewijzigd in Alleo toen dit rapport werd gemaakt.',
	},
	approvalBecause: { en: 'Approval is needed because', nl: 'Goedkeuring is nodig omdat' },
	allRead: { en: 'Everything was read', nl: 'Alles is gelezen' },
	notAllRead: { en: 'Not everything was read', nl: 'Niet alles is gelezen' },
	coverageUnknown: { en: 'What was read is not known', nl: 'Wat is gelezen is niet bekend' },
	coverageLine: {
		en: '{parts} of {total} parts, {people} people',
		nl: '{parts} van {total} delen, {people} mensen',
	},
	coverageLineOne: { en: '{people} people', nl: '{people} mensen' },
	coverage: { en: 'What was read', nl: 'Wat is gelezen' },
	part: { en: 'Part of the HR system', nl: 'Deel van het HR-systeem' },
	people: { en: 'People', nl: 'Mensen' },
	result: { en: 'Result', nl: 'Resultaat' },
	complete: { en: 'Complete', nl: 'Volledig' },
	incomplete: { en: 'Not complete', nl: 'Niet volledig' },
	counts: { en: 'In this plan', nl: 'In dit plan' },
	all: { en: 'All', nl: 'Alles' },
	show: { en: 'show', nl: 'toon' },
	shown: { en: 'shown', nl: 'getoond' },
	deactivate: { en: 'Off-board', nl: 'Offboarden' },
	hold: { en: 'Held', nl: 'Vastgehouden' },
	reactivate: { en: 'Re-activate', nl: 'Heractiveren' },
	create: { en: 'Onboard', nl: 'Onboarden' },
	update: { en: 'Update', nl: 'Bijwerken' },
	deactivateHint: { en: 'lose access', nl: 'verliezen toegang' },
	holdHint: { en: 'wait for a person', nl: 'wachten op een mens' },
	reactivateHint: { en: 'get access back', nl: 'krijgen toegang terug' },
	createHint: { en: 'get an account', nl: 'krijgen een account' },
	updateHint: { en: 'change', nl: 'wijzigen' },
	deactivateTitle: { en: 'Off-boardings', nl: 'Offboardings' },
	holdTitle: { en: 'Held people', nl: 'Vastgehouden mensen' },
	reactivateTitle: { en: 'Re-activations', nl: 'Heractiveringen' },
	createTitle: { en: 'Onboardings', nl: 'Onboardings' },
	updateTitle: { en: 'Updates', nl: 'Wijzigingen' },
	deactivateNote: {
		en: 'These people lose access to Alleo and their budgets are cancelled.',
		nl: 'Deze mensen verliezen hun toegang tot Alleo en hun budgetten vervallen.',
	},
	holdNote: {
		en: 'Nothing happens to these people. Each one needs the step that is named.',
		nl: 'Met deze mensen gebeurt niets. Bij ieder staat welke stap nodig is.',
	},
	reactivateNote: {
		en: 'These accounts are switched on again. Check their budgets in Alleo afterwards.',
		nl: 'Deze accounts worden weer ingeschakeld. Controleer daarna de budgetten in Alleo.',
	},
	createNote: {
		en: 'These people get an account. Alleo may send them a welcome mail at once.',
		nl: 'Deze mensen krijgen een account. Alleo kan hun meteen een welkomstmail sturen.',
	},
	updateNote: {
		en: 'These accounts get the values of the HR system.',
		nl: 'Deze accounts krijgen de waarden van het HR-systeem.',
	},
	sumLine: {
		en: '{source} people in the HR system',
		nl: '{source} mensen in het HR-systeem',
	},
	unchanged: { en: 'unchanged', nl: 'ongewijzigd' },
	upcoming: { en: 'start later', nl: 'beginnen later' },
	ended_unknown: { en: 'left and never in Alleo', nl: 'uit dienst en nooit in Alleo' },
	ineligible_unknown: {
		en: 'not eligible and never in Alleo',
		nl: 'komen niet in aanmerking en nooit in Alleo',
	},
	merged: { en: 'moved to a new record', nl: 'overgegaan naar een nieuw record' },
	inPlan: { en: 'in this plan', nl: 'in dit plan' },
	absentLine: {
		en: 'Active in Alleo but not in the HR system: {count}; of these this plan off-boards {acted}.',
		nl: 'Actief in Alleo maar niet in het HR-systeem: {count}; daarvan offboardt dit plan er {acted}.',
	},
	guards: { en: 'Safety checks that tripped', nl: 'Bewakingen die afgingen' },
	guardNumbers: { en: '{actual}, limit {limit}', nl: '{actual}, grens {limit}' },
	guardCause: { en: 'Background', nl: 'Achtergrond' },
	guardAction: { en: 'What to do', nl: 'Wat te doen' },
	guardLocked: { en: 'Cannot be overridden', nl: 'Niet over te slaan' },
	guardsPassed: {
		en: '{count} safety checks passed',
		nl: '{count} bewakingen gaven geen alarm',
	},
	check: { en: 'Check', nl: 'Bewaking' },
	found: { en: 'Found', nl: 'Gevonden' },
	limit: { en: 'Limit', nl: 'Grens' },
	alleoCompany: { en: 'Alleo company', nl: 'Alleo-bedrijf' },
	perMonth: { en: 'per month', nl: 'per maand' },
	oneOff: { en: 'one-off', nl: 'eenmalig' },
	total: { en: 'Total', nl: 'Totaal' },
	rows: { en: 'People in this plan', nl: 'Mensen in dit plan' },
	search: { en: 'Search name, e-mail or id', nl: 'Zoek op naam, e-mail of id' },
	searchButton: { en: 'Search', nl: 'Zoek' },
	clear: { en: 'Clear', nl: 'Wis' },
	found_rows: { en: '{count} found', nl: '{count} gevonden' },
	nobody: { en: 'Nobody in this plan matches.', nl: 'Niemand in dit plan voldoet.' },
	noRows: { en: 'This plan changes nobody.', nl: 'Dit plan wijzigt niemand.' },
	pageOf: { en: '{from} to {to} of {total}', nl: '{from} tot en met {to} van {total}' },
	pages: { en: 'Pages', nl: 'Pagina’s' },
	pageNumber: { en: 'page {page} of {pages}', nl: 'pagina {page} van {pages}' },
	firstPage: { en: 'First', nl: 'Eerste' },
	previous: { en: 'Previous', nl: 'Vorige' },
	next: { en: 'Next', nl: 'Volgende' },
	lastPage: { en: 'Last', nl: 'Laatste' },
	fold: { en: 'Fold all', nl: 'Alles inklappen' },
	unfold: { en: 'Unfold all', nl: 'Alles uitklappen' },
	filteredHere: {
		en: '{count} on this page; press Enter to search the whole plan',
		nl: '{count} op deze pagina; druk op Enter om in het hele plan te zoeken',
	},
	unnamed: { en: 'Name unknown', nl: 'Naam onbekend' },
	account: { en: 'Alleo account', nl: 'Alleo-account' },
	evidence: { en: 'What the HR system says', nl: 'Wat het HR-systeem zegt' },
	changes: { en: 'Changes', nl: 'Wijzigingen' },
	field: { en: 'Field', nl: 'Veld' },
	from: { en: 'Alleo now', nl: 'Nu in Alleo' },
	to: { en: 'Will be', nl: 'Wordt' },
	empty: { en: 'empty', nl: 'leeg' },
	fieldsSet: {
		en: 'The {count} fields of the new account',
		nl: 'De {count} velden van het nieuwe account',
	},
	budget: { en: 'Budget', nl: 'Budget' },
	notice: { en: 'Note', nl: 'Let op' },
	nextStep: { en: 'Next step', nl: 'Volgende stap' },
	linkedTo: { en: 'Belongs to the row of', nl: 'Hoort bij de regel van' },
	leaveOut: { en: 'Leave out', nl: 'Sla over' },
	leaveOutReason: { en: 'Reason', nl: 'Reden' },
	forcedOut: { en: 'Always left out', nl: 'Altijd overgeslagen' },
	notices: { en: 'Also good to know', nl: 'Ook goed om te weten' },
	noticesNote: {
		en: 'No decision is needed for these people.',
		nl: 'Voor deze mensen is geen besluit nodig.',
	},
	noticeStart: { en: 'Start later', nl: 'Beginnen later' },
	noticeEnd: { en: 'Leave later', nl: 'Gaan later uit dienst' },
	noticeTransfer: { en: 'Move to a new record', nl: 'Gaan over naar een nieuw record' },
	noticeAbsent: {
		en: 'Active in Alleo, not in the HR system',
		nl: 'Actief in Alleo, niet in het HR-systeem',
	},
	noticeIneligible: {
		en: 'Not eligible any more, still active in Alleo',
		nl: 'Komen niet meer in aanmerking, nog actief in Alleo',
	},
	andMore: { en: 'and {count} more', nl: 'en nog {count}' },
	decision: { en: 'Your decision', nl: 'Uw besluit' },
	yourName: { en: 'Your name', nl: 'Uw naam' },
	yourNameHint: {
		en: 'Recorded with the decision. Do not forward this link: who has it can decide.',
		nl: 'Wordt vastgelegd. Stuur deze link niet door: wie hem heeft, kan beslissen.',
	},
	comment: { en: 'Comment', nl: 'Toelichting' },
	required: { en: 'required', nl: 'verplicht' },
	optional: { en: 'optional', nl: 'optioneel' },
	toApprove: { en: 'to approve', nl: 'om goed te keuren' },
	typedCount: {
		en: 'How many people does this plan off-board?',
		nl: 'Hoeveel mensen offboardt dit plan?',
	},
	typedCountHint: {
		en: 'A safety check tripped. Type the number from the tile “Off-board”.',
		nl: 'Er ging een bewaking af. Typ het aantal van de tegel ‘Offboarden’.',
	},
	leftOutCount: { en: '{count} people are left out', nl: '{count} mensen worden overgeslagen' },
	leftOutCountOne: { en: '1 person is left out', nl: '1 persoon wordt overgeslagen' },
	leftOutHow: {
		en: 'To leave somebody out, tick “Leave out” at that person.',
		nl: 'Vink ‘Sla over’ aan bij wie u wilt overslaan.',
	},
	leftOutReason: { en: 'Reason for leaving out', nl: 'Reden van overslaan' },
	leftOutReasonHint: {
		en: 'For everybody who is left out without an own reason.',
		nl: 'Voor ieder die zonder eigen reden wordt overgeslagen.',
	},
	approve: { en: 'Approve', nl: 'Goedkeuren' },
	approveHint: {
		en: 'As this page shows.',
		nl: 'Zoals deze pagina toont.',
	},
	approveAndEnable: { en: 'Approve and enable', nl: 'Goedkeuren en inschakelen' },
	approveAndEnableHint: {
		en: 'Applies this plan. When every change succeeded, the daily sync is switched on: it then applies ordinary changes by itself and asks only when a safety check trips.',
		nl: 'Voert dit plan door. Als elke wijziging is gelukt, gaat de dagelijkse synchronisatie aan: die voert gewone wijzigingen dan zelf door en vraagt alleen iets als een bewaking afgaat.',
	},
	approveOnlyHint: {
		en: 'As this page shows. The daily sync stays off.',
		nl: 'Zoals deze pagina toont. De dagelijkse synchronisatie blijft uit.',
	},
	approveWithout: { en: 'Approve without off-boardings', nl: 'Goedkeuren zonder offboardings' },
	approveWithoutHint: {
		en: 'Everybody keeps access.',
		nl: 'Iedereen houdt toegang.',
	},
	reject: { en: 'Reject', nl: 'Afwijzen' },
	rejectHint: { en: 'Nothing is changed.', nl: 'Er wordt niets gewijzigd.' },
	onlyReject: {
		en: 'Only rejecting is possible, because these safety checks cannot be overridden:',
		nl: 'Alleen afwijzen is mogelijk, omdat deze bewakingen niet over te slaan zijn:',
	},
	expiredNote: {
		en: 'It was valid until {time}. Start a new dry run to decide on the present situation.',
		nl: 'Het was geldig tot {time}. Start een nieuwe proefrun om over de huidige situatie te beslissen.',
	},
	downloads: { en: 'Take it with you', nl: 'Neem het mee' },
	downloadHtml: { en: 'Report (HTML)', nl: 'Rapport (HTML)' },
	downloadCsv: { en: 'Table (CSV)', nl: 'Tabel (CSV)' },
	downloadMd: { en: 'Text (Markdown)', nl: 'Tekst (Markdown)' },
	problems: { en: 'Nothing was decided yet', nl: 'Er is nog niets besloten' },
	...FILE_TEXT,
	...HISTORY_TEXT,
	...RESULT_TEXT,
} as const satisfies Record<string, BilingualText>;

export type TextKey = keyof typeof TEXT;

export type Translate = (key: TextKey, params?: Record<string, string | number>) => string;

/** @param dataset of a plan for a file, which has words of its own for some keys */
export const translator =
	(language: Language, dataset?: FileDataset): Translate =>
	(key, params = {}) => {
		const text = dataset === undefined ? TEXT[key] : (FILE_WORDS[key] ?? TEXT[key]);
		return fillText(text[language], params);
	};
