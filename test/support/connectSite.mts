import type { INode, IWebhookFunctions } from 'n8n-workflow';
import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import type { ConnectAlert, CustomerConnection } from '../../core/connect/connection';
import { CustomerConnect } from '../../nodes/CustomerConnect/CustomerConnect.node';
import { CustomerSetup } from '../../nodes/CustomerSetup/CustomerSetup.node';
import { SANDBOX_CLIENT } from '../../sandbox/nmbrs/settings.mts';
import { startSandbox, type Sandbox } from '../../sandbox/start.mts';
import { Browser, PAGES } from './connectBrowser.mts';
import { FakeN8n } from './fakeN8n.mts';
import { fakeContext } from './fakeContext.mts';

/** The pages of Customer Connect on the stand-ins, with browsers that keep cookies. */

export const SIGNING_KEY = 'signing-key-0123456789-0123456789';
export { PAGES, type Browser };

export interface Site {
	sandbox: Sandbox;
	n8n: FakeN8n;
	/** Items with which the workflow was started, in order. */
	started: CustomerConnection[];
	/** Items of the second output, for a person to look at. */
	alerts: ConnectAlert[];
	log: string[];
	browser(): Browser;
	/** Runs Customer Setup, `withApp` also with the Nmbrs App API credential. */
	setup(
		parameters: Record<string, unknown>,
		withApp?: boolean,
	): Promise<Array<Record<string, unknown>>>;
	invite(
		customerName: string,
		system: 'nmbrs' | 'afas',
		more?: Record<string, unknown>,
	): Promise<{ invitation_id: string; invitation_url: string; integration_id: string }>;
	close(): Promise<void>;
}

export interface SiteOptions {
	parameters?: Record<string, unknown>;
	app?: Record<string, unknown>;
	withoutApp?: boolean;
	/** AFAS has the columns of access and routing, so that connecting has a question; else it goes straight to its end. */
	afasAccess?: boolean;
	/** How n8n called the webhook: `manual` is the test address of the editor. */
	mode?: string;
}

export async function startSite(options: SiteOptions = {}): Promise<Site> {
	const clients = [
		{
			...SANDBOX_CLIENT,
			redirectUris: [PAGES],
			scopes: [...SANDBOX_CLIENT.scopes, 'company.leave.read'],
		},
	];
	const columns = options.afasAccess === true ? {} : { alleo_access: null, alleo_filter: null };
	const sandbox = await startSandbox({
		employees: 20,
		nmbrs: { settings: { clients } },
		afas: { settings: { columns: { Profit_Employees_Alleo: columns } } },
	});
	const n8n = await FakeN8n.start();
	const { nmbrs, afas, credentials } = sandbox;
	const instance = {
		data: { baseUrl: n8n.url, apiKey: n8n.apiKey, signingKey: SIGNING_KEY },
		type: new AlleoN8nApi(),
	};
	const app = {
		data: {
			clientId: credentials.nmbrs.clientId,
			clientSecret: credentials.nmbrs.clientSecret,
			subscriptionKey: credentials.nmbrs.subscriptionKey,
			scope: 'offline_access company.info.read employee.info.read company.leave.read',
			authUrl: `${nmbrs.origin}/connect/authorize`,
			accessTokenUrl: `${nmbrs.origin}/connect/token`,
			authentication: 'body',
			baseUrl: nmbrs.url,
			...options.app,
		},
	};
	const fake = fakeContext({
		nodeType: 'n8n-nodes-alleo.customerConnect',
		credentials: {
			alleoN8nApi: instance,
			...(options.withoutApp === true ? {} : { nmbrsAppApi: app }),
		},
	});
	const parameters: Record<string, unknown> = {
		path: 'alleo-connect',
		dataTable: 'alleo_invitations',
		employeesConnector: 'Profit_Employees_Alleo',
		contractsConnector: 'Profit_Contract',
		'options.afasBaseUrl': afas.url,
		'options.alleoBaseUrl': sandbox.alleo.url,
		'options.soapBaseUrl': `${nmbrs.origin}/soap/v3`,
		...options.parameters,
	};
	const started: CustomerConnection[] = [];
	const alerts: ConnectAlert[] = [];
	const line = (message: string, meta?: object): void =>
		void fake.log.push(meta === undefined ? message : `${message} ${JSON.stringify(meta)}`);
	const node = new CustomerConnect();

	async function request(
		method: string,
		url: string,
		cookie: string,
		form?: URLSearchParams,
		headers: Record<string, string> = {},
	): Promise<{ status: number; headers: Record<string, string>; html: string }> {
		// n8n lets every site read a webhook before the node is asked.
		const open: Record<string, string> = { 'access-control-allow-origin': '*' };
		const seen = { status: 0, headers: open, html: '' };
		const response = {
			setHeader: (name: string, value: string) => void (seen.headers[name.toLowerCase()] = value),
			removeHeader: (name: string) => void Reflect.deleteProperty(seen.headers, name.toLowerCase()),
			status: (code: number) => {
				seen.status = code;
				return { send: (body: string) => void (seen.html = body) };
			},
		};
		const query: Record<string, string | string[]> = {};
		for (const [name, value] of new URL(url).searchParams) {
			const known = query[name];
			query[name] = known === undefined ? value : [known, value].flat();
		}
		const context = {
			...fake.context,
			logger: { debug: line, info: line, warn: line, error: line },
			getNode: (): INode => fake.node,
			getMode: () => options.mode ?? 'webhook',
			getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
			getNodeWebhookUrl: () => PAGES,
			getResponseObject: () => response,
			getRequestObject: () => ({
				method,
				headers: {
					cookie,
					host: new URL(PAGES).host,
					'accept-language': 'nl',
					...headers,
					...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
				},
				...(form === undefined ? {} : { rawBody: Buffer.from(form.toString()) }),
			}),
			getQueryData: () => query,
			getBodyData: () => ({}),
		};
		const result = await node.webhook.call(context as unknown as IWebhookFunctions);
		if (result.noWebhookResponse !== true) throw new Error('n8n would answer by itself');
		for (const item of result.workflowData?.[0] ?? []) {
			started.push(item.json as unknown as CustomerConnection);
		}
		for (const item of result.workflowData?.[1] ?? []) {
			alerts.push(item.json as unknown as ConnectAlert);
		}
		return seen;
	}

	const site: Site = {
		sandbox,
		n8n,
		started,
		alerts,
		log: fake.log,
		browser: () => new Browser(request),
		async setup(given, withApp = false) {
			const setup = fakeContext({
				nodeType: 'n8n-nodes-alleo.customerSetup',
				credentials: {
					alleoN8nApi: instance,
					...(withApp ? { nmbrsAppApi: app } : {}),
				},
				parameters: { resource: 'invitation', dataTable: 'alleo_invitations', ...given },
			});
			const [items = []] = await new CustomerSetup().execute.call(setup.context);
			return items.map((item) => item.json);
		},
		async invite(customerName, system, more = {}) {
			const operation = { operation: 'create', customerName, system, pagesUrl: PAGES };
			const [item] = await site.setup({ ...operation, validDays: 14, language: 'nl', ...more });
			return item as { invitation_id: string; invitation_url: string; integration_id: string };
		},
		async close() {
			await sandbox.close();
			await n8n.server.close();
		},
	};
	return site;
}
