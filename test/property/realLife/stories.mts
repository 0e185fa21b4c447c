import { day } from './truth.mts';
import type { Human, JobOptions, Truth } from './truth.mts';

/**
 * What happens to people at work, each a few records and accounts. Every story is true; noise comes
 * over it later (noise.mts).
 */

const OLD = '2020-01-01';
export const sinceLong = [{ start: OLD, end: null }];
const recently = (truth: Truth) => [{ start: day(-truth.dice.between(0, 5)), end: null }];
export const left = (truth: Truth) => [{ start: OLD, end: day(-truth.dice.between(1, 6)) }];

const at = (truth: Truth, human: Human, options: JobOptions): string =>
	truth.externalId(truth.job(human, options).id);

export type Story = (truth: Truth) => void;

/** A newcomer and the leaver whose mailbox was given on; whose account carries which id differs. */
function reception(kind: 'linked' | 'unlinked' | 'foreign' | 'absent'): Story {
	return (truth) => {
		const email = `receptie${truth.humans.length}@example.nl`;
		const old = truth.human({ email });
		const fresh = truth.human({ email });
		const stays = truth.dice.chance(0.2);
		const own =
			kind === 'absent'
				? truth.externalId(`7700${truth.humans.length}`)
				: at(truth, old, { spans: stays ? sinceLong : left(truth) });
		const ids = { linked: own, absent: own, unlinked: null, foreign: `yc-4711${old.key}` };
		truth.account(old, ids[kind]);
		truth.job(fresh, { spans: recently(truth) });
	};
}

function transfer(kind: 'same' | 'new'): Story {
	return (truth) => {
		const human = truth.human();
		const ago = truth.dice.between(1, 6);
		const gap = truth.dice.between(0, ago - 1);
		// With another address only the full name and the birthday tell it.
		const keep = kind === 'new' ? ['birthday', 'name', 'email'] : [];
		const old = at(truth, human, { spans: [{ start: OLD, end: day(-ago) }], keep });
		const email = kind === 'new' ? `nieuw.${human.email}` : human.email;
		const spans = [{ start: day(1 - ago + gap), end: null }];
		truth.job(human, { spans, company: 'c2', email, keep });
		truth.account(human, old);
	};
}

export const STORIES: Record<string, Story> = {
	inStep: (truth) => {
		const human = truth.human();
		truth.account(human, at(truth, human, { spans: sinceLong }));
	},
	newcomer: (truth) => {
		truth.job(truth.human(), { spans: recently(truth) });
	},
	leaver: (truth) => {
		const human = truth.human();
		truth.account(human, at(truth, human, { spans: left(truth) }));
	},
	goneLong: (truth) => {
		const human = truth.human();
		const own = at(truth, human, { spans: [{ start: '2015-01-01', end: '2019-06-30' }] });
		if (truth.dice.chance(0.5)) truth.account(human, own, { is_active: false });
	},
	upcoming: (truth) => {
		truth.job(truth.human(), { spans: [{ start: day(truth.dice.between(1, 30)), end: null }] });
	},
	noAccess: (truth) => {
		const human = truth.human({ wish: truth.selective ? 'no' : 'yes' });
		const own = at(truth, human, { spans: sinceLong });
		if (truth.dice.chance(0.6)) truth.account(human, own);
	},
	transfer: transfer('same'),
	transferNewAddress: transfer('new'),
	rehireNewId: (truth) => {
		const human = truth.human();
		const own = truth.dice.chance(0.5)
			? at(truth, human, { spans: [{ start: '2015-01-01', end: '2019-06-30' }] })
			: truth.externalId(`7700${truth.humans.length}`);
		truth.account(human, own, { is_active: false });
		truth.job(human, { spans: recently(truth), keep: ['email'] });
	},
	rehireSameId: (truth) => {
		const human = truth.human();
		const spans = [{ start: '2015-01-01', end: '2019-06-30' }, ...recently(truth)];
		truth.account(human, at(truth, human, { spans }), { is_active: false });
	},
	foreign: (truth) => {
		const human = truth.human();
		const { number } = truth.job(human, { spans: sinceLong, keep: ['email'] });
		truth.account(human, truth.dice.pick([`yc-${human.key}`, number, `hibob-${human.key}`]));
	},
	foreignOfNobody: (truth) => {
		const stranger = truth.human({ inService: true });
		truth.account(stranger, `yc-${stranger.key}`);
	},
	foreignLeaver: (truth) => {
		const human = truth.human();
		truth.job(human, { spans: left(truth) });
		truth.account(human, `yc-${human.key}`);
	},
	foreignInactive: (truth) => {
		const human = truth.human();
		truth.job(human, { spans: recently(truth), keep: ['email'] });
		truth.account(human, `yc-${human.key}`, { is_active: false });
	},
	unlinked: (truth) => {
		const human = truth.human();
		truth.job(human, { spans: sinceLong, keep: ['email'] });
		truth.account(human, null);
	},
	unlinkedLeaver: (truth) => {
		const human = truth.human();
		truth.job(human, { spans: left(truth) });
		truth.account(human, null);
	},
	receptionLinked: reception('linked'),
	receptionUnlinked: reception('unlinked'),
	receptionForeign: reception('foreign'),
	receptionAbsent: reception('absent'),
	twins: (truth) => {
		const one = truth.human();
		const { last, prefix, birthday, email } = one;
		const other = truth.human({ last, prefix, birthday, email });
		const own = at(truth, one, {
			spans: truth.dice.chance(0.6) ? left(truth) : sinceLong,
			keep: ['name'],
		});
		truth.account(one, truth.dice.chance(0.7) ? own : null);
		truth.job(other, { spans: recently(truth), keep: ['name'] });
	},
	homonyms: (truth) => {
		const one = truth.human();
		const { first, last, prefix } = one;
		const other = truth.human({ first, last, prefix });
		truth.account(one, at(truth, one, { spans: left(truth) }));
		truth.job(other, { spans: recently(truth) });
	},
	fatherAndSon: (truth) => {
		const one = truth.human();
		const { first, last, prefix, email } = one;
		const other = truth.human({ first, last, prefix, email });
		const own = at(truth, one, { spans: left(truth), keep: ['birthday'] });
		truth.account(one, truth.dice.pick([own, own, null, `yc-12${one.key}`]));
		truth.job(other, { spans: recently(truth), keep: ['birthday'] });
	},
	namesakeGone: (truth) => {
		const old = truth.human();
		const { first, last, prefix, email } = old;
		const fresh = truth.human({ first, last, prefix, email });
		truth.account(old, truth.dice.chance(0.7) ? null : `yc-${old.key}`);
		truth.job(fresh, { spans: recently(truth), keep: ['birthday'] });
	},
	numberReused: (truth) => {
		const old = truth.human();
		const fresh = truth.human();
		const spans = truth.dice.chance(0.8) ? recently(truth) : left(truth);
		const own = at(truth, fresh, { spans, keep: ['birthday', 'name'] });
		truth.account(old, own, { is_active: truth.dice.chance(0.5) });
	},
	numberCorrected: (truth) => {
		const human = truth.human();
		truth.account(human, truth.externalId(`7700${truth.humans.length}`));
		truth.job(human, { spans: sinceLong, keep: ['email'] });
	},
	swappedAddresses: (truth) => {
		const [one, other] = [truth.human(), truth.human()];
		truth.account(one, at(truth, one, { spans: sinceLong, email: other.email }));
		truth.account(other, at(truth, other, { spans: sinceLong, email: one.email }));
	},
	addressFreed: (truth) => {
		const one = truth.human();
		const fresh = truth.human({ email: one.email });
		truth.account(one, at(truth, one, { spans: sinceLong, email: `x.${one.email}` }));
		truth.job(fresh, { spans: recently(truth) });
	},
	twoRecords: (truth) => {
		const human = truth.human();
		const own = at(truth, human, { spans: sinceLong });
		truth.job(human, { spans: recently(truth), company: 'c2', keep: ['email'] });
		truth.account(human, own);
	},
	sharedInService: (truth) => {
		const email = `balie${truth.humans.length}@example.nl`;
		const [one, other] = [truth.human({ email }), truth.human({ email })];
		const own = at(truth, one, { spans: sinceLong });
		truth.job(other, { spans: sinceLong });
		truth.account(one, truth.dice.pick([own, null, `yc-99${one.key}`]));
	},
	movedCompany: (truth) => {
		const human = truth.human();
		truth.account(human, at(truth, human, { spans: sinceLong, filter: 'Zuid' }));
	},
	movedCompanyNewId: (truth) => {
		const human = truth.human();
		const ago = truth.dice.between(1, 5);
		const old = at(truth, human, { spans: [{ start: OLD, end: day(-ago) }] });
		const spans = [{ start: day(1 - ago), end: null }];
		truth.job(human, { spans, company: 'c2', filter: 'Zuid' });
		truth.account(human, old);
	},
	renamed: (truth) => {
		const human = truth.human();
		const email = `getrouwd.${human.email}`;
		const own = at(truth, human, { spans: sinceLong, email });
		truth.account(human, own, { last_name: 'Meisjesnaam', prefix: null });
	},
	cancelled: (truth) => {
		const human = truth.human();
		const start = truth.dice.between(2, 40);
		truth.job(human, { spans: [{ start: day(-start), end: day(-start - 1) }] });
		human.inService = false;
	},
	oldEndLeft: (truth) => {
		const human = truth.human();
		const own = at(truth, human, { spans: [{ start: day(-20), end: '2019-12-31' }] });
		truth.account(human, own);
		human.inService = true;
	},
	jobsDisagree: (truth) => {
		const bySpan = truth.selective && truth.vendor === 'afas';
		const human = truth.human({ wish: bySpan ? 'unknown' : 'yes' });
		const spans = [
			{ start: OLD, end: null, access: 'nee', hours: truth.dice.between(4, 36) },
			{ start: '2022-01-01', end: null, access: 'ja', hours: truth.dice.between(4, 36) },
		];
		truth.account(
			human,
			at(truth, human, { spans: truth.dice.chance(0.5) ? spans : spans.reverse() }),
		);
	},
};
