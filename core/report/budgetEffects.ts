import type { Language } from '../issues';
import { budgetPeriod } from '../model/budget';
import type { Change, PlanRow } from '../model/plan';
import { texts } from '../ui/texts';

/**
 * What Alleo does with a changed budget, so far as Alleo publishes it (help centre, "Budgets explained" and
 * "Bulk on- and offboarding"). The rest is said to be unknown, never promised.
 */

const say = texts({
	monthlyNew: [
		'A monthly amount arrives on the 1st of the month, and not a part of it for a part of a month.',
		'Een maandbedrag komt op de 1e van de maand, en niet voor een deel van een maand.',
	],
	raised: [
		'Alleo does not publish what a raised monthly amount does, and from when: agree it with Alleo, or ask.',
		'Alleo publiceert niet wat een verhoogd maandbedrag doet, en vanaf wanneer: spreek het met Alleo af, of vraag het.',
	],
	lowered: [
		'Alleo does not publish what a lowered monthly amount does: agree it with Alleo, or ask.',
		'Alleo publiceert niet wat een verlaagd maandbedrag doet: spreek het met Alleo af, of vraag het.',
	],
	zero: [
		'Alleo does not publish what 0 does: agree it with Alleo, or ask.',
		'Alleo publiceert niet wat 0 doet: spreek het met Alleo af, of vraag het.',
	],
	stopped: [
		'The file says that it stops, as agreed in "Where files go". Alleo does not publish what becomes of money that is there already: agree it, or ask.',
		'Het bestand zegt dat het stopt, zoals afgesproken in "Where files go". Alleo publiceert niet wat er gebeurt met geld dat er al staat: spreek het af, of vraag het.',
	],
	onceNew: [
		'A one-off is in this file. Alleo publishes that a person may get several.',
		'Een eenmalig budget staat in dit bestand. Alleo publiceert dat iemand er meer dan één kan krijgen.',
	],
	onceChanged: [
		'Alleo does not publish whether another amount of a one-off takes the place of the first or is added to it: agree it, or ask.',
		'Alleo publiceert niet of een ander bedrag van een eenmalig budget in de plaats van het eerste komt of erbij: spreek het af, of vraag het.',
	],
	onceCleared: [
		'The field of the one-off is empty again. Nothing is taken back, and a later amount counts as a new one.',
		'Het veld van het eenmalige budget is weer leeg. Er wordt niets teruggehaald, en een later bedrag telt als nieuw.',
	],
});

type Effect = Parameters<ReturnType<typeof say>>[0];

function effectOf({ field, from, to }: Change): Effect | null {
	const period = budgetPeriod(field);
	if (period === null) return null;
	if (to === null) return period === 'monthly' ? 'stopped' : 'onceCleared';
	if (to === 0) return 'zero';
	if (period === 'oneoff') return from === null ? 'onceNew' : 'onceChanged';
	if (from === null || from === 0) return 'monthlyNew';
	return Number(to) > Number(from) ? 'raised' : 'lowered';
}

/** Each sentence once, of one row or of several. */
export function budgetEffects(
	rows: ReadonlyArray<Pick<PlanRow, 'changes' | 'action' | 'plan'>>,
	language: Language,
): string[] {
	const effects = rows
		.filter(({ plan, action }) => plan.dataset === 'budgets' && action === 'update')
		.flatMap(({ changes }) => changes.flatMap((change) => effectOf(change) ?? []));
	return [...new Set(effects)].sort().map((effect) => say(language)(effect));
}
