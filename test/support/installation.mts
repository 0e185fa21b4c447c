import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import { CustomerSetup } from '../../nodes/CustomerSetup/CustomerSetup.node';
import { fakeContext } from './fakeContext.mts';
import { FakeN8n } from './fakeN8n.mts';
import type { FakeWorkflow } from './fakeWorkflows.mts';
import { readWorkflow } from './templates.mts';

/** Start here, imported into the stand-in of n8n, and its button. */

export interface Line {
	template: string;
	done: string;
	changes: string[];
	published: boolean;
	form: string | null;
	workflows: Array<{ id: string; name: string; url: string }>;
	issues: Array<{ code: string; detail: string }>;
}

export interface Pressed {
	changed: boolean;
	complete: boolean;
	workflows: Line[];
	tables: Array<{ name: string; done: string; issues: Array<{ code: string }> }>;
	to_do: Array<{ key: string; places: Array<{ name: string; url: string }> }>;
	issues: Array<{ code: string; detail: string }>;
	subject: string;
	text: string;
	html: string;
}

export const KEY = { id: 'credential-1', name: 'Alleo n8n API' };
export const WEBHOOKS = 'https://hooks.example.com';

export interface Instance {
	n8n: FakeN8n;
	/** The workflow Start here itself. */
	own: FakeWorkflow;
	press(more?: {
		language?: string;
		credential?: object;
		own?: string;
		/** What the form asks about messages. */
		messages?: { messageStep?: string; recipients?: string; sender?: string };
	}): Promise<Pressed>;
	lineOf(pressed: Pressed, template: string): Line;
	workflow(template: Line): FakeWorkflow;
	close(): Promise<void>;
}

export async function startInstance(): Promise<Instance> {
	const n8n = await FakeN8n.start();
	const own = n8n.installed.add(readWorkflow('start-here') as never);
	const press: Instance['press'] = async (more = {}) => {
		const { language = 'nl', credential = {}, own: ownId = own.id, messages = {} } = more;
		const signingKey = 'signing-key-0123456789-0123456789';
		const data = { baseUrl: n8n.url, apiKey: n8n.apiKey, signingKey, ...credential };
		const { context, node } = fakeContext({
			nodeType: 'n8n-nodes-alleo.customerSetup',
			parameters: {
				resource: 'installation',
				operation: 'setUp',
				language,
				webhooksUrl: `${WEBHOOKS}/`,
				...messages,
			},
			credentials: { alleoN8nApi: { type: new AlleoN8nApi(), data } },
			input: [{ json: {} }],
		});
		node.credentials = { alleoN8nApi: KEY };
		const whole = Object.assign(context, {
			getInstanceBaseUrl: () => 'https://n8n.example.com/',
			getWorkflow: () => ({ id: ownId, name: 'Start here', active: false }),
		}) as unknown as IExecuteFunctions;
		const [[item] = []] = await new CustomerSetup().execute.call(whole);
		return (item?.json ?? {}) as IDataObject as unknown as Pressed;
	};
	return {
		n8n,
		own,
		press,
		lineOf(pressed, template) {
			const line = pressed.workflows.find((one) => one.template === template);
			if (line === undefined) throw new Error(`no line about ${template}`);
			return line;
		},
		workflow({ workflows: [place] }) {
			const found = n8n.installed.all.find(({ id }) => id === place?.id);
			if (found === undefined) throw new Error('n8n has no such workflow');
			return found;
		},
		close: async () => await n8n.server.close(),
	};
}
