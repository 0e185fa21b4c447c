import type { Bindings } from '../../sandbox/demo/credentials.mts';
import {
	bindCredentials,
	fillSettings,
	keepExecutions,
	readWorkflow,
} from '../../sandbox/demo/template.mts';
import type { SettingValues } from '../../sandbox/demo/template.mts';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { WORLD_SETTINGS } from '../../sandbox/world/catalogue.mts';

/** The budgets workflow of the NMBRS customer, as ops set it up by hand. */
export async function budgetsWorkflow(
	bindings: Bindings,
	settings: SettingValues = {},
): Promise<Workflow> {
	const workflow = keepExecutions(await readWorkflow('nmbrs-budgets'));
	const company = String(WORLD_SETTINGS.nmbrs.defaultCompanyId);
	fillSettings(workflow, {
		customer_name: 'Voorbeeld Holding',
		alleo_company_id: company,
		...settings,
	});
	bindCredentials(workflow, bindings);
	return workflow;
}
