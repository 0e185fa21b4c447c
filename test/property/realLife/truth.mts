import type { AlleoEmployee } from '../../../core/model/employee';
import { account } from '../../support/people.mts';
import type { Dice } from './dice.mts';

/**
 * What is really so: who the people are, who is in service and may have access, and whose each account
 * and each record is. Nothing of this reaches the product; it sees the records and the accounts only.
 */

export const DAY = '2026-11-24';

/** A number of days from the day that decides. */
export const day = (offset: number): string =>
	new Date(Date.parse(`${DAY}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);

export type Vendor = 'nmbrs' | 'afas' | 'custom';

export interface Human {
	key: number;
	first: string;
	prefix: string | null;
	last: string;
	birthday: string;
	email: string;
	/** Truly in service today. */
	inService: boolean;
	/** Whether the employer wants this person to have access; `unknown` where nobody has said it. */
	wish: 'yes' | 'no' | 'unknown';
}

/** One employment, as the HR system writes it. */
export interface Span {
	start: string | null;
	end: string | null;
	access?: string | null;
	hours?: number;
}

/** A record of the source, written by people: everything of it can be wrong, except whose it is. */
export interface Job {
	id: string;
	owner: number;
	number: string;
	company: 'c1' | 'c2';
	type: string;
	spans: Span[];
	first: string | null;
	prefix: string | null;
	last: string | null;
	birthday: string | null;
	email: string | null;
	access: string | null;
	filter: string | null;
	/** What no noise may touch, as nobody could decide the story without it. */
	keep: ReadonlySet<string>;
	/** The noise that it got, for a failure to tell. */
	noise: string[];
}

export interface JobOptions {
	spans: Span[];
	id?: string;
	company?: 'c1' | 'c2';
	email?: string;
	filter?: string | null;
	keep?: readonly string[];
}

export class Truth {
	readonly humans: Human[] = [];

	readonly jobs: Job[] = [];

	readonly accounts: AlleoEmployee[] = [];

	/** Account id to the key of its human. */
	readonly ownerOf = new Map<number, number>();

	readonly stories: string[] = [];

	readonly incomplete = new Set<string>();

	/** The access column is gone from the source, for everybody. */
	columnGone = false;

	constructor(
		readonly vendor: Vendor,
		/** An access field decides who takes part. */
		readonly selective: boolean,
		readonly dice: Dice,
	) {}

	human(changes: Partial<Human> = {}): Human {
		const key = this.humans.length;
		const { first, last, prefix } = this.dice.name(key);
		const birthday = this.dice.birthday();
		const email = `${first}.${key}@example.nl`.toLowerCase();
		const made: Human = {
			key,
			first,
			prefix,
			last,
			birthday,
			email,
			inService: false,
			wish: 'yes',
			...changes,
		};
		this.humans.push(made);
		return made;
	}

	/** A record of somebody; a span that covers today puts the person in service. */
	job(human: Human, options: JobOptions): Job {
		const { company = 'c1', keep = [] } = options;
		const spans = options.spans.map((span) => ({ ...span }));
		const id = options.id ?? `${this.jobs.length + 1}0${human.key}`;
		const covers = ({ start, end }: Span): boolean =>
			(start ?? '') <= DAY && (end === null || end >= DAY);
		if (spans.some(covers)) human.inService = true;
		const ended = spans.every(({ end }) => end !== null && end < DAY);
		const made: Job = {
			id,
			owner: human.key,
			number: id,
			company,
			type: ended ? 'formerPayroll' : 'payroll',
			spans,
			first: human.first,
			prefix: human.prefix,
			last: human.last,
			birthday: human.birthday,
			email: options.email ?? human.email,
			access: human.wish === 'no' ? 'nee' : 'ja',
			filter: options.filter ?? null,
			keep: new Set(keep),
			noise: [],
		};
		this.jobs.push(made);
		return made;
	}

	externalId(id: string): string {
		return `${this.vendor}-${id}`;
	}

	/** An account of somebody, as an earlier day left it. */
	account(
		human: Human,
		externalId: string | null,
		changes: Partial<AlleoEmployee> = {},
	): AlleoEmployee {
		const id = 1000 + this.accounts.length;
		const made = account(1, {
			id,
			external_id: externalId,
			email: human.email,
			first_name: human.first,
			prefix: human.prefix,
			last_name: human.last,
			birthday: human.birthday,
			group_name: null,
			company_group_id: null,
			work_anniversary: '2020-01-01',
			...changes,
		});
		this.accounts.push(made);
		this.ownerOf.set(id, human.key);
		return made;
	}
}
