import { day } from './truth.mts';
import type { Job, Truth } from './truth.mts';

/**
 * What people and programs make of good data. Only such noise as leaves something to see it by: a typo
 * that gives another date as likely as the right one cannot be told by anybody.
 */

interface Noise {
	/** The part of the record that it changes, against `keep`. */
	part: 'birthday' | 'name' | 'email' | 'dates' | 'type' | 'access';
	apply: (job: Job, truth: Truth) => void;
	when?: (job: Job, truth: Truth) => boolean;
}

const only = (job: Job) => job.spans.at(-1) ?? { start: null, end: null };
const isOpen = (job: Job): boolean => job.spans.length === 1 && only(job).end === null;
const inService = (job: Job): boolean => isOpen(job) && (only(job).start ?? '') <= day(0);

export const NOISES: Record<string, Noise> = {
	birthdayUnknown: { part: 'birthday', apply: (job) => (job.birthday = null) },
	birthday1900: { part: 'birthday', apply: (job) => (job.birthday = '1900-01-01') },
	birthday1970: { part: 'birthday', apply: (job) => (job.birthday = '1970-01-01') },
	birthdayNoDate: { part: 'birthday', apply: (job) => (job.birthday = '31-02-1990') },
	birthdayInstant: {
		part: 'birthday',
		apply: (job) => (job.birthday = `${job.birthday ?? '1990-01-01'}T22:00:00Z`),
	},
	firstNameMissing: { part: 'name', apply: (job) => (job.first = null) },
	firstNameDamaged: { part: 'name', apply: (job) => (job.first = `${job.first ?? ''}\ufffd`) },
	firstNameDash: { part: 'name', apply: (job) => (job.first = '-') },
	initials: { part: 'name', apply: (job) => (job.first = `${job.first?.charAt(0) ?? 'X'}.`) },
	nameInCapitals: {
		part: 'name',
		apply: (job) => Object.assign(job, { last: job.last?.toUpperCase() ?? null }),
	},
	lastNameMissing: { part: 'name', apply: (job) => (job.last = null) },
	married: {
		part: 'name',
		apply: (job) => Object.assign(job, { last: 'Getrouwd', prefix: null }),
	},
	prefixInName: {
		part: 'name',
		when: ({ prefix }) => prefix !== null,
		apply: (job) => {
			job.last = `${job.prefix ?? ''} ${job.last ?? ''}`;
			job.prefix = null;
		},
	},
	addressMissing: { part: 'email', apply: (job) => (job.email = null) },
	addressBad: { part: 'email', apply: (job) => (job.email = `${job.email ?? ''};x`) },
	addressCapitals: {
		part: 'access',
		apply: (job) => Object.assign(job, { email: job.email?.toUpperCase() ?? null }),
	},
	addressInvisible: {
		part: 'email',
		apply: (job) => Object.assign(job, { email: job.email?.replace('@', '\u200b@') ?? null }),
	},
	endNever: { part: 'dates', when: isOpen, apply: (job) => (only(job).end = '9999-12-31') },
	end2100: { part: 'dates', when: isOpen, apply: (job) => (only(job).end = '2100-01-01') },
	end1900: { part: 'dates', when: isOpen, apply: (job) => (only(job).end = '1900-01-01') },
	endBeforeStart: { part: 'dates', when: isOpen, apply: (job) => (only(job).end = '2019-03-31') },
	endInstant: {
		part: 'dates',
		when: inService,
		apply: (job) => (only(job).end = `${day(-1)}T23:00:00.000Z`),
	},
	startInstant: {
		part: 'dates',
		when: isOpen,
		apply: (job) => (only(job).start = `${only(job).start ?? ''}T22:00:00Z`),
	},
	typeUnknown: {
		part: 'type',
		when: (_job, { vendor }) => vendor === 'nmbrs',
		apply: (job) => (job.type = 'stagiair'),
	},
	accessPerhaps: {
		part: 'access',
		when: (_job, { selective }) => selective,
		apply: (job, truth) => undecided(job, truth, 'misschien'),
	},
	accessEmpty: {
		part: 'access',
		when: (_job, { selective }) => selective,
		apply: (job, truth) => undecided(job, truth, ''),
	},
};

function undecided(job: Job, truth: Truth, access: string): void {
	job.access = access;
	const human = truth.humans[job.owner];
	if (human !== undefined) human.wish = 'unknown';
}

/** Alleo's side: what earlier systems and hands left there. */
const ACCOUNT_NOISES = [
	{ birthday: null },
	{ birthday: '1900-01-01' },
	{ birthday: '1970-01-01' },
	{ first_name: null, last_name: null, prefix: null },
] as const;

const STORIES_WITHOUT_ACCOUNT_NOISE = [
	'transferNewAddress',
	'numberReused',
	'fatherAndSon',
	'namesakeGone',
	'twins',
];

export function addNoise(truth: Truth, share: number): void {
	const { dice } = truth;
	const names = Object.keys(NOISES);
	for (const job of truth.jobs) {
		if (!dice.chance(share)) continue;
		const name = names[dice.upTo(names.length)] ?? '';
		const noise = NOISES[name];
		if (noise === undefined || job.keep.has(noise.part)) continue;
		if (noise.when?.(job, truth) === false) continue;
		noise.apply(job, truth);
		job.noise.push(name);
	}
	if (truth.stories.some((name) => STORIES_WITHOUT_ACCOUNT_NOISE.includes(name))) return;
	for (const account of truth.accounts) {
		if (!dice.chance(share / 2)) continue;
		Object.assign(account, ACCOUNT_NOISES[dice.upTo(ACCOUNT_NOISES.length)]);
	}
}
