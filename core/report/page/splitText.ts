import type { TextTable } from '../../ui/texts';

/** The words about the other plan of the same reading, and about how long somebody waits. */
export const SPLIT_TEXT = {
	otherGoesOn: [
		'This plan has only what you have to decide. The rest of the same run goes on by itself: {actions}.',
		'In dit plan staat alleen wat u moet beslissen. De rest van dezelfde run gaat vanzelf door: {actions}.',
	],
	otherWaits: [
		'This plan needs no decision. The rest of the same run waits for one: {actions}.',
		'Over dit plan hoeft niemand te beslissen. De rest van dezelfde run wacht op een besluit: {actions}.',
	],
	inOtherPart: ['in the part that goes on by itself', 'in het deel dat vanzelf doorgaat'],
	inWaitingPart: ['in the part that waits', 'in het deel dat wacht'],
	heldSince: ['On hold since {date} ({days} days)', 'Wacht sinds {date} ({days} dagen)'],
	heldSinceOne: ['On hold since {date} (1 day)', 'Wacht sinds {date} (1 dag)'],
	heldNew: ['On hold since today', 'Wacht sinds vandaag'],
} as const satisfies TextTable;
