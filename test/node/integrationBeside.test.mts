import { readSetting } from '../../core/connect/templates/settings';
import { datasetOf } from '../../core/connect/templates/explainGraph';
import { StoredWorkflow, type WorkflowNode } from '../../core/connect/templates/workflow';
import { connected, createSync } from '../support/customerSetup.mts';
import { startN8nApi } from '../support/n8nApi.mts';
import type { N8nStandIn } from '../support/n8nApi.mts';

/** Customer Setup › Integration: create, with salary and leave and budgets beside the daily sync. */

let n8n: N8nStandIn;
beforeEach(async () => void (n8n = await startN8nApi()));
afterEach(async () => await n8n.server.close());

const withPay = (changes: object = {}) =>
	connected({
		pay: true,
		wage_components: [
			{ code: '2310', name: 'Opbouw vakantiegeld', role: 'holidayAccrual' },
			{ code: '1000', name: 'Uurloon', role: 'hourlyWage' },
		],
		leave_groups: [
			{ id: 'g1', name: 'Vakantie', role: 'statutory' },
			{ id: 'g2', name: '="x"', role: 'nonStatutory' },
			{ id: 'g3', name: 'Zorgverlof', role: 'neither' },
			{ id: 'g4', name: 'Van vroeger', role: null },
		],
		...changes,
	});

const afas = (changes: object = {}) =>
	connected({
		system: 'afas',
		credentials: { afasOAuth2Api: { id: 'afas1', name: 'AFAS Bakkerij' } },
		debtors: [],
		pay: true,
		afas_pay: {
			connectors: {
				salary: 'Salaris',
				wageComponents: 'Looncomponenten',
				plans: '',
				leave: 'Verlof',
			},
			accrual_component: '1174',
			balance_component: '1225',
			leave_types: [{ code: 'WET', name: 'Wettelijk', role: 'statutory' }],
		},
		...changes,
	});

const kept = (): StoredWorkflow[] =>
	[...n8n.workflows.values()].map((one) => StoredWorkflow.parse(one));

const of = (dataset: string): StoredWorkflow => {
	const found = kept().filter((one) => datasetOf(one) === dataset);
	expect(found).toHaveLength(1);
	return found[0] as StoredWorkflow;
};

const node = (workflow: StoredWorkflow, name: string): WorkflowNode => {
	const found = workflow.nodes.find((one) => one.name === name);
	if (found === undefined) throw new Error(`no node ${name}`);
	return found;
};

describe('salary and leave', () => {
	test('NMBRS: made beside the daily sync, off and asking always, with what the customer said', async () => {
		const { items } = await createSync(n8n, withPay());
		const workflow = of('salaryLeave');
		expect(workflow).toMatchObject({ active: false, name: expect.stringContaining('salary') });
		const { parameters, credentials } = node(workflow, 'Read NMBRS payroll');
		expect(credentials).toMatchObject({
			nmbrsOAuth2Api: { id: 'oauth1' },
			nmbrsTokenApi: { id: 'token1' },
		});
		expect(parameters).toMatchObject({
			resource: 'payroll',
			debtorIds: ['d-1'],
			holidayAllowance: 'payslipComponents',
			accrualComponent: '2310',
			options: {
				hourlyWageComponent: '1000',
				fullTimeHoursPerMonth: expect.stringContaining('Settings') as string,
			},
			leaveGroups: {
				rule: [
					{ match: '"Vakantie"', kind: 'statutory' },
					{ match: '"="x""', kind: 'nonStatutory' },
					{ match: '"Zorgverlof"', kind: 'neither' },
				],
			},
		});
		expect(parameters).not.toHaveProperty('balanceComponent');
		for (const [name, value] of Object.entries({
			customer_name: 'Bakkerij Van Dijk',
			alleo_company_id: '12',
			approval: 'always',
			integration_id: 'i-1',
		})) {
			expect(readSetting(workflow, name as 'approval')).toBe(value);
		}
		expect(node(workflow, 'Read Alleo accounts').credentials).toEqual({
			alleoApi: { id: 'alleoApi', name: 'my alleoApi' },
		});
		expect(node(workflow, 'Desk: start').parameters['workflowId']).toMatchObject({
			value: 'desk1',
		});
		expect(workflow.settings).toMatchObject({
			errorWorkflow: 'desk1',
			saveDataErrorExecution: 'none',
		});
		expect(items[0]).toMatchObject({
			created: true,
			beside: [{ kind: 'salaryLeave', workflow_id: workflow.id, created: true }],
		});
		const text = String(items[0]?.['text']);
		expect(text).toContain('Vakantiegeld: opbouw: 2310 – Opbouw vakantiegeld');
		expect(text).toContain('SYNC_DELIVERY_NOT_CHOSEN');
	});

	test('AFAS: connectors, numbers, leave types, and the key of a person as the daily sync has it', async () => {
		await createSync(n8n, afas({ pay: false, afas_pay: null }));
		const daily = of('employees');
		const source = node(daily, 'Read AFAS employees');
		source.parameters['personKey'] = 'PersonId';
		n8n.workflows.set(daily.id, { ...n8n.workflows.get(daily.id)!, nodes: daily.nodes });
		await createSync(n8n, afas());
		const { parameters, credentials } = node(of('salaryLeave'), 'Read AFAS payroll');
		expect(credentials).toMatchObject({ afasOAuth2Api: { id: 'afas1' } });
		expect(parameters).toMatchObject({
			authentication: 'oAuth2',
			personKey: 'PersonId',
			salaryConnector: { mode: 'id', value: 'Salaris' },
			wageComponentsConnector: { mode: 'id', value: 'Looncomponenten' },
			leaveConnector: { mode: 'id', value: 'Verlof' },
			accrualComponent: '1174',
			balanceComponent: '1225',
			leaveTypes: { rule: [{ match: '"WET"', kind: 'statutory' }] },
		});
	});

	test('without pay none is made; an older connection with components alone makes none either', async () => {
		await createSync(n8n, withPay({ pay: false }));
		expect(n8n.workflows.size).toBe(1);
	});

	test('twice makes one; a run that was cut off after the daily sync makes the rest', async () => {
		await createSync(n8n, withPay());
		const before = JSON.stringify([...n8n.workflows]);
		const again = await createSync(n8n, withPay());
		expect(again.items[0]).toMatchObject({ created: false, beside: [{ created: false }] });
		expect(JSON.stringify([...n8n.workflows])).toBe(before);
		n8n.workflows.delete(of('salaryLeave').id);
		await createSync(n8n, withPay());
		expect(of('salaryLeave').id).toBeDefined();
		expect(n8n.workflows.size).toBe(2);
	});

	test('a customer who connects again keeps everything, and the new credential is bound', async () => {
		await createSync(n8n, withPay());
		const workflow = of('salaryLeave');
		const source = node(workflow, 'Read NMBRS payroll');
		source.parameters['accrualComponent'] = '9999';
		n8n.workflows.set(workflow.id, { ...n8n.workflows.get(workflow.id)!, nodes: workflow.nodes });
		const credentials = { nmbrsOAuth2Api: { id: 'oauth2', name: 'N' } };
		const silent = await createSync(n8n, withPay({ credentials, wage_components: [] }));
		expect(JSON.stringify(silent.items[0]?.['notes'])).not.toContain('SYNC_PAY_DIFFERS');
		expect(node(of('salaryLeave'), 'Read NMBRS payroll')).toMatchObject({
			parameters: { accrualComponent: '9999' },
			credentials: { nmbrsOAuth2Api: { id: 'oauth2' } },
		});
	});

	test('what is said otherwise of pay while connecting again is told, not done', async () => {
		await createSync(n8n, withPay());
		const before = JSON.stringify(of('salaryLeave').nodes);
		const same = await createSync(n8n, withPay());
		expect(JSON.stringify(same.items[0]?.['notes'])).not.toContain('SYNC_PAY_DIFFERS');
		const wages = [{ code: '2400', name: 'Anders', role: 'holidayAccrual' }];
		const { items } = await createSync(n8n, withPay({ wage_components: wages }));
		expect(items[0]?.['text']).toMatch(/salary and leave.*SYNC_PAY_DIFFERS/);
		expect(JSON.stringify(of('salaryLeave').nodes)).toBe(before);
	});

	test('nor is a connector of AFAS that was picked from the list another one', async () => {
		await createSync(n8n, afas());
		const workflow = of('salaryLeave');
		const picked = { __rl: true, mode: 'list', value: 'Salaris', cachedResultName: 'Salaris' };
		node(workflow, 'Read AFAS payroll').parameters['salaryConnector'] = picked;
		n8n.workflows.set(workflow.id, { ...n8n.workflows.get(workflow.id)!, nodes: workflow.nodes });
		const { items } = await createSync(n8n, afas());
		expect(JSON.stringify(items[0]?.['notes'])).not.toContain('SYNC_PAY_DIFFERS');
	});

	test('another customer of the same name has its own', async () => {
		await createSync(n8n, withPay());
		const credentials = {
			nmbrsOAuth2Api: { id: 'other1', name: 'N' },
			nmbrsTokenApi: { id: 'other2', name: 'T' },
		};
		await createSync(n8n, withPay({ integration_id: 'i-2', invitation_id: 'inv-2', credentials }));
		expect(kept().filter((one) => datasetOf(one) === 'salaryLeave')).toHaveLength(2);
	});

	test('who renews the API token alone and now has pay: the consent is that of the daily sync', async () => {
		await createSync(n8n, connected());
		const credentials = { nmbrsTokenApi: { id: 'token1', name: 'T' } };
		await createSync(n8n, withPay({ credentials, debtors: [] }));
		expect(node(of('salaryLeave'), 'Read NMBRS payroll')).toMatchObject({
			credentials: { nmbrsOAuth2Api: { id: 'oauth1' }, nmbrsTokenApi: { id: 'token1' } },
			parameters: { debtorIds: ['d-1'] },
		});
	});

	test('a consent that does not hold pay is said before the first run', async () => {
		const { items } = await createSync(n8n, withPay({ scopes: ['employee.info.read'] }));
		expect(JSON.stringify(items[0]?.['notes'])).toContain('SYNC_PAY_NO_SCOPE');
	});

	test('a balance without an accrual is said, not guessed', async () => {
		const wages = [{ code: '2311', name: 'Saldo', role: 'holidayBalance' }];
		const { items } = await createSync(n8n, withPay({ wage_components: wages }));
		expect(JSON.stringify(items[0]?.['notes'])).toContain('SYNC_PAY_NO_ACCRUAL');
	});
});

describe('budgets', () => {
	const daily = { budgetFile: 'daily' };

	test('made where a budget file is wanted, two hours after the daily sync, which says so too', async () => {
		await createSync(n8n, withPay({ pay: false }), daily);
		const workflow = of('budgets');
		expect(workflow.active).toBe(false);
		for (const one of [workflow, of('employees')]) {
			expect(readSetting(one, 'budget_file')).toBe('daily');
		}
		expect(readSetting(workflow, 'approval')).toBe('always');
		const cron = (one: StoredWorkflow) =>
			JSON.stringify(node(one, 'Every day').parameters).match(/"(\d+) (\d+) (\d+) \* \* \*"/) ?? [];
		const [, second, minute, hour] = cron(of('employees'));
		expect(cron(workflow).slice(1)).toEqual([second, minute, String(Number(hour) + 2)]);
	});

	test('debtors that only a step of the daily sync knows: those that the customer chose, never all', async () => {
		await createSync(n8n, withPay({ pay: false }));
		const sync = of('employees');
		const source = node(sync, 'Read NMBRS employees');
		source.parameters['debtorIds'] = "={{ $('A step of ours').first().json.ids }}";
		n8n.workflows.set(sync.id, { ...n8n.workflows.get(sync.id)!, nodes: sync.nodes });
		await createSync(n8n, withPay(), daily);
		for (const [kind, name] of [
			['budgets', 'Read NMBRS employees'],
			['salaryLeave', 'Read NMBRS payroll'],
		] as const) {
			expect(node(of(kind), name).parameters['debtorIds']).toEqual(['d-1']);
		}
	});

	test('every month: on one day of it', async () => {
		await createSync(n8n, withPay({ pay: false }), { budgetFile: 'monthly' });
		expect(JSON.stringify(node(of('budgets'), 'Every day').parameters)).toMatch(/ 26 \* \*"/);
		expect(readSetting(of('budgets'), 'budget_file')).toBe('monthly');
	});

	test('what the daily sync is set to by now counts: its mapping, e-mail policy, debtors and guards', async () => {
		await createSync(n8n, withPay({ pay: false }));
		const sync = of('employees');
		const normalize = node(sync, 'Normalize employees');
		normalize.parameters['emailPolicy'] = 'private';
		normalize.parameters['accessField'] = "={{ $('A step of ours').first().json.x }}";
		node(sync, 'Read NMBRS employees').parameters['companyIds'] = ['c-9'];
		node(sync, 'Sync Settings').parameters['approval'] = 'whenGuardTrips';
		node(sync, 'Sync Settings').parameters['guards'] = { createLimit: 3 };
		n8n.workflows.set(sync.id, { ...n8n.workflows.get(sync.id)!, nodes: sync.nodes });
		const { items } = await createSync(n8n, withPay({ pay: false }), daily);
		const workflow = of('budgets');
		const own = node(workflow, 'Normalize employees').parameters;
		expect(own['emailPolicy']).toBe('private');
		expect(JSON.stringify(own)).not.toContain('A step of ours');
		expect(JSON.stringify(items[0]?.['notes'])).toContain('SYNC_OWN_STEPS');
		expect(node(workflow, 'Read NMBRS employees').parameters).toMatchObject({
			companyIds: ['c-9'],
			include: expect.arrayContaining(['extraFields']) as string[],
		});
		expect(node(workflow, 'Sync Settings').parameters['guards']).toEqual({ createLimit: 3 });
		expect(readSetting(workflow, 'approval')).toBe('always');
	});

	test('NMBRS without an API token has no budgets to read: none is made, and that is said', async () => {
		const credentials = { nmbrsOAuth2Api: { id: 'oauth1', name: 'N' } };
		const { items } = await createSync(n8n, connected({ credentials }), daily);
		expect(n8n.workflows.size).toBe(1);
		expect(JSON.stringify(items[0]?.['notes'])).toContain('SYNC_BUDGETS_UNREAD');
	});

	test('another way: no workflow, and the daily sync knows', async () => {
		await createSync(n8n, connected(), { budgetFile: 'other' });
		expect(n8n.workflows.size).toBe(1);
		expect(readSetting(of('employees'), 'budget_file')).toBe('other');
	});
});
