import type { BilingualText } from '../../issues/define';

/** The words about earlier decided plans. */
export const HISTORY_TEXT = {
	onlyNew: { en: 'Only new ({count})', nl: 'Alleen nieuw ({count})' },
	newSince: { en: 'New since {time}', nl: 'Nieuw sinds {time}' },
	seenBefore: { en: 'Seen before, on {time}', nl: 'Eerder gezien, op {time}' },
	rememberUntil: { en: 'Leave out again until', nl: 'Opnieuw overslaan tot en met' },
	rememberedNote: {
		en: 'Ticked because {who} left the same row out on {time}, until {until}.',
		nl: 'Aangevinkt omdat {who} dezelfde regel op {time} oversloeg, tot en met {until}.',
	},
} as const satisfies Record<string, BilingualText>;
