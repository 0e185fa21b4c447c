import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Workflow } from '../../../sandbox/demo/n8nTypes.mts';
import { nodeOf } from '../../../sandbox/demo/template.mts';
import type { Context } from '../context.mts';
import { DOORS, publishable, readTemplate } from '../doors.mts';
import type { Door } from '../doors.mts';
import { expectNoWrites } from '../expect.mts';
import { openForm, publishedForm } from '../forms.mts';
import { inviteMember } from '../member.mts';
import type { Member } from '../member.mts';
import type { Scenario } from '../run.mts';
import { publishForm, startForm } from './dryRunForm.mts';

/**
 * Who may open a form: nobody without a login, and no login without the right to execute the workflow.
 * The forms are the templates' own; their credentials are never opened, since no run starts.
 */

/** What the button of the form would send, with the given headers. */
async function send(url: string, headers: Record<string, string>): Promise<Response> {
	const body = new FormData();
	body.set('field-0', 'Bakkerij Van Dijk');
	body.set('field-1', 'Bakkerij Van Dijk');
	return await fetch(url, { method: 'POST', headers, body, redirect: 'manual' });
}

/** A form of the member's own, which may be opened: its token must open nothing else. */
async function ownToken(context: Context, member: Member): Promise<string> {
	const node = (name: string, type: string, parameters: object) => ({
		...{ id: name, name, type, typeVersion: name === 'Form' ? 2.6 : 1, position: [0, 0] },
		parameters,
	});
	const form = {
		authentication: 'n8nUserAuth',
		requireExecuteAccess: true,
		formTitle: 'My own form',
		formFields: { values: [{ fieldLabel: 'Name', fieldType: 'text' }] },
		options: {},
	};
	const made = await member.rest('POST', '/workflows', {
		name: 'A workflow of a member',
		nodes: [
			node('Form', 'n8n-nodes-base.formTrigger', form),
			node('End', 'n8n-nodes-base.noOp', {}),
		],
		connections: { Form: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	const { id, versionId, nodes } = made.data as Workflow & { id: string; versionId: string };
	await member.rest('POST', `/workflows/${id}/activate`, { versionId });
	const url = `${context.n8n.url}/form/${nodes[0]?.webhookId ?? ''}`;
	const page = await member.page();
	for (let attempt = 0; (await fetch(url, { redirect: 'manual' })).status === 404; attempt++) {
		assert.ok(attempt < 100, 'the form of the member was not registered');
		await sleep(100);
	}
	await openForm(page, url, page.getByLabel('Name'));
	const token = /authToken = '([^']+)'/.exec(await page.content())?.[1];
	assert.ok(token, 'the form holds its token');
	const sent = await send(url, { 'x-auth-token': token });
	assert.equal(sent.status, 200, 'the own form takes it');
	await member.rest('POST', `/workflows/${id}/deactivate`, {});
	return token;
}

/** Opens the form in a browser, then allows in the member's name what n8n does not ask the member. */
async function refusedInBrowser(context: Context, page: Page, url: string, door: Door) {
	const refusal = page.getByText('You do not have sufficient permissions').first();
	await page.goto(url);
	await refusal.waitFor();
	assert.doesNotMatch((await page.textContent('body')) ?? '', new RegExp(door.title));
	assert.equal(await page.getByRole('button', { name: 'Allow access' }).count(), 0);
	await context.screenshot(page, 'member');

	// n8n forgets the request once it refused to show it, so the page must not ask.
	const details = '**/rest/consent/details';
	await page.route(details, (route) => route.abort());
	await page.goto(url);
	const approved = await page.evaluate(async () => {
		const response = await fetch('/rest/consent/approve', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ approved: true }),
		});
		return response.status;
	});
	assert.equal(approved, 403, 'n8n allowed it all the same');
	await page.unroute(details);
	await page.goto(url);
	await refusal.waitFor();
}

/**
 * Opens a form as a browser with this cookie does, without its pages: n8n sends it to where it asks
 * whether the form may know who comes. @returns the status of that question; 401 is the login
 */
async function knock(context: Context, form: string, cookie: string): Promise<number> {
	const jar = new Map(cookie.split('; ').map((text) => [text.split('=')[0] ?? '', text]));
	const visit = async (url: string): Promise<Response> => {
		const headers = { cookie: [...jar.values()].join('; ') };
		const response = await fetch(url, { headers, redirect: 'manual' });
		for (const set of response.headers.getSetCookie()) {
			jar.set(set.split('=')[0] ?? '', set.split(';')[0] ?? '');
		}
		return response;
	};
	let response = await visit(form);
	for (let hop = 0; hop < 5 && response.headers.has('location'); hop++) {
		response = await visit(new URL(response.headers.get('location') ?? '', context.n8n.url).href);
	}
	assert.equal(new URL(response.url).pathname, '/oauth/consent', 'n8n asks first');
	return (await visit(`${context.n8n.url}/rest/consent/details`)).status;
}

async function refuses(context: Context, door: Door, url: string, member: Member, token: string) {
	assert.match(url, /\/form\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
	assert.equal(await knock(context, url, ''), 401, door.template);
	assert.equal(await knock(context, url, member.cookie), 403, door.template);
	assert.equal(await knock(context, url, context.client.cookie), 200, door.template);
	const tries = [{}, { cookie: member.cookie }, { 'x-auth-token': token }, { 'x-auth-token': 'x' }];
	for (const headers of [...tries, { cookie: member.cookie, 'x-auth-token': token }]) {
		assert.equal((await send(url, headers)).status, 401, door.template);
	}
}

/** The same, as the people see it. */
async function refusesInBrowsers(context: Context, door: Door, url: string, member: Member) {
	const stranger = await context.strangersPage();
	await stranger.goto(url);
	await stranger.getByLabel('Email').waitFor();
	assert.doesNotMatch((await stranger.textContent('body')) ?? '', new RegExp(door.title));
	await context.screenshot(stranger, 'anonymous');
	await refusedInBrowser(context, await member.page(), url, door);
	const owner = await context.page();
	await openForm(owner, url, owner.getByRole('button', { name: door.button, exact: true }));
	assert.match((await owner.textContent('body')) ?? '', new RegExp(door.title));
}

/** Copies a template into the editor as a person does, and saves. @returns the form's id */
async function pasted(context: Context, template: Workflow, form: string): Promise<string> {
	const page = await context.page();
	await page.goto(`${context.n8n.url}/workflow/new`);
	await page.waitForSelector('[data-test-id="canvas-background"]', { state: 'attached' });
	const answer = page.waitForResponse(
		(response) =>
			response.url().includes('/rest/workflows') &&
			['POST', 'PATCH'].includes(response.request().method()),
	);
	await page.waitForTimeout(1500);
	await page.evaluate((text) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', text);
		const init = { clipboardData, bubbles: true, cancelable: true };
		document.body.dispatchEvent(new ClipboardEvent('paste', init));
	}, JSON.stringify(template));
	await page.waitForSelector('[data-test-id="canvas-node"]');
	await page.keyboard.press('Control+s');
	const { data } = (await (await answer).json()) as { data: Workflow };
	await page.close();
	return nodeOf(data, form).webhookId ?? '';
}

export const scenarios: Record<string, Scenario> = {
	'a member without the workflow is refused at each form, and so is a visitor': async (context) => {
		const member = await inviteMember(context, 'member@example.nl');
		const token = await ownToken(context, member);
		for (const [at, door] of DOORS.entries()) {
			const workflowId = await context.import(publishable(door.template));
			const url = await publishedForm(context, workflowId, door.form);
			await refuses(context, door, url, member, token);
			if (at === 0) await refusesInBrowsers(context, door, url, member);
			await sleep(300);
			assert.deepEqual(await context.client.executionsOf(workflowId), [], 'a run was started');
			await context.client.unpublish(workflowId);
		}
	},

	'a member who counts executions sees no plan, and no link to one': async (context) => {
		const { url, formId, workflowId } = await publishForm(context);
		const member = await inviteMember(context, 'counts@example.nl');
		const owner = await context.page();
		await startForm(owner, url, workflowId);
		await owner.getByRole('link', { name: 'Bekijk het plan' }).waitFor({ timeout: 60_000 });
		const { id: form } = await context.client.newestOf(formId);
		const { id: plan } = await context.client.newestOf(workflowId);
		// The last page of the form, which has the link, and the page of the plan itself.
		for (const [state, id] of Object.entries({ form, plan })) {
			for (const place of ['form-waiting', 'webhook-waiting']) {
				for (const query of ['', '?signature=', `?signature=${'0'.repeat(64)}`]) {
					for (const cookie of ['', member.cookie]) {
						const address = `${context.n8n.url}/${place}/${id}${query}`;
						const headers = { cookie };
						const shown = await fetch(address, { headers, redirect: 'manual' });
						const text = await shown.text();
						assert.equal(shown.status, 401, `${state} ${address}`);
						assert.doesNotMatch(text, /Voorbeeld Zorg|signature=/);
						const body = new URLSearchParams({ decision: 'approve', approver: 'Mees' });
						const sent = await fetch(address, { method: 'POST', headers, body });
						assert.equal(sent.status, 401, `${state} POST ${address}`);
					}
				}
			}
		}
		assert.equal((await context.client.execution(plan)).status, 'waiting');
		expectNoWrites(context);
	},

	'a template gets another address at each import': async (context) => {
		const form = 'Start a dry run';
		const template = readTemplate('disconnect-customer');
		const { name, nodes, connections, settings } = template;
		const ids: string[] = [];
		for (let copy = 0; copy < 2; copy++) {
			const made = await context.client.createWorkflow(template);
			ids.push(nodeOf(made, 'Ask which customer').webhookId ?? '');
			const body = { name, nodes, connections, settings };
			const byApi = await context.client.api<Workflow>('POST', '/workflows', body);
			ids.push(nodeOf(byApi, 'Ask which customer').webhookId ?? '');
		}
		ids.push(await pasted(context, readTemplate('dry-run'), form));
		ids.push(await pasted(context, readTemplate('dry-run'), form));
		assert.equal(new Set(ids).size, 6, ids.join(' '));
		for (const id of ids) assert.match(id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
	},
};
