import { rowSignature } from '../../core/plan/signature';
import { NO_PAST } from '../../core/plan/past';
import { accountOf, externalId } from './firm/records.mts';
import type { Vendor } from './firm/records.mts';
import { outline, plansOf, rowsThat } from './firm/plans.mts';
import type { Reading } from './firm/plans.mts';
import { DAY, dayAfter, staff, worker } from './firm/staff.mts';
import type { Worker } from './firm/staff.mts';

/** Only what is unusual waits, with all that depends on it; the rest goes on. */

const YESTERDAY = dayAfter(DAY, -1);
const VENDORS: Vendor[] = ['nmbrs', 'afas'];

const ended = (people: readonly Worker[]): Worker[] =>
	people.map((one) => ({ ...one, end: YESTERDAY }));

const inAlleo = (vendor: Vendor, people: readonly Worker[]): Reading['alleo'] =>
	people.map((one) => accountOf(vendor, one));

const of = (vendor: Vendor, action: string, people: readonly Worker[]): string[] =>
	people.map((one) => `${action} ${externalId(vendor, one)}`).sort();

/** 200 people in groups so large that only the whole has a limit to pass: 10 off-boardings. */
const STAYING = staff(188, 100);
const LEAVING = staff(12, 1);
const JOINING = staff(4, 5000, { start: DAY });

describe.each(VENDORS)('%s: 12 leavers are over the limit of 10, 4 joiners are not', (vendor) => {
	const alleo = inAlleo(vendor, [...STAYING, ...LEAVING]);
	const base = [...STAYING, ...ended(LEAVING)];

	test('4 go on, 12 wait', () => {
		const plans = plansOf({ vendor, alleo, staff: [...base, ...JOINING] });
		expect(plans.map(({ summary }) => [summary.needs_approval, summary.status])).toEqual([
			[true, 'blocked'],
			[false, 'ready'],
		]);
		expect(outline(rowsThat(plans, true))).toEqual(of(vendor, 'deactivate', LEAVING));
		expect(outline(rowsThat(plans, false))).toEqual(of(vendor, 'create', JOINING));
		const [waiting, ready] = plans;
		expect(waiting?.summary.needs_approval_because).toEqual(['DEACTIVATION_LIMIT']);
		expect(ready?.summary.needs_approval_because).toEqual([]);
		expect(ready?.summary.guards.filter(({ tripped }) => tripped)).toEqual([]);
		expect([waiting?.summary.rows.deactivate, ready?.summary.rows.create]).toEqual([12, 4]);
		expect(waiting?.summary.counts).toEqual(ready?.summary.counts);
	});

	test('a joiner who brings the address of one of the 12 waits too', () => {
		const [first, ...rest] = JOINING;
		const heir = { ...first!, email: LEAVING[3]!.email };
		const plans = plansOf({ vendor, alleo, staff: [...base, heir, ...rest] });
		expect(outline(rowsThat(plans, false))).toEqual(of(vendor, 'create', rest));
		expect(rowsThat(plans, true).map((row) => row.external_id)).toContain(externalId(vendor, heir));
	});

	test('somebody who comes back to the address of one of the 12 waits too', () => {
		const back = worker(6000, { email: LEAVING[3]!.email });
		const plans = plansOf({
			vendor,
			alleo: [...alleo, accountOf(vendor, back, { is_active: false, email: 'oud@example.nl' })],
			staff: [...base, back, ...JOINING],
		});
		expect(outline(rowsThat(plans, false))).toEqual(of(vendor, 'create', JOINING));
	});

	test('both rows of a move to another Alleo company wait, linked', () => {
		const mover = { ...STAYING[0]!, filter: 'zuid' };
		const plans = plansOf({
			vendor,
			alleo,
			staff: [...base.filter(({ id }) => id !== mover.id), mover, ...JOINING],
		});
		expect(outline(rowsThat(plans, false))).toEqual(of(vendor, 'create', JOINING));
		const halves = rowsThat(plans, true).filter(({ reason }) => reason.code === 'MOVE');
		expect(halves.map(({ action }) => action).sort()).toEqual(['create', 'deactivate']);
		expect(plans[0]?.summary.needs_approval_because).toEqual(['DEACTIVATION_LIMIT', 'MOVE']);
		expect(plans[0]?.summary.rows).toMatchObject({ update: 0, deactivate: 12, create: 1 });
	});

	test('a move alone waits, and the newcomers go on', () => {
		const mover = { ...STAYING[0]!, filter: 'zuid' };
		const now = [mover, ...STAYING.slice(1), ...LEAVING, ...JOINING];
		const plans = plansOf({ vendor, alleo, staff: now });
		expect(outline(rowsThat(plans, true))).toEqual(
			[`create ${externalId(vendor, mover)}`, `deactivate ${externalId(vendor, mover)}`].sort(),
		);
		expect(outline(rowsThat(plans, false))).toEqual(of(vendor, 'create', JOINING));
	});

	test('a transfer waits alone, and the leavers below the limit go on', () => {
		const [one, two, three] = LEAVING;
		const arrived = { ...one!, id: '70001', company: 'c9', start: DAY };
		const now = [...STAYING, ...ended([one!, two!, three!]), ...LEAVING.slice(3), arrived];
		const plans = plansOf({ vendor, alleo, staff: now });
		expect(outline(rowsThat(plans, true))).toEqual([`update ${vendor}-70001`]);
		expect(outline(rowsThat(plans, false))).toEqual(of(vendor, 'deactivate', [two!, three!]));
	});

	test('holds stand in the plan that waits', () => {
		const odd = { ...STAYING[0]!, damaged: true };
		const now = [odd, ...base.slice(1), ...JOINING];
		const plans = plansOf({ vendor, alleo, staff: now });
		expect(rowsThat(plans, true).filter(({ action }) => action === 'hold')).toHaveLength(1);
		expect(outline(rowsThat(plans, false))).toEqual(of(vendor, 'create', JOINING));
	});

	test('a guard about the whole holds everything', () => {
		const coverage = vendor === 'nmbrs' ? 'c1' : 'Profit_Employees_Alleo';
		const plans = plansOf({
			vendor,
			alleo,
			staff: [...base, ...JOINING],
			options: { knownPartitions: [coverage, 'weg'] },
		});
		expect(plans).toHaveLength(1);
		expect(plans[0]?.summary.needs_approval).toBe(true);
		expect(plans[0]?.summary.needs_approval_because).toContain('PARTITION_VANISHED');
	});

	test('always asked: one plan, as before', () => {
		const plans = plansOf({
			vendor,
			alleo,
			staff: [...base, ...JOINING],
			options: { approval: 'always' },
		});
		expect(plans).toHaveLength(1);
		expect(plans[0]?.rows).toHaveLength(16);
	});
});

describe.each(VENDORS)('%s: an address that must be freed first', (vendor) => {
	/** x has a, goes to b; y has b, goes to c; z has c, goes to d; and a newcomer brings a. */
	const [x, y, z, other] = [worker(1), worker(2), worker(3), worker(4)];
	const fresh = worker(5000, { start: DAY, email: x.email });
	const alleo = inAlleo(vendor, [...STAYING, x, y, z, other]);
	const chain = [
		{ ...x, email: y.email },
		{ ...y, email: z.email },
		{ ...z, email: 'nieuw@example.nl' },
		fresh,
	];
	const now = [...STAYING, ...chain, { ...other, group: 'Balie' }];

	test('in a chain everything goes on where nothing is unusual', () => {
		const plans = plansOf({ vendor, alleo, staff: now });
		expect(rowsThat(plans, true)).toEqual([]);
		expect(rowsThat(plans, false)).toHaveLength(5);
	});

	test.each([2, 1, 0, 3])(
		'left out before at place %i of the chain: all after it waits',
		(place) => {
			const all = rowsThat(plansOf({ vendor, alleo, staff: now }), false);
			const held = all.find((row) => row.external_id === externalId(vendor, chain[place]!));
			const leftOut = new Set([rowSignature(held!) ?? '']);
			const plans = plansOf({
				vendor,
				alleo,
				staff: now,
				options: { past: { ...NO_PAST, log: 'read', leftOut, seen: leftOut } },
			});
			expect(plans[0]?.summary.needs_approval_because).toEqual(['LEFT_OUT_BEFORE']);
			const waiting = rowsThat(plans, true).map((row) => row.external_id);
			// z goes first, then y, x and the newcomer.
			const after = place === 3 ? [] : [...chain.slice(0, place), fresh];
			for (const one of [chain[place]!, ...after]) {
				expect(waiting).toContain(externalId(vendor, one));
			}
			const ready = rowsThat(plans, false);
			expect(ready.map((row) => row.external_id)).toContain(externalId(vendor, other));
			const ids = new Set(ready.map((row) => row.row_id));
			for (const { linked_row_id: linked } of ready)
				expect(linked === null || ids.has(linked)).toBe(true);
		},
	);

	test('with too many updates they wait, and so does who needs an address of one of them', () => {
		const moved = STAYING.slice(0, 40).map((one) => ({ ...one, group: 'Balie' }));
		const joiner = worker(5001, { start: DAY });
		const plans = plansOf({
			vendor,
			alleo,
			staff: [...moved, ...now.slice(40), joiner],
		});
		expect(plans[0]?.summary.needs_approval_because).toEqual(['UPDATE_LIMIT']);
		expect(outline(rowsThat(plans, false))).toEqual(of(vendor, 'create', [joiner]));
	});
});

describe.each(VENDORS)('%s: a changed mapping', (vendor) => {
	const people = staff(1000, 1).map((one, at) => ({
		...one,
		group: at < 150 ? 'Balie' : at < 240 ? 'Winkel' : 'Kantoor',
		team: at < 240 ? 'Vestiging Zuid' : 'Kantoor',
	}));
	const mapping = {
		group: vendor === 'nmbrs' ? '={{ $json.extraFields.team }}' : '={{ $json.team }}',
	};
	const joiner = worker(5000, { start: DAY });
	const alleo = inAlleo(vendor, people);

	test('before it, nothing is planned', () => {
		expect(plansOf({ vendor, alleo, staff: people })[0]?.rows).toEqual([]);
	});

	test('moves 240 people to another group: one line', () => {
		const plans = plansOf({ vendor, alleo, staff: [...people, joiner], mapping });
		expect(plans[0]?.summary.fields).toEqual([
			{
				field: 'group',
				people: 240,
				pairs: [
					{ from: 'Balie', to: 'Vestiging Zuid', people: 150 },
					{ from: 'Winkel', to: 'Vestiging Zuid', people: 90 },
				],
				more: 0,
				fresh: null,
			},
		]);
		expect(plans[0]?.summary.needs_approval_because).toEqual(['UPDATE_LIMIT']);
		expect(outline(rowsThat(plans, false))).toEqual(of(vendor, 'create', [joiner]));
		expect(plans[1]?.summary.fields).toEqual([]);
	});

	test('what a person saw in the last plan is no longer new', () => {
		const first = rowsThat(plansOf({ vendor, alleo, staff: people, mapping }), true);
		const seen = new Set(first.slice(0, 200).flatMap((row) => rowSignature(row) ?? []));
		const plans = plansOf({
			vendor,
			alleo,
			staff: people,
			mapping,
			options: { past: { ...NO_PAST, log: 'read', seen } },
		});
		expect(plans[0]?.summary.fields.map(({ people: count, fresh }) => [count, fresh])).toEqual([
			[240, 40],
		]);
	});
});
