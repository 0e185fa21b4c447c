import type { TextTable } from '../../ui/texts';

/** The words about the other plan of the same reading, and about how long somebody waits. */
export const SPLIT_TEXT = {
	otherGoesOn: [
		'This plan holds only what needs you. The rest of the same reading needed nobody and goes on by itself: {actions}.',
		'Dit plan bevat alleen wat u moet beslissen. De rest van dezelfde lezing had niemand nodig en gaat vanzelf door: {actions}.',
	],
	otherWaits: [
		'This plan needs nobody. The rest of the same reading waits for a decision: {actions}.',
		'Dit plan heeft niemand nodig. De rest van dezelfde lezing wacht op een besluit: {actions}.',
	],
	deactivateShort: ['to off-board', 'te offboarden'],
	reactivateShort: ['to re-activate', 'te heractiveren'],
	createShort: ['to onboard', 'te onboarden'],
	updateShort: ['to update', 'bij te werken'],
	inOtherPart: ['in the part that goes on by itself', 'in het deel dat vanzelf doorgaat'],
	inWaitingPart: ['in the part that waits', 'in het deel dat wacht'],
	heldSince: ['Held since {date} ({days} days)', 'Vastgehouden sinds {date} ({days} dagen)'],
	heldSinceOne: ['Held since {date} (1 day)', 'Vastgehouden sinds {date} (1 dag)'],
	heldNew: ['Held since today', 'Vastgehouden sinds vandaag'],
} as const satisfies TextTable;
