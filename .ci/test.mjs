/** `npm test`: install, build, types, both lints, every jest suite. Arguments go to jest alone. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { install } from './install.mjs';
import { heading, main, ROOT, runNode24, say, STATE, writeResult } from './lib.mjs';

const bin = (...parts) => path.join(ROOT, 'node_modules', ...parts);

const CHECKS = [
	['Build', [bin('gulp', 'bin', 'gulp.js')]],
	[
		'Types of tests and sandbox',
		[bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.check.json'],
	],
	["n8n's strict lint", [bin('eslint', 'bin', 'eslint.js'), '.']],
	['Quality lint', [bin('eslint', 'bin', 'eslint.js'), '-c', 'eslint.quality.config.mjs', '.']],
];

async function jest(args) {
	const outputFile = path.join(STATE, 'results', 'jest.json');
	mkdirSync(path.dirname(outputFile), { recursive: true });
	const status = await runNode24(
		[bin('jest', 'bin', 'jest.js'), '--json', `--outputFile=${outputFile}`, ...args],
		{ allowFailure: true, extraEnv: { NODE_ENV: 'test' } },
	);
	try {
		const report = JSON.parse(readFileSync(outputFile, 'utf8'));
		const left = report.numPendingTests + report.numTodoTests;
		if (left > 0)
			say(`${left} tests were skipped; a test that must not run has to say why and pass.`);
		return {
			passed: report.numPassedTests,
			failed: report.numFailedTests + report.numRuntimeErrorTestSuites + left,
		};
	} catch {
		return { passed: 0, failed: status === 0 ? 0 : 1 };
	}
}

await main(async () => {
	await install();
	const total = { passed: 0, failed: 0 };
	const broken = [];
	for (const [title, args] of CHECKS) {
		heading(title);
		const status = await runNode24(args, { allowFailure: true });
		total[status === 0 ? 'passed' : 'failed'] += 1;
		if (status !== 0) broken.push(title);
	}
	heading('Tests');
	const tests = await jest(process.argv.slice(2));
	if (tests.failed > 0) broken.push(`${tests.failed} tests`);
	total.passed += tests.passed;
	total.failed += tests.failed;
	writeResult('test', total);
	say(`\nnpm test: ${total.passed} passed, ${total.failed} failed`);
	if (broken.length > 0) say(`Failed: ${broken.join('; ')}`);
	return total.failed === 0 ? 0 : 1;
});
