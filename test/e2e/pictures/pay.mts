import type { Page } from 'playwright-core';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { chooseSender } from '../../../sandbox/demo/delivery.mts';
import { approvalLink } from '../../../sandbox/demo/run.mts';
import { readWorkflow } from '../../../sandbox/demo/template.mts';
import { firstMonth, nextMonth, PAY_WORLD } from '../../../sandbox/nextMonth.mts';
import { startSftp } from '../../../sandbox/sftp/server.mts';
import { FIRST_MONTH, SECOND_MONTH } from '../../../sandbox/world/payMonths.mts';
import { budgetsWorkflow } from '../budgets.mts';
import { openCanvas, openPanel } from '../canvas.mts';
import { answerPay, toPayQuestions } from '../connectPay.mts';
import { invite, publish, setUpConnect } from '../connectPages.mts';
import type { Context } from '../context.mts';
import { set } from '../payMonths.mts';
import {
	dryRun,
	importSender,
	press,
	salaryLeaveWorkflow,
	sftpCredential,
} from '../salaryLeave.mts';
import type { Album } from './album.mts';

/** What the customer, support and ops see of pay and budgets. */

const WIDTH = 1100;
const CUSTOMERS = { en: 'Bakkerij Van Dijk', nl: 'Bakkerij Van Dijk' } as const;

/** What is what of a payroll, while connecting. */
export async function connectPay(context: Context, album: Album): Promise<void> {
	const made = await setUpConnect(context);
	const invited = await invite(context, made, CUSTOMERS[album.language], 'nmbrs', {
		askPay: true,
	});
	await publish(context, made);
	const page = await context.strangersPage({ viewport: { width: 1000, height: 900 } });
	await page.goto(`${invited.invitation_url}&language=${album.language}`);
	await toPayQuestions(page, context.sandbox, 'nmbrs');
	await answerPay(page, 'nmbrs');
	await page
		.locator('fieldset')
		.filter({ has: page.locator('[name^="wage-"]') })
		.first()
		.waitFor();
	await page.setViewportSize({ width: 1000, height: 1150 });
	const wages = page.locator('fieldset').filter({ has: page.locator('[name^="wage-"]') });
	await wages.evaluate((part) => part.scrollIntoView());
	await album.keep('connect-pay', page);
}

async function shown(context: Context, workflowId: string): Promise<Page> {
	const waiting = await dryRun(context, workflowId);
	const page = await context.strangersPage({ viewport: { width: WIDTH, height: 900 } });
	await page.goto(approvalLink(waiting));
	await page.locator('#decision').waitFor();
	return page;
}

/** The first plan of salary and leave, and a plan of budgets in the month after the first. */
export async function payPlans(context: Context, album: Album): Promise<void> {
	const { language } = album;
	await context.useWorld({
		...PAY_WORLD,
		nmbrs: { settings: { clients: context.sandbox.nmbrs.state.settings.clients } },
	});
	const parts = firstMonth(context.sandbox);
	const sftp = await startSftp();
	context.atEnd(() => void sftp.close());
	const bindings = await context.credentials(TYPES_OF.nmbrs);
	const credential = await sftpCredential(context, sftp);
	const settings = { customer_name: CUSTOMERS[language], language, reference_date: FIRST_MONTH };
	const salary = await salaryLeaveWorkflow(context, {
		system: 'nmbrs',
		bindings,
		sftp: credential,
		settings,
	});
	const first = await shown(context, salary);
	await album.keepTop('salary-plan', first, 1000);

	const budgets = await budgetsWorkflow(bindings, settings);
	chooseSender(budgets, await importSender(context, credential));
	const id = await context.import(budgets);
	await press(await shown(context, id), 'approve');
	nextMonth(context.sandbox, parts);
	await set(context, id, { reference_date: SECOND_MONTH });
	const second = await shown(context, id);
	await second.setViewportSize({ width: WIDTH, height: 780 });
	await second
		.locator('.group.update')
		.first()
		.evaluate((part) => part.scrollIntoView());
	await album.keep('budget-plan', second);
}

/** Check this folder, in n8n's editor, with its answer. */
export async function checkFolder(context: Context, album: Album): Promise<void> {
	const sftp = await startSftp();
	context.atEnd(() => void sftp.close());
	const id = await importSender(context, await sftpCredential(context, sftp));
	const page = await openCanvas(context, id, await readWorkflow('send-file'));
	await page.locator('[data-test-id="execute-workflow-button"]').click();
	const answer = page.locator('[data-test-id="canvas-node"][data-node-name="Answer"]');
	await answer.locator('[data-test-id="canvas-node-status-success"]').waitFor();
	// n8n opens its log below the canvas: fitted anew, every node is above it.
	await page.keyboard.press('1');
	await page.waitForTimeout(700);
	await openPanel(page, 'Answer');
	await page.setViewportSize({ width: 1250, height: 700 });
	await page.waitForTimeout(1500);
	await album.keep('check-folder', page.locator('[data-test-id="ndv"]'));
	await page.close();
}
