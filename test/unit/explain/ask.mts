import { explain } from '../../../core/explain';
import type { Answer, ExplainInput, Explanation, Step } from '../../../core/explain';
import type { DiffOptions } from '../../../core/plan/options';
import type { Language } from '../../../core/issues';
import { covered, inputOf } from '../../support/people.mts';

export interface World {
	source?: readonly unknown[];
	alleo?: readonly unknown[];
	options?: Partial<DiffOptions>;
	coverage?: readonly unknown[];
	history?: readonly unknown[];
	language?: Language;
	title?: string;
	log?: ExplainInput['log'];
}

/** Asks about somebody in a small world; fails the test when the question was refused. */
export function ask(question: string, world: World = {}): Explanation {
	const { source = [], alleo = [], options = {}, coverage = [covered()] } = world;
	const result = explain({
		...inputOf(source, alleo, options, coverage),
		title: world.title ?? '',
		question,
		history: world.history ?? [],
		language: world.language ?? 'en',
		...(world.log === undefined ? {} : { log: world.log }),
	});
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
	return result.value;
}

/** The only answer, where there must be one. */
export function theAnswer(question: string, world: World = {}): Answer {
	const { answers } = ask(question, world);
	const [answer] = answers;
	if (answer === undefined || answers.length !== 1) {
		throw new Error(`${answers.length} answers: ${answers.map((one) => one.headline).join(' | ')}`);
	}
	return answer;
}

export function step(answer: Answer, key: Step['key']): Step {
	const found = answer.steps.find((one) => one.key === key);
	if (found === undefined) throw new Error(`no step ${key} in: ${answer.text_en}`);
	return found;
}

export const keys = (answer: Answer): string[] => answer.steps.map((one) => one.key);
