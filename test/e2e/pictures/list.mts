/** Every picture of the guides and of README. `npm run docs:pictures` makes them all, and no other. */

const SUPPORT = [
	'form',
	'form-link',
	'plan',
	'plan-off-boarding',
	'plan-held',
	'plan-update',
	'plan-leave-out',
	'decision',
	'receipt',
	'explain-form',
	'explain-answer',
] as const;

const CUSTOMER = [
	'connect-landing',
	'connect-choose',
	'connect-token',
	'connect-pick',
	'connect-done',
	'connect-afas',
	'connect-pay',
] as const;

const PAY = ['salary-plan', 'budget-plan'] as const;

/** By folder: pages in English and in Dutch; n8n itself speaks English. */
export const PICTURES = {
	'docs/pictures': [
		'canvas-daily',
		'canvas-desk',
		'canvas-budgets',
		...SUPPORT,
		...PAY,
		'check-folder',
		'guard',
		'guard-count',
		...CUSTOMER,
		'connect-invited',
		'connect-enable',
		'start-here',
		'fleet',
	],
	'docs/nl/pictures': [...SUPPORT, ...PAY, ...CUSTOMER],
} as const;

export type Folder = keyof typeof PICTURES;

/** Bytes: what a page of a guide can carry several of. */
export const LARGEST_PICTURE = 150_000;
