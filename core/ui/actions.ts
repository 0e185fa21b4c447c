import type { Language } from '../issues';
import type { RowCounts, RowKind } from '../model/summary';
import { formatCount } from './format';
import { texts } from './texts';
import type { Pair } from './texts';

/**
 * The words for what a plan does, the same in messages, on pages, in reports and in answers. Dutch counts
 * with the verb ("5 offboarden"), since its nouns mean something else or do not exist.
 */

/** The word at a row, a tile or a label. */
export const ACTION_WORDS = {
	takeover: ['Take over', 'Overnemen'],
	move: ['Move', 'Overplaatsen'],
	deactivate: ['Off-board', 'Offboarden'],
	hold: ['Hold', 'Wacht'],
	reactivate: ['Re-activate', 'Heractiveren'],
	create: ['Onboard', 'Onboarden'],
	update: ['Update', 'Bijwerken'],
} as const satisfies Record<RowKind, Pair>;

const one = texts({
	takeover: ['1 takeover', '1 overnemen'],
	move: ['1 move', '1 overplaatsen'],
	deactivate: ['1 off-boarding', '1 offboarden'],
	hold: ['1 on hold', '1 wacht'],
	reactivate: ['1 re-activation', '1 heractiveren'],
	create: ['1 onboarding', '1 onboarden'],
	update: ['1 update', '1 bijwerken'],
} as const satisfies Record<RowKind, Pair>);

const several = texts({
	takeover: ['{count} takeovers', '{count} overnemen'],
	move: ['{count} moves', '{count} overplaatsen'],
	deactivate: ['{count} off-boardings', '{count} offboarden'],
	hold: ['{count} on hold', '{count} wachten'],
	reactivate: ['{count} re-activations', '{count} heractiveren'],
	create: ['{count} onboardings', '{count} onboarden'],
	update: ['{count} updates', '{count} bijwerken'],
} as const satisfies Record<RowKind, Pair>);

const done = texts({
	takeover: ['taken over', 'overgenomen'],
	move: ['moved', 'overgeplaatst'],
	deactivate: ['off-boarded', 'geoffboard'],
	hold: ['on hold', 'wacht'],
	reactivate: ['re-activated', 'geheractiveerd'],
	create: ['onboarded', 'geonboard'],
	update: ['updated', 'bijgewerkt'],
} as const satisfies Record<RowKind, Pair>);

const words = texts(ACTION_WORDS);

/** "Off-board". */
export const actionWord = (kind: RowKind, language: Language): string => words(language)(kind);

/** "off-boarded": what became of a row that was applied. */
export const actionDone = (kind: RowKind, language: Language): string => done(language)(kind);

/** "5 off-boardings", "1 off-boarding". */
export const actionCount = (kind: RowKind, count: number, language: Language): string =>
	count === 1
		? one(language)(kind)
		: several(language)(kind, { count: formatCount(count, language) });

/** Both forms of a count, with `{count}` left open, for a script that counts on the page. */
export const actionForms = (
	kind: RowKind,
	language: Language,
): { one: string; several: string } => ({
	one: one(language)(kind),
	several: several(language)(kind, { count: '{count}' }),
});

/** "5 off-boarded": how many of which something became. */
const doneCount = (kind: RowKind, count: number, language: Language): string =>
	`${formatCount(count, language)} ${actionDone(kind, language)}`;

/** In the order of a sentence: what no next run undoes goes first, who waits last. */
export const TOLD_ORDER: readonly RowKind[] = [
	'deactivate',
	'takeover',
	'move',
	'create',
	'reactivate',
	'update',
	'hold',
];

/** "5 off-boardings, 3 onboardings, 2 on hold": only what there is; '' where there is nothing. */
export const countsText = (counts: RowCounts, language: Language): string =>
	TOLD_ORDER.filter((kind) => counts[kind] > 0)
		.map((kind) => actionCount(kind, counts[kind], language))
		.join(', ');

/** The same of what was carried out: "5 off-boarded, 3 onboarded". */
export const doneText = (counts: RowCounts, language: Language): string =>
	TOLD_ORDER.filter((kind) => counts[kind] > 0)
		.map((kind) => doneCount(kind, counts[kind], language))
		.join(', ');
