import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Bindings } from '../../sandbox/demo/credentials.mts';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { ROOT } from '../../sandbox/demo/paths.mts';
import { bindCredentials, fillSettings, nodeOf } from '../../sandbox/demo/template.mts';
import { WORLD_SETTINGS } from '../../sandbox/world/catalogue.mts';
import type { System } from '../../sandbox/world/types.mts';

/** Nodes of workflows/explain-a-person.json. */
export const EXPLAIN_FORM = {
	form: 'Ask about a person',
	explain: 'Explain the person',
	page: 'Show the answer',
} as const;

export const EXPLAIN_NODE = {
	form: 'Ask about a person',
	normalize: 'Normalize employees',
	alleo: 'Read Alleo accounts',
	read: { nmbrs: 'Read NMBRS employees', afas: 'Read AFAS employees' },
	explain: 'Explain the person',
	page: 'Show the answer',
} as const;

/** The form of before version 3, for one customer, set up as such: it goes on with the nodes of today. */
export function explainWorkflow(system: System, bindings: Bindings): Workflow {
	const file = path.join(ROOT, 'workflows/past', 'explain-a-person.v2.json');
	const workflow = JSON.parse(readFileSync(file, 'utf8')) as Workflow;
	const { defaultCompanyId, routing } = WORLD_SETTINGS[system];
	fillSettings(workflow, {
		customer_name: 'Voorbeeld Holding',
		alleo_company_id: String(defaultCompanyId),
		selective_sync: true,
	});
	nodeOf(workflow, EXPLAIN_NODE.explain).parameters['routing'] = {
		routes: routing.map(({ filter, companyId }) => ({ filter, companyId: String(companyId) })),
	};
	bindCredentials(workflow, bindings);
	return workflow;
}
