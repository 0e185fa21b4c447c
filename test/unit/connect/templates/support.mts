import { DailySyncCustomer } from '../../../../core/connect/templates/customer';
import { Workflow } from '../../../../core/connect/templates/workflow';
import type { StoredWorkflow, WorkflowNode } from '../../../../core/connect/templates/workflow';
import { readTemplate, readWorkflow } from '../../../support/templates.mts';
import type { SystemName } from '../../../support/templates.mts';

/** Customers and workflows for the tests of core/connect/dailySync. */

export const template = (system: SystemName): Workflow => Workflow.parse(readTemplate(system));

/** As ops adapted it before version 3: with a form, a message step and a link to connect again of its own. */
export const olderTemplate = (system: SystemName): Workflow =>
	Workflow.parse(readWorkflow(`past/${system}-daily-sync.v2`));

export const ref = (id: string) => ({ id, name: `Credential ${id}` });

export const BINDINGS = {
	alleo: ref('alleo1'),
	instance: { type: 'n8nInstance', credential: ref('n8n1') },
};

/** Stands in for random UUIDs; one counter for each test that compares addresses. */
export function addresses(): () => string {
	let made = 0;
	return () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`;
}

export const nmbrs = (changes: object = {}): DailySyncCustomer =>
	DailySyncCustomer.parse({
		customer: 'Bakkerij Van Dijk',
		system: 'nmbrs',
		alleo_company_id: '12',
		credentials: { nmbrsOAuth2Api: ref('oauth1'), nmbrsTokenApi: ref('token1') },
		debtor_ids: ['debtor-1', 'debtor-2'],
		...changes,
	});

export const afas = (changes: object = {}): DailySyncCustomer =>
	DailySyncCustomer.parse({
		customer: 'Zorggroep Noord',
		system: 'afas',
		language: 'en',
		alleo_company_id: '13',
		credentials: { afasTokenApi: ref('afas1') },
		...changes,
	});

export const nodeOf = ({ nodes }: Workflow, name: string): WorkflowNode => {
	const found = nodes.find((node) => node.name === name);
	if (found === undefined) throw new Error(`no node ${name}`);
	return found;
};

/** As n8n gives it back, with what it adds. */
export const stored = (workflow: Workflow, id: string, more: object = {}): StoredWorkflow => ({
	...workflow,
	id,
	active: false,
	isArchived: false,
	...more,
});
