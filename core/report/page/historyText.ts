import type { BilingualText } from '../../issues/text';

/** The words about earlier decided plans. */
export const HISTORY_TEXT = {
	decidingAs: { en: 'You decide as', nl: 'U beslist als' },
	decidingAsHint: {
		en: 'You logged in to n8n with this name. Do not forward this link: who has it decides in your name.',
		nl: 'U bent met deze naam ingelogd in n8n. Stuur deze link niet door: wie hem heeft, beslist in uw naam.',
	},
	stateSuperseded: {
		en: 'There is a newer plan',
		nl: 'Er is een nieuwer plan',
	},
	supersededNote: {
		en: 'It was made on {time}. Decide there, or start a new dry run; this plan can only be rejected.',
		nl: 'Het is gemaakt op {time}. Beslis daar, of start een nieuwe proefrun; dit plan kan alleen worden afgewezen.',
	},
	onlyRejectOld: {
		en: 'Only rejecting is possible, because there is a newer plan.',
		nl: 'Alleen afwijzen is mogelijk, omdat er een nieuwer plan is.',
	},
	gone: {
		en: 'This plan no longer waits for a decision',
		nl: 'Dit plan wacht niet meer op een besluit',
	},
	goneNote: {
		en: 'Somebody decided on it already, or its time ran out. What you chose here was not sent. Look in the run log, or start a new dry run.',
		nl: 'Iemand heeft er al over beslist, of de tijd is voorbij. Wat u hier koos, is niet verzonden. Kijk in het logboek van de runs, of start een nieuwe proefrun.',
	},
	onlyNew: { en: 'Only new ({count})', nl: 'Alleen nieuw ({count})' },
	newSince: { en: 'New since {time}', nl: 'Nieuw sinds {time}' },
	seenBefore: { en: 'Seen before, on {time}', nl: 'Eerder gezien, op {time}' },
	rememberUntil: { en: 'Leave out again until', nl: 'Opnieuw overslaan tot en met' },
	rememberedNote: {
		en: 'Ticked because {who} left the same row out on {time}, until {until}.',
		nl: 'Aangevinkt omdat {who} dezelfde regel op {time} oversloeg, tot en met {until}.',
	},
} as const satisfies Record<string, BilingualText>;
