import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** What every page has to keep, however wide and in whatever colours. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

export const WIDTHS = [400, 1000, 1600] as const;
export const SCHEMES = ['light', 'dark'] as const;

interface Violation {
	id: string;
	help: string;
	nodes: Array<{ html: string; failureSummary?: string }>;
}

/** Axe with the rules of WCAG 2.1 AA and its best practices finds nothing. */
export async function expectAccessible(page: Page): Promise<void> {
	await page.evaluate(AXE);
	const violations = await page.evaluate(async () => {
		const { axe } = globalThis as unknown as {
			axe: { run: () => Promise<{ violations: Violation[] }> };
		};
		return (await axe.run()).violations;
	});
	assert.deepEqual(
		violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html.slice(0, 200)}`),
		[],
	);
}

/** Nobody has to scroll sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
	const { scrollWidth, clientWidth } = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return { scrollWidth, clientWidth };
	});
	assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px wide on ${clientWidth} px`);
}

/** Whatever a page tried that it must not: a dialog, a script error, a request to somewhere else. */
export function watchPage(page: Page, allowed: string): string[] {
	const seen: string[] = [];
	page.on('dialog', (dialog) => {
		seen.push(`dialog ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on('pageerror', (error) => seen.push(`error ${error.message}`));
	page.on('console', (message) => {
		if (message.type() === 'error') seen.push(`console ${message.text()}`);
	});
	page.on('request', (request) => {
		if (!request.url().startsWith(allowed) && !request.url().startsWith('data:')) {
			seen.push(`request ${request.url()}`);
		}
	});
	return seen;
}
