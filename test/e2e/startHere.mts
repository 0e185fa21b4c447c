import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { N8nClient } from '../../sandbox/demo/n8nClient.mts';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { ROOT } from '../../sandbox/demo/paths.mts';
import { KEY_SCOPES } from '../../sandbox/demo/instanceKey.mts';
import { nodeOf } from '../../sandbox/demo/template.mts';
import type { Context } from './context.mts';
import { allowForm, openForm } from './forms.mts';

/** Start here in a real n8n: imported, given its credential, and its button pressed, as ops would. */

export const START_FORM = 'Set up this n8n';
export const START_NODE = 'Set up';
/** Everything is made while the page waits. */
const PATIENT = { timeout: 300_000 };
export const BUTTON = 'Set up / Richt in';

export interface Started {
	/** n8n's id of the workflow Start here. */
	workflow: string;
	/** The address of its form. */
	form: string;
	/** The key that the credential holds, to take scopes from it. */
	key: { id: string };
	credential: { id: string; name: string };
}

interface Key {
	id: string;
	rawApiKey: string;
}

/** A key of this n8n with these scopes, in its credential. */
export async function keyCredential(
	client: N8nClient,
	scopes: readonly string[] = KEY_SCOPES,
): Promise<Pick<Started, 'key' | 'credential'>> {
	const label = `start here ${randomBytes(4).toString('hex')}`;
	const body = { label, expiresAt: null, scopes };
	const { id, rawApiKey } = await client.rest<Key>('POST', '/api-keys', body);
	const signingKey = randomBytes(32).toString('hex');
	const data = { baseUrl: client.url, apiKey: rawApiKey, signingKey };
	const name = 'Alleo n8n API';
	const credential = { id: await client.createCredential(name, 'alleoN8nApi', data), name };
	return { key: { id }, credential };
}

/** Takes scopes from the key, or gives them back. */
export const setScopes = async (
	client: N8nClient,
	{ key }: Pick<Started, 'key'>,
	scopes: readonly string[],
): Promise<unknown> =>
	await client.rest('PATCH', `/api-keys/${key.id}`, { label: `changed ${key.id}`, scopes });

/** Imports Start here and chooses its credential; it is not published. */
export async function importStartHere(
	{ client }: Context,
	scopes: readonly string[] = KEY_SCOPES,
): Promise<Started> {
	const file = path.join(ROOT, 'workflows/start-here.json');
	const template = JSON.parse(readFileSync(file, 'utf8')) as Workflow;
	const made = await keyCredential(client, scopes);
	nodeOf(template, START_NODE).credentials = { alleoN8nApi: made.credential };
	const { id, nodes } = await client.createWorkflow(template);
	const form = `${client.url}/form/${nodeOf({ ...template, nodes }, START_FORM).webhookId ?? ''}`;
	return { workflow: id, form, ...made };
}

/** What the form asks about messages, for a test that is about something else. */
export const MESSAGES_AS_THEY_ARE = 'As it is / Zoals het is';

/** Presses the button of the form that is open, and waits for the page that says what was done. */
export async function pressButton(
	page: Page,
	language: 'Nederlands' | 'English' = 'Nederlands',
	how = MESSAGES_AS_THEY_ARE,
): Promise<string> {
	const [languages, messages] = [page.locator('select').first(), page.locator('select').nth(1)];
	if (language === 'English') await languages.selectOption({ label: language });
	await messages.selectOption({ label: how });
	await page.getByRole('button', { name: BUTTON }).click();
	await page
		.getByRole('heading', { level: 1 })
		.filter({ hasNotText: 'Richt Alleo' })
		.waitFor(PATIENT);
	return await page.locator('body').innerText();
}

/** The first press: in the editor, where n8n opens the form of a workflow that is not published. */
export async function pressInEditor(
	context: Context,
	{ workflow }: Pick<Started, 'workflow'>,
): Promise<{ page: Page; text: string }> {
	const editor = await context.page();
	await editor.goto(`${context.n8n.url}/workflow/${workflow}`, PATIENT);
	await editor.locator('[data-test-id="execute-workflow-button"]').waitFor(PATIENT);
	const popup = editor.waitForEvent('popup', PATIENT);
	await editor.locator('[data-test-id="execute-workflow-button"]').click();
	const page = await popup;
	await page.setViewportSize({ width: 1600, height: 1000 });
	await allowForm(page, page.getByRole('button', { name: BUTTON }));
	return { page, text: await pressButton(page) };
}

/** Opens the form that is published, presses its button, and waits for the page. */
export async function pressSetUp(
	page: Page,
	{ form }: Pick<Started, 'form'>,
	language: 'Nederlands' | 'English' = 'Nederlands',
	how = MESSAGES_AS_THEY_ARE,
): Promise<string> {
	await openForm(page, form, page.getByRole('button', { name: BUTTON }));
	return await pressButton(page, language, how);
}

export interface Kept {
	id: string;
	name: string;
	active: boolean;
	isArchived: boolean;
	versionId: string;
	activeVersionId: string | null;
	updatedAt: string;
	tags?: Array<{ name: string }>;
	nodes: Workflow['nodes'];
	settings: Record<string, unknown>;
}

/** Every workflow that is not archived. */
export async function livingWorkflows(client: N8nClient): Promise<Kept[]> {
	const { data } = await client.api<{ data: Kept[] }>('GET', '/workflows?limit=250');
	return data.filter(({ isArchived }) => !isArchived);
}

/** The workflow that was made from a template; fails when there are more or none. */
export function madeFrom(workflows: readonly Kept[], template: string): Kept {
	const found = workflows.filter(({ nodes }) =>
		nodes.some(({ parameters }) =>
			String(parameters['content'] ?? '').includes(`Template ${template}, version`),
		),
	);
	const [one] = found;
	assert.equal(found.length, 1, `${found.length} workflows of ${template}`);
	assert.ok(one);
	return one;
}

export interface KeptTable {
	id: string;
	name: string;
	columns: Array<{ name: string }>;
}

export const dataTables = async (client: N8nClient): Promise<KeptTable[]> =>
	(await client.api<{ data: KeptTable[] }>('GET', '/data-tables?limit=250')).data;
