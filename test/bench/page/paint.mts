import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** What Chromium needs from the first byte of the page to something on the screen. */

export interface Paint {
	/** Milliseconds. */
	sinceFirstByte: number;
	sinceAsked: number;
}

/** In a browser that never saw the page. */
export async function firstPaint(browser: Browser, url: string): Promise<Paint> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	try {
		const page = await context.newPage();
		await page.goto(url);
		await page.waitForFunction(
			() => performance.getEntriesByName('first-contentful-paint').length > 0,
		);
		return await page.evaluate(() => {
			const [paint] = performance.getEntriesByName('first-contentful-paint');
			const [visit] = performance.getEntriesByType('navigation');
			const sinceAsked = paint?.startTime ?? NaN;
			const { responseStart } = visit as PerformanceNavigationTiming;
			return { sinceAsked, sinceFirstByte: sinceAsked - responseStart };
		});
	} finally {
		await context.close();
	}
}

/** The best of several, for a page that is a file. */
export async function bestPaint(browser: Browser, file: string, rounds: number): Promise<number> {
	const page = readFileSync(file);
	const server = createServer((_request, response) => {
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(page);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No port was given');
	let best = Infinity;
	for (let round = 0; round < rounds; round++) {
		const { sinceFirstByte } = await firstPaint(browser, `http://127.0.0.1:${address.port}/`);
		best = Math.min(best, sinceFirstByte);
	}
	server.close();
	return best;
}
