import assert from 'node:assert/strict';
import type { Context } from '../context.mts';
import { expectAccessible, expectNoOverflow, SCHEMES, watchPage, WIDTHS } from '../look.mts';
import type { Scenario } from '../run.mts';
import { fromNow, load, plans, waitingPlan } from '../waitingPlan.mts';
import type * as PageModule from '../../../core/report/page';
import type * as InputModule from '../../support/approvalPage.mts';
import type { Plan } from '../../support/approvalPlan.mts';

/** The approval page as a person sees it: every width, language and colour scheme, from 0 to 10,000 rows. */

const LANGUAGES = ['en', 'nl'] as const;

const who = { external_id: 'nmbrs-7', name: 'Ilse Bakker', message: '', action: '' };
const NOTICES = [
	{ ...who, code: 'UPCOMING_START', params: { date: '2026-12-01' }, date: '2026-12-01' },
	{ ...who, code: 'UPCOMING_END', params: { date: '2026-12-31' }, date: '2026-12-31' },
];
const GUARDS = [
	plans.trippedGuard('DEACTIVATION_LIMIT', 30, 12),
	plans.trippedGuard('FIELD_DRIFT', 41, 12, { field: 'birthday', kind: 'empty in the source' }),
	...plans.PASSING_GUARDS.filter(({ code }) => code !== 'DEACTIVATION_LIMIT'),
];

const hostile = (): Plan =>
	plans.makePlan(
		plans.HOSTILE_NAMES.flatMap((name, index) =>
			(['deactivate', 'hold', 'create', 'update'] as const).map((action) => ({
				action,
				name,
				external_id: `nmbrs-${index}`,
				row_id: `${action}-${index}`,
				email: `"><svg/onload=alert(1)>${'x'.repeat(60)}@bakkerij.example`,
			})),
		),
		fromNow(60),
	);

const PLANS: Record<string, () => Plan> = {
	'1 row': () => plans.makePlan([{ action: 'create', name: 'Guusje Visser' }], fromNow(60)),
	'40 rows': () => plans.bigPlan(40, { guards: GUARDS, notices: NOTICES, ...fromNow(60) }),
	'10,000 rows': () => plans.bigPlan(10_000, { guards: GUARDS, notices: NOTICES, ...fromNow(60) }),
	'hostile names': hostile,
};

async function looks(context: Context, size: string, language: 'en' | 'nl'): Promise<void> {
	const plan = (PLANS[size] ?? hostile)();
	const { link, execution } = await waitingPlan(context, plan, { language });
	for (const colorScheme of SCHEMES) {
		const page = await context.strangersPage({ colorScheme });
		const seen = watchPage(page, context.n8n.url);
		await page.goto(link);
		for (const width of WIDTHS) {
			await page.setViewportSize({ width, height: 1000 });
			await expectNoOverflow(page);
			const isTall = plan.rows.length > 40;
			await context.screenshot(page, `${language}-${width}-${colorScheme}`, !isTall);
			await expectAccessible(page);
		}
		assert.equal(await page.locator('.row').count(), Math.min(100, plan.rows.length));
		assert.deepEqual(seen, []);
	}
	assert.equal((await context.client.execution(execution.id)).status, 'waiting');
}

const { renderPage } = await load<typeof PageModule>('core/report/page/index.ts');
const { pageInput } = await load<typeof InputModule>('test/support/approvalPage.mts');

const formatInstant = (instant: string): string => instant.slice(0, 16).replace('T', ', ');

/** A page that n8n cannot be made to show at will: no item, no wait; no end before n8n sees it. */
async function rendered(context: Context, name: string, given: Plan, now?: string): Promise<void> {
	for (const language of LANGUAGES) {
		for (const colorScheme of SCHEMES) {
			const page = await context.strangersPage({ colorScheme });
			await page.setContent(
				renderPage(pageInput(given, { language, formatInstant, ...(now && { now }) })),
			);
			for (const width of WIDTHS) {
				await page.setViewportSize({ width, height: 1000 });
				await expectNoOverflow(page);
				await expectAccessible(page);
				await context.screenshot(page, `${name}-${language}-${width}-${colorScheme}`, true);
			}
		}
	}
}

/** A mapping that moves everybody: what the first screen must tell without a scroll. */
const moved = (people: number): Plan =>
	plans.makePlan(
		Array.from({ length: people }, (_, n) => ({
			action: 'update' as const,
			external_id: `nmbrs-${n + 1}`,
			row_id: `update-${n}`,
			name: `Person ${n + 1}`,
			changes: [{ field: 'group', from: n % 20 === 0 ? null : 'Kantoor', to: 'Binnendienst' }],
		})),
		{ guards: [plans.trippedGuard('UPDATE_LIMIT', people, 375)], ...fromNow(60) },
	);

/** Milliseconds until something was on the screen, in a browser that never saw the page. */
async function firstPaint(context: Context, link: string): Promise<number> {
	const page = await context.strangersPage();
	await page.goto(link);
	return await page.evaluate(
		() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
	);
}

export const scenarios: Record<string, Scenario> = {
	...Object.fromEntries(
		Object.keys(PLANS).flatMap((size) =>
			LANGUAGES.map((language) => [
				`${size}, ${language}: every width, both colour schemes, axe`,
				(context: Context) => looks(context, size, language),
			]),
		),
	),

	'0 rows, and an expired plan': async (context) => {
		await rendered(context, '0 rows', plans.makePlan([]));
		const one = plans.makePlan([{ action: 'deactivate', name: 'Daan Berg' }]);
		await rendered(context, 'expired', one, plans.AFTER);
	},

	'a mapping that changes 1,000 people reads as one line on the first screen, and filters': async (
		context,
	) => {
		const plan = moved(1000);
		for (const language of LANGUAGES) {
			const { link } = await waitingPlan(context, plan, { language });
			const page = await context.strangersPage();
			for (const width of [400, 1280]) {
				await page.setViewportSize({ width, height: 800 });
				await page.goto(link);
				const line = page.getByText(/(Kantoor|950x Kantoor).*Binnendienst/).locator('visible=true');
				const box = await line.first().boundingBox();
				assert.ok(box !== null && box.y + box.height < 800, `${language} ${width}`);
				await expectNoOverflow(page);
				await expectAccessible(page);
				await context.screenshot(page, `first screen ${language} ${width}`);
			}
			await page.getByRole('button', { name: /950×/ }).click();
			await page.getByText(/^.*950 (found|gevonden)/).waitFor();
			assert.match(page.url(), /[?&]field=group%3A1/);
			await page.getByRole('button', { name: /950×/, pressed: true }).click();
			await page.getByText(/950 (found|gevonden)/).waitFor({ state: 'detached' });
		}
		const { link } = await waitingPlan(context, plan, { language: 'en' });
		const page = await context.strangersPage({ javaScriptEnabled: false });
		await page.goto(link);
		await page.getByRole('button', { name: /50×/ }).last().focus();
		await page.keyboard.press('Enter');
		await page.getByText('50 found', { exact: false }).waitFor();
		await context.screenshot(page, 'filtered without script');
	},

	'10,000 rows: search, filter and pages on the server': async (context) => {
		const plan = plans.bigPlan(10_000, fromNow(60));
		const { link } = await waitingPlan(context, plan, { language: 'en' });
		const page = await context.strangersPage();
		await page.goto(link);
		await page.fill('#q', 'husey ozturk');
		await page.keyboard.press('Enter');
		await page.getByText(/\d+ found/).waitFor();
		const names = await page.locator('.row .who strong').allInnerTexts();
		assert.ok(names.length > 0 && names.every((name) => name === 'Hüseyin Öztürk'), names[0]);
		await context.screenshot(page, 'searched');
		await page.getByRole('button', { name: 'Clear' }).click();
		await page.locator('button.tile.update').click();
		await page.getByText('3,000 found').waitFor();
		await page.getByRole('button', { name: 'Last', exact: true }).first().click();
		await page.getByText('2,901 to 3,000 of 3,000').first().waitFor();
		await context.screenshot(page, 'last page');
		await page.fill('#q', 'nobody at all');
		await page.keyboard.press('Enter');
		await page.getByText('Nobody in this plan matches.').waitFor();
		await context.screenshot(page, 'nobody found');
		process.stdout.write(
			`        first paint: ${Math.round(await firstPaint(context, link))} ms\n`,
		);
	},
};
