import { SaxesParser } from 'saxes';

import type { DocumentSink } from '../../shared/soap';

/**
 * Reads the payslip report piece by piece (element names: go-nmbrs, `reports/types.go`; the name of the
 * root is unknown, so every `payslip` at any depth is taken). Only the asked-for lines and reservations
 * are kept: a report of ten thousand people is many megabytes of which a few numbers count.
 */

export interface PayslipLine {
	code: string;
	description: string | null;
	value: string | null;
}

export interface PayslipReservation {
	key: string;
	value: string | null;
	saldo: string | null;
}

export interface Payslip {
	/** SOAP id; null: the payslip does not say whose it is. */
	employeeId: number | null;
	year: number | null;
	period: number | null;
	lines: PayslipLine[];
	reservations: PayslipReservation[];
}

export interface Wanted {
	line: (code: string) => boolean;
	reservation: (key: string) => boolean;
}

const LEAVES: ReadonlySet<string> = new Set([
	'employeeid',
	'period',
	'year',
	'code',
	'description',
	'key',
	'value',
	'saldo',
]);

/** Far above any real report; a text of that size, or so many payslips, would be held as a whole. */
const LONGEST_TEXT = 1_000_000;
const TOO_LONG = 'one text of more than a million characters';
const DEEPEST = 1_000_000;
const MOST_KEPT = 1_000_000;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

const integer = (text: string | undefined): number | null =>
	text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null;

const emptySlip = (): Payslip => ({
	employeeId: null,
	year: null,
	period: null,
	lines: [],
	reservations: [],
});

type Fields = Partial<Record<string, string>>;

/** One pass over one report; give it the pieces, then `end`. */
export class PayslipScanner implements DocumentSink {
	/** Payslips by SOAP id of the employee. */
	readonly slips = new Map<number, Payslip[]>();

	/** Payslips that do not say whose they are. */
	nameless = 0;

	readonly #parser = new SaxesParser({ xmlns: false, position: false });

	readonly #open: string[] = [];

	#slip: Payslip | null = null;

	/** Leaves of the payslip itself, of the line, of the reservation that is open. */
	#own: Fields = {};

	#row: Fields = {};

	#text: string | null = null;

	/** Names repeat on every payslip; each is kept once, and no piece of the report with it. */
	readonly #names = new Map<string, string>();

	/** Characters since the last tag or text: the parser holds them all until the next one. */
	#pending = 0;

	/** Payslips, lines and reservations. */
	#kept = 0;

	#started = false;

	#problem: string | null = null;

	constructor(private readonly wanted: Wanted) {
		this.#parser.on('opentag', ({ name }) => this.#enter(localName(name)));
		this.#parser.on('closetag', () => this.#leave());
		this.#parser.on('text', (text) => this.#add(text));
		this.#parser.on('cdata', (text) => this.#add(text));
		for (const event of ['comment', 'processinginstruction'] as const)
			this.#parser.on(event, () => void (this.#pending = 0));
		this.#parser.on('doctype', () => this.#fail('a DOCTYPE'));
		this.#parser.on('error', () => this.#fail('XML that is cut off or broken'));
	}

	/** The first thing that made the report unreadable. */
	get problem(): string | null {
		return this.#problem;
	}

	/** False as soon as nothing more can come of it. */
	write(piece: string): boolean {
		// The text may declare utf-16, which it is not any more: it came as text.
		const text = this.#started
			? piece
			: piece.replace(/^[\uFEFF\s]+/, '').replace(/^<\?xml[^>]*\?>\s*/, '');
		if (!this.#started && text === '') return true;
		if (!this.#started && !text.startsWith('<')) this.#fail('no XML');
		if (!this.#started && /^<html[\s>]/i.test(text)) this.#fail('an HTML page');
		this.#started = true;
		this.#pending += text.length;
		if (this.#problem === null) this.#parser.write(text);
		if (this.#pending > LONGEST_TEXT) this.#fail(TOO_LONG);
		return this.#problem === null;
	}

	end(): void {
		if (!this.#started) this.#fail('nothing in it');
		if (this.#problem === null) this.#parser.close();
	}

	#fail(problem: string): void {
		this.#problem ??= problem;
	}

	#name(text: string): string {
		const known = this.#names.get(text);
		if (known !== undefined) return known;
		this.#names.set(text, text);
		return text;
	}

	#add(text: string): void {
		this.#pending = 0;
		if (this.#text === null) return;
		if (this.#text.length > LONGEST_TEXT) this.#fail(TOO_LONG);
		else this.#text += text;
	}

	#enter(name: string): void {
		this.#pending = 0;
		if (this.#open.length >= DEEPEST) {
			this.#fail('elements nested too deep');
			return;
		}
		if (name === 'payslip') {
			this.#slip = emptySlip();
			this.#own = {};
		} else if (name === 'line' || name === 'reservation') this.#row = {};
		this.#open.push(name);
		this.#text = this.#slip !== null && LEAVES.has(name) ? '' : null;
	}

	#leave(): void {
		this.#pending = 0;
		const name = this.#open.pop();
		const text = this.#text?.trim();
		this.#text = null;
		if (this.#problem !== null || this.#slip === null || name === undefined) return;
		const parent = this.#open.at(-1);
		if (text !== undefined && text !== '') {
			if (parent === 'payslip') this.#own[name] = text;
			else if (parent === 'line' || parent === 'reservation') this.#row[name] = text;
		}
		if (name === 'line') this.#closeLine(this.#slip);
		else if (name === 'reservation') this.#closeReservation(this.#slip);
		else if (name === 'payslip') this.#closeSlip(this.#slip);
	}

	#closeLine(slip: Payslip): void {
		const { code, description = null, value = null } = this.#row;
		if (code === undefined || !this.wanted.line(code)) return;
		const named = description === null ? null : this.#name(description);
		this.#count();
		slip.lines.push({ code: this.#name(code), description: named, value });
	}

	#closeReservation(slip: Payslip): void {
		const { key, value = null, saldo = null } = this.#row;
		if (key !== undefined && this.wanted.reservation(key)) {
			this.#count();
			slip.reservations.push({ key: this.#name(key), value, saldo });
		}
	}

	#count(): void {
		this.#kept += 1;
		if (this.#kept > MOST_KEPT) this.#fail('more than a million lines that were asked for');
	}

	#closeSlip(slip: Payslip): void {
		this.#count();
		slip.employeeId = integer(this.#own['employeeid']);
		slip.year = integer(this.#own['year']);
		slip.period = integer(this.#own['period']);
		this.#slip = null;
		if (slip.employeeId === null) this.nameless += 1;
		else if (this.slips.has(slip.employeeId)) this.slips.get(slip.employeeId)?.push(slip);
		else this.slips.set(slip.employeeId, [slip]);
	}
}
