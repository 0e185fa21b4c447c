import type { Language } from './text';

/**
 * Steps of a workflow that a text of the catalogue names, as `{step:compare}`: by their names in the templates,
 * or by the names that they have on the canvas, where whoever resolves the text knows those.
 */

const NAMES = {
	/** The step that says it. */
	here: { en: 'this step', nl: 'deze stap' },
	settings: { en: 'Sync Settings', nl: 'Sync Settings' },
	normalize: { en: 'Normalize employees', nl: 'Normalize employees' },
	accounts: { en: 'Read Alleo accounts', nl: 'Read Alleo accounts' },
	compare: { en: 'Compare with Alleo', nl: 'Compare with Alleo' },
	review: { en: 'Review and approve', nl: 'Review and approve' },
	apply: { en: 'Apply to Alleo', nl: 'Apply to Alleo' },
} as const satisfies Record<string, Record<Language, string>>;

export type CanvasStep = keyof typeof NAMES;

/** The names of steps on a canvas; of one that is not there the name in the templates. */
export type StepNames = Partial<Record<CanvasStep, string>>;

const isStep = (name: string): name is CanvasStep => Object.hasOwn(NAMES, name);

/** The text with the names of its steps; a step that nobody knows stays visible. */
export const withSteps = (text: string, language: Language, names: StepNames = {}): string =>
	text.includes('{step:')
		? text.replace(/\{step:(\w+)\}/g, (place, step: string) =>
				isStep(step) ? (names[step] ?? NAMES[step][language]) : place,
			)
		: text;
