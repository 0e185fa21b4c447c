/**
 * An oracle of the diff, written from the rules of the domain alone (design section 6) and not from
 * the code: small cases whose outcome the rules state, to be mixed at random into one company. A case
 * knows nothing of the others, so the plan of the mixture is the sum of the cases.
 */

export interface ExpectedRow {
	action: 'create' | 'update' | 'reactivate' | 'deactivate' | 'hold';
	external_id: string | null;
	/** The reason's code, where the rules name one. */
	reason?: string;
	/** Exactly what is written. */
	after?: Record<string, unknown>;
	company?: number | null;
}

export type CountName =
	| 'unchanged'
	| 'create'
	| 'update'
	| 'reactivate'
	| 'deactivate'
	| 'hold'
	| 'upcoming'
	| 'ended_unknown'
	| 'ineligible_unknown'
	| 'merged';

export interface Expected {
	/** One name per item of the source, in any order. */
	people: CountName[];
	rows?: ExpectedRow[];
	/** Active accounts of this source that the source no longer has. */
	absent?: number;
	/** Codes of remarks, on a row or in the summary. */
	notices?: string[];
}

export interface Outcome extends Expected {
	source: object[];
	alleo: object[];
}

export type Item = Record<string, unknown>;

export const COMPANY = 41;
export const OTHER_COMPANY = 42;
export const TODAY = '2026-11-24';
export const COMPLETE = 'c1';

/** What a case may use: ids and addresses that no other case has. */
export class Cell {
	#accounts = 0;

	constructor(readonly base: number) {}

	id = (letter = 'a'): string => `nmbrs-${this.base}${letter}`;

	mail = (letter = 'a'): string => `p${this.base}${letter}@voorbeeld.nl`;

	/** Canonical employee as the design lists its fields. */
	person = (letter = 'a', overrides: Item = {}): Item => ({
		external_id: this.id(letter),
		status: 'active',
		reason: { code: 'IN_SERVICE', text: 'In service.' },
		start_date: '2020-02-01',
		end_date: null,
		email: this.mail(letter),
		private_email: null,
		first_name: `Voor${this.base}${letter}`,
		prefix: 'van',
		last_name: `Achter${this.base}${letter}`,
		language: 'nl',
		birthday: `19${60 + (this.base % 40)}-03-${String(1 + (this.base % 28)).padStart(2, '0')}`,
		work_anniversary: '2020-02-01',
		group: 'Kantoor',
		alleo_filter: null,
		employment_type: null,
		budgets: {},
		company: { id: 'c-1', number: '1', name: 'Voorbeeld B.V.' },
		source: {
			system: 'nmbrs',
			partition: COMPLETE,
			employee_id: `${this.base}${letter}`,
			employee_number: `${this.base}`,
		},
		...overrides,
	});

	ended = (letter = 'a', overrides: Item = {}): Item =>
		this.person(letter, {
			status: 'ended',
			reason: { code: 'FORMER_PAYROLL', text: 'Left.' },
			end_date: '2026-11-20',
			...overrides,
		});

	upcoming = (letter = 'a', overrides: Item = {}): Item =>
		this.person(letter, {
			status: 'upcoming',
			reason: { code: 'STARTS_LATER', text: 'Starts later.' },
			start_date: '2027-02-01',
			...overrides,
		});

	ineligible = (code: 'ACCESS_NO' | 'ACCESS_EMPTY', overrides: Item = {}): Item =>
		this.person('a', { status: 'ineligible', reason: { code, text: 'No access.' }, ...overrides });

	/** A held item carries an id, its source and its issues, and nothing else. */
	held = (letter = 'a'): Item => ({
		external_id: this.id(letter),
		status: 'held',
		source: this.person(letter)['source'],
		issues: [
			{ code: 'EMAIL_INVALID', field: 'email', message: 'Not an address.', action: 'Correct it.' },
		],
	});

	/** The account as an earlier sync left it. */
	account = (letter = 'a', overrides: Item = {}): Item => {
		const { birthday, first_name, prefix, last_name } = this.person(letter);
		return {
			id: this.base * 10 + this.#accounts++,
			company_id: COMPANY,
			is_active: true,
			email: this.mail(letter),
			private_email: null,
			first_name,
			prefix,
			last_name,
			language: 'nl',
			company_group_id: 7,
			group_name: 'Kantoor',
			external_id: this.id(letter),
			birthday,
			work_anniversary: '2020-02-01',
			registration_date: '2024-01-01T08:00:00',
			offboarding_date: null,
			last_active_date: null,
			...overrides,
		};
	};
}

export interface Case {
	name: string;
	make: (cell: Cell) => Outcome;
}
