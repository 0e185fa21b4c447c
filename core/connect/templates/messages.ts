import { resolveCarried } from '../../issues';
import type { CarriedIssue, Language } from '../../issues';
import { html } from '../../ui/html';
import { texts } from '../../ui/texts';
import type { Schedule } from './schedule';

/** What support reads: the subject and the text of each step, in the language of the customer's workflow. */

export interface Message {
	subject: string;
	text: string;
}

export const say = texts({
	created: ['{customer} has connected {system}', '{customer} heeft {system} verbonden'],
	createdText: [
		'Its daily sync was made, and is off until a first run is approved: {url} Then it runs {at}.',
		'De dagelijkse synchronisatie is gemaakt en staat uit tot een eerste run is goedgekeurd: {url} Daarna draait die {at}.',
	],
	salaryLeaveText: [
		'Its salary and leave workflow was made too, and is off until a first run is approved: {url}',
		'De workflow voor salaris en verlof is ook gemaakt en staat uit tot een eerste run is goedgekeurd: {url}',
	],
	budgetsText: [
		'Its budget workflow was made too, and is off until a first run is approved: {url}',
		'De workflow voor budgetten is ook gemaakt en staat uit tot een eerste run is goedgekeurd: {url}',
	],
	saidOfPay: [
		'What the customer said of salary and leave. {said}',
		'Wat de klant over salaris en verlof aangaf. {said}',
	],
	daily: ['every day at {times}', 'elke dag om {times}'],
	dailyIn: ['every day at {times} ({zone})', 'elke dag om {times} ({zone})'],
	and: ['{one} and {other}', '{one} en {other}'],
	bySchedule: ['at the times of its schedule', 'op de tijden van het schema'],
	again: ['{customer} has connected {system} again', '{customer} heeft {system} opnieuw verbonden'],
	againOn: [
		'The daily sync is on and goes on with it at its next time; what was set stays: {url}',
		'De dagelijkse synchronisatie staat aan en gaat op het volgende tijdstip verder; wat was ingesteld, blijft: {url}',
	],
	againOff: [
		'The daily sync is off until a run is approved; what was set stays: {url}',
		'De dagelijkse synchronisatie staat uit tot een run is goedgekeurd; wat was ingesteld, blijft: {url}',
	],
	waits: ['{customer}: the dry run is ready', '{customer}: de proefrun is klaar'],
	waitsText: [
		'In this plan: {counts}. Look at the plan with the customer, then approve and enable, or reject: {link}',
		'In dit plan: {counts}. Bekijk het plan met de klant en kies goedkeuren en inschakelen, of afwijzen: {link}',
	],
	waitsLink: [
		'Look at the plan with the customer, then approve and enable, or reject: {link}',
		'Bekijk het plan met de klant en kies goedkeuren en inschakelen, of afwijzen: {link}',
	],
	numbers: ['In this plan: {counts}.', 'In dit plan: {counts}.'],
	look: ['Look at the plan and approve or reject it', 'Bekijk het plan en keur het goed of af'],
	nothing: [
		'{customer}: the dry run found nothing to change',
		'{customer}: de proefrun vond niets om te wijzigen',
	],
	nothingText: [
		'Alleo is in step with {system} already, so there is no plan to approve. To switch the daily sync on, set Approval in Sync Settings to When a Guard Trips and publish the workflow: {url}',
		'Alleo loopt al gelijk met {system}, dus er is geen plan om goed te keuren. Zet om in te schakelen Approval in Sync Settings op When a Guard Trips en publiceer de workflow: {url}',
	],
	nothingOn: [
		'Alleo is in step with {system} already, so there is no plan to approve: {url}',
		'Alleo loopt al gelijk met {system}, dus er is geen plan om goed te keuren: {url}',
	],
	failed: ['{customer}: the dry run stopped', '{customer}: de proefrun is gestopt'],
	running: ['{customer}: the dry run takes longer', '{customer}: de proefrun duurt langer'],
	execution: ['The run in n8n: {url}', 'De run in n8n: {url}'],
	enabled: [
		'{customer}: the daily sync is on',
		'{customer}: de dagelijkse synchronisatie staat aan',
	],
	enabledText: [
		'From now on it runs {at}, applies ordinary changes by itself, and asks when a safety check gives a warning: {url}',
		'Vanaf nu draait die {at}, voert gewone wijzigingen zelf door en vraagt iets als een controle een waarschuwing geeft: {url}',
	],
	disconnected: ['{customer} is disconnected', '{customer} is ontkoppeld'],
	disconnectedPartly: [
		'{customer} is disconnected, with something left to do',
		'{customer} is ontkoppeld; er is nog iets te doen',
	],
	kept: [
		'The workflow and its settings were kept, off: {url} Accounts in Alleo stay as they are. A plan that already waits for approval can still be approved until it expires.',
		'De workflow en de instellingen zijn bewaard en staan uit: {url} Accounts in Alleo blijven zoals ze zijn. Een plan dat al op een besluit wacht, kan worden goedgekeurd tot het verloopt.',
	],
	unpublishDone: ['Switched off: {workflow}.', 'Uitgezet: {workflow}.'],
	unpublishAlready: ['Was off already: {workflow}.', 'Stond al uit: {workflow}.'],
	keptAll: [
		'The workflows and their settings were kept, off: {url} Accounts in Alleo stay as they are. A plan that already waits for a decision can still be approved until it expires.',
		'De workflows en de instellingen zijn bewaard en staan uit: {url} Accounts in Alleo blijven zoals ze zijn. Een plan dat al op een besluit wacht, kan worden goedgekeurd tot het verloopt.',
	],
	invitationsEnded: [
		'Its invitations were ended; no link of it works any more.',
		'De uitnodigingen zijn beëindigd; geen link werkt nog.',
	],
	revokeDone: ['The NMBRS token was taken back.', 'Het NMBRS-token is ingetrokken.'],
	deleteDone: [
		'The credential "{credential}" was deleted.',
		'De credential "{credential}" is verwijderd.',
	],
	deleteAlready: [
		'The credential "{credential}" was deleted before.',
		'De credential "{credential}" was al verwijderd.',
	],
});

/** What happened, why and what to do, in one line, with the code that the guides explain. */
export function sayIssue(issue: CarriedIssue, language: Language): string {
	const { code, message, why, action } = resolveCarried(issue, language);
	return `${[message, why, action].filter((part) => part !== null).join(' ')} (${code})`;
}

/** A text as a page shows it, each line on its own; then the plan, to click on. */
export const toPage = (text: string, plan: { link: string; label: string } | null): string => {
	const lines = text.split('\n').flatMap((line, at) => [at === 0 ? '' : html`<br />`, line]);
	const look = plan && html`<br /><br /><a href="${plan.link}">${plan.label}</a>`;
	return html`${lines}${look ?? ''}`.markup;
};

/** When it runs by itself, as part of a sentence: "every day at 04:42 and 20:42 (Europe/Amsterdam)". */
export function sayRunTimes(
	{ runs_at: times, time_zone: zone }: Schedule,
	language: Language,
): string {
	if (times === null) return say(language)('bySchedule');
	const [first = '', ...more] = times;
	const all = more.reduce((one, other) => say(language)('and', { one, other }), first);
	return zone === null
		? say(language)('daily', { times: all })
		: say(language)('dailyIn', { times: all, zone });
}
