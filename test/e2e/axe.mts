import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
	id: string;
	help: string;
	nodes: Array<{ html: string }>;
}

/** Fails where axe finds a violation of WCAG 2.2 A or AA, or of its best practices. */
export async function expectAccessible(page: Page): Promise<void> {
	// Evaluated by the debugger's protocol: the page's own policy lets no script run, and must not.
	await page.evaluate(AXE);
	const violations = await page.evaluate<Violation[]>(
		`axe.run(document).then(({ violations }) => violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => ({ html })) })))`,
	);
	const found = violations.map(
		({ id, help, nodes }) =>
			`${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
	);
	assert.deepEqual(found, [], `not accessible: ${await page.title()}`);
}
