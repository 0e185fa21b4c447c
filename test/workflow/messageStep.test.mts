import type { IDataObject, INodeType } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { SENDERS, withMessageStep } from '../../core/connect/installation/messageStep';
import { Workflow as ConnectWorkflow } from '../../core/connect/templates/workflow';
import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import { DataTables, dataTableNode } from '../support/dataTable.mts';
import { outputOf } from '../support/engine.mts';
import { engineOf } from '../support/sync.mts';
import { readWorkflow } from '../support/templates.mts';

/** The desk with the message step that Start here put into it, run by n8n's engine: what the step is given, and what becomes of a call where it fails. */

let sandbox: Sandbox;
let tables: DataTables;

beforeEach(async () => {
	sandbox = await startSandbox({ employees: 5 });
	tables = new DataTables();
});
afterEach(async () => {
	await sandbox.close();
});

/** A double of n8n's Send Email, Slack or Microsoft Teams: keeps its parameters as evaluated, then does as it is told. */
function sender(name: string, parameters: readonly string[], then: () => void) {
	const sent: IDataObject[] = [];
	const node: INodeType = {
		description: {
			displayName: name,
			name,
			group: ['output'],
			version: [2, 2.1, 2.7],
			description: 'double',
			defaults: { name },
			inputs: ['main'],
			outputs: ['main'],
			properties: parameters.map((one) => ({
				displayName: one,
				name: one,
				type: one === 'channelId' || one === 'options' ? ('json' as const) : ('string' as const),
				default: '',
			})),
		},
		async execute() {
			const items = this.getInputData();
			for (const [index] of items.entries()) {
				sent.push(
					Object.fromEntries(
						parameters.map((one) => [one, this.getNodeParameter(one, index)]),
					) as IDataObject,
				);
				try {
					then();
				} catch (error) {
					throw new NodeOperationError(this.getNode(), error as Error);
				}
			}
			return [items];
		},
	};
	return { node, sent };
}

const PARAMETERS = {
	email: ['fromEmail', 'toEmail', 'subject', 'text'],
	slack: ['channelId', 'text'],
	teams: ['message'],
} as const;
const TYPES = {
	email: 'n8n-nodes-base.emailSend',
	slack: 'n8n-nodes-base.slack',
	teams: 'n8n-nodes-base.microsoftTeams',
} as const;

async function deskWith(choice: (typeof SENDERS)[number], then: () => void = () => undefined) {
	const wish = { choice, from: 'sync@example.com', credential: () => null };
	const { workflow } = withMessageStep(ConnectWorkflow.parse(readWorkflow('alleo-desk')), wish);
	const { node, sent } = sender(choice, PARAMETERS[choice], then);
	const doubles = { 'n8n-nodes-base.dataTable': dataTableNode(tables), [TYPES[choice]]: node };
	const engine = await engineOf(sandbox, workflow as never, [], doubles, 'desk');
	const call = async (json: IDataObject) => await engine.start('When a workflow calls', json);
	return { call, sent };
}

/** A daily run of before that broke off: the next start of its workflow tells of it. */
const broken = {
	run: '1',
	workflow: 'w1',
	state: 'started',
	mode: 'daily',
	started_at: '2026-01-05T03:00:00.000Z',
};

const start = (recipients: unknown): IDataObject => ({
	event: 'start',
	workflow: 'w1',
	workflow_name: 'Daily',
	run: '2',
	mode: 'daily',
	source: 'nmbrs',
	settings: {
		customer_name: 'Bakkerij <!channel> & Zn',
		language: 'nl',
		recipients,
	} as IDataObject,
});

async function logOf(): Promise<Array<Record<string, unknown>>> {
	return tables.rows('Alleo run log');
}

test('Send Email gets subject, text and addresses, and no channel among them', async () => {
	const { call, sent } = await deskWith('email');
	await call(start([]));
	Object.assign((await logOf())[0] ?? {}, broken);
	await call(start(['hr@bakkerij.nl', '#alleo', 'ops@example.com']));
	expect(sent).toEqual([
		{
			fromEmail: 'sync@example.com',
			toEmail: 'hr@bakkerij.nl, ops@example.com',
			subject: 'Bakkerij <!channel> & Zn: een eerdere run is afgebroken',
			text: expect.stringContaining('5 januari 2026 04:00'),
		},
	]);
});

test('Slack gets the channel, and nothing in a name calls everybody or becomes a link', async () => {
	const { call, sent } = await deskWith('slack');
	await call(start([]));
	Object.assign((await logOf())[0] ?? {}, broken);
	await call(start(['hr@bakkerij.nl', '#alleo']));
	expect(sent).toMatchObject([{ channelId: { mode: 'name', value: '#alleo' } }]);
	expect(String(sent[0]?.['text'])).toContain('Bakkerij &lt;!channel&gt; &amp; Zn');
	expect(String(sent[0]?.['text'])).not.toContain('<!channel>');
});

test.each(SENDERS)(
	'%s fails: the log was written before, and the call is answered',
	async (choice) => {
		let logged: unknown[] = [];
		const { call, sent } = await deskWith(choice, () => {
			logged = tables.rows('Alleo run log').map(({ run, state }) => [run, state]);
			throw new Error('The mail server is away');
		});
		await call(start([]));
		Object.assign((await logOf())[0] ?? {}, broken);
		const run = await call(start(['#alleo', 'hr@bakkerij.nl']));
		expect(sent).toHaveLength(1);
		expect(logged).toEqual([
			['1', 'failed'],
			['2', 'started'],
		]);
		expect(run.data.resultData.error).toBeUndefined();
		expect(run.data.resultData.lastNodeExecuted).toBe('Answer');
		const [answer] = outputOf<{ start: { run: string } }>(run, 'Answer');
		expect(answer?.start.run).toBe('2');
	},
);
