import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../support/paths.mts';

interface Message {
	ruleId: string | null;
	line: number;
}

/** Lints text as if it were the file of that name, with the quality configuration. */
function lint(file: string, text: string): Message[] {
	const args = [
		'-c',
		'eslint.quality.config.mjs',
		'--stdin',
		'--stdin-filename',
		file,
		'-f',
		'json',
	];
	const eslint = path.join(ROOT, 'node_modules/eslint/bin/eslint.js');
	let output: string;
	try {
		output = execFileSync(process.execPath, [eslint, ...args], {
			cwd: ROOT,
			input: text,
			encoding: 'utf8',
			stdio: ['pipe', 'pipe', 'pipe'],
		});
	} catch (error) {
		output = String((error as { stdout: unknown }).stdout);
	}
	return (JSON.parse(output) as Array<{ messages: Message[] }>).flatMap((file) => file.messages);
}

const lines = (messages: Message[], rule: string): number[] => [
	...new Set(messages.filter((message) => message.ruleId === rule).map((message) => message.line)),
];

describe('import boundaries in the quality lint', () => {
	const outside = [
		"import '../nodes/shared/http';",
		"import '../../credentials/AlleoApi.credentials';",
		"import 'n8n-workflow';",
		"import 'node:fs';",
		"import 'fs';",
		"import '../sandbox/world/types.mts';",
	];
	const inside = ["import 'node:crypto';", "import 'zod';", "import './dates';"];

	test.each(['core/plan/probe.ts', 'core/plan/probe.mts'])('%s', (file) => {
		const messages = lint(file, [...outside, ...inside].join('\n'));
		expect(lines(messages, 'no-restricted-imports')).toEqual([1, 2, 3, 4, 5, 6]);
	});

	test.each([
		['core/plan/probe.ts', ["import '../report/markdown';", "import '../model/dates';"]],
		['core/plan/people/probe.ts', ["import '../../apply/admit';", "import '../order';"]],
		['core/model/probe.ts', ["import '../sync';", "import '../issues';"]],
		['core/issues/probe.ts', ["import '../model/dates';", "import './text';"]],
	])('%s uses what lies below it, and nothing above', (file, imports) => {
		expect(lines(lint(file, imports.join('\n')), 'no-restricted-imports')).toEqual([1]);
	});

	test('a stand-in imports nothing of what it tests', () => {
		const text =
			"import '../../core/model/dates';\nimport '../../nodes/Afas/api';\nimport './world.mts';";
		expect(lines(lint('sandbox/afas/probe.mts', text), 'no-restricted-imports')).toEqual([1, 2]);
	});

	test('no comment switches the quality lint off, and any is an error', () => {
		const text = '/* eslint-disable */\nexport const x: any = 1;\n';
		const messages = lint('nodes/shared/probe.ts', text);
		expect(lines(messages, '@typescript-eslint/no-explicit-any')).toEqual([2]);
	});
});
