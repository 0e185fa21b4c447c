import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { expectAccessible } from './axe.mts';
import type { Context } from './context.mts';

/** What the customer does in the browser, and how the pages are looked at. */

/** Remembers every address and every page that the browser saw. */
export function watch(page: Page): string[] {
	const seen: string[] = [];
	page.on('request', (request) => void seen.push(request.url()));
	page.on('response', (response) => {
		if (!(response.headers()['content-type'] ?? '').includes('html')) return;
		void response.text().then(
			(text) => seen.push(text),
			() => undefined,
		);
	});
	return seen;
}

export const heading = async (page: Page): Promise<string> =>
	(await page.textContent('h1'))?.trim() ?? '';

/** Phone and desk, light and dark: no page is wider than its screen; pictures to look at. */
export async function look(context: Context, page: Page, name: string): Promise<void> {
	for (const width of [400, 1000]) {
		await page.setViewportSize({ width, height: 900 });
		const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
		assert.ok(wide <= width, `${name} is ${wide} wide on a screen of ${width}`);
		await context.screenshot(page, `${name}-${width}`, true);
	}
	await expectAccessible(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectAccessible(page);
	await context.screenshot(page, `${name}-dark`, true);
	await page.emulateMedia({ colorScheme: 'light' });
}

export async function allow(page: Page, email: string): Promise<void> {
	await page.waitForURL(/connect\/authorize/);
	await page.fill('[name="email"]', email);
	await page.getByRole('button', { name: 'Allow' }).click();
	await page.waitForURL(/connection=/);
}
