import type { Language } from '../issues';
import { texts } from '../ui/texts';
import type { Pair } from '../ui/texts';

/** What the watchdog says. */

export const CHECKS = ['no_success', 'undecided', 'failing', 'cut_off', 'ending'] as const;
export type WatchCheck = (typeof CHECKS)[number];

const subjects = texts({
	no_success: [
		'{customer}: no sync succeeded for too long',
		'{customer}: al te lang geen geslaagde synchronisatie',
	],
	undecided: [
		'{customer}: a plan waits for a decision',
		'{customer}: een plan wacht op een besluit',
	],
	failing: [
		'{customer}: the newest sync failed, wholly or in part',
		'{customer}: de nieuwste synchronisatie mislukte, geheel of deels',
	],
	cut_off: ['{customer}: a run broke off', '{customer}: een run is afgebroken'],
	ending: [
		'{customer}: the access to the HR system ends',
		'{customer}: de toegang tot het HR-systeem eindigt',
	],
	solved: ['{customer}: solved', '{customer}: opgelost'],
} as const satisfies Record<WatchCheck | 'solved', Pair>);

const alerts = texts({
	no_success: [
		'No run succeeded since {since}. Look whether the workflow is published, whether a plan waits for a decision, and what its newest execution says.',
		'Geen enkele run slaagde sinds {since}. Kijk of de workflow gepubliceerd is, of er een plan op een besluit wacht, en wat de nieuwste uitvoering zegt.',
	],
	undecided: [
		'Nobody decided since {since}. Open the link in the message about the plan, or start a new dry run when it expired.',
		'Niemand besliste sinds {since}. Open de link in het bericht over het plan, of start een nieuwe proefrun als het verlopen is.',
	],
	failing: [
		'Since {since}. What failed: {detail}. Look the code up in docs/troubleshooting.md.',
		'Sinds {since}. Wat mislukte: {detail}. Zoek de code op in docs/troubleshooting.md.',
	],
	cut_off: [
		'The run that started at {since} neither ended nor waits: n8n, or its machine, stopped in the middle of it. The next run goes on where it stopped; start a dry run if it cannot wait.',
		'De run die begon op {since} is niet afgerond en wacht niet: n8n, of de machine, stopte er middenin. De volgende run gaat verder waar hij bleef; start een proefrun als dat niet kan wachten.',
	],
	ending: ['{detail}', '{detail}'],
} as const satisfies Record<WatchCheck, Pair>);

const recovered = texts({
	no_success: ['A run succeeded again.', 'Er slaagde weer een run.'],
	undecided: ['No plan waits for a decision any more.', 'Er wacht geen plan meer op een besluit.'],
	failing: ['The newest run did not fail.', 'De nieuwste run mislukte niet.'],
	cut_off: ['The newest run did not break off.', 'De nieuwste run is niet afgebroken.'],
	ending: [
		'The access was renewed, or is in use again.',
		'De toegang is vernieuwd, of weer in gebruik.',
	],
	off: ['It is off: nobody waits for a run.', 'Hij staat uit: niemand wacht op een run.'],
} as const satisfies Record<WatchCheck | 'off', Pair>);

export interface WatchWords {
	customer: string;
	since: string;
	detail: string;
	/** The workflow is off: what is no longer wrong was not solved. */
	isOff: boolean;
}

export const watchText = (
	check: WatchCheck,
	isAlert: boolean,
	language: Language,
	{ isOff, ...params }: WatchWords,
): { subject: string; text: string } => ({
	subject: subjects(language)(isAlert ? check : 'solved', params),
	text: isAlert
		? alerts(language)(check, params)
		: recovered(language)(isOff && check === 'no_success' ? 'off' : check),
});
