import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { startDesk } from '../../../sandbox/demo/desk.mts';
import { startN8n } from '../../../sandbox/demo/n8nServer.mts';
import { packPackage } from '../../../sandbox/demo/package.mts';
import { customerWorkflow, readWorkflow } from '../../../sandbox/demo/template.mts';
import { budgetsWorkflow } from '../budgets.mts';
import { openCanvas } from '../canvas.mts';
import { startBrowser, startContext } from '../context.mts';
import type { Context } from '../context.mts';
import { Album } from './album.mts';
import { connect } from './customer.mts';
import { checkFolder, connectPay, payPlans } from './pay.mts';
import { dryRun, explain, guard } from './support.mts';

/**
 * `npm run docs:pictures`: takes the pictures of the guides and of README, in both languages. Everything on
 * them is the real thing: the shipped templates in a real n8n, on the stand-ins with their made-up people.
 * Four come from the end-to-end scenario that plays a whole customer, which ran before.
 */

const WHOLE_PATH = 'connectCustomer_NMBRS_the_same_then_consent_lost_connected_again_disconnected';
const JOURNEY =
	'fleetJourney_from_a_new_n8n_to_four_customers_that_run_by_themselves_without_opening_a_node';

const SEEN_BY_SCENARIOS = {
	'connect-invited': `${WHOLE_PATH}-invited-nmbrs`,
	'connect-enable': `${WHOLE_PATH}-decision`,
	'start-here': `${JOURNEY}-start-here`,
	fleet: `${JOURNEY}-fleet`,
};

/** Small enough for a page of a guide; the notes on the canvas weigh most. */
const CANVAS = { width: 1250, height: 760 };

/** The workflow of a customer, and the desk, as they stand on n8n's canvas. */
async function canvases(context: Context, album: Album): Promise<void> {
	const bindings = await context.credentials(TYPES_OF.nmbrs);
	const daily = await customerWorkflow('nmbrs', bindings);
	const shown = {
		'canvas-daily': daily,
		'canvas-desk': await readWorkflow('alleo-desk'),
		'canvas-budgets': await budgetsWorkflow(bindings),
	};
	for (const [name, workflow] of Object.entries(shown)) {
		const page = await openCanvas(context, await context.import(workflow), workflow);
		await page.setViewportSize(CANVAS);
		// The canvas takes a moment to see its new size, and fits into the old one until then.
		await page.waitForTimeout(1000);
		await page.keyboard.press('1');
		// The icons of the nodes come one by one.
		await page.waitForFunction(() =>
			Array.from(document.images).every(
				({ complete, naturalWidth }) => complete && naturalWidth > 0,
			),
		);
		await page.waitForTimeout(2000);
		await album.keep(name, page.locator('[data-test-id="canvas"]'));
		await page.close();
	}
}

const english = new Album('en');
const dutch = new Album('nl');
const both = { connect, connectPay, dryRun, payPlans, explain };
const takes = [
	...Object.entries(both).map(([name, take]) => ({ name, take, album: dutch })),
	...Object.entries({ ...both, canvases, guard, checkFolder }).map(([name, take]) => ({
		name,
		take,
		album: english,
	})),
];

/** `-- connect explain` takes only these, while somebody works on a page; the albums then stay open. */
const only = process.argv.slice(2);
const wanted = takes.filter(({ name }) => only.length === 0 || only.includes(name));

const n8n = await startN8n({ name: 'pictures', tarball: await packPackage() });
const desk = await startDesk(n8n.client);
const browser = await startBrowser();
try {
	for (const { name, take, album } of wanted) {
		process.stdout.write(`\n== Pictures: ${name} (${album.language})\n`);
		const context = await startContext(n8n, desk, browser, `pictures ${name} ${album.language}`);
		try {
			await take(context, album);
		} finally {
			await context.close();
		}
	}
	if (only.length === 0) {
		for (const [name, artefact] of Object.entries(SEEN_BY_SCENARIOS)) english.copy(name, artefact);
		english.close();
		dutch.close();
	}
} finally {
	await browser.close();
	desk.mailbox.close();
	await n8n.stop();
}
