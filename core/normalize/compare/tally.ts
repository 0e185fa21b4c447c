import { compareText } from '../../model/collect';
import { ExampleText } from './shown';
import type { Held } from './shown';
import type { Employee } from '../../model/employee';

/** More different changes than these are not read by anybody. */
const EXAMPLES = 5;

export interface Example {
	from: string;
	to: string;
	people: number;
}

interface Pair {
	from: Held;
	to: Held;
	people: number;
}

/** What one field of one person is in one version. */
export interface Look {
	held: Held;
	person: Employee;
}

const keyOf = (held: Held): string => (held.value === null ? held.why : `=${held.value}`);

/** Counts of one field over all people. */
export class FieldTally {
	affected = 0;
	inService = 0;
	heldMore = 0;
	heldLess = 0;
	filledBefore = 0;
	filledNow = 0;
	readonly #pairs = new Map<string, Pair>();
	readonly #shown: ExampleText;

	constructor(field: string) {
		this.#shown = new ExampleText(field);
	}

	add(before: Look, now: Look): void {
		const [from, to] = [before.held, now.held];
		if (from.value !== null) this.#shown.note(from.value, before.person);
		if (to.value !== null) this.#shown.note(to.value, now.person);
		if (from.value !== null) this.filledBefore++;
		if (to.value !== null) this.filledNow++;
		const was = from.value === null && from.why === 'held';
		const is = to.value === null && to.why === 'held';
		if (is && !was) this.heldMore++;
		if (was && !is) this.heldLess++;
		if (keyOf(from) === keyOf(to)) return;
		this.affected++;
		if (before.person.status === 'active' || now.person.status === 'active') this.inService++;
		// Values that are never shown are not kept apart: 100,000 addresses would be 100,000 pairs.
		const plain = this.#shown.mayShow;
		const key = plain
			? JSON.stringify([keyOf(from), keyOf(to)])
			: `${from.value === null ? from.why : '='} ${to.value === null ? to.why : '='}`;
		const pair = this.#pairs.get(key);
		if (pair === undefined) this.#pairs.set(key, { from, to, people: 1 });
		else pair.people++;
	}

	/** The commonest changes first, in words that hold no value of a person. */
	examples(most = EXAMPLES): Example[] {
		const examples = new Map<string, Example>();
		for (const { from, to, people } of this.#pairs.values()) {
			const told = {
				from: this.#shown.text(from, false),
				to: this.#shown.text(to, from.value !== null),
			};
			const key = JSON.stringify(told);
			const known = examples.get(key);
			if (known === undefined) examples.set(key, { ...told, people });
			else known.people += people;
		}
		return [...examples]
			.sort(([a, one], [b, other]) => other.people - one.people || compareText(a, b))
			.slice(0, most)
			.map(([, example]) => example);
	}
}
