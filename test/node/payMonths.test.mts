import { PAY_WORLD } from '../../sandbox/nextMonth.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';
import { FIRST_MONTH, startPayMonths, toSecondMonth } from '../../sandbox/world/payMonths.mts';
import { expectedFile, expectedPeople } from '../support/expectedFile.mts';
import { useFastClock } from '../support/fastClock.mts';
import { salaryFileOf } from '../support/salaryWorld.mts';

/** Two months of one made-up customer: raises that are typed in late, corrections, somebody who leaves. */

useFastClock();

describe.each(['nmbrs', 'afas'] as const)('%s', (system) => {
	test('salary and leave of both months are right to the cent, and a raise that is too much waits', async () => {
		const world = generateWorld({
			employees: PAY_WORLD.employees ?? 0,
			seed: 1,
			referenceDate: FIRST_MONTH,
		});
		const parts = startPayMonths(world);
		const { raised, raisedTooMuch, leaver } = parts[system];
		const first = await salaryFileOf(world, system);
		expect(first.content?.split('\n')).toEqual(expectedFile(world, system).split('\n'));

		toSecondMonth(world, parts);
		const second = await salaryFileOf(world, system, first.content);
		const held = new Set([raisedTooMuch.externalId]);
		expect(second.content?.split('\n')).toEqual(expectedFile(world, system, { held }).split('\n'));
		const rowOf = (id: string) => second.rows.find(({ external_id: one }) => one === id);
		expect(rowOf(raisedTooMuch.externalId)?.reason.code).toBe('FLEX_WAGE_MOVED_BACK');
		expect(rowOf(raised.externalId)?.action).toBe('update');
		expect(rowOf(leaver.externalId)).toBeUndefined();
		// The raise is of a closed period: the run of this month corrects that one.
		const corrected = expectedPeople(world, system).find(
			({ externalId }) => externalId === raised.externalId,
		);
		expect(corrected?.corrections).toBeGreaterThan(0);
	});
});
