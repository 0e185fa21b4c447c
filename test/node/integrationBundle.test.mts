import { withSettings } from '../../core/connect/templates/settings';
import { Workflow } from '../../core/connect/templates/workflow';
import { connected, invitationRow, runSetup } from '../support/customerSetup.mts';
import { startN8nApi } from '../support/n8nApi.mts';
import type { N8nStandIn } from '../support/n8nApi.mts';
import { readWorkflow } from '../support/templates.mts';

/** Integration: Support Bundle: what is in it, and that nothing else can be. */

let n8n: N8nStandIn;
beforeEach(async () => {
	n8n = await startN8nApi();
});
afterEach(async () => {
	await n8n.server.close();
});

/** In every place where a person, an amount or a secret can stand. */
const CANARIES = [
	'Sjoerdje Canarie',
	'sjoerdje@canarie.example',
	'Kanariestraat 12',
	'1990-02-03T00:00:00.000+canary',
	'nmbrs-canary-4711',
	'tok_canary_0123456789abcdef',
	'€ 4.321,99',
	'54321.99',
	'Approver Canarina',
	'fired for canary theft',
	'canary-credential-name',
	'canaryKey',
	'CANARY_CONSTANT',
	'canary.n8n.example',
];
const [PERSON = '', EMAIL = '', STREET = '', BIRTH = '', EXTERNAL = '', TOKEN = '', EURO = ''] =
	CANARIES;
const [AMOUNT, APPROVER, COMMENT, CREDENTIAL, KEY, CONSTANT, HOST] = CANARIES.slice(7);

const holds = [
	{
		external_id: EXTERNAL,
		since: '2026-11-01',
		partition: PERSON,
		company: STREET,
		code: 'EMAIL_MISSING',
	},
	{
		external_id: EXTERNAL,
		since: '2026-11-09',
		partition: PERSON,
		company: STREET,
		code: CONSTANT,
	},
];
const COUNTS = {
	...{ source: 250, held: 2, unchanged: 240, create: 3, update: 4, reactivate: 0, deactivate: 1 },
	...{ hold: 2, upcoming: 0, ended_unknown: 0, ineligible_unknown: 0, merged: 0, absent: 0 },
	absent_deactivate: 0,
};

function seed(): void {
	const template = Workflow.parse(readWorkflow('nmbrs-daily-sync'));
	const own = withSettings(template, { customer_name: 'Bakkerij Van Dijk', approval: 'always' });
	const nodes = own.nodes.map((node) => {
		if (node.type === 'n8n-nodes-alleo.nmbrs') {
			const credentials = { nmbrsOAuth2Api: { id: 'oauth1', name: CREDENTIAL } };
			return { ...node, name: `${PERSON} leest`, credentials };
		}
		if (node.name === 'Compare with Alleo') {
			const guards = { maxDeactivations: Number(AMOUNT), [`${KEY}`]: TOKEN };
			return {
				...node,
				notes: COMMENT,
				parameters: { ...node.parameters, guards, companyId: PERSON },
			};
		}
		if (node.name === 'Normalize employees') {
			const parameters = { ...node.parameters, fields: { value: { email: `={{ "${EMAIL}" }}` } } };
			return { ...node, parameters };
		}
		if (node.name === 'Overview') {
			const content = `${String(node.parameters['content'])}`;
			return {
				...node,
				parameters: { ...node.parameters, content: `${PERSON} ${TOKEN}\n${content}` },
			};
		}
		return node;
	});
	const added = [
		{
			...{ id: 'a1', name: `${APPROVER} mail`, type: 'n8n-nodes-base.emailSend', typeVersion: 2 },
			position: [0, 0],
			parameters: { toEmail: EMAIL, subject: `={{ $json.${KEY} + "${PERSON}" }}`, text: EURO },
		},
		{
			...{ id: 'a2', name: STREET, type: `n8n-nodes-${KEY}.thing`, typeVersion: 1 },
			...{ position: [0, 0], parameters: { [`${KEY}`]: TOKEN, url: `https://${HOST}/${TOKEN}` } },
		},
	];
	n8n.workflows.set('w1', {
		...{ id: 'w1', name: `${PERSON} sync`, active: true, isArchived: false, published: null },
		settings: { executionOrder: 'v1', errorWorkflow: TOKEN, timezone: STREET },
		connections: {
			...own.connections,
			[`${APPROVER} mail`]: { main: [[{ node: STREET, type: 'main', index: 0 }]] },
		},
		nodes: [...nodes, ...added],
	});
	n8n.credentials.set('oauth1', {
		...{ id: 'oauth1', name: `${CREDENTIAL}`, type: 'nmbrsOAuth2Api' },
		...{ createdAt: BIRTH, updatedAt: '2026-11-28T04:00:00.000Z' },
	});
	const connection = JSON.stringify(connected({ wage_components: [{ code: EURO, name: PERSON }] }));
	n8n.invitations = [{ id: 1, ...invitationRow({ connection, login: TOKEN, sealed: TOKEN }) }];
	n8n.runLog = [
		{
			...{ id: 1, run: '41', workflow: 'w1', customer: PERSON, source: 'nmbrs', mode: 'daily' },
			...{ state: 'partly', reference_date: '2026-11-28', started_at: '2026-11-28T04:00:00.000Z' },
			...{ finished_at: '2026-11-28T04:01:10.000Z', duration_seconds: 70, people: 250 },
			counts: JSON.stringify({ ...COUNTS, holds, [`${KEY}`]: TOKEN }),
			...{ guards: `DEACTIVATION_LIMIT, ${CONSTANT}`, decision: 'approved', approver: APPROVER },
			...{ comment: COMMENT, exclusions: JSON.stringify([{ id: EXTERNAL, why: COMMENT }]) },
			...{ problems: `${PERSON} leest: NMBRS_CONSENT_LOST, UNAVAILABLE x3`, version: TOKEN },
			...{ signatures: TOKEN, applied: 4, failed: 3, decided_at: BIRTH, plan_id: TOKEN },
		},
		{
			id: 2,
			run: PERSON,
			workflow: 'w1',
			state: CONSTANT,
			mode: COMMENT,
			counts: TOKEN,
			people: 'x',
		},
	];
}

const bundle = async () => {
	const run = await runSetup(n8n, 'supportBundle', { workflow: 'Bakkerij Van Dijk' });
	const file = run.files[0]?.['bundle'];
	return { run, file, json: JSON.parse(file?.text ?? 'null') as Record<string, unknown> };
};

test('no name, address, amount, comment, approver or secret is in it, wherever they stood', async () => {
	seed();
	const { run, file } = await bundle();
	const given = `${JSON.stringify(run.items)} ${file?.text} ${file?.name} ${run.log.join(' ')}`;
	expect(given.length).toBeGreaterThan(2000);
	const words = CANARIES.flatMap((canary) => [canary, JSON.stringify(canary).slice(1, -1)]);
	expect(words.filter((word) => given.includes(word))).toEqual([]);
	for (const part of ['Sjoerdje', 'canar', 'Canar', 'CANAR', '4711', '4.321', '54321']) {
		expect(given).not.toContain(part);
	}
});

test('what support needs is in it', async () => {
	seed();
	const { file, json } = await bundle();
	expect(file?.name).toMatch(/^support-Bakkerij-Van-Dijk-\d{4}-\d\d-\d\d\.json$/);
	expect(json).toMatchObject({
		package: expect.stringMatching(/^\d+\.\d+\.\d+$/),
		customer: 'Bakkerij Van Dijk',
		workflow: {
			id: 'w1',
			system: 'nmbrs',
			published: true,
			template: { name: 'nmbrs-daily-sync', version: 5 },
		},
		settings: { language: 'nl', approval: 'always', selective_sync: 'auto' },
		credentials: [
			{ type: 'nmbrsOAuth2Api', id: 'oauth1', exists: true, given_at: '2026-11-28T04:00:00.000Z' },
		],
		state: {
			colour: 'red',
			reasons: expect.arrayContaining([expect.objectContaining({ code: 'consentLost' })]),
		},
	});
	const runs = json['runs'] as object[];
	expect(runs).toHaveLength(2);
	expect(runs[1]).toMatchObject({
		...{ run: '41', state: 'partly', duration_seconds: 70, people: 250, applied: 4, failed: 3 },
		counts: {
			source: 250,
			create: 3,
			held: [
				{ code: 'EMAIL_MISSING', people: 1, since: '2026-11-01' },
				{ code: 'UNKNOWN', people: 1, since: '2026-11-09' },
			],
		},
		...{ guards: ['DEACTIVATION_LIMIT'], problems: ['NMBRS_CONSENT_LOST', 'UNAVAILABLE x3'] },
		decision: 'approved',
	});
});

test('how the workflow differs, in the names of the template', async () => {
	seed();
	const { json } = await bundle();
	expect(json['difference']).toMatchObject({
		missing: [],
		added: [
			{ node: 'added node 1', type: 'n8n-nodes-base.emailSend', fields: 3, disabled: false },
			{ node: 'added node 2', type: 'of another package', fields: 2, disabled: false },
		],
		renamed: ['Read NMBRS employees'],
	});
	const { changed, wires } = json['difference'] as {
		changed: Array<{ node: string; parameter: string; workflow: string }>;
		wires: { added: string[] };
	};
	expect(changed).toEqual(
		expect.arrayContaining([
			expect.objectContaining({
				node: 'Compare with Alleo',
				parameter: 'companyId',
				workflow: 'a text of 16 characters',
			}),
			expect.objectContaining({ node: 'Normalize employees', parameter: 'fields.value.email' }),
		]),
	);
	expect(wires.added).toContain('added node 1 (1) -> added node 2 (1)');
});

test('nothing changed: no difference', async () => {
	seed();
	const template = Workflow.parse(readWorkflow('nmbrs-daily-sync'));
	const { nodes, connections } = template;
	Object.assign(n8n.workflows.get('w1') ?? {}, { nodes, connections });
	const run = await runSetup(n8n, 'supportBundle', { workflow: 'w1' });
	const { difference } = JSON.parse(run.files[0]?.['bundle']?.text ?? '{}') as {
		difference: object;
	};
	expect(difference).toEqual({
		...{ missing: [], added: [], changed: [], renamed: [], disabled: [] },
		wires: { missing: [], added: [] },
	});
});

test('a customer that is not there', async () => {
	await expect(bundle()).rejects.toMatchObject({ context: { issue: 'SYNC_WORKFLOW_NOT_FOUND' } });
});
