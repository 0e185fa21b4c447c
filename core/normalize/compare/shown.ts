import { ACCESS_FIELD } from '../mapping';
import { masked } from '../previewText';
import type { Employee } from '../../model/employee';

/** What an example may say. A value of a person never stands in one; where it cannot, its shape does. */

/** Words of a choice, which say nothing about who somebody is. */
const CHOICES: ReadonlySet<string> = new Set(['language', ACCESS_FIELD, 'status']);

/** Values of a customer's own making, which many people share. */
const SHARED: ReadonlySet<string> = new Set(['group', 'alleo_filter']);

/** A value that fewer people have may be somebody's own, whatever the field is called. */
const FEWEST = 3;

/** Addresses, dates and long numbers: a field mapped by mistake fills a group with these. */
const PERSONAL = /@|\d{6,}|\d{4}-\d{2}-\d{2}|\d{1,2}[-/]\d{1,2}[-/]\d{2,4}/;

/** The values of a person that a group mapped by mistake may repeat. */
const ownOf = (person: Employee): Array<string | null> => [
	person.first_name,
	person.last_name,
	person.email,
	person.private_email,
	person.source.employee_number,
	person.source.employee_id,
	person.external_id,
];

const folded = (value: string): string => value.trim().toLowerCase();

/** What a field holds of one person in one version: a value, or why there is none. */
export type Held = { value: string } | { value: null; why: 'empty' | 'cleared' | 'held' };

/** Says what stood there and what stands there, for one field. */
export class ExampleText {
	/** How many people have a value, in either version. */
	readonly #people = new Map<string, number>();
	/** Values that are somebody's own name, address or number. */
	readonly #own = new Set<string>();

	constructor(private readonly field: string) {}

	/** One value of one person. */
	note(value: string, person: Employee): void {
		if (!SHARED.has(this.field)) return;
		this.#people.set(value, (this.#people.get(value) ?? 0) + 1);
		const said = folded(value);
		if (ownOf(person).some((own) => own !== null && folded(own) === said)) this.#own.add(value);
	}

	/** True where the values themselves may be shown, as far as the field goes. */
	get mayShow(): boolean {
		return CHOICES.has(this.field) || SHARED.has(this.field);
	}

	/** @param second the other value of the pair stands there filled, too */
	text(held: Held, second: boolean): string {
		if (held.value === null) return held.why;
		const { value } = held;
		if (CHOICES.has(this.field)) return value;
		const shared = (this.#people.get(value) ?? 0) >= FEWEST && !this.#own.has(value);
		if (this.mayShow && shared && !PERSONAL.test(value) && masked(value) === value) {
			return value.length > 60 ? `${value.slice(0, 59)}…` : value;
		}
		return second ? 'another value' : 'filled';
	}
}
