import { guardWords } from '../../../../core/report/page/words';
import { countRows } from '../../../../core/plan/count';
import { account, person, range, run } from '../../../support/people.mts';

/** A limit counts both halves of a move; whoever reads the guard beside the tiles can add them up. */

const LEAVING = range(1, 10).map((number) => person(number, { status: 'ended' }));
const MOVING = range(11, 13).map((number) => person(number, { alleo_filter: 'log' }));
const source = [...LEAVING, ...MOVING, ...range(14, 40).map((number) => person(number))];
const alleo = range(1, 40).map((number) => account(number));
const routing = [{ filter: 'log', companyId: 43 }];

const guardOf = (code: string, options = {}) => {
	const { summary, rows } = run(source, alleo, { routing, ...options });
	const guard = summary.guards.find((one) => one.code === code);
	if (guard === undefined) throw new Error(`no guard ${code}`);
	return { guard, counts: countRows(rows) };
};

test('off-boardings and moves together are what the limit counts, and the text tells them apart', () => {
	const { guard, counts } = guardOf('DEACTIVATION_LIMIT');
	expect(counts).toMatchObject({ deactivate: 10, move: 3 });
	expect(guard).toMatchObject({ actual: counts.deactivate + counts.move, params: { moved: 3 } });
	expect(guard.message).toMatch(
		/^13 people would be off-boarded; the limit is \d+\. Of these, 3 move /,
	);
	expect(guardWords(guard, 'en').message).toBe(guard.message);
	expect(guardWords(guard, 'nl').message).toMatch(
		/^13 mensen zouden worden geoffboard; de grens is \d+\. Van hen gaan er 3 naar een ander Alleo-bedrijf\.$/,
	);
});

test('the arrivals of moves are told apart from those who are new', () => {
	const { guard, counts } = guardOf('CREATE_LIMIT');
	expect(counts).toMatchObject({ create: 0, move: 3 });
	expect(guard).toMatchObject({ actual: 3, params: { moved: 3 } });
});

test('without a move the text is as it was', () => {
	const { guard } = guardOf('DEACTIVATION_LIMIT', {
		routing: [{ filter: 'log', companyId: account(1).company_id }],
	});
	expect(guard.actual).toBe(10);
	expect(guard.message).not.toContain('Of these');
	expect(guard.params?.['moved']).toBeUndefined();
});
