import { addNoise } from './noise.mts';
import { Dice } from './dice.mts';
import { STORIES } from './stories.mts';
import { Truth } from './truth.mts';

/** One small world by its number: a few people in step, a few stories, noise over all of it. */
export function worldOf(seed: number): Truth {
	const dice = new Dice(seed);
	const truth = new Truth(dice.pick(['nmbrs', 'afas', 'custom']), dice.chance(0.4), dice);
	const names = Object.keys(STORIES);
	const count = dice.between(1, 3);
	truth.stories.push('inStep', names[seed % names.length] ?? 'inStep');
	for (let at = 1; at < count; at++) truth.stories.push(names[dice.upTo(names.length)] ?? 'inStep');
	for (const name of truth.stories) {
		STORIES[name]?.(truth);
	}
	addNoise(truth, dice.pick([0, 0.15, 0.35]));
	if (dice.chance(0.06)) truth.incomplete.add(dice.pick(['c1', 'c2']));
	truth.columnGone = truth.selective && dice.chance(0.03);
	return truth;
}
