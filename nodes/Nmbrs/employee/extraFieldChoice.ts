import {
	ColumnWatch,
	isAlleoField,
	privacyOf,
	type Withheld,
} from '../../../core/normalize/privacy';
import type { RawEmployee } from './rawEmployee';

type Chosen = (name: string) => boolean;

const OF_ALLEO = /^(alleo|yourcampus)/;
const ALL_OF_ALLEO = /^(alleo|yourcampus)_?\*$/;

/** One name that a person wrote: exact, or with `*` for anything; without case. */
function chosenBy(written: string): Chosen {
	const wanted = written.toLowerCase();
	if (!wanted.includes('*')) return (name) => name === wanted;
	// By prefix alone `alleo_bsn` would leave: this stands for the fields that the sync knows.
	const [, brand] = ALL_OF_ALLEO.exec(wanted) ?? [];
	if (brand !== undefined) return (name) => name.startsWith(brand) && isAlleoField(name);
	const source = wanted
		.split('*')
		.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
		.join('.*');
	const pattern = new RegExp(`^${source}$`);
	return (name) => pattern.test(name) && (!OF_ALLEO.test(name) || isAlleoField(name));
}

/** A `*` at the very beginning, or after next to nothing, chooses everything: that is no choice. */
export const isTooWide = (written: string): boolean =>
	written.includes('*') && written.indexOf('*') < 3;

/**
 * Which extra fields leave the node, by name: those that a person named, where `alleo_*` and
 * `yourcampus_*` stand for the fields that the sync knows. Remembers the names of the others, to tell
 * them.
 */
export class ExtraFieldChoice {
	readonly notChosen = new Set<string>();

	readonly withheld = new Set<string>();

	readonly #chosen: readonly Chosen[];

	constructor(written: readonly string[]) {
		this.#chosen = written.map(chosenBy);
	}

	/** `name` in lower case, as the SOAP reader gives it. */
	takes(name: string): boolean {
		if (privacyOf({ id: name, label: '' }) !== 'free') {
			this.withheld.add(name);
			return false;
		}
		if (this.#chosen.some((chosen) => chosen(name))) return true;
		this.notChosen.add(name);
		return false;
	}
}

/**
 * Takes the extra fields out of all people whose values look like citizen service numbers or bank
 * accounts, and names them. Over all people that were read: no value tells it alone.
 */
export function withholdPrivateFields(people: readonly RawEmployee[]): Withheld[] {
	const watches = new Map<string, ColumnWatch>();
	for (const { employeeId, extraFields } of people) {
		for (const [name, value] of Object.entries(extraFields)) {
			if (value === null) continue;
			let watch = watches.get(name);
			if (watch === undefined) watches.set(name, (watch = new ColumnWatch()));
			watch.look(value, employeeId);
		}
	}
	const withheld: Withheld[] = [];
	for (const [column, watch] of watches) {
		const kind = watch.verdict();
		if (kind !== null) withheld.push({ column, kind });
	}
	if (withheld.length === 0) return withheld;
	const gone = withheld.map(({ column }) => column);
	for (const person of people) {
		const kept = Object.entries(person.extraFields).filter(([name]) => !gone.includes(name));
		person.extraFields = Object.fromEntries(kept);
		person.withheldFields = gone;
	}
	return withheld;
}
