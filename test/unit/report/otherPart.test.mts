import { kindsIn } from '../../../core/plan/count';
import { DEFAULT_LIMITS } from '../../../core/plan/options';
import { otherPart } from '../../../core/report/otherPart';
import { run, runTwo } from '../../support/people.mts';
import { mixedAccounts, mixedSource, READY } from '../apply/helper.mts';

/** What each plan of one reading says of the other one. */

const none = { percent: 0, minimum: 0, maximum: 0 };
const limits = { ...DEFAULT_LIMITS, CREATE_LIMIT: none, DEACTIVATION_LIMIT: none };

test('each plan of a reading knows exactly what the other one does', () => {
	const { waiting, ready } = runTwo(mixedSource(), mixedAccounts(), { ...READY, limits });
	for (const [here, there] of [
		[waiting, ready],
		[ready, waiting],
	] as const) {
		const { hold: _hold, ...does } = kindsIn(there.summary);
		const said = otherPart(here.summary);
		expect(said?.rows).toEqual({ ...does, hold: 0 });
		expect(said?.changes).toBe(Object.values(does).reduce((sum, count) => sum + count, 0));
		expect(said?.waits).toBe(here === ready);
	}
	expect(waiting.summary.report_markdown).toContain('goes on by itself');
	expect(ready.summary.report_markdown).toContain('waits for one: ');
});

test('an only plan knows of none', () => {
	const only = run(mixedSource(), mixedAccounts(), { ...READY, limits, splitPlan: false });
	expect(otherPart(only.summary)).toBeNull();
	expect(only.summary.report_markdown).not.toContain('by itself');
});
