import { buildDailySync, workflowName } from '../../../../core/connect/templates/build';
import type { DailySyncCustomer } from '../../../../core/connect/templates/customer';
import { readSetting, withSettings } from '../../../../core/connect/templates/settings';
import { literal } from '../../../../core/connect/evaluated';
import type { Workflow } from '../../../../core/connect/templates/workflow';
import { toBody } from '../../../../core/connect/templates/workflow';
import {
	addresses,
	afas,
	BINDINGS,
	nmbrs,
	nodeOf,
	olderTemplate,
	ref,
	template,
} from './support.mts';

const FORM = 'n8n-nodes-base.formTrigger';

const build = (customer: DailySyncCustomer, from: Workflow = template(customer.system)) => {
	const built = buildDailySync(from, customer, BINDINGS, addresses());
	if (!built.ok) throw new Error(built.problem.code);
	return built.value;
};

describe('a daily sync made from the template', () => {
	test('carries the name of the customer, whatever its length', () => {
		expect(build(nmbrs()).workflow.name).toBe('Bakkerij Van Dijk – NMBRS to Alleo, daily');
		const name = workflowName(afas({ customer: 'x '.repeat(100) }));
		expect(name.length).toBeLessThanOrEqual(120);
		expect(name).toMatch(/… – AFAS to Alleo, daily$/);
	});

	test('has the settings filled in, and asks before every change', () => {
		const { workflow } = build(nmbrs());
		expect(readSetting(workflow, 'customer_name')).toBe('Bakkerij Van Dijk');
		expect(readSetting(workflow, 'alleo_company_id')).toBe('12');
		expect(readSetting(workflow, 'language')).toBe('nl');
		expect(readSetting(workflow, 'approval')).toBe('always');
		expect(readSetting(workflow, 'offer_enable')).toBe('true');
		expect(readSetting(build(afas()).workflow, 'language')).toBe('en');
	});

	test('reads with the credentials and the debtors of this customer', () => {
		const node = nodeOf(build(nmbrs({ company_ids: ['c-1'] })).workflow, 'Read NMBRS employees');
		expect(node.credentials).toEqual({
			nmbrsOAuth2Api: ref('oauth1'),
			nmbrsTokenApi: ref('token1'),
		});
		expect(node.parameters).toMatchObject({
			debtorIds: ['debtor-1', 'debtor-2'],
			companyIds: ['c-1'],
			include: ['department', 'function', 'extraFields'],
		});
	});

	test.each([
		['afasTokenApi', 'token'],
		['afasOAuth2Api', 'oAuth2'],
	])('%s: the node logs in that way', (type, authentication) => {
		const { workflow } = build(afas({ credentials: { [type]: ref('a1') } }));
		const node = nodeOf(workflow, 'Read AFAS employees');
		expect(node.credentials).toEqual({ [type]: ref('a1') });
		expect(node.parameters['authentication']).toBe(authentication);
	});

	test('binds the Alleo credential wherever Alleo is asked, and no node gets one of another kind', () => {
		const { workflow } = build(nmbrs());
		for (const node of workflow.nodes) {
			const types = Object.keys(node.credentials ?? {}).sort();
			if (/\.(?:alleo|syncSettings)$/.test(node.type)) expect(types).toEqual(['alleoApi']);
			else if (node.type === 'n8n-nodes-alleo.nmbrs') {
				expect(types).toEqual(['nmbrsOAuth2Api', 'nmbrsTokenApi']);
			} else if (
				['n8n-nodes-alleo.customerSetup', 'n8n-nodes-alleo.syncApproval'].includes(node.type)
			) {
				expect(types).toEqual(['n8nInstance']);
			} else expect([node.name, types]).toEqual([node.name, []]);
		}
	});

	test('does not ask for what the connection cannot read, and says so', () => {
		const built = build(
			nmbrs({ credentials: { nmbrsOAuth2Api: ref('o') }, scopes: ['employee.info.read'] }),
		);
		expect(nodeOf(built.workflow, 'Read NMBRS employees').parameters['include']).toEqual([]);
		expect(built.notes.sort()).toEqual(['SYNC_NO_DEPARTMENTS', 'SYNC_NO_EXTRA_FIELDS']);
		expect(build(nmbrs()).notes).toEqual([]);
		expect(build(afas()).notes).toEqual([]);
	});

	test('has form addresses that follow from nothing: new ones each time, for the same customer too', () => {
		const next = addresses();
		const made = (from: Workflow): string[] => {
			const built = buildDailySync(from, nmbrs(), BINDINGS, next);
			if (!built.ok) throw new Error(built.problem.code);
			return built.value.workflow.nodes.flatMap(({ webhookId }) => webhookId ?? []);
		};
		expect(made(template('nmbrs'))).toEqual([]);
		const first = made(olderTemplate('nmbrs'));
		expect(first).toHaveLength(1);
		// The copy of a workflow that has addresses, such as one that ops adapted, shares none with it.
		const own = build(nmbrs()).workflow;
		const adapted = {
			...own,
			nodes: own.nodes.map((node) => ({ ...node, webhookId: `a-${node.id}` })),
		};
		const all = [...first, ...made(adapted), ...made(adapted)];
		expect(all).toHaveLength(1 + 2 * own.nodes.length);
		expect(new Set(all).size).toBe(all.length);
		for (const address of all) expect(address).toMatch(/^00000000-0000-4000-8000-/);
	});

	test('a form of an adapted template asks for the right to execute, at no address of its own choice', () => {
		const own = olderTemplate('afas');
		const open: Workflow = {
			...own,
			nodes: own.nodes.map((node) =>
				node.type !== FORM
					? node
					: {
							...node,
							parameters: {
								...node.parameters,
								authentication: 'none',
								requireExecuteAccess: false,
								path: 'dry-run',
								options: { path: 'dry-run', buttonLabel: 'Start' },
							},
						},
			),
		};
		const form = build(afas(), open).workflow.nodes.find(({ type }) => type === FORM);
		expect(form?.parameters).toMatchObject({
			authentication: 'n8nUserAuth',
			requireExecuteAccess: true,
			options: { buttonLabel: 'Start' },
		});
		expect(JSON.stringify(form)).not.toContain('dry-run');
	});

	test.each([2.5, 1, undefined, 'x'])(
		'a form that knows no logins is refused (%s)',
		(typeVersion) => {
			const own = olderTemplate('afas');
			const nodes = own.nodes.map((node) => (node.type === FORM ? { ...node, typeVersion } : node));
			const built = buildDailySync({ ...own, nodes }, afas(), BINDINGS, addresses());
			expect(built).toEqual({
				ok: false,
				problem: {
					code: 'SYNC_TEMPLATE_OPEN_FORM',
					params: { form: 'Dry run by form' },
					detail: '',
				},
			});
		},
	);

	test('takes a template that ops adapted: renamed nodes, own message node, own settings', () => {
		const own = olderTemplate('afas');
		const changed: Workflow = {
			...own,
			settings: { ...own.settings, errorWorkflow: 'w9', unknownToTheApi: 1 },
			nodes: own.nodes.map((node) => {
				if (node.name === 'Settings') return { ...node, name: 'Instellingen' };
				if (node.name === 'Send message') {
					return { ...node, type: 'n8n-nodes-base.slack', credentials: { slackApi: ref('s1') } };
				}
				return node;
			}),
		};
		const { workflow } = build(afas(), changed);
		expect(readSetting(workflow, 'customer_name')).toBe('Zorggroep Noord');
		expect(nodeOf(workflow, 'Send message').credentials).toEqual({ slackApi: ref('s1') });
		expect(toBody(workflow).settings).toMatchObject({ errorWorkflow: 'w9' });
		expect(toBody(workflow).settings).not.toHaveProperty('unknownToTheApi');
	});

	test.each([
		['without the source node', 'n8n-nodes-alleo.afas'],
		['without Sync Settings', 'n8n-nodes-alleo.syncSettings'],
	])('a template %s is refused by name of what is missing', (_case, type) => {
		const own = template('afas');
		const nodes = own.nodes.filter((node) => node.type !== type);
		const built = buildDailySync({ ...own, nodes }, afas(), BINDINGS, addresses());
		expect(built).toMatchObject({ ok: false, problem: { code: 'SYNC_TEMPLATE_UNUSABLE' } });
	});

	test('a customer without a credential gets no workflow', () => {
		const built = buildDailySync(
			template('nmbrs'),
			nmbrs({ credentials: {} }),
			BINDINGS,
			addresses(),
		);
		expect(built).toMatchObject({ ok: false, problem: { code: 'SYNC_NO_CREDENTIAL' } });
	});

	test('the request holds only what the API takes', () => {
		const { workflow } = build(nmbrs());
		const body = toBody({ ...workflow, active: false, id: 'w1', versionId: 'v', tags: [] });
		expect(Object.keys(body).sort()).toEqual(['connections', 'name', 'nodes', 'settings']);
		const [node] = toBody({
			...workflow,
			nodes: [{ ...nodeOf(workflow, 'Sync Settings'), createdAt: 'x', extendsCredential: 'y' }],
		}).nodes;
		expect(Object.keys(node ?? {})).not.toContain('createdAt');
		expect(Object.keys(node ?? {})).not.toContain('extendsCredential');
	});
});

describe('a name that n8n could take for code', () => {
	const HOSTILE = [
		'={{ $env.N8N_ENCRYPTION_KEY }}',
		'=1+1',
		'={{ "}}" }} {{ process }}',
		'="quoted" \\ back',
		'=\u2028{{ x }}',
	];

	test.each(HOSTILE)('%j stays a text', (name) => {
		const { workflow } = build(nmbrs({ customer: name }));
		expect(readSetting(workflow, 'customer_name')).toBe(name);
		const value = literal(name);
		// What is left between the outermost braces is one string in quotes, without a brace of its own.
		const inside = /^=\{\{ ("[^{}]*") \}\}$/.exec(value)?.[1];
		expect(JSON.parse(inside ?? '""')).toBe(name);
	});

	test('an ordinary name is kept as typed, also with braces inside', () => {
		expect(literal('Van Dijk {{ x }}')).toBe('Van Dijk {{ x }}');
	});

	test.each(['d1,d2', '={{ x }}', '../x', 'a b'])('%j is no debtor', (id) => {
		expect(() => nmbrs({ debtor_ids: [id] })).toThrow(/Invalid/);
	});
});

describe('settings of a workflow that a person changed', () => {
	test('one value is written, the others and added fields stay', () => {
		const { workflow } = build(nmbrs());
		const mine = withSettings(workflow, { language: 'en' });
		const enabled = withSettings(mine, { approval: 'whenGuardTrips' });
		expect(readSetting(enabled, 'approval')).toBe('whenGuardTrips');
		expect(readSetting(enabled, 'language')).toBe('en');
		expect(readSetting(enabled, 'alleo_company_id')).toBe('12');
		expect(enabled.nodes).toHaveLength(workflow.nodes.length);
	});

	test('an expression of a person is not guessed at', () => {
		const own = template('nmbrs');
		const nodes = own.nodes.map((node) =>
			node.name === 'Sync Settings'
				? JSON.parse(JSON.stringify(node).replace('"Your customer"', '"={{ $now }}"'))
				: node,
		);
		expect(readSetting({ ...own, nodes }, 'customer_name')).toBeNull();
	});
});
