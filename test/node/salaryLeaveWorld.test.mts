import { generateWorld } from '../../sandbox/world/generate.mts';
import { expectedFile, expectedPeople } from '../support/expectedFile.mts';
import { useFastClock } from '../support/fastClock.mts';
import { flexRecords } from '../support/filePlan.mts';
import { READ, salaryFileOf } from '../support/salaryWorld.mts';

/** From the stand-ins to the file, to the cent, on many days: turns of the year, paid-out allowance, four weeks. */

useFastClock();

const DAYS = ['2026-01-05', '2026-03-31', '2026-06-15', '2026-11-28', '2026-12-31', '2028-02-29'];

describe.each(['nmbrs', 'afas'] as const)('%s', (system) => {
	test.each(DAYS)('the file of %s is right to the cent', async (referenceDate) => {
		const world = generateWorld({ employees: 90, seed: 4, referenceDate });
		const { content, rows, source } = await salaryFileOf(world, system);
		expect(content?.split('\n')).toEqual(expectedFile(world, system).split('\n'));
		expect(rows.filter(({ action }) => action === 'update').length).toBeGreaterThan(20);
		const people = expectedPeople(world, system);
		expect(people.some(({ corrections }) => corrections > 0)).toBe(true);
		expect(new Set(people.map(({ payCycle }) => payCycle)).size).toBe(2);
		// Somebody who reserves nothing has no lines of it to correct.
		const corrected = people.filter(
			({ corrections, accrualCents }) => corrections > 0 && accrualCents !== null,
		);
		expect(corrected.length).toBeGreaterThan(0);
		for (const { externalId, corrections } of corrected) {
			expect(source.find(({ external_id: id }) => id === externalId)).toMatchObject({
				corrections,
			});
		}
		const paid = source.filter(({ gross_hourly_wage: wage }) => wage !== null);
		expect(paid.every(({ wage_since: since }) => since !== null && since <= referenceDate)).toBe(
			true,
		);
	});

	test('the balance of the holiday allowance as the second source is right to the cent', async () => {
		const world = generateWorld({ employees: 90, seed: 4, referenceDate: '2026-11-28' });
		const read = await READ[system](world);
		const source = flexRecords(read, { secondary: { kind: 'holidayAllowanceBalance' } });
		const balances = new Map(
			source.map(({ external_id: id, secondary_source: amount }) => [id, amount]),
		);
		const people = expectedPeople(world, system);
		expect(people.filter(({ balanceCents }) => balanceCents !== null).length).toBeGreaterThan(10);
		for (const { externalId, balanceCents } of people) {
			const cents = balances.get(externalId) ?? null;
			expect(cents === null ? null : Math.round(cents * 100)).toBe(balanceCents);
		}
	});
});
