import type { Language } from '../../../issues';
import { texts } from '../../../ui/texts';
import { sayIssue } from '../messages';
import type { TemplateVersion } from '../version';
import type { UpgradeChange, UpgradeProblem } from './problems';

/** What an upgrade does, or would do, to each workflow, in words. */

export type UpgradeOutcome =
	/** The template that ships. */
	| 'current'
	/** Shown, and not done. */
	| 'would'
	| 'upgraded'
	/** Something can't be merged; nothing was written. */
	| 'refused'
	/** Somebody saved the workflow after it was shown; nothing was written. */
	| 'changed'
	/** n8n did not do it, or not wholly. */
	| 'failed';

export interface WorkflowReport {
	workflow: string;
	url: string;
	customer: string;
	outcome: UpgradeOutcome;
	from: TemplateVersion | null;
	to: TemplateVersion | null;
	changes: readonly UpgradeChange[];
	problems: ReadonlyArray<Pick<UpgradeProblem, 'code' | 'params'>>;
	/** One redacted line of n8n, where it refused. */
	detail: string;
}

export const say = texts({
	title: ['Upgrade of the workflows', 'Workflows bijwerken'],
	current: ['up to date', 'bijgewerkt'],
	would: ['would be upgraded', 'zou worden bijgewerkt'],
	upgraded: ['upgraded', 'is bijgewerkt'],
	refused: ['not upgraded', 'niet bijgewerkt'],
	changed: [
		'not upgraded: saved by somebody after this was shown',
		'niet bijgewerkt: door iemand opgeslagen nadat dit is getoond',
	],
	failed: ['not upgraded: n8n refused', 'niet bijgewerkt: n8n weigerde'],
	versions: ['{template}, version {from} to {to}', '{template}, versie {from} naar {to}'],
	gone: [
		'No longer needed here, the desk or Send a file does it: {names}',
		'Hier niet meer nodig, dat doet de desk of Send a file: {names}',
	],
	added: ['New: {names}', 'Nieuw: {names}'],
	kept: ['Yours, and stays: {names}', 'Van u, en blijft: {names}'],
	keptOver: [
		'Yours, and stays, though the template has something new: {names}',
		'Van u, en blijft, al heeft de template iets nieuws: {names}',
	],
	keptNode: [
		'Your own nodes, kept with their connections: {names}',
		'Eigen nodes, met hun verbindingen behouden: {names}',
	],
	renamed: ['Kept under your names: {names}', 'Onder uw namen behouden: {names}'],
	unconnected: [
		'Kept on the canvas, without connections: {names}',
		'Op het canvas behouden, zonder verbindingen: {names}',
	],
	leftOut: ['Left out: {names}', 'Weggelaten: {names}'],
	schedule: ['Runs at: {names}', 'Start om: {names}'],
	form: ['The form keeps its address: {names}', 'Het formulier houdt zijn adres: {names}'],
	errorWorkflow: [
		'Your own error workflow stays, so the desk does not hear when a run stops.',
		'Uw eigen error workflow blijft; de desk hoort dus niet als een run stopt.',
	],
	errorsOfOthers: [
		'Others use this workflow as their error workflow, and it no longer hears when they stop. Choose the desk in their Settings / Error workflow: {names}',
		'Andere workflows gebruiken deze als error workflow, en die hoort niet meer als ze stoppen. Kies daar bij Settings / Error workflow de desk: {names}',
	],
	counts: [
		'{upgraded} upgraded, {would} to upgrade, {current} up to date, {refused} not',
		'{upgraded} bijgewerkt, {would} bij te werken, {current} actueel, {refused} niet',
	],
	common: ['The same for each that is upgraded', 'Hetzelfde voor elke die wordt bijgewerkt'],
	nothing: ['No workflow was found.', 'Er is geen workflow gevonden.'],
	back: [
		'To go back: open the workflow in n8n, choose Version history, restore the version before, and publish it. n8n keeps it for 24 hours without a licence that keeps longer; download it first if you want it for longer. A plan that waits is not touched: it goes on as it began.',
		'Terug: open de workflow in n8n, kies Version history, zet de vorige versie terug en publiceer die. n8n bewaart die 24 uur, tenzij uw licentie langer bewaart; download die vooraf als u die langer wilt houden. Een wachtend plan wordt niet geraakt: dat gaat verder zoals het begon.',
	],
});

/** The lines about one workflow, below its name. */
export function linesOf(report: WorkflowReport, language: Language): string[] {
	const { from, to, changes, problems, detail, outcome } = report;
	const versions =
		from === null || to === null || outcome === 'current'
			? []
			: [say(language)('versions', { template: to.name, from: from.version, to: to.version })];
	return [
		...versions,
		...problems.map((problem) => sayIssue(problem, language)),
		...(detail === '' ? [] : [detail]),
		...changes.map(({ kind, names }) =>
			kind === 'errorWorkflow'
				? say(language)('errorWorkflow')
				: say(language)(kind, { names: names.join(', ') }),
		),
	];
}

const ORDER: readonly UpgradeOutcome[] = [
	'failed',
	'changed',
	'refused',
	'would',
	'upgraded',
	'current',
];

/** What needs a person first. */
export const inOrder = (reports: readonly WorkflowReport[]): WorkflowReport[] =>
	ORDER.flatMap((outcome) => reports.filter((report) => report.outcome === outcome));

export function countsOf(reports: readonly WorkflowReport[]) {
	const of = (...outcomes: UpgradeOutcome[]): number =>
		reports.filter(({ outcome }) => outcomes.includes(outcome)).length;
	return {
		upgraded: of('upgraded'),
		would: of('would'),
		current: of('current'),
		refused: of('refused', 'changed', 'failed'),
	};
}

/** What is said of every workflow that is upgraded, where there are several: a page says it once. */
export function commonLines(reports: readonly WorkflowReport[], language: Language): string[] {
	const upgraded = reports.filter(({ outcome }) => outcome === 'would' || outcome === 'upgraded');
	const [first, ...others] = upgraded.map((report) => linesOf(report, language));
	if (first === undefined || others.length === 0) return [];
	return first.filter((line) => others.every((lines) => lines.includes(line)));
}
