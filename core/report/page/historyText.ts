import type { TextTable } from '../../ui/texts';

/** The words about earlier decided plans. */
export const HISTORY_TEXT = {
	decidingAs: ['You decide as', 'U beslist als'],
	decidingAsHint: [
		'You logged in to n8n with this name. Do not forward this link: who has it decides in your name.',
		'U bent met deze naam ingelogd in n8n. Stuur deze link niet door: wie hem heeft, beslist in uw naam.',
	],
	stateSuperseded: ['There is a newer plan', 'Er is een nieuwer plan'],
	supersededNote: [
		'It was made on {time}. Decide there, or start a new dry run; this plan can only be rejected.',
		'Het is gemaakt op {time}. Beslis daar, of start een nieuwe proefrun; dit plan kan alleen worden afgewezen.',
	],
	toNewerPlan: ['Open the newer plan', 'Open het nieuwere plan'],
	onlyRejectOld: [
		'Only rejecting is possible, because there is a newer plan.',
		'Alleen afwijzen is mogelijk, omdat er een nieuwer plan is.',
	],
	gone: ['This plan no longer waits for a decision', 'Dit plan wacht niet meer op een besluit'],
	goneNote: [
		'Somebody decided on it already, or its time ran out. What you chose here was not sent.',
		'Iemand heeft er al over beslist, of de tijd is voorbij. Wat u hier koos, is niet verzonden.',
	],
	goneLook: [
		'Look in the run log, or start a new dry run.',
		'Kijk in het logboek van de runs, of start een nieuwe proefrun.',
	],
	onlyNew: ['Only new ({count})', 'Alleen nieuw ({count})'],
	newSince: ['New since {time}', 'Nieuw sinds {time}'],
	seenBefore: ['Seen before, on {time}', 'Eerder gezien, op {time}'],
	rememberUntil: ['Leave out again until', 'Opnieuw overslaan tot en met'],
	rememberedNote: [
		'Ticked because {who} left the same row out on {time}, until {until}.',
		'Aangevinkt omdat {who} dezelfde regel op {time} oversloeg, tot en met {until}.',
	],
} as const satisfies TextTable;
