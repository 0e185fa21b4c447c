import { compareText } from '../../model/collect';
import { masked } from '../../normalize';

/** One line of the preview: what became of one Alleo field, over all people. */
export interface PreviewItem {
	/** The field as the panel calls it. */
	field: string;
	/** The same as Alleo and the next nodes call it. */
	alleo_field: string;
	/** What feeds it, in words. */
	source: string;
	/** `214 of 219`: with a value, of everybody who has not left. Of the status: active. */
	filled: string;
	/** People who wait because of this field. */
	held: number;
	/** Values that Alleo, or the table of routes, does not know, most people first. */
	unknown: Array<{ value: string; people: number }>;
	/** People for whom Alleo has something else now; null where that is not known. */
	changed: number | null;
	/** By name, worst first: waits, unknown, changed, filled. */
	examples: string[];
	/** What is wrong most often, and what to do; '' where nothing is. */
	problem: string;
}

/** How bad an example is, worst first. */
const RANKS = ['held', 'unknown', 'changed', 'filled'] as const;
export type Rank = (typeof RANKS)[number];

/** More different values than these are not read by anybody; the rest is one number. */
const VALUES = 10;

const LONGEST = 60;

/** A value as it may be shown to who maps it: short, and no number that looks like a service number. */
export function shown(value: string): string {
	const text = masked(value);
	return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

const byCount = <T extends { people: number }>(counts: ReadonlyMap<string, T>): T[] =>
	[...counts]
		.sort(([a, one], [b, other]) => other.people - one.people || compareText(a, b))
		.map(([, entry]) => entry);

export class FieldLine {
	filled = 0;

	held = 0;

	changed = 0;

	readonly #unknown = new Map<string, { value: string; people: number }>();

	readonly #problems = new Map<string, { text: string; people: number }>();

	readonly #examples: Record<Rank, string[]> = { held: [], unknown: [], changed: [], filled: [] };

	constructor(private readonly most: number) {}

	/** The example is only made where it can still be shown. */
	example(rank: Rank, text: () => string): void {
		const list = this.#examples[rank];
		if (list.length < this.most) list.push(text());
	}

	unknown(value: string): void {
		const key = value.trim().toLowerCase();
		const known = this.#unknown.get(key);
		if (known === undefined) this.#unknown.set(key, { value, people: 1 });
		else known.people++;
	}

	problem(text: string): void {
		const known = this.#problems.get(text);
		if (known === undefined) this.#problems.set(text, { text, people: 1 });
		else known.people++;
	}

	get unknownPeople(): number {
		return [...this.#unknown.values()].reduce((sum, { people }) => sum + people, 0);
	}

	get commonestProblem(): string {
		return byCount(this.#problems)[0]?.text ?? '';
	}

	get unknownValues(): PreviewItem['unknown'] {
		const all = byCount(this.#unknown);
		const rest = all.slice(VALUES).reduce((sum, { people }) => sum + people, 0);
		return [
			...all.slice(0, VALUES).map(({ value, people }) => ({ value: shown(value), people })),
			...(rest === 0 ? [] : [{ value: `(${all.length - VALUES} other values)`, people: rest }]),
		];
	}

	get examples(): string[] {
		return RANKS.flatMap((rank) => this.#examples[rank]).slice(0, this.most);
	}
}
