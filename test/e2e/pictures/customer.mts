import type { Page } from 'playwright-core';
import { CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { allow } from '../connectBrowser.mts';
import { invite, publish, setUpConnect } from '../connectPages.mts';
import type { Context } from '../context.mts';
import type { Album } from './album.mts';

/** What a customer sees while connecting: NMBRS with an API token, and AFAS with something missing. */

const WIDTH = 1000;

async function openIn(context: Context, album: Album, link: string): Promise<Page> {
	const page = await context.strangersPage({ viewport: { width: WIDTH, height: 900 } });
	await page.goto(`${link}&language=${album.language}`);
	return page;
}

async function nmbrs(album: Album, page: Page): Promise<void> {
	await album.keepAll('connect-landing', page);
	await page.locator('button[value="start"]').click();
	await allow(page, 'beheer@bakkerij.example');
	await page.locator('button[value="choose"]').waitFor();
	await album.keepAll('connect-choose', page);
	await page.locator('button[value="choose"]').click();
	await page.fill('[name="domain"]', CREDENTIALS.nmbrs.soapDomain);
	await page.fill('[name="username"]', CREDENTIALS.nmbrs.soapUsername);
	await album.keepAll('connect-token', page);
	await page.fill('[name="token"]', CREDENTIALS.nmbrs.soapToken);
	await page.locator('button[value="token"]').click();
	await page.locator('button[value="pick"]').waitFor();
	await album.keepTop('connect-pick', page, 1150);
	await page.locator('button[value="pick"]').click();
	await page.locator('.banner.good-tone').waitFor();
	await album.keepTop('connect-done', page, 1040);
}

async function afas(album: Album, page: Page): Promise<void> {
	await page.fill('[name="environmentNumber"]', 'O12345AA');
	await page.locator('#way-oauth').check();
	await page.fill('[name="clientId"]', CREDENTIALS.afas.clientId);
	await page.fill('[name="clientSecret"]', CREDENTIALS.afas.clientSecret);
	await page.locator('button[value="afas"]').click();
	await page.locator('ul.tests').waitFor();
	await album.keepTop('connect-afas', page, 1150);
}

export async function connect(context: Context, album: Album): Promise<void> {
	const set = await setUpConnect(context, { contractsConnector: 'Profit_Contracts_Alleo' });
	const first = await invite(context, set, 'Bakkerij Van Dijk', 'nmbrs', { askPay: true });
	const second = await invite(context, set, 'Zorggroep Noord', 'afas');
	await publish(context, set);
	await nmbrs(album, await openIn(context, album, first.invitation_url));
	await afas(album, await openIn(context, album, second.invitation_url));
}
