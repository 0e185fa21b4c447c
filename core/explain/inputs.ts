import type { Language } from '../issues';
import { problem } from '../model/result';
import type { Problem } from '../model/result';
import { wordsOf } from '../report/page/words';
import type { ExplainInput } from './types';

/** Inputs from which no explanation may be made: it would be right about the wrong data. */

type Raw = Record<string, unknown>;

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null;

/** What a node that goes on after an error passes on instead of people or accounts. */
function errorOf(item: unknown): string | null {
	if (!isRaw(item) || 'external_id' in item) return null;
	const { error } = item;
	if (typeof error === 'string') return error;
	return isRaw(error) && typeof error['message'] === 'string' ? error['message'] : null;
}

/** People whom the source says it gave, by its own proof. */
const peopleRead = (coverage: readonly unknown[]): number =>
	coverage.reduce<number>((sum, item) => {
		const count = isRaw(item) ? item['employees'] : 0;
		return sum + (typeof count === 'number' ? count : 0);
	}, 0);

/**
 * Sync Settings that went on after an error: every setting after it is missing, and none of them is the fault.
 *
 * @param settings the item of Sync Settings, as an expression gives it
 * @returns null where it gave settings, or nothing was wired to it
 */
export function settingsProblem(settings: unknown, language: Language): Problem | null {
	if (!isRaw(settings)) return null;
	const { error, code } = settings;
	if (typeof error !== 'string') return null;
	const said = { message: error };
	const words = typeof code === 'string' ? wordsOf(code, {}, said, language) : said;
	return problem('EXPLAIN_SETTINGS_FAILED', { problem: words.message });
}

/** null where an explanation can be made. */
export function inputProblem(input: ExplainInput): Problem | null {
	const inputs = [
		['Employees', input.source],
		['Alleo', input.alleo],
	] as const;
	for (const [name, items] of inputs) {
		const said = items.map(errorOf).find((text) => text !== null);
		if (said !== undefined) {
			return problem('EXPLAIN_INPUT_FAILED', { input: name, problem: said ?? '' });
		}
	}
	const count = peopleRead(input.coverage);
	return input.source.length === 0 && count > 0
		? problem('EXPLAIN_NOBODY_PASSED_ON', { count })
		: null;
}
