import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type {
	Browser,
	BrowserContext,
	BrowserContextOptions,
	Locator,
	Page,
} from 'playwright-core';
import {
	callbackUrl,
	connectOAuth2,
	CREDENTIAL_NAMES,
	credentialData,
} from '../../sandbox/demo/credentials.mts';
import type { Bindings } from '../../sandbox/demo/credentials.mts';
import type { Desk } from '../../sandbox/demo/desk.mts';
import type { Message } from '../../sandbox/demo/mailbox.mts';
import type { N8nClient } from '../../sandbox/demo/n8nClient.mts';
import type { N8nServer } from '../../sandbox/demo/n8nServer.mts';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { ROOT } from '../../sandbox/demo/paths.mts';
import {
	callsDesk,
	chooseDesk,
	customerWorkflow,
	keepExecutions,
} from '../../sandbox/demo/template.mts';
import type { SettingValues } from '../../sandbox/demo/template.mts';
import { SANDBOX_CLIENT } from '../../sandbox/nmbrs/settings.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox, SandboxOptions } from '../../sandbox/start.mts';
import type { System } from '../../sandbox/world/types.mts';

export const ARTIFACTS = path.join(ROOT, 'test/e2e/artifacts');

/** Small worlds: every named case is in each, however few people are asked for. */
const EMPLOYEES = 60;

/** What a scenario gets: the one n8n, and a world of its own that nobody else changes. */
export class Context {
	readonly n8n: N8nServer;
	readonly #desk: Desk | null;
	sandbox: Sandbox;
	readonly #browser: Browser;
	readonly #name: string;
	#pages: BrowserContext | null = null;
	readonly #workflows: string[] = [];
	readonly #strangers: BrowserContext[] = [];
	readonly #atEnd: Array<() => void> = [];
	/** Ids of what was published before: by the scenario's own end nothing else is. */
	readonly #published: ReadonlySet<string>;

	constructor(
		n8n: N8nServer,
		desk: Desk | null,
		sandbox: Sandbox,
		browser: Browser,
		{ name, published }: { name: string; published: readonly string[] },
	) {
		this.n8n = n8n;
		this.#published = new Set(published);
		this.#desk = desk;
		this.sandbox = sandbox;
		this.#browser = browser;
		this.#name = name;
	}

	/** Another world than the usual one; before any credential is made. */
	async useWorld(options: SandboxOptions): Promise<void> {
		await this.sandbox.close();
		this.sandbox = await startWorld(this.n8n, options);
	}

	get client(): N8nClient {
		return this.n8n.client;
	}

	/** The one desk of this n8n; a file with `freshN8n` has none until it makes one. */
	get desk(): Desk {
		if (this.#desk === null) throw new Error('This n8n has no desk');
		return this.#desk;
	}

	/** Creates credentials for the stand-ins of this scenario, with changes to their data. */
	async credentials(
		types: string[],
		changes: Record<string, object> = {},
		connect = true,
	): Promise<Bindings> {
		const data = credentialData(this.sandbox);
		const bindings: Bindings = {};
		for (const type of types) {
			const name = `${CREDENTIAL_NAMES[type] ?? type} for ${this.#name}`;
			const values = { ...data[type], ...changes[type] };
			bindings[type] = { id: await this.client.createCredential(name, type, values), name };
			if (type === 'nmbrsOAuth2Api' && connect) await connectOAuth2(this.client, bindings[type].id);
		}
		return bindings;
	}

	/** The template of a system, set up as a customer would; its executions are kept for the test. */
	async customer(
		system: System,
		bindings: Bindings,
		settings: SettingValues = {},
		change: (workflow: Workflow) => void = () => undefined,
	): Promise<string> {
		const workflow = keepExecutions(await customerWorkflow(system, bindings, settings));
		change(workflow);
		return await this.import(workflow);
	}

	/** What the desk told people about a workflow, the oldest first. */
	told(workflowId: string, kind?: string): Message[] {
		return this.desk.told(workflowId, kind);
	}

	/** The first message of this kind about a workflow, once there is one. */
	async toldSoon(workflowId: string, kind: string): Promise<Message> {
		const deadline = Date.now() + 180_000;
		for (;;) {
			const [message] = this.told(workflowId, kind);
			if (message !== undefined) return message;
			if (Date.now() > deadline) {
				const kinds = this.told(workflowId).map((one) => one.kind);
				throw new Error(`Nobody was told "${kind}" in three minutes, only: ${kinds.join()}`);
			}
			await sleep(200);
		}
	}

	/** Imports a workflow as a person does who then picks the desk in it. */
	async import(workflow: Workflow): Promise<string> {
		if (callsDesk(workflow)) chooseDesk(workflow, this.desk.id);
		return await this.importAsIs(workflow);
	}

	/** Imports a workflow and picks nothing in it. */
	async importAsIs(workflow: Workflow): Promise<string> {
		const { id } = await this.client.createWorkflow({
			...workflow,
			name: `${workflow.name} (${this.#name})`.slice(0, 120),
		});
		this.#workflows.push(id);
		return id;
	}

	/** A page of a browser that is logged in to n8n. */
	async page(): Promise<Page> {
		if (this.#pages === null) {
			this.#pages = await this.#browser.newContext({ viewport: { width: 1600, height: 1000 } });
			const cookies = this.client.cookie.split('; ').map((text) => {
				const [name = '', ...value] = text.split('=');
				return { name, value: value.join('='), url: this.n8n.url };
			});
			await this.#pages.addCookies(cookies);
		}
		return patient(await this.#pages.newPage());
	}

	/** A page of a browser that knows nothing: the approver's. */
	async strangersPage(options: BrowserContextOptions = {}): Promise<Page> {
		const viewport = { width: 1280, height: 1000 };
		const context = await this.#browser.newContext({ viewport, ...options });
		this.#strangers.push(context);
		return patient(await context.newPage());
	}

	async screenshot(of: Page | Locator, name: string, fullPage = false): Promise<void> {
		mkdirSync(ARTIFACTS, { recursive: true });
		const file = `${this.#name}-${name}`.replace(/[^\w-]+/g, '_');
		const options = { path: path.join(ARTIFACTS, `${file}.png`) };
		// A picture is kept to be looked at and asserts nothing: a browser that is still busy laying out a
		// long page after a change of width gets a second and a third chance to draw it.
		for (const isLast of [false, false, true]) {
			try {
				await ('goto' in of ? of.screenshot({ ...options, fullPage }) : of.screenshot(options));
				return;
			} catch (error) {
				if (isLast || !String(error).includes('Unable to capture screenshot')) throw error;
				await sleep(1000);
			}
		}
	}

	/** Something to stop when the scenario is over. */
	atEnd(stop: () => void): void {
		this.#atEnd.push(stop);
	}

	async close(): Promise<void> {
		// Also what the product made meanwhile: its clock would go on beside every other scenario. Where a file has
		// an n8n of its own, one scenario goes on with what the one before it made.
		const active = this.#desk === null ? [] : await this.client.activeWorkflows();
		for (const id of new Set([...this.#workflows, ...active])) {
			if (!this.#published.has(id)) await this.client.unpublish(id).catch(() => undefined);
		}
		for (const pages of this.#strangers) await pages.close();
		for (const stop of this.#atEnd) stop();
		await this.#pages?.close();
		await this.sandbox.close();
	}
}

/** A busy machine takes its time to show n8n's own pages; nothing here is about speed. */
function patient(page: Page): Page {
	page.setDefaultTimeout(90_000);
	return page;
}

async function startWorld(n8n: N8nServer, options: SandboxOptions = {}): Promise<Sandbox> {
	const clients = [{ ...SANDBOX_CLIENT, redirectUris: [callbackUrl(n8n.url)] }];
	const nmbrs = { settings: { clients } };
	return await startSandbox({ employees: EMPLOYEES, nmbrs, ...options });
}

export async function startContext(
	n8n: N8nServer,
	desk: Desk | null,
	browser: Browser,
	name: string,
): Promise<Context> {
	const published = await n8n.client.activeWorkflows();
	return new Context(n8n, desk, await startWorld(n8n), browser, { name, published });
}

export async function startBrowser(): Promise<Browser> {
	const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
	return await chromium.launch({
		executablePath,
		args: ['--no-sandbox', '--disable-dev-shm-usage', '--no-proxy-server'],
	});
}
