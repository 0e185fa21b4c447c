import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { SyncApproval } from '../../nodes/SyncApproval/SyncApproval.node';
import { fakeContext } from '../support/fakeContext.mts';
import { MIXED, form, waitingPage } from '../support/approvalWebhook.mts';
import { startN8nApi, type N8nStandIn } from '../support/n8nApi.mts';

/** A run from the editor: what its page says of the published version of the workflow. */

let n8n: N8nStandIn;
beforeEach(async () => {
	n8n = await startN8nApi();
});
afterEach(async () => await n8n.server.close());

const diff = (parameters: object) => ({
	id: 'd1',
	name: 'Compare with Alleo',
	type: 'n8n-nodes-alleo.alleoDiff',
	typeVersion: 1,
	position: [0, 0],
	parameters,
});

function keep(draft: object, published: object | null): void {
	n8n.workflows.set('workflow-1', {
		id: 'workflow-1',
		name: 'Sync',
		active: published !== null,
		isArchived: false,
		nodes: [diff(draft)],
		connections: {},
		settings: {},
		published: published === null ? null : [diff(published)],
	});
}

interface Run {
	mode?: string;
	credential?: boolean;
	/** Nodes of the workflow as it runs, by name. */
	running?: IDataObject;
}

/** Runs the node up to the wait; what it noted for its page. */
async function noted({ mode = 'manual', credential = true, running }: Run = {}): Promise<unknown> {
	const data = { baseUrl: n8n.server.url, apiKey: 'the-api-key', signingKey: 's'.repeat(40) };
	const made = fakeContext({
		nodeType: 'n8n-nodes-alleo.syncApproval',
		mode,
		input: MIXED.rows.map((row) => ({ json: { ...row } })),
		parameters: { limitWaitHours: 24, summary: MIXED.summary },
		...(credential ? { credentials: { alleoN8nApi: { data, type: new AlleoN8nApi() } } } : {}),
	});
	const waits: Date[] = [];
	const type = new AlleoDiff();
	const context = Object.assign(made.context, {
		putExecutionToWait: async (until: Date) => void waits.push(until),
		workflow: {
			nodes: running,
			nodeTypes: {
				getByNameAndVersion: (name: string) => (name === 'n8n-nodes-alleo.alleoDiff' ? type : null),
			},
		},
	}) as IExecuteFunctions;
	await new SyncApproval().execute.call(context);
	expect(waits).toHaveLength(1);
	return made.nodeContext['draft'];
}

const UNKNOWN = { published: false, differences: [], unknown: true };

describe('a run from the editor', () => {
	test('notes what differs, by the names of the panel', async () => {
		keep({ absentPolicy: 'deactivate' }, { absentPolicy: 'report' });
		expect(await noted()).toEqual({
			published: true,
			unknown: false,
			differences: [
				{
					node: 'Compare with Alleo',
					setting: expect.stringMatching(/^[A-Z]/),
					from: 'report',
					to: 'deactivate',
				},
			],
		});
	});

	test('that is the same as what is published is no draft; nor is one with a default written out', async () => {
		keep({ companyId: '41' }, { companyId: '41' });
		expect(await noted()).toBeUndefined();
		keep({ companyId: '41' }, { companyId: '41', absentPolicy: 'report', approval: 'always' });
		expect(await noted()).toBeUndefined();
	});

	test('counts what was changed after the last save', async () => {
		keep({}, {});
		const running = { 'Compare with Alleo': diff({ absentPolicy: 'deactivate' }) } as IDataObject;
		expect(await noted({ running })).toMatchObject({ differences: [{ to: 'deactivate' }] });
	});

	test('of which nothing is published yet', async () => {
		keep({}, null);
		expect(await noted()).toEqual({ published: false, differences: [], unknown: false });
	});

	test('that cannot be compared says so, and waits all the same', async () => {
		keep({}, {});
		expect(await noted({ credential: false })).toEqual(UNKNOWN);
		n8n.refuse.set('GET', 403);
		expect(await noted()).toEqual(UNKNOWN);
		n8n.refuse.set('GET', 404);
		expect(await noted()).toEqual(UNKNOWN);
	});
});

test.each(['trigger', 'webhook', 'retry', 'error', 'integrated'])(
	'a run by %s is of the published version: nothing is noted, and n8n is not asked',
	async (mode) => {
		keep({ absentPolicy: 'deactivate' }, { absentPolicy: 'report' });
		expect(await noted({ mode })).toBeUndefined();
		expect(n8n.server.seen).toEqual([]);
	},
);

describe('the page', () => {
	const facts = {
		published: true,
		unknown: false,
		differences: [{ node: 'Normalize', setting: 'Company Group', from: 'department', to: 'team' }],
	};
	const BANNER = 'class="banner warn draft"';

	test('shows what was noted, on each request, also after a form that is incomplete', () => {
		const page = waitingPage(MIXED, { draft: facts, mode: 'manual' });
		const { body } = page.get();
		expect(body).toContain(BANNER);
		for (const text of ['Company Group', 'department', 'team']) expect(body).toContain(text);
		const incomplete = page.post([['plan_hash', 'x'], ...form(MIXED, 'approved').slice(1, 2)]);
		expect(incomplete.status).not.toBe(200);
		expect(page.get({ format: 'html' }).body).toContain('Company Group');
	});

	test('has no banner where nothing was noted', () => {
		expect(waitingPage(MIXED).get().body).not.toContain(BANNER);
		expect(waitingPage(MIXED, { mode: 'manual' }).get().body).not.toContain(BANNER);
	});

	test('of a manual run says that it does not know where the note cannot be read; a daily one shows nothing', () => {
		const lost = new Error('no such context');
		expect(waitingPage(MIXED, { draft: lost, mode: 'manual' }).get().body).toContain(BANNER);
		expect(waitingPage(MIXED, { draft: lost }).get().body).not.toContain(BANNER);
		expect(waitingPage(MIXED, { draft: { odd: 1 } }).get().body).toContain(BANNER);
	});
});
