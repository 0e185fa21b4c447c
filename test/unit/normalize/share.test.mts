import { partsSharer } from '../../../core/normalize/share';
import { person } from '../../support/people.mts';

/** Thousands of people have the same employer, the same reason and no remark: one object in all of them. */

const alike = (n: number) => person(n, { budgets: { alleo_monthly_all_budget: 25 } });

test('what people have in common is one object, and says the same', () => {
	const shared = partsSharer();
	const [one, other] = [shared(alike(1)), shared(alike(2))];
	for (const key of ['reason', 'company', 'budgets', 'issues', 'notices', 'clear'] as const) {
		expect(other[key]).toBe(one[key]);
	}
	expect([one, other]).toEqual([alike(1), alike(2)]);
});

test('what differs stays its own', () => {
	const shared = partsSharer();
	const first = alike(1);
	const { company, reason } = first;
	const others = [
		{ ...alike(2), company: { ...company, number: 'anders' } },
		{ ...alike(3), company: { ...company, name: 'Anders' } },
		{ ...alike(4), reason: { ...reason, text: 'Anders' } },
		{ ...alike(5), reason: { ...reason, params: { count: 2 } } },
		{ ...alike(6), budgets: { alleo_monthly_all_budget: 26 } },
		{ ...alike(7), clear: ['group'] },
	];
	const wanted = structuredClone(others);
	shared(first);
	expect(others.map((one) => shared(one))).toEqual(wanted);
});

test('nothing is shared between two runs', () => {
	expect(partsSharer()(alike(1)).notices).not.toBe(partsSharer()(alike(1)).notices);
});
