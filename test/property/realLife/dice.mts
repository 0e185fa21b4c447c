/** Chance that can be repeated: the same seed gives the same world on every machine. */

const FIRST = [
	'Anna', 'Bram', 'Casper', 'Daan', 'Esra', 'Fatima', 'Geert', 'Hilde', 'Imke', 'Joost',
	'Koen', 'Lotte', 'Mees', 'Noor', 'Otis', 'Pim', 'Quinten', 'Roos', 'Sem', 'Tess',
	'Ugur', 'Vera', 'Wout', 'Xandra', 'Youssef', 'Zoë',
]; // prettier-ignore
const LAST = [
	'Akker', 'Bakker', 'Citroen', 'Dijk', 'Eikenboom', 'Fazant', 'Graaf', 'Hart', 'IJssel', 'Jansen',
	'Kuiper', 'Linde', 'Meer', 'Nieuwland', 'Otter', 'Postma', 'Quist', 'Rijn', 'Smit', 'Tuin',
	'Uil', 'Velde', 'Wit', 'Xanten', 'Yilmaz', 'Zee',
]; // prettier-ignore
const PREFIX = [null, null, null, 'van', 'van der', "'t", 'de'];

export class Dice {
	#state: number;

	/** Where this world begins in the lists: so that no two of its people share a name by chance. */
	readonly #offset: number;

	constructor(seed: number) {
		this.#state = (seed * 2_654_435_761 + 97) >>> 0;
		this.#offset = this.upTo(26);
	}

	/** From 0 up to 1 (mulberry32). */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number below `count`. */
	upTo(count: number): number {
		return Math.floor(this.next() * count);
	}

	between(low: number, high: number): number {
		return low + this.upTo(high - low + 1);
	}

	chance(share: number): boolean {
		return this.next() < share;
	}

	pick<T>(list: readonly [T, ...T[]]): T {
		return list[this.upTo(list.length)] ?? list[0];
	}

	name(key: number): { first: string; prefix: string | null; last: string } {
		const first = FIRST[(this.#offset + key) % FIRST.length] ?? 'Noor';
		const last = LAST[(this.#offset * 7 + key * 5) % LAST.length] ?? 'Testen';
		return { first, last, prefix: PREFIX[this.upTo(PREFIX.length)] ?? null };
	}

	birthday(): string {
		const start = Date.UTC(1960, 0, 1);
		return new Date(start + this.upTo(15_000) * 86_400_000).toISOString().slice(0, 10);
	}
}
