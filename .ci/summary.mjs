/** Last line of `.ci/run`: the counts of all suites. A suite that left no count has failed. */
import { clearResults, readResult, say } from './lib.mjs';

if (process.argv.includes('--clear')) {
	clearResults();
} else {
	let [passed, failed] = [0, 0];
	for (const suite of ['test', 'e2e', 'queue']) {
		const result = readResult(suite);
		if (result === null) say(`${suite}: stopped before it could count, see above`);
		passed += result?.passed ?? 0;
		failed += result?.failed ?? 1;
	}
	say(`${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
