import type { Pair } from '../../ui/texts';

/**
 * The templates of this package: the one table from which Installation, its page, the documents and the
 * tests read what there is, what it is for, and whether it is on.
 */

/**
 * `installation`: once in an n8n, made and wired by Installation. `customer`: one for each customer, made
 * by Integration: Create or imported. `byHand`: imported where it is needed. `start`: Installation itself.
 */
export type TemplateRole = 'start' | 'installation' | 'customer' | 'byHand';

/**
 * `always`: others call it or lead to it, so it is on whatever somebody did. `once`: put on when it is made; who switches
 * it off later keeps it off. `never`: a person switches it on.
 */
export type Publishing = 'always' | 'once' | 'never';

export interface BundledTemplate {
	role: TemplateRole;
	publish: Publishing;
	tags: readonly string[];
	/** What it is called on the page, and what it is for. */
	title: Pair;
	purpose: Pair;
	/** Types of credentials that its nodes have a place for, and that it does without. */
	without?: readonly string[];
}

export const TAG = 'Alleo';
const MACHINERY = [TAG, 'Alleo desk'];
const FORMS = [TAG, 'Alleo support'];
const CUSTOMERS = [TAG, 'Alleo customer'];

/**
 * By file name in workflows/, without .json. In the order in which they are made: the desk before those who
 * call it, and before the desk the page that its messages lead to.
 */
export const BUNDLE = {
	'start-here': {
		role: 'start',
		publish: 'once',
		tags: MACHINERY,
		title: ['Start here', 'Begin hier'],
		purpose: ['this page, to set up and update', 'deze pagina, voor inrichten en bijwerken'],
	},
	'plan-page': {
		role: 'installation',
		publish: 'always',
		tags: MACHINERY,
		title: ['The page of a plan', 'De pagina van een plan'],
		purpose: [
			'the permanent address of each plan: who decided what, and the result',
			'het vaste adres van elk plan: wie wat besloot, en het resultaat',
		],
	},
	inbox: {
		role: 'installation',
		publish: 'always',
		tags: MACHINERY,
		title: ['Questions about customers', 'Vragen over klanten'],
		purpose: [
			'values that are decided once for a customer: groups, companies, words, fields',
			'waarden die één keer voor een klant beslist worden: groepen, bedrijven, woorden, velden',
		],
	},
	'alleo-desk': {
		role: 'installation',
		publish: 'always',
		tags: MACHINERY,
		title: ['The desk', 'De balie'],
		purpose: [
			'run log, messages and errors of all customers',
			'runlog, berichten en fouten van alle klanten',
		],
	},
	'connect-nmbrs-customer': {
		role: 'installation',
		publish: 'once',
		tags: FORMS,
		title: ['Invite a customer: NMBRS', 'Klant uitnodigen: NMBRS'],
		purpose: [
			'invitation, the pages of the customer, first dry run',
			'uitnodiging, de pagina’s voor de klant, eerste proefrun',
		],
	},
	'connect-afas-customer': {
		role: 'installation',
		publish: 'once',
		tags: FORMS,
		title: ['Invite a customer: AFAS', 'Klant uitnodigen: AFAS'],
		purpose: [
			'invitation, the pages of the customer, first dry run',
			'uitnodiging, de pagina’s voor de klant, eerste proefrun',
		],
		without: ['nmbrsAppApi'],
	},
	'dry-run': {
		role: 'installation',
		publish: 'once',
		tags: FORMS,
		title: ['Dry run', 'Proefrun'],
		purpose: [
			'a dry run of one customer, by form',
			'een proefrun van één klant, via een formulier',
		],
	},
	'explain-a-person': {
		role: 'installation',
		publish: 'once',
		tags: FORMS,
		title: ['Why (no) access?', 'Waarom (geen) toegang?'],
		purpose: [
			'explains for one person what the sync does, and why',
			'legt voor één persoon uit wat de synchronisatie doet, en waarom',
		],
	},
	fleet: {
		role: 'installation',
		publish: 'once',
		tags: FORMS,
		title: ['All customers', 'Alle klanten'],
		purpose: ['who needs help today, on one page', 'wie vandaag hulp nodig heeft, op één pagina'],
	},
	'support-bundle': {
		role: 'installation',
		publish: 'once',
		tags: FORMS,
		title: ['Support bundle', 'Supportbundel'],
		purpose: [
			'one file about one customer to mail, without personal data',
			'één bestand over één klant om te mailen, zonder persoonsgegevens',
		],
	},
	'disconnect-customer': {
		role: 'installation',
		publish: 'once',
		tags: FORMS,
		title: ['Disconnect a customer', 'Klant ontkoppelen'],
		purpose: [
			'stops the sync, ends the consent, deletes credentials',
			'stopt de synchronisatie, beëindigt de toestemming, verwijdert credentials',
		],
	},
	'upgrade-customers': {
		role: 'installation',
		publish: 'once',
		tags: FORMS,
		title: ['Upgrade customers', 'Klanten bijwerken'],
		purpose: [
			'shows what an upgrade changes, and does it when you say so',
			'laat zien wat een update wijzigt, en doet die als u dat zegt',
		],
	},
	watchdog: {
		role: 'installation',
		publish: 'once',
		tags: MACHINERY,
		title: ['The watchdog', 'De bewaker'],
		purpose: [
			'tells when a customer has no good run, and the week',
			'meldt als een klant geen goede run heeft, en de week',
		],
	},
	'nmbrs-daily-sync': {
		role: 'customer',
		publish: 'never',
		tags: CUSTOMERS,
		title: ['Daily sync: NMBRS', 'Dagelijkse synchronisatie: NMBRS'],
		purpose: ['employees of one customer to Alleo', 'werknemers van één klant naar Alleo'],
	},
	'afas-daily-sync': {
		role: 'customer',
		publish: 'never',
		tags: CUSTOMERS,
		title: ['Daily sync: AFAS', 'Dagelijkse synchronisatie: AFAS'],
		purpose: ['employees of one customer to Alleo', 'werknemers van één klant naar Alleo'],
	},
	'file-daily-sync': {
		role: 'customer',
		publish: 'never',
		tags: CUSTOMERS,
		title: ['Daily sync: a file', 'Dagelijkse synchronisatie: een bestand'],
		purpose: [
			'employees of one customer from CSV or Excel to Alleo',
			'werknemers van één klant uit CSV of Excel naar Alleo',
		],
	},
	'nmbrs-salary-leave': {
		role: 'customer',
		publish: 'never',
		tags: CUSTOMERS,
		title: ['Salary and leave: NMBRS', 'Salaris en verlof: NMBRS'],
		purpose: ['monthly file of one customer', 'maandbestand van één klant'],
	},
	'afas-salary-leave': {
		role: 'customer',
		publish: 'never',
		tags: CUSTOMERS,
		title: ['Salary and leave: AFAS', 'Salaris en verlof: AFAS'],
		purpose: ['monthly file of one customer', 'maandbestand van één klant'],
	},
	'nmbrs-budgets': {
		role: 'customer',
		publish: 'never',
		tags: CUSTOMERS,
		title: ['Budgets: NMBRS', 'Budgetten: NMBRS'],
		purpose: [
			'file of one customer, every day or every month',
			'bestand van één klant, elke dag of elke maand',
		],
	},
	'afas-budgets': {
		role: 'customer',
		publish: 'never',
		tags: CUSTOMERS,
		title: ['Budgets: AFAS', 'Budgetten: AFAS'],
		purpose: [
			'file of one customer, every day or every month',
			'bestand van één klant, elke dag of elke maand',
		],
	},
	'send-file': {
		role: 'byHand',
		publish: 'never',
		tags: MACHINERY,
		title: ['Send a file', 'Een bestand versturen'],
		purpose: ['one for each SFTP server', 'één per SFTP-server'],
	},
} as const satisfies Record<string, BundledTemplate>;

export type TemplateName = keyof typeof BUNDLE;

export const bundled = (name: TemplateName): BundledTemplate => BUNDLE[name];

export const TEMPLATE_NAMES = Object.keys(BUNDLE).filter((name): name is TemplateName =>
	Object.hasOwn(BUNDLE, name),
);

/** What Installation makes, the desk first. */
export const INSTALLED: readonly TemplateName[] = TEMPLATE_NAMES.filter(
	(name) => bundled(name).role === 'installation',
);

export const DESK = 'alleo-desk' satisfies TemplateName;
export const PLAN_PAGE = 'plan-page' satisfies TemplateName;

/** The page with the questions about a customer, whose path the desk knows too. */
export const INBOX_PAGE = 'inbox' satisfies TemplateName;
