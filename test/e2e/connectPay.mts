import type { Page } from 'playwright-core';
import type { Sandbox } from '../../sandbox/start.mts';
import type { System } from '../../sandbox/world/types.mts';
import type { Context } from './context.mts';
import { allow, watch } from './connectBrowser.mts';

/** A customer who connects with salary and leave, in a browser of its own. */

/** Numbers of the wage components in the made-up payrolls. */
const NMBRS_WAGES = { 'wage-holidayAccrual': '4010', 'wage-holidayBalance': '4020' };
const AFAS_WAGES = { accrualComponent: '9001', balanceComponent: '9002' };

const AFAS_CONNECTORS = {
	'connector-salary': 'Voorbeeld_Salaris',
	'connector-wageComponents': 'Voorbeeld_Looncomponenten',
	'connector-plans': 'Voorbeeld_Plannen',
	'connector-leave': 'Profit_LeaveBalance',
};

/** Says of each kind of leave what it is, by what it is called. */
export async function sayLeave(page: Page): Promise<void> {
	for (const list of await page.locator('select[name^="leave-"]').all()) {
		const id = (await list.getAttribute('id')) ?? '';
		const label = (await page.locator(`label[for="${id}"]`).textContent()) ?? '';
		await list.selectOption(/BOV|boven/i.test(label) ? 'nonStatutory' : 'statutory');
	}
}

async function nmbrsPages(page: Page, { credentials }: Sandbox): Promise<void> {
	const { soapDomain, soapUsername, soapToken } = credentials.nmbrs;
	await page.locator('button[value="start"]').click();
	await allow(page, `beheer@${soapDomain}.example`);
	await page.locator('button[value="choose"]').click();
	await page.locator('[name="token"]').waitFor();
	await page.fill('[name="domain"]', soapDomain);
	await page.fill('[name="username"]', soapUsername);
	await page.fill('[name="token"]', soapToken);
	await page.locator('button[value="token"]').click();
	await page.locator('button[value="pick"]').waitFor();
}

async function afasPages(page: Page, { credentials }: Sandbox): Promise<void> {
	const { environmentNumber, clientId, clientSecret } = credentials.afas;
	await page.fill('[name="environmentNumber"]', environmentNumber);
	await page.locator('#way-oauth').check();
	await page.fill('[name="clientId"]', clientId);
	await page.fill('[name="clientSecret"]', clientSecret);
	for (const [name, value] of Object.entries(AFAS_CONNECTORS)) {
		await page.fill(`[name="${name}"]`, value);
	}
	await page.locator('button[value="afas"]').click();
	await page.locator('button[value="finish"]').waitFor();
}

/** Up to the page that asks what is what. */
export const toPayQuestions = async (page: Page, world: Sandbox, system: System): Promise<void> =>
	await (system === 'nmbrs' ? nmbrsPages(page, world) : afasPages(page, world));

/** What is what, in this payroll. */
export async function answerPay(page: Page, system: System): Promise<void> {
	if (system === 'nmbrs') {
		for (const [name, code] of Object.entries(NMBRS_WAGES)) {
			await page.locator(`select[name="${name}"]`).selectOption(code);
		}
	} else {
		for (const [name, code] of Object.entries(AFAS_WAGES)) {
			await page.fill(`[name="${name}"]`, code);
		}
	}
	await sayLeave(page);
}

/** The whole of the customer's part. @returns every page and address that the browser saw */
export async function connectWithPay(
	context: Context,
	world: Sandbox,
	system: System,
	link: string,
): Promise<string[]> {
	const page = await context.strangersPage();
	const seen = watch(page);
	await page.goto(link);
	await toPayQuestions(page, world, system);
	await answerPay(page, system);
	await context.screenshot(page, `pay-${system}`, true);
	await page.locator(`button[value="${system === 'nmbrs' ? 'pick' : 'finish'}"]`).click();
	await page.getByText('Gefeliciteerd').waitFor();
	await context.screenshot(page, `connected-${system}`, true);
	await page.close();
	return seen;
}
